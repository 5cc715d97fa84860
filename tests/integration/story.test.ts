import ICAL from 'ical.js'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import {
  eventually,
  loggedIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  Visitor,
} from '../support/people.js'

const day = 86_400_000
/** Next Tuesday 18:00 in Stockholm winter or summer time, as an instant. */
function nextTraining(): Date {
  const date = new Date(Date.now() + day)
  while (date.getUTCDay() !== 2) date.setTime(date.getTime() + day)
  date.setUTCHours(17, 0, 0, 0)
  return date
}
const iso = (date: Date) => date.toISOString().replace('.000Z', 'Z')

describeHere('from an association to the citizens', () => {
  let torg: Running
  let citizen: Visitor
  let category: string
  let municipality: string
  const feed = (path: string) => citizen.get(`/feed/v1/ekby${path}`)
  const start = nextTraining()

  beforeAll(async () => {
    torg = await startForTests()
    citizen = new Visitor(torg.base)
    const home = await makeMunicipality(torg.payload, { slug: 'ekby' })
    municipality = String(home.id)
    category = String((await makeCategory(torg.payload, municipality)).id)
    await makeAccount(torg.payload, { username: 'ekby-admin', role: 'municipality-admin', municipality })
    await makeAccount(torg.payload, {
      username: 'ekby-editor',
      email: 'kultur@ekby.example',
      kind: 'role',
      role: 'editor',
      municipality,
      approvesOrganisations: true,
    })
  })
  afterAll(() => torg?.stop())

  it('plays the whole story', async () => {
    // An organisation applies, without an account.
    const applied = await citizen.post('/api/organisations/apply', {
      municipality: 'ekby',
      name: 'IF Eken',
      email: 'kansli@ifeken.example',
    })
    expect(applied.status, JSON.stringify(applied.body)).toBe(201)
    expect(applied.body.state).toBe('applied')
    const organisation = applied.body.id as string

    // The editor logs in with the role address and approves it.
    const editor = await loggedIn(torg.base, 'kultur@ekby.example')
    const approved = await editor.act('organisations', organisation, 'approve', {
      message: 'Välkomna!',
    })
    expect(approved.body).toMatchObject({ state: 'approved', publication: 'live' })

    // Its contributor gets a login without e-mail.
    const admin = await loggedIn(torg.base, 'ekby-admin')
    const account = await admin.post('/api/accounts', {
      username: 'ifeken',
      password: 'en lång mening om fotboll',
      kind: 'role',
    })
    expect(account.status, JSON.stringify(account.body)).toBe(201)
    const membership = await admin.post('/api/memberships', {
      account: account.body.doc.id,
      role: 'contributor',
      organisation,
    })
    expect(membership.status, JSON.stringify(membership.body)).toBe(201)
    const author = new Visitor(torg.base)
    const login = await author.login('ifeken', 'en lång mening om fotboll')
    expect(login.body).toMatchObject({ account: { username: 'ifeken' }, user: { username: 'ifeken' } })
    expect(login.headers.getSetCookie()[0]).toMatch(/HttpOnly/)

    // It uploads a picture and creates a weekly event.
    const photo = await sharp({ create: { width: 1800, height: 900, channels: 3, background: '#2f6f4f' } })
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .jpeg()
      .toBuffer()
    const picture = await author.upload(photo, { alt: 'Planen i Ekby', credit: 'IF Eken' })
    expect(picture.status, JSON.stringify(picture.body)).toBe(201)
    const created = await author.post('/api/events', {
      title: 'Öppen träning',
      summary: 'Fotboll för alla.',
      language: 'sv',
      start: iso(start),
      end: iso(new Date(start.getTime() + 5_400_000)),
      zone: 'Europe/Stockholm',
      recurrenceRule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
      categories: [category],
      pictures: [picture.body.doc.id],
      address: { name: 'Hagby vallen', address: 'Fel gata 1' },
    })
    expect(created.status, JSON.stringify(created.body)).toBe(201)
    expect(created.body.doc).toMatchObject({ state: 'draft', publication: 'none', revision: 1 })
    const id = created.body.doc.id as string

    // Submitted, and still nowhere.
    expect((await author.act('events', id, 'submit')).body).toMatchObject({
      state: 'in-review',
      publication: 'none',
    })
    expect((await feed(`/events/${id}`)).status).toBe(404)
    expect(JSON.stringify((await feed('/changes?after=0')).body)).not.toContain(id)
    expect((await feed('/events')).body.items).toHaveLength(0)
    expect((await citizen.get(`/media/${picture.body.doc.id}/320.webp`)).status).toBe(404)

    // The editor asks for a change; the author makes it and submits again.
    expect(
      (await editor.act('events', id, 'request-changes', { message: 'Vem får komma?' })).body.state,
    ).toBe('changes-requested')
    const asked = await author.get('/api/notices?sort=-at')
    expect(asked.body.docs[0]).toMatchObject({ action: 'request-changes', message: 'Vem får komma?' })
    const seen = await author.get(`/api/events/${id}`)
    const changed = await author.patch(`/api/events/${id}`, {
      revision: seen.body.revision,
      summary: 'Fotboll för alla från sju år.',
      ageFrom: 7,
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect((await author.act('events', id, 'submit')).body.state).toBe('in-review')

    // Approved with an edit, and visible on every door.
    const decided = await editor.act('events', id, 'approve-with-edits', {
      edits: { title: 'Öppen fotbollsträning' },
    })
    expect(decided.body).toMatchObject({ state: 'approved', publication: 'live' })
    const item = await eventually(
      () => feed(`/events/${id}`),
      (answer) => answer.status === 200,
    )
    expect(item.body).toMatchObject({
      kind: 'event',
      title: 'Öppen fotbollsträning',
      organisation: { name: 'IF Eken' },
      categories: ['sport'],
    })
    expect(item.body.occurrences).toHaveLength(10)
    expect(item.body.pictures[0]).toMatchObject({ alt: 'Planen i Ekby', credit: 'IF Eken' })
    const list = await feed('/events')
    expect(list.body.items.map((each: { id: string }) => each.id)).toContain(id)
    const delta = await feed('/changes?after=0')
    expect(delta.body.items.find((each: { id: string }) => each.id === id)).toMatchObject({
      state: 'updated',
      kind: 'event',
    })
    expect((await feed('')).body.latest).toBeGreaterThanOrEqual(delta.body.items.at(-1).modified)
    const calendar = await feed('/calendar.ics')
    const parsed = new ICAL.Component(ICAL.parse(calendar.body))
    const vevent = parsed
      .getAllSubcomponents('vevent')
      .find((each) => String(each.getFirstPropertyValue('uid')).includes(id))!
    expect(vevent.getFirstPropertyValue('summary')).toBe('Öppen fotbollsträning')
    expect((await feed('/events.json')).body.items[0].title).toBe('Öppen fotbollsträning')
    const rendition = await fetch(`${torg.base}/media/${picture.body.doc.id}/320.webp`)
    expect(rendition.status).toBe(200)
    const facts = await sharp(Buffer.from(await rendition.arrayBuffer())).metadata()
    expect(facts).toMatchObject({ format: 'webp', width: 320 })
    expect(facts.exif).toBeUndefined()
    const edited = await author.get('/api/notices?sort=-at')
    expect(edited.body.docs[0].changes).toEqual([
      { field: 'title', before: 'Öppen träning', after: 'Öppen fotbollsträning' },
    ])

    // Tonight's training is off: said by the author, out at once.
    const told = (await feed('')).body.latest as number
    const tonight = item.body.occurrences[0].occurrence as string
    expect(
      (
        await author.act('events', id, 'announce', {
          status: 'cancelled',
          reason: 'weather',
          occurrence: tonight,
        })
      ).status,
    ).toBe(200)
    const off = await eventually(
      () => feed(`/events/${id}`),
      (answer) => answer.body.occurrences[0].status === 'cancelled',
    )
    const after = await feed(`/changes?after=${told}`)
    expect(after.body.items).toMatchObject([{ id, state: 'updated' }])
    expect(after.body.items[0].data.occurrences[0]).toMatchObject({
      occurrence: tonight,
      status: 'cancelled',
    })
    const subscribed = new ICAL.Component(ICAL.parse((await feed('/calendar.ics')).body))
    const cancelled = subscribed
      .getAllSubcomponents('vevent')
      .filter((each) => each.getFirstPropertyValue('status') === 'CANCELLED')
      .map((each) => each.getFirstPropertyValue('recurrence-id'))
    expect(cancelled.map((each) => (each as ICAL.Time).toJSDate().toISOString())).toEqual([
      iso(start).replace('Z', '.000Z'),
    ])
    expect(off.body.occurrences.map((each: { status: string }) => each.status).slice(0, 2)).toEqual([
      'cancelled',
      'scheduled',
    ])

    // The editor corrects a wrong place; the author is told what changed.
    const corrected = await editor.act('events', id, 'correct', {
      edits: { address: { name: 'Ekby vallen', address: 'Rätt gata 2' } },
      note: 'Fel adress.',
    })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    const correction = await eventually(
      () => author.get('/api/inbox'),
      ({ body }) => body.notices[0].action === 'correct',
    )
    expect(correction.body.notices[0]).toMatchObject({
      title: 'Öppen fotbollsträning',
      message: 'Fel adress.',
      changes: [{ field: 'address', after: { name: 'Ekby vallen', address: 'Rätt gata 2' } }],
    })
    const moved = await eventually(
      () => feed(`/events/${id}`),
      (answer) => answer.body.place?.name === 'Ekby vallen',
    )
    expect(moved.body.place).toMatchObject({ name: 'Ekby vallen', address: 'Rätt gata 2' })
    expect(moved.body.occurrences[0].status).toBe('cancelled')

    // The author changes the live event; what is public stays until it is approved again.
    const live = await author.get(`/api/events/${id}`)
    expect(live.body.address.name).toBe('Ekby vallen')
    await author.patch(`/api/events/${id}`, { revision: live.body.revision, title: 'Träning för alla' })
    await author.act('events', id, 'submit')
    expect((await feed(`/events/${id}`)).body.title).toBe('Öppen fotbollsträning')
    const before = await editor.get(`/api/events/${id}/actions`)
    expect(before.body.changes).toEqual([
      { field: 'title', before: 'Öppen fotbollsträning', after: 'Träning för alla' },
    ])
    expect((await editor.act('events', id, 'approve')).body.publication).toBe('live')
    await eventually(
      () => feed(`/events/${id}`),
      (answer) => answer.body.title === 'Träning för alla',
    )

    // Withdrawn with an explanation: gone from every door, with a tombstone, the picture too.
    const withdrawn = await editor.act('events', id, 'withdraw', { explanation: 'Planen byggs om.' })
    expect(withdrawn.body).toMatchObject({ publication: 'withdrawn' })
    const gone = await eventually(
      () => feed(`/events/${id}`),
      (answer) => answer.status === 410,
    )
    expect(gone.body).toMatchObject({ state: 'withdrawn', explanation: 'Planen byggs om.' })
    const tombstone = (await feed('/changes?after=0')).body.items.find(
      (each: { id: string }) => each.id === id,
    )
    expect(tombstone).toMatchObject({ state: 'deleted', kind: 'event' })
    expect(tombstone.data).toBeUndefined()
    expect((await citizen.get(`/media/${picture.body.doc.id}/320.webp`)).status).toBe(404)
    expect((await feed('/events')).body.items).toHaveLength(0)
    expect((await feed('/calendar.ics')).body).not.toContain('Träning')
    expect((await feed('/events.json')).body.items).toEqual([])

    // Every step is in the log once, with ids and no names.
    const log = await editor.get(`/api/moderation-log?where[document][equals]=${id}&sort=at&limit=100`)
    expect(log.body.docs.map((each: { action: string }) => each.action)).toEqual([
      'save',
      'submit',
      'request-changes',
      'save',
      'submit',
      'approve-with-edits',
      'announce',
      'correct',
      'save',
      'submit',
      'approve',
      'withdraw',
    ])
    expect(JSON.stringify(log.body.docs)).not.toMatch(/kultur@|ifeken|Planen/)
  })
})
