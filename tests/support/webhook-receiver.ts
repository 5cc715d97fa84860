import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  id: string
  headers: Record<string, string>
  /** As it came. */
  text: string
  body: { type: string; data: { id: string; modified: number; state: string } & Record<string, unknown> }
}

type Manner = (request: http.IncomingMessage, response: http.ServerResponse) => void

/** How a receiver behaves. `hangs` says nothing at all, `endless` never stops talking, `fails` may be tried again soon. */
export const manners = {
  takes: (_, response) => void response.writeHead(204).end(),
  down: (_, response) => void response.writeHead(503, { 'Retry-After': '120' }).end('out of order'),
  fails: (_, response) => void response.writeHead(500).end(),
  redirects: (_, response) => void response.writeHead(307, { Location: '/trap' }).end(),
  breaks: (request) => void request.socket.destroy(),
  hangs: () => undefined,
  endless: (_, response) => {
    response.writeHead(200)
    const talk = () => !response.destroyed && response.write('x'.repeat(65_536), () => setImmediate(talk))
    talk()
  },
} satisfies Record<string, Manner>

/** A server with a receiver at every path; each takes what it is told until it is given other manners. */
export async function startReceiver() {
  const heard = new Map<string, Heard[]>()
  const behaving = new Map<string, Manner>()
  const held = new Map<string, http.ServerResponse[]>()
  const hold =
    (path: string): Manner =>
    (_, response) =>
      void held.set(path, [...(held.get(path) ?? []), response])
  const server = http.createServer((request, response) => {
    const path = request.url!
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString()
      const headers = request.headers as Record<string, string>
      const one = { id: headers['webhook-id']!, headers, text, body: JSON.parse(text) as Heard['body'] }
      heard.set(path, [...(heard.get(path) ?? []), one])
      ;(behaving.get(path) ?? manners.takes)(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    heard: (path: string) => heard.get(path) ?? [],
    behave: (path: string, manner: keyof typeof manners) => void behaving.set(path, manners[manner]),
    /** Takes what comes and says nothing of it until it is let go. */
    hold: (path: string) => void behaving.set(path, hold(path)),
    /** Answers what was held, and behaves from then on. */
    letGo(path: string, status: number, manner: keyof typeof manners) {
      behaving.set(path, manners[manner])
      for (const response of held.get(path) ?? []) response.writeHead(status).end()
      held.delete(path)
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
