import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Recorded {
  path: string
  status: number
  headers: [string, string][]
  /** base64 */
  body: string
}

/** The least that Node can do: the recorded answer for the address, the same bytes, no thought. */
process.once('message', (recorded: Recorded[]) => {
  const answers = new Map(
    recorded.map(({ path, status, headers, body }) => [
      path,
      { status, headers, body: Buffer.from(body, 'base64') },
    ]),
  )
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '')
    if (!answer) return void response.writeHead(404, { 'Content-Length': 0 }).end()
    response.writeHead(answer.status, answer.headers.flat())
    response.end(answer.body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
})
process.on('disconnect', () => process.exit(0))
