import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { nightly } from '../../src/jobs/nightly.js'
import { everyRow } from '../../src/shared/every-row.js'
import { eventBody } from '../support/newsroom.js'
import { loggedIn, makeAccount, makeMunicipality, Visitor } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {} },
    people: {
      admin: { role: 'municipality-admin' },
      second: { role: 'municipality-admin' },
      chief: { role: 'organisation-admin', organisation: 'Klara' },
      stays: { role: 'organisation-admin', organisation: 'Klara' },
      other: { role: 'contributor', organisation: 'Andra' },
    },
  })

/** Ways in which somebody loses the right to give what they gave. */
const endings = ['taken away', 'lowered', 'deleted as a row', 'disabled', 'erased', 'left'] as const

describeHere('what somebody gave or made in a role that they have lost', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let elsewhere: string
  let made = 0

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    elsewhere = String((await makeMunicipality(torg.payload, { slug: 'granne' })).id)
  }, 240_000)
  afterAll(() => torg?.stop())
  beforeEach(() => {
    made += 1
  })

  const person = async (role: 'organisation-admin' | 'contributor' | 'municipality-admin' | 'editor') => {
    const username = `${role}-${made}-${(made += 1)}`
    const organisation = role === 'organisation-admin' || role === 'contributor'
    const { id } = await makeAccount(torg.payload, {
      username,
      role,
      municipality: town.id,
      ...(organisation ? { organisation: town.organisation.Klara } : {}),
    })
    return { id: String(id), username, visitor: await loggedIn(torg.base, username) }
  }
  type Person = Awaited<ReturnType<typeof person>>
  /** Somebody at home in another municipality, who may take what is offered here. */
  const stranger = async () => {
    const username = `granne-${made}-${(made += 1)}`
    await makeAccount(torg.payload, { username, role: 'editor', municipality: elsewhere })
    return loggedIn(torg.base, username)
  }
  const membershipOf = async (account: string) =>
    (await everyRow<{ id: string }>(torg.payload, 'memberships', { account: { equals: account } }))[0]!.id
  const member = (by: Visitor, account: string, action: string, body: object = {}) =>
    by.post(`/api/organisations/${town.organisation.Klara}/members/${account}/actions/${action}`, body)
  const codesOf = (givenBy: string) =>
    everyRow(torg.payload, 'one-time-codes', { givenBy: { equals: givenBy } })
  const accept = async (by: Visitor, code: string) => {
    const { status, body } = await by.post('/api/accounts/accept', { code })
    return [status, body.faults?.[0]?.code ?? body.code]
  }
  const notGood = [422, 'code-not-good']
  const byCode = async (username: string, oneTimeCode: string) => {
    const visitor = new Visitor(torg.base)
    visitor.from = `10.9.${(made += 1) % 250}.1`
    return visitor.post('/api/accounts/login', { username, oneTimeCode })
  }
  const code = async (by: Visitor, address: string, body: object) => {
    const answer = await by.post(address, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.code as string
  }
  async function end(who: Person, how: (typeof endings)[number]): Promise<void> {
    const { admin, stays } = town.person
    const row = await membershipOf(who.id)
    const done = {
      'taken away': () => member(stays, who.id, 'take-away'),
      lowered: () => member(stays, who.id, 'make-contributor'),
      'deleted as a row': () => admin.send('DELETE', `/api/memberships/${row}`),
      disabled: () => admin.patch(`/api/accounts/${who.id}`, { disabled: true }),
      erased: () => admin.send('DELETE', `/api/accounts/${who.id}`),
      left: () => member(who.visitor, who.id, 'leave'),
    }
    const { status, body } = await done[how]()
    expect(status, JSON.stringify(body)).toBe(200)
  }

  it.each(endings)(
    'a code of an organisation-admin lets nobody in once that one is %s',
    { timeout: 60_000 },
    async (how) => {
      const [dismissed, helper, guest] = [
        await person('organisation-admin'),
        await person('contributor'),
        await stranger(),
      ]
      const offer = { role: 'organisation-admin', organisation: town.organisation.Klara }
      const role = await code(dismissed.visitor, '/api/memberships/offer', offer)
      const reset = await code(dismissed.visitor, `/api/accounts/${helper.id}/codes`, { purpose: 'all' })
      const ticket = (await byCode(helper.username, reset)).body.ticket as string
      expect(ticket).toBeTruthy()
      await member(dismissed.visitor, helper.id, 'hand-over')
      await end(dismissed, how)
      // Nothing of it lies about until its day.
      expect(await codesOf(dismissed.id)).toEqual([])
      expect(await accept(guest, role)).toEqual(notGood)
      expect((await byCode(helper.username, reset)).status).toBe(401)
      const half = new Visitor(torg.base)
      expect(
        (await half.post('/api/accounts/password', { ticket, password: 'en lång mening om ingenting' }))
          .status,
      ).toBe(401)
      expect((await member(helper.visitor, helper.id, 'accept-hand-over')).status).toBe(409)
      if (how === 'disabled') {
        await town.person.admin.patch(`/api/accounts/${dismissed.id}`, { disabled: false })
        expect(await accept(guest, role)).toEqual(notGood)
      }
      if (how === 'disabled' || how === 'erased') return
      const back = await loggedIn(torg.base, dismissed.username)
      expect(await accept(back, role)).toEqual(notGood)
    },
  )

  it('nor where its row was changed in silence: it is asked for again when the code is used', async () => {
    const { payload } = torg
    const [dismissed, helper, guest] = [
      await person('organisation-admin'),
      await person('contributor'),
      await stranger(),
    ]
    const offer = { role: 'contributor', organisation: town.organisation.Klara }
    const role = await code(dismissed.visitor, '/api/memberships/offer', offer)
    const reset = await code(dismissed.visitor, `/api/accounts/${helper.id}/codes`, {})
    await payload.db.updateOne({
      collection: 'memberships',
      where: { id: { equals: await membershipOf(dismissed.id) } },
      data: { role: 'contributor' },
    })
    expect(await accept(guest, role)).toEqual(notGood)
    expect((await byCode(helper.username, reset)).status).toBe(401)
    // So with a link: a death may come before it is ended.
    const event = await dismissed.visitor.post('/api/events', eventBody(town.category))
    const share = await dismissed.visitor.post(`/api/events/${event.body.doc.id}/shares`, {})
    await payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: dismissed.id } },
      data: { disabled: true },
    })
    expect((await new Visitor(torg.base).get(`/share/${share.body.token}`)).status).toBe(404)
  })

  it('nor where its municipality has come to let in roles only, or the one it was for has risen', async () => {
    const { stays } = town.person
    const [giver, helper] = [await person('organisation-admin'), await person('contributor')]
    const reset = await code(giver.visitor, `/api/accounts/${helper.id}/codes`, {})
    expect((await member(stays, helper.id, 'make-admin')).status).toBe(200)
    expect((await byCode(helper.username, reset)).status).toBe(401)
    const guest = await stranger()
    const offer = { role: 'contributor', organisation: town.organisation.Klara }
    const role = await code(giver.visitor, '/api/memberships/offer', offer)
    const setPolicy = (loginPolicy: string) =>
      torg.payload.db.updateOne({
        collection: 'municipalities',
        where: { id: { equals: town.id } },
        data: { loginPolicy },
      })
    await setPolicy('role-only')
    const meanwhile = await accept(guest, role).finally(() => setPolicy('any'))
    expect(meanwhile).toEqual(notGood)
    // Nothing was taken from whoever gave it.
    expect(await accept(guest, role)).toEqual([200, undefined])
  })

  it.each(['is given', 'accepts'] as const)(
    'nor once the one it was for %s another role: it ends, and nobody is shown it as a good one',
    async (how) => {
      const { admin, stays } = town.person
      const [giver, helper] = [await person('organisation-admin'), await person('contributor')]
      await code(giver.visitor, `/api/accounts/${helper.id}/codes`, {})
      const shown = async () => {
        const { body } = await stays.get(`/api/organisations/${town.organisation.Klara}/members`)
        const logins = await admin.get(`/api/accounts/${helper.id}/logins`)
        const { codeUntil } = body.members.find(({ account }: { account: string }) => account === helper.id)
        return [codeUntil !== null, logins.body.codes.length]
      }
      expect(await shown()).toEqual([true, 1])
      const role = { role: 'contributor', organisation: town.organisation.Andra, municipality: town.id }
      if (how === 'is given') {
        const given = await admin.post('/api/memberships', { ...role, account: helper.id })
        expect(given.status, JSON.stringify(given.body)).toBe(201)
      } else {
        const offered = await code(admin, '/api/memberships/offer', {
          role: 'contributor',
          organisation: town.organisation.Andra,
        })
        expect(await accept(helper.visitor, offered)).toEqual([200, undefined])
      }
      expect(await codesOf(giver.id)).toEqual([])
      expect(await shown()).toEqual([false, 0])
    },
  )

  it('nor is it shown as a good one where a role was given in silence', async () => {
    const { admin, stays } = town.person
    const [giver, helper] = [await person('organisation-admin'), await person('contributor')]
    await code(giver.visitor, `/api/accounts/${helper.id}/codes`, {})
    await torg.payload.db.create({
      collection: 'memberships',
      data: {
        account: helper.id,
        role: 'contributor',
        organisation: town.organisation.Andra,
        municipality: town.id,
      },
    })
    expect(await codesOf(giver.id)).toHaveLength(1)
    const { body } = await stays.get(`/api/organisations/${town.organisation.Klara}/members`)
    expect(body.members.find(({ account }: { account: string }) => account === helper.id).codeUntil).toBe(
      null,
    )
    expect((await admin.get(`/api/accounts/${helper.id}/logins`)).body.codes).toEqual([])
  })

  it('a code is not for whoever gave it', async () => {
    const { chief } = town.person
    const offer = { role: 'contributor', organisation: town.organisation.Klara }
    const role = await code(chief, '/api/memberships/offer', offer)
    expect(await accept(chief, role)).toEqual([403, 'not-allowed'])
    expect(await accept(await stranger(), role)).toEqual([200, undefined])
  })

  it.each(['deleted as a row', 'disabled', 'erased', 'lowered to editor'] as const)(
    'codes of the admin of a municipality end as well once that one is %s',
    { timeout: 60_000 },
    async (how) => {
      const { admin } = town.person
      const [dismissed, editor, guest] = [
        await person('municipality-admin'),
        await person('editor'),
        await stranger(),
      ]
      const role = await code(dismissed.visitor, '/api/memberships/offer', { role: 'municipality-admin' })
      const purposes = ['password', 'device'] as const
      const [reset] = await Promise.all(
        purposes.map((purpose) => code(dismissed.visitor, `/api/accounts/${editor.id}/codes`, { purpose })),
      )
      if (how === 'lowered to editor') {
        const row = await membershipOf(dismissed.id)
        expect((await admin.patch(`/api/memberships/${row}`, { role: 'editor' })).status).toBe(200)
      } else await end(dismissed, how)
      expect(await codesOf(dismissed.id)).toEqual([])
      expect(await accept(guest, role)).toEqual(notGood)
      expect((await byCode(editor.username, reset!)).status).toBe(401)
    },
  )

  it('an account that nobody used for long loses what it gave and made when it is disabled', async () => {
    const { payload } = torg
    const [unused, helper] = [await person('organisation-admin'), await person('contributor')]
    await code(unused.visitor, `/api/accounts/${helper.id}/codes`, {})
    const event = await unused.visitor.post('/api/events', eventBody(town.category))
    const id = String(event.body.doc.id)
    expect((await unused.visitor.post(`/api/events/${id}/shares`, {})).status).toBe(201)
    await payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: unused.id } },
      data: { lastActive: '2020-01-01', activeFrom: '2020-01-01' },
    })
    expect(await nightly(payload, { now: () => new Date() })).toBe(true)
    expect(await codesOf(unused.id)).toEqual([])
    expect(await everyRow(payload, 'share-links', { madeBy: { equals: unused.id } })).toEqual([])
  })

  it.each(['disabled', 'lowered to auditor'] as const)(
    'a link to a preview ends once whoever made it is %s; what it may still make stays',
    async (how) => {
      const { admin } = town.person
      const maker = await person('municipality-admin')
      const event = await town.person.other.post('/api/events', eventBody(town.category))
      const id = String(event.body.doc.id)
      const share = async () => {
        const answer = await maker.visitor.post(`/api/events/${id}/shares`, {})
        expect(answer.status, JSON.stringify(answer.body)).toBe(201)
        return answer.body.token as string
      }
      const token = await share()
      const open = async () => (await new Visitor(torg.base).get(`/share/${token}`)).status
      expect(await open()).toBe(200)
      if (how === 'disabled') await end(maker, 'disabled')
      else {
        const row = await membershipOf(maker.id)
        const to = (role: string) => admin.patch(`/api/memberships/${row}`, { role })
        // An editor may make it, too.
        expect((await to('editor')).status).toBe(200)
        expect(await open()).toBe(200)
        expect((await to('auditor')).status).toBe(200)
      }
      expect(await open()).toBe(404)
      expect(
        await everyRow(torg.payload, 'share-links' as CollectionSlug, { madeBy: { equals: maker.id } }),
      ).toEqual([])
    },
  )
})
