import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { secretFrom, signedHeaders } from './sign.js'

const made = () => secretFrom(randomBytes(32))
const message = { id: 'event-1_42', body: '{"type":"event.updated","word":"åäö"}' }
const now = new Date()

describe('the signature of a message', () => {
  it('is the one that the specification of Standard Webhooks shows', () => {
    const example = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' }
    const at = new Date(1614265330_000)
    expect(signedHeaders(example, at, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': example.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('is accepted by the library of Standard Webhooks, with either of two secrets', () => {
    const [first, second] = [made(), made()]
    const headers = signedHeaders(message, now, [second, first])
    for (const secret of [first, second])
      expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body))
  })

  it('holds for nothing else: no other secret, body, id or time', () => {
    const secret = made()
    const headers = signedHeaders(message, now, [secret])
    const reader = new Webhook(secret)
    expect(() => new Webhook(made()).verify(message.body, headers)).toThrow()
    expect(() => reader.verify(`${message.body} `, headers)).toThrow()
    expect(() => reader.verify(message.body, { ...headers, 'webhook-id': 'event-1_43' })).toThrow()
    const another = String(Number(headers['webhook-timestamp']) - 1)
    expect(() => reader.verify(message.body, { ...headers, 'webhook-timestamp': another })).toThrow()
    const old = signedHeaders(message, new Date(now.getTime() - 3_600_000), [secret])
    expect(() => reader.verify(message.body, old)).toThrow(/too old/)
  })
})
