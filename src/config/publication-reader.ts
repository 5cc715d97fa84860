import type { Db } from 'mongodb'
import type { Payload } from 'payload'
import { createBsonReader } from './bson-json.js'
import type { PublicationReader } from '../feed/reader.js'
import type { Publication } from '../publication/publication.js'
import { withBytes } from '../feed/stored-publication.js'
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

const page = 1000
const batch = 200

/** Reads publications for a feed process: in pages from SQLite, as a stream and with a change stream from MongoDB. */
export function publicationReader(payload: Payload): PublicationReader {
  const find = async (where: object, sort: string): Promise<Row[]> => {
    const { docs } = await payload.db.find<Row>({
      collection: 'publications',
      where: where as never,
      sort,
      limit: page,
      pagination: false,
    })
    return docs
  }
  const portable: PublicationReader = {
    async readAll(onRow) {
      for (let after = ''; ;) {
        const rows = await find({ id: { greater_than: after } }, 'id')
        for (const row of rows) onRow(asPublication(row))
        if (rows.length < page) return
        after = String(rows.at(-1)!.id)
      }
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

/** MongoDB streams the first reading and tells of changes as they are committed. */
function withMongo(portable: PublicationReader, db: Db, payload: Payload): PublicationReader {
  const publications = db.collection('publications')
  return {
    ...portable,
    async readAll(onRow) {
      const read = createBsonReader()
      // Small batches: what a batch holds in between lives longer than the engine takes for short.
      for await (const document of publications.find({}, { batchSize: batch, raw: true })) {
        const { whole, data } = read(document as unknown as Buffer)
        const publication = asPublication(JSON.parse(whole.toString()) as Record<string, unknown>)
        onRow(data ? withBytes(publication, data) : publication)
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
