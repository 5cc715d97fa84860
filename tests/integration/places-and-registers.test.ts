import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { eventBody } from '../support/newsroom.js'
import { eventually, Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { writesSlowly } from '../support/slow-database.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const hour = 3_600_000
const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Betrodda: { trust: 'trusted' } },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      trusted: { role: 'contributor', organisation: 'Betrodda' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
      operator: { role: 'operator', municipality: null },
    },
  })

describeHere('what the municipality keeps itself', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor
  let editor: Visitor
  let admin: Visitor
  let operator: Visitor
  let citizen: Visitor
  let made = 0

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ author, editor, admin, operator } = town.person)
    citizen = new Visitor(torg.base)
  }, 240_000)
  afterAll(() => torg?.stop())

  async function registered(): Promise<string[]> {
    await feedHasCaughtUp(torg, ['ekby'])
    const { body } = await citizen.get('/feed/v1/ekby/places')
    return (body.items as { id: string }[]).map((one) => one.id)
  }
  /** A place that an author has made, with a name like no other. */
  async function newPlace(by = author): Promise<string> {
    made += 1
    const answer = await by.post('/api/places', {
      name: `Lada ${'abcdefgh'[made]!.repeat(6)}`,
      latitude: 50 + made,
      longitude: 15,
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.doc.id as string
  }
  const write = async (by: Visitor, more: object): Promise<string> => {
    const { body } = await by.post('/api/events', eventBody(town.category, more))
    return body.doc.id as string
  }
  const publicationOf = async (id: string) =>
    (await editor.get(`/api/events/${id}/actions`)).body.publication as string

  it('keeps a place out of the register until an editor has decided on what uses it', async () => {
    const [place, elsewhere] = [await newPlace(), await newPlace()]
    const overrides = [{ occurrence: '2027-03-08T17:00:00Z', place: elsewhere }]
    const id = await write(author, { place, overrides })
    const known = async () => (await registered()).filter((one) => [place, elsewhere].includes(one))
    expect(await known()).toEqual([])
    await author.act('events', id, 'submit')
    await editor.act('events', id, 'claim')
    expect(await known()).toEqual([])
    await editor.act('events', id, 'request-changes', { message: 'När?' })
    await author.act('events', id, 'submit')
    expect(await known()).toEqual([])
    expect((await editor.act('events', id, 'approve')).body.publication).toBe('live')
    expect((await known()).sort()).toEqual([place, elsewhere].sort())
    // Open is open: it stays when what opened it is taken down.
    await editor.act('events', id, 'withdraw', { explanation: 'Nej.' })
    expect((await known()).sort()).toEqual([place, elsewhere].sort())
  })

  it('opens no place by rule, only with the first decision of an editor on what went out by it', async () => {
    const { trusted } = town.person
    const place = await newPlace(trusted)
    const start = new Date(Date.now() + 48 * hour)
    const id = await write(trusted, { place, start, end: new Date(start.getTime() + hour) })
    expect((await trusted.act('events', id, 'submit')).body).toMatchObject({ publication: 'live' })
    await trusted.act('events', id, 'announce', { status: 'postponed', reason: 'illness' })
    expect(await registered()).not.toContain(place)
    // What goes live by rule and by the clock opens none either.
    const later = await newPlace(trusted)
    const visibleFrom = new Date(Date.now() + 24 * hour)
    const scheduled = await write(trusted, { place: later, start, end: null, visibleFrom })
    expect((await trusted.act('events', scheduled, 'submit')).body).toMatchObject({
      publication: 'scheduled',
    })
    await runClock(torg.payload, { now: () => new Date(visibleFrom.getTime() + 1000) })
    expect(await publicationOf(scheduled)).toBe('live')
    expect(await registered()).not.toContain(later)
    const corrected = await editor.act('events', id, 'correct', {
      edits: { summary: 'Rättat.' },
      note: 'Fel.',
    })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    expect(await registered()).toContain(place)
  })

  it('shows on every event at a place what an editor says of it now, and nothing that an author would say', async () => {
    const [place, elsewhere] = [await newPlace(), await newPlace()]
    const at = { place, address: undefined }
    const start = new Date(Math.floor(Date.now() / hour) * hour + 96 * hour)
    const overrides = [{ occurrence: new Date(start.getTime() + 168 * hour), place: elsewhere }]
    const weekly = { start, end: null, zone: 'UTC', recurrenceRule: 'FREQ=WEEKLY;COUNT=3', overrides }
    const shown = await write(author, { ...at, ...weekly })
    const away = await write(author, at)
    for (const id of [shown, away]) {
      await author.act('events', id, 'submit')
      expect((await editor.act('events', id, 'approve')).body.publication).toBe('live')
    }
    await editor.act('events', away, 'withdraw', { explanation: 'En stund.' })
    await feedHasCaughtUp(torg, ['ekby'])
    const { latest } = (await citizen.get('/feed/v1/ekby')).body
    expect((await author.patch(`/api/places/${place}`, { address: 'Någons hem 1' })).status).toBe(403)
    const corrected = { name: 'Nya vallen', address: 'Rätt gata 2', latitude: 59.4, longitude: 17.4 }
    expect((await editor.patch(`/api/places/${place}`, corrected)).status).toBe(200)
    expect((await editor.patch(`/api/places/${elsewhere}`, { address: 'Sidogatan 3' })).status).toBe(200)
    const read = (id: string) => citizen.get(`/feed/v1/ekby/events/${id}`)
    const { body } = await eventually(
      () => read(shown),
      (one) =>
        one.body.place.name === 'Nya vallen' && one.body.occurrences[1].place.address === 'Sidogatan 3',
    )
    expect(body.place).toMatchObject(corrected)
    expect(body.occurrences[1].place).toMatchObject({ address: 'Sidogatan 3' })
    const { items } = (await citizen.get(`/feed/v1/ekby/changes?after=${latest}`)).body
    expect(items).toContainEqual(expect.objectContaining({ id: shown, state: 'updated' }))
    // What was not public at that moment shows it when it comes back.
    expect((await editor.act('events', away, 'restore')).body.publication).toBe('live')
    await feedHasCaughtUp(torg, ['ekby'])
    expect((await read(away)).body.place).toMatchObject(corrected)
  })

  it('tells who saves on an old revision that somebody was quicker, and keeps the newer words', async () => {
    const place = await newPlace(editor)
    const category = `/api/categories/${town.category}`
    const rows: [Visitor, string, (word: string) => object][] = [
      [editor, `/api/places/${place}`, (word) => ({ address: word })],
      [admin, category, (word) => ({ icon: word })],
      [admin, `/api/municipalities/${town.id}`, (word) => ({ controller: word })],
    ]
    for (const [by, address, words] of rows) {
      const { revision } = (await by.get(address)).body as { revision: number }
      const save = (word: string, on?: number) =>
        by.patch(address, { ...words(word), ...(on ? { revision: on } : {}) })
      expect((await save('forst', revision)).status, address).toBe(200)
      const late = await save('sen', revision)
      expect(late, address).toMatchObject({
        status: 409,
        body: { code: 'revision-conflict', revision: revision + 1 },
      })
      expect((await by.get(address)).body, address).toMatchObject({
        ...words('forst'),
        revision: revision + 1,
      })
      // Of two at once on one revision one is told so; who names none means it whatever there is.
      const both = await Promise.all([save('ena', revision + 1), save('andra', revision + 1)])
      expect(both.map((one) => one.status).sort(), address).toEqual([200, 409])
      expect((await save('utan')).status, address).toBe(200)
      expect((await by.get(address)).body, address).toMatchObject({
        ...words('utan'),
        revision: revision + 3,
      })
    }
  })

  it('closes a municipality for good, whatever its admin saves at that moment', async () => {
    const address = `/api/municipalities/${town.id}`
    const act = (action: string) => operator.post(`${address}/actions/${action}`)
    const quickAgain = writesSlowly(torg)
    for (let round = 0; round < 4; round += 1) {
      const saves = ['ena', 'andra', 'tredje'].map((word) =>
        admin.patch(address, { controller: `Nämnd ${round} ${word}` }),
      )
      const answers = await Promise.all([...saves, act('close')])
      expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200])
      expect((await admin.get(address)).body, `round ${round}`).toMatchObject({
        active: false,
        controller: expect.stringContaining(`Nämnd ${round}`) as string,
      })
      expect((await act('reopen')).body).toMatchObject({ active: true })
    }
    const { revision } = (await admin.get(address)).body as { revision: number }
    const both = ['ena', 'andra'].map((controller) => admin.patch(address, { revision, controller }))
    expect((await Promise.all(both)).map((one) => one.status).sort()).toEqual([200, 409])
    expect((await act('close')).body).toMatchObject({ active: false })
    quickAgain()
    const shown = await eventually(
      () => citizen.get('/feed/v1/ekby'),
      (one) => one.status === 410,
    )
    expect(shown).toMatchObject({ status: 410, body: { state: 'closed' } })
  })
})
