import dgram from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { decode, encode } from 'dns-packet'

export interface NameServer {
  /** `address:port`, as a resolver takes it. */
  address: string
  /** The names that were asked for, in order, each with its type. */
  asked: string[]
  stop(): void
}

/**
 * A name server for tests (RFC 1035, over UDP). `addressesOf` gives the addresses of a name, IPv4 and IPv6 mixed, for
 * the n-th question of its type about it, counted from 0; none means that there is no such name.
 */
export async function startNameServer(
  addressesOf: (name: string, times: number) => readonly string[],
): Promise<NameServer> {
  const socket = dgram.createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (message, { port, address }) => {
    const { id, questions = [] } = decode(message)
    const { name, type } = questions[0]!
    const times = asked.filter((each) => each === `${type} ${name}`).length
    asked.push(`${type} ${name}`)
    const all = addressesOf(name, times)
    const wanted = all.filter((each) => each.includes(':') === (type === 'AAAA'))
    const nameMissing = 3
    const answer = encode({
      type: 'response',
      id,
      flags: all.length === 0 ? nameMissing : 0,
      questions,
      answers: wanted.map((data) => ({ type: type as 'A' | 'AAAA', name, ttl: 0, data })),
    })
    socket.send(answer, port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    asked,
    stop: () => void socket.close(),
  }
}
