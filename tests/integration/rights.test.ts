import { afterAll, beforeAll, expect, it } from 'vitest'
import { stored, storedAtRest } from '../support/bad-answers.js'
import { eventBody, postBody } from '../support/newsroom.js'
import { Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {}, Tredje: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      second: { role: 'contributor', organisation: 'Andra' },
      editor: { role: 'editor' },
      both: { role: 'editor' },
      decider: { role: 'editor', approvesOrganisations: true },
      key: { role: 'api-client', kind: 'machine' },
      operator: { role: 'operator', municipality: null },
    },
  })
const refused = { status: 403, body: { code: 'not-allowed' } }

describeHere('the right', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
  }, 240_000)
  afterAll(() => torg?.stop())

  it('of an operator to give roles ends with the first admin of a municipality, who gives all others', async () => {
    const { operator } = town.person
    const made = await operator.post('/api/municipalities', {
      name: 'Nyby kommun',
      slug: 'nyby',
      country: 'SE',
      languages: ['sv'],
      zone: 'Europe/Stockholm',
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const municipality = made.body.doc.id as string
    const secret = 'en lång mening om havet'
    const account = async (username: string, by: Visitor) => {
      const answer = await by.post('/api/accounts', {
        username,
        password: secret,
        homeMunicipality: municipality,
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      return answer.body.doc.id as string
    }
    const give = (by: Visitor, who: string, role: string) =>
      by.post('/api/memberships', { account: who, role, municipality })
    const [first, next] = [await account('forsta', operator), await account('nasta', operator)]
    for (const role of ['editor', 'auditor', 'operator', 'contributor', 'api-client'])
      expect((await give(operator, first, role)).status, role).toBeGreaterThanOrEqual(403)
    expect(
      await torg.payload.db.count({
        collection: 'memberships',
        where: { municipality: { equals: municipality } },
      }),
    ).toMatchObject({ totalDocs: 0 })
    const given = await give(operator, first, 'municipality-admin')
    expect(given.status, JSON.stringify(given.body)).toBe(201)
    for (const role of ['municipality-admin', 'editor'])
      expect(await give(operator, next, role), role).toMatchObject(refused)
    expect(await give(operator, town.account.editor, 'municipality-admin')).toMatchObject(refused)
    const admin = new Visitor(torg.base)
    await admin.login('forsta', secret)
    for (const role of ['municipality-admin', 'editor'])
      expect((await give(admin, next, role)).status, role).toBe(201)
    expect((await give(admin, next, 'operator')).status).toBeGreaterThanOrEqual(403)
  })

  it('to make a unit of the municipality is that to approve organisations there', async () => {
    const { both, decider, editor } = town.person
    const elsewhere = await makeTown(torg, { slug: 'ostby', organisations: {}, people: {} })
    const there = { role: 'editor', municipality: elsewhere.id, approvesOrganisations: true }
    await torg.payload.db.create({
      collection: 'memberships',
      data: { account: town.account.both, ...there } as never,
    })
    const unit = { name: 'Fritidsenheten', kind: 'unit' }
    const before = await storedAtRest(torg)
    expect(await editor.post('/api/organisations', unit)).toMatchObject(refused)
    expect(await both.post('/api/organisations', { ...unit, municipality: town.id })).toMatchObject(refused)
    expect(await stored(torg)).toBe(before)
    const answer = await both.post('/api/organisations', { ...unit, municipality: elsewhere.id })
    expect(answer.body.doc, JSON.stringify(answer.body)).toMatchObject({ life: 'approved' })
    const { doc } = (await decider.post('/api/organisations', unit)).body
    expect(doc).toMatchObject({ kind: 'unit', life: 'approved', publication: 'live' })
    // An association waits for a decision, whoever enters it.
    const association = await editor.post('/api/organisations', { name: 'Nya föreningen' })
    expect(association.body.doc).toMatchObject({ kind: 'association', life: 'applied', publication: 'none' })
  })

  it('to step aside takes the own name off, in what is public and in what waits, and no other', async () => {
    const { author, second, editor, decider, key } = town.person
    const { Andra, Tredje, Klara } = town.organisation
    const words = eventBody(town.category, { coOrganisers: [Andra, Tredje], title: 'Tillsammans' })
    const id = (await author.post('/api/events', words)).body.doc.id as string
    await author.act('events', id, 'submit')
    expect((await editor.act('events', id, 'approve')).body.publication).toBe('live')
    const { revision } = (await author.get(`/api/events/${id}`)).body
    await author.patch(`/api/events/${id}`, { revision, title: 'Tillsammans igen' })
    await author.act('events', id, 'submit')
    const named = async () => {
      await feedHasCaughtUp(torg, ['ekby'])
      const shown = (await new Visitor(torg.base).get(`/feed/v1/ekby/events/${id}`)).body
      const waiting = (await author.get(`/api/events/${id}`)).body
      expect([shown.title, waiting.title, waiting.state]).toEqual([
        'Tillsammans',
        'Tillsammans igen',
        'in-review',
      ])
      return [(shown.coOrganisers as { id: string }[]).map((one) => one.id), waiting.coOrganisers]
    }
    const aside = (by: Visitor) => by.post(`/api/events/${id}/actions/step-aside`)
    for (const by of [author, editor, decider, key]) expect((await aside(by)).status).toBe(404)
    expect((await aside(new Visitor(torg.base))).status).toBe(401)
    expect(await named()).toEqual([
      [Andra, Tredje],
      [Andra, Tredje],
    ])
    const answer = await aside(second)
    expect(answer).toMatchObject({ status: 200, body: { state: 'in-review', publication: 'live' } })
    expect(await named()).toEqual([[Tredje], [Tredje]])
    expect((await aside(second)).status).toBe(404)
    // What was stepped aside from does not come back with the next decision.
    expect((await decider.act('events', id, 'approve')).body.publication).toBe('live')
    await feedHasCaughtUp(torg, ['ekby'])
    const shown = (await new Visitor(torg.base).get(`/feed/v1/ekby/events/${id}`)).body
    expect(shown).toMatchObject({
      title: 'Tillsammans igen',
      organisation: { id: Klara },
      coOrganisers: [{ id: Tredje }],
    })
    const notices = (await author.get(`/api/notices?where[action][equals]=step-aside`)).body.docs as object[]
    expect(notices).toMatchObject([{ document: id }])
  })

  it('to make something reaches no municipality in which one has another role', async () => {
    const other = await makeTown(torg, {
      slug: 'fjordby',
      organisations: {},
      people: { guest: { role: 'municipality-admin' } },
    })
    const { guest } = other.person
    await torg.payload.create({
      collection: 'memberships',
      data: { account: other.account.guest, role: 'auditor', municipality: town.id } as never,
      overrideAccess: true,
      context: { asSystem: true },
    })
    const made: Record<string, object> = {
      webhooks: { name: 'x', url: 'https://93.184.215.14/x' },
      categories: { code: 'vatten', labels: [{ language: 'sv', text: 'Vatten' }] },
      places: { name: 'Fria hallen' },
    }
    for (const [collection, body] of Object.entries(made)) {
      const here = await guest.post(`/api/${collection}`, { ...body, municipality: town.id })
      expect([collection, here.status, here.body.code]).toEqual([collection, 403, 'not-allowed'])
      const home = await guest.post(`/api/${collection}`, { ...body, municipality: other.id })
      expect([collection, home.status], JSON.stringify(home.body)).toEqual([collection, 201])
    }
  })

  it('to say how important a post is ends where one is no editor', async () => {
    const there = await makeTown(torg, {
      slug: 'sjoby',
      organisations: {},
      people: { visiting: { role: 'editor' } },
    })
    const { visiting } = there.person
    const { Klara } = town.organisation
    await torg.payload.create({
      collection: 'memberships',
      data: {
        account: there.account.visiting,
        role: 'contributor',
        municipality: town.id,
        organisation: Klara,
      } as never,
      overrideAccess: true,
      context: { asSystem: true },
    })
    const words = { ...postBody(town.category), municipality: town.id, organisation: Klara }
    // Of the new municipality more is to come by itself; of posts nothing is.
    const ofPosts = async () => (await stored(torg)).match(/(posts|revisions|notices|moderation-log) \d+/g)
    const before = await ofPosts()
    const urgent = await visiting.post('/api/posts', { ...words, importance: 'urgent' })
    expect([urgent.status, urgent.body.faults]).toMatchObject([
      422,
      [{ field: 'importance', code: 'not-settable' }],
    ])
    expect(await ofPosts()).toEqual(before)
    const { doc } = (await visiting.post('/api/posts', words)).body
    expect(doc).toMatchObject({ importance: 'normal', municipality: town.id })
    const { id, revision } = doc as { id: string; revision: number }
    const later = await visiting.patch(`/api/posts/${id}`, { revision, importance: 'important' })
    expect([later.status, later.body.faults]).toMatchObject([
      422,
      [{ field: 'importance', code: 'not-settable' }],
    ])
    const own = await town.person.editor.patch(`/api/posts/${id}`, { revision, importance: 'important' })
    expect([own.status, own.body.doc?.importance], JSON.stringify(own.body)).toEqual([200, 'important'])
  })
})
