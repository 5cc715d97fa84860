import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reconcile } from '../../src/editorial/reconcile.js'
import { everyRow } from '../../src/shared/every-row.js'
import { eventBody, postBody, uploadedPicture } from '../support/newsroom.js'
import { type Answer, type Visitor } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      leader: { role: 'organisation-admin', organisation: 'Klara' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })
type Row = Record<string, unknown> & { id: string }

describeHere('what the municipality holds back', () => {
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

  const row = (collection: string, id: string) =>
    torg.payload.db.findOne<Row>({ collection: collection as 'events', where: { id: { equals: id } } })
  const hold = async (kind: string, document: string): Promise<() => Promise<void>> => {
    const held = await admin.post('/api/retention-holds', { kind, document, reason: 'legal-claim' })
    expect(held.status, JSON.stringify(held.body)).toBe(201)
    return async () => {
      const lifted = await admin.send('DELETE', `/api/retention-holds/${held.body.doc.id}`)
      expect(lifted.status, JSON.stringify(lifted.body)).toBe(200)
    }
  }
  const told = ({ status, body }: Answer) => [
    status,
    body.code,
    (body.faults as { code: string }[])?.map(({ code }) => code),
  ]
  const refused = [409, 'not-possible-in-this-state', ['held']]
  const rejected = async (kind: 'events' | 'posts'): Promise<string> => {
    const body = kind === 'events' ? eventBody(town.category) : postBody(town.category)
    const { id } = (await author.post(`/api/${kind}`, body)).body.doc
    await author.act(kind, id, 'submit')
    const no = await editor.act(kind, id, 'reject', { reason: 'illegal', message: 'Anmält.' })
    expect(no.body).toMatchObject({ state: 'rejected' })
    return id
  }
  const wordsOf = async (id: string) => {
    const of = { document: { equals: id } }
    const revisions = await everyRow<Row>(torg.payload, 'revisions', of)
    const notices = await everyRow<Row>(torg.payload, 'notices', of)
    return JSON.stringify([revisions, notices.map(({ title, message }) => [title, message])])
  }

  it.each(['events', 'posts'] as const)('is deleted by nobody: a rejected draft of %s', async (kind) => {
    const id = await rejected(kind)
    const lift = await hold(kind === 'events' ? 'event' : 'post', id)
    const before = [await row(kind, id), await wordsOf(id)]
    for (const by of [author, town.person.leader, editor, admin]) {
      const { body } = await by.get(`/api/${kind}/${id}/actions`)
      expect(body.actions.map(({ action }: { action: string }) => action)).not.toContain('delete-draft')
      expect(told(await by.act(kind, id, 'delete-draft'))).toEqual(refused)
    }
    expect([await row(kind, id), await wordsOf(id)]).toEqual(before)
    // What is written over it stands beside what was there.
    const { revision } = (await author.get(`/api/${kind}/${id}`)).body
    expect((await author.patch(`/api/${kind}/${id}`, { revision, title: 'Nytt' })).status).toBe(200)
    expect(await wordsOf(id)).toContain('Anmält.')
    await lift()
    expect((await author.act(kind, id, 'delete-draft')).body).toMatchObject({ state: 'gone' })
    expect(await row(kind, id)).toBeNull()
  })

  it('is erased by the admin all the same', async () => {
    const id = await rejected('posts')
    await hold('post', id)
    expect((await admin.act('posts', id, 'erase', { reason: 'legal-order' })).body).toMatchObject({
      state: 'erased',
    })
  })

  it('loses a contact who takes the consent back at once in public, and before that once it is let go', async () => {
    const contact = (name: string) => ({
      contact: {
        name,
        email: null,
        phone: null,
        consentReference: 'A 12',
        consentUntil: '2027-12-31T00:00:00Z',
      },
    })
    const { id } = (await author.post('/api/events', eventBody(town.category, contact('Första Namnet')))).body
      .doc
    await author.act('events', id, 'submit')
    expect((await editor.act('events', id, 'approve')).body).toMatchObject({ publication: 'live' })
    const lift = await hold('event', id)
    expect((await author.act('events', id, 'withdraw-contact')).status).toBe(200)
    expect(JSON.stringify(await row('events', id))).not.toContain('Första')
    expect(JSON.stringify(await row('publications', id))).not.toContain('Första')
    expect(await wordsOf(id)).toContain('Första Namnet')
    const { revision } = (await author.get(`/api/events/${id}`)).body
    const saved = await author.patch(`/api/events/${id}`, { revision, ...contact('Andra Namnet') })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    await lift()
    expect(await wordsOf(id)).not.toContain('Första')
    expect(await wordsOf(id)).toContain('Andra Namnet')
    // Not held, it goes at once.
    expect((await author.act('events', id, 'withdraw-contact')).status).toBe(200)
    expect(await wordsOf(id)).not.toContain('Andra Namnet')
  })

  it('is not deleted as a picture, and one that is taken back leaves the public but not the folder', async () => {
    const picture = await uploadedPicture(author, { alt: 'Beviset' })
    const file = path.join(torg.folder, 'media', `${picture}.webp`)
    const lift = await hold('media', picture)
    expect(told(await author.send('DELETE', `/api/media/${picture}`))).toEqual(refused)
    const back = await author.post(`/api/media/${picture}/actions/withdraw-consent`)
    expect(back.body).toEqual({ withdrawn: true })
    await reconcile(torg.payload)
    expect(await row('media', picture)).toMatchObject({ withdrawn: true, alt: 'Beviset' })
    expect(fs.existsSync(file)).toBe(true)
    await lift()
    await reconcile(torg.payload)
    expect(await row('media', picture)).toMatchObject({ withdrawn: true, alt: null })
    expect(fs.existsSync(file)).toBe(false)
    expect((await author.send('DELETE', `/api/media/${picture}`)).status).toBe(200)
  })

  it('stays as an account that nobody has used, though its role is taken away', async () => {
    const { leader } = town.person
    const door = `/api/organisations/${town.organisation.Klara}/members`
    const invited = async (username: string) => (await leader.post(door, { username })).body.account as string
    const [held, other] = [await invited('halls-kvar'), await invited('far-ga')]
    await hold('account', held)
    for (const id of [held, other])
      expect((await leader.post(`${door}/${id}/actions/take-away`)).status).toBe(200)
    expect([await row('accounts', held), await row('accounts', other)]).toEqual([
      expect.objectContaining({ username: 'halls-kvar' }),
      null,
    ])
  })
})
