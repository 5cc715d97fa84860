import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Visitor } from '../support/people.js'
import {
  eventBody,
  liveEvent,
  newsroom,
  postBody,
  richText,
  uploadedPicture,
  type Newsroom,
  type Standing,
} from '../support/newsroom.js'
import { wherePublic } from '../support/public-side.js'
import { smallPicture } from '../support/two-municipalities.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

/** In everything that nobody approved; it must never be public. */
const canary = 'kanariefågel'
const forged = {
  state: 'approved',
  publication: 'live',
  _status: 'published',
  publishedAt: '2026-01-01T00:00:00Z',
  workflow: { approvedAt: '2026-01-01T00:00:00Z', everPublic: true },
  approvedSnapshot: {
    content: { title: canary },
    copies: {},
    revision: 1,
    decidedAt: '2026-01-01T00:00:00Z',
  },
  content: { title: canary },
  outbox: { cause: 'x', action: 'approve', publication: true },
  outboxCause: 'x',
  announcements: { series: { status: 'cancelled', reason: canary } },
  pending: { action: 'approve', effectiveAt: '2026-01-01T00:00:00Z' },
  clockAt: '2026-01-01T00:00:00Z',
  listedForReview: true,
}
const decisions = [
  'approve',
  'approve-with-edits',
  'publish',
  'correct',
  'restore',
  'overturn',
  'uphold',
  'pin',
  'go-live',
  'expire',
  'erase',
]

interface Attempt {
  room: Newsroom
  by: Visitor
  organisation: string
  /** Something of the organisation that was live before, where there is one. */
  event: string | null
  /** To be looked for on the public side too. */
  events: string[]
  posts: string[]
  pictures: string[]
}
type Way = (attempt: Attempt) => Promise<unknown>

const write = async (
  attempt: Attempt,
  more: object = {},
): Promise<{ id: string; revision: number } | null> => {
  const { room, by, events } = attempt
  const made = await by.post(
    '/api/events',
    eventBody(room.category.ekby, { title: canary, summary: canary, ...more }),
  )
  const id = made.body?.doc?.id as string | undefined
  if (id) events.push(id)
  return id ? { id, revision: made.body.doc.revision } : null
}

/** Every way that needs no help of an editor, for organisations of every standing. */
const ways: Record<string, Way> = {
  'writes as approved and live': (attempt) => write(attempt, forged),
  'changes its draft to approved and live, one column at a time': async (attempt) => {
    const made = await write(attempt)
    for (const [field, value] of Object.entries(forged)) {
      const id = made?.id ?? attempt.event
      if (id)
        await attempt.by.patch(`/api/events/${id}`, {
          revision: made?.revision ?? 1,
          [field]: value,
          title: canary,
        })
    }
  },
  'changes what was live': async ({ by, event }) => {
    if (!event) return
    const now = await by.get(`/api/events/${event}`)
    await by.patch(`/api/events/${event}`, { revision: now.body.revision, title: canary, summary: canary })
  },
  'changes many at once': ({ by }) =>
    by.patch(`/api/events?where[title][exists]=true`, { title: canary, state: 'approved' }),
  'spells the id in another way': async ({ by, event }) => {
    if (!event) return
    for (const id of [
      event.toUpperCase(),
      `%${event.charCodeAt(0).toString(16)}${event.slice(1)}`,
      `${event}/`,
      `${event}%20`,
    ])
      await by.patch(`/api/events/${id}`, { title: canary, revision: 4 })
  },
  'duplicates what was live': async ({ by, event, events }) => {
    const made = event ? await by.post(`/api/events/${event}/duplicate`, { title: canary, ...forged }) : null
    if (made?.body?.doc?.id) events.push(made.body.doc.id)
  },
  'restores a version': async ({ by, event }) => {
    const revisions = await by.get('/api/revisions?limit=100')
    for (const { id } of revisions.body.docs ?? []) {
      await by.post(`/api/events/versions/${id}`)
      await by.patch(`/api/revisions/${id}`, { content: { title: canary } })
    }
    if (event) await by.get(`/api/events/versions?where[parent][equals]=${event}`)
  },
  'runs and queues jobs': async ({ by }) => {
    for (const path of [
      'payload-jobs/run',
      'payload-jobs/run?allQueues=true&limit=100',
      'payload-jobs/handle-schedules',
      'payload-jobs',
    ])
      for (const method of ['GET', 'POST']) {
        const body =
          method === 'POST'
            ? { taskSlug: 'schedulePublish', input: { type: 'publish', doc: { value: 'x' } }, title: canary }
            : undefined
        const answer = await by.send(method, `/api/${path}`, body)
        expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(400)
      }
  },
  'decides itself': async (attempt) => {
    const made = await write(attempt)
    if (made) await attempt.by.act('events', made.id, 'submit')
    for (const id of [made?.id, attempt.event]) {
      if (!id) continue
      for (const action of decisions) {
        const input = {
          edits: { title: canary },
          message: canary,
          note: canary,
          reason: 'other',
          explanation: canary,
        }
        for (const more of [{}, { hold: 1 }]) {
          const answer = await attempt.by.act('events', id, action, { ...input, ...more })
          expect(answer.status, action).toBeGreaterThanOrEqual(400)
        }
      }
    }
  },
  'asks for undo and claims': async ({ by, event }) => {
    if (!event) return
    for (const action of ['undo', 'claim', 'release']) {
      const answer = await by.act('events', event, action, { edits: { title: canary } })
      expect(answer.status, action).toBeGreaterThanOrEqual(400)
    }
  },
  'says which method was meant': async ({ by, room, event }) => {
    const body = JSON.stringify(eventBody(room.category.ekby, { title: canary, ...forged }))
    for (const method of ['PUT', 'PATCH', 'POST', 'DELETE', 'GET'])
      for (const header of ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'])
        await by.send('POST', `/api/events${event ? `/${event}` : ''}`, body, { [header]: method })
  },
  'writes public copies, numbers and history': async ({ by, room, organisation }) => {
    const row = {
      id: 'k',
      kind: 'event',
      municipality: 'ekby',
      organisation,
      number: 1,
      sequence: 1,
      state: 'live',
      data: { title: canary },
    }
    for (const collection of [
      'publications',
      'change-counters',
      'leases',
      'revisions',
      'moderation-log',
      'notices',
      'payload-kv',
      'payload-jobs',
    ]) {
      const answer = await by.post(`/api/${collection}`, { ...row, document: organisation })
      expect(answer.status, collection).toBeGreaterThanOrEqual(400)
    }
    for (const id of ['ekby', organisation]) {
      await by.patch(`/api/publications/${id}`, {
        data: { kind: 'organisation', name: canary, title: canary },
      })
    }
    await by.patch(`/api/municipalities/${room.municipality.ekby}`, { name: canary, modeCalendar: 'post' })
  },
  'writes for another organisation': async (attempt) => {
    const { room } = attempt
    for (const organisation of Object.values(room.organisation))
      if (organisation !== attempt.organisation)
        await write(attempt, { organisation, municipality: room.municipality.ekby })
  },
  'writes in another municipality': (attempt) =>
    write(attempt, { municipality: attempt.room.municipality.postby }),
  'gives itself a role': async ({ by, organisation, room }) => {
    const me = (await by.get('/api/accounts/me')).body.user.id as string
    for (const role of ['editor', 'municipality-admin', 'operator']) {
      const answer = await by.post('/api/memberships', {
        account: me,
        role,
        municipality: room.municipality.ekby,
        organisation,
      })
      expect(answer.status, role).toBeGreaterThanOrEqual(400)
    }
    await by.patch(`/api/accounts/${me}`, {
      roleTitle: canary,
      kind: 'person',
      memberships: [{ role: 'editor' }],
    })
  },
  'approves itself as an organisation': async ({ by, organisation }) => {
    for (const action of ['approve', 'reinstate', 'confirm'])
      await by.post(`/api/organisations/${organisation}/actions/${action}`, { message: canary })
    const now = await by.get(`/api/organisations/${organisation}`)
    const { revision } = now.body
    await by.patch(`/api/organisations/${organisation}`, { revision, life: 'approved', trust: 'trusted' })
    await by.patch(`/api/organisations/${organisation}`, { revision, kind: 'unit' })
  },
  'renames itself and shows a logo': async (attempt) => {
    const { by, organisation, pictures } = attempt
    const picture = await by.upload(await smallPicture(), { alt: canary, credit: canary })
    const logo = picture.body?.doc?.id as string | undefined
    if (logo) pictures.push(logo)
    const { revision } = (await by.get(`/api/organisations/${organisation}`)).body
    const contact = {
      email: `${canary}@example.org`,
      emailPublic: true,
      website: `https://example.org/${canary}`,
      websitePublic: true,
    }
    await by.patch(`/api/organisations/${organisation}`, {
      revision,
      name: `${canary} IF`,
      description: canary,
      contact,
      ...(logo ? { logo } : {}),
    })
    await by.act('organisations', organisation, 'submit', { message: canary })
    await by.act('organisations', organisation, 'approve', { message: canary })
  },
  'makes a place': async ({ by }) => {
    const made = await by.post('/api/places', {
      name: `${canary} hall ${Math.random()}`,
      address: canary,
      decided: true,
    })
    if (made.body?.doc?.id)
      await by.patch(`/api/places/${made.body.doc.id}`, {
        decided: true,
        name: canary,
        outbox: { publication: true },
      })
  },
  'makes a category': ({ by }) =>
    by.post('/api/categories', { code: 'kanarie', labels: [{ language: 'sv', text: canary }] }),
  'uploads a picture': async ({ by, pictures }) => {
    const made = await by.upload(await smallPicture(), { alt: canary, revision: 9, url: '/media/x' })
    if (made.body?.doc?.id) pictures.push(made.body.doc.id)
  },
  'writes an urgent, pinned post': async ({ by, room, posts }) => {
    for (const more of [
      { importance: 'urgent' },
      { pinned: true },
      { importance: 'urgent', pinned: true, state: 'approved' },
    ]) {
      const made = await by.post('/api/posts', postBody(room.category.ekby, { title: canary, ...more }))
      if (made.body?.doc?.id) {
        posts.push(made.body.doc.id)
        await by.act('posts', made.body.doc.id, 'submit')
        await by.act('posts', made.body.doc.id, 'pin')
      }
    }
  },
  'puts words beside a submission, an appeal and an announcement': async (attempt) => {
    const made = await write(attempt)
    const input = { message: canary, note: canary, explanation: canary, reason: canary }
    for (const id of [made?.id, attempt.event]) {
      if (!id) continue
      for (const action of ['submit', 'appeal', 'announce', 'withdraw-submission'])
        await attempt.by.act('events', id, action, {
          ...input,
          ...(action === 'announce' ? { status: 'cancelled' } : {}),
        })
    }
  },
  'applies and follows its application': async ({ by }) => {
    for (const visitor of [by]) {
      await visitor.post('/api/organisations/apply', {
        municipality: 'ekby',
        name: `${canary} ${Math.random()}`,
        description: canary,
        message: canary,
      })
      await visitor.post('/api/organisations/invite', {
        municipality: 'ekby',
        name: `${canary} ${Math.random()}`,
      })
    }
  },
}

describeHere('unapproved words and pictures', () => {
  let torg: Running
  let room: Newsroom
  const events: Partial<Record<Standing, string>> = {}

  beforeAll(async () => {
    torg = await startForTests()
    room = await newsroom(torg)
    events.suspended = await liveEvent(room, room.author.suspended)
    events.approved = await liveEvent(room, room.author.approved)
    const answer = await room.editor.post(
      `/api/organisations/${room.organisation.suspended}/actions/suspend`,
      { message: 'Regelbrott.' },
    )
    expect(answer.body).toMatchObject({ state: 'suspended' })
  }, 600_000)
  afterAll(() => torg?.stop())

  it('are found by this search once they are approved', async () => {
    const word = 'godkändfågel'
    const picture = await uploadedPicture(room.author.approved, { alt: word })
    const id = await liveEvent(room, room.author.approved, {
      title: word,
      pictures: [picture],
      body: richText(word),
    })
    const found = await wherePublic(torg, room.slugs, word, { events: [id], pictures: [picture] })
    expect(found).toEqual(
      expect.arrayContaining([
        '/ekby',
        `/ekby/events/${id}`,
        '/feed/v1/ekby/changes?after=0&limit=1000',
        '/feed/v1/ekby/events?limit=100',
        `/feed/v1/ekby/events/${id}`,
        `/feed/v1/ekby/events/${id}.ics`,
        `/feed/v1/ekby/events/${id}.jsonld`,
        '/feed/v1/ekby/calendar.ics',
        '/feed/v1/ekby/events.json',
        '/feed/v1/ekby/events.rss',
        `/media/${picture}/320.webp`,
      ]),
    )
  })

  for (const standing of ['unapproved', 'suspended', 'approved'] as const) {
    it(
      `stay unseen whatever an organisation that is ${standing} tries: ${Object.keys(ways).length} ways`,
      { timeout: 600_000 },
      async () => {
        const out: string[] = []
        const seen = { events: [] as string[], posts: [] as string[], pictures: [] as string[] }
        for (const [name, way] of Object.entries(ways)) {
          await way({
            room,
            by: room.author[standing],
            organisation: room.organisation[standing],
            event: events[standing] ?? null,
            ...seen,
          })
          const found = await wherePublic(torg, room.slugs, canary, seen)
          if (found.length > 0) out.push(`${name}: ${found.join(' ')}`)
        }
        expect(out).toEqual([])
        // The attempts were real: an approved organisation has drafts by now, the others have none.
        expect(seen.events.length > 0).toBe(standing === 'approved')
      },
    )
  }
})
