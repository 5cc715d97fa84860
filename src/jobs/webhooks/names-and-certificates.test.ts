import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startNameServer, type NameServer } from '../../../tests/support/name-server.js'
import { postMessage } from './post-message.js'

const day = 86_400_000
const host = 'receiver.example'
/** What each name leads to. The last one leads somewhere else when it is asked for again. */
const names: Record<string, (times: number) => string[]> = {
  [host]: () => ['127.0.0.1'],
  'other.example': () => ['127.0.0.1'],
  'inside.example': () => ['10.1.2.3'],
  'both.example': () => ['127.0.0.1', '10.1.2.3'],
  'metadata.example': () => ['169.254.169.254'],
  'six.example': () => ['fd00::1'],
  'mapped.example': () => ['127.0.0.1', '::ffff:10.1.2.3'],
  'turning.example': (times) => (times === 0 ? ['127.0.0.1'] : ['127.0.0.2']),
}

const named = (name: string) => [{ name: 'commonName', value: name }]
const forHosts = (hosts: readonly string[], from: Date, to: Date) => ({
  keyType: 'ec' as const,
  algorithm: 'sha256' as const,
  notBeforeDate: from,
  notAfterDate: to,
  extensions: [
    { name: 'basicConstraints' as const, cA: false },
    {
      name: 'subjectAltName' as const,
      altNames: hosts.map((value) => ({ type: 2 as const, value })),
    },
  ],
})

describe('a message to a name', () => {
  let nameServer: NameServer
  let authorities: string
  const heard: string[] = []
  const servers: https.Server[] = []
  const ports: Record<string, number> = {}

  async function serve(called: string, key: string, cert: string, address = '127.0.0.1', port = 0) {
    const server = https.createServer({ key, cert }, (request, response) => {
      heard.push(`${called} ${request.headers.host?.split(':')[0]}`)
      response.writeHead(204).end()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(port, address, resolve))
    ports[called] = (server.address() as AddressInfo).port
  }

  beforeAll(async () => {
    nameServer = await startNameServer((name, times) => names[name]?.(times) ?? [])
    const now = Date.now()
    const [before, after] = [new Date(now - day), new Date(now + day)]
    const authority = await generate(named('Authority of the tests'), {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(now - 3 * day),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true },
      ],
    })
    authorities = authority.cert
    const ca = { key: authority.private, cert: authority.cert }
    const good = await generate(named(host), { ...forHosts([host, 'turning.example'], before, after), ca })
    await serve('good', good.private, good.cert)
    await serve('elsewhere', good.private, good.cert, '127.0.0.2', ports.good)
    const old = await generate(named(host), { ...forHosts([host], new Date(now - 2 * day), before), ca })
    await serve('expired', old.private, old.cert)
    const own = await generate(named(host), forHosts([host], before, after))
    await serve('of its own making', own.private, own.cert)
  })
  afterAll(() => {
    nameServer.stop()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  })
  beforeEach(() => void heard.splice(0))

  const { signal } = new AbortController()
  const send = async (name: string, to = 'good') => {
    const url = `https://${name}:${ports[to]}/`
    const nameServers = [nameServer.address]
    const post = { url, headers: {}, body: '{}', loopback: true, signal, nameServers, authorities }
    return (await postMessage(post)).fault
  }

  it('arrives where its name leads and the certificate is for that name', async () => {
    expect(await send(host)).toBe(null)
    expect(heard).toEqual([`good ${host}`])
  })

  it.each([
    ['expired', host],
    ['of its own making', host],
    ['good', 'other.example'],
  ])('is not sent where the certificate does not hold: %s, asked as %s', async (to, name) => {
    expect(await send(name, to)).toBe('certificate')
    expect(heard).toEqual([])
  })

  it('is not sent where any address of the name lies within', async () => {
    const within = ['inside', 'both', 'metadata', 'six', 'mapped'].map((each) => `${each}.example`)
    for (const name of within) expect([name, await send(name)]).toEqual([name, 'forbidden-address'])
    expect(heard).toEqual([])
  })

  it('goes to the address that was looked at, also where the name leads elsewhere a moment later', async () => {
    expect(await send('turning.example')).toBe(null)
    expect(heard).toEqual(['good turning.example'])
    expect(nameServer.asked.filter((each) => each.endsWith('turning.example')).sort()).toEqual([
      'A turning.example',
      'AAAA turning.example',
    ])
    expect(await send('turning.example')).toBe(null)
    expect(heard).toEqual(['good turning.example', 'elsewhere turning.example'])
  })

  it('tells of a name that is not there', async () => {
    expect(await send('missing.example')).toBe('no-such-host')
  })
})
