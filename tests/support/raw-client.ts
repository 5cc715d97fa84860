import net from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { readAsOthers } from './read-as-others.js'
import type { FeedAnswer } from './readers/feed-answer.js'

/** What came over a connection, byte for byte: `fetch` would repair what hostile clients send and unpack what they get. */
export interface Heard {
  status: number
  head: string
  body: Buffer
}

const blank = '\r\n\r\n'

/** Reads as many answers as there are, each by its Content-Length. */
export function answersIn(bytes: Buffer, isHead = false): Heard[] {
  const found: Heard[] = []
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(blank, at)
    if (end < 0) break
    const head = bytes.toString('latin1', at, end)
    const status = Number(head.slice(9, 12))
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const begin = end + blank.length
    const isEmpty = isHead || status === 304 || status === 204 || status === 100
    const body = bytes.subarray(begin, isEmpty ? begin : begin + length)
    found.push({ status, head, body })
    at = begin + body.length
  }
  return found
}

/** Sends bytes as they are and hears until the other side ends or nothing comes for a while. */
export function sendRaw(port: number, bytes: string | Buffer, quiet = 300): Promise<Buffer> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' })
    const heard: Buffer[] = []
    const done = (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(Buffer.concat(heard))
    }
    let timer = setTimeout(done, quiet * 10)
    socket.on('connect', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      heard.push(chunk)
      clearTimeout(timer)
      timer = setTimeout(done, quiet)
    })
    socket.on('end', done)
    socket.on('error', done)
  })
}

export const request = (method: string, path: string, headers: Record<string, string> = {}): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'Host: torg',
    ...Object.entries(headers).map((one) => one.join(': ')),
    '',
    '',
  ].join('\r\n')

/** One question and its answer, which is read as others read it too. */
export async function askRaw(
  port: number,
  path: string,
  { method = 'GET', headers = {} as Record<string, string>, body = '' } = {},
): Promise<Heard> {
  const length: Record<string, string> = body ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
  const head = request(method, path, { ...headers, ...length, Connection: 'close' })
  const bytes = await sendRaw(port, head + body, 5_000)
  const heard = answersIn(bytes, method === 'HEAD')[0] ?? { status: 0, head: '', body: Buffer.alloc(0) }
  if (isOfADoor(heard)) await readAsOthers(feedAnswerOf(method, path, heard), `http://127.0.0.1:${port}`)
  return heard
}

/** What is no HTTP, comes too slowly or has too large a head is refused by Node, before there is a door to describe it. */
const isOfADoor = ({ status, head }: Heard): boolean =>
  status !== 0 && status !== 431 && status !== 408 && !(status === 400 && !/^content-type:/im.test(head))

const unpackers: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync }

function feedAnswerOf(method: string, path: string, { status, head, body }: Heard): FeedAnswer {
  const lines = head.split('\r\n').slice(1)
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  const unpack = body.length > 0 ? unpackers[headers['content-encoding'] ?? ''] : undefined
  const isPicture = headers['content-type']?.startsWith('image/')
  const text = isPicture ? '' : (unpack ? unpack(body) : body).toString('utf8')
  return { method, path: path.replace(/^https?:\/\/[^/]*/, ''), status, headers, text }
}
