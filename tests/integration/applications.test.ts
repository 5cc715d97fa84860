import { afterAll, beforeAll, expect, it } from 'vitest'
import { followLimits } from '../../src/accounts/application-throttle.js'
import { carryingOf } from '../../src/editorial/retention/carry-out.js'
import { systemClock } from '../../src/shared/clock.js'
import { loggedIn, makeAccount, makeMunicipality, Visitor } from '../support/people.js'
import { overtakenBy } from '../support/slow-database.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

describeHere('following an application without an account', () => {
  let torg: Running
  let applicant: Visitor
  let editor: Visitor
  const slug = 'sokby'

  beforeAll(async () => {
    torg = await startForTests()
    applicant = new Visitor(torg.base)
    const municipality = String((await makeMunicipality(torg.payload, { slug })).id)
    await makeAccount(torg.payload, {
      username: 'sokby-editor',
      role: 'editor',
      municipality,
      approvesOrganisations: true,
    })
    editor = await loggedIn(torg.base, 'sokby-editor')
  }, 240_000)
  afterAll(() => torg?.stop())

  const apply = async (name: string): Promise<{ id: string; reference: string }> => {
    const { status, body } = await applicant.post('/api/organisations/apply', {
      municipality: slug,
      name,
      message: 'Vi vill vara med.',
    })
    expect(status, JSON.stringify(body)).toBe(201)
    return body
  }
  const decide = async (id: string, action: string, input: object = {}) => {
    const { body } = await editor.get(`/api/organisations/${id}/actions`)
    const answer = await editor.post(`/api/organisations/${id}/actions/${action}`, {
      revision: body.revision,
      ...input,
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const row = async (id: string) =>
    (await torg.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'organisations',
      where: { id: { equals: id } },
    }))!
  const follow = (reference: unknown) => applicant.post('/api/organisations/application', { reference })
  const logIn = (reference: string, username: string) =>
    applicant.post('/api/organisations/application/login', { reference, username, language: 'nb' })

  it('takes the address of a site as people write it, and refuses what is none', async () => {
    const sent = (name: string, website: string) =>
      applicant.post('/api/organisations/apply', { municipality: slug, name, website })
    const { status, body } = await sent('Schackklubben', ' www.schack.example/om ')
    expect(status, JSON.stringify(body)).toBe(201)
    const stored = await torg.payload.db.findOne<{ id: string; contact: { website: string } }>({
      collection: 'organisations',
      where: { id: { equals: body.id } },
    })
    expect(stored?.contact.website).toBe('https://www.schack.example/om')
    for (const website of ['javascript:alert(1)', 'vår sida', 'ftp://schack.example']) {
      const refused = await sent('Schackklubben två', website)
      expect([website, refused.status, refused.body.faults?.[0]?.field]).toEqual([
        website,
        422,
        'contact.website',
      ])
    }
  })

  it('tells by the reference how it stands, and what the municipality wrote', async () => {
    const { id, reference } = await apply('Kören')
    const waits = await follow(reference)
    expect(waits.body).toMatchObject({ name: 'Kören', life: 'applied', message: null, mayLogIn: false })
    expect(Date.parse(waits.body.decisionBy)).toBeGreaterThan(Date.now())
    expect(JSON.stringify(waits.body)).not.toContain(id)
    expect((await logIn(reference, 'koren')).status).toBe(409)
    await decide(id, 'decline', { message: 'Ni finns i en annan kommun.' })
    expect((await follow(reference)).body).toMatchObject({
      life: 'declined',
      decisionBy: null,
      message: 'Ni finns i en annan kommun.',
    })
  })

  it('tells the day of the decision still after an editor has mended a word or a setting, and so does the queue', async () => {
    const { id, reference } = await apply('Shakklubben')
    const asked = async () => {
      const { items } = (await editor.get('/api/moderation/queue?limit=100')).body
      const row = items.find((one: { id: string }) => one.id === id)
      return [(await follow(reference)).body.decisionBy, row?.dueAt, row?.since]
    }
    const before = await asked()
    expect(before.every((time) => Date.parse(time) > 0)).toBe(true)
    for (const words of [{ name: 'Schackklubben' }, { trust: 'probation' }, { description: 'Schack.' }]) {
      const { revision } = (await editor.get(`/api/organisations/${id}`)).body
      const saved = await editor.patch(`/api/organisations/${id}`, { revision, ...words })
      expect(saved.status, JSON.stringify(saved.body)).toBe(200)
      expect(await asked(), JSON.stringify(words)).toEqual(before)
    }
    await decide(id, 'remove', { reason: 'other', message: 'Texten går inte.' })
    expect(await asked()).toEqual(before)
    await decide(id, 'decline', { message: 'Nej.' })
    expect((await asked()).every((time) => !time)).toBe(true)
  })

  it('tells nothing by a reference that was never given out, whatever is sent', async () => {
    for (const reference of ['x', 'A'.repeat(22), ''])
      expect((await follow(reference)).status, String(reference)).toBe(404)
    for (const reference of [null, { equals: '' }, ['x'], 7])
      expect((await follow(reference)).status, String(reference)).toBe(422)
    expect(
      (await applicant.post('/api/organisations/application', { reference: 'x', life: 'approved' })).status,
    ).toBe(422)
  })

  it('gives an approved organisation its first login once, with a code for the first password', async () => {
    const { id, reference } = await apply('Schackklubben')
    await decide(id, 'approve')
    expect((await follow(reference)).body).toMatchObject({ life: 'approved', mayLogIn: true })
    expect((await logIn(reference, 'styrelsen@schack.example')).status).toBe(422)
    // A name that is taken uses nothing up.
    expect((await logIn(reference, 'sokby-editor')).body.faults[0].field).toBe('username')
    const given = await logIn(reference, 'Schackklubben')
    expect(given.status, JSON.stringify(given.body)).toBe(201)
    expect(given.body).toMatchObject({
      username: 'schackklubben',
      code: expect.stringMatching(/^[0-9A-Z-]{14}$/),
    })
    expect((await logIn(reference, 'schack-2')).status).toBe(404)
    expect((await follow(reference)).status).toBe(404)

    const inside = new Visitor(torg.base)
    const first = await inside.post('/api/accounts/login', {
      username: 'schackklubben',
      oneTimeCode: given.body.code,
    })
    expect(first.body.code).toBe('new-password-required')
    const chosen = await inside.post('/api/accounts/password', {
      ticket: first.body.ticket,
      password: 'en lång mening om schack',
    })
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200)
    const { docs } = await torg.payload.find({
      collection: 'memberships' as 'events',
      where: { organisation: { equals: id } },
      depth: 0,
    })
    expect(docs).toMatchObject([{ role: 'organisation-admin' }])
    const log = await torg.payload.find({
      collection: 'moderation-log' as 'events',
      where: { and: [{ kind: { in: ['account', 'membership'] } }, { organisation: { equals: id } }] },
      sort: 'createdAt',
    })
    // Nobody knows who it was: whoever had the reference.
    expect(log.docs).toMatchObject([
      { action: 'make-account', actor: null, reason: 'password' },
      { action: 'give-role', actor: null, reason: 'organisation-admin' },
    ])
  })

  it('lets one of two who come at once have it', async () => {
    const { id, reference } = await apply('Två på en gång')
    await decide(id, 'approve')
    const answers = await Promise.all([logIn(reference, 'ena'), logIn(reference, 'andra')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
    const { totalDocs } = await torg.payload.count({
      collection: 'memberships' as 'events',
      where: { organisation: { equals: id } },
    })
    expect(totalDocs).toBe(1)
  })

  it('never makes a reference good again that was used up or has ended while somebody saved the organisation', async () => {
    const ends: Record<string, (id: string, reference: string) => Promise<number>> = {
      used: async (_id, reference) => (await logIn(reference, 'under-tiden')).status,
      ended: async (id) => {
        await carryingOf('applicationReferences').carry(torg.payload, [id], systemClock)
        return 201
      },
    }
    for (const [name, end] of Object.entries(ends)) {
      const { id, reference } = await apply(`Sparas ${name}`)
      await decide(id, 'approve')
      const overtaken = overtakenBy(torg, 'organisations', () => end(id, reference), 10_000)
      const { revision } = (await editor.get(`/api/organisations/${id}`)).body
      const saved = await editor.patch(`/api/organisations/${id}`, { revision, description: 'Vi sjunger.' })
      expect(saved.status, JSON.stringify(saved.body)).toBe(200)
      expect(await overtaken, name).toBe(201)
      expect((await follow(reference)).status, name).toBe(404)
      expect((await logIn(reference, `igen-${name}`)).status, name).toBe(404)
      expect(await row(id), name).toMatchObject({ description: 'Vi sjunger.' })
      expect((await row(id)).applicationReference ?? null, name).toBeNull()
    }
  })

  it('keeps the reference through a save that nothing comes between', async () => {
    const { id, reference } = await apply('Sparas bara')
    const { revision } = (await editor.get(`/api/organisations/${id}`)).body
    const saved = await editor.patch(`/api/organisations/${id}`, { revision, description: 'Vi sjunger.' })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect((await follow(reference)).status).toBe(200)
  })

  it('serves those who were invited as well, and nobody but by their own reference', async () => {
    const { status, body } = await editor.post('/api/organisations/invite', {
      municipality: slug,
      name: 'Hembygden',
    })
    expect(status).toBe(201)
    expect((await follow(body.reference)).body).toMatchObject({ life: 'invited', message: null })
    await decide(body.id, 'approve')
    expect((await logIn(body.reference, 'hembygden')).status).toBe(201)
  })

  it('slows down who tries many', async () => {
    const most = followLimits[0]!.room
    let last = 0
    for (let n = 0; n <= most && last !== 429; n += 1) last = (await follow('A'.repeat(22))).status
    expect(last).toBe(429)
  })
})
