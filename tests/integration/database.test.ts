import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { promisify } from 'node:util'
import { Decimal128, MongoClient, type Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareDatabase } from '../../src/config/prepare-database.js'
import { publicationReader } from '../../src/config/publication-reader.js'
import { compareAndSet, type Columns } from '../../src/editorial/compare-and-set.js'
import { contentOf } from '../../src/editorial/content.js'
import { fanOutNow } from '../../src/editorial/fan-out.js'
import { repairNative } from '../../src/editorial/reconcile.js'
import type { Write } from '../../src/editorial/together.js'
import type { Publication } from '../../src/publication/publication.js'
import { bundled, bundleFlags } from '../../src/scripts/tools/bundle.mjs'
import { eventually, makeMunicipality } from '../support/people.js'
import { database, describeHere, freshSettings, startForTests, type Running } from '../support/torg.js'

const run = promisify(execFile)

/** Tries to start Torg with these settings and tells what it said when it did not. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '', ...settings }
  const start = run(process.execPath, [...bundleFlags, await bundled('src/scripts/serve.ts')], {
    env,
    timeout: 100_000,
  })
  return start.then(
    () => 'it started',
    (error: { stderr: string; killed: boolean }) => (error.killed ? 'it started' : error.stderr),
  )
}

describeHere('the database', () => {
  let torg: Running
  let municipality: { id: string }
  beforeAll(async () => {
    torg = await startForTests()
    municipality = await makeMunicipality(torg.payload, { slug: 'databy' })
  })
  afterAll(() => torg?.stop())

  it('gives ids that are texts', () => {
    expect(typeof municipality.id).toBe('string')
    expect(municipality.id.length).toBeGreaterThanOrEqual(24)
  })

  it('lets exactly one of eight writers set a row that all of them read', async () => {
    const set = (index: number) =>
      torg.payload.db.updateOne({
        collection: 'municipalities',
        where: { and: [{ id: { equals: municipality.id } }, { revision: { equals: 1 } }] },
        data: { revision: 2, colour: `#00000${index}` },
        options: { atomic: true },
      } as unknown as Parameters<typeof torg.payload.db.updateOne>[0]) as unknown as Promise<{
        colour: string
      } | null>
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => set(index)))
    const won = answers.filter((one) => one !== null && one !== undefined)
    expect(won).toHaveLength(1)
    const row = await torg.payload.db.findOne<{ id: string; colour: string }>({
      collection: 'municipalities',
      where: { id: { equals: municipality.id } },
    })
    expect(row?.colour).toBe(won[0]!.colour)
  })

  it('commits a decision only on the document as it was read: same revision, and same outbox', async () => {
    const write = { payload: torg.payload, context: {} } as unknown as Write
    const made = await torg.payload.db.create({
      collection: 'posts',
      data: { municipality: municipality.id, title: 'Tävlan', revision: 1, outboxCause: '' },
    })
    const seen = { id: String(made.id), revision: 1, outboxCause: '' }
    const set = (read: Omit<typeof seen, 'id'>, columns: Columns) =>
      compareAndSet(torg.payload, 'post', { ...seen, ...read }, columns, write)
    const stored = async () => {
      const row = await torg.payload.db.findOne<{ id: string; revision: number; outboxCause: string }>({
        collection: 'posts',
        where: { id: { equals: seen.id } },
      })
      return [row?.revision, row?.outboxCause]
    }
    // Another revision under the same outbox, and another outbox of the same revision.
    expect(await set(seen, { revision: 2 })).toBe(true)
    expect(await set(seen, { revision: 7 })).toBe(false)
    const read = { revision: 2, outboxCause: '' }
    expect(await set(read, { outboxCause: 'en' })).toBe(true)
    expect(await set(read, { outboxCause: 'annan' })).toBe(false)
    expect(await stored()).toEqual([2, 'en'])
    const both = await Promise.all(
      ['ena', 'andra'].map((cause) =>
        set({ revision: 2, outboxCause: 'en' }, { revision: 3, outboxCause: cause }),
      ),
    )
    expect([...both].sort()).toEqual([false, true])
    expect(await stored()).toEqual([3, both[0] ? 'ena' : 'andra'])
    await torg.payload.db.deleteOne({ collection: 'posts', where: { id: { equals: seen.id } } })
  })

  it('puts right at start what a dead process left of documents saved lately, however many they are', async () => {
    const content = contentOf('post', { title: 'Sparad' })
    for (let index = 0; index < 450; index += 1)
      await torg.payload.db.create({
        collection: 'posts',
        data: { municipality: municipality.id, title: 'Halv', content, revision: 1 },
      })
    expect(await repairNative(torg.payload, new Date())).toBe(450)
    expect(await repairNative(torg.payload, new Date())).toBe(0)
    const { docs } = await torg.payload.db.find<{ id: string; title: string }>({
      collection: 'posts',
      where: { title: { equals: 'Sparad' } },
      pagination: false,
    })
    expect(docs).toHaveLength(450)
  })

  it('starts although a row cannot be put right, and puts the others right', async () => {
    const broken = contentOf('post', { title: 'Trasig', pictures: ['019191919191919191919191'] })
    const whole = contentOf('post', { title: 'Hel' })
    for (const content of [broken, whole])
      await torg.payload.db.create({
        collection: 'posts',
        data: { municipality: municipality.id, title: 'Halv', content, revision: 1 },
      })
    expect(await repairNative(torg.payload, new Date())).toBeGreaterThanOrEqual(1)
    const where = { title: { equals: 'Hel' } }
    expect((await torg.payload.db.count({ collection: 'posts', where })).totalDocs).toBe(1)
    const left = { content: whole, title: 'Trasig' }
    await torg.payload.db.updateOne({
      collection: 'posts',
      where: { title: { in: ['Halv', 'Trasig'] } },
      data: left,
    })
  })

  it('says which change number is used twice', async () => {
    const publication = { kind: 'post', municipality: 'databy', number: 900, sequence: 0, state: 'withdrawn' }
    await torg.payload.db.create({ collection: 'publications', data: { ...publication, id: 'ena' } })
    await expect(
      torg.payload.db.create({ collection: 'publications', data: { ...publication, id: 'andra' } }),
    ).rejects.toThrow()
    await torg.payload.db.deleteOne({ collection: 'publications', where: { id: { equals: 'ena' } } })
  })

  it('gives a feed that starts no tombstone that is forgotten, only the highest number of those', async () => {
    const now = new Date()
    const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString()
    const rows = [
      { id: 'glomd', number: 901, state: 'withdrawn', modified: daysAgo(91) },
      { id: 'glomd-senare', number: 903, state: 'erased', modified: daysAgo(90.5) },
      { id: 'borta', number: 904, state: 'removed', modified: daysAgo(89) },
      { id: 'gammal', number: 905, state: 'live', modified: daysAgo(400) },
      { id: 'utan-tid', number: 906, state: 'expired' },
    ]
    for (const row of rows)
      await torg.payload.db.create({
        collection: 'publications',
        data: { kind: 'post', municipality: 'databy', sequence: 0, ...row },
      })
    const reader = publicationReader(torg.payload)
    const read: string[] = []
    await reader.readAll((row) => read.push(row.id), now)
    const ids = rows.map((row) => row.id)
    expect(ids.filter((id) => read.includes(id))).toEqual(['borta', 'gammal', 'utan-tid'])
    expect((await reader.forgottenNumbers(now)).databy).toBe(903)
    await torg.payload.db.deleteMany({ collection: 'publications', where: { id: { in: ids } } })
  })

  it('tells an organisation’s new name though something of it cannot be read, and takes up later what could not be reached', async () => {
    const { db } = torg.payload
    const organisation = { id: 'ombytt', name: 'Gamla namnet' }
    const rows = [
      {
        id: 'ombytt',
        kind: 'organisation',
        data: { ...organisation, kind: 'organisation', name: 'Nya namnet' },
      },
      { id: 'trasigt', kind: 'event', data: { kind: 'event', organisation } },
      { id: 'helt', kind: 'post', data: { kind: 'post', organisation } },
    ]
    for (const [at, row] of rows.entries())
      await db.create({
        collection: 'publications',
        data: {
          municipality: 'databy',
          organisation: row.kind === 'organisation' ? null : 'ombytt',
          number: 920 + at,
          sequence: 0,
          state: 'live',
          active: true,
          modified: new Date().toISOString(),
          ...row,
        },
      })
    const named = async () => {
      const where = { id: { equals: 'helt' } }
      const row = await db.findOne<{ id: string; data: { organisation: { name: string } } }>({
        collection: 'publications',
        where,
      })
      return row!.data.organisation.name
    }
    // Just as far back as is looked; a minute later it would be missed.
    const now = Date.now()
    const modified = new Date(now - 599_000).toISOString()
    await db.updateOne({
      collection: 'publications',
      where: { id: { equals: 'ombytt' } },
      data: { modified },
    })
    const { find } = db
    db.find = (() => Promise.reject(new Error('away'))) as typeof find
    await expect(fanOutNow(torg.payload, { now }).finally(() => Object.assign(db, { find }))).rejects.toThrow(
      'away',
    )
    expect(await named()).toBe('Gamla namnet')
    expect(await fanOutNow(torg.payload, { now: now + 60_000 })).toBe(1)
    expect(await named()).toBe('Nya namnet')
    const ids = rows.map(({ id }) => id)
    await db.deleteMany({ collection: 'publications', where: { id: { in: ids } } })
  })

  if (database === 'sqlite') {
    const execute = async (sql: string): Promise<Record<string, unknown>[]> => {
      const { client } = torg.payload.db as unknown as {
        client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> }
      }
      return (await client.execute(sql)).rows
    }

    it('writes ahead and to the disk at each commit, so that a power cut loses nothing that was acknowledged', async () => {
      const ask = async (pragma: string) => Object.values((await execute(`PRAGMA ${pragma}`))[0]!)[0]
      expect(await ask('journal_mode')).toBe('wal')
      expect(await ask('synchronous')).toBe(2)
      expect(await ask('busy_timeout')).toBe(5000)
      // Of the file itself: both format versions in its header say WAL (sqlite.org/fileformat, 1.3.3).
      const header = fs.readFileSync(new URL(torg.settings.databaseUrl)).subarray(0, 20)
      expect([header[18], header[19]]).toEqual([2, 2])
    })

    it('runs the committed migrations once, and finds nothing to do the second time', async () => {
      const ran = async () =>
        (
          await torg.payload.db.find<{ id: string; name: string }>({
            collection: 'payload-migrations',
            limit: 100,
          })
        ).docs.map((one) => one.name)
      const before = await ran()
      expect(before.length).toBeGreaterThan(0)
      expect(before).not.toContain('dev')
      await prepareDatabase(torg.payload)
      expect(await ran()).toEqual(before)
    })

    it('reads what the feed and the clock ask for by an index', async () => {
      const plan = async (sql: string) =>
        (await execute(`EXPLAIN QUERY PLAN ${sql}`)).map((row) => String(row.detail)).join('; ')
      for (const sql of [
        `SELECT * FROM publications WHERE municipality = 'x' AND number > 3 ORDER BY number`,
        `SELECT * FROM events WHERE clock_at <= '2026' ORDER BY clock_at`,
        `SELECT * FROM posts WHERE outbox_cause = 'x'`,
        `SELECT * FROM notices WHERE organisation_id = 'x'`,
        `SELECT * FROM revisions WHERE document = 'x'`,
        `SELECT * FROM moderation_log WHERE document = 'x'`,
      ]) {
        expect(await plan(sql), sql).toMatch(/USING (COVERING )?INDEX/)
      }
      const atTime = `municipality_id = 'x' AND starts_at >= '2026' AND starts_at <= '2027' ORDER BY starts_at`
      expect(await plan(`SELECT id FROM events WHERE ${atTime}`)).toMatch(
        /\(municipality_id=\? AND starts_at>/,
      )
    })
  } else {
    it('refuses to start on MongoDB without a replica set, and says what to do', async () => {
      const settings = await freshSettings()
      const url = new URL(settings.DATABASE_URL!)
      url.search = ''
      const said = await refusal({ ...settings, DATABASE_URL: url.toString() })
      expect(said).toMatch(/replicaSet/)
      expect(said).not.toMatch(/\bat .*\.(ts|js):\d+/)
    }, 120_000)

    it('holds hidden, in a feed that starts, what holds what no version of ours has written', async () => {
      const mongo = (torg.payload.db as unknown as { connection: { db: Db } }).connection.db
      const publications = mongo.collection<{ _id: string }>('publications')
      const row = { kind: 'post', municipality: 'databy', sequence: 0, state: 'live', pictures: ['p1'] }
      await publications.insertMany([
        {
          ...row,
          _id: 'fran-annat',
          number: 930,
          data: { kind: 'post', price: Decimal128.fromString('1.5') },
        },
        { ...row, _id: 'fran-oss', number: 931, data: { kind: 'post' } },
      ] as never)
      const read = new Map<string, Publication>()
      await publicationReader(torg.payload).readAll((each) => read.set(each.id, each), new Date())
      expect(read.get('fran-annat')).toMatchObject({ number: 930, data: null, pictures: [] })
      expect(read.get('fran-oss')).toMatchObject({ number: 931, data: { kind: 'post' } })
      await publications.deleteMany({ _id: { $in: ['fran-annat', 'fran-oss'] } })
    })

    it('ends the transaction of a process that died at once, and leaves those of the living alone', async () => {
      const die = `
        const { MongoClient } = await import('mongodb')
        const client = await MongoClient.connect(process.argv[1])
        const session = client.startSession()
        const change = async (tries) => {
          session.startTransaction()
          try {
            await client.db().collection('municipalities').updateMany({}, { $set: { name: 'Aldrig' } }, { session })
          } catch (error) {
            // Somebody else may be writing the same row at this moment.
            await session.abortTransaction()
            if (tries === 0) throw error
            await new Promise((resolve) => setTimeout(resolve, 100))
            await change(tries - 1)
          }
        }
        await change(50)
        process.kill(process.pid, 'SIGKILL')`
      const client = await MongoClient.connect(torg.env.DATABASE_URL!)
      const session = client.startSession()
      session.startTransaction()
      const places = client.db().collection<{ name: string }>('places')
      await places.insertOne({ name: 'Levande' }, { session })
      // The dead one holds the row: a write beside it waits for it, for up to a minute.
      const rename = (within: number) =>
        client
          .db()
          .collection('municipalities')
          .updateMany({}, { $set: { name: 'Ny' } }, { maxTimeMS: within })
      const dies = () => run(process.execPath, ['--input-type=module', '-e', die, torg.env.DATABASE_URL!])
      // Where somebody has ended its transaction already, another one dies.
      const held = async () => {
        const signal = await dies().then(
          () => null,
          (error: { signal?: string }) => error.signal,
        )
        // It could not write: the one before it holds the row still.
        if (signal !== 'SIGKILL') return true
        return rename(1500).then(
          () => false,
          () => true,
        )
      }
      expect(await eventually(held, (is) => is, 30_000)).toBe(true)
      // A busy MongoDB may take a moment to notice that the connection is gone; by itself it would wait for a minute.
      const renamed = await eventually(
        async () => {
          await prepareDatabase(torg.payload)
          return rename(2_000).then(
            () => true,
            () => false,
          )
        },
        (done) => done,
        30_000,
      )
      expect(renamed).toBe(true)
      await session.commitTransaction()
      expect(await places.countDocuments({ name: 'Levande' })).toBe(1)
      await session.endSession()
      await client.close()
    })

    it('rolls back everything of a transaction that fails', async () => {
      const { db } = torg.payload
      const transactionID = (await db.beginTransaction())!
      const req = { payload: torg.payload, transactionID, context: {} } as never
      await db.updateOne({
        collection: 'municipalities',
        where: { id: { equals: municipality.id } },
        data: { name: 'Halv' },
        req,
      })
      await db.rollbackTransaction(transactionID)
      const row = await db.findOne<{ id: string; name: string }>({
        collection: 'municipalities',
        where: { id: { equals: municipality.id } },
      })
      expect(row?.name).not.toBe('Halv')
    })

    it('reads what the feed and the clock ask for by an index', async () => {
      const client = await MongoClient.connect(torg.env.DATABASE_URL!)
      const db: Db = client.db()
      const stages = (plan: Record<string, unknown>): string[] => [
        String(plan.stage),
        ...(plan.inputStage ? stages(plan.inputStage as Record<string, unknown>) : []),
        ...((plan.inputStages as Record<string, unknown>[] | undefined) ?? []).flatMap(stages),
      ]
      const queries: [string, object, Record<string, 1>?][] = [
        ['publications', { municipality: 'x', number: { $gt: 3 } }, { number: 1 }],
        ['events', { clockAt: { $lte: new Date() } }, { clockAt: 1 }],
        ['posts', { clockAt: { $lte: new Date() } }, { clockAt: 1 }],
        ['organisations', { outboxCause: { $ne: '' } }],
        ['events', { outboxCause: { $ne: '' } }],
        ['events', { municipality: 'x', startsAt: { $gt: new Date() } }, { startsAt: 1 }],
        ['posts', { municipality: 'x', claimedBy: 'y' }],
        ['notices', { organisation: 'x' }],
        ['revisions', { document: 'x' }],
        ['moderation-log', { document: 'x' }],
        ['memberships', { account: 'x' }],
      ]
      for (const [collection, where, sort] of queries) {
        const { queryPlanner } = await db
          .collection(collection)
          .find(where)
          .sort(sort ?? {})
          .explain('queryPlanner')
        const used = stages(queryPlanner.winningPlan)
        expect(used, `${collection} ${JSON.stringify(where)}`).not.toContain('COLLSCAN')
        // In the order of the index: nothing is sorted in memory.
        expect(used).toContain('IXSCAN')
        expect(used).not.toContain('SORT')
      }
      await client.close()
    })
  }
})
