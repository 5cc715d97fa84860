import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerLength, load, percentile } from './load.js'

describe('the bench reads answers', () => {
  const whole = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello')

  it('from their heads, when all of one is there', () => {
    expect(answerLength(whole.subarray(0, 20))).toBeNull()
    expect(answerLength(whole.subarray(0, whole.length - 1))).toEqual({ length: whole.length, status: 200 })
    expect(answerLength(whole)).toEqual({ length: whole.length, status: 200 })
  })

  it('without a body where nothing has changed', () => {
    const bytes = Buffer.from('HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n')
    expect(answerLength(bytes)).toEqual({ length: bytes.length, status: 304 })
  })

  it('and refuses one whose length it cannot know', () => {
    expect(() => answerLength(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow(/Content-Length/)
  })

  it('and finds the time within which 99 of 100 were complete', () => {
    const times = Array.from({ length: 200 }, (_, index) => index)
    expect(percentile(times, 0.99)).toBe(198)
  })
})

describe('the bench asks', () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/missing' ? 404 : 200
    response.end('hello')
  })
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => void server.close())
  const ask = (path: string) =>
    load(
      { port, addresses: [path], headers: { 'Accept-Encoding': 'br' }, status: 200 },
      { connections: 4, seconds: 0.1 },
    )

  it('for as long as it was told and counts what came', async () => {
    const began = performance.now()
    const { answers, wrong, perSecond } = await ask('/')
    expect(performance.now() - began).toBeGreaterThanOrEqual(100)
    expect(answers).toBeGreaterThanOrEqual(4)
    expect(wrong).toBe(0)
    expect(perSecond).toBeGreaterThan(0)
  })

  it('and counts every answer that is none', async () => {
    const { answers, wrong } = await ask('/missing')
    expect(wrong).toBe(answers)
  })
})
