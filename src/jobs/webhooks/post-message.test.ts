import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postMessage } from './post-message.js'

describe('a message that is sent', () => {
  let heard = 0
  const server = http.createServer((_, response) => {
    heard += 1
    response.writeHead(204).end()
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void server.close())
  const { signal } = new AbortController()
  const send = async (url: string, loopback: boolean) => {
    const port = String((server.address() as AddressInfo).port)
    return (await postMessage({ url: url.replace('PORT', port), headers: {}, body: '{}', loopback, signal }))
      .fault
  }

  it('goes to no address within, whatever was stored', async () => {
    const within = [
      'https://127.0.0.1:PORT/',
      'https://[::1]:PORT/',
      'https://[::ffff:127.0.0.1]:PORT/',
      'https://0.0.0.0:PORT/',
      'https://169.254.169.254/',
      'https://10.0.0.1/',
      'http://127.0.0.1:PORT/',
      'http://93.184.215.14/',
    ]
    for (const url of within) expect([url, await send(url, false)]).toEqual([url, 'forbidden-address'])
    expect(await send('https://10.0.0.1/', true)).toBe('forbidden-address')
    expect(heard).toBe(0)
  })

  it('is not sent in the clear to an https address, and is to one of http where that is let through', async () => {
    expect(await send('https://127.0.0.1:PORT/', true)).toBe('connection')
    expect(heard).toBe(0)
    expect(await send('http://127.0.0.1:PORT/', true)).toBe(null)
    expect(heard).toBe(1)
  })

  it('was taken when its status has come, whatever becomes of the rest of the answer', async () => {
    const ends = new AbortController()
    const slow = http.createServer((_, response) => {
      response.writeHead(200, { 'Content-Length': '10' }).write('x')
      setTimeout(() => ends.abort(), 200)
    })
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`
    const post = { url, headers: {}, body: '{}', loopback: true, signal: ends.signal }
    expect(await postMessage(post)).toEqual({ fault: null, status: 200, askedToWait: 0 })
    slow.closeAllConnections()
    slow.close()
  })

  it('is not left hanging by a receiver that speaks another protocol', async () => {
    const other = http.createServer((_, response) => {
      response.writeHead(101, { Connection: 'Upgrade', Upgrade: 'other' }).end()
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    expect(await send(`http://127.0.0.1:${port}/`, true)).toBe('status')
    other.closeAllConnections()
    other.close()
  })
})
