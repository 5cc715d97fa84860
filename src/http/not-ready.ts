import type { RequestListener } from 'node:http'

/** What is answered until everything is there: alive, and not ready. */
export const notReady: RequestListener = (request, response) => {
  const alive = request.url === '/healthz'
  response.writeHead(alive ? 200 : 503, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...(alive ? {} : { 'Retry-After': '2' }),
  })
  response.end(JSON.stringify({ status: alive ? 'ok' : 'starting' }))
}
