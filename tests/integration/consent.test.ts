import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reconcile } from '../../src/editorial/reconcile.js'
import { registerOutbox } from '../../src/editorial/registers.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import {
  eventually,
  loggedIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  Visitor,
} from '../support/people.js'
import { feedHasCaughtUp, publicSide } from '../support/public-side.js'
import { photo } from '../support/publish.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()
/** Longer than any step of these tests takes. */
const longTime = 3_600

describeHere('consent to a picture', () => {
  let torg: Running
  let author: Visitor
  let stranger: Visitor
  let editor: Visitor
  let admin: Visitor
  let categories: string[]
  let organisation: string
  let citizen: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    citizen = new Visitor(torg.base)
    const municipality = String((await makeMunicipality(torg.payload, { slug: 'ekby' })).id)
    categories = [String((await makeCategory(torg.payload, municipality)).id)]
    organisation = await makeApprovedOrganisation(torg.payload, municipality, 'Klara')
    const other = await makeApprovedOrganisation(torg.payload, municipality, 'Andra')
    const account = async (
      username: string,
      role: 'contributor' | 'editor' | 'municipality-admin',
      own?: string,
    ) => {
      await makeAccount(torg.payload, {
        username,
        role,
        municipality,
        organisation: own,
        approvesOrganisations: true,
      })
      return loggedIn(torg.base, username)
    }
    author = await account('author', 'contributor', organisation)
    stranger = await account('stranger', 'contributor', other)
    editor = await account('editor', 'editor')
    admin = await account('admin', 'municipality-admin')
  }, 240_000)
  afterAll(() => torg?.stop())

  const held = (validUntil: string | null, more: object = {}) => ({
    alt: 'Barn på gården',
    peopleShown: 'consent-held',
    consent: { scope: 'Webb och app', reference: 'S-12', validUntil, ...more },
  })
  async function picture(words: object): Promise<string> {
    const { status, body } = await author.upload(await photo(), { ...words })
    expect(status, JSON.stringify(body)).toBe(201)
    return String(body.doc.id)
  }
  /** Only now: everything before takes as long as the machine likes. */
  async function endsSoon(id: string): Promise<string> {
    const end = inSeconds(2)
    expect((await author.patch(`/api/media/${id}`, { consent: { validUntil: end } })).status).toBe(200)
    return end
  }
  /** Live with the picture, as an editor has approved it. */
  async function live(kind: 'events' | 'posts', title: string, pictures: string[]) {
    const { id } = await submitted(author, kind, { title, categories, pictures })
    const { body } = await editor.act(kind, id, 'approve')
    expect(body.publication, JSON.stringify(body)).toBe('live')
    return id
  }
  /** Where anybody can see the picture: its id in any answer, or its file. */
  const seen = async (id: string, watched: { events?: string[]; posts?: string[] } = {}) => {
    const side = await publicSide(torg, ['ekby'], { ...watched, pictures: [id] })
    return [...side].filter(([, text]) => text.includes(id) || text === 'picture').map(([address]) => address)
  }
  const filesOf = (id: string) =>
    fs.readdirSync(path.join(torg.folder, 'media')).filter((name) => name.startsWith(id))
  const logOf = async (id: string) => {
    const { docs } = await torg.payload.db.find<{ id: string; action: string; automated: boolean }>({
      collection: 'moderation-log',
      where: { document: { equals: id } },
      limit: 0,
      pagination: false,
    })
    // What became of its consent, beside that it was uploaded and what was said of it.
    const own = ['upload-picture', 'change-picture']
    return docs.map(({ action }) => action).filter((action) => !own.includes(action))
  }
  const noticesOf = async (document: string) => {
    const { body } = await author.get(`/api/notices?limit=100&where[document][equals]=${document}`)
    return body.docs.map(({ action }: { action: string }) => action)
  }
  const latest = async () => (await citizen.get('/feed/v1/ekby')).body.latest as number

  it('is recorded in full before anything with the picture is submitted, and names nobody', async () => {
    const refused = async (words: object) => {
      const id = await picture(words)
      const made = await author.post('/api/posts', {
        title: 'Hej',
        language: 'sv',
        categories,
        pictures: [id],
      })
      const { body } = await author.act('posts', made.body.doc.id, 'submit')
      return body.faults.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)
    }
    expect(await refused(held(null))).toContain('pictures.0 consent-missing')
    expect(await refused(held(inSeconds(longTime), { scope: '' }))).toContain('pictures.0 consent-missing')
    expect(await refused(held(inSeconds(-60)))).toContain('pictures.0 consent-ended')
    expect(await refused({ alt: 'Torget', peopleShown: 'public-gathering' })).not.toContainEqual(
      expect.stringContaining('consent'),
    )
    for (const reference of ['Eva Påhittad', 'eva@example.org', '070-174 06 05']) {
      const { status, body } = await author.upload(await photo(), held(inSeconds(longTime), { reference }))
      expect([status, body.faults?.[0]]).toEqual([
        422,
        expect.objectContaining({ field: 'consent.reference', code: 'names-person' }),
      ])
    }
  })

  it('that comes to its end takes the picture out of everything, and tells who publishes', async () => {
    const id = await picture(held(inSeconds(longTime)))
    const event = await live('events', 'Gårdsfest', [id])
    const post = await live('posts', 'Bilder från festen', [id])
    const watched = { events: [event], posts: [post] }
    expect((await seen(id, watched)).length).toBeGreaterThan(8)
    const before = await latest()

    const end = await endsSoon(id)
    await eventually(
      () => citizen.get(`/media/${id}/320.webp`),
      ({ status }) => status === 404,
      30_000,
    )
    // Not before its end; both items are there still, under numbers of their own.
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(end))
    await eventually(logOf.bind(null, id), (log) => log.length > 0)
    await feedHasCaughtUp(torg, ['ekby'])
    expect(await seen(id, watched)).toEqual([])
    const delta = await citizen.get(`/feed/v1/ekby/changes?after=${before}`)
    const changed = delta.body.items.map((item: { id: string; state: string }) => [item.id, item.state])
    expect(changed).toEqual(
      expect.arrayContaining([
        [event, 'updated'],
        [post, 'updated'],
      ]),
    )
    expect(await logOf(id)).toEqual(['end-consent'])
    expect(await noticesOf(event)).toContain('end-consent')
    expect(await noticesOf(post)).toContain('end-consent')
    // Its files stay: a new consent may be recorded.
    expect(filesOf(id)).toHaveLength(4)

    // Nothing that was decided on before brings it back: restoring, lifting a suspension, a correction of something
    // else or one that names it while nobody consents, not even a new consent.
    const correct = async (edits: object) => {
      const answer = await editor.act('events', event, 'correct', { edits, note: 'Rättat.' })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    await correct({ pictures: [id], summary: 'En fest' })
    await author.patch(`/api/media/${id}`, held(inSeconds(longTime)))
    await correct({ summary: 'En fest på gården' })
    await editor.act('events', event, 'withdraw', { explanation: 'En stund' })
    expect((await editor.act('events', event, 'restore')).body.publication).toBe('live')
    await admin.act('organisations', organisation, 'suspend', { message: 'En stund' })
    await admin.act('organisations', organisation, 'reinstate')
    await eventually(
      () => citizen.get(`/feed/v1/ekby/posts/${post}`),
      ({ status }) => status === 200,
    )
    expect(await seen(id, watched)).toEqual([])
    // Only a person who decides on it again does.
    await correct({ pictures: [id] })
    expect(await seen(id, { events: [event] })).toContain(`/feed/v1/ekby/events/${event}`)
    expect((await citizen.get(`/feed/v1/ekby/posts/${post}`)).body.pictures).toEqual([])
    const { body: doc } = await author.get(`/api/posts/${post}`)
    await author.patch(`/api/posts/${post}`, { title: 'Nya bilder', revision: doc.revision })
    await author.act('posts', post, 'submit')
    await editor.act('posts', post, 'approve')
    expect((await seen(id, watched)).length).toBeGreaterThan(0)
  })

  it('is not loosened by who gave the picture: neither while an editor reads, nor once it has ended', async () => {
    const waiting = await picture(held(inSeconds(longTime)))
    await submitted(author, 'posts', { title: 'Väntar', categories, pictures: [waiting] })
    const none = { peopleShown: 'none' }
    expect((await author.patch(`/api/media/${waiting}`, none)).body.code).toBe('not-possible-in-this-state')

    const id = await picture(held(inSeconds(longTime)))
    const post = await live('posts', 'Kort samtycke', [id])
    await endsSoon(id)
    await eventually(
      () => seen(id, { posts: [post] }),
      (shown) => shown.length === 0,
      20_000,
    )
    expect((await author.patch(`/api/media/${id}`, none)).body.code).toBe('not-possible-in-this-state')
    const { body } = await editor.get(`/api/posts/${post}/actions`)
    const corrected = await editor.act('posts', post, 'correct', {
      revision: body.revision,
      edits: { title: 'Annan rubrik' },
      note: 'Rubriken.',
    })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    expect(await seen(id, { posts: [post] })).toEqual([])
    expect((await editor.patch(`/api/media/${id}`, none)).status).toBe(200)
  })

  it('that is taken back destroys the picture, for good', async () => {
    const id = await picture({ alt: 'Eva Påhittad spelar', peopleShown: 'public-gathering' })
    const event = await live('events', 'Spelning', [id])
    const scheduled = await author.post('/api/events', {
      ...{ title: 'Senare', language: 'sv', categories, pictures: [id], zone: 'Europe/Stockholm' },
      start: inSeconds(longTime),
      visibleFrom: inSeconds(4),
    })
    await author.act('events', scheduled.body.doc.id, 'submit')
    expect((await editor.act('events', scheduled.body.doc.id, 'approve')).body.publication).toBe('scheduled')
    const watched = { events: [event, String(scheduled.body.doc.id)] }
    expect((await seen(id, watched)).length).toBeGreaterThan(4)

    const door = `/api/media/${id}/actions/withdraw-consent`
    expect((await citizen.post(door)).status).toBe(401)
    expect((await stranger.post(door)).status).toBe(404)
    const uses = await author.get(`/api/media/${id}/uses`)
    expect(uses.body.uses.map((use: { id: string; shown: boolean }) => [use.id, use.shown])).toEqual(
      expect.arrayContaining([
        [event, true],
        [String(scheduled.body.doc.id), false],
      ]),
    )
    expect((await stranger.get(`/api/media/${id}/uses`)).status).toBe(404)

    expect((await author.post(door)).status).toBe(200)
    await feedHasCaughtUp(torg, ['ekby'])
    expect(await seen(id, watched)).toEqual([])
    expect(filesOf(id)).toEqual([])
    expect(await logOf(id)).toEqual(['withdraw-consent'])
    expect(await noticesOf(event)).toContain('withdraw-consent')
    const row = await author.get(`/api/media/${id}`)
    expect(row.body).toMatchObject({ withdrawn: true, alt: null })
    expect((await author.post(door)).status).toBe(409)
    expect((await author.patch(`/api/media/${id}`, { alt: 'Igen' })).status).toBe(409)

    // What was approved with it goes out without it, at its time.
    await eventually(
      () => citizen.get(`/feed/v1/ekby/events/${scheduled.body.doc.id}`),
      ({ status }) => status === 200,
    )
    expect(await seen(id, watched)).toEqual([])
    // A correction of the words does not stumble over it, and brings nothing back.
    const corrected = await editor.act('events', event, 'correct', {
      edits: { capacityNote: 'Tio' },
      message: 'Antal',
    })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    expect(await seen(id, watched)).toEqual([])
    // What is written with it can go no further.
    const draft = await author.post('/api/posts', {
      title: 'Hej',
      language: 'sv',
      categories,
      pictures: [id],
    })
    expect((await author.act('posts', draft.body.doc.id, 'submit')).body.faults).toContainEqual(
      expect.objectContaining({ field: 'pictures.0', code: 'consent-withdrawn' }),
    )
  })

  it('is carried out once, and to its end, by whoever finds it committed', async () => {
    const id = await picture(held(inSeconds(longTime)))
    const event = await live('events', 'Avbruten', [id])
    // What the commit of a taken back picture writes, as a process leaves it that dies right after.
    const outbox = {
      ...registerOutbox('withdraw-consent', 1, null, new Date()),
      cause: randomUUID(),
      from: 'consent-held',
      to: 'consent-withdrawn',
    }
    await torg.payload.db.updateOne({
      collection: 'media',
      where: { id: { equals: id } },
      data: {
        ...{ withdrawn: true, consentOver: true, filesDue: true, consentEndedAt: outbox.at },
        ...{ outbox, outboxCause: outbox.cause },
      },
    })
    await reconcile(torg.payload)
    await reconcile(torg.payload)
    expect(await seen(id, { events: [event] })).toEqual([])
    expect(filesOf(id)).toEqual([])
    expect(await logOf(id)).toEqual(['withdraw-consent'])
    expect((await noticesOf(event)).filter((action: string) => action === 'withdraw-consent')).toHaveLength(1)
  })

  it('is taken back once by several at the same moment', async () => {
    const id = await picture(held(inSeconds(longTime)))
    const event = await live('events', 'Samtidigt', [id])
    const answers = await Promise.all(
      [author, editor, admin, author].map((who) => who.post(`/api/media/${id}/actions/withdraw-consent`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(await logOf(id)).toEqual(['withdraw-consent'])
    expect(await seen(id, { events: [event] })).toEqual([])
  })

  it('that ends soon is found by a question, of pictures and of contacts', async () => {
    const soon = await picture(held(inSeconds(longTime)))
    const later = await picture(held(inSeconds(longTime * 24 * 60)))
    const query = new URLSearchParams({
      'where[peopleShown][equals]': 'consent-held',
      'where[consent.validUntil][less_than]': inSeconds(longTime * 24 * 30),
      'where[withdrawn][not_equals]': 'true',
      limit: '100',
    })
    const found = (await author.get(`/api/media?${query}`)).body.docs.map(({ id }: { id: string }) => id)
    expect([found.includes(soon), found.includes(later)]).toEqual([true, false])
    const contacts = new URLSearchParams({ 'where[contact.consentUntil][less_than]': inSeconds(longTime) })
    expect((await author.get(`/api/events?${contacts}`)).status).toBe(200)
  })
})
