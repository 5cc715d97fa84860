import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCrowd } from '../support/crowd.js'
import type { Visitor } from '../support/people.js'
import { submitted } from '../support/submit.js'
import { database, describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const town = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: { author: { role: 'contributor', organisation: 'Klara' }, editor: { role: 'editor' } },
  })

const day = 86_400_000
/** What a page shows; none of its queries may read many more documents than that. */
const page = 10

interface Client {
  execute(statement: { sql: string; args: unknown[] }): Promise<{ rows: Record<string, unknown>[] }>
}

/**
 * Whether the lists are read from indexes, told by the databases themselves: SQLite by its plan for each statement that a
 * request makes, MongoDB by its profiler. With a few hundred documents neither could tell it by the time it takes.
 */
describeHere('editors’ lists read no more than they show', () => {
  let torg: Running
  let ekby: Awaited<ReturnType<typeof town>>
  let editor: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    ekby = await town(torg)
    const { author } = ekby.person
    editor = ekby.person.editor
    const categories = [ekby.category]
    const waiting = await submitted(author, 'events', { title: 'Väntar', categories })
    const live = await submitted(author, 'events', { title: 'Publikt', categories })
    await editor.act('events', live.id, 'approve')
    const now = Date.now()
    await makeCrowd(torg.payload, { event: waiting.id, many: 300, start: now - 5 * day, step: day / 6 })
    await makeCrowd(torg.payload, { event: live.id, many: 600, start: now - 100 * day, step: day / 3 })
  }, 240_000)
  afterAll(() => torg?.stop())

  /** What the databases say of the queries that a request makes of events and posts. */
  const plansOf = async (address: string): Promise<string[]> => {
    const faults = database === 'mongodb' ? await readWidely(address) : await sortedOrScanned(address)
    return faults
  }

  async function sortedOrScanned(address: string): Promise<string[]> {
    const { client } = torg.payload.db as unknown as { client: Client }
    const asked: { sql: string; args: unknown[] }[] = []
    const execute = client.execute.bind(client)
    client.execute = (statement) => {
      asked.push(statement)
      return execute(statement)
    }
    const { status, body } = await editor.get(address)
    client.execute = execute
    expect(status, JSON.stringify(body)).toBe(200)
    const ours = asked.filter(({ sql }) => /from "(events|posts)"/.test(sql) && /order by/i.test(sql))
    expect(ours.length, address).toBeGreaterThan(0)
    const plans = await Promise.all(
      ours.map(async ({ sql, args }) => {
        const { rows } = await execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
        return rows.map(({ detail }) => String(detail))
      }),
    )
    return plans.flat().filter((step) => /TEMP B-TREE FOR ORDER BY|^SCAN (events|posts)/.test(step))
  }

  async function readWidely(address: string): Promise<string[]> {
    const mongo = (torg.payload.db as unknown as { connection: { db: Db } }).connection.db
    await mongo.command({ profile: 2 })
    const began = new Date()
    const { status, body } = await editor.get(address)
    await mongo.command({ profile: 0 })
    expect(status, JSON.stringify(body)).toBe(200)
    const ours = await mongo
      .collection('system.profile')
      .find({
        ts: { $gte: began },
        op: 'query',
        ns: { $in: [`${mongo.databaseName}.events`, `${mongo.databaseName}.posts`] },
      })
      .toArray()
    expect(ours.length, address).toBeGreaterThan(0)
    return ours
      .filter(({ docsExamined, hasSortStage }) => docsExamined > page + 2 || hasSortStage)
      .map(({ docsExamined, hasSortStage, planSummary, command }) =>
        JSON.stringify({ docsExamined, hasSortStage, planSummary, filter: command?.filter }),
      )
  }

  it.each([
    'queue?',
    'queue?surface=calendar&reason=decision&',
    'queue?language=sv&',
    'queue?language=en&',
    'queue?flagged=1&',
    'queue?mine=1&',
    'queue?within=7&',
    'queue?organisation=$organisation&',
    'queue?category=$category&',
    'queue?category=00000000-0000-7000-8000-000000000000&',
    'public?',
    'public?organisation=$organisation&',
    'public?category=$category&',
    'public?category=00000000-0000-7000-8000-000000000000&',
    'public?from=2026-01-01&to=2036-01-01&',
    'public?unreviewed=1&',
  ])('%s', async (what) => {
    const address = `/api/moderation/${what
      .replace('$organisation', ekby.organisation.Klara)
      .replace('$category', ekby.category)}limit=${page}`
    expect(await plansOf(address)).toEqual([])
    const { next } = (await editor.get(address)).body
    if (next) expect(await plansOf(`${address}&cursor=${next}`)).toEqual([])
  })
})
