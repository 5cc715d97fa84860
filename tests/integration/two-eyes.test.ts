import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskOverview } from '../../src/moderation/desk.js'
import { eventBody, uploadedPicture } from '../support/newsroom.js'
import { loggedIn, Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {} },
    people: {
      author: { role: 'organisation-admin', organisation: 'Klara' },
      beside: { role: 'organisation-admin', organisation: 'Andra' },
      auditor: { role: 'auditor' },
      editor: { role: 'editor' },
      colleague: { role: 'editor' },
      /** Decides for the municipality and belongs to the association. */
      insider: { role: 'editor', approvesOrganisations: true },
      decider: { role: 'editor', approvesOrganisations: true },
    },
  })

describeHere('a second pair of eyes', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor
  let editor: Visitor
  let colleague: Visitor
  let insider: Visitor
  let decider: Visitor
  const refused = (code: string) => ({ status: 403, body: { code } })

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ author, editor, colleague, decider } = town.person)
    await torg.payload.db.create({
      collection: 'memberships',
      data: {
        account: town.account.insider,
        role: 'contributor',
        municipality: town.id,
        organisation: town.organisation.Klara,
      },
    })
    insider = await loggedIn(torg.base, 'insider')
  }, 240_000)
  afterAll(() => torg?.stop())

  const waiting = () => submitted(author, 'events', { title: 'Träning', categories: [town.category] })
  const entered = async (by: Visitor): Promise<string> => {
    const words = eventBody(town.category, { organisation: town.organisation.Klara })
    const answer = await by.post('/api/events', words)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.doc.id as string
  }
  const save = async (id: string, by: Visitor, title: string) => {
    const { revision } = (await by.get(`/api/events/${id}`)).body
    const answer = await by.patch(`/api/events/${id}`, { revision, title })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const input = { edits: { title: 'Annan rubrik' }, message: 'Rättat.' }

  it('is needed by who belongs to the organisation, whatever is decided to bring something out', async () => {
    const { id } = await waiting()
    for (const action of ['approve', 'approve-with-edits'])
      expect(await insider.act('events', id, action, input), action).toMatchObject(refused('four-eyes'))
    expect((await editor.act('events', id, 'approve')).body.publication).toBe('live')
    expect(await insider.act('events', id, 'correct', input)).toMatchObject(refused('four-eyes'))
    const title = async () => (await insider.get(`/api/events/${id}`)).body.title as string
    expect(await title()).toBe('Träning')
    await author.act('events', id, 'withdraw', { reason: 'organiser' })
    expect(await insider.act('events', id, 'restore')).toMatchObject(refused('four-eyes'))
    expect((await editor.act('events', id, 'restore')).body.publication).toBe('live')
    expect((await editor.act('events', id, 'correct', input)).status).toBe(200)
    expect(await title()).toBe('Annan rubrik')
    const removal = { reason: 'not-local', message: 'Inte här.' }
    await editor.act('events', id, 'remove', removal)
    await author.act('events', id, 'appeal', { message: 'Jo.' })
    expect(await insider.act('events', id, 'overturn', input)).toMatchObject(refused('four-eyes'))
    // What takes down needs nobody else.
    expect((await insider.act('events', (await waiting()).id, 'reject', removal)).status).toBe(200)
  })

  it('is needed for the profile of the own organisation too', async () => {
    const { Klara } = town.organisation
    const { revision } = (await author.get(`/api/organisations/${Klara}`)).body
    expect((await author.patch(`/api/organisations/${Klara}`, { revision, name: 'Nya Klara' })).status).toBe(
      200,
    )
    await author.act('organisations', Klara, 'submit')
    expect(await insider.act('organisations', Klara, 'approve')).toMatchObject(refused('four-eyes'))
    const edits = { edits: { name: 'Klarast' }, note: 'Rättat.' }
    expect(await insider.act('organisations', Klara, 'correct', edits)).toMatchObject(refused('four-eyes'))
    expect((await decider.act('organisations', Klara, 'approve')).body.state).toBe('approved')
  })

  it('is not spared by publishing what the association wrote, not even after an editor mended it', async () => {
    const { body } = await author.post('/api/events', eventBody(town.category))
    const id = body.doc.id as string
    const mustRefuse = async (where: string, by = editor) =>
      expect(await by.act('events', id, 'publish'), where).toMatchObject(refused('not-allowed'))
    await mustRefuse('a draft')
    await save(id, editor, 'Editorns ord')
    await mustRefuse('a draft that she mended')
    await author.act('events', id, 'submit')
    await mustRefuse('what waits', colleague)
    // What she wrote herself waits for another editor, whoever handed it in.
    expect(await editor.act('events', id, 'approve')).toMatchObject(refused('four-eyes'))
    await colleague.act('events', id, 'request-changes', { message: 'När?' })
    await mustRefuse('what is to be changed')
    await author.act('events', id, 'submit')
    expect((await colleague.act('events', id, 'approve')).body.publication).toBe('live')
  })

  it('is spared by publishing only what an editor entered for an organisation that is not hers', async () => {
    const id = await entered(editor)
    expect(await insider.act('events', id, 'publish')).toMatchObject(refused('four-eyes'))
    const own = await entered(insider)
    for (const by of [insider, editor])
      expect(await by.act('events', own, 'publish')).toMatchObject(refused('not-allowed'))
    const taken = await entered(editor)
    await save(taken, author, 'Föreningens ord')
    expect(await editor.act('events', taken, 'publish')).toMatchObject(refused('not-allowed'))
    expect((await editor.act('events', id, 'publish')).body).toMatchObject({ publication: 'live' })
    const notices = (await author.get(`/api/notices?where[document][equals]=${id}`)).body.docs as object[]
    expect(notices).toMatchObject([{ action: 'publish' }])
  })

  it('is not spared by giving the own organisation more trust, surfaces or submissions, or making it a unit', async () => {
    const change = async (organisation: string, words: object, by: Visitor) => {
      const { revision } = (await by.get(`/api/organisations/${organisation}`)).body
      return by.patch(`/api/organisations/${organisation}`, { revision, ...words })
    }
    const { Klara, Andra } = town.organisation
    for (const words of [
      { trust: 'trusted' },
      { trust: 'probation' },
      { kind: 'unit' },
      { dailyLimit: 500 },
      { dailyLimit: 0 },
      { surfaces: ['calendar'] },
    ])
      expect(await change(Klara, words, insider), JSON.stringify(words)).toMatchObject(refused('four-eyes'))
    // An editor who may not approve organisations makes no unit of any.
    expect(await change(Andra, { kind: 'unit' }, editor)).toMatchObject(refused('not-allowed'))
    for (const [organisation, words, by] of [
      // As a form sends what it shows.
      [Klara, { trust: 'standard', surfaces: ['community', 'calendar'], dailyLimit: null }, insider],
      [Klara, { trust: 'probation' }, editor],
      [Andra, { trust: 'trusted' }, insider],
      [Andra, { kind: 'unit' }, insider],
    ] as const)
      expect((await change(organisation, words, by)).status, JSON.stringify(words)).toBe(200)
  })

  it('decides an appeal, whatever was done beside it since; what it is about stays to be read', async () => {
    const rejection = { reason: 'other', message: 'Titeln.' }
    const upheld = { message: 'Står fast.' }
    const { id } = await submitted(author, 'events', { title: 'Fest', categories: [town.category] })
    expect((await editor.act('events', id, 'approve')).status).toBe(200)
    const { revision } = (await author.get(`/api/events/${id}`)).body
    await author.patch(`/api/events/${id}`, { revision, title: 'Fest!' })
    await author.act('events', id, 'submit')
    expect((await editor.act('events', id, 'reject', rejection)).status).toBe(200)
    const off = { status: 'cancelled', reason: 'weather' }
    expect((await colleague.act('events', id, 'announce', off)).status).toBe(200)
    const seen = (await author.get(`/api/events/${id}/actions`)).body
    expect(seen).toMatchObject({
      last: { action: 'announce' },
      objection: { action: 'reject', ...rejection },
    })
    const { groups } = (await author.get('/api/desk')).body as DeskOverview
    const onDesk = Object.values(groups).flatMap(({ items }) => items)
    expect(onDesk.find((one) => one.id === id)?.said).toMatchObject({ message: 'Titeln.' })
    expect((await author.act('events', id, 'appeal', { message: 'Jo.' })).status).toBe(200)
    expect((await colleague.act('events', id, 'announce', { ...off, reason: 'illness' })).status).toBe(200)
    expect(await editor.act('events', id, 'uphold', upheld)).toMatchObject(refused('four-eyes'))
    expect((await colleague.act('events', id, 'uphold', upheld)).status).toBe(200)

    const profile = `/api/organisations/${town.organisation.Klara}`
    const before = (await author.get(profile)).body.revision as number
    await author.patch(profile, { revision: before, description: 'Nya ord' })
    await author.act('organisations', town.organisation.Klara, 'submit')
    expect((await editor.act('organisations', town.organisation.Klara, 'reject', rejection)).status).toBe(200)
    await author.act('organisations', town.organisation.Klara, 'appeal', { message: 'Jo.' })
    expect((await author.act('organisations', town.organisation.Klara, 'confirm')).status).toBe(200)
    expect((await author.get(`${profile}/actions`)).body.objection).toMatchObject(rejection)
    expect(await editor.act('organisations', town.organisation.Klara, 'uphold', upheld)).toMatchObject(
      refused('four-eyes'),
    )
    expect((await colleague.act('organisations', town.organisation.Klara, 'overturn', upheld)).status).toBe(
      200,
    )
    expect((await author.get(`${profile}/actions`)).body.objection).toBeNull()
  })

  it('has said nothing where the author withdrew, nor of changes that were given up', async () => {
    const { id } = await waiting()
    const told = async () => {
      const { last, objection } = (await author.get(`/api/events/${id}/actions`)).body
      const { groups } = (await author.get('/api/desk')).body as DeskOverview
      const line = Object.values(groups).flatMap(({ items }) => items.find((one) => one.id === id) ?? [])
      return [last.action, objection?.action ?? null, line.some(({ said }) => said)]
    }
    const changed = async (by: 'request-changes' | 'reject') => {
      await save(id, author, `Ny rubrik, ${by}`)
      expect((await author.act('events', id, 'submit')).body.state).toBe('in-review')
      const words = { message: 'Vilken hall?', ...(by === 'reject' ? { reason: 'other' } : {}) }
      expect((await colleague.act('events', id, by, words)).status).toBe(200)
      expect(await told(), by).toEqual([by, by, true])
      expect((await author.act('events', id, 'discard-changes')).body.state).toBe('approved')
    }
    expect((await editor.act('events', id, 'approve')).body.publication).toBe('live')
    for (const by of ['request-changes', 'reject'] as const) {
      await changed(by)
      await save(id, author, `En annan rubrik, ${by}`)
      expect(await told(), by).toEqual([null, null, false])
      await author.act('events', id, 'discard-changes')
    }
    expect((await author.act('events', id, 'withdraw', { reason: 'organiser' })).status).toBe(200)
    expect(await told()).toEqual(['withdraw', null, false])
  })

  it('reads the words of a picture as they stay, though an editor of the association may change pictures', async () => {
    const picture = await uploadedPicture(author)
    const event = { title: 'Fest', categories: [town.category], pictures: [picture] }
    const { id, revision } = await submitted(author, 'events', event)
    const words = (by: Visitor, alt: string) => by.patch(`/api/media/${picture}`, { alt })
    for (const by of [author, insider])
      expect(await words(by, 'Köp billigt!')).toMatchObject({
        status: 409,
        body: { code: 'not-possible-in-this-state' },
      })
    expect((await words(colleague, 'Barn på gården')).status).toBe(200)
    expect((await editor.post(`/api/events/${id}/actions/approve`, { revision })).status).toBe(200)
    await feedHasCaughtUp(torg, ['ekby'])
    const shown = await new Visitor(torg.base).get(`/feed/v1/ekby/events/${id}`)
    expect(shown.body.pictures).toMatchObject([{ alt: 'Barn på gården' }])
    // Nor is she the one to say that nobody in it has to agree.
    const consent = { scope: 'Webb', reference: 'S-12', validUntil: new Date(Date.now() + 30 * 86_400_000) }
    const people = await uploadedPicture(author, { peopleShown: 'consent-held', consent })
    const more = await submitted(author, 'events', { ...event, pictures: [people] })
    expect(
      (await editor.post(`/api/events/${more.id}/actions/approve`, { revision: more.revision })).status,
    ).toBe(200)
    const nobody = (by: Visitor) => by.patch(`/api/media/${people}`, { peopleShown: 'none' })
    expect((await nobody(insider)).body.code).toBe('not-possible-in-this-state')
    expect((await nobody(colleague)).status).toBe(200)
  })

  it('decides an appeal in any case: who refused may not, though another has objected to something else since', async () => {
    const { id } = await waiting()
    await editor.act('events', id, 'approve')
    await save(id, author, 'Ny rubrik')
    await author.act('events', id, 'submit')
    const refusal = { reason: 'local-only', message: 'Det ligger i grannkommunen.' }
    expect((await editor.act('events', id, 'reject', refusal)).status).toBe(200)
    // What is public comes down for another reason: an objection of its own, and no appeal against that one.
    const down = { reason: 'wrong-information' }
    expect((await colleague.act('events', id, 'withdraw', down)).status).toBe(200)

    // Why, for whom it concerns and for editors; nobody is named to the association.
    const statements = (by: Visitor) => by.get(`/api/desk/statements/events/${id}`)
    const told = await statements(author)
    expect(told.body.statements).toMatchObject([
      { decision: 'withdraw', ground: 'house-rules', appeal: null },
      {
        decision: 'reject',
        facts: 'Det ligger i grannkommunen.',
        ground: 'house-rules',
        reason: 'local-only',
        rule: { code: 'local-only', wording: { sv: 'Det ska röra kommunen.' } },
        automated: false,
        appeal: { state: 'none', possible: true, message: null },
      },
    ])
    const { decidedAt, appeal } = told.body.statements[1]
    expect(Date.parse(appeal.until) - Date.parse(decidedAt)).toBeGreaterThan(180 * 86_400_000)
    for (const name of ['editor', 'colleague'] as const)
      expect(JSON.stringify(told.body)).not.toContain(town.account[name])
    expect((await statements(editor)).body.statements[1].appeal.possible).toBe(false)
    for (const who of [town.person.beside, town.person.auditor])
      expect((await statements(who)).status).toBe(404)
    expect((await statements(new Visitor(torg.base))).status).toBe(401)

    const { workflow } = (await torg.payload.db.findOne<{ id: string; workflow: object }>({
      collection: 'events',
      where: { id: { equals: id } },
    }))!
    const refusedOn = (refusedAt: string) =>
      torg.payload.db.updateOne({
        collection: 'events',
        where: { id: { equals: id } },
        data: { workflow: { ...workflow, refusedAt } },
        options: { atomic: true },
      } as never)
    await refusedOn(new Date(Date.now() - 190 * 86_400_000).toISOString())
    expect(await author.act('events', id, 'appeal', { message: 'Jo.' })).toMatchObject({
      status: 409,
      body: { code: 'not-possible-in-this-state' },
    })
    await refusedOn(decidedAt)
    expect((await author.act('events', id, 'appeal', { message: 'Det ligger här.' })).status).toBe(200)
    expect((await statements(author)).body.statements[1].appeal).toMatchObject({
      state: 'open',
      possible: false,
      message: 'Det ligger här.',
    })

    const appealed = async (by: Visitor) => (await by.get(`/api/moderation/items/events/${id}`)).body.appealed
    expect(await appealed(editor)).toMatchObject({ mine: true, statement: { reason: 'local-only' } })
    expect(await appealed(colleague)).toMatchObject({ mine: false })
    const words = { message: 'Vi hade fel.' }
    for (const action of ['uphold', 'overturn'])
      expect(await editor.act('events', id, action, words), action).toMatchObject(refused('four-eyes'))
    expect((await colleague.act('events', id, 'overturn', words)).body.state).toBe('approved')
    expect((await statements(author)).body.statements).toMatchObject([
      { decision: 'withdraw' },
      {
        decision: 'reject',
        appeal: { state: 'decided', outcome: 'overturn', outcomeMessage: 'Vi hade fel.' },
      },
    ])
    expect(await appealed(colleague)).toBe(null)
  })

  it('decides an appeal only where somebody else can: of this surface, not disabled, not of the association', async () => {
    const { person, account, ...small } = await makeTown(torg, {
      slug: 'lillby',
      organisations: { Enda: {} },
      people: {
        chair: { role: 'organisation-admin', organisation: 'Enda' },
        admin: { role: 'municipality-admin' },
        poster: { role: 'editor', surfaces: ['community'] },
        gone: { role: 'editor' },
        member: { role: 'editor' },
      },
    })
    const membership = { role: 'contributor', municipality: small.id, organisation: small.organisation.Enda }
    await torg.payload.db.create({
      collection: 'memberships',
      data: { account: account.member, ...membership },
    })
    const appealed = async () => {
      const { id } = await submitted(person.chair, 'events', { title: 'Fest', categories: [small.category] })
      const removal = { reason: 'not-local', message: 'Inte här.' }
      expect((await person.admin.act('events', id, 'reject', removal)).status).toBe(200)
      expect((await person.chair.act('events', id, 'appeal', { message: 'Jo.' })).status).toBe(200)
      return id
    }
    const uphold = (id: string, by: Visitor) => by.act('events', id, 'uphold', { message: 'Står fast.' })
    const first = await appealed()
    expect(await uphold(first, person.admin)).toMatchObject(refused('four-eyes'))
    expect((await uphold(first, person.gone)).status).toBe(200)
    const second = await appealed()
    expect((await person.admin.patch(`/api/accounts/${account.gone}`, { disabled: true })).status).toBe(200)
    expect((await uphold(second, person.poster)).status).toBe(404)
    // Nobody else is left who could: the admin decides.
    expect((await uphold(second, person.admin)).status).toBe(200)
  })
})
