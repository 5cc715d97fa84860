import type { IncomingMessage } from 'node:http'
import { DomainError } from '../shared/errors.js'

/**
 * What was posted, as JSON. Anything but `application/json` in UTF-8, uncompressed, is a 415; more octets than `most` a
 * 413. A request that is cut off is refused like one that cannot be read: nobody is there to hear it.
 */
export async function readJsonBody(request: IncomingMessage, most: number): Promise<unknown> {
  const [type, ...rest] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .replace(/[\s"]/g, '')
    .split(';')
  const charset = rest.find((one) => one.startsWith('charset='))?.slice('charset='.length) ?? 'utf-8'
  if (type !== 'application/json' || !['utf-8', 'utf8'].includes(charset))
    throw new DomainError('unsupported-media-type', 'Post application/json in UTF-8.')
  if (![undefined, 'identity'].includes(request.headers['content-encoding']))
    throw new DomainError('unsupported-media-type', 'Post it uncompressed.')
  const body = await readOctets(request, most)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch {
    throw new DomainError('malformed-json', 'What was posted is no JSON in UTF-8.')
  }
}

async function readOctets(request: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length
      // Read on without keeping it: closing the connection would hide the answer from the sender.
      if (size <= most) parts.push(part)
      if (size > most * 4) break
    }
  } catch {
    throw new DomainError('malformed-request', 'The request was cut off.')
  }
  if (size > most) throw new DomainError('too-large', `At most ${most} octets can be posted here.`)
  return Buffer.concat(parts)
}
