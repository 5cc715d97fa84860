import { createHmac } from 'node:crypto'

/** Before the base64 of every secret (Standard Webhooks), so that it is known for what it is wherever it turns up. */
const prefix = 'whsec_'
export const secretBytes = 32
/** For so long after a new secret was made, messages are signed with the one before it too. Milliseconds. */
export const bothSecretsFor = 48 * 3_600_000

export const secretFrom = (random: Buffer): string => `${prefix}${random.toString('base64')}`

/**
 * The headers by which a receiver knows that a message is from here and is no old one sent again (Standard Webhooks 1.0):
 * HMAC-SHA256 over id, time and body, one signature for each secret that is valid now. The id stays the same when a
 * message is tried again, the time does not.
 */
export function signedHeaders(
  message: { id: string; body: string },
  at: Date,
  secrets: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signed = `${message.id}.${timestamp}.${message.body}`
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(signed, secret)}`).join(' '),
  }
}

const signature = (signed: string, secret: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(signed, 'utf8')
    .digest('base64')
