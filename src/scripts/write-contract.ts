import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { printSchema } from 'graphql'
import { feedSchema } from '../feed/graphql/schema.js'
import { openApi } from '../http/openapi.js'
import { placeholders } from '../http/samples.js'
import { graphqlBreaks } from './contract/graphql-breaks.js'
import { restBreaks, type Description } from './contract/rest-breaks.js'

/**
 * The contract of the feed as it is promised to readers, in two files under version control: its schema for GraphQL and its
 * description for REST. Version 1 only grows: what would take something away from the files is refused here, by
 * `npm run generate` and by `npm run check` (`--check`, which writes nothing).
 */
const folder = path.resolve('docs', 'contract')
const files = { graphql: path.join(folder, 'feed.graphql'), rest: path.join(folder, 'feed.openapi.json') }

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const description = openApi('https://torg.example', placeholders)
const current = {
  graphql: `${printSchema(feedSchema)}\n`,
  rest: `${JSON.stringify(description, null, 2)}\n`,
}
const promised = { graphql: read(files.graphql), rest: read(files.rest) }

const broken = [
  ...(promised.graphql === null
    ? []
    : graphqlBreaks(promised.graphql, feedSchema).map((one) => `GraphQL: ${one}`)),
  ...(promised.rest === null
    ? []
    : restBreaks(JSON.parse(promised.rest) as Description, description as unknown as Description).map(
        (one) => `REST: ${one}`,
      )),
]
const stale = (['graphql', 'rest'] as const).filter((name) => promised[name] !== current[name])

if (broken.length > 0) {
  process.stderr.write(
    `Version 1 of the feed only grows; these would break its readers:\n${broken.map((one) => `  ${one}\n`).join('')}`,
  )
  process.exitCode = 1
} else if (process.argv.includes('--check')) {
  for (const name of stale)
    process.stdout.write(`${path.relative('.', files[name])} is stale. Run: npm run generate\n`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  mkdirSync(folder, { recursive: true })
  for (const name of stale) writeFileSync(files[name], current[name])
}
