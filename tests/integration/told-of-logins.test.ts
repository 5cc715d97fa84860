import { afterAll, beforeAll, expect, it } from 'vitest'
import { memberHappenings } from '../../src/moderation/notices/happenings.js'
import { remindOfConfirmations } from '../../src/editorial/remind-confirmations.js'
import { everyRow } from '../../src/shared/every-row.js'
import { everyEntry } from '../support/log-diary.js'
import { loggedIn, makeAccount } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Ledd: {}, Herrelös: {}, Halv: {} },
    people: {
      admin: { role: 'municipality-admin' },
      leader: { role: 'organisation-admin', organisation: 'Ledd' },
      writer: { role: 'contributor', organisation: 'Ledd' },
      alone: { role: 'contributor', organisation: 'Herrelös' },
      gone: { role: 'organisation-admin', organisation: 'Halv' },
      left: { role: 'contributor', organisation: 'Halv' },
    },
  })

type Inbox = { action: string; title: string; next: { step: string; address: string | null } }[]

describeHere('what is done with logins is told:', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let made = 0

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
  }, 240_000)
  afterAll(() => torg?.stop())

  const person = async (role: 'organisation-admin' | 'contributor') => {
    const username = `${role}-${(made += 1)}`
    const organisation = town.organisation.Klara
    const { id } = await makeAccount(torg.payload, { username, role, municipality: town.id, organisation })
    const visitor = await loggedIn(torg.base, username)
    const act = async (account: string, action: string, body: object = {}) => {
      const done = await visitor.post(
        `/api/organisations/${organisation}/members/${account}/actions/${action}`,
        body,
      )
      expect(done.status, `${action} ${JSON.stringify(done.body)}`).toBe(200)
    }
    return { id: String(id), username, visitor, act }
  }
  type Person = Awaited<ReturnType<typeof person>>
  /** What somebody was told, with where it leads; they log in anew, since their roles may have changed. */
  const told = async ({ username }: Pick<Person, 'username'>): Promise<[string, string | null][]> => {
    const { notices } = (await (await loggedIn(torg.base, username)).get('/api/inbox')).body as {
      notices: Inbox
    }
    return notices
      .filter(({ action }) => action !== 'approve')
      .map(({ action, next }): [string, string | null] => [action, next.address])
      .reverse()
  }
  const people = '/admin/members'

  it('an offer that is taken back, to whom it was made', async () => {
    const [giver, taker] = [await person('organisation-admin'), await person('contributor')]
    await giver.act(taker.id, 'hand-over')
    await giver.act(taker.id, 'take-back-hand-over')
    expect(await told(taker)).toEqual([
      ['offer-hand-over', people],
      ['end-hand-over', people],
    ])
    expect(await told(giver)).toEqual([])
    // By the municipality it is told to both.
    await giver.act(taker.id, 'hand-over')
    const back = await town.person.admin.post(
      `/api/organisations/${town.organisation.Klara}/members/${taker.id}/actions/take-back-hand-over`,
    )
    expect(back.status).toBe(200)
    expect((await told(giver)).map(([action]) => action)).toEqual(['end-hand-over'])
    expect(await told(taker)).toHaveLength(4)
  })

  it.each(['leave', 'make-contributor'] as const)(
    'an offer that ends with the role of its giver (%s), to whom it was made; that somebody left, to the other admins',
    async (action) => {
      const [giver, other, taker] = [
        await person('organisation-admin'),
        await person('organisation-admin'),
        await person('contributor'),
      ]
      await giver.act(taker.id, 'hand-over')
      await giver.act(giver.id, action)
      expect((await told(taker)).map(([each]) => each)).toEqual(['offer-hand-over', 'end-hand-over'])
      expect(await told(other)).toEqual(action === 'leave' ? [['member-left', people]] : [])
      expect(await told(giver)).toEqual([])
    },
  )

  it('an offer whose taker leaves or is taken away, to its giver', async () => {
    const [giver, leaving, taken] = [
      await person('organisation-admin'),
      await person('contributor'),
      await person('contributor'),
    ]
    await giver.act(leaving.id, 'hand-over')
    await leaving.act(leaving.id, 'leave')
    expect((await told(giver)).map(([action]) => action).sort()).toEqual(['end-hand-over', 'member-left'])
    await giver.act(taken.id, 'hand-over')
    await giver.act(taken.id, 'take-away')
    expect((await told(taken)).map(([action]) => action)).toEqual(['offer-hand-over', 'end-role'])
    // Whoever took it away knows.
    expect(await told(giver)).toHaveLength(2)
  })

  it('an offer that ends since the municipality disabled its giver, to whom it was made', async () => {
    const [giver, taker] = [await person('organisation-admin'), await person('contributor')]
    await giver.act(taker.id, 'hand-over')
    expect((await town.person.admin.patch(`/api/accounts/${giver.id}`, { disabled: true })).status).toBe(200)
    expect((await told(taker)).map(([action]) => action)).toEqual(['offer-hand-over', 'end-hand-over'])
  })

  it('an offer in whose place another comes, to both of it, and it is logged', async () => {
    const [giver, other] = [await person('organisation-admin'), await person('organisation-admin')]
    const [first, second] = [await person('contributor'), await person('contributor')]
    const ended = async () =>
      (await everyEntry(torg.payload))
        .filter(
          ({ action, document }) =>
            action === 'end-hand-over' && [first.id, second.id].includes(String(document)),
        )
        .map(({ document, reason, actor }) => [document, reason, actor])
    await giver.act(first.id, 'hand-over')
    // The same once more takes nothing from anybody.
    await giver.act(first.id, 'hand-over', { then: 'leave' })
    expect(await ended()).toEqual([])
    await giver.act(second.id, 'hand-over')
    expect((await told(first)).map(([action]) => action)).toEqual([
      'offer-hand-over',
      'offer-hand-over',
      'end-hand-over',
    ])
    expect(await told(giver)).toEqual([])
    expect(await ended()).toEqual([[first.id, 'replaced', giver.id]])
    await other.act(first.id, 'hand-over')
    expect((await told(second)).map(([action]) => action)).toEqual(['offer-hand-over', 'end-hand-over'])
    expect((await told(giver)).map(([action]) => action)).toEqual(['end-hand-over'])
    expect(await told(other)).toEqual([])
    expect(await ended()).toContainEqual([second.id, 'replaced', other.id])
    await other.act(first.id, 'take-back-hand-over')
  })

  it.each(['ends the role', 'disables the account', 'deletes the account'] as const)(
    'an offer whose taker is none any more since the municipality %s, to its giver',
    async (how) => {
      const { admin } = town.person
      const [giver, taker] = [await person('organisation-admin'), await person('contributor')]
      await giver.act(taker.id, 'hand-over')
      const rows = await everyRow(torg.payload, 'memberships', { account: { equals: taker.id } })
      const done = {
        'ends the role': () => admin.send('DELETE', `/api/memberships/${rows[0]!.id}`),
        'disables the account': () => admin.patch(`/api/accounts/${taker.id}`, { disabled: true }),
        'deletes the account': () => admin.send('DELETE', `/api/accounts/${taker.id}`),
      }
      expect((await done[how]()).status).toBe(200)
      expect(await told(giver)).toEqual([['end-hand-over', people]])
      const given = { givenBy: { equals: giver.id } }
      expect(await everyRow(torg.payload, 'one-time-codes', given)).toEqual([])
    },
  )

  it('an offer that ends while the database has the change tried again', async () => {
    const { db } = torg.payload
    const [giver, taker] = [await person('organisation-admin'), await person('contributor')]
    await giver.act(taker.id, 'hand-over')
    const { create } = db
    let conflicts = 0
    db.create = ((args: Parameters<typeof create>[0]) => {
      if (args.collection !== 'moderation-log' || conflicts > 0) return create.call(db, args)
      conflicts += 1
      return Promise.reject(Object.assign(new Error('WriteConflict'), { code: 112 }))
    }) as typeof create
    const { status } = await town.person.admin
      .patch(`/api/accounts/${giver.id}`, { disabled: true })
      .finally(() => Object.assign(db, { create }))
    expect([status, conflicts]).toEqual([200, 1])
    expect((await told(taker)).map(([action]) => action)).toEqual(['offer-hand-over', 'end-hand-over'])
  })

  it('a confirmed offer, to who has left with it without a way that is closed to them', async () => {
    const [giver, taker] = [await person('organisation-admin'), await person('contributor')]
    await giver.act(taker.id, 'hand-over', { then: 'leave' })
    await taker.act(taker.id, 'accept-hand-over')
    expect(await told(giver)).toEqual([['accept-hand-over', null]])
    const [stays, second] = [await person('organisation-admin'), await person('contributor')]
    await stays.act(second.id, 'hand-over')
    await second.act(second.id, 'accept-hand-over')
    expect(await told(stays)).toEqual([['accept-hand-over', people]])
  })

  it('another role, with which role it is', async () => {
    const [chief, helper] = [await person('organisation-admin'), await person('contributor')]
    await chief.act(helper.id, 'make-admin')
    await chief.act(helper.id, 'make-contributor')
    expect((await told(helper)).map(([action]) => action)).toEqual(['make-admin', 'make-contributor'])
    expect(memberHappenings['make-admin']).toEqual(['make-admin'])
  })

  it('the yearly confirmation, to those who can give it; where nobody can, to the others whom to ask', async () => {
    const { payload } = torg
    await payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: town.account.gone } },
      data: { disabled: true },
    })
    await remindOfConfirmations(payload, { now: () => new Date(Date.now() + 336 * 86_400_000) })
    await remindOfConfirmations(payload, { now: () => new Date(Date.now() + 367 * 86_400_000) })
    expect(await remindOfConfirmations(payload, { now: () => new Date(Date.now() + 368 * 86_400_000) })).toBe(
      0,
    )
    const reminders = (username: string) => told({ username })
    expect(await reminders('leader')).toEqual([
      ['confirm-soon', '/admin'],
      ['confirm-due', '/admin'],
    ])
    expect(await reminders('writer')).toEqual([])
    for (const name of ['alone', 'left'])
      expect(await reminders(name)).toEqual([
        ['confirm-without-admin', null],
        ['confirm-without-admin', null],
      ])
  })
})
