import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { commitErasure, findPlace } from '../../src/editorial/erase-place.js'
import { reconcile } from '../../src/editorial/reconcile.js'
import { together } from '../../src/editorial/together.js'
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
      name: `Lada ${'abcdefghijklmnopqrstuvwxyz'[made]!.repeat(6)}`,
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
  /** The changes after a number, and the last of all. */
  async function changes(after = 0) {
    await feedHasCaughtUp(torg, ['ekby'])
    const { body } = await citizen.get(`/feed/v1/ekby/changes?after=${after}&limit=1000`)
    const items = body.items as { id: string; kind: string; state: string; modified: number }[]
    return { items, last: items.at(-1)?.modified ?? after }
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

  it('takes a place out of the register until the next decision on something that uses it', async () => {
    const place = await newPlace()
    const id = await write(author, { place })
    await author.act('events', id, 'submit')
    await editor.act('events', id, 'approve')
    expect(await registered()).toContain(place)
    expect((await author.post(`/api/places/${place}/actions/withdraw`, {})).body.code).toBe('not-allowed')
    expect((await author.get(`/api/places/${place}/actions`)).body).toMatchObject({ actions: [] })
    expect((await operator.get(`/api/places/${place}/actions`)).status).toBe(404)
    expect((await operator.post(`/api/places/${place}/actions/withdraw`, {})).status).toBe(404)
    const offered = (await editor.get(`/api/places/${place}/actions`)).body
    expect(offered.actions.map((each: { action: string }) => each.action)).toEqual(['withdraw'])
    await editor.patch(`/api/places/${place}`, { address: 'Vägen 1' })
    const stale = { revision: offered.revision }
    expect((await editor.act('places', place, 'withdraw', stale)).body.code).toBe('revision-conflict')
    const before = await changes()
    expect((await editor.act('places', place, 'withdraw')).body).toMatchObject({ state: 'kept' })
    expect(await registered()).not.toContain(place)
    expect((await changes(before.last)).items).toMatchObject([{ id: place, kind: 'place', state: 'deleted' }])
    expect(await editor.act('places', place, 'withdraw')).toMatchObject({
      ...{ status: 409, body: { code: 'not-possible-in-this-state' } },
    })
    // A save does not bring it back; a decision does.
    await editor.patch(`/api/places/${place}`, { address: 'Vägen 2' })
    expect(await registered()).not.toContain(place)
    await editor.act('events', id, 'correct', { edits: { summary: 'Ny text.' }, note: 'Bättre.' })
    expect(await registered()).toContain(place)
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

  it('forgets a place that is erased, wherever it was used, and shows no place there any more', async () => {
    const [place, merged] = [await newPlace(editor), await newPlace(editor)]
    await editor.patch(`/api/places/${place}`, { address: 'Hemma hos någon' })
    await editor.patch(`/api/places/${merged}`, { address: 'Hemma hos en till' })
    await editor.patch(`/api/places/${merged}`, { replacedBy: place })
    // What was merged says which to use, and nothing of itself.
    await registered()
    const pointer = (await citizen.get('/feed/v1/ekby/places')).body.items.find(
      (each: { id: string }) => each.id === merged,
    )
    expect(pointer).toMatchObject({
      name: '',
      address: null,
      latitude: null,
      longitude: null,
      replacedBy: place,
    })
    const overrides = [{ occurrence: '2027-03-08T17:00:00Z', place }]
    const elsewhere = await newPlace(editor)
    const publicly = await write(author, { place, address: undefined })
    const partly = await write(author, { place: elsewhere, overrides, address: undefined })
    // Typed beside the place, the address is shown in no case.
    const waiting = await write(author, { place })
    for (const id of [publicly, partly]) {
      await author.act('events', id, 'submit')
      expect((await editor.act('events', id, 'approve')).body.publication).toBe('live')
    }
    await editor.act('events', partly, 'withdraw', { reason: 'other' })
    await author.act('events', waiting, 'submit')
    // A change under way no longer names it, and the approved version does.
    const { revision } = (await author.get(`/api/events/${publicly}/actions`)).body
    await author.patch(`/api/events/${publicly}`, { revision, place: elsewhere })

    const reason = { reason: 'personal-data' }
    expect((await editor.act('places', place, 'erase', reason)).body.code).toBe('not-allowed')
    expect((await admin.act('places', place, 'erase', {})).status).toBe(422)
    expect((await admin.act('places', place, 'erase', { reason: 'nosy' })).status).toBe(422)
    expect((await admin.act('places', place, 'erase', reason)).body).toMatchObject({ state: 'gone' })
    const listed = await registered()
    expect([place, merged].filter((each) => listed.includes(each))).toEqual([])
    const shown = (await citizen.get(`/feed/v1/ekby/events/${publicly}`)).body
    expect([shown.title, shown.place]).toEqual(['Öppen träning', null])
    expect((await admin.get(`/api/places/${place}`)).status).toBe(404)
    for (const collection of ['events', 'publications', 'revisions', 'notices', 'moderation-log', 'places']) {
      const { docs } = await torg.payload.db.find({ collection: collection as 'events', limit: 0 })
      expect(JSON.stringify(docs), collection).not.toContain('Hemma hos någon')
    }
    // Nothing is stuck by it: what waits is approved, what was withdrawn restored, and goes out without a place.
    expect((await editor.act('events', waiting, 'approve')).body.publication).toBe('live')
    expect((await editor.act('events', partly, 'restore')).body.publication).toBe('live')
    await registered()
    expect((await citizen.get(`/feed/v1/ekby/events/${waiting}`)).body.place).toBeNull()
    // A time that lost its place would be shown at that of the whole event.
    expect((await citizen.get(`/feed/v1/ekby/events/${partly}`)).body.place).toBeNull()
    expect((await author.get(`/api/events/${partly}`)).body).toMatchObject({
      place: null,
      overrides: [{ place: null }],
    })
    const told = (await author.get(`/api/notices?where[action][equals]=lose-place&limit=100`)).body.docs
    expect(told).toHaveLength(3)
  })

  it('finishes the erasing of a place when the process died in the middle of it', async () => {
    const place = await newPlace(editor)
    const id = await write(author, { place, address: undefined })
    await author.act('events', id, 'submit')
    await editor.act('events', id, 'approve')
    const row = (await findPlace(torg.payload, place))!
    const said = { reason: 'request', by: { account: town.account.admin, device: null }, at: new Date() }
    await together(torg.payload, (again) => commitErasure(torg.payload, row, said, 'ekby', again))
    // Meanwhile nobody chooses it, and no form brings it back.
    expect((await author.post('/api/events', eventBody(town.category, { place }))).status).toBe(422)
    expect((await editor.patch(`/api/places/${place}`, { address: 'Vägen 3' })).status).toBe(404)
    await reconcile(torg.payload)
    expect(await findPlace(torg.payload, place)).toBeNull()
    await registered()
    expect((await citizen.get(`/feed/v1/ekby/events/${id}`)).body.place).toBeNull()
  })

  it('erases with an event the places that only it used and that no editor entered', async () => {
    const [own, shared, editors, unseen, held] = [
      await newPlace(),
      await newPlace(),
      await newPlace(editor),
      await newPlace(),
      await newPlace(),
    ]
    const times = [own, shared, editors, held].map((place, at) => ({
      ...{ occurrence: `2027-03-0${at + 1}T17:00:00Z`, place },
    }))
    const id = await write(author, { place: own, overrides: times.slice(1) })
    const other = await write(author, { place: shared })
    await author.act('events', id, 'submit')
    await editor.act('events', id, 'approve')
    const draft = await write(author, { place: unseen })
    // A decision that waits names it.
    const moved = await write(author, {})
    await author.act('events', moved, 'submit')
    const edits = { place: held }
    const decision = await editor.act('events', moved, 'approve-with-edits', {
      edits,
      message: 'Dit.',
      hold: 60,
    })
    expect(decision.status, JSON.stringify(decision.body)).toBe(202)
    for (const each of [id, draft])
      expect((await admin.act('events', each, 'erase', { reason: 'personal-data' })).body.state).toBe(
        'erased',
      )
    const left = await Promise.all(
      [own, shared, editors, unseen, held].map((each) => findPlace(torg.payload, each)),
    )
    expect(left.map(Boolean)).toEqual([false, true, true, false, true])
    const listed = await registered()
    expect([own, shared, editors].map((each) => listed.includes(each))).toEqual([false, true, true])
    expect((await author.get(`/api/events/${other}`)).body.place).toBe(shared)
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
