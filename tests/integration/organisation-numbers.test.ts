import { afterAll, beforeAll, expect, it } from 'vitest'
import { stored, storedAtRest } from '../support/bad-answers.js'
import { postBody } from '../support/newsroom.js'
import { Visitor, type Answer } from '../support/people.js'
import { TorgProcess } from '../crash/torg-process.js'
import { writesSlowly } from '../support/slow-database.js'
import { database, describeHere, freshSettings, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Ena: { dailyLimit: 1 }, Andra: { dailyLimit: 1 }, Tredje: { dailyLimit: 1 } },
    people: {
      member: { role: 'organisation-admin', organisation: 'Klara' },
      decider: { role: 'editor', approvesOrganisations: true },
      editor: { role: 'editor' },
      key: { role: 'api-client', kind: 'machine' },
    },
  })

describeHere('of organisations', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let decider: Visitor
  let editor: Visitor
  let citizen: Visitor
  let made = 0

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ decider, editor } = town.person)
    citizen = new Visitor(torg.base)
  }, 240_000)
  afterAll(() => torg?.stop())

  const name = () => `Förening ${(made += 1)}`
  const apply = (organisationNumber: string, municipality = 'ekby') =>
    citizen.post('/api/organisations/apply', { municipality, name: name(), organisationNumber })
  const invite = (organisationNumber: string) =>
    decider.post('/api/organisations/invite', { municipality: 'ekby', name: name(), organisationNumber })
  const create = (organisationNumber: string) =>
    editor.post('/api/organisations', { name: name(), organisationNumber })
  const revisionOf = async (id: string) =>
    (await decider.get(`/api/organisations/${id}`)).body.revision as number
  const change = async (id: string, words: object, by = editor) =>
    by.patch(`/api/organisations/${id}`, { revision: await revisionOf(id), ...words })
  const act = (id: string, action: string, input: object = {}) =>
    decider.post(`/api/organisations/${id}/actions/${action}`, input)
  const standing = async (id: string) => {
    const row = await torg.payload.db.findOne<{ id: string; life: string; pending?: unknown }>({
      collection: 'organisations',
      where: { id: { equals: id } },
    })
    return { life: row?.life, pending: row?.pending ?? null }
  }
  const taken = { status: 409, body: { code: 'duplicate', faults: [{ field: 'organisationNumber' }] } }
  const holders = async (number: string) =>
    (
      await torg.payload.db.count({
        collection: 'organisations',
        where: { organisationNumber: { equals: number.replace('-', '') } },
      })
    ).totalDocs

  it('no two of one municipality have the same number, whoever gives it and however it is spelt', async () => {
    const number = '802003-1004'
    expect((await create(number)).status).toBe(201)
    const other = (await create('802003-2002')).body.doc.id as string
    for (const spelt of [number, '8020031004', ' 802003 1004 ']) {
      const answers = [await apply(spelt), await invite(spelt), await create(spelt)]
      for (const answer of [...answers, await change(other, { organisationNumber: spelt })])
        expect(answer, spelt).toMatchObject(taken)
    }
    expect(await holders(number)).toBe(1)
    // Its own it may have again, and another municipality has a register of its own.
    expect((await change(other, { organisationNumber: '8020032002' })).status).toBe(200)
    await makeTown(torg, { slug: 'fjordby', organisations: {}, people: {} })
    expect((await apply(number, 'fjordby')).status).toBe(201)
  })

  it('one of four gets a number that an applicant and three at the municipality give at the same time', async () => {
    const other = (await create('802003-3000')).body.doc.id as string
    const quickAgain = writesSlowly(torg, 20)
    for (const organisationNumber of ['802003-4008', '802003-5005', '802003-6003']) {
      const answers: Answer[] = await Promise.all([
        apply(organisationNumber),
        invite(organisationNumber),
        create(organisationNumber),
        editor.patch(`/api/organisations/${other}`, {
          revision: await revisionOf(other),
          organisationNumber,
        }),
      ])
      const refused = answers.filter((one) => one.status >= 400)
      expect(refused, JSON.stringify(answers.map((one) => one.body))).toHaveLength(3)
      for (const answer of refused) expect(answer).toMatchObject(taken)
      expect(await holders(organisationNumber)).toBe(1)
    }
    quickAgain()
  })

  it('one that was declined, or left, has its number no longer, and applies again only if it is still free', async () => {
    const number = '802003-7001'
    const declined = (await apply(number)).body.id as string
    expect((await act(declined, 'decline', { message: 'Fel kommun.' })).body.state).toBe('declined')
    expect((await act(declined, 'apply')).body.state).toBe('applied')
    expect(await apply(number)).toMatchObject(taken)
    await act(declined, 'decline', { message: 'Fel kommun.' })
    const next = (await apply(number)).body.id as string
    expect(await act(declined, 'apply')).toMatchObject(taken)
    expect(await holders(number)).toBe(2)
    await act(next, 'decline', { message: 'Fel kommun.' })
    const both = await Promise.all([act(declined, 'apply'), act(next, 'apply'), apply(number)])
    expect(both.map((one) => one.status < 400).filter(Boolean)).toHaveLength(1)
  })

  it('an action of their life cannot be held', async () => {
    const { member } = town.person
    const applied = (await citizen.post('/api/organisations/apply', { municipality: 'ekby', name: name() }))
      .body.id
    const asked: [Visitor, string, string, object][] = [
      [decider, applied, 'approve', {}],
      [decider, applied, 'decline', { message: 'Nej.' }],
      [decider, town.organisation.Klara, 'suspend', { message: 'Nej.' }],
      [decider, town.organisation.Klara, 'reinstate', {}],
      [member, town.organisation.Klara, 'confirm', {}],
      [member, town.organisation.Klara, 'leave', {}],
    ]
    const before = await storedAtRest(torg)
    for (const [by, id, action, input] of asked) {
      const answer = await by.post(`/api/organisations/${id}/actions/${action}`, { ...input, hold: 5 })
      expect(answer, action).toMatchObject({
        status: 422,
        body: { code: 'invalid-input', faults: [{ field: 'hold', code: 'not-taken' }] },
      })
    }
    expect(await stored(torg)).toBe(before)
    for (const [id, life] of [
      [applied, 'applied'],
      [town.organisation.Klara, 'approved'],
    ])
      expect(await standing(id as string)).toEqual({ life, pending: null })
  })

  it('one that may submit once a day does so once, however many submit at once', async () => {
    const { key } = town.person
    for (const organisation of [town.organisation.Ena, town.organisation.Andra, town.organisation.Tredje]) {
      const drafts = await Promise.all(
        [1, 2, 3].map(async () => {
          const body = postBody(town.category, { organisation })
          return (await key.post('/api/posts', body)).body.doc as { id: string; revision: number }
        }),
      )
      const submit = ({ id, revision }: { id: string; revision: number }) =>
        key.post(`/api/posts/${id}/actions/submit`, { revision })
      const answers = await Promise.all(drafts.map(submit))
      expect(answers.map((one) => one.status).sort()).toEqual([200, 429, 429])
      const refused = answers.findIndex((one) => one.status === 429)
      expect(answers[refused]!.body.code).toBe('too-many-requests')
      expect((await submit(drafts[refused]!)).status).toBe(429)
      const states = await Promise.all(drafts.map(({ id }) => editor.get(`/api/posts/${id}`)))
      expect(states.map((one) => one.body.state as string).sort()).toEqual(['draft', 'draft', 'in-review'])
    }
  })

  // On SQLite one process is all there is.
  if (database === 'mongodb') {
    it('are counted once by two processes on one database', async () => {
      const { PORT } = await freshSettings()
      const other = new TorgProcess({ ...torg.env, PORT: PORT!, TORG_ROLE: 'admin' })
      await other.start()
      try {
        const bases = [torg.base, torg.base.replace(/\d+$/, PORT!)]
        for (const organisationNumber of ['802002-4280', '802004-1003', '802004-2001', '802004-3009']) {
          const answers = await Promise.all(
            [...bases, ...bases].map((base) =>
              new Visitor(base).post('/api/organisations/apply', {
                municipality: 'ekby',
                name: name(),
                organisationNumber,
              }),
            ),
          )
          expect(answers.map((one) => one.status).sort(), JSON.stringify(answers)).toEqual([
            201, 409, 409, 409,
          ])
          expect(await holders(organisationNumber)).toBe(1)
        }
      } finally {
        await other.stop()
      }
    })
  }
})
