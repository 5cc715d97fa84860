import { afterAll, beforeAll, expect, it } from 'vitest'
import { actorNow } from '../../src/accounts/standing.js'
import { holdLease } from '../../src/jobs/lease.js'
import { runClock } from '../../src/editorial/clock.js'
import { takeAction } from '../../src/editorial/take-action.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import { eventBody, postBody } from '../support/newsroom.js'
import { loggedIn, makeAccount, makeCategory, makeMunicipality, Visitor } from '../support/people.js'
import { publishFor } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

const day = 86_400_000
const from = (days: number) => new Date(Date.now() + days * day)

describeHere('the clock', () => {
  let torg: Running
  let author: Visitor
  let editor: Visitor
  let organisation: string
  let categories: string[]
  const account: Record<string, string> = {}
  const slug = 'klockby'

  beforeAll(async () => {
    torg = await startForTests()
    const municipality = String((await makeMunicipality(torg.payload, { slug })).id)
    categories = [String((await makeCategory(torg.payload, municipality)).id)]
    organisation = await makeApprovedOrganisation(torg.payload, municipality, 'Urmakarna')
    const people = [
      { username: 'author', role: 'contributor', municipality, organisation } as const,
      { username: 'editor', role: 'editor', municipality, approvesOrganisations: true } as const,
    ]
    for (const one of people) account[one.username] = String((await makeAccount(torg.payload, one)).id)
    author = await loggedIn(torg.base, 'author')
    editor = await loggedIn(torg.base, 'editor')
  }, 240_000)
  afterAll(() => torg?.stop())

  type Row = Record<string, unknown> & { id: string }
  const row = async (collection: string, id: string) =>
    (await torg.payload.db.findOne<Row>({
      collection: collection as 'events',
      where: { id: { equals: id } },
    }))!
  const publication = (id: string) => row('publications', id)
  const at = (date: Date) => runClock(torg.payload, { now: () => date })
  const publish = (kind: 'events' | 'posts', words: Record<string, unknown>) =>
    publishFor(editor, organisation, kind, { title: 'Något', categories, ...words })

  it('keeps an event public until thirty days after its last occurrence', async () => {
    const start = from(5)
    const recurrenceRule = 'FREQ=WEEKLY;COUNT=3'
    const { id } = await publish('events', {
      start,
      end: new Date(start.getTime() + 3_600_000),
      recurrenceRule,
    })
    const last = start.getTime() + 14 * day + 3_600_000
    await at(new Date(last + 30 * day - 60_000))
    expect(await row('events', id)).toMatchObject({ state: 'approved', publication: 'live' })
    await at(new Date(last + 30 * day + 60_000))
    expect(await row('events', id)).toMatchObject({ state: 'approved', publication: 'expired', outbox: null })
    expect(await publication(id)).toMatchObject({ state: 'expired', data: null, pictures: [] })
    // It is done once: the next look changes nothing.
    const { number } = await publication(id)
    await at(new Date(last + 31 * day))
    expect((await publication(id)).number).toBe(number)
  })

  it('keeps a post public for the days that the municipality has set', async () => {
    const { id } = await publish('posts', {})
    await at(from(90 - 0.01))
    expect((await row('posts', id)).publication).toBe('live')
    await at(from(90.01))
    expect((await row('posts', id)).publication).toBe('expired')
  })

  /** Of a post, as if it were a day to come. */
  const actOn = async (date: Date, who: string, id: string, action: string, input: object = {}) =>
    takeAction(torg.payload, {
      ...{ kind: 'post', id, action, clock: { now: () => date } },
      actor: await actorNow(torg.payload, account[who]!),
      input: { revision: Number((await row('posts', id)).revision), ...input },
    })

  it.each(['expired', 'withdrawn'])(
    'begins the time of a post anew that is approved after it was %s',
    async (was) => {
      const { id } = await publish('posts', {})
      if (was === 'expired') await at(from(100))
      else expect((await editor.act('posts', id, 'withdraw', { explanation: 'Fel.' })).status).toBe(200)
      expect((await row('posts', id)).publication).toBe(was)
      const { revision } = await row('posts', id)
      expect((await author.patch(`/api/posts/${id}`, { revision, title: 'Igen' })).status).toBe(200)
      await actOn(from(100), 'author', id, 'submit')
      expect(await actOn(from(100), 'editor', id, 'approve')).toMatchObject({ publication: 'live' })
      await at(from(190 - 0.01))
      expect((await row('posts', id)).publication).toBe('live')
      await at(from(190.01))
      expect((await row('posts', id)).publication).toBe('expired')
    },
  )

  it('brings back by restoring only what is left of its time', async () => {
    const { id } = (await author.post('/api/posts', postBody(categories[0]!))).body.doc
    await author.act('posts', id, 'submit')
    expect((await editor.act('posts', id, 'approve')).body.publication).toBe('live')
    expect((await editor.act('posts', id, 'withdraw', { explanation: 'Fel.' })).status).toBe(200)
    expect(await actOn(from(100), 'editor', id, 'restore')).toMatchObject({ publication: 'expired' })
  })

  it.each([
    ['posts', { visibleUntil: from(-1) }, 'visibleUntil shown-no-more'],
    [
      'events',
      { start: from(-60), end: from(-60), recurrenceRule: 'FREQ=DAILY;COUNT=3' },
      'start shown-no-more',
    ],
  ] as const)('tells before %s are approved that their time has passed', async (kind, words, finding) => {
    const body = kind === 'events' ? eventBody : postBody
    const made = await author.post(`/api/${kind}`, body(categories[0]!, words))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id } = made.body.doc
    expect((await author.act(kind, id, 'submit')).status).toBe(200)
    const { findings } = (await editor.get(`/api/${kind}/${id}/actions`)).body
    expect(findings.map((one: { field: string; code: string }) => `${one.field} ${one.code}`)).toContain(
      finding,
    )
    const item = await editor.get(`/api/moderation/items/${kind}/${id}`)
    expect(item.body.publishesNothing).toEqual(expect.arrayContaining(['approve', 'approve-with-edits']))
    expect((await editor.act(kind, id, 'approve')).body).toMatchObject({ publication: 'expired' })
  })

  it('writes an endless series anew every thirty days, once, and never lets it expire', async () => {
    const { id } = await publish('events', { recurrenceRule: 'FREQ=WEEKLY' })
    const first = await publication(id)
    await at(from(29))
    expect((await publication(id)).number).toBe(first.number)
    await at(from(30.01))
    const second = await publication(id)
    expect(Number(second.number)).toBeGreaterThan(Number(first.number))
    expect(second).toMatchObject({ state: 'live', data: first.data })
    expect(new Date(second.modified as string).getTime()).toBeGreaterThan(from(29.9).getTime())
    await at(from(31))
    expect((await publication(id)).number).toBe(second.number)
    await at(from(60.1))
    expect(Number((await publication(id)).number)).toBeGreaterThan(Number(second.number))
    const log = await torg.payload.db.find<Row>({
      collection: 'moderation-log',
      where: { document: { equals: id } },
      sort: 'at',
      limit: 10,
    })
    expect(log.docs.map((one) => [one.action, one.automated])).toEqual([
      ['save', false],
      ['publish', false],
      ['renew', true],
      ['renew', true],
    ])
  })

  it('lets out what was approved, whatever the author has written since', async () => {
    const { id, publication: state } = await publish('posts', { title: 'Det godkända', visibleFrom: from(1) })
    expect(state).toBe('scheduled')
    const seen = await author.get(`/api/posts/${id}`)
    const saved = await author.patch(`/api/posts/${id}`, {
      revision: seen.body.revision,
      title: 'Det osedda',
    })
    expect(saved.body.doc).toMatchObject({ state: 'draft', publication: 'scheduled' })
    await at(from(0.9))
    expect((await row('posts', id)).publication).toBe('scheduled')
    await at(from(1.1))
    expect(await row('posts', id)).toMatchObject({ state: 'draft', publication: 'live', title: 'Det osedda' })
    expect((await publication(id)).data).toMatchObject({ title: 'Det godkända' })
  })

  it('lets nothing out of a suspended organisation, and does so when it is reinstated', async () => {
    const { id } = await publish('posts', { visibleFrom: from(1) })
    await editor.post(`/api/organisations/${organisation}/actions/suspend`, { message: 'Utredning.' })
    await at(from(1.1))
    expect((await row('posts', id)).publication).toBe('scheduled')
    await editor.post(`/api/organisations/${organisation}/actions/reinstate`)
    await at(from(1.2))
    expect((await row('posts', id)).publication).toBe('live')
  })

  it('lets nothing out that was withdrawn before its time', async () => {
    const { id } = await publish('posts', { visibleFrom: from(1) })
    expect((await editor.act('posts', id, 'withdraw', { explanation: 'Nej.' })).body.publication).toBe('none')
    await at(from(1.1))
    expect((await row('posts', id)).publication).toBe('none')
    const citizen = new Visitor(torg.base)
    expect((await citizen.get(`/feed/v1/${slug}/posts/${id}`)).status).toBe(404)
    expect(
      JSON.stringify((await citizen.get(`/feed/v1/${slug}/changes?after=0&limit=1000`)).body),
    ).not.toContain(id)
  })

  it('lets out what was withdrawn before its time by mistake and put back', async () => {
    const words = postBody(categories[0]!, { visibleFrom: from(2) })
    const id = String((await author.post('/api/posts', words)).body.doc.id)
    await author.act('posts', id, 'submit')
    expect((await editor.act('posts', id, 'approve')).body.publication).toBe('scheduled')
    expect((await editor.act('posts', id, 'withdraw', { reason: 'other' })).body.publication).toBe('none')
    expect((await author.act('posts', id, 'restore')).body.code).toBe('not-allowed')
    expect((await editor.act('posts', id, 'restore')).body).toMatchObject({
      ...{ state: 'approved', publication: 'scheduled' },
    })
    await at(from(2.01))
    expect((await row('posts', id)).publication).toBe('live')
  })

  it('is run by one process at a time, and goes on where a machine died while its clock was ahead', async () => {
    const noon = Date.now()
    const at = (seconds: number) => ({ now: () => new Date(noon + seconds * 1_000) })
    const first = holdLease(torg.payload, 'tried', at(0))
    const second = holdLease(torg.payload, 'tried', at(14))
    expect([await first.mine(), await second.mine(), await first.mine()]).toEqual([true, false, true])
    expect(await holdLease(torg.payload, 'tried', at(16)).mine()).toBe(true)
    expect([await first.mine(), await second.mine()]).toEqual([false, false])
    expect(await holdLease(torg.payload, 'tried', at(-2 * 3_600)).mine()).toBe(true)
  })

  it('is not stopped by one document that it cannot carry out', async () => {
    const broken = await publish('posts', { visibleUntil: from(1) })
    const whole = await publish('posts', { visibleUntil: from(2) })
    const snapshot = (await row('posts', broken.id)).approvedSnapshot
    await torg.payload.db.updateOne({
      collection: 'posts',
      where: { id: { equals: broken.id } },
      data: { approvedSnapshot: { content: null } },
    })
    await at(from(3))
    expect((await row('posts', whole.id)).publication).toBe('expired')
    await torg.payload.db.updateOne({
      collection: 'posts',
      where: { id: { equals: broken.id } },
      data: { approvedSnapshot: snapshot },
    })
    // What could not be carried out is looked at again a minute later, behind everything else.
    await at(from(3))
    expect((await row('posts', broken.id)).publication).toBe('live')
    await at(new Date(from(3).getTime() + 61_000))
    expect((await row('posts', broken.id)).publication).toBe('expired')
  })
})
