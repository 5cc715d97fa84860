import cluster from 'node:cluster'
import { createServer } from 'node:http'
import { bodyOf, readRecorded } from './recorded.js'

/**
 * The least that Node can do: the recorded answer for the address, the same bytes, no thought. Arguments: the file of
 * recorded answers, and how many processes share the port.
 */
const [file = '', processes = '1'] = process.argv.slice(2)

function serve(): void {
  const answers = new Map(
    readRecorded(file).map((one) => [
      one.path,
      { status: one.status, headers: one.headers.flat(), body: bodyOf(one) },
    ]),
  )
  createServer((request, response) => {
    const answer = answers.get(request.url ?? '')
    if (!answer)
      return void response.writeHead(request.url === '/' ? 200 : 404, { 'Content-Length': 0 }).end()
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  }).listen(Number(process.env.PORT), '127.0.0.1')
}

if (Number(processes) > 1 && cluster.isPrimary)
  for (let one = 0; one < Number(processes); one += 1) cluster.fork()
else serve()
