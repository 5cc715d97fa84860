import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { eventBody } from '../support/newsroom.js'
import { Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const day = 86_400_000
const from = (days: number) => new Date(Math.floor((Date.now() + days * day) / 1000) * 1000)
const iso = (at: Date) => at.toISOString().replace('.000Z', 'Z')
/** As the feed writes an instant on a clock that shows UTC. */
const local = (at: Date) => iso(at).replace('Z', '+00:00')
const noon = (days: number) => new Date(from(days).setUTCHours(12, 0, 0, 0))
/** In minutes. */
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)
const week = 7 * 24 * 60
const dateOf = (days: number) => from(days).toISOString().slice(0, 10)
const stamp = (days: number) => `${dateOf(days).replaceAll('-', '')}T120000Z`

const stage = (torg: Running) =>
  makeTown(torg, {
    slug: 'serieby',
    organisations: { Klara: {} },
    people: { author: { role: 'contributor', organisation: 'Klara' }, editor: { role: 'editor' } },
  })

describeHere('a series', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof stage>>
  let citizen: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await stage(torg)
    citizen = new Visitor(torg.base)
  }, 240_000)
  afterAll(() => torg?.stop())

  /** What an author writes goes out by an editor's approval. */
  const approved = async (more: object): Promise<string> => {
    const { author, editor } = town.person
    const made = await author.post('/api/events', eventBody(town.category, more))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id } = made.body.doc as { id: string }
    expect(await author.act('events', id, 'submit')).toMatchObject({ status: 200 })
    expect((await editor.act('events', id, 'approve')).body).toMatchObject({ publication: 'live' })
    await feedHasCaughtUp(torg, ['serieby'])
    return id
  }
  const publication = async (id: string) =>
    (await torg.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'publications',
      where: { id: { equals: id } },
    }))!
  const shown = async (id: string) => {
    const answer = await citizen.get(`/feed/v1/serieby/events/${id}`)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body as {
      occurrences: { occurrence: string; start: string; previousStart?: string; status: string }[]
    }
  }

  it('that has been running for more than ten years is public until after its last time', async () => {
    const start = new Date(from(3).getTime() - 7 * 700 * day)
    const id = await approved({
      start,
      end: new Date(start.getTime() + 3_600_000),
      zone: 'UTC',
      recurrenceRule: `FREQ=WEEKLY;UNTIL=${stamp(32)}`,
    })
    const last = new Date(start.getTime() + 7 * 704 * day)
    expect((await shown(id)).occurrences.map((each) => each.start.slice(0, 10))).toContain(
      last.toISOString().slice(0, 10),
    )
    const until = Date.parse((await publication(id)).visibleUntil as string)
    expect(Math.abs(until - (last.getTime() + 3_600_000 + 30 * day))).toBeLessThan(2_000)
  })

  it('that ends beyond what readers have is written anew, and then told when it ends', async () => {
    const start = from(5)
    const id = await approved({
      start,
      end: new Date(start.getTime() + 3_600_000),
      zone: 'UTC',
      recurrenceRule: `FREQ=WEEKLY;UNTIL=${stamp(445)}`,
    })
    const first = await publication(id)
    expect(first.visibleUntil).toBeNull()
    const at = (days: number) => runClock(torg.payload, { now: () => from(days) })
    await at(30.1)
    const second = await publication(id)
    expect(second).toMatchObject({ state: 'live', visibleUntil: null })
    expect(Number(second.number)).toBeGreaterThan(Number(first.number))
    await at(60.3)
    const third = await publication(id)
    expect(Number(third.number)).toBeGreaterThan(Number(second.number))
    expect(Date.parse(third.visibleUntil as string)).toBeGreaterThan(from(460).getTime())
    await at(90.5)
    expect((await publication(id)).number).toBe(third.number)
    await at(468)
    expect(await publication(id)).toMatchObject({ state: 'live', number: third.number })
    await at(470)
    expect(await publication(id)).toMatchObject({ state: 'expired' })
  })

  it('of whole days has single days moved, by date, in every format', async () => {
    const [start, next, moved] = [dateOf(10), dateOf(17), dateOf(19)]
    const id = await approved({
      ...{ allDay: true, start: null, end: null, startDate: start, endDate: start },
      recurrenceRule: 'FREQ=WEEKLY;COUNT=3',
      overrides: [{ occurrence: next, start: moved, end: moved, note: 'Flyttad' }],
    })
    const saved = (await town.person.author.get(`/api/events/${id}?depth=0`)).body
    expect(saved.overrides[0]).toMatchObject({ occurrence: next, start: moved, end: moved })
    expect((await shown(id)).occurrences).toMatchObject([
      { occurrence: start, start },
      { occurrence: next, start: moved, previousStart: next },
      { occurrence: dateOf(24), start: dateOf(24) },
    ])
    const calendar = await (await fetch(`${torg.base}/feed/v1/serieby/events/${id}.ics`)).text()
    const compact = (date: string) => date.replaceAll('-', '')
    expect(calendar).toContain(`RECURRENCE-ID;VALUE=DATE:${compact(next)}`)
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${compact(moved)}`)
  })

  it('is cancelled at one of its own times only', async () => {
    const start = from(12)
    const id = await approved({
      start,
      end: new Date(start.getTime() + 3_600_000),
      zone: 'UTC',
      recurrenceRule: 'FREQ=WEEKLY;COUNT=3',
    })
    const { author } = town.person
    const cancel = (occurrence: string) =>
      author.act('events', id, 'announce', { status: 'cancelled', reason: 'weather', occurrence })
    const later = (time: number) => new Date(start.getTime() + time).toISOString()
    for (const occurrence of [later(3_600_000), later(21 * day)])
      expect(await cancel(occurrence), occurrence).toMatchObject({
        status: 422,
        body: { code: 'invalid-input', faults: [{ field: 'occurrence', code: 'not-found' }] },
      })
    expect((await cancel(later(7 * day))).status).toBe(200)
  })

  /** Weekly for five weeks, an hour each time; the clock is UTC, so that days are days. */
  const weekly = (start: Date, more: object = {}) => ({
    ...{ start: iso(start), end: iso(later(start, 60)), zone: 'UTC' },
    ...{ recurrenceRule: 'FREQ=WEEKLY;COUNT=5', ...more },
  })
  const compact = (at: Date) => iso(at).replaceAll(/[-:]/g, '')
  const calendarOf = async (id: string) =>
    (await (await fetch(`${torg.base}/feed/v1/serieby/events/${id}.ics`)).text()).replaceAll('\r\n ', '')

  it('keeps what was called off, also in calendars, when an editor corrects its time', async () => {
    const { author, editor } = town.person
    const start = noon(2)
    const id = await approved(weekly(start))
    const off = { status: 'cancelled', reason: 'illness', occurrence: iso(start) }
    expect((await author.act('events', id, 'announce', off)).status).toBe(200)
    const edits = { start: iso(later(start, 30)), end: iso(later(start, 90)) }
    expect((await editor.act('events', id, 'correct', { edits, note: 'Halv.' })).status).toBe(200)
    await feedHasCaughtUp(torg, ['serieby'])
    const [first, second] = (await shown(id)).occurrences
    expect(first).toMatchObject({ occurrence: local(later(start, 30)), status: 'cancelled' })
    expect(second).toMatchObject({ status: 'scheduled' })
    expect(await calendarOf(id)).toMatch(
      new RegExp(`RECURRENCE-ID[^\r]*${compact(later(start, 30)).slice(0, 15)}[^]*STATUS:CANCELLED`),
    )
  })

  it('keeps the dates that were left out and noted when its author moves it to another weekday', async () => {
    const { author, editor } = town.person
    const start = noon(3)
    const [left, noted, fresh] = [later(start, week), later(start, 2 * week), later(start, 24 * 60 + 15)]
    const overrides = [{ occurrence: iso(noted), note: 'Ta med kikare' }]
    const id = await approved(weekly(start, { exceptions: [iso(left)], overrides }))
    expect((await shown(id)).occurrences).toHaveLength(4)
    const { revision } = (await author.get(`/api/events/${id}/actions`)).body
    const times = { revision, start: iso(fresh), end: iso(later(fresh, 60)) }
    expect((await author.patch(`/api/events/${id}`, times)).status).toBe(200)
    // The form has them at the new times too.
    const saved = (await author.get(`/api/events/${id}?depth=0`)).body
    expect(saved.exceptions).toEqual([iso(later(fresh, week))])
    expect(saved.overrides).toMatchObject([
      { occurrence: iso(later(fresh, 2 * week)), note: 'Ta med kikare' },
    ])
    await author.act('events', id, 'submit')
    expect((await editor.act('events', id, 'approve')).status).toBe(200)
    await feedHasCaughtUp(torg, ['serieby'])
    const { occurrences } = await shown(id)
    expect(occurrences.map((each) => each.occurrence)).toEqual(
      [0, 2, 3, 4].map((weeks) => local(later(fresh, weeks * week))),
    )
    expect(occurrences[1]).toMatchObject({ note: 'Ta med kikare' })
    expect(await calendarOf(id)).toMatch(
      new RegExp(`EXDATE[^\r]*${compact(later(fresh, week)).slice(0, 15)}`),
    )
  })

  it('is not submitted or corrected where nobody could tell any more what was left out, noted or called off', async () => {
    const { author, editor } = town.person
    const start = noon(4)
    const [called, left, noted] = [start, later(start, week), later(start, 2 * week)]
    const overrides = [{ occurrence: iso(noted), note: 'Inomhus' }]
    const id = await approved(weekly(start, { exceptions: [iso(left)], overrides }))
    const off = { status: 'cancelled', reason: 'illness', occurrence: iso(called) }
    expect((await author.act('events', id, 'announce', off)).status).toBe(200)
    const twice = {
      ...{ start: iso(later(start, -60)), end: iso(start) },
      recurrenceRule: 'FREQ=WEEKLY;COUNT=10;BYHOUR=11,15',
    }
    const days = [called, left, noted].map((each) => iso(each).slice(0, 10))
    const named = (answer: { body: { faults: { code: string; message: string }[] } }) =>
      answer.body.faults.map(({ code, message }) => `${code} ${message.slice(-11, -1)}`).sort()
    const expected = [
      `announced-unclear ${days[0]}`,
      `left-out-unclear ${days[1]}`,
      `no-such-time ${days[2]}`,
    ]
    const refused = await editor.act('events', id, 'correct', { edits: twice, note: 'Två pass.' })
    expect([refused.status, named(refused as never)]).toEqual([422, expected])
    const { revision } = (await author.get(`/api/events/${id}/actions`)).body
    expect((await author.patch(`/api/events/${id}`, { revision, ...twice })).status).toBe(200)
    const submitted = await author.act('events', id, 'submit')
    expect([submitted.status, named(submitted as never)]).toEqual([422, expected])
  })

  it('is refused by the field where a new time is none, or of the other kind, and where it comes too often', async () => {
    const whole = { allDay: true, start: null, end: null, startDate: dateOf(10), endDate: dateOf(10) }
    const weekly = { recurrenceRule: 'FREQ=WEEKLY;COUNT=3' }
    const changed = (more: object) => ({ overrides: [{ occurrence: dateOf(17), ...more }] })
    const { author } = town.person
    const cases: [string, object][] = [
      ['overrides.0.start', { ...whole, ...weekly, ...changed({ start: 'på tisdag' }) }],
      ['overrides.0.start', { ...whole, ...weekly, ...changed({ start: from(19) }) }],
      ['overrides.0.end', { ...whole, ...weekly, ...changed({ start: dateOf(19), end: dateOf(18) }) }],
      // Without a new start the named one holds.
      ['overrides.0.end', { ...weekly, overrides: [{ occurrence: from(14), end: from(13) }] }],
      ['overrides.0.end', { ...whole, ...weekly, ...changed({ end: dateOf(16) }) }],
      ['end', { end: '9999-12-31T22:00:00Z' }],
      [
        'overrides.0.end',
        { ...weekly, overrides: [{ occurrence: from(14), start: from(15), end: dateOf(16) }] },
      ],
    ]
    for (const [field, more] of cases) {
      const { status, body } = await author.post('/api/events', eventBody(town.category, more))
      expect(
        [status, body.faults?.map((each: { field: string }) => each.field)],
        JSON.stringify(more),
      ).toEqual([422, [field]])
    }
    const hourly = { recurrenceRule: `FREQ=HOURLY;INTERVAL=2;UNTIL=${stamp(3600)}` }
    const made = await author.post('/api/events', eventBody(town.category, hourly))
    expect(await author.act('events', made.body.doc.id, 'submit')).toMatchObject({
      status: 422,
      body: { faults: [{ field: 'recurrenceRule', code: 'too-many-times' }] },
    })
  })
})
