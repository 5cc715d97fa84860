import type { Endpoint, PayloadRequest } from 'payload'
import { csvHead, csvLine } from '../src/privacy/audit/log-csv.js'
import { installationLine } from '../src/privacy/audit/log-entry.js'
import {
  logFilterNames,
  readLogFilters,
  readNoted,
  type LogFilters,
} from '../src/privacy/audit/log-questions.js'
import { noteReading, type Reading } from '../src/editorial/log/note-reading.js'
import { exportLog, readLog, type ShownEntry } from '../src/editorial/log/read-log.js'
import { sealLine } from '../src/editorial/log/seal-log.js'
import { verifyLine } from '../src/editorial/log/verify-log.js'
import { readParameters } from '../src/moderation/queue-filters.js'
import { systemClock } from '../src/shared/clock.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import type { Actor } from '../src/tenancy/actor.js'
import { auditsIn, isOperator, readsLogIn } from '../src/tenancy/membership.js'
import { answer, requireActor } from './endpoints.js'

type Given = Partial<Record<string, string>>

interface Asked {
  actor: Actor
  given: Given
  /** A municipality's id. */
  line: string
}

/** Who asks about which municipality's log: the first of the account's own where the address names none. */
function askedOf(req: PayloadRequest, known: readonly string[], reach: (actor: Actor) => string[]): Asked {
  const actor = requireActor(req)
  const given = readParameters(new URL(req.url!).searchParams, ['municipality', ...known])
  const reached = reach(actor)
  if (reached.length === 0) throw new DomainError('not-allowed', 'Only those who look after the log read it.')
  const line = given.municipality ?? reached[0]!
  if (!reached.includes(line)) throw nothingHere()
  return { actor, given, line }
}

const note = (req: PayloadRequest, { actor, line }: Asked, reading: Reading) =>
  noteReading(req.payload, { actor, line, reading, at: systemClock.now() })

function pageIn({ page = '1' }: Given): number {
  if (/^[1-9]\d{0,5}$/.test(page)) return Number(page)
  throw new DomainError('bad-parameter', 'Some parameters of the address cannot be used.', {
    faults: [{ field: 'page', code: 'range', message: 'A whole number from 1' }],
  })
}

const pageSize = 50

/** The operator, who sees nothing of a municipality, verifies the line of the installation. */
const verifiable = (actor: Actor): string[] => [
  ...auditsIn(actor),
  ...(isOperator(actor) ? [installationLine] : []),
]

async function exported(req: PayloadRequest): Promise<Response> {
  const asked = askedOf(req, ['format', ...logFilterNames], auditsIn)
  const { line, given } = asked
  const format = given.format ?? 'csv'
  if (format !== 'csv' && format !== 'json') {
    throw new DomainError('bad-parameter', 'Some parameters of the address cannot be used.', {
      faults: [{ field: 'format', code: 'format', message: 'csv or json' }],
    })
  }
  const filters = readLogFilters(given)
  // Before it is noted: an export holds what was there when it was asked for, in the order of the line.
  await sealLine(req.payload, line).catch(() => 0)
  await note(req, asked, `export-${format}`)
  const pieces = exportLog(req.payload, { municipality: line, filters }, req)
  const body = format === 'csv' ? asCsv(pieces) : asJson(pieces, line, filters)
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json'
  return new Response(streamOf(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="log.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}

const bytes = new TextEncoder()

/** Piece by piece, as fast as it is taken. */
const streamOf = (pieces: AsyncGenerator<Uint8Array>) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })

async function* asCsv(pieces: AsyncIterable<ShownEntry[]>): AsyncGenerator<Uint8Array> {
  yield bytes.encode(csvHead)
  for await (const piece of pieces) yield bytes.encode(piece.map(csvLine).join(''))
}

/** With the hashes, so that whoever has the file can work the line out again without Torg; see docs/privacy.md. */
async function* asJson(
  pieces: AsyncIterable<ShownEntry[]>,
  line: string,
  filters: LogFilters,
): AsyncGenerator<Uint8Array> {
  const head = JSON.stringify({ format: 'torg-log-1', line, filters })
  yield bytes.encode(`${head.slice(0, -1)},"entries":[`)
  let first = true
  for await (const piece of pieces) {
    const text = piece.map(({ id: _, actorRole: __, ...entry }) => JSON.stringify(entry)).join(',\n')
    yield bytes.encode(`${first ? '\n' : ',\n'}${text}`)
    first = false
  }
  yield bytes.encode('\n]}\n')
}

/** Doors for those who look after the log. Each reading is noted in it before anything is answered. */
export const logEndpoints: Endpoint[] = [
  {
    path: '/log',
    method: 'get',
    handler: async (req) => {
      const asked = askedOf(req, ['page', ...logFilterNames], readsLogIn)
      const question = {
        municipality: asked.line,
        filters: readLogFilters(asked.given),
        page: pageIn(asked.given),
        limit: pageSize,
      }
      await note(req, asked, 'list')
      return answer({ municipality: asked.line, ...(await readLog(req.payload, question, req)) })
    },
  },
  { path: '/log/export', method: 'get', handler: exported },
  {
    path: '/log/verify',
    method: 'get',
    handler: async (req) => {
      const asked = askedOf(req, ['noted'], verifiable)
      const noted = readNoted(asked.given.noted)
      await note(req, asked, 'verify')
      return answer(await verifyLine(req.payload, asked.line, noted))
    },
  },
]
