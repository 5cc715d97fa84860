import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { discardPictures } from '../../src/editorial/discard-pictures.js'
import { endConsents } from '../../src/editorial/end-consent.js'
import { registerOutbox } from '../../src/editorial/registers.js'
import { systemClock } from '../../src/shared/clock.js'
import { Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { photo } from '../support/publish.js'
import { overtakenBy } from '../support/slow-database.js'
import { postBody } from '../support/newsroom.js'
import { submitted } from '../support/submit.js'
import { database, describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })
type Row = Record<string, unknown> & { id: string }
const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()

describeHere('what is recorded of the people in a picture', () => {
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

  async function picture(validUntil = inHours(240)): Promise<string> {
    const consent = { scope: 'Webb och app', reference: 'S-12', validUntil }
    const words = { alt: 'Barn på gården', peopleShown: 'consent-held', consent }
    const { status, body } = await author.upload(await photo(), words)
    expect(status, JSON.stringify(body)).toBe(201)
    return String(body.doc.id)
  }
  const waiting = (id: string, more: object = {}) =>
    submitted(author, 'posts', { title: 'Bild', categories: [town.category], pictures: [id], ...more })
  async function approved(id: string, publication: string, more: object = {}): Promise<string> {
    const post = await waiting(id, more)
    const { body } = await editor.act('posts', post.id, 'approve')
    expect(body.publication, JSON.stringify(body)).toBe(publication)
    return post.id
  }
  const row = async (id: string) =>
    torg.payload.db.findOne<Row>({ collection: 'media', where: { id: { equals: id } } })
  const files = (id: string) =>
    fs.readdirSync(path.join(torg.folder, 'media')).filter((name) => name.startsWith(id))
  const say = (id: string, words: object, by = author) => by.patch(`/api/media/${id}`, words)
  const refused = { status: 409, body: { code: 'not-possible-in-this-state' } }

  it('is that the consent was taken back, whatever else is saved at that moment', async () => {
    const id = await picture()
    const post = await approved(id, 'live')
    const withdrawn = overtakenBy(torg, 'media', () =>
      admin.post(`/api/media/${id}/actions/withdraw-consent`),
    )
    const saved = await say(id, { licence: 'CC BY 4.0' })
    expect([saved.status, (await withdrawn).status], JSON.stringify(saved.body)).toEqual([200, 200])
    const left = { withdrawn: true, consentOver: true, filesDue: false, alt: null, outboxCause: '' }
    expect(await row(id)).toMatchObject({ ...left, consentEndedAt: expect.anything() })
    expect(files(id)).toEqual([])
    await feedHasCaughtUp(torg, ['ekby'])
    const shown = await new Visitor(torg.base).get(`/feed/v1/ekby/posts/${post}`)
    expect(shown).toMatchObject({ status: 200, body: { pictures: [] } })
    expect(await say(id, { alt: 'Igen' })).toMatchObject(refused)
  })

  // One process is all that the embedded database has.
  if (database === 'mongodb')
    it('is not what was read before another process took it back', async () => {
      const id = await picture()
      const gone = { withdrawn: true, consentOver: true, consentEndedAt: new Date().toISOString() }
      const elsewhere = overtakenBy(torg, 'media', () =>
        torg.payload.db.updateOne({ collection: 'media', where: { id: { equals: id } }, data: gone }),
      )
      expect(await say(id, { licence: 'CC BY 4.0' })).toMatchObject(refused)
      await elsewhere
      expect(await row(id)).toMatchObject({ withdrawn: true, consentOver: true })
    })

  it('keeps no picture that an erasure takes along at that moment', async () => {
    const id = await picture()
    const post = await approved(id, 'live')
    const erased = overtakenBy(torg, 'media', () => admin.act('posts', post, 'erase', { reason: 'request' }))
    const saved = await say(id, { licence: 'CC BY 4.0' })
    expect([saved.status, (await erased).status], JSON.stringify(saved.body)).toEqual([200, 200])
    expect([await row(id), files(id)]).toEqual([null, []])

    // The same where the erasure had marked it and the process died.
    const marked = await picture()
    const where = { id: { equals: marked } }
    await torg.payload.db.updateOne({ collection: 'media', where, data: { discarded: true } })
    const discarded = overtakenBy(torg, 'media', () => discardPictures(torg.payload))
    expect((await say(marked, { licence: 'CC BY 4.0' })).status).toBe(200)
    await discarded
    expect([await row(marked), files(marked)]).toEqual([null, []])
  })

  it('is the consent that is recorded anew in the second in which the old one ends', async () => {
    const id = await picture(inHours(1))
    const later = { now: () => new Date(Date.now() + 2 * hour) }
    const ended = overtakenBy(torg, 'media', () => endConsents(torg.payload, later))
    const consent = { scope: 'Webb', reference: 'S-13', validUntil: inHours(300) }
    expect((await say(id, { consent })).status).toBe(200)
    await ended
    const { consentOver, consentEndedAt } = (await row(id)) as Row
    expect([consentOver, consentEndedAt ?? null]).toEqual([false, null])
  })

  it('is loosened by an editor alone while something approved may bring the picture out', async () => {
    const id = await picture()
    const loosen = () => say(id, { peopleShown: 'none' })
    const scheduled = await approved(id, 'scheduled', { visibleFrom: inHours(48) })
    expect(await loosen()).toMatchObject(refused)
    expect((await author.act('posts', scheduled, 'withdraw', { reason: 'organiser' })).body.publication).toBe(
      'none',
    )
    for (const [action, input] of [
      ['withdraw', { explanation: 'En stund.' }],
      ['remove', { reason: 'other', message: 'Bort.' }],
    ] as const) {
      const one = await picture()
      const post = await approved(one, 'live')
      expect((await editor.act('posts', post, action, input)).status).toBe(200)
      expect(await say(one, { peopleShown: 'none' }), action).toMatchObject(refused)
      expect((await say(one, { peopleShown: 'none' }, editor)).status, action).toBe(200)
    }
    // Withdrawn before it went out, it is restored with the picture.
    expect(await loosen()).toMatchObject(refused)
    expect((await say(id, { peopleShown: 'none' }, editor)).status).toBe(200)
    // What nobody has approved comes out by no other way than a decision.
    const drafted = await picture()
    await author.post('/api/posts', postBody(town.category, { pictures: [drafted] }))
    expect((await say(drafted, { peopleShown: 'none' })).status).toBe(200)
  })

  it('is complete while the picture is public, and while somebody reads it before a decision', async () => {
    const [shown, read] = [await picture(), await picture()]
    await approved(shown, 'live')
    await waiting(read)
    for (const id of [shown, read]) {
      for (const consent of [{ scope: '' }, { reference: '  ' }, { scope: '', reference: '' }, null])
        expect(await say(id, { consent }), JSON.stringify(consent)).toMatchObject(refused)
      // Another place where it is kept is no less.
      expect((await say(id, { consent: { reference: 'S-14' } })).status).toBe(200)
      expect((await row(id))!.consent).toMatchObject({ scope: 'Webb och app', reference: 'S-14' })
    }
    expect((await say(shown, { consent: { validUntil: inHours(300) } })).status).toBe(200)
    expect((await say(shown, { consent: { scope: '' } }, editor)).status).toBe(200)
  })

  it('is over at its end, however many others cannot be ended', async () => {
    const over = { scope: 'Webb', reference: 'S-12', validUntil: inHours(-1) }
    const [old, fresh] = [await picture(), await picture()]
    const { municipality, organisation } = (await row(old)) as Row
    // Nothing can be written under a cause that is no text.
    const outbox = { ...registerOutbox('withdraw-consent', 1, null, new Date()), cause: { trasig: true } }
    const broken = Array.from({ length: 60 }, () => randomUUID())
    const { db } = torg.payload
    for (const id of broken) {
      const facts = { peopleShown: 'consent-held', consent: over, outbox, outboxCause: id }
      const data = { id, municipality, organisation, filename: `${id}.webp`, ...facts }
      await db.create({ collection: 'media', data })
    }
    const where = (id: string) => ({ collection: 'media' as const, where: { id: { equals: id } } })
    try {
      await db.updateOne({ ...where(old), data: { consent: over, createdAt: '2020-01-01T00:00:00.000Z' } })
      await db.updateOne({ ...where(fresh), data: { consent: over, createdAt: inHours(1) } })
      await endConsents(torg.payload, systemClock)
      for (const id of [old, fresh])
        expect(await row(id)).toMatchObject({ consentOver: true, consentEndedAt: expect.anything() })
    } finally {
      await db.deleteMany({ collection: 'media', where: { outboxCause: { in: broken } } })
    }
  })
})
