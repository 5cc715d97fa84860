import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { announceUntold } from '../../src/editorial/policies/announce-policy.js'
import { acceptedBy, policyVersions } from '../../src/editorial/policies/policy-records.js'
import { everyRow } from '../../src/shared/every-row.js'
import { dateIn } from '../support/days.js'
import { everyEntry } from '../support/log-diary.js'
import { eventBody, postBody } from '../support/newsroom.js'
import type { Visitor } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      mate: { role: 'organisation-admin', organisation: 'Klara' },
      beside: { role: 'contributor', organisation: 'Andra' },
      machine: { role: 'api-client', kind: 'machine', organisation: 'Klara' },
      editor: { role: 'editor' },
      auditor: { role: 'auditor' },
      admin: { role: 'municipality-admin' },
    },
  })
const vikby = (torg: Running) =>
  makeTown(torg, {
    slug: 'vikby',
    organisations: { Viken: {} },
    people: {
      elsewhere: { role: 'contributor', organisation: 'Viken' },
      stranger: { role: 'municipality-admin' },
    },
  })

const words = (more: object = {}) => ({
  validFrom: dateIn(0),
  texts: { sv: 'Skriv bara om det som angår alla.', en: 'Write only what concerns everybody.' },
  ...more,
})
const changed = { changes: { sv: 'Bilder ska ha alternativtext.', en: 'Pictures need alternative texts.' } }

describeHere('the terms of a municipality for those who publish', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let other: Awaited<ReturnType<typeof vikby>>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    other = await vikby(torg)
  }, 240_000)
  afterAll(() => torg?.stop())

  const draft = async (by: Visitor, category = town.category) =>
    String((await by.post('/api/posts', postBody(category))).body.doc.id)
  const due = async (by: Visitor) => (await by.get('/api/policies/due')).body.due
  const versions = async (by: Visitor) => (await by.get('/api/policies')).body.versions
  const refused = { status: 403, body: { code: 'policy-not-accepted' } }

  it('are none, and nobody is asked for anything, until its admin publishes a version', async () => {
    const { author, editor, auditor, mate, machine, admin } = town.person
    expect((await author.act('posts', await draft(author), 'submit')).status).toBe(200)
    expect(await due(author)).toEqual([])
    for (const by of [author, editor, auditor, mate, machine])
      expect(await by.post('/api/policies', words())).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      })
    expect(
      (await other.person.stranger.post('/api/policies', { ...words(), municipality: town.id })).status,
    ).toBe(404)
    const wrong = await admin.post('/api/policies', { ...words(), texts: { sv: 'Bara svenska.' } })
    expect(wrong).toMatchObject({ status: 422, body: { faults: [{ field: 'texts.en', code: 'required' }] } })
    // From the official series for tests.
    const numbered = words({ texts: { sv: 'Ring 19900107-2397.', en: 'Call.' } })
    expect(await admin.post('/api/policies', numbered)).toMatchObject({
      status: 422,
      body: { code: 'personal-data', faults: [{ field: expect.stringContaining('texts') }] },
    })
    expect(await versions(author)).toEqual([])
  })

  it('are accepted before the next submission, by each account for itself', { timeout: 60_000 }, async () => {
    const { author, mate, machine, beside, admin, editor } = town.person
    const post = await draft(author)
    const event = String((await author.post('/api/events', eventBody(town.category))).body.doc.id)
    const published = await admin.post('/api/policies', words())
    expect(published).toMatchObject({ status: 201, body: { number: 1, validFrom: dateIn(0) } })
    const { id } = published.body as { id: string }

    const answer = await author.act('posts', post, 'submit')
    expect(answer).toMatchObject(refused)
    expect(answer.body).toMatchObject({ policy: id, state: 'draft' })
    expect(await author.act('events', event, 'submit')).toMatchObject(refused)
    // Writing, and what takes down, go on.
    const { revision } = (await author.get(`/api/posts/${post}`)).body
    expect((await author.patch(`/api/posts/${post}`, { revision, title: 'Ny rubrik' })).status).toBe(200)
    const { actions } = (await author.get(`/api/posts/${post}/actions`)).body
    expect(actions.map(({ action }: { action: string }) => action)).toContain('submit')

    expect(await due(author)).toMatchObject([
      { needed: true, municipality: { id: town.id }, policy: { id, standing: 'in-force', acceptedAt: null } },
    ])
    expect(await due(editor)).toEqual([])
    const accepted = await author.post(`/api/policies/${id}/accept`)
    expect(accepted).toMatchObject({ status: 200, body: { id, acceptedAt: expect.any(String) } })
    // Once: the first time stands.
    expect((await author.post(`/api/policies/${id}/accept`)).body.acceptedAt).toBe(accepted.body.acceptedAt)
    expect(await due(author)).toEqual([])
    expect((await author.act('posts', post, 'submit')).status).toBe(200)
    expect((await author.act('events', event, 'submit')).status).toBe(200)

    for (const by of [mate, machine]) {
      const own = await draft(by)
      expect(await by.act('posts', own, 'submit')).toMatchObject(refused)
      expect((await by.post(`/api/policies/${id}/accept`)).status).toBe(200)
      expect((await by.act('posts', own, 'submit')).status).toBe(200)
    }
    expect(await beside.act('posts', await draft(beside), 'submit')).toMatchObject(refused)
    // Elsewhere other terms hold, or none, and these are nothing that one could see.
    const { elsewhere } = other.person
    const there = await draft(elsewhere, other.category)
    expect((await elsewhere.act('posts', there, 'submit')).status).toBe(200)
    expect((await elsewhere.post(`/api/policies/${id}/accept`)).status).toBe(404)
    expect((await elsewhere.get(`/api/policies?municipality=${town.id}`)).status).toBe(404)
  })

  it('are announced when they change, accepted ahead, and asked for from their first day on', async () => {
    const { author, admin, mate, editor } = town.person
    const next = await admin.post('/api/policies', words({ ...changed, validFrom: dateIn(30) }))
    expect(next.status).toBe(201)
    for (const by of [author, editor]) {
      const { notices } = (await by.get('/api/inbox')).body
      expect(notices[0]).toMatchObject({
        action: 'publish-policy',
        message: changed.changes.sv,
        next: { step: 'read-policy', address: '/admin/policies' },
      })
    }
    const told = (await admin.get('/api/inbox')).body.notices as { action: string }[]
    expect(told.filter(({ action }) => action === 'publish-policy')).toEqual([])
    expect(await due(mate)).toMatchObject([{ needed: false, policy: { number: 2, standing: 'coming' } }])
    // Not in force yet.
    expect((await author.act('posts', await draft(author), 'submit')).status).toBe(200)
    expect((await mate.post(`/api/policies/${next.body.id}/accept`)).status).toBe(200)
    // Nothing goes back before what is announced.
    expect(await admin.post('/api/policies', words(changed))).toMatchObject({
      status: 422,
      body: { faults: [{ field: 'validFrom', code: 'before-last' }] },
    })
    // Its day has come.
    await torg.payload.db.updateOne({
      collection: policyVersions,
      where: { id: { equals: next.body.id } },
      data: { validFrom: dateIn(0) },
    })
    expect((await mate.act('posts', await draft(mate), 'submit')).status).toBe(200)
    const late = await draft(author)
    expect(await author.act('posts', late, 'submit')).toMatchObject(refused)
    const [newest, first] = await versions(author)
    expect(first).toMatchObject({ number: 1, standing: 'past' })
    expect(newest).toMatchObject({ number: 2, standing: 'in-force', acceptedAt: null })
    const over = await town.person.beside.post(`/api/policies/${first.id}/accept`)
    expect(over).toMatchObject({ status: 409, body: { code: 'not-possible-in-this-state' } })
    expect((await author.post(`/api/policies/${newest.id}/accept`)).status).toBe(200)
    expect((await author.act('posts', late, 'submit')).status).toBe(200)
  })

  it('cannot be changed by anybody, through any door', async () => {
    const { admin } = town.person
    const before = await everyRow(torg.payload, policyVersions, {})
    const [{ id }] = before as [{ id: string }]
    for (const [method, address] of [
      ['PATCH', `/api/policy-versions/${id}`],
      ['DELETE', `/api/policy-versions/${id}`],
      ['POST', '/api/policy-versions'],
      ['PATCH', `/api/policies/${id}`],
      ['PUT', `/api/policies/${id}`],
      ['DELETE', `/api/policies/${id}`],
    ] as const)
      expect(
        (await admin.send(method, address, { texts: { sv: 'Annat', en: 'Other' } })).status,
      ).toBeGreaterThan(400)
    expect(await everyRow(torg.payload, policyVersions, {})).toEqual(before)
  })

  it('are logged when published and accepted, stand in the extract, and go with the account', async () => {
    const { admin, mate } = town.person
    const entries = (await everyEntry(torg.payload)).filter(({ kind }) => kind === 'policy')
    const numbers = (all: typeof entries) => all.map(({ number }) => number).sort()
    expect(numbers(entries.filter(({ action }) => action === 'publish-policy'))).toEqual([1, 2])
    const own = entries.filter(
      ({ action, actor }) => action === 'accept-policy' && actor === town.account.mate,
    )
    expect(numbers(own)).toEqual([1, 2])
    expect(own.every(({ municipality }) => municipality === town.id)).toBe(true)
    const { parts } = (await mate.get('/api/accounts/extract')).body
    const rows = parts.policies as { facts: { number: number; at: string } }[]
    expect(rows.map(({ facts }) => [facts.number, typeof facts.at]).sort()).toEqual([
      [1, 'string'],
      [2, 'string'],
    ])
    expect((await acceptedBy(torg.payload, town.account.mate)).size).toBe(2)
    expect((await admin.send('DELETE', `/api/accounts/${town.account.mate}`)).status).toBe(200)
    expect((await acceptedBy(torg.payload, town.account.mate)).size).toBe(0)
  })

  it('are announced by the next process where one died in between, and once', async () => {
    const number = 3
    const outbox = { actor: town.account.admin, device: null }
    const { id } = await torg.payload.db.create({
      collection: policyVersions,
      data: {
        key: randomUUID(),
        municipality: town.id,
        number,
        validFrom: dateIn(60),
        texts: words().texts,
        ...changed,
        publishedAt: new Date().toISOString(),
        outbox,
      },
    })
    const told = async () => {
      const log = (await everyEntry(torg.payload)).filter(({ document }) => document === id)
      const notices = await everyRow(torg.payload, 'notices', { document: { equals: String(id) } })
      return [log.length, notices.length > 0]
    }
    expect(await announceUntold(torg.payload)).toBe(1)
    expect(await told()).toEqual([1, true])
    const row = { collection: policyVersions, where: { id: { equals: id } } }
    await torg.payload.db.updateOne({ ...row, data: { outbox } })
    await announceUntold(torg.payload)
    expect(await told()).toEqual([1, true])
    expect(await announceUntold(torg.payload)).toBe(0)
  })
})
