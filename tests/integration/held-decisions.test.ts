import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { stored, storedAtRest } from '../support/bad-answers.js'
import { Visitor, type Answer } from '../support/people.js'
import { malformedEdits, malformedProfileEdits } from '../support/malformed-edits.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { submitted, type Written } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

/** Nobody waits for it: only the clock of the test comes so far. */
const hold = 60
const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor' },
      colleague: { role: 'editor' },
      leaving: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })

describeHere('a decision that waits', () => {
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

  const waiting = () => submitted(author, 'posts', { title: 'Väntar', categories: [town.category] })
  /** Returns when it is to come about. */
  async function held(by: Visitor, { id, revision }: Written): Promise<Date> {
    const answer = await by.post(`/api/posts/${id}/actions/approve`, { revision, hold })
    expect(answer.status, JSON.stringify(answer.body)).toBe(202)
    return new Date(answer.body.effectiveAt as string)
  }
  const now = async (id: string) => (await editor.get(`/api/posts/${id}/actions`)).body as object
  const clockAt = (time: Date, seconds: number) =>
    runClock(torg.payload, { now: () => new Date(time.getTime() + seconds * 1000) })
  const logOf = async (id: string) => {
    const { body } = await admin.get(`/api/moderation-log?where[document][equals]=${id}&sort=at&limit=50`)
    return (body.docs as { action: string; actor: string; automated: boolean }[]).map((one) => [
      one.action,
      one.actor,
      one.automated,
    ])
  }

  it('stays when a colleague claims what it is about, and comes about at its time', async () => {
    const post = await waiting()
    const time = await held(editor, post)
    const pending = { action: 'approve' }
    for (const action of ['claim', 'release', 'claim'] as const) {
      expect((await colleague.post(`/api/posts/${post.id}/actions/${action}`)).status, action).toBe(200)
      expect(await now(post.id), action).toMatchObject({
        state: 'in-review',
        revision: post.revision,
        pending,
      })
    }
    await clockAt(time, -1)
    expect(await now(post.id)).toMatchObject({ state: 'in-review', pending })
    await clockAt(time, 1)
    expect(await now(post.id)).toMatchObject({ state: 'approved', publication: 'live', pending: null })
  })

  it('can be undone by the colleague who claimed what it is about, and then does not come about', async () => {
    const post = await waiting()
    const time = await held(editor, post)
    await colleague.post(`/api/posts/${post.id}/actions/claim`)
    const undone = await colleague.post(`/api/posts/${post.id}/actions/undo`)
    expect(undone).toMatchObject({ status: 200, body: { state: 'in-review', revision: post.revision } })
    await clockAt(time, 1)
    expect(await now(post.id)).toMatchObject({ state: 'in-review', publication: 'none', pending: null })
    expect((await colleague.act('posts', post.id, 'approve')).body).toMatchObject({ state: 'approved' })
  })

  it('puts off nothing that the clock had to do, undone or come about', async () => {
    const end = new Date(Date.now() + 3_600_000)
    const contact = {
      name: 'Bokningen',
      email: 'bokning@example.org',
      consentReference: 'S-1',
      consentUntil: end.toISOString(),
    }
    const words = { title: 'Öppet hus', categories: [town.category], contact }
    const after: Record<string, (id: string) => Promise<unknown>> = {
      undone: (id) => editor.post(`/api/events/${id}/actions/undo`),
      'come about late': () => clockAt(end, 1),
    }
    for (const [what, happens] of Object.entries(after)) {
      const { id } = await submitted(author, 'events', words)
      expect((await editor.act('events', id, 'approve')).body, what).toMatchObject({ publication: 'live' })
      const { revision } = (await author.get(`/api/events/${id}`)).body
      await author.patch(`/api/events/${id}`, { revision, title: 'Öppet hus igen' })
      await author.act('events', id, 'submit')
      const seen = (await editor.get(`/api/events/${id}/actions`)).body.revision
      const answer = await editor.post(`/api/events/${id}/actions/request-changes`, {
        revision: seen,
        hold,
        message: 'Vem får komma?',
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(202)
      await happens(id)
      expect((await editor.get(`/api/events/${id}/actions`)).body, what).toMatchObject({ pending: null })
      await clockAt(end, 2)
      await feedHasCaughtUp(torg, ['ekby'])
      const shown = await new Visitor(torg.base).get(`/feed/v1/ekby/events/${id}`)
      expect([shown.status, shown.body.contact], what).toEqual([200, null])
    }
  })

  it('does not come about when its account has lost the right meanwhile, and the log says so once', async () => {
    const { leaving } = town.person
    const account = town.account.leaving
    const { body } = await admin.get(`/api/memberships?where[account][equals]=${account}`)
    const membership = `/api/memberships/${body.docs[0].id}`
    const losses: [string, () => Promise<Answer>, (() => Promise<Answer>)?][] = [
      [
        'limited to the other surface',
        () => admin.patch(membership, { surfaces: ['calendar'] }),
        async () => {
          await admin.patch(membership, { surfaces: [] })
          return leaving.login('leaving')
        },
      ],
      [
        'disabled',
        () => admin.patch(`/api/accounts/${account}`, { disabled: true }),
        async () => {
          await admin.patch(`/api/accounts/${account}`, { disabled: false })
          return leaving.login('leaving')
        },
      ],
      ['no editor any more', () => admin.send('DELETE', membership)],
    ]
    for (const [what, lose, regain] of losses) {
      const post = await waiting()
      const time = await held(leaving, post)
      expect((await lose()).status, what).toBe(200)
      expect(await now(post.id), what).toMatchObject({ pending: { action: 'approve' } })
      await clockAt(time, 1)
      const left = { state: 'in-review', publication: 'none', revision: post.revision, pending: null }
      expect(await now(post.id), what).toMatchObject(left)
      await clockAt(time, 120)
      expect(
        (await logOf(post.id)).filter(([action]) => !['save', 'submit'].includes(String(action))),
        what,
      ).toEqual([['void', account, true]])
      expect((await new Visitor(torg.base).get(`/feed/v1/ekby/posts/${post.id}`)).status, what).toBe(404)
      if (regain) expect((await regain()).status, what).toBe(200)
    }
  })

  it('is refused by the field of its edits when those are malformed, as it is without waiting, and nothing is stored', async () => {
    const event = await submitted(author, 'events', { title: 'Väntar', categories: [town.category] })
    const live = await submitted(author, 'events', { title: 'Ute', categories: [town.category] })
    expect((await editor.act('events', live.id, 'approve')).body.publication).toBe('live')
    const before = await storedAtRest(torg)
    const faults: string[] = []
    for (const [index, [field, edits]] of malformedEdits.entries()) {
      for (const [action, { id }, revision] of [
        ['approve-with-edits', event, 2],
        ['correct', live, 3],
      ] as const) {
        const words = action === 'correct' ? { note: 'Rättat.' } : {}
        const input = { revision, edits, ...words, ...(index % 2 ? { hold } : {}) }
        const { status, body } = await editor.post(`/api/events/${id}/actions/${action}`, input)
        const named = (body.faults as { field: string }[] | undefined)?.map((one) => one.field)
        if (status !== 422 || !named?.includes(field))
          faults.push(`${action} ${JSON.stringify(edits)}: ${status} ${JSON.stringify(named)}`)
      }
    }
    expect(faults).toEqual([])
    expect(await stored(torg)).toBe(before)
    const seen = async (id: string) => (await editor.get(`/api/events/${id}`)).body as object
    expect(await seen(event.id)).toMatchObject({ title: 'Väntar', state: 'in-review', revision: 2 })
    expect(await seen(live.id)).toMatchObject({ title: 'Ute', state: 'approved', revision: 3 })
    const profile = `/api/organisations/${town.organisation.Klara}`
    for (const [field, edits] of malformedProfileEdits) {
      const answer = await editor.act('organisations', town.organisation.Klara, 'correct', {
        edits,
        note: 'Rättat.',
      })
      expect(answer, JSON.stringify(edits)).toMatchObject({ status: 422, body: { faults: [{ field }] } })
    }
    expect((await editor.get(profile)).body).toMatchObject({ name: 'Klara' })
    expect(await stored(torg)).toBe(before)
  })
})
