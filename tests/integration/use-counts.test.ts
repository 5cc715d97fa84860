import { afterAll, beforeAll, expect, it } from 'vitest'
import { readUse, useCounts } from '../../src/editorial/use/use-records.js'
import { everyRow } from '../../src/shared/every-row.js'
import { dateIn } from '../support/days.js'
import { Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const canary = 'kanariefagel'

describeHere('how much citizens’ doors are used', () => {
  let torg: Running
  let ekby: Awaited<ReturnType<typeof town>>
  let vikby: Awaited<ReturnType<typeof town>>
  const town = (slug: string) =>
    makeTown(torg, {
      slug,
      organisations: { [`Klara ${slug}`]: {} },
      people: {
        [`${slug}-admin`]: { role: 'municipality-admin' },
        [`${slug}-editor`]: { role: 'editor' },
        [`${slug}-auditor`]: { role: 'auditor' },
        [`${slug}-author`]: { role: 'contributor', organisation: `Klara ${slug}` },
      },
    })
  beforeAll(async () => {
    torg = await startForTests()
    ekby = await town('ekby')
    vikby = await town('vikby')
    await feedHasCaughtUp(torg, ['ekby', 'vikby'])
  }, 240_000)
  afterAll(() => torg?.stop())

  const citizen = () => new Visitor(torg.base)
  const read = async (times: number, address: string) => {
    for (let n = 0; n < times; n += 1)
      await citizen().get(address, { 'User-Agent': canary, Cookie: canary, 'X-Forwarded-For': `10.9.8.${n}` })
  }
  const stored = () => everyRow<Record<string, unknown> & { id: string }>(torg.payload, useCounts, {})

  it('is counted by municipality, kind and day in sums of ten at least, and nothing of who', async () => {
    await torg.counting.store()
    await read(12, `/feed/v1/ekby/events?q=${canary}`)
    await read(9, '/feed/v1/ekby/posts.rss')
    await read(11, `/ekby?utm=${canary}`)
    await read(15, '/feed/v1/vikby/changes?after=0')
    // What is not there, and what is no municipality, is nothing that was used.
    await read(12, `/feed/v1/${canary}/events`)
    await read(12, '/feed/v1/ekby/events/nothing')
    await torg.counting.store()
    const rows = await stored()
    const day = dateIn(0)
    expect(
      rows.map(({ municipality, kind, day: on, count }) => [municipality, kind, on, count]).sort(),
    ).toEqual([
      ['ekby', 'lists', day, 12],
      ['ekby', 'pages', day, 11],
      ['vikby', 'changes', day, 15],
    ])
    const columns = ['id', 'municipality', 'kind', 'day', 'count', 'createdAt', 'updatedAt']
    for (const row of rows) expect(Object.keys(row).filter((name) => !columns.includes(name))).toEqual([])
    expect(JSON.stringify(rows)).not.toMatch(/kanarie|10\.9\.8|127\.0/)
    // The tenth makes a sum; what was stored is added to.
    await read(1, '/feed/v1/ekby/posts.rss')
    await read(10, '/feed/v1/ekby/events')
    await torg.counting.store()
    const [today] = await readUse(torg.payload, 'ekby', day)
    expect(today!.counts).toEqual({ lists: 22, pages: 11, feeds: 10 })
  })

  it('is shown to those who decide and audit there, and to nobody else', async () => {
    const days = [{ day: dateIn(0), counts: { lists: 22, pages: 11, feeds: 10 } }]
    for (const who of ['admin', 'editor', 'auditor']) {
      const answer = await ekby.person[`ekby-${who}`]!.get('/api/use')
      expect(answer).toMatchObject({ status: 200, body: { municipality: ekby.id } })
      expect(answer.body.days).toEqual(days)
    }
    expect((await ekby.person['ekby-author']!.get('/api/use')).status).toBe(403)
    expect((await citizen().get('/api/use')).status).toBe(401)
    const stranger = vikby.person['vikby-admin']!
    expect((await stranger.get(`/api/use?municipality=${ekby.id}`)).status).toBe(404)
    expect(JSON.stringify((await stranger.get('/api/use')).body.days)).not.toContain('22')
  })

  it('tells of no cell of one to nine, whatever lies in the database', async () => {
    const day = dateIn(0)
    await torg.payload.db.create({
      collection: useCounts,
      data: { id: `ekby ${day} items`, municipality: 'ekby', kind: 'items', day, count: 9 },
    })
    const { days } = (await ekby.person['ekby-admin']!.get('/api/use')).body
    expect(days[0].counts).not.toHaveProperty('items')
    expect(JSON.stringify(days)).not.toContain('9')
  })
})
