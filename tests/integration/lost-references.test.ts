import { afterAll, beforeAll, expect, it } from 'vitest'
import { completeDocument, reconcile, repairNative } from '../../src/editorial/reconcile.js'
import { registerOutbox } from '../../src/editorial/registers.js'
import type { WorkingDocument } from '../../src/editorial/working-document.js'
import { eventBody, postBody } from '../support/newsroom.js'
import { type Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { database, describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const nowhere = database === 'mongodb' ? '019191919191919191919191' : '01919191-9191-7191-9191-919191919191'
const occurrence = '2027-03-08T17:00:00Z'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'organisation-admin', organisation: 'Klara' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })
type Row = WorkingDocument & Record<string, unknown>
type Collection = 'events' | 'posts' | 'organisations'

describeHere('a document that refers to what is no longer there', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor
  let editor: Visitor
  let admin: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ author, editor, admin } = town.person)
  }, 240_000)
  afterAll(() => torg?.stop())

  const row = async (collection: Collection, id: string) =>
    (await torg.payload.db.findOne<Row>({ collection, where: { id: { equals: id } } }))!
  const write = (collection: Collection, id: string, data: Record<string, unknown>) =>
    torg.payload.db.updateOne({ collection, where: { id: { equals: id } }, data })
  const contact = {
    name: 'Kansliet',
    email: 'kansli@klara.example',
    phone: null,
    consentReference: 'A 12',
    consentUntil: null,
  }
  const eventOf = async (more: object = {}): Promise<string> =>
    (await author.post('/api/events', eventBody(town.category, more))).body.doc.id
  const does = async (
    by: Visitor,
    collection: Collection,
    id: string,
    action: string,
    input: object = {},
  ) => {
    const answer = await by.act(collection, id, action, input)
    expect(answer.status, `${action}: ${JSON.stringify(answer.body)}`).toBe(200)
    expect((await row(collection, id))?.outbox ?? null, action).toBeNull()
    return answer.body
  }
  /** Live, and part of a draft that its author has deleted since. */
  const partOfNothing = async (): Promise<string> => {
    const umbrella = await eventOf({ title: 'Hela dagen' })
    const part = await eventOf({ umbrella, contact })
    await does(author, 'events', part, 'submit')
    await does(editor, 'events', part, 'approve')
    await does(author, 'events', umbrella, 'delete-draft')
    return part
  }

  it('is corrected, given back, withdrawn and restored though the umbrella that was decided on is gone', async () => {
    const part = await partOfNothing()
    await does(editor, 'events', part, 'correct', { edits: { title: 'Rättad' }, note: 'Rubriken.' })
    expect((await row('events', part)).title).toBe('Rättad')
    const { revision } = await row('events', part)
    expect((await author.patch(`/api/events/${part}`, { revision, summary: 'Ny.' })).status).toBe(200)
    await does(author, 'events', part, 'discard-changes')
    expect((await row('events', part)).summary).toBe('Fotboll för alla.')
    await does(editor, 'events', part, 'correct', { edits: { summary: 'Kort.' }, note: 'Texten.' })
    await does(author, 'events', part, 'withdraw-contact')
    await does(editor, 'events', part, 'withdraw', { explanation: 'En stund.' })
    await does(editor, 'events', part, 'restore')
    expect(await row('events', part)).toMatchObject({ state: 'approved', publication: 'live' })
    const native = await row('events', part)
    expect(native.umbrella ?? null).toBeNull()
    // The truth is not rewritten by what cannot be shown of it.
    expect((native.approvedSnapshot!.content as { umbrella: string }).umbrella).not.toBeNull()
    await feedHasCaughtUp(torg, ['ekby'])
    expect((await fetch(`${torg.base}/feed/v1/ekby/events/${part}`)).status).toBe(200)
  })

  const deleted = (umbrella: string) => does(author, 'events', umbrella, 'delete-draft')
  const erased = (umbrella: string) => does(admin, 'events', umbrella, 'erase', { reason: 'request' })

  it.each([
    ['deleted', deleted],
    ['erased', erased],
  ])(
    'is saved as a draft though its umbrella was %s, and asked for that when it is sent in before',
    async (_how, end) => {
      const umbrella = await eventOf({ title: 'Hela dagen' })
      const part = await eventOf({ umbrella })
      await end(umbrella)
      const asked = { status: 422, body: { faults: [{ field: 'umbrella', code: 'not-found' }] } }
      expect(await author.act('events', part, 'submit')).toMatchObject(asked)
      // As a form sends it, with every field that it shows.
      const { body } = await author.get(`/api/events/${part}?depth=0`)
      const again = { revision: body.revision, umbrella: body.umbrella ?? null, title: 'Ny rubrik' }
      const saved = await author.patch(`/api/events/${part}`, again)
      expect(saved.status, JSON.stringify(saved.body)).toBe(200)
      const stored = await row('events', part)
      expect(stored).toMatchObject({ title: 'Ny rubrik', content: { title: 'Ny rubrik', umbrella: null } })
      expect(stored.umbrella ?? null).toBeNull()
      expect((await author.act('events', part, 'submit')).body).toMatchObject({ state: 'in-review' })
      const other = await eventOf()
      const { revision } = await row('events', other)
      expect(await author.patch(`/api/events/${other}`, { revision, umbrella })).toMatchObject(asked)
    },
  )

  it('is saved field by field though its umbrella is gone', async () => {
    const umbrella = await eventOf({ title: 'Hela dagen' })
    const part = await eventOf({ umbrella })
    await deleted(umbrella)
    const { revision } = await row('events', part)
    const saved = await author.patch(`/api/events/${part}`, { revision, summary: 'Kort.' })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect((await row('events', part)).content).toMatchObject({ summary: 'Kort.', umbrella: null })
  })

  it('keeps an umbrella that is there', async () => {
    const umbrella = await eventOf({ title: 'Hela dagen' })
    const part = await eventOf({ umbrella })
    const { revision } = await row('events', part)
    expect((await author.patch(`/api/events/${part}`, { revision, summary: 'Kort.' })).status).toBe(200)
    expect((await row('events', part)).content).toMatchObject({ summary: 'Kort.', umbrella })
  })

  it('is repaired at a start, once', async () => {
    const part = await partOfNothing()
    await does(editor, 'events', part, 'correct', { edits: { title: 'Rätt' }, note: 'Rubriken.' })
    await write('events', part, { title: 'Fel' })
    expect(await repairNative(torg.payload, new Date())).toBeGreaterThan(0)
    expect((await row('events', part)).title).toBe('Rätt')
    expect(await repairNative(torg.payload, new Date())).toBe(0)
  })

  it('holds up nothing that takes it down, whatever an outbox was left with', async () => {
    const lost = {
      events: {
        place: nowhere,
        umbrella: nowhere,
        categories: [nowhere],
        pictures: [nowhere],
        coOrganisers: [nowhere],
        overrides: [{ occurrence, start: null, end: null, place: nowhere, note: 'Flyttat.' }],
      },
      posts: { categories: [nowhere], pictures: [nowhere] },
      organisations: { logo: nowhere },
    }
    const post = (await author.post('/api/posts', postBody(town.category))).body.doc.id as string
    await does(author, 'posts', post, 'submit')
    await does(editor, 'posts', post, 'approve')
    const liveEvent = async () => {
      const event = await eventOf()
      await does(author, 'events', event, 'submit')
      await does(editor, 'events', event, 'approve')
      return event
    }
    const leave = async (collection: Collection, id: string) => {
      const { content } = await row(collection, id)
      const { revision } = await row(collection, id)
      const outbox = { ...registerOutbox('correct', revision, null, new Date()), rewriteNative: true }
      await write(collection, id, {
        content: { ...content, ...lost[collection] },
        outbox,
        outboxCause: outbox.cause,
      })
    }
    const event = await liveEvent()
    for (const [collection, id, action, input] of [
      ['events', event, 'withdraw', { explanation: 'Borta.' }],
      ['posts', post, 'withdraw', { explanation: 'Borta.' }],
      ['organisations', town.organisation.Klara, 'remove', { reason: 'other', message: 'Borta.' }],
    ] as const) {
      await leave(collection, id)
      await does(editor, collection, id, action, input)
    }
    await leave('events', event)
    await does(editor, 'events', event, 'remove', { reason: 'other', message: 'Borta.' })
    await leave('events', event)
    await does(admin, 'events', event, 'erase', { reason: 'request' })
    const other = await liveEvent()
    await leave('events', other)
    await completeDocument(torg.payload, 'event', other)
    const stored = await row('events', other)
    expect(stored).toMatchObject({ outbox: null, outboxCause: '', categories: [], title: 'Öppen träning' })
    expect(stored.overrides).toMatchObject([{ note: 'Flyttat.' }])
    expect(stored.content).toMatchObject({ place: nowhere, categories: [nowhere] })
    expect(await reconcile(torg.payload)).toEqual({ completed: 0 })
  })
})
