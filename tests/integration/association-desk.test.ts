import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ComingTime, DeskGroup, DeskItem, DeskOverview } from '../../src/moderation/desk.js'
import { eventBody, postBody } from '../support/newsroom.js'
import type { Visitor } from '../support/people.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const town = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Granne: {}, Nord: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      neighbour: { role: 'contributor', organisation: 'Granne' },
      many: { role: 'contributor', organisation: 'Nord' },
      editor: { role: 'editor' },
      auditor: { role: 'auditor' },
    },
  })

const inHours = (hours: number) => {
  const at = new Date(Date.now() + hours * 3_600_000)
  at.setUTCSeconds(0, 0)
  return at.toISOString().replace('.000Z', 'Z')
}

describeHere('the desk of an association', () => {
  let torg: Running
  let ekby: Awaited<ReturnType<typeof town>>
  let author: Visitor
  let editor: Visitor
  let neighbour: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    ekby = await town(torg)
    ;({ author, editor, neighbour } = ekby.person)
  }, 240_000)
  afterAll(() => torg?.stop())

  const deskOf = async (who: Visitor): Promise<DeskOverview> => {
    const { status, body } = await who.get('/api/desk')
    expect(status, JSON.stringify(body)).toBe(200)
    return body as DeskOverview
  }
  const placeOf = (desk: DeskOverview, id: string): [DeskGroup, DeskItem] | null => {
    for (const [group, { items }] of Object.entries(desk.groups)) {
      const item = items.find((one) => one.id === id)
      if (item) return [group as DeskGroup, item]
    }
    return null
  }
  const write = (title: string, more: object = {}) =>
    submitted(author, 'events', { ...eventBody(ekby.category), title, ...more })

  it('has everything that the association wrote in its place, with the next step', async () => {
    const draft = await author.post('/api/events', { title: 'Bara en tanke' })
    const waiting = await submitted(author, 'posts', { ...postBody(ekby.category), title: 'Väntar' })
    const back = await write('Sänds tillbaka')
    await editor.act('events', back.id, 'request-changes', { message: 'Var är det?' })
    const refused = await write('Avslås')
    await editor.act('events', refused.id, 'reject', { reason: 'local-only', message: 'Annan kommun.' })
    const live = await write('Publik')
    await editor.act('events', live.id, 'approve')
    const changed = await write('Ändras')
    const { body: approved } = await editor.act('events', changed.id, 'approve')
    const patch = { revision: approved.revision, summary: 'Ny tid.' }
    expect((await author.patch(`/api/events/${changed.id}`, patch)).status).toBe(200)
    const down = await write('Tas ner')
    await editor.act('events', down.id, 'approve')
    await author.act('events', down.id, 'withdraw', { reason: 'organiser' })

    const desk = await deskOf(author)
    const steps = Object.fromEntries(
      [draft.body.doc.id, waiting.id, back.id, refused.id, live.id, changed.id, down.id].map((id) => {
        const [group, { title, step }] = placeOf(desk, id)!
        return [title, [group, step]]
      }),
    )
    expect(steps).toEqual({
      'Bara en tanke': ['to-do', 'finish'],
      Väntar: ['waiting', 'wait'],
      'Sänds tillbaka': ['to-do', 'mend'],
      Avslås: ['to-do', 'appeal-rejection'],
      Publik: ['public', 'seen'],
      Ändras: ['to-do', 'send-change'],
      'Tas ner': ['over', 'taken-down'],
    })
    expect(placeOf(desk, back.id)![1].said).toMatchObject({ message: 'Var är det?' })
    expect(placeOf(desk, refused.id)![1].said).toMatchObject({
      message: 'Annan kommun.',
      reasonLabel: { sv: 'Det ska röra kommunen.' },
    })
    expect(placeOf(desk, changed.id)![1]).toMatchObject({
      change: true,
      page: expect.stringContaining('/ekby/e/'),
    })
    expect(desk.notices.map(({ action }) => action)).toContain('approve')
    expect(desk).toMatchObject({ mayWrite: true, organisations: [{ name: 'Klara', life: 'approved' }] })

    await author.act('events', refused.id, 'appeal', { message: 'Det är här.' })
    expect(placeOf(await deskOf(author), refused.id)).toMatchObject(['waiting', { step: 'wait-appeal' }])
  })

  it('holds nothing of others, and only those who write for an organisation have one', async () => {
    const { id } = await write('Vår egen')
    expect(placeOf(await deskOf(neighbour), id)).toBe(null)
    expect(JSON.stringify(await deskOf(neighbour))).not.toContain('Klara')
    expect((await neighbour.get(`/api/desk/before-submit/events/${id}`)).status).toBe(404)
    for (const who of [editor, ekby.person.auditor]) expect((await who.get('/api/desk')).status).toBe(403)
    for (const path of ['', '/items?group=to-do', `/before-submit/events/${id}`])
      expect((await fetch(`${torg.base}/api/desk${path}`)).status).toBe(401)
  })

  it("calls tonight's training off, and only tonight's, and takes it back", async () => {
    const [start, end] = [inHours(5), inHours(6)]
    const { id } = await write('Träning', { start, end, recurrenceRule: 'FREQ=WEEKLY' })
    await editor.act('events', id, 'approve')
    const mine = async (): Promise<ComingTime[]> =>
      (await deskOf(author)).coming.filter((time) => time.id === id)
    const [tonight, later] = await mine()
    expect(tonight).toMatchObject({
      title: 'Träning',
      status: 'scheduled',
      occurrence: start,
      place: 'Vallen',
    })
    const off = await author.act('events', id, 'announce', {
      revision: tonight!.revision,
      status: 'cancelled',
      reason: 'illness',
      occurrence: tonight!.occurrence,
    })
    expect(off.status, JSON.stringify(off.body)).toBe(200)
    const after = await mine()
    expect(after[0]).toMatchObject({ status: 'cancelled', reason: 'illness', bySeries: false })
    expect(after[1]).toMatchObject({ occurrence: later!.occurrence, status: 'scheduled' })
    await author.act('events', id, 'announce', {
      revision: after[0]!.revision,
      status: 'scheduled',
      occurrence: start,
    })
    expect((await mine())[0]).toMatchObject({ status: 'scheduled' })
    await author.act('events', id, 'announce', { status: 'cancelled', reason: 'venue' })
    expect((await mine()).map(({ status, bySeries }) => [status, bySeries])).toEqual([
      ['cancelled', true],
      ['cancelled', true],
    ])
  })

  it('shows what comes in the order of its start, of two weeks, and as citizens see it', async () => {
    const soon = await write('Snart', { start: inHours(30), end: null })
    const late = await write('Om en månad', { start: inHours(24 * 30), end: null })
    for (const { id } of [soon, late]) await editor.act('events', id, 'approve')
    const { body } = await author.get(`/api/events/${soon.id}?depth=0`)
    await author.patch(`/api/events/${soon.id}`, { revision: body.revision, title: 'Ännu inte godkänt' })
    const titles = (await deskOf(author)).coming.map(({ title }) => title)
    expect(titles).toContain('Snart')
    expect(titles).not.toContain('Ännu inte godkänt')
    expect(titles).not.toContain('Om en månad')
    const starts = (await deskOf(author)).coming.map(({ start }) => Date.parse(start))
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  it('is read page by page, and asks the database as often for thirty as for three', async () => {
    const { many } = ekby.person
    const drafts = async (from: number, to: number) => {
      for (let n = from; n < to; n += 1)
        await (n % 2
          ? many.post('/api/posts', { title: `Nr ${n}` })
          : many.post('/api/events', { title: `Nr ${n}` }))
    }
    const askedOnce = async () => {
      const { db } = torg.payload
      const kept = { find: db.find, findOne: db.findOne, count: db.count }
      let times = 0
      const counting = <F extends (...given: never[]) => unknown>(ask: F) =>
        ((...given) => {
          times += 1
          return ask.apply(db, given)
        }) as F
      Object.assign(db, {
        find: counting(kept.find),
        findOne: counting(kept.findOne),
        count: counting(kept.count),
      })
      await deskOf(many)
      Object.assign(db, kept)
      return times
    }
    /** The clock and the jobs ask too, now and then: what counts is the least of some. */
    const asked = async () => {
      const times = []
      for (let n = 0; n < 6; n += 1) times.push(await askedOnce())
      return Math.min(...times)
    }
    await drafts(0, 3)
    const few = await asked()
    await drafts(3, 30)
    // Ten times as many, and no question more; the clock may have asked in one of the two.
    expect(Math.abs((await asked()) - few)).toBeLessThan(5)
    const seen: string[] = []
    let page = (await deskOf(many)).groups['to-do']
    for (;;) {
      seen.push(...page.items.map(({ title }) => title!))
      if (!page.next) break
      const { status, body } = await many.get(`/api/desk/items?group=to-do&cursor=${page.next}`)
      expect(status).toBe(200)
      page = body
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => `Nr ${29 - n}`))
  })

  it('leaves nothing out where many were touched at the same instant', async () => {
    const at = '2026-01-01T00:00:00.000Z'
    const ids: string[] = []
    for (let n = 0; n < 15; n += 1) {
      const { body } = await neighbour.post('/api/events', { title: `Lika ${n}` })
      ids.push(body.doc.id)
      await torg.payload.db.updateOne({ collection: 'events', id: body.doc.id, data: { updatedAt: at } })
    }
    const first = (await deskOf(neighbour)).groups['to-do']
    expect(first.items).toHaveLength(12)
    const { body } = await neighbour.get(`/api/desk/items?group=to-do&cursor=${first.next}`)
    const all = [...first.items, ...(body.items as DeskItem[])].map(({ id }) => id)
    expect(all.sort()).toEqual(ids.sort())
    expect(body.next).toBe(null)
  })

  it('refuses a group and a cursor that there are none of', async () => {
    for (const query of ['group=all', 'group=to-do&cursor=x', 'group=to-do&limit=1000', ''])
      expect((await author.get(`/api/desk/items?${query}`)).status, query).toBe(400)
    for (const path of ['constructor/0', 'organisations', 'events'])
      expect((await author.get(`/api/desk/before-submit/${path}/${'0'.repeat(24)}`)).status, path).toBe(404)
  })

  it('says before submitting how much time is left, what the house asks for, and how it will look', async () => {
    const { body } = await author.post('/api/events', {
      ...eventBody(ekby.category),
      title: 'Snabbt påtänkt',
      start: inHours(20),
      end: null,
    })
    const before = await author.get(`/api/desk/before-submit/events/${body.doc.id}`)
    expect(before.status, JSON.stringify(before.body)).toBe(200)
    expect(before.body).toMatchObject({
      lead: { left: 0, needed: 5, late: true },
      goesOutAtOnce: false,
      change: false,
      houseRules: [{ code: 'local-only', label: { sv: 'Det ska röra kommunen.' } }],
    })
    expect(Date.parse(before.body.decisionBy)).toBeGreaterThan(Date.now())
    expect(before.body.preview.waits[0].page).toContain('Snabbt påtänkt')
    expect(before.body.preview.public).toEqual([])
    const unfinished = await author.post('/api/events', {})
    const empty = await author.get(`/api/desk/before-submit/events/${unfinished.body.doc.id}`)
    expect(empty.body).toMatchObject({ lead: null, preview: { waits: [] } })
  })
})
