import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

/** `host:port` of what this process connects to, and `name of …` of what it looks up, from now on; nothing is let out. */
export interface Watch {
  readonly outside: string[]
  readonly local: Set<string>
  stop(): void
}

const ofThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\./.test(host) || host === '::ffff:127.0.0.1'

type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket

/** What a socket is asked to connect to, however that is said. */
function goalOf([first, second]: unknown[]): { host: string; port: string } | null {
  const given = (Array.isArray(first) ? first[0] : first) as net.TcpNetConnectOpts | string | number
  if (typeof given === 'object' && given !== null) {
    if ('path' in given && (given as { path?: string }).path) return null
    return { host: String(given.host ?? 'localhost'), port: String(given.port) }
  }
  return { host: typeof second === 'string' ? second : 'localhost', port: String(given) }
}

/**
 * Watches every TCP connection, datagram and look-up of a name that is begun in this process. What leads beyond this machine is noted
 * and refused, as a resolver would that knows no other machine.
 */
export function watchConnections(): Watch {
  const outside: string[] = []
  const local = new Set<string>()
  const undo: (() => void)[] = []
  const refuse = (what: string): never => {
    outside.push(what)
    throw Object.assign(new Error('Nothing is let out of this test'), { code: 'ECONNREFUSED' })
  }

  const connect = net.Socket.prototype.connect as unknown as Connect
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const goal = goalOf(args)
    if (goal && !ofThisMachine(goal.host)) refuse(`${goal.host}:${goal.port}`)
    if (goal) local.add(`${goal.host}:${goal.port}`)
    return connect.apply(this, args)
  } as unknown as typeof net.Socket.prototype.connect
  undo.push(() => (net.Socket.prototype.connect = connect as unknown as typeof net.Socket.prototype.connect))

  const send = dgram.Socket.prototype.send
  dgram.Socket.prototype.send = function () {
    return refuse('a datagram')
  } as typeof send
  undo.push(() => (dgram.Socket.prototype.send = send))
  for (const owner of [dns, dns.promises] as unknown as Record<string, unknown>[])
    for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveSrv', 'resolveTxt']) {
      const before = owner[name] as (host: string, ...more: unknown[]) => unknown
      owner[name] = (host: string, ...more: unknown[]) =>
        ofThisMachine(host) ? before.call(owner, host, ...more) : refuse(`name of ${host}`)
      undo.push(() => (owner[name] = before))
    }
  return { outside, local, stop: () => undo.forEach((each) => each()) }
}
