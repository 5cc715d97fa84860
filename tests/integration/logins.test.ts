import type { Db } from 'mongodb'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HashingQueue } from '../../src/accounts/hashing-queue.js'
import { nightly } from '../../src/jobs/nightly.js'
import { copyOldLogins, moveOldLogins, moveOldLoginsInMongo } from '../../src/config/carry-logins.js'
import { resealAll, sealOldAddresses } from '../../src/editorial/accounts/reseal.js'
import { changeCredentials, credentialsOf } from '../../src/editorial/accounts/credentials.js'
import { keyRing, loadSettings } from '../../src/config/env.js'
import { systemClock } from '../../src/shared/clock.js'
import { codeOf, giveDevice, nextStep } from '../support/devices.js'
import {
  makeAccount,
  makeMunicipality,
  Visitor,
  type AccountOptions,
  type Answer,
} from '../support/people.js'
import { database, describeHere, password, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

type Row = Record<string, unknown> & { id: string }

const strict = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {} },
    people: {
      admin: { role: 'municipality-admin' },
      editor: { role: 'editor', kind: 'role', email: 'kultur@ekby.example' },
      auditor: { role: 'auditor' },
      chief: { role: 'organisation-admin', organisation: 'Klara' },
      helper: { role: 'contributor', organisation: 'Klara' },
      other: { role: 'contributor', organisation: 'Andra' },
    },
  })

describeHere('logins', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof strict>>
  let networks = 0

  beforeAll(async () => {
    torg = await startForTests()
    town = await strict(torg)
  }, 240_000)
  afterAll(() => torg?.stop())

  const stranger = (from = `10.3.${(networks += 1)}.1`) => {
    const visitor = new Visitor(torg.base)
    visitor.from = from
    return visitor
  }
  const login = (body: object, from?: string) => stranger(from).post('/api/accounts/login', body)
  const make = async (username: string, more: Partial<AccountOptions> = {}) =>
    String(
      (
        await makeAccount(torg.payload, {
          username,
          role: 'contributor',
          municipality: town.id,
          organisation: town.organisation.Klara,
          ...more,
        })
      ).id,
    )
  const inside = async (username: string, more: object = {}) => {
    const visitor = stranger()
    const answer = await visitor.post('/api/accounts/login', { username, password, ...more })
    visitor.token = answer.body.token
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return visitor
  }
  const isIn = async (visitor: Visitor) => (await visitor.get('/api/accounts/me')).body.user !== null
  const logOf = async (account: string) =>
    (
      await torg.payload.db.find<Row>({
        collection: 'moderation-log',
        where: { document: { equals: account } },
        sort: 'at',
        limit: 0,
        pagination: false,
      })
    ).docs.map(({ action, reason, actor, device }) => ({ action, reason, actor, device }))

  it('give strangers one answer, whether the account exists, has a password, or is disabled', async () => {
    await make('avstangd')
    await torg.payload.db.updateOne({
      collection: 'accounts',
      where: { username: { equals: 'avstangd' } },
      data: { disabled: true },
    })
    await make('ny', { password: null })
    const bodies = [
      { username: 'finns-inte', password },
      { email: 'finns@inte.example', password },
      { username: 'helper', password: `${password}!` },
      { username: 'avstangd', password },
      { username: 'ny', password },
      { username: 'helper', oneTimeCode: '0000-0000-0000' },
      { username: 'finns-inte', oneTimeCode: '0000-0000-0000' },
    ]
    const answers = await Promise.all(bodies.map((body) => login(body)))
    const shapes = answers.map(({ status, body, headers }) =>
      JSON.stringify([status, body, [...headers].filter(([name]) => name !== 'date').sort()]),
    )
    expect(new Set(shapes).size, shapes.join('\n')).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } })
  })

  it('work a password out for an account that there is not, and for none that is throttled', async () => {
    // How long it takes is not asked: how often it is done.
    const worked: string[] = []
    const { run } = HashingQueue.prototype
    HashingQueue.prototype.run = function (work, options) {
      worked.push('once')
      return run.call(this, work, options) as never
    }
    for (const username of ['helper', 'finns-inte', 'ny'])
      await login({ username, password: 'fel lösenord helt och hållet' })
    expect(worked).toHaveLength(3)
    const from = '10.4.1.1'
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => login({ username: 'finns-inte', password: 'fel' }, from)),
    )
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5)
    const slowed = tries.find(({ status }) => status === 429)!
    expect(slowed.body).toMatchObject({
      code: 'too-many-requests',
      status: 429,
      retryAfter: expect.any(Number) as number,
    })
    expect(Number(slowed.headers.get('retry-after'))).toBe(slowed.body.retryAfter)
    expect(slowed.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(worked).toHaveLength(8)
    HashingQueue.prototype.run = run
  })

  it('count a thousand attempts at once, and never keep out a role whose name strangers know', async () => {
    const attempts: Answer[] = []
    // More at once the machine's own queue of connections does not take.
    for (let wave = 0; wave < 5; wave += 1)
      attempts.push(
        ...(await Promise.all(
          Array.from({ length: 200 }, (_, index) =>
            login({ username: 'editor', password: 'gissat lösenord här' }, `198.51.${index % 3}.${wave}`),
          ),
        )),
      )
    const counts = attempts.reduce<Record<number, number>>(
      (all, { status }) => ({ ...all, [status]: (all[status] ?? 0) + 1 }),
      {},
    )
    // At most five of each network were looked at, and no more than two at work and sixty waiting at once.
    expect(Object.keys(counts).sort()).toEqual(['401', '429'])
    expect(counts[401]).toBeLessThanOrEqual(15)
    const answer = await login({ email: 'kultur@ekby.example', password }, '203.0.113.5')
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  })

  it('believe an address only from a proxy that is trusted', async () => {
    // The peer is trusted here, so what stands before the last one is the sender's own invention.
    const spread = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        login({ username: 'finns-inte-heller', password: 'fel' }, `192.0.2.${index}, 10.5.5.5`),
      ),
    )
    expect(spread.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  it('keep nothing of a network or an address', async () => {
    const { docs } = await torg.payload.db.find<Row>({
      collection: 'sessions' as CollectionSlug,
      limit: 0,
      pagination: false,
    })
    expect(docs.length).toBeGreaterThan(5)
    const all = JSON.stringify([
      docs,
      ...(await Promise.all(docs.slice(0, 3).map(({ account }) => logOf(String(account))))),
    ])
    expect(all).not.toMatch(/10\.\d+\.\d+|203\.0\.113|198\.51/)
  })

  it('begin with a one-time code, without e-mail and without a password that another knows', async () => {
    const made = await town.person.admin.post('/api/accounts', { username: 'forsta-gangen', kind: 'role' })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { code } = made.body.oneTimeCode as { code: string }
    const account = made.body.doc.id as string
    const first = await login({ username: 'forsta-gangen', oneTimeCode: code })
    expect(first.body.code).toBe('new-password-required')
    const choose = (chosen: string) =>
      stranger().post('/api/accounts/password', { ticket: first.body.ticket, password: chosen })
    expect((await choose('kort')).body.faults[0]).toMatchObject({ field: 'password', code: 'too-short' })
    expect((await choose('en lång mening om ekar')).status).toBe(200)
    // Used once, and the token of the step with it.
    expect((await choose('en annan lång mening')).status).toBe(401)
    expect((await login({ username: 'forsta-gangen', oneTimeCode: code })).body.code).toBe(
      'wrong-credentials',
    )
    expect((await login({ username: 'forsta-gangen', password: 'en lång mening om ekar' })).status).toBe(200)
    const log = await logOf(account)
    expect(log.map(({ action }) => action)).toEqual(['make-account', 'use-code', 'log-in', 'log-in'])
    expect(JSON.stringify(log)).not.toContain(code)
    const rows = await torg.payload.db.find<Row>({
      collection: 'one-time-codes' as CollectionSlug,
      limit: 0,
      pagination: false,
    })
    expect(JSON.stringify(rows.docs)).not.toContain(code.replaceAll('-', ''))
  })

  it('made by an operator come with a code where it can be used, which is that of a first admin', async () => {
    await make('driften', { role: 'operator', municipality: null, organisation: undefined })
    const operator = await inside('driften')
    const account = async (username: string, homeMunicipality: string | null) => {
      const made = await operator.post('/api/accounts', { username, homeMunicipality })
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      const id = String(made.body.doc.id)
      const logged = (await logOf(id)).map(({ action, reason }) => [action, reason ?? null])
      return { id, code: made.body.oneTimeCode?.code as string | undefined, logged }
    }
    for (const home of [town.id, null]) {
      const without = await account(`utan-kod-${home === null}`, home)
      expect([without.code, without.logged]).toEqual([undefined, [['make-account', null]]])
    }
    const nyby = String((await makeMunicipality(torg.payload, { slug: 'nyby' })).id)
    const { id, code, logged } = await account('forsta-admin', nyby)
    expect(logged).toEqual([['make-account', 'password']])
    // It is good from when the account is made the first admin, which ends nothing of it.
    const role = { account: id, role: 'municipality-admin', municipality: nyby }
    expect((await operator.post('/api/memberships', role)).status).toBe(201)
    expect((await login({ username: 'forsta-admin', oneTimeCode: code })).body.code).toBe(
      'new-password-required',
    )
  })

  it('of one code end when another is given, when its time is over, and when another was quicker', async () => {
    const account = await make('koder')
    const give = async () =>
      (await town.person.admin.post(`/api/accounts/${account}/codes`, {})).body.code as string
    const [old, code] = [await give(), await give()]
    expect((await login({ username: 'koder', oneTimeCode: old })).body.code).toBe('wrong-credentials')
    const tickets = await Promise.all([1, 2].map(() => login({ username: 'koder', oneTimeCode: code })))
    const chosen = await Promise.all(
      tickets.map(({ body }, index) =>
        stranger().post('/api/accounts/password', {
          ticket: body.ticket,
          password: `ett nytt lösenord ${index}`,
        }),
      ),
    )
    expect(chosen.map(({ status }) => status).sort()).toEqual([200, 401])
    const late = await give()
    // Its row is made older, not the clock moved: the clock is that of everybody, and their sessions would end too.
    await torg.payload.db.updateMany({
      collection: 'one-time-codes' as CollectionSlug,
      where: { account: { equals: account } },
      data: { ends: systemClock.now().toISOString() },
    })
    expect((await login({ username: 'koder', oneTimeCode: late })).body.code).toBe('wrong-credentials')
  })

  it('are given codes by those who look after them, and by nobody else', async () => {
    const { admin, chief, editor, helper, auditor, other } = town.person
    const give = async (by: Visitor, account: string, purpose = 'password') =>
      (await by.post(`/api/accounts/${account}/codes`, { purpose })).status
    expect(await give(chief, town.account.helper)).toBe(201)
    expect(await give(chief, town.account.other)).toBe(404)
    expect(await give(chief, town.account.editor)).toBe(404)
    for (const by of [editor, helper, auditor, other]) expect(await give(by, town.account.helper)).toBe(404)
    expect(await give(stranger(), town.account.helper)).toBe(401)
    expect(await give(admin, town.account.admin)).toBe(403)
    expect(await give(admin, town.account.helper, 'membership')).toBe(422)
    const elsewhere = await makeMunicipality(torg.payload, { slug: 'fjordby' })
    const foreign = await make('utifran', { municipality: String(elsewhere.id), organisation: undefined })
    expect(await give(admin, foreign)).toBe(404)
    expect((await admin.get(`/api/accounts/${foreign}/logins`)).status).toBe(404)
  })

  it('end with a new password, a new role, and being disabled; its holder and its admin end them one by one', async () => {
    const { admin } = town.person
    const account = await make('manga')
    const [one, two] = [await inside('manga'), await inside('manga')]
    const { body } = await one.get('/api/accounts/logins')
    expect(body.open).toHaveLength(2)
    const theOther = body.open.find(({ present }: { present: boolean }) => !present)
    expect(
      (await town.person.helper.post('/api/accounts/sessions/end', { session: theOther.id })).status,
    ).toBe(404)
    expect((await one.post('/api/accounts/sessions/end', { session: theOther.id })).status).toBe(200)
    expect([await isIn(one), await isIn(two)]).toEqual([true, false])
    const three = await inside('manga')
    const change = (present: string) =>
      three.post('/api/accounts/password', { present, password: 'helt andra ord än nyss' })
    expect((await change('fel')).body.faults[0]).toMatchObject({ field: 'present', code: 'wrong-password' })
    expect((await change(password)).status).toBe(200)
    expect([await isIn(one), await isIn(three)]).toEqual([false, true])
    const { docs } = (await admin.get(`/api/memberships?where[account][equals]=${account}`)).body
    expect((await admin.patch(`/api/memberships/${docs[0].id}`, { role: 'organisation-admin' })).status).toBe(
      200,
    )
    expect(await isIn(three)).toBe(false)
    const again = async () => {
      const visitor = stranger()
      visitor.token = (
        await visitor.post('/api/accounts/login', { username: 'manga', password: 'helt andra ord än nyss' })
      ).body.token
      return visitor
    }
    const four = await again()
    expect((await admin.post(`/api/accounts/${account}/sessions/end`)).status).toBe(200)
    expect(await isIn(four)).toBe(false)
    const five = await again()
    expect((await admin.patch(`/api/accounts/${account}`, { disabled: true })).status).toBe(200)
    expect(await isIn(five)).toBe(false)
    const six = await inside('helper')
    expect((await six.post('/api/accounts/logout')).status).toBe(200)
    expect(await isIn(six)).toBe(false)
  })

  it('of a lost device go on with a recovery code, once; its admin ends devices and resets what is left', async () => {
    const { admin } = town.person
    const account = await make('tappad')
    const own = await inside('tappad')
    const begin = async (present: string) => own.post('/api/accounts/devices', { present })
    expect((await begin('fel')).body.faults[0]).toMatchObject({ field: 'present' })
    const { secret } = (await begin(password)).body
    const name = (label: string) => own.post('/api/accounts/devices/confirm', { label, code: codeOf(secret) })
    expect((await name('')).body.faults[0]).toMatchObject({ field: 'label', code: 'required' })
    expect((await name('Telefon 19760217-2384')).body.faults[0]).toMatchObject({ field: 'label' })
    const added = await own.post('/api/accounts/devices/confirm', {
      label: 'Min telefon',
      code: codeOf(secret),
    })
    expect(added.body).toMatchObject({ device: 1, recoveryCodes: expect.any(Array) as string[] })
    const [recovery, next] = added.body.recoveryCodes as string[]
    const withCode = (code: string) => login({ username: 'tappad', password, code })
    expect((await withCode(recovery!)).status).toBe(200)
    expect((await withCode(recovery!)).body.code).toBe('second-factor-wrong')
    const back = await inside('tappad', { code: next })
    expect((await back.post('/api/accounts/devices/end', { device: 1, present: password })).status).toBe(200)
    // With its last device all that was opened with it ends, its recovery codes too.
    expect([await isIn(back), await isIn(own)]).toEqual([false, false])
    expect((await login({ username: 'tappad', password })).status).toBe(200)
    const phone = await giveDevice(torg.payload, account)
    const seen = await admin.get(`/api/accounts/${account}/logins`)
    expect(
      seen.body.devices.map(({ number, endedOn }: { number: number; endedOn: string | null }) => [
        number,
        endedOn !== null,
      ]),
    ).toEqual([
      [1, true],
      [2, false],
    ])
    expect(JSON.stringify(seen.body)).not.toMatch(/secret|v1\./)
    expect((await admin.post(`/api/accounts/${account}/devices/end`, { device: 2 })).status).toBe(200)
    expect((await withCode(codeOf(phone))).status).toBe(200)
    expect(await logOf(account)).toContainEqual({
      action: 'end-device',
      reason: 'device-2',
      actor: town.account.admin,
      device: null,
    })
  })

  it('with a wrong code are slowed by a counter of their own, which only who knows the password can move', async () => {
    const account = await make('koder-fel')
    const phone = await giveDevice(torg.payload, account)
    for (let times = 0; times < 5; times += 1)
      expect((await login({ username: 'koder-fel', password, code: '000000' })).body.code).toBe(
        'second-factor-wrong',
      )
    const slowed = await login({ username: 'koder-fel', password, code: codeOf(phone) })
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, String(slowed.body.retryAfter)])
    expect((await logOf(account)).map(({ action }) => action)).toContain('block-codes')
    nextStep()
    expect((await login({ username: 'koder-fel', password, code: codeOf(phone) })).status).toBe(200)
    const wrongPassword = await Promise.all(
      Array.from({ length: 6 }, () =>
        login({ username: 'koder-fel', password: 'fel lösenord', code: '000000' }),
      ),
    )
    expect(wrongPassword.every(({ status }) => status === 401)).toBe(true)
    nextStep()
    expect((await login({ username: 'koder-fel', password, code: codeOf(phone) })).status).toBe(200)
  })

  it('with the same code at the same moment let one in', async () => {
    const account = await make('samtidigt')
    const phone = await giveDevice(torg.payload, account)
    const code = codeOf(phone)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => login({ username: 'samtidigt', password, code })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('that are under way when the password or the devices change come to nothing', async () => {
    const { run } = HashingQueue.prototype
    /** Logs in, and something happens after the password was found to be right. */
    const meanwhile = async (username: string, happens: () => Promise<unknown>, code?: string) => {
      let once = true
      HashingQueue.prototype.run = async function (work, options) {
        const right = await run.call(this, work, options)
        if (once) {
          once = false
          await happens()
        }
        return right as never
      }
      try {
        return (await login({ username, password, ...(code ? { code } : {}) })).body
      } finally {
        HashingQueue.prototype.run = run
      }
    }
    const other = { hash: 'pbkdf2-sha256-v1:00', salt: '00' }
    const newPassword = (account: string) =>
      changeCredentials(torg.payload, account, (now) => ({ credentials: { ...now, password: other } }))
    const account = await make('under-tiden')
    expect(await meanwhile('under-tiden', () => giveDevice(torg.payload, account))).toMatchObject({
      code: 'wrong-credentials',
    })
    const phone = codeOf(await giveDevice(torg.payload, account))
    expect(await meanwhile('under-tiden', () => newPassword(account), phone)).toMatchObject({
      code: 'wrong-credentials',
    })
    // A step that began with a password that is another one now is worth nothing, even where its token is still there.
    const municipality = String((await makeMunicipality(torg.payload, { slug: 'sakby', demo: false })).id)
    const editor = await make('under-tiden-2', { role: 'editor', organisation: undefined, municipality })
    const { ticket } = (await login({ username: 'under-tiden-2', password })).body
    const begun = await stranger().post('/api/accounts/devices', { ticket })
    await newPassword(editor)
    const late = await stranger().post('/api/accounts/devices/confirm', {
      ticket,
      label: 'A',
      code: codeOf(begun.body.secret),
    })
    expect(late.body.code).toBe('wrong-credentials')
    expect((await credentialsOf(torg.payload, editor)).factor.devices).toEqual([])
  })

  it('of a person are worth nothing where the municipality takes roles only', async () => {
    const roles = await makeMunicipality(torg.payload, { slug: 'rollby', loginPolicy: 'any' })
    const municipality = String(roles.id)
    await make('person-chef', { role: 'municipality-admin', municipality, organisation: undefined })
    await make('person-red', { role: 'editor', municipality, organisation: undefined })
    const chief = await inside('person-chef')
    const editor = await inside('person-red')
    const setPolicy = (by: Visitor) =>
      by.patch(`/api/municipalities/${municipality}`, { loginPolicy: 'role-only' })
    // Whoever would lock out every admin is told so.
    expect((await setPolicy(chief)).body.faults?.[0]).toMatchObject({
      field: 'loginPolicy',
      code: 'nobody-left',
    })
    await make('roll-chef', {
      role: 'municipality-admin',
      kind: 'role',
      municipality,
      organisation: undefined,
    })
    const role = await inside('roll-chef')
    expect((await setPolicy(role)).status).toBe(200)
    expect((await editor.get('/api/events')).status).toBe(403)
    const refused = await login({ username: 'person-red', password })
    expect([refused.status, refused.body.code]).toEqual([403, 'role-account-required'])
    expect(await isIn(role)).toBe(true)
    expect((await login({ username: 'roll-chef', password })).status).toBe(200)
  })

  it('get a role in another municipality by a code that their holder accepts, and no other way', async () => {
    const there = await makeTown(torg, {
      slug: 'grannby',
      organisations: { Kören: {} },
      people: { granne: { role: 'municipality-admin' } },
    })
    const { granne } = there.person
    const offer = await granne.post('/api/memberships/offer', { role: 'editor' })
    expect(offer.status, JSON.stringify(offer.body)).toBe(201)
    expect((await town.person.chief.post('/api/memberships/offer', { role: 'editor' })).status).toBe(403)
    expect((await granne.post('/api/memberships/offer', { role: 'operator' })).status).toBe(403)
    const { helper } = town.person
    helper.token = (await inside('helper')).token
    expect(
      (await helper.post('/api/accounts/accept', { code: '0000-0000-0000' })).body.faults[0],
    ).toMatchObject({ code: 'code-not-good' })
    const accepted = await helper.post('/api/accounts/accept', { code: offer.body.code })
    expect(accepted.body, JSON.stringify(accepted.body)).toMatchObject({
      role: 'editor',
      municipality: there.id,
    })
    expect((await helper.post('/api/accounts/accept', { code: offer.body.code })).status).toBe(422)
    const { memberships } = (await helper.get('/api/accounts/me')).body.user
    expect(memberships.map(({ role }: { role: string }) => role).sort()).toEqual(['contributor', 'editor'])
    // Its home municipality alone resets it; the other one ends what it gave.
    expect((await granne.post(`/api/accounts/${town.account.helper}/codes`, {})).status).toBe(404)
    const given = memberships.find(({ role }: { role: string }) => role === 'editor')
    expect((await granne.send('DELETE', `/api/memberships/${given.id}`)).status).toBe(200)
  })

  it('tell the day of the last one to the admin of the home municipality alone', async () => {
    const { admin, chief, auditor } = town.person
    const own = await inside('other')
    await own.get('/api/accounts/me')
    const today = systemClock.now().toISOString().slice(0, 10)
    expect((await admin.get(`/api/accounts/${town.account.other}`)).body.lastActive).toBe(today)
    const answers = await Promise.all([
      own.get('/api/accounts/me'),
      own.get(`/api/accounts/${town.account.other}`),
      own.post('/api/accounts/refresh-token'),
      chief.get(`/api/accounts/${town.account.helper}`),
      admin.get(`/api/accounts?where[lastActive][equals]=${today}`),
      chief.get(`/api/accounts?where[lastActive][equals]=${today}`),
      chief.get('/api/accounts?sort=lastActive'),
      admin.get('/api/memberships?depth=2'),
      auditor.get('/api/moderation-log?limit=100&sort=-at'),
    ])
    for (const { body } of answers) expect(JSON.stringify(body)).not.toContain('"lastActive":')
    expect(answers[5].body.docs ?? []).toEqual([])
    // When colleagues came and went is in the log for the admin, and for no auditor or editor.
    const seen = async (by: Visitor) =>
      ((await by.get('/api/moderation-log?limit=100&sort=-at')).body.docs as {
        action: string
        kind: string
      }[]) ?? []
    expect((await seen(admin)).some(({ action }) => action === 'log-in')).toBe(true)
    expect((await seen(auditor)).some(({ action }) => action === 'log-in')).toBe(false)
    expect((await seen(auditor)).some(({ action }) => action === 'give-code')).toBe(true)
    const editor = await inside('editor')
    expect((await seen(editor)).some(({ kind }) => kind === 'account' || kind === 'membership')).toBe(false)
  })

  it('that nobody uses for 180 days are disabled in the night, but the last admin; rights are reviewed', async () => {
    const { admin } = town.person
    const account = await make('sover')
    const days = (ago: number) =>
      new Date(systemClock.now().getTime() - ago * 86_400_000).toISOString().slice(0, 10)
    const set = (id: string, data: Record<string, unknown>) =>
      torg.payload.db.updateOne({ collection: 'accounts', where: { id: { equals: id } }, data })
    const old = { lastActive: days(181), activeFrom: days(400) }
    await set(account, old)
    await set(town.account.admin, old)
    await nightly(torg.payload, systemClock)
    const disabled = (await admin.get(`/api/accounts/${account}`)).body
    expect(disabled).toMatchObject({ disabled: true, disabledBecause: 'unused' })
    expect(await isIn(admin)).toBe(true)
    expect(await logOf(account)).toContainEqual({
      action: 'disable-account',
      reason: 'unused',
      actor: null,
      device: null,
    })
    await admin.patch(`/api/accounts/${account}`, { disabled: false })
    await nightly(torg.payload, systemClock)
    expect((await admin.get(`/api/accounts/${account}`)).body).toMatchObject({
      disabled: false,
      disabledBecause: null,
    })
    const { docs } = (await admin.get(`/api/memberships?where[account][equals]=${account}`)).body
    await torg.payload.db.updateOne({
      collection: 'memberships',
      where: { id: { equals: docs[0].id } },
      data: { reviewedOn: days(91) },
    })
    const due = async () =>
      (await admin.get(`/api/memberships?where[reviewedOn][less_than]=${days(90)}`)).body.totalDocs ??
      (await admin.get('/api/memberships?limit=100')).body.docs.filter(
        ({ reviewedOn }: Row) => String(reviewedOn) < days(90),
      ).length
    expect(await due()).toBe(1)
    expect((await town.person.chief.post(`/api/memberships/${docs[0].id}/actions/reviewed`)).status).toBe(404)
    expect((await admin.post(`/api/memberships/${docs[0].id}/actions/reviewed`)).body).toEqual({
      reviewedOn: days(0),
    })
    expect(await due()).toBe(0)
  })

  it('keep secrets and addresses sealed, and move them to a new key', async () => {
    const account = await make('forseglad', { email: 'forseglad@ekby.example' })
    const phone = await giveDevice(torg.payload, account)
    const stored = async () =>
      JSON.stringify([
        await torg.payload.db.findOne({ collection: 'accounts', where: { id: { equals: account } } }),
        await torg.payload.db.findOne({
          collection: 'credentials' as CollectionSlug,
          where: { id: { equals: account } },
        }),
      ])
    expect(await stored()).not.toMatch(new RegExp(`forseglad@|${phone}`))
    expect((await town.person.admin.get(`/api/accounts/${account}`)).body.email).toBe(
      'forseglad@ekby.example',
    )
    const ring = keyRing(loadSettings())
    const next = { id: 'next', secret: Buffer.from('a key of 32 bytes for this test!') }
    const { moved, there } = await resealAll(torg.payload, [next, ...ring])
    expect(moved).toBe(there)
    expect(await stored()).toMatch(/"v1\.next\./)
    expect(await stored()).not.toContain(ring[0].id)
    expect((await resealAll(torg.payload, [...ring, next])).moved).toBe(there)
    expect((await login({ email: 'Forseglad@ekby.example', password, code: codeOf(phone) })).status).toBe(200)
  })

  it('of a database from before stay as they were: passwords move, addresses are sealed', async () => {
    const account = await make('fran-forr')
    const where = { id: { equals: account } }
    const { hash, salt } = (await torg.payload.db.findOne<Row>({
      collection: 'credentials' as CollectionSlug,
      where,
    }))!
    const address = 'fran-forr@ekby.example'
    await torg.payload.db.updateOne({
      collection: 'accounts',
      where,
      data: { email: address, emailTrace: `none ${account}` },
    })
    await torg.payload.db.deleteMany({ collection: 'credentials' as CollectionSlug, where })
    if (database === 'mongodb') {
      const { db } = (torg.payload.db as unknown as { connection: { db: Db } }).connection
      const row = await db.collection('accounts').findOne({ username: 'fran-forr' })
      await db.collection('accounts').updateOne({ _id: row!._id }, { $set: { hash, salt, sessions: [] } })
      await db
        .collection('accounts')
        .createIndex(
          { email: 1 },
          { unique: true, name: 'email_1', partialFilterExpression: { email: { $type: 'string' } } },
        )
      await moveOldLoginsInMongo(torg.payload, db)
      expect(await db.collection('accounts').countDocuments({ hash: { $exists: true } })).toBe(0)
      expect(await db.collection('accounts').indexExists('email_1')).toBe(false)
    } else {
      const { client } = torg.payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }
      for (const column of ['hash', 'salt']) await client.execute(`ALTER TABLE accounts ADD ${column} text`)
      await client.execute(
        `UPDATE accounts SET hash = '${String(hash)}', salt = '${String(salt)}' WHERE id = '${account}'`,
      )
      await copyOldLogins(torg.payload)
      for (const column of ['hash', 'salt'])
        await client.execute(`ALTER TABLE accounts DROP COLUMN ${column}`)
      await moveOldLogins(torg.payload)
      // Once more is nothing more.
      await moveOldLogins(torg.payload)
    }
    await sealOldAddresses(torg.payload, keyRing(loadSettings()))
    expect((await login({ email: address, password })).status).toBe(200)
  })
})
