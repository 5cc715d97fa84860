import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { partOfCollection, type Extract } from '../../src/privacy/extract/extract-parts.js'
import { everyRow } from '../../src/shared/every-row.js'
import { postBody } from '../support/newsroom.js'
import type { Visitor } from '../support/people.js'
import { photo } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara', email: 'klara@example.org' },
      other: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
      former: { role: 'editor' },
      often: { role: 'auditor' },
    },
  })

describeHere('what is stored about an account', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    const { author, editor, admin } = town.person
    const { payload } = torg
    const { id } = (await author.post('/api/posts', postBody(town.category))).body.doc
    await author.act('posts', id, 'submit')
    await editor.act('posts', id, 'request-changes', { message: 'Mer.' })
    const waiting = (await author.post('/api/posts', postBody(town.category))).body.doc.id
    await author.act('posts', waiting, 'submit')
    await editor.act('posts', waiting, 'claim')
    await author.upload(await photo(200, 100), { alt: 'Klaras bild' })
    await author.post('/api/payload-preferences/torg-workbench', { value: { shortcuts: false } })
    await admin.post(`/api/accounts/${town.account.author}/codes`, { purpose: 'device', label: 'Växeln' })
    await admin.post('/api/retention-holds', {
      kind: 'account',
      document: town.account.author,
      reason: 'authority',
    })
    const insert = (collection: string, data: object) =>
      payload.db.create({ collection: collection as CollectionSlug, data: data as never })
    await insert('notices', {
      key: 'to-author',
      at: new Date().toISOString(),
      action: 'webhook-off',
      account: town.account.author,
      municipality: town.id,
    })
    // What it has read, what is still to be sent to it, and a link that it made.
    const now = new Date().toISOString()
    await insert('mails', {
      key: `to-author ${town.account.author}`,
      account: town.account.author,
      municipality: town.id,
      kind: 'notice',
      notice: 'to-author',
      nextAt: now,
      attempts: 0,
    })
    const { notices } = (await author.get('/api/inbox')).body as { notices: { id: string }[] }
    const read = await author.post('/api/inbox/read', { notice: notices[0]!.id })
    expect(read.status, JSON.stringify(read.body)).toBe(200)
    expect((await author.post(`/api/posts/${id}/shares`, {})).status).toBe(201)
    await payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: town.account.author } },
      data: { mailRefused: 'a-trace' },
    })
    // A device of the author's that the admin gave the code for.
    const device = {
      number: 1,
      label: 'Telefon',
      secret: 'sealed-secret',
      addedOn: '2026-01-01',
      addedBy: town.account.admin,
    }
    await payload.db.updateOne({
      collection: 'credentials' as CollectionSlug,
      where: { id: { equals: town.account.other } },
      data: { factor: { devices: [{ ...device, endedOn: '2026-01-02' }], recovery: ['a-hash'] } },
    })
  }, 120_000)
  afterAll(() => torg?.stop())

  const extractOf = async (by: Visitor): Promise<Extract> => {
    const { status, body } = await by.get('/api/accounts/extract')
    expect(status).toBe(200)
    return body as Extract
  }

  /** Every row of every collection in which the account’s id stands, wherever and however deep. */
  async function scanFor(account: string): Promise<string[]> {
    const found: string[] = []
    for (const collection of Object.keys(torg.payload.collections))
      for (const row of await everyRow(torg.payload, collection, {}))
        if (JSON.stringify(row).includes(account)) found.push(`${collection} ${String(row.id)}`)
    return found.sort()
  }

  it('is what a search through every row of the database finds, no more and no less', async () => {
    for (const name of ['author', 'editor', 'admin', 'other'] as const) {
      const extract = await extractOf(town.person[name])
      const rows = Object.values(extract.parts).flat()
      expect(rows.map(({ collection, id }) => `${collection} ${id}`).sort(), name).toEqual(
        await scanFor(town.account[name]),
      )
      for (const [part, some] of Object.entries(extract.parts))
        for (const { collection } of some) expect(partOfCollection[collection]).toBe(part)
    }
    const { parts } = await extractOf(town.person.author)
    expect(Object.entries(parts).flatMap(([part, rows]) => (rows.length === 0 ? [part] : []))).toEqual([])
  })

  it('has a place for each collection of the running config', () => {
    expect(Object.keys(torg.payload.collections).filter((slug) => !(slug in partOfCollection))).toEqual([])
  })

  it('says what is there in plain, and of what is secret only that it is there', async () => {
    const { parts } = await extractOf(town.person.author)
    expect(parts.account[0]!.facts).toMatchObject({
      username: 'author',
      email: 'klara@example.org',
      kind: 'person',
      municipality: 'ekby kommun',
      noticeMail: 'daily',
      mailRefused: true,
    })
    const facts = (collection: string) =>
      Object.values(parts)
        .flat()
        .find((each) => each.collection === collection)?.facts
    expect(facts('inboxes')).toMatchObject({ readUntil: expect.any(String), read: [expect.any(String)] })
    expect(facts('mails')).toMatchObject({ kind: 'notice', notice: 'to-author', municipality: 'ekby kommun' })
    expect(facts('share-links')).toMatchObject({
      kind: 'post',
      until: expect.any(String),
      organisation: 'Klara',
    })
    expect(JSON.stringify(parts)).not.toContain('a-trace')
    expect(parts.roles[0]!.facts).toMatchObject({ role: 'contributor', organisation: 'Klara' })
    expect(parts.login[0]!.facts).toMatchObject({ passwordKept: true })
    expect(parts.documents.map(({ facts }) => facts.namedAs)).toContainEqual(['savedBy', 'submittedBy'])
    expect((await extractOf(town.person.admin)).parts.login).toContainEqual({
      collection: 'credentials',
      id: town.account.other,
      facts: { addedDevicesOfAnother: [1] },
    })
    const all = JSON.stringify(await extractOf(town.person.other))
    for (const secret of ['sealed-secret', 'a-hash', 'v1.']) expect(all).not.toContain(secret)
    for (const { hash, salt } of await everyRow(torg.payload, 'credentials', {}))
      for (const secret of [hash, salt]) expect(all).not.toContain(String(secret))
    for (const { token } of await everyRow(torg.payload, 'sessions', {}))
      expect(all).not.toContain(String(token))
  })

  it('holds no present word of what its holder may no longer read, and says still that it names the account', async () => {
    const { admin, former } = town.person
    const { author } = town.person
    const { id } = (await author.post('/api/posts', postBody(town.category, { title: 'Känd rubrik' }))).body
      .doc
    await author.act('posts', id, 'submit')
    await former.act('posts', id, 'request-changes', { message: 'Mer.' })
    const picture = await former.upload(await photo(200, 100), {
      alt: 'Bild av den som slutat',
      organisation: town.organisation.Klara,
    })
    expect(picture.status, JSON.stringify(picture.body)).toBe(201)
    const before = await extractOf(former)
    expect(before.parts.documents).toMatchObject([
      { id, facts: { title: 'Känd rubrik', state: expect.any(String) } },
    ])
    expect(before.parts.pictures[0]!.facts).toMatchObject({ alt: 'Bild av den som slutat' })
    const [row] = await everyRow<{ id: string }>(torg.payload, 'memberships', {
      account: { equals: town.account.former },
    })
    expect((await admin.send('DELETE', `/api/memberships/${row!.id}`)).status).toBe(200)
    const { revision } = (await author.get(`/api/posts/${id}`)).body
    await author.patch(`/api/posts/${id}`, { revision, title: 'Hemlig rubrik' })
    await former.login('former')
    const after = await extractOf(former)
    expect(after.parts.documents).toEqual([
      {
        collection: 'posts',
        id,
        facts: { municipality: 'ekby kommun', namedAs: ['decidedBy', 'objection.by'] },
      },
    ])
    expect(JSON.stringify(after)).not.toMatch(/Hemlig rubrik|Bild av den som slutat/)
    expect(
      Object.values(after.parts)
        .flat()
        .map(({ collection, id: one }) => `${collection} ${one}`)
        .sort(),
    ).toEqual(await scanFor(town.account.former))
  })

  it('is made for an account often enough, and then after a while', async () => {
    const statuses: number[] = []
    let last = await town.person.often.get('/api/accounts/extract')
    for (let asked = 1; asked < 21; asked += 1) {
      statuses.push(last.status)
      last = await town.person.often.get('/api/accounts/extract')
    }
    expect([new Set(statuses), last.status, last.body.code]).toEqual([
      new Set([200]),
      429,
      'too-many-requests',
    ])
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    // Others are not held up by it.
    expect((await town.person.author.get('/api/accounts/extract')).status).toBe(200)
  })

  it('is told to nobody else, whoever asks and however', async () => {
    const { status } = await fetch(`${torg.base}/api/accounts/extract`)
    expect(status).toBe(401)
    const own = await town.person.admin.get(`/api/accounts/extract?account=${town.account.author}`)
    expect(own.body.account).toBe(town.account.admin)
    expect((await town.person.admin.get(`/api/accounts/${town.account.author}/extract`)).status).toBe(404)
  })
})
