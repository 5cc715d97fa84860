import { afterAll, beforeAll, expect, it } from 'vitest'
import { completeDocument } from '../../src/editorial/reconcile.js'
import { registerOutbox } from '../../src/editorial/registers.js'
import { stored } from '../support/bad-answers.js'
import { eventBody, postBody, uploadedPicture } from '../support/newsroom.js'
import { type Answer, Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

/** Ids of the shapes of both databases, of nothing that is there. */
const nowhere = ['01919191-9191-7191-9191-919191919191', '019191919191919191919191']
const occurrence = '2027-03-08T17:00:00Z'
const inEvents: Record<string, (id: string) => object> = {
  place: (id) => ({ place: id }),
  'overrides.0.place': (id) => ({ overrides: [{ occurrence, place: id }] }),
  categories: (id) => ({ categories: [id] }),
  pictures: (id) => ({ pictures: [id] }),
  coOrganisers: (id) => ({ coOrganisers: [id] }),
  umbrella: (id) => ({ umbrella: id }),
}

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {}, Betrodda: { trust: 'trusted' } },
    people: {
      author: { role: 'organisation-admin', organisation: 'Klara' },
      trusted: { role: 'contributor', organisation: 'Betrodda' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })

describeHere('a reference', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor
  let editor: Visitor
  let admin: Visitor
  /** By the field that may name it, something of another municipality. */
  let foreign: Record<string, string>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ author, editor, admin } = town.person)
    const other = await makeTown(torg, {
      slug: 'fjordby',
      organisations: { Främmande: {} },
      people: { stranger: { role: 'organisation-admin', organisation: 'Främmande' } },
    })
    const { stranger } = other.person
    const place = (await stranger.post('/api/places', { name: 'Fria hallen' })).body.doc.id as string
    foreign = {
      place,
      'overrides.0.place': place,
      categories: other.category,
      pictures: await uploadedPicture(stranger),
      coOrganisers: other.organisation.Främmande,
      umbrella: (await stranger.post('/api/events', eventBody(other.category))).body.doc.id as string,
    }
  }, 240_000)
  afterAll(() => torg?.stop())

  /** A decision tells a picture by its place in the list, and the place of an occurrence as a place. */
  const names = (answer: Answer, field: string) =>
    (answer.body.faults as { field: string; code: string }[])?.some(
      (one) => one.code === 'not-found' && [field, `${field}.0`].includes(one.field),
    )
  async function mustRefuse(what: string, field: string, ask: () => Promise<Answer>): Promise<void> {
    const before = await stored(torg)
    const answer = await ask()
    expect(answer.status, `${what}: ${JSON.stringify(answer.body)}`).toBe(422)
    expect(names(answer, field), `${what}: ${JSON.stringify(answer.body.faults)}`).toBe(true)
    expect(await stored(torg), what).toBe(before)
  }
  const draftOf = async (more: object = {}, by = author): Promise<{ id: string; revision: number }> =>
    (await by.post('/api/events', eventBody(town.category, more))).body.doc
  const waitingOf = (more: object = {}) =>
    submitted(author, 'events', { title: 'Väntar', categories: [town.category], ...more })

  it('to another municipality, or to nothing, is refused in an event by the name of its field', async () => {
    const draft = await draftOf()
    const change = (words: object) =>
      author.patch(`/api/events/${draft.id}`, { revision: draft.revision, ...words })
    for (const [field, words] of Object.entries(inEvents)) {
      for (const id of [foreign[field]!, ...nowhere]) {
        const event = eventBody(town.category, words(id))
        await mustRefuse(`new with ${field} ${id}`, field, () => author.post('/api/events', event))
        await mustRefuse(`${field} to ${id}`, field, () => change(words(id)))
      }
    }
    for (const id of [foreign.categories!, ...nowhere])
      await mustRefuse(`${id} beside an own one`, 'categories', () =>
        change({ categories: [town.category, id] }),
      )
    const { body } = await author.get(`/api/events/${draft.id}`)
    expect(body).toMatchObject({ revision: draft.revision, categories: [town.category] })
    // Of the own municipality each of them is taken.
    const place = (await author.post('/api/places', { name: 'Vallen i Ekby' })).body.doc.id as string
    const own: Record<string, string> = {
      place,
      'overrides.0.place': place,
      categories: town.category,
      pictures: await uploadedPicture(author),
      coOrganisers: town.organisation.Andra,
      umbrella: (await draftOf()).id,
    }
    const all: object[] = Object.entries(inEvents).map(([field, words]) => words(own[field]!))
    const taken = await change(Object.assign({}, ...all) as object)
    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
  })

  it('to a picture of another association is an editor’s to make; what an editor chose may stay', async () => {
    const theirs = await uploadedPicture(town.person.trusted)
    const event = await draftOf()
    const post = (await author.post('/api/posts', postBody(town.category))).body.doc.id as string
    const profile = `/api/organisations/${town.organisation.Klara}`
    await mustRefuse('a new event', 'pictures', () =>
      author.post('/api/events', eventBody(town.category, { pictures: [theirs] })),
    )
    for (const [address, field, value] of [
      [`/api/events/${event.id}`, 'pictures', [await uploadedPicture(author), theirs]],
      [`/api/posts/${post}`, 'pictures', [theirs]],
      [profile, 'logo', theirs],
    ] as const) {
      const { revision } = (await author.get(address)).body
      await mustRefuse(address, field, () => author.patch(address, { revision, [field]: value }))
    }
    const chosen = await editor.patch(`/api/events/${event.id}`, {
      revision: event.revision,
      pictures: [theirs],
    })
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200)
    const { revision } = chosen.body.doc
    const kept = await author.patch(`/api/events/${event.id}`, { revision, title: 'Ny', pictures: [theirs] })
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  })

  it('is refused in posts, profiles, places and settings too', async () => {
    const post = `/api/posts/${(await author.post('/api/posts', postBody(town.category))).body.doc.id}`
    const place = `/api/places/${(await editor.post('/api/places', { name: 'Gamla torget' })).body.doc.id}`
    const asked: [Visitor, string, string, string, (id: string) => unknown][] = [
      [author, post, 'categories', 'categories', (id) => [id]],
      [author, post, 'pictures', 'pictures', (id) => [id]],
      [author, `/api/organisations/${town.organisation.Klara}`, 'logo', 'pictures', (id) => id],
      [editor, place, 'replacedBy', 'place', (id) => id],
      [admin, `/api/municipalities/${town.id}`, 'logo', 'pictures', (id) => id],
    ]
    for (const [by, address, field, kind, value] of asked) {
      const { revision } = (await by.get(address)).body
      for (const id of [foreign[kind]!, ...nowhere])
        await mustRefuse(`${address} ${field} ${id}`, field, () =>
          by.patch(address, { revision, [field]: value(id) }),
        )
      expect((await by.get(address)).body.revision, address).toBe(revision)
    }
  })

  it('that an editor makes is refused as well, and nothing is decided', async () => {
    const [waiting, live] = [await waitingOf(), await waitingOf()]
    expect((await editor.act('events', live.id, 'approve')).body.publication).toBe('live')
    const tries = [
      [waiting.id, 'approve-with-edits', { state: 'in-review', revision: 2 }],
      [live.id, 'correct', { state: 'approved', revision: 3 }],
    ] as const
    for (const [id, action, now] of tries) {
      for (const [field, words] of Object.entries(inEvents)) {
        for (const other of [foreign[field]!, ...nowhere, 'ingenting'])
          await mustRefuse(`${action} ${field} ${other}`, field.split('.').at(-1)!, () =>
            editor.act('events', id, action, { edits: words(other), message: 'Rättat.' }),
          )
      }
      expect((await editor.get(`/api/events/${id}`)).body).toMatchObject(now)
    }
    const { data } = (await torg.payload.db.findOne<{ id: string; data: object }>({
      collection: 'publications',
      where: { id: { equals: live.id } },
    }))!
    expect(data).toMatchObject({ categories: ['sport'], pictures: [], coOrganisers: [], umbrella: null })
  })

  it('from an event to itself is refused', async () => {
    const refused = { status: 422, body: { faults: [{ field: 'umbrella', code: 'format' }] } }
    const { id, revision } = await draftOf()
    expect(await author.patch(`/api/events/${id}`, { revision, umbrella: id })).toMatchObject(refused)
    await author.act('events', id, 'submit')
    const edits = { umbrella: id }
    expect(await editor.act('events', id, 'approve-with-edits', { edits })).toMatchObject(refused)
    const { body } = await author.get(`/api/events/${id}`)
    expect([body.state, body.umbrella ?? null]).toEqual(['in-review', null])
  })

  it('to an umbrella that was erased holds back what makes it, until it is taken out', async () => {
    const { trusted } = town.person
    const umbrella = (await draftOf({ title: 'Hela dagen' })).id
    const draft = await draftOf({ umbrella })
    const waiting = await waitingOf({ umbrella })
    const byRule = await draftOf({ umbrella }, trusted)
    const erased = await admin.act('events', umbrella, 'erase', { reason: 'request' })
    expect(erased.body).toMatchObject({ state: 'erased' })
    await mustRefuse('submitting', 'umbrella', () => author.act('events', draft.id, 'submit'))
    await mustRefuse('submitting by rule', 'umbrella', () => trusted.act('events', byRule.id, 'submit'))
    await mustRefuse('approving', 'umbrella', () => editor.act('events', waiting.id, 'approve'))
    await mustRefuse('choosing it', 'umbrella', () =>
      author.post('/api/events', eventBody(town.category, { umbrella })),
    )
    const without = { revision: draft.revision, umbrella: null }
    expect((await author.patch(`/api/events/${draft.id}`, without)).status).toBe(200)
    expect((await author.act('events', draft.id, 'submit')).body).toMatchObject({ state: 'in-review' })
  })

  it('to an umbrella is told while citizens see that, and holds nothing up once it is erased', async () => {
    const citizen = new Visitor(torg.base)
    const umbrella = await waitingOf({ title: 'Hemlig festival' })
    const part = await waitingOf({ umbrella: umbrella.id })
    const told = async ({ id } = part) => {
      await feedHasCaughtUp(torg, ['ekby'])
      const door = `${torg.base}/feed/v1/ekby/events/${id}`
      const texts = ['', '.ics', '.jsonld'].map(async (end) => (await fetch(door + end)).text())
      const all = [...(await Promise.all(texts)), JSON.stringify((await changes()).body)]
      const parts = JSON.parse(all[3]!).items.filter((one: { id: string }) => one.id === id)
      return [...all.slice(0, 3), JSON.stringify(parts)].map((text) =>
        text.replaceAll(/\r\n /g, '').includes(umbrella.id),
      )
    }
    const changes = () => citizen.get('/feed/v1/ekby/changes?after=0&limit=1000')
    const [nowhere, everywhere] = [Array(4).fill(false), Array(4).fill(true)]
    const editors = async (action: string, id: string, input: object = {}) => {
      const answer = await editor.act('events', id, action, input)
      expect(answer.status, `${action} ${JSON.stringify(answer.body)}`).toBe(200)
    }
    await editors('approve', part.id)
    expect(await told()).toEqual(nowhere)
    await editors('approve', umbrella.id)
    expect(await told()).toEqual(everywhere)
    expect((await citizen.get(`/feed/v1/ekby/events?umbrella=${umbrella.id}`)).body.items).toHaveLength(1)
    // Of another association, it stays public while that of the umbrella is suspended.
    const theirs = await draftOf({ umbrella: umbrella.id }, town.person.trusted)
    await town.person.trusted.act('events', theirs.id, 'submit')
    const klara = async (action: string) => {
      const { status } = await admin.act('organisations', town.organisation.Klara, action, { message: 'Så.' })
      expect(status, action).toBe(200)
    }
    const both = async () => [await told(part), await told(theirs)]
    expect(await both()).toEqual([everywhere, everywhere])
    await klara('suspend')
    await expect.poll(both, { timeout: 20_000 }).toEqual([nowhere, nowhere])
    await klara('reinstate')
    await expect.poll(both, { timeout: 20_000 }).toEqual([everywhere, everywhere])
    // A change under way that leaves it changes nothing of what is public.
    const { revision } = (await town.person.trusted.get(`/api/events/${theirs.id}`)).body
    const leaves = { revision, umbrella: null }
    expect((await town.person.trusted.patch(`/api/events/${theirs.id}`, leaves)).status).toBe(200)
    expect(await both()).toEqual([everywhere, everywhere])
    // As a process leaves it that dies right after the decision.
    const outbox = registerOutbox('withdraw', 9, null, new Date())
    await torg.payload.db.updateOne({
      collection: 'events',
      where: { id: { equals: umbrella.id } },
      data: { publication: 'withdrawn', outbox, outboxCause: outbox.cause },
    })
    await completeDocument(torg.payload, 'event', umbrella.id)
    expect(await both()).toEqual([nowhere, nowhere])
    await editors('restore', umbrella.id)
    expect(await both()).toEqual([everywhere, everywhere])
    await editors('withdraw', umbrella.id, { explanation: 'Inställd.' })
    expect(await told()).toEqual(nowhere)
    expect((await admin.act('events', umbrella.id, 'erase', { reason: 'request' })).body.state).toBe('erased')
    await editors('correct', part.id, { edits: { title: 'Del ett' }, note: 'Rubrik.' })
    await editors('withdraw', part.id, { explanation: 'En stund.' })
    await editors('restore', part.id)
    expect(await told()).toEqual(nowhere)
  })
})
