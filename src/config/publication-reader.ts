import { BSON, type Db, type FindCursor } from 'mongodb'
import type { Payload } from 'payload'
import { createBsonReader } from './bson-json.js'
import type { PublicationReader } from '../feed/reader.js'
import type { Publication } from '../publication/publication.js'
import { withBytes } from '../feed/stored-publication.js'
import { goneFor } from '../publication/visibility.js'
import { everyRow } from '../shared/every-row.js'

type Row = Record<string, unknown> & { id: string }

const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : value instanceof Date ? value.toISOString() : String(value)

/** A stored row as a publication: the same from both databases. */
export function asPublication(row: Record<string, unknown>): Publication {
  return {
    id: String(row.id ?? row._id),
    kind: row.kind as Publication['kind'],
    municipality: String(row.municipality),
    organisation: textOrNull(row.organisation),
    number: Number(row.number),
    sequence: Number(row.sequence),
    state: row.state as Publication['state'],
    active: row.active !== false,
    hidden: (row.hidden as Publication['hidden']) ?? null,
    data: (row.data as Publication['data']) ?? null,
    pictures: (row.pictures as string[] | null) ?? [],
    visibleFrom: textOrNull(row.visibleFrom),
    visibleUntil: textOrNull(row.visibleUntil),
    published: textOrNull(row.published),
    modified: textOrNull(row.modified) ?? '',
    ended: textOrNull(row.ended),
    reason: textOrNull(row.reason),
    explanation: textOrNull(row.explanation),
  }
}

/**
 * States in which a publication that was public is forgotten after 90 days. One in state `none` may never have been
 * public: the feed looks at these itself. Organisations stay: what they have published asks whether they are active.
 */
const ended = ['expired', 'withdrawn', 'removed', 'erased'] as const
const forgottenUntil = (now: Date): Date => new Date(now.getTime() - goneFor)
const forgotten = (now: Date): object[] => [
  { kind: { not_equals: 'organisation' } },
  { state: { in: [...ended] } },
  { modified: { less_than_equal: forgottenUntil(now).toISOString() } },
]
const notForgotten = (now: Date): object => ({
  or: [
    { kind: { equals: 'organisation' } },
    { state: { not_in: [...ended] } },
    { modified: { greater_than: forgottenUntil(now).toISOString() } },
    { modified: { equals: null } },
  ],
})

/** Whether somebody who is named beside an event is active is asked when the event is entered, and again when that changes. */
const organisationsFirst = [{ equals: 'organisation' }, { not_equals: 'organisation' }]

const page = 1000
const batch = 200

/** Reads publications for a feed process: in pages from SQLite, as a stream and with a change stream from MongoDB. */
export function publicationReader(payload: Payload): PublicationReader {
  const find = async (where: object, sort: string, limit = page): Promise<Row[]> => {
    const { docs } = await payload.db.find<Row>({
      collection: 'publications',
      where: where as never,
      sort,
      limit,
      pagination: false,
    })
    return docs
  }
  const portable: PublicationReader = {
    async readAll(onRow, now) {
      for (const kind of organisationsFirst)
        for (let after = ''; ;) {
          const wanted = { and: [{ kind }, { id: { greater_than: after } }, notForgotten(now)] }
          const rows = await find(wanted, 'id')
          for (const row of rows) onRow(asPublication(row))
          if (rows.length < page) break
          after = String(rows.at(-1)!.id)
        }
    },
    async forgottenNumbers(now) {
      const found: Record<string, number> = {}
      for (const municipality of Object.keys(await portable.latestNumbers())) {
        const [last] = await find(
          { and: [{ municipality: { equals: municipality } }, ...forgotten(now)] },
          '-number',
          1,
        )
        if (last) found[municipality] = Number(last.number)
      }
      return found
    },
    async readSince(municipality, after) {
      const all: Publication[] = []
      for (let from = after; ;) {
        const rows = await find(
          { and: [{ municipality: { equals: municipality } }, { number: { greater_than: from } }] },
          'number',
        )
        all.push(...rows.map(asPublication))
        if (rows.length < page) return all
        from = Number(rows.at(-1)!.number)
      }
    },
    async latestNumbers() {
      const rows = await everyRow<Row>(payload, 'change-counters', {})
      return Object.fromEntries(rows.map((row) => [String(row.id), Number(row.last)]))
    },
  }
  const mongo = (payload.db as unknown as { connection?: { db?: Db } }).connection?.db
  return mongo ? withMongo(portable, mongo, payload) : portable
}

/** What a cursor finds, in its batches: the next one is on its way while somebody works on this one. */
async function* batchesAhead<T>(cursor: FindCursor<T>): AsyncGenerator<T[]> {
  for (let coming = cursor.next(); ;) {
    const first = await coming
    if (first === null) return
    const documents = [first, ...(cursor.readBufferedDocuments() as T[])]
    coming = cursor.next()
    // Heard of when it is waited for; whoever stops before that does not want to know.
    coming.catch(() => undefined)
    // What is to be sent goes out when the loop comes round.
    await new Promise((resolve) => setImmediate(resolve))
    yield documents
  }
}

/** MongoDB streams the first reading and tells of changes as they are committed. */
function withMongo(portable: PublicationReader, db: Db, payload: Payload): PublicationReader {
  const publications = db.collection('publications')
  return {
    ...portable,
    async readAll(onRow, now) {
      const read = createBsonReader()
      /** One that holds what no version of ours writes is told of, and held as one that is not shown. */
      const readable = (document: Buffer): Publication => {
        try {
          const { whole, data } = read(document)
          const publication = asPublication(JSON.parse(whole.toString()) as Record<string, unknown>)
          return data ? withBytes(publication, data) : publication
        } catch (error) {
          const publication = { ...asPublication(BSON.deserialize(document)), data: null, pictures: [] }
          payload.logger.error({ err: error, kind: publication.kind, document: publication.id }, 'feed')
          return publication
        }
      }
      const over = {
        kind: { $ne: 'organisation' },
        state: { $in: [...ended] },
        modified: { $lte: forgottenUntil(now) },
      }
      for (const kind of [{ $eq: 'organisation' }, { $ne: 'organisation' }])
        // Small batches: what a batch holds in between lives longer than the engine takes for short.
        for await (const documents of batchesAhead(
          publications.find({ kind, $nor: [over] }, { batchSize: batch, raw: true }),
        ))
          for (const document of documents) {
            onRow(readable(document as unknown as Buffer))
          }
    },
    onChange(wake) {
      let stopped = false
      let stream = publications.watch([], { maxAwaitTimeMS: 500 })
      const listen = () => {
        stream.on('change', wake)
        stream.on('error', (error) => {
          if (stopped) return
          // The poll goes on meanwhile; a stream that broke is opened again.
          payload.logger.warn(
            { code: (error as { codeName?: string }).codeName ?? 'change-stream' },
            'change stream',
          )
          setTimeout(() => {
            if (stopped) return
            stream = publications.watch([], { maxAwaitTimeMS: 500 })
            listen()
          }, 1000).unref()
        })
      }
      listen()
      return () => {
        stopped = true
        void stream.close().catch(() => undefined)
      }
    },
  }
}
