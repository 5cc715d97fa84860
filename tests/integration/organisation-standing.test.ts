import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { eventBody, postBody } from '../support/newsroom.js'
import { eventually, makeOrganisation, Visitor } from '../support/people.js'
import { makeTown, type Town } from '../support/town.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

type Names = 'ada' | 'bo' | 'cai' | 'dag' | 'editor' | 'admin'
const removal = { reason: 'illegal', message: 'Bort.' }
const suspension = { message: 'Avstängd.' }

describeHere('how an organisation stands', () => {
  let torg: Running
  let town: Town<'Asken' | 'Björken' | 'Cypressen' | 'Doften', Names>
  let citizen: Visitor
  const slug = 'tradby'
  const feed = (path: string) => citizen.get(`/feed/v1/${slug}${path}`)
  const status = async (path: string) => (await feed(path)).status
  const shows = (path: string, wanted: number) =>
    eventually(
      () => status(path),
      (answer) => answer === wanted,
      3000,
    )

  beforeAll(async () => {
    torg = await startForTests()
    town = await makeTown(torg, {
      slug,
      organisations: { Asken: {}, Björken: {}, Cypressen: {}, Doften: {} },
      people: {
        ada: { role: 'organisation-admin', organisation: 'Asken' },
        bo: { role: 'organisation-admin', organisation: 'Björken' },
        cai: { role: 'organisation-admin', organisation: 'Cypressen' },
        dag: { role: 'organisation-admin', organisation: 'Doften' },
        editor: { role: 'editor', approvesOrganisations: true },
        admin: { role: 'municipality-admin' },
      },
    })
    citizen = new Visitor(torg.base)
  }, 240_000)
  afterAll(() => torg?.stop())

  async function made(who: Visitor, collection: 'events' | 'posts', more: object = {}): Promise<string> {
    const body = collection === 'events' ? eventBody : postBody
    const answer = await who.post(`/api/${collection}`, body(town.category, more))
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return String(answer.body.doc.id)
  }
  async function live(who: Visitor, collection: 'events' | 'posts', more: object = {}): Promise<string> {
    const id = await made(who, collection, more)
    await who.act(collection, id, 'submit')
    const approved = await town.person.editor.act(collection, id, 'approve')
    expect(approved.body.publication, JSON.stringify(approved.body)).toBe('live')
    expect(await shows(`/${collection}/${id}`, 200)).toBe(200)
    return id
  }
  async function saved(who: Visitor, collection: string, id: string, data: object) {
    const { body } = await who.get(`/api/${collection}/${id}/actions`)
    return who.patch(`/api/${collection}/${id}`, { revision: body.revision, ...data })
  }
  const decide = (of: keyof typeof town.organisation, action: string, said: object = {}) =>
    town.person.editor.act('organisations', town.organisation[of], action, said)
  const publicationOf = async (id: string) =>
    (await torg.payload.db.findOne({ collection: 'publications', where: { id: { equals: id } } })) as Record<
      string,
      unknown
    > | null

  it('hides everything of it, and shows it again, also when its profile was removed before', async () => {
    const id = await live(town.person.ada, 'events')
    const listed = async () => (await feed('/events')).body.items.map((each: { id: string }) => each.id)
    expect((await decide('Asken', 'remove', removal)).status).toBe(200)
    expect(await status(`/events/${id}`)).toBe(200)
    const before = await publicationOf(town.organisation.Asken)

    expect((await decide('Asken', 'suspend', suspension)).body.state).toBe('suspended')
    expect(await shows(`/events/${id}`, 410)).toBe(410)
    expect(await listed()).not.toContain(id)
    const { ended, reason } = before!
    expect(reason).toBe('illegal')
    expect(await publicationOf(town.organisation.Asken)).toMatchObject({
      ...{ state: 'removed', active: false, ended, reason },
    })

    expect((await decide('Asken', 'reinstate')).body).toMatchObject({
      ...{ state: 'approved', publication: 'removed' },
    })
    expect(await shows(`/events/${id}`, 200)).toBe(200)
    expect(await status(`/organisations`)).toBe(200)
    expect(JSON.stringify((await feed('/organisations')).body)).not.toContain('Asken')
  })

  it('shows everything of it again when its profile was removed meanwhile', async () => {
    const id = await live(town.person.bo, 'events')
    await decide('Björken', 'suspend', suspension)
    await decide('Björken', 'remove', removal)
    expect(await shows(`/events/${id}`, 410)).toBe(410)
    expect((await decide('Björken', 'reinstate')).body.state).toBe('approved')
    expect(await shows(`/events/${id}`, 200)).toBe(200)
  })

  it('ends everything of it when it leaves, and goes on saying why its profile was removed', async () => {
    const id = await live(town.person.cai, 'posts')
    await decide('Cypressen', 'remove', removal)
    const left = await town.person.cai.act('organisations', town.organisation.Cypressen, 'leave')
    expect(left.body).toMatchObject({ state: 'left', publication: 'removed' })
    expect(await shows(`/posts/${id}`, 410)).toBe(410)
    expect(await publicationOf(town.organisation.Cypressen)).toMatchObject({
      ...{ state: 'removed', active: false, reason: 'illegal' },
    })
  })

  it('leaves no trace in public of one that never was there', async () => {
    const { editor } = town.person
    const applied = await makeOrganisation(torg.payload, town.id, 'Aldrig', { life: 'applied' })
    const id = String(applied.id)
    expect((await editor.act('organisations', id, 'remove', removal)).body.publication).toBe('none')
    expect((await editor.act('organisations', id, 'decline', { message: 'Nej.' })).body.state).toBe(
      'declined',
    )
    expect(await publicationOf(id)).toBeNull()
  })

  it('is named as the organiser, and not beside itself', async () => {
    const { ada } = town.person
    const id = await made(ada, 'events', { coOrganisers: [town.organisation.Asken] })
    const refused = await ada.act('events', id, 'submit')
    expect(refused).toMatchObject({ status: 422, body: { code: 'incomplete' } })
    expect(JSON.stringify(refused.body)).toContain('coOrganisers')
  })

  it('names it beside nobody while it is suspended, and again when it is reinstated', async () => {
    const { ada, editor } = town.person
    const of = town.organisation.Doften
    const id = await live(ada, 'events', { coOrganisers: [of] })
    const item = async () => (await feed(`/events/${id}`)).body
    const names = async () => (await item()).coOrganisers.map((each: { name: string }) => each.name)
    const delta = async () =>
      (await feed('/changes?after=0&limit=1000')).body.items.find((each: { id: string }) => each.id === id)
    const until = <T>(ask: () => Promise<T>, good: (answer: T) => boolean) => eventually(ask, good, 10_000)
    const hits = async () => (await feed(`/events?organisation=${of}`)).body.items.length
    expect(await names()).toEqual(['Doften'])
    expect(await hits()).toBe(1)
    const { modified } = await delta()

    await decide('Doften', 'suspend', suspension)
    expect(await until(names, (all) => all.length === 0)).toEqual([])
    expect(await hits()).toBe(0)
    for (const end of ['.jsonld', '.ics', ''])
      expect(JSON.stringify((await feed(`/events/${id}${end}`)).body), end).not.toContain('Doften')
    // Who follows the changes is told, and sees no mark of it.
    const told = await until(delta, (each) => each.modified > modified)
    expect(told).toMatchObject({ state: 'updated', data: { coOrganisers: [] } })
    // A decision on the event meanwhile does not drop it for good.
    await editor.act('events', id, 'correct', { edits: { summary: 'Ny text.' }, note: 'Bättre.' })
    expect(await until(item, (each) => each.summary === 'Ny text.')).toMatchObject({ coOrganisers: [] })

    await decide('Doften', 'reinstate')
    expect(await until(names, (all) => all.length === 1)).toEqual(['Doften'])
    expect(await hits()).toBe(1)
    const back = await until(delta, (each) => each.data.coOrganisers.length === 1)
    expect(back.data.coOrganisers).toEqual([{ id: of, name: 'Doften' }])
    expect(back.modified).toBeGreaterThan(told.modified)
  })

  it('brings nothing more out on a surface that was taken from it, and says so in the register', async () => {
    const { dag, editor } = town.person
    const of = town.organisation.Doften
    const row = async () =>
      (await feed('/organisations')).body.items.find((each: { id: string }) => each.id === of)
    const shown = await live(dag, 'posts')
    const draft = await made(dag, 'posts')
    const held = await made(dag, 'posts')
    const planned = await made(dag, 'posts', { visibleFrom: new Date(Date.now() + 86_400_000) })
    for (const id of [held, planned]) await dag.act('posts', id, 'submit')
    expect((await editor.act('posts', planned, 'approve')).body.publication).toBe('scheduled')
    expect((await editor.act('posts', held, 'approve', { hold: 60 })).status).toBe(202)
    const before = await row()
    const said = await saved(editor, 'organisations', of, { surfaces: ['calendar'], trust: 'trusted' })
    expect(said.status, JSON.stringify(said.body)).toBe(200)
    const told = await eventually(row, ({ surfaces }) => surfaces.length === 1, 3000)
    expect(told).toEqual({ ...before, surfaces: ['calendar'] })

    const refused = { status: 403, body: { code: 'surface-not-allowed' } }
    expect(await dag.act('posts', draft, 'submit')).toMatchObject(refused)
    const correction = { edits: { title: 'Nytt' }, note: 'Ny rubrik.' }
    expect(await editor.act('posts', shown, 'correct', correction)).toMatchObject(refused)
    const inTwoDays = { now: () => new Date(Date.now() + 2 * 86_400_000) }
    await runClock(torg.payload, inTwoDays)
    expect(await status(`/posts/${held}`)).toBe(404)
    expect(await status(`/posts/${planned}`)).toBe(404)
    expect((await editor.get(`/api/posts/${held}/actions`)).body).toMatchObject({
      ...{ state: 'in-review', publication: 'none', pending: null },
    })

    // What is live stays until somebody takes it down, and does not come back.
    expect(await status(`/posts/${shown}`)).toBe(200)
    expect((await editor.act('posts', shown, 'withdraw', { reason: 'other' })).status).toBe(200)
    expect(await editor.act('posts', shown, 'restore')).toMatchObject(refused)
    expect((await live(dag, 'events')).length).toBeGreaterThan(0)
  })

  it('brings nothing out on a surface that its municipality gave up, and no category lies there anew', async () => {
    const { ada, admin } = town.person
    const draft = await made(ada, 'posts')
    const { doc: towns } = (await admin.patch(`/api/municipalities/${town.id}`, { surfaces: ['calendar'] }))
      .body
    expect(towns.surfaces).toEqual(['calendar'])
    expect((await ada.act('posts', draft, 'submit')).body.code).toBe('surface-not-allowed')
    expect((await ada.post('/api/posts', postBody(town.category))).body.code).toBe('surface-not-allowed')
    const words = { code: 'music', labels: [{ language: 'sv', text: 'Musik' }] }
    const sent = await admin.post('/api/categories', { ...words, surfaces: ['calendar', 'community'] })
    expect(sent.status).toBe(422)
    expect(JSON.stringify(sent.body)).toContain('surface-not-here')
    // A new name for one that lies there already.
    const renamed = { labels: [{ language: 'sv', text: 'Idrott' }], surfaces: ['calendar', 'community'] }
    expect((await admin.patch(`/api/categories/${town.category}`, renamed)).status).toBe(200)
    await admin.patch(`/api/municipalities/${town.id}`, { surfaces: ['calendar', 'community'] })
    expect((await ada.act('posts', draft, 'submit')).body.state).toBe('in-review')
  })
})
