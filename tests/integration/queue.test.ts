import { afterAll, beforeAll, expect, it } from 'vitest'
import { fillLists } from '../../src/editorial/queue/fill-lists.js'
import { postBody } from '../support/newsroom.js'
import type { Visitor } from '../support/people.js'
import { submitted, type Written } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const town = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Nord: {}, Sen: {} },
    people: {
      author: { role: 'organisation-admin', organisation: 'Klara' },
      nord: { role: 'contributor', organisation: 'Nord' },
      editor: { role: 'editor', approvesOrganisations: true },
      colleague: { role: 'editor' },
      calendar: { role: 'editor', surfaces: ['calendar'] },
      auditor: { role: 'auditor' },
    },
  })

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

interface Line {
  id: string
  collection: string
  title: string
  reason: string
  change: boolean
  flagged: boolean
  wentOut: { by: string | null; announced: { status: string; occurrence: string | null }[] } | null
  since: string
  dueAt: string | null
  claim: { by: string | null; mine: boolean } | null
}

describeHere('the queue', () => {
  let torg: Running
  let ekby: Awaited<ReturnType<typeof town>>
  let editor: Visitor
  let far: Written
  let announced: Written

  const queue = async (who: Visitor, query = ''): Promise<Line[]> => {
    const { status, body } = await who.get(`/api/moderation/queue?limit=100${query}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body.items
  }
  const titles = async (query = '', who = editor) => (await queue(who, query)).map(({ title }) => title)

  beforeAll(async () => {
    torg = await startForTests()
    ekby = await town(torg)
    const { author, nord } = ekby.person
    editor = ekby.person.editor
    const categories = [ekby.category]
    far = await submitted(author, 'events', { title: 'Om ett år', categories, start: inDays(300), end: null })
    const refused = await submitted(nord, 'posts', postBody(ekby.category, { title: 'Överklagas' }) as never)
    await editor.act('posts', refused.id, 'reject', { reason: 'commercial', message: 'Det är reklam.' })
    await submitted(nord, 'posts', { title: 'Ett inlägg', categories, language: 'en' })
    await nord.act('posts', refused.id, 'appeal', { message: 'Det är det inte.' })
    announced = await submitted(author, 'events', {
      title: 'Ställs in',
      categories,
      start: inDays(9),
      end: null,
    })
    await editor.act('events', announced.id, 'approve')
    await author.act('events', announced.id, 'announce', { status: 'cancelled', reason: 'weather' })
    await submitted(nord, 'events', { title: 'I övermorgon', categories, start: inDays(2), end: null })
    await submitted(author, 'events', { title: 'I går', categories, start: inDays(-1), end: null })
    const profile = await author.patch(`/api/organisations/${ekby.organisation.Klara}`, {
      revision: 2,
      description: 'Vi spelar.',
    })
    expect(profile.status, JSON.stringify(profile.body)).toBe(200)
    await author.act('organisations', ekby.organisation.Klara, 'submit')
    await editor.post('/api/organisations/apply', { municipality: 'ekby', name: 'Nykomlingen' })
    await torg.payload.db.updateOne({
      collection: 'organisations',
      id: ekby.organisation.Sen,
      data: { confirmedAt: inDays(-400), confirmKey: `${inDays(-400)} x` },
    })
  }, 240_000)
  afterAll(() => torg?.stop())

  const inOrder = [
    'I går',
    'I övermorgon',
    'Ställs in',
    'Om ett år',
    'Ett inlägg',
    'Överklagas',
    'Klara',
    'Nykomlingen',
    'Sen',
  ]

  it('holds everything that waits: what starts soon first, then the oldest, overdue confirmations last', async () => {
    const lines = await queue(editor)
    expect(lines.map(({ title }) => title)).toEqual(inOrder)
    expect(Object.fromEntries(lines.map(({ title, reason }) => [title, reason]))).toMatchObject({
      'I går': 'decision',
      'Ställs in': 'afterwards',
      Överklagas: 'appeal',
      Klara: 'decision',
      Nykomlingen: 'application',
      Sen: 'confirmation',
    })
    const of = (title: string) => lines.find((line) => line.title === title)!
    expect(of('Klara')).toMatchObject({ change: true, collection: 'organisations' })
    expect(of('Om ett år')).toMatchObject({ change: false, flagged: false })
    for (const title of ['I går', 'I övermorgon']) expect(of(title).flagged).toBe(true)
    for (const title of ['Om ett år', 'Överklagas', 'Nykomlingen'])
      expect(Date.parse(of(title).dueAt!)).toBeGreaterThan(Date.now())
  })

  it.each([1, 2, 4])(
    'is read page by page, %i at a time, with nothing twice and nothing left out',
    async (limit) => {
      const seen: string[] = []
      for (let next = ''; ;) {
        const { body } = await editor.get(`/api/moderation/queue?limit=${limit}${next}`)
        seen.push(...body.items.map((line: Line) => line.title))
        if (!body.next) break
        expect(body.items).toHaveLength(limit)
        next = `&cursor=${body.next}`
      }
      expect(seen).toEqual(inOrder)
    },
  )

  it('is narrowed down by what an editor looks for', async () => {
    const { organisation } = ekby
    expect(await titles('&surface=community')).toEqual(['Ett inlägg', 'Överklagas'])
    expect(await titles('&surface=organisations')).toEqual(['Klara', 'Nykomlingen', 'Sen'])
    expect(await titles('&reason=appeal')).toEqual(['Överklagas'])
    expect(await titles('&reason=confirmation')).toEqual(['Sen'])
    expect(await titles('&reason=afterwards')).toEqual(['Ställs in'])
    expect(await titles(`&organisation=${organisation.Klara}`)).toEqual([
      'I går',
      'Ställs in',
      'Om ett år',
      'Klara',
    ])
    expect(await titles(`&category=${ekby.category}&surface=calendar`)).toHaveLength(4)
    expect(await titles('&category=00000000-0000-7000-8000-000000000000')).toEqual([])
    expect(await titles('&language=en')).toEqual(['Ett inlägg'])
    expect(await titles('&flagged=1')).toEqual(['I går', 'I övermorgon'])
    expect(await titles('&within=3')).toEqual(['I går', 'I övermorgon'])
    expect(await titles('&within=365')).toEqual(['I går', 'I övermorgon', 'Ställs in', 'Om ett år'])
    expect(await titles('&within=365&reason=decision')).toEqual(['I går', 'I övermorgon', 'Om ett år'])
  })

  it('shows what is claimed, by the role of who claimed it, and what is mine', async () => {
    const { colleague } = ekby.person
    await torg.payload.db.updateOne({
      collection: 'accounts',
      id: ekby.account.editor,
      data: { roleTitle: 'Kulturkontoret' },
    })
    expect((await editor.act('events', far.id, 'claim')).status).toBe(200)
    expect(await titles('&mine=1')).toEqual(['Om ett år'])
    expect(await titles('&mine=1', colleague)).toEqual([])
    const seen = (await queue(colleague)).find(({ id }) => id === far.id)
    expect(seen?.claim).toMatchObject({ by: 'Kulturkontoret', mine: false })
    await editor.act('events', far.id, 'release')
    expect(await titles('&mine=1')).toEqual([])
  })

  it('is for those who decide, of their surface and their municipality', async () => {
    for (const who of [ekby.person.author, ekby.person.auditor]) {
      expect((await who.get('/api/moderation/queue')).body).toMatchObject({ code: 'not-allowed' })
      expect((await who.get('/api/moderation/counts')).body).toMatchObject({ code: 'not-allowed' })
    }
    expect(await titles('', ekby.person.calendar)).toEqual(
      // Posts are not hers, and applications are decided by those to whom that was given.
      inOrder.filter((title) => !['Ett inlägg', 'Överklagas', 'Nykomlingen'].includes(title)),
    )
    const fjordby = await makeTown(torg, {
      slug: 'fjordby',
      organisations: {},
      people: { stranger: { role: 'editor' } },
    })
    const { stranger } = fjordby.person
    expect(await titles('', stranger)).toEqual([])
    expect((await stranger.get(`/api/moderation/queue?municipality=${ekby.id}`)).status).toBe(404)
    const anonymous = await fetch(`${torg.base}/api/moderation/queue`)
    expect(anonymous.status).toBe(401)
  })

  it('refuses by name what cannot be asked', async () => {
    for (const [query, field] of [
      ['surface=radio', 'surface'],
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['cursor=abc', 'cursor'],
      ['within=x', 'within'],
      ['language=sv&language=en', 'language'],
    ]) {
      const { status, body } = await editor.get(`/api/moderation/queue?${query}`)
      expect(status, query).toBe(400)
      expect(body.faults[0].field).toBe(field)
    }
    expect((await editor.get('/api/moderation/queue?where=1')).body.code).toBe('unknown-parameter')
  })

  it('gives its own columns to nobody, and nobody asks by them', async () => {
    const { body } = await editor.get(`/api/events/${far.id}`)
    for (const column of ['queueStart', 'waitsFor', 'claimedBy', 'categoryKeys', 'changedKey'])
      expect(body).not.toHaveProperty(column)
    for (const who of [editor, ekby.person.author]) {
      const asked = await who.get('/api/events?where[queueStart][equals]=x')
      expect(asked.status).toBeGreaterThanOrEqual(400)
    }
    const sent = await editor.patch(`/api/events/${far.id}`, { revision: far.revision, waitsFor: null })
    expect(sent.status).toBe(422)
  })

  it('keeps a changed profile waiting while an editor sets how far its organisation is trusted', async () => {
    const { Klara } = ekby.organisation
    const { body } = await editor.get(`/api/organisations/${Klara}`)
    const saved = await editor.patch(`/api/organisations/${Klara}`, {
      revision: body.revision,
      trust: 'probation',
    })
    expect(saved.body.doc, JSON.stringify(saved.body)).toMatchObject({
      state: 'in-review',
      trust: 'probation',
    })
    expect(await titles(`&organisation=${Klara}&surface=organisations`)).toEqual(['Klara'])
    const own = await ekby.person.author.patch(`/api/organisations/${Klara}`, {
      revision: saved.body.doc.revision,
    })
    expect(own.body.code).toBe('not-possible-in-this-state')
  })

  it('counts by reason', async () => {
    const { body } = await editor.get('/api/moderation/counts')
    expect(
      Object.fromEntries(
        body.counts.map((one: { reason: string; count: number }) => [one.reason, one.count]),
      ),
    ).toEqual({
      appeal: 1,
      decision: 5,
      application: 1,
      afterwards: 1,
      confirmation: 1,
    })
  })

  it('finds again what an earlier version left without its columns', async () => {
    const forgotten = { waitsFor: null, queueStart: null, queueSince: null, changedKey: null }
    for (const id of [far.id, announced.id])
      await torg.payload.db.updateOne({ collection: 'events', id, data: forgotten })
    expect(await titles()).not.toContain('Om ett år')
    expect(await fillLists(torg.payload)).toBe(2)
    expect(await fillLists(torg.payload)).toBe(0)
    expect(await titles()).toEqual(expect.arrayContaining(['Om ett år', 'Ställs in']))
  })

  it('lets go of what was decided, taken back or looked at', async () => {
    const { author, colleague } = ekby.person
    const told = { status: 'cancelled', occurrence: null }
    // Its words were reviewed: what went out without anybody looking is the announcement alone.
    const line = (await queue(editor)).find(({ title }) => title === 'Ställs in')!
    expect(line.wentOut).toEqual({ by: null, announced: [told] })
    const item = async () => (await editor.get(`/api/moderation/items/events/${announced.id}`)).body
    expect(await item()).toMatchObject({ wentOut: { by: null, announced: [told] } })
    expect((await colleague.act('events', announced.id, 'look-over')).status).toBe(200)
    const seen = await item()
    expect(seen.wentOut).toBeNull()
    expect(seen.thread.find(({ action }: { action: string }) => action === 'announce').announced).toEqual(
      told,
    )
    expect((await colleague.act('events', announced.id, 'look-over')).body.code).toBe(
      'not-possible-in-this-state',
    )
    expect(await titles('&reason=afterwards')).toEqual([])
    await author.act('events', far.id, 'withdraw-submission')
    const waiting = await queue(editor)
    const application = waiting.find(({ title }) => title === 'Nykomlingen')!
    expect((await editor.act('organisations', application.id, 'approve')).status).toBe(200)
    const post = waiting.find(({ title }) => title === 'Ett inlägg')!
    await editor.act('posts', post.id, 'request-changes', { message: 'Vilken dag?' })
    const left = await titles()
    for (const gone of ['Ställs in', 'Om ett år', 'Nykomlingen', 'Ett inlägg'])
      expect(left).not.toContain(gone)
    expect(left).toEqual(['I går', 'I övermorgon', 'Överklagas', 'Klara', 'Sen'])
  })
})
