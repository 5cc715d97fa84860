import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerOf } from '../../src/editorial/erasure/ledger-file.js'
import { everyRow } from '../../src/shared/every-row.js'
import { codeOf, giveDevice, nextStep } from '../support/devices.js'
import { LogDiary } from '../support/log-diary.js'
import { postBody } from '../support/newsroom.js'
import { cameIn, makeAccount, makeMunicipality, Visitor, type Answer } from '../support/people.js'
import { photo } from '../support/publish.js'
import { describeHere, password, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {}, Vilande: {}, Tvilling: {} },
    people: {
      chief: { role: 'organisation-admin', organisation: 'Klara' },
      author: { role: 'contributor', organisation: 'Klara', email: 'klara@example.org' },
      device: { role: 'contributor', organisation: 'Klara' },
      held: { role: 'contributor', organisation: 'Klara' },
      key: { role: 'api-client', organisation: 'Klara', kind: 'machine' },
      resting: { role: 'organisation-admin', organisation: 'Vilande' },
      castor: { role: 'organisation-admin', organisation: 'Tvilling' },
      pollux: { role: 'organisation-admin', organisation: 'Tvilling' },
      guest: { role: 'organisation-admin', organisation: 'Andra' },
      editor: { role: 'editor', approvesOrganisations: true },
      admin: { role: 'municipality-admin' },
    },
  })

describeHere('the holder of an account', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let diary: LogDiary

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    diary = new LogDiary(torg.payload)
  }, 240_000)
  afterAll(() => torg?.stop())

  const remove = (by: Visitor, body: object = { present: password }) =>
    by.post('/api/accounts/deletion', body)
  const leave = (by: Visitor, municipality: string) => by.post('/api/accounts/leave', { municipality })
  const codes = ({ body }: Answer): string[] => (body.faults ?? []).map(({ code }: { code: string }) => code)
  /** Every row of every collection in which the account's id stands, but for where it may stay. */
  async function namedIn(account: string): Promise<string[]> {
    const found = new Set<string>()
    for (const collection of Object.keys(torg.payload.collections))
      for (const row of await everyRow(torg.payload, collection, {}))
        if (JSON.stringify(row).includes(account)) found.add(collection)
    return [...found].sort()
  }
  const isThere = async (account: string): Promise<boolean> =>
    (await everyRow(torg.payload, 'accounts', { id: { equals: account } })).length > 0

  it('is told before what would happen, and whether it is possible', async () => {
    const { body, status } = await town.person.author.get('/api/accounts/leaving')
    expect([status, body.needsCode, body.faults]).toEqual([200, false, []])
    expect(body.municipalities).toEqual([
      {
        id: town.id,
        name: expect.any(String),
        roles: [{ role: 'contributor', organisation: town.organisation.Klara, name: 'Klara' }],
      },
    ])
    const last = (await town.person.admin.get('/api/accounts/leaving')) as Answer
    expect(codes(last)).toEqual(['last-municipality-admin'])
    expect((await new Visitor(torg.base).get('/api/accounts/leaving')).status).toBe(401)
  })

  it('deletes it only by the password, and by no more and no less than what the door takes', async () => {
    const { author } = town.person
    const before = (await namedIn(town.account.author)).length
    const said = async (body: object) => {
      const answer = await remove(author, body)
      return [answer.status, codes(answer)]
    }
    expect(await said({})).toEqual([422, ['wrong-password']])
    expect(await said({ present: `${password} ` })).toEqual([422, ['wrong-password']])
    expect(await said({ present: ['x'] })).toEqual([422, ['wrong-type']])
    expect(await said({ present: password, account: town.account.chief })).toEqual([422, ['unknown-field']])
    expect((await remove(new Visitor(torg.base))).status).toBe(401)
    expect((await namedIn(town.account.author)).length).toBe(before)
  })

  it('deletes it with everything that is nobody else’s; what was written stays with the organisation', async () => {
    const { author, chief, editor, admin } = town.person
    const { payload } = torg
    const account = town.account.author
    const { id } = (await author.post('/api/posts', postBody(town.category))).body.doc
    await author.act('posts', id, 'submit')
    expect((await editor.act('posts', id, 'approve')).body.publication).toBe('live')
    await author.upload(await photo(200, 100), { alt: 'Klaras bild' })
    await author.post('/api/payload-preferences/torg-workbench', { value: { shortcuts: false } })
    await author.post(`/api/posts/${id}/shares`, {})
    await author.get('/api/inbox')
    await admin.post(`/api/accounts/${account}/codes`, { purpose: 'password' })
    const now = new Date().toISOString()
    await payload.db.create({
      collection: 'notices',
      data: { key: 'own', at: now, action: 'end-role', account, municipality: town.id } as never,
    })
    await payload.db.create({
      collection: 'mails' as CollectionSlug,
      data: {
        ...{ key: `own ${account}`, account, municipality: town.id, kind: 'notice', notice: 'own' },
        ...{ nextAt: now, attempts: 0 },
      } as never,
    })
    const other = await cameIn(payload, torg.base, account)
    const answer = await diary.of('deletion', ['account delete-account'], () => remove(author))
    expect([answer.status, answer.body]).toEqual([200, { deleted: true }])
    expect(answer.headers.get('set-cookie')).toMatch(/payload-token=;/)
    for (const visitor of [author, other])
      expect((await visitor.get('/api/accounts/logins')).status).toBe(401)
    expect((await new Visitor(torg.base).login('author')).status).toBe(401)
    expect((await new Visitor(torg.base).login('klara@example.org')).status).toBe(401)
    // By what they say, too: a database may empty the columns that name the account, and leave the rest.
    const left = (collection: string, where: Where) => everyRow(payload, collection, where)
    expect(await left('notices', { key: { equals: 'own' } })).toEqual([])
    expect(await left('payload-preferences', { key: { equals: 'torg-workbench' } })).toEqual([])
    // The id alone, and only where it says who did what.
    const kept = ['erasures', 'media', 'moderation-log', 'posts', 'revisions']
    expect((await namedIn(account)).filter((collection) => !kept.includes(collection))).toEqual([])
    expect((await chief.get(`/api/posts/${id}`)).body.title).toBe('Vi söker ledare')
    expect(
      await torg.payload.db.findOne({ collection: 'publications', where: { id: { equals: id } } }),
    ).toMatchObject({
      state: 'live',
    })
    const entry = (await everyRow(payload, 'moderation-log', { action: { equals: 'delete-account' } }))[0]
    expect(entry).toMatchObject({
      actor: account,
      document: account,
      reason: 'own',
      municipality: expect.anything(),
    })
    // Its name can be given to somebody else, who is somebody else.
    const again = await admin.post('/api/accounts', { kind: 'person', username: 'author' })
    expect(again.body.doc.id).not.toBe(account)
    const { lines } = await ledgerOf(torg.payload).read()
    expect(lines.filter(({ id }) => id === account)).toMatchObject([{ kind: 'account', reason: null }])
  })

  it('shows the code of a device, too, where there is one', async () => {
    const { device } = town.person
    const secret = await giveDevice(torg.payload, town.account.device)
    // Having one, it logs in with it.
    const visitor = new Visitor(torg.base)
    nextStep()
    visitor.token = (
      await visitor.post('/api/accounts/login', { username: 'device', password, code: codeOf(secret) })
    ).body.token
    expect((await visitor.get('/api/accounts/leaving')).body.needsCode).toBe(true)
    const first = await remove(visitor)
    expect([first.status, codes(first)]).toEqual([422, ['required']])
    const wrong = await remove(visitor, { present: password, code: '000000' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'second-factor-wrong'])
    // The code that let it in is used up.
    expect((await remove(visitor, { present: password, code: codeOf(secret) })).status).toBe(401)
    expect(await isThere(town.account.device)).toBe(true)
    nextStep()
    expect((await remove(visitor, { present: password, code: codeOf(secret) })).status).toBe(200)
    expect(await isThere(town.account.device)).toBe(false)
    expect(device.token).not.toBeNull()
  })

  it('is kept as the last admin of a municipality or an approved organisation, and told what to do', async () => {
    const { chief, admin } = town.person
    for (const [by, code] of [
      [chief, 'last-organisation-admin'],
      [admin, 'last-municipality-admin'],
    ] as const) {
      const refused = await remove(by)
      expect([refused.status, codes(refused)]).toEqual([409, [code]])
      const stays = await leave(by, town.id)
      expect([stays.status, codes(stays)]).toEqual([409, [code]])
      expect((await by.get('/api/accounts/logins')).status).toBe(200)
    }
    // One who has never logged in leads nobody.
    const { id } = await makeAccount(torg.payload, {
      ...{ username: 'deputy', role: 'organisation-admin', municipality: town.id },
      ...{ organisation: town.organisation.Klara, password: null },
    })
    expect((await remove(chief)).status).toBe(409)
    await torg.payload.delete({
      collection: 'accounts',
      id,
      overrideAccess: true,
      context: { asSystem: true },
    })
    await makeAccount(torg.payload, {
      ...{ username: 'second', role: 'organisation-admin', municipality: town.id },
      organisation: town.organisation.Klara,
    })
    expect((await remove(chief)).status).toBe(200)
  })

  it('goes although an organisation that is suspended loses its last admin: it could hand nothing over', async () => {
    const { resting, editor } = town.person
    expect((await remove(resting)).status).toBe(409)
    await editor.act('organisations', town.organisation.Vilande, 'suspend', { message: 'Tills vidare.' })
    expect((await remove(resting)).status).toBe(200)
  })

  it('is, of two last admins who go at the same moment, one who stays', async () => {
    const { castor, pollux } = town.person
    const both = await Promise.all([remove(castor), remove(pollux)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is kept where the municipality holds the account, and where it is a machine', async () => {
    const { admin, held, key } = town.person
    const hold = await admin.post('/api/retention-holds', {
      ...{ kind: 'account', document: town.account.held, reason: 'legal-claim' },
    })
    const refused = await remove(held)
    expect([refused.status, codes(refused)]).toEqual([409, ['held']])
    await admin.send('DELETE', `/api/retention-holds/${hold.body.doc.id}`)
    expect((await remove(held)).status).toBe(200)
    expect((await remove(key)).status).toBe(403)
    expect((await leave(key, town.id)).status).toBe(403)
  })

  it('leaves one municipality, and is in the others as before', async () => {
    const { guest, admin } = town.person
    const fjordby = String((await makeMunicipality(torg.payload, { slug: 'fjordby' })).id)
    const give = (role: string, municipality: string, organisation?: string) =>
      torg.payload.create({
        collection: 'memberships',
        data: {
          account: town.account.guest,
          role,
          municipality,
          ...(organisation ? { organisation } : {}),
        } as never,
        overrideAccess: true,
        context: { asSystem: true },
      })
    await give('auditor', fjordby)
    await give('contributor', town.id, town.organisation.Klara)
    const alone = await leave(guest, town.id)
    expect([alone.status, codes(alone)]).toEqual([409, ['last-organisation-admin']])
    await makeAccount(torg.payload, {
      ...{ username: 'beside', role: 'organisation-admin', municipality: town.id },
      organisation: town.organisation.Andra,
    })
    const answer = await diary.of('leaving', ['membership end-role', 'membership end-role'], () =>
      leave(guest, town.id),
    )
    expect([answer.status, answer.body]).toEqual([200, { ended: 2 }])
    // Who may do something else from now on logs in again.
    expect((await guest.get('/api/accounts/logins')).status).toBe(401)
    const back = await cameIn(torg.payload, torg.base, town.account.guest)
    expect((await back.get('/api/accounts/leaving')).body.municipalities).toMatchObject([{ id: fjordby }])
    expect((await back.get('/api/log')).status).toBe(200)
    expect((await back.post('/api/posts', postBody(town.category))).status).toBe(403)
    expect((await leave(back, town.id)).status).toBe(404)
    expect((await leave(back, 'nowhere')).status).toBe(404)
    const told = await everyRow(torg.payload, 'notices', { action: { equals: 'member-left' } })
    expect(told.length).toBeGreaterThan(0)
    expect(JSON.stringify(told)).not.toContain('guest')
    expect(admin.token).not.toBeNull()
  })

  it('leaves nothing in the ledger but ids, kinds and times', async () => {
    const { lines } = await ledgerOf(torg.payload).read()
    const first = lines.find(({ number }) => number === 1)!
    expect(first).toMatchObject({ kind: 'begin', id: 'none' })
    const erased = lines.filter(({ kind }) => kind !== 'begin')
    expect(erased.length).toBeGreaterThan(0)
    for (const { kind, id, at, reason, lineage, number, hash, previous, ...rest } of erased) {
      expect([kind, reason, lineage, rest]).toEqual(['account', null, first.lineage, {}])
      expect(id).toMatch(/^[0-9a-f-]{24,36}$/)
      expect(Date.parse(at)).toBeGreaterThan(0)
      expect([number > 1, /^[0-9a-f]{32} [0-9a-f]{32}$/.test(`${hash} ${previous}`)]).toEqual([true, true])
    }
  })
})
