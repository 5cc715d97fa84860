import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { documentKey, oneAtATime } from '../../src/editorial/one-at-a-time.js'
import { TorgProcess } from '../crash/torg-process.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import {
  eventually,
  loggedIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  Visitor,
} from '../support/people.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
/** How long after its time a decision may still be on its way: a look of the clock each second, on a busy machine. */
const patience = 15_000

describeHere('a decision that is held', () => {
  let torg: Running
  let author: Visitor
  let editor: Visitor
  let second: Visitor
  let admin: Visitor
  let citizen: Visitor
  let categories: string[]
  let organisation: string
  let number = 0

  beforeAll(async () => {
    torg = await startForTests()
    citizen = new Visitor(torg.base)
    const municipality = String((await makeMunicipality(torg.payload, { slug: 'vantby' })).id)
    categories = [String((await makeCategory(torg.payload, municipality)).id)]
    organisation = await makeApprovedOrganisation(torg.payload, municipality, 'IF Vänta')
    await makeAccount(torg.payload, { username: 'author', role: 'contributor', municipality, organisation })
    for (const username of ['editor', 'second', 'leaving'])
      await makeAccount(torg.payload, { username, role: 'editor', municipality })
    await makeAccount(torg.payload, { username: 'admin', role: 'municipality-admin', municipality })
    ;[author, editor, second, admin] = (await Promise.all(
      ['author', 'editor', 'second', 'admin'].map((name) => loggedIn(torg.base, name)),
    )) as [Visitor, Visitor, Visitor, Visitor]
  }, 240_000)
  let ended = false
  afterAll(() => (ended ? undefined : torg?.stop()))

  const waiting = () => submitted(author, 'posts', { title: `Väntar ${(number += 1)}`, categories })
  const held = (
    who: Visitor,
    { id, revision }: { id: string; revision: number },
    hold: number,
    action = 'approve',
    more = {},
  ) => who.post(`/api/posts/${id}/actions/${action}`, { revision, hold, ...more })
  const now = (id: string) => editor.get(`/api/posts/${id}/actions`)
  const open = (id: string) => citizen.get(`/feed/v1/vantby/posts/${id}`)
  const until = (at: string) => wait(Math.max(0, Date.parse(at) - Date.now()))

  // Beside each other: most of their time is waiting.
  it.concurrent('answers 202 with its time, lets nothing out before, and takes effect then', async () => {
    const post = await waiting()
    const before = Date.now()
    const answer = await held(editor, post, 8)
    expect(answer.status, JSON.stringify(answer.body)).toBe(202)
    expect(answer.body).toEqual({ decision: expect.any(String), effectiveAt: expect.any(String) })
    expect(Date.parse(answer.body.effectiveAt)).toBeGreaterThanOrEqual(before + 8000)
    expect(Date.parse(answer.body.effectiveAt)).toBeLessThanOrEqual(Date.now() + 8000)
    expect((await now(post.id)).body).toMatchObject({
      state: 'in-review',
      publication: 'none',
      revision: post.revision,
      pending: { action: 'approve' },
    })
    expect((await open(post.id)).status).toBe(404)
    await wait(Math.max(0, Date.parse(answer.body.effectiveAt) - Date.now() - 200))
    expect((await open(post.id)).status).toBe(404)
    expect(
      (
        await eventually(
          () => open(post.id),
          (one) => one.status === 200,
          patience,
        )
      ).status,
    ).toBe(200)
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(answer.body.effectiveAt))
    expect((await now(post.id)).body).toMatchObject({ state: 'approved', publication: 'live', pending: null })
    const log = await admin.get(
      `/api/moderation-log?where[document][equals]=${post.id}&where[action][equals]=approve`,
    )
    expect(log.body.docs).toHaveLength(1)
  })

  it.concurrent('can be undone until then, by any editor, and then nothing happens', async () => {
    const post = await waiting()
    const { body } = await held(editor, post, 8)
    expect((await author.post(`/api/posts/${post.id}/actions/undo`)).status).toBe(403)
    const undone = await second.post(`/api/posts/${post.id}/actions/undo`)
    expect(undone).toMatchObject({
      status: 200,
      body: { state: 'in-review', publication: 'none', revision: post.revision },
    })
    await until(body.effectiveAt)
    await wait(2500)
    expect((await now(post.id)).body).toMatchObject({ state: 'in-review', pending: null })
    expect((await open(post.id)).status).toBe(404)
    const again = await editor.post(`/api/posts/${post.id}/actions/undo`)
    expect(again).toMatchObject({ status: 409, body: { code: 'not-possible-in-this-state' } })
    // It can be decided afterwards as if nothing had been.
    expect((await editor.act('posts', post.id, 'approve')).status).toBe(200)
  })

  it.concurrent('is void when another editor decides meanwhile', async () => {
    const post = await waiting()
    const { body } = await held(editor, post, 8)
    expect(
      (await second.act('posts', post.id, 'request-changes', { message: 'Vem får komma?' })).status,
    ).toBe(200)
    await until(body.effectiveAt)
    await wait(2500)
    expect((await now(post.id)).body).toMatchObject({
      state: 'changes-requested',
      publication: 'none',
      pending: null,
    })
    expect((await open(post.id)).status).toBe(404)
  })

  it.concurrent('is void when the author changes what it was about', async () => {
    const post = await waiting()
    const { body } = await held(editor, post, 8)
    expect((await author.act('posts', post.id, 'withdraw-submission')).status).toBe(200)
    const seen = await author.get(`/api/posts/${post.id}`)
    expect(
      (
        await author.patch(`/api/posts/${post.id}`, {
          revision: seen.body.revision,
          title: 'Något helt annat',
        })
      ).status,
    ).toBe(200)
    await until(body.effectiveAt)
    await wait(2500)
    expect((await now(post.id)).body).toMatchObject({ state: 'draft', publication: 'none', pending: null })
    expect((await open(post.id)).status).toBe(404)
  })

  it.concurrent('takes down what it should, whatever the author does meanwhile', async () => {
    const post = await waiting()
    expect((await editor.act('posts', post.id, 'approve')).status).toBe(200)
    const there = await now(post.id)
    const { status, body } = await held(editor, { id: post.id, revision: there.body.revision }, 6, 'remove', {
      reason: 'not-local',
      message: 'Hör inte hit.',
    })
    expect(status, JSON.stringify(body)).toBe(202)
    const words = { revision: there.body.revision, title: 'Något annat' }
    expect((await author.patch(`/api/posts/${post.id}`, words)).body.code).toBe('not-possible-in-this-state')
    expect((await author.act('posts', post.id, 'withdraw')).body.code).toBe('not-possible-in-this-state')
    await until(body.effectiveAt)
    await eventually(
      () => open(post.id),
      (answer) => answer.status === 410,
      patience,
    )
    expect((await open(post.id)).status).toBe(410)
  })

  it.concurrent('is carried out for an author who withdraws what is hers', async () => {
    const post = await waiting()
    expect((await editor.act('posts', post.id, 'approve')).status).toBe(200)
    const there = await now(post.id)
    const { status, body } = await held(
      author,
      { id: post.id, revision: there.body.revision },
      3,
      'withdraw',
      {
        reason: 'organiser',
      },
    )
    expect(status, JSON.stringify(body)).toBe(202)
    const gone = await eventually(
      () => open(post.id),
      (answer) => answer.status === 410,
      patience,
    )
    expect(gone.status).toBe(410)
  })

  it.concurrent('takes down what goes out by its date meanwhile', async () => {
    const soon = new Date(Date.now() + 7_000).toISOString()
    const post = await submitted(author, 'posts', { title: 'Strax', categories, visibleFrom: soon })
    expect((await editor.act('posts', post.id, 'approve')).body.publication).toBe('scheduled')
    const there = await now(post.id)
    const { status, body } = await held(
      editor,
      { id: post.id, revision: there.body.revision },
      12,
      'remove',
      {
        reason: 'not-local',
        message: 'Hör inte hit.',
      },
    )
    expect(status, JSON.stringify(body)).toBe(202)
    await until(body.effectiveAt)
    const ended = await eventually(
      () => now(post.id),
      ({ body: facts }) => facts.state === 'rejected',
      patience,
    )
    expect(ended.body).toMatchObject({ state: 'rejected', pending: null })
    expect((await open(post.id)).status).not.toBe(200)
  })

  it('is not carried out for somebody who lost the role meanwhile', async () => {
    const leaving = await loggedIn(torg.base, 'leaving')
    const post = await waiting()
    const { body } = await held(leaving, post, 4)
    const { body: memberships } = await admin.get('/api/memberships?limit=100')
    const account = await admin.get('/api/accounts?where[username][equals]=leaving')
    const id = memberships.docs.find(
      (one: { account: string }) => String(one.account) === account.body.docs[0].id,
    ).id as string
    expect((await admin.send('DELETE', `/api/memberships/${id}`)).status).toBe(200)
    await until(body.effectiveAt)
    const after = await eventually(
      () => now(post.id),
      (one) => one.body.pending === null,
      patience,
    )
    expect(after.body).toMatchObject({ state: 'in-review', publication: 'none', pending: null })
    expect((await open(post.id)).status).toBe(404)
  })

  it('is not carried out for an organisation that was suspended meanwhile', async () => {
    const post = await waiting()
    const { body } = await held(editor, post, 8)
    expect(
      (await admin.post(`/api/organisations/${organisation}/actions/suspend`, { message: 'Utredning.' }))
        .status,
    ).toBe(200)
    await until(body.effectiveAt)
    const after = await eventually(
      () => now(post.id),
      (one) => one.body.pending === null,
      patience,
    )
    expect(after.body).toMatchObject({ state: 'in-review', publication: 'none' })
    expect((await admin.post(`/api/organisations/${organisation}/actions/reinstate`)).status).toBe(200)
    expect((await open(post.id)).status).toBe(404)
  })

  it('stays undone when the clock was about to carry it out', async () => {
    const post = await waiting()
    const { body } = await held(editor, post, 60)
    const over = { now: () => new Date(Date.parse(body.effectiveAt) + 1_000) }
    let undone!: ReturnType<Visitor['post']>
    let carried!: Promise<unknown>
    // Both wait for the document's turn, and the clock has seen the decision before the undo takes it away.
    await oneAtATime(documentKey('posts', post.id), async () => {
      undone = editor.post(`/api/posts/${post.id}/actions/undo`)
      await wait(500)
      carried = runClock(torg.payload, over)
      await wait(500)
    })
    expect((await undone).status).toBe(200)
    await carried
    expect((await now(post.id)).body).toMatchObject({
      state: 'in-review',
      publication: 'none',
      pending: null,
    })
    expect((await open(post.id)).status).toBe(404)
  })

  it('is refused at once where the decision itself would be, and for what cannot be held', async () => {
    const post = await waiting()
    expect((await held(author, post, 5)).status).toBe(403)
    expect((await held(new Visitor(torg.base), post, 5)).status).toBe(401)
    expect((await held(editor, { ...post, revision: 1 }, 5)).body).toMatchObject({
      code: 'revision-conflict',
      state: 'in-review',
      revision: 2,
    })
    expect((await held(editor, post, 61)).status).toBe(422)
    expect((await held(editor, post, 0)).status).toBe(422)
    expect((await held(editor, post, 5, 'request-changes')).status).toBe(422)
    expect((await held(editor, post, 5, 'claim')).body).toMatchObject({
      code: 'invalid-input',
      faults: [{ field: 'hold' }],
    })
    expect((await now(post.id)).body.pending).toBeNull()
    expect((await held(editor, post, 30)).status).toBe(202)
    expect((await held(second, post, 5)).body.code).toBe('not-possible-in-this-state')
    expect((await second.post(`/api/posts/${post.id}/actions/undo`)).status).toBe(200)
  })

  it('is carried out at its time although the process ends in between', async () => {
    const post = await waiting()
    const late = await waiting()
    const soon = await held(editor, post, 2)
    const later = await held(editor, late, 30)
    expect([soon.status, later.status]).toEqual([202, 202])
    ended = true
    await torg.stop()
    await until(soon.body.effectiveAt)
    const again = new TorgProcess(torg.env)
    await again.start()
    try {
      // Its time came while nothing ran.
      expect(
        (
          await eventually(
            () => open(post.id),
            (one) => one.status === 200,
            patience,
          )
        ).status,
      ).toBe(200)
      if (Date.now() < Date.parse(later.body.effectiveAt)) expect((await open(late.id)).status).toBe(404)
      await until(later.body.effectiveAt)
      expect(
        (
          await eventually(
            () => open(late.id),
            (one) => one.status === 200,
            patience,
          )
        ).status,
      ).toBe(200)
    } finally {
      await again.stop()
    }
  }, 180_000)
})
