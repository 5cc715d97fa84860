import { createServer } from 'node:http'
import { getPayload, handleEndpoints } from 'payload'
import config from '../../../payload.config.js'

/**
 * Payload's own REST, in this process alone with its publications open to everybody: what the same question costs where
 * it is asked of a database. No framework stands in front of it.
 */
const sanitized = await config
const publications = sanitized.collections.find((one) => one.slug === 'publications')!
publications.access.read = () => true
// Torg refuses questions about fields within fields; here they are what is compared.
publications.hooks.beforeOperation = []
await getPayload({ config: sanitized })
const port = Number(process.env.PORT)

createServer((request, response) => {
  if (request.url === '/') return void response.end()
  void (async () => {
    const asked = new Request(`http://127.0.0.1:${port}${request.url}`, { headers: { accept: '*/*' } })
    const answer = await handleEndpoints({ config: sanitized, request: asked })
    const body = Buffer.from(await answer.arrayBuffer())
    const headers = [...answer.headers].filter(([name]) => name !== 'content-length')
    response.writeHead(answer.status, [...headers, ['Content-Length', String(body.length)]].flat())
    response.end(body)
  })()
}).listen(port, '127.0.0.1')
