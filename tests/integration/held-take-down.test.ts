import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { documentKey, oneAtATime } from '../../src/editorial/one-at-a-time.js'
import { eventually, Visitor } from '../support/people.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

/** Nobody waits for it: only the clock of the test comes so far. */
const hold = 60
const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {}, Tredje: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      other: { role: 'organisation-admin', organisation: 'Andra' },
      editor: { role: 'editor' },
      colleague: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })
const removal = { reason: 'not-local', message: 'Hör inte hit.' }

describeHere('a take-down that is held', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor
  let editor: Visitor
  let colleague: Visitor
  let admin: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ author, editor, colleague, admin } = town.person)
  }, 240_000)
  afterAll(() => torg?.stop())

  const facts = async (path: string) => (await editor.get(`/api/${path}/actions`)).body
  async function live(collection: 'events' | 'posts', more: object = {}): Promise<string> {
    const { id } = await submitted(author, collection, {
      title: 'Ute',
      categories: [town.category],
      ...more,
    })
    expect((await editor.act(collection, id, 'approve')).body).toMatchObject({ publication: 'live' })
    return `${collection}/${id}`
  }
  /** Returns when it is to come about. */
  async function held(path: string, action = 'remove', input: object = removal): Promise<Date> {
    const { revision } = await facts(path)
    const answer = await editor.post(`/api/${path}/actions/${action}`, { revision, hold, ...input })
    expect(answer.status, JSON.stringify(answer.body)).toBe(202)
    return new Date(answer.body.effectiveAt as string)
  }
  const comesAbout = (time: Date) => runClock(torg.payload, { now: () => new Date(time.getTime() + 1_000) })
  const voids = async (path: string) => {
    const id = path.split('/')[1]
    const where = `where[document][equals]=${id}&where[action][equals]=void`
    const { body } = await admin.get(`/api/moderation-log?${where}`)
    return (body.docs as { actor: string; automated: boolean }[]).map(({ actor, automated }) => [
      actor,
      automated,
    ])
  }
  const citizenSees = async (path: string) =>
    (await new Visitor(torg.base).get(`/feed/v1/ekby/${path}`)).status

  it('is set aside by nothing that a colleague does to the document meanwhile', async () => {
    const post = await live('posts')
    const event = await live('events')
    const times = [await held(post), await held(event)]
    const { revision } = await facts(post)
    const tries: [string, () => ReturnType<Visitor['post']>][] = [
      ['pin', () => colleague.post(`/api/${post}/actions/pin`, { revision })],
      [
        'correct',
        () => colleague.post(`/api/${post}/actions/correct`, { revision, note: 'x', edits: { title: 'Ny' } }),
      ],
      ['save', () => colleague.patch(`/api/${post}`, { revision, title: 'Ny' })],
      [
        'announce',
        () =>
          colleague.post(`/api/${event}/actions/announce`, {
            revision,
            status: 'cancelled',
            reason: 'weather',
          }),
      ],
      ['save of its author', () => author.patch(`/api/${post}`, { revision, title: 'Ny' })],
      [
        'withdraw of its author',
        () => author.post(`/api/${post}/actions/withdraw`, { revision, reason: 'organiser' }),
      ],
    ]
    for (const [what, attempt] of tries) {
      const { status, body } = await attempt()
      expect([what, status, body.code]).toEqual([what, 409, 'not-possible-in-this-state'])
    }
    await comesAbout(times[0]!)
    for (const path of [post, event]) {
      expect(await facts(path)).toMatchObject({ state: 'rejected', publication: 'removed', pending: null })
      expect(await voids(path)).toEqual([])
      expect(
        await eventually(
          () => citizenSees(path),
          (status) => status === 410,
        ),
      ).toBe(410)
    }
  })

  it('gives way to one that takes effect at once, and the log says that it came to nothing', async () => {
    const post = await live('posts')
    const time = await held(post)
    const { revision } = await facts(post)
    const now = await colleague.post(`/api/${post}/actions/withdraw`, {
      revision,
      reason: 'wrong-information',
    })
    expect(now).toMatchObject({ status: 200, body: { publication: 'withdrawn' } })
    await comesAbout(time)
    expect(await facts(post)).toMatchObject({ publication: 'withdrawn', pending: null })
    expect(await voids(post)).toEqual([[town.account.editor, true]])
    const erased = await live('posts')
    await held(erased)
    const { revision: seen } = await facts(erased)
    const end = await admin.post(`/api/${erased}/actions/erase`, { revision: seen, reason: 'legal-order' })
    expect(end).toMatchObject({ status: 200, body: { state: 'erased' } })
    expect(await voids(erased)).toEqual([[town.account.editor, true]])
  })

  it('comes about although a contact is taken off, and an organisation no longer named, meanwhile', async () => {
    const consentUntil = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const contact = { name: 'Eva Påhittad', email: 'eva@example.org', consentReference: 'K-1', consentUntil }
    const doors: [string, (event: string, revision: number) => ReturnType<Visitor['post']>][] = [
      [
        'withdraw-contact',
        (event, revision) => author.post(`/api/${event}/actions/withdraw-contact`, { revision }),
      ],
      ['step-aside', (event) => town.person.other.post(`/api/${event}/actions/step-aside`)],
    ]
    for (const [what, attempt] of doors) {
      const event = await live('events', { contact, coOrganisers: [town.organisation.Andra] })
      const time = await held(event)
      const { revision } = await facts(event)
      expect(await attempt(event, revision), what).toMatchObject({
        status: 200,
        body: { revision: revision + 1 },
      })
      expect(await facts(event), what).toMatchObject({ pending: { action: 'remove' } })
      await comesAbout(time)
      const gone = { state: 'rejected', publication: 'removed', pending: null }
      expect(await facts(event), what).toMatchObject(gone)
      expect(await voids(event), what).toEqual([])
    }
  })

  it('comes about although a contact is taken off in the very second of its time', async () => {
    const consentUntil = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const contact = { name: 'Eva Påhittad', email: 'eva@example.org', consentReference: 'K-1', consentUntil }
    const event = await live('events', { contact })
    const time = await held(event)
    const { revision } = await facts(event)
    let takenOff!: ReturnType<Visitor['post']>
    let looked!: Promise<unknown>
    // Both wait for the document's turn, and the clock has read what was held before the contact went.
    await oneAtATime(documentKey('events', event.split('/')[1]!), async () => {
      takenOff = author.post(`/api/${event}/actions/withdraw-contact`, { revision })
      await new Promise((resolve) => setTimeout(resolve, 500))
      looked = comesAbout(time)
      await new Promise((resolve) => setTimeout(resolve, 500))
    })
    expect((await takenOff).status).toBe(200)
    await looked
    expect(await facts(event)).toMatchObject({ state: 'rejected', publication: 'removed', pending: null })
    expect(await voids(event)).toEqual([])
  })

  it('of a profile comes about although settings and the life of the organisation change meanwhile', async () => {
    const path = `organisations/${town.organisation.Tredje}`
    const time = await held(path)
    const { revision } = await facts(path)
    expect((await admin.patch(`/api/${path}`, { revision, trust: 'trusted' })).status).toBe(200)
    expect((await admin.post(`/api/${path}/actions/suspend`, { message: 'Utredning.' })).status).toBe(200)
    expect((await admin.post(`/api/${path}/actions/reinstate`)).status).toBe(200)
    expect(await facts(path)).toMatchObject({ revision: revision + 3, pending: { action: 'remove' } })
    await comesAbout(time)
    expect(await facts(path)).toMatchObject({ state: 'rejected', publication: 'removed', pending: null })
    expect(await voids(path)).toEqual([])
  })

  it('is set aside by no going live for which the clock had set out', async () => {
    const soon = new Date(Date.now() + 3_600_000)
    const { id } = await submitted(author, 'posts', {
      title: 'Snart',
      categories: [town.category],
      visibleFrom: soon.toISOString(),
    })
    expect((await editor.act('posts', id, 'approve')).body).toMatchObject({ publication: 'scheduled' })
    const clock = { now: () => new Date(soon.getTime() + 1_000) }
    const post = `posts/${id}`
    let held_!: Promise<Date>
    let looked!: Promise<unknown>
    // Both wait for the document's turn, and the clock has seen that nothing is held.
    await oneAtATime(documentKey('posts', id), async () => {
      held_ = held(post)
      await new Promise((resolve) => setTimeout(resolve, 500))
      looked = runClock(torg.payload, clock)
      await new Promise((resolve) => setTimeout(resolve, 500))
    })
    await held_
    await looked
    expect(await facts(post)).toMatchObject({ publication: 'scheduled', pending: { action: 'remove' } })
    // That clock looks again a minute later.
    await comesAbout(new Date(soon.getTime() + 120_000))
    expect(await facts(post)).toMatchObject({ state: 'rejected', pending: null })
    expect(await voids(post)).toEqual([])
  })

  it('of another sort brings back no contact and no name that was taken off meanwhile', async () => {
    const { Andra } = town.organisation
    const consentUntil = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const contact = { name: 'Eva Påhittad', email: 'eva@example.org', consentReference: 'K-1', consentUntil }
    const cases: [string, object, (event: string, revision: number) => ReturnType<Visitor['post']>][] = [
      [
        'contact',
        { contact: { ...contact, email: 'ny@example.org' } },
        (event, revision) => author.post(`/api/${event}/actions/withdraw-contact`, { revision }),
      ],
      [
        'coOrganisers',
        { coOrganisers: [Andra] },
        (event) => town.person.other.post(`/api/${event}/actions/step-aside`),
      ],
    ]
    for (const [field, edits, takeOff] of cases) {
      const event = await live('events', { contact, coOrganisers: [Andra] })
      const time = await held(event, 'correct', { note: 'Rättat.', edits: { title: 'Rättat', ...edits } })
      const { revision } = await facts(event)
      expect((await takeOff(event, revision)).status, field).toBe(200)
      await comesAbout(time)
      const { body } = await editor.get(`/api/${event}`)
      expect(body.title, field).toBe('Ute')
      if (field === 'contact') expect(body.contact.email).toBeFalsy()
      else expect(body.coOrganisers).toEqual([])
      expect(await voids(event), field).toEqual([[town.account.editor, true]])
      // One whose edits are about something else stands.
      const other = await live('events', { contact, coOrganisers: [Andra] })
      const then = await held(other, 'correct', { note: 'Rättat.', edits: { title: 'Rättat' } })
      const seen = await facts(other)
      expect((await takeOff(other, seen.revision)).status, field).toBe(200)
      await comesAbout(then)
      expect((await editor.get(`/api/${other}`)).body.title, field).toBe('Rättat')
      expect(await voids(other), field).toEqual([])
    }
  })

  it('any other held decision that is overtaken is told in the log, once', async () => {
    const { id } = await submitted(author, 'posts', { title: 'Väntar', categories: [town.category] })
    const time = await held(`posts/${id}`, 'approve', {})
    const overtaken = await colleague.act('posts', id, 'request-changes', { message: 'Vem får komma?' })
    expect(overtaken.status).toBe(200)
    await comesAbout(time)
    expect(await voids(`posts/${id}`)).toEqual([[town.account.editor, true]])
    const second = await submitted(author, 'posts', { title: 'Väntar', categories: [town.category] })
    await held(`posts/${second.id}`, 'approve', {})
    expect((await author.act('posts', second.id, 'withdraw-submission')).status).toBe(200)
    expect(await voids(`posts/${second.id}`)).toEqual([[town.account.editor, true]])
    const own = await live('posts')
    const correct = { note: 'Rättat.', edits: { title: 'Rättat' } }
    await held(own, 'correct', correct)
    const { revision } = await facts(own)
    expect((await author.patch(`/api/${own}`, { revision, title: 'Nytt' })).status).toBe(200)
    expect(await voids(own)).toEqual([[town.account.editor, true]])
  })
})
