import express from 'express'
import { bodyOf, readRecorded } from './recorded.js'

/** What many would write: Express, and `res.json` of the same object. Argument: the file of recorded answers. */
const app = express()
app.disable('x-powered-by')
app.get('/', (_request, response) => void response.json({}))
for (const one of readRecorded(process.argv[2]!)) {
  const object: unknown = JSON.parse(bodyOf(one).toString())
  const [path] = one.path.split('?')
  app.get(path!, (_request, response) => void response.json(object))
}
app.listen(Number(process.env.PORT), '127.0.0.1')
