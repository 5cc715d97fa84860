import fs from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { municipalityKey, oneAtATime } from '../../src/editorial/one-at-a-time.js'
import { numberPublications } from '../../src/editorial/number-publication.js'
import { together } from '../../src/editorial/together.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import { changesOf, openEveryDoor, stillShown } from '../support/doors.js'
import {
  eventually,
  loggedIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  Visitor,
} from '../support/people.js'
import { publicPost } from '../support/public-post.js'
import { publishFor, uploadFor } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

const second = 1000
/** Between two questions about a thousand items: answering them often would slow down what is waited for. */
const rarely = second / 2
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
type Row = Record<string, unknown> & { id: string }

describeHere('what is taken down', () => {
  let torg: Running
  let citizen: Visitor
  let editor: Visitor
  let admin: Visitor
  let operator: Visitor
  let municipality: string
  let organisation: string
  let categories: string[]
  const slug = 'nedby'

  beforeAll(async () => {
    torg = await startForTests()
    citizen = new Visitor(torg.base)
    municipality = String((await makeMunicipality(torg.payload, { slug })).id)
    categories = [String((await makeCategory(torg.payload, municipality)).id)]
    organisation = await makeApprovedOrganisation(torg.payload, municipality, 'IF Nedan')
    const more = { municipality, approvesOrganisations: true }
    await makeAccount(torg.payload, { username: 'nedby-editor', role: 'editor', ...more })
    await makeAccount(torg.payload, { username: 'nedby-admin', role: 'municipality-admin', ...more })
    await makeAccount(torg.payload, { username: 'operator', role: 'operator', municipality: null })
    editor = await loggedIn(torg.base, 'nedby-editor')
    admin = await loggedIn(torg.base, 'nedby-admin')
    operator = await loggedIn(torg.base, 'operator')
  })
  afterAll(() => torg?.stop())

  async function published(title: string, more: Record<string, unknown> = {}) {
    const picture = await uploadFor(editor, organisation, `Bild till ${title}`)
    const { id } = await publishFor(editor, organisation, 'events', {
      title,
      categories,
      pictures: [picture],
      ...more,
    })
    return { id, picture, title }
  }
  const doors = (one: { id: string; picture: string; title: string }) =>
    openEveryDoor(citizen, { slug, id: one.id, pictures: [one.picture], word: one.title })
  const shows = async (one: { id: string; picture: string; title: string }) =>
    stillShown(await doors(one), one.title)
  const stored = async (collection: string, id: string) =>
    (await torg.payload.db.findOne({
      collection: collection as 'events',
      where: { id: { equals: id } },
    })) as Row | null

  /** Gone from everywhere one second after the decision, and one tombstone more than before. */
  async function goneWithinASecond(
    one: { id: string; picture: string; title: string },
    act: () => Promise<unknown>,
  ): Promise<void> {
    const before = (
      await eventually(
        () => citizen.get(`/feed/v1/${slug}/events/${one.id}`),
        (answer) => answer.status === 200,
      )
    ).status
    expect(before).toBe(200)
    expect((await shows(one)).length).toBeGreaterThan(10)
    const latest =
      (await citizen.get(`/feed/v1/${slug}`)).body.latestChange ??
      Math.max(...(await changesOf(citizen, slug)).map((each) => each.modified))
    await act()
    await wait(second)
    expect(await shows(one)).toEqual([])
    const told = (await changesOf(citizen, slug, latest)).filter((each) => each.id === one.id)
    expect(told).toEqual([{ id: one.id, kind: 'event', modified: expect.any(Number), state: 'deleted' }])
    // A second later it is still the same one: a tombstone is told once.
    const again = (await changesOf(citizen, slug)).filter((each) => each.id === one.id)
    expect(again).toEqual(told)
  }
  const item = (id: string) => citizen.get(`/feed/v1/${slug}/events/${id}`)

  it('is gone from every door within a second when it is withdrawn, with the words for citizens', async () => {
    const one = await published('Vinterfesten')
    await goneWithinASecond(one, () =>
      editor.act('events', one.id, 'withdraw', { explanation: 'Planen byggs om.' }),
    )
    expect(await item(one.id)).toMatchObject({
      status: 410,
      body: { code: 'gone', state: 'withdrawn', explanation: 'Planen byggs om.' },
    })
  })

  it('says only the reason code when it is removed', async () => {
    const one = await published('Loppmarknaden')
    await goneWithinASecond(one, () =>
      editor.act('events', one.id, 'remove', { reason: 'commercial', message: 'Reklam för ett bolag.' }),
    )
    const answer = await item(one.id)
    expect(answer).toMatchObject({ status: 410, body: { state: 'removed', reason: 'commercial' } })
    expect(JSON.stringify(answer.body)).not.toContain('bolag')
  })

  it('is as if it never was when it is erased, with its history, words and pictures, and nothing else is lost', async () => {
    const one = await published('Stämman')
    const shared = await uploadFor(editor, organisation, 'Delad bild')
    const other = await publishFor(editor, organisation, 'events', {
      title: 'Grannen',
      categories,
      pictures: [shared],
    })
    const corrected = await editor.act('events', one.id, 'correct', {
      edits: { pictures: [one.picture, shared] },
      note: 'Hemligt ord.',
    })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    const file = `${torg.folder}/media/${one.picture}`
    const files = () => ['', '-w320', '-w800', '-w1600'].filter((end) => fs.existsSync(`${file}${end}.webp`))
    expect(files()).toHaveLength(4)

    await goneWithinASecond(one, () => admin.act('events', one.id, 'erase', { reason: 'personal-data' }))
    expect((await item(one.id)).status).toBe(404)
    const row = (await stored('events', one.id))!
    expect(row).toMatchObject({
      state: 'erased',
      publication: 'erased',
      content: null,
      approvedSnapshot: null,
      announcements: null,
    })
    const everything = JSON.stringify([
      row,
      await stored('publications', one.id),
      (
        await torg.payload.db.find({
          collection: 'notices',
          where: { document: { equals: one.id } },
          limit: 100,
        })
      ).docs,
      (
        await torg.payload.db.find({
          collection: 'moderation-log',
          where: { document: { equals: one.id } },
          limit: 100,
        })
      ).docs,
      (
        await torg.payload.db.find({
          collection: 'revisions',
          where: { document: { equals: one.id } },
          limit: 100,
        })
      ).docs,
    ])
    for (const words of ['Stämman', 'Hemligt ord', 'Namn i texten', one.picture])
      expect(everything).not.toContain(words)
    expect(await stored('media', one.picture)).toBeNull()
    expect(files()).toEqual([])
    // The other event and the picture that both used are whole.
    expect(await stored('media', shared)).not.toBeNull()
    expect((await citizen.get(`/media/${shared}/320.webp`)).status).toBe(200)
    expect((await item(other.id)).body.title).toBe('Grannen')
    expect((await stored('events', other.id))?.content).toMatchObject({ title: 'Grannen' })
    // Nothing leads out of it.
    for (const action of ['restore', 'publish', 'correct']) {
      expect(
        (await editor.act('events', one.id, action, { message: 'x', note: 'x', edits: { title: 'x' } }))
          .status,
      ).toBeGreaterThanOrEqual(400)
    }
  })

  it('is gone when its time is over', async () => {
    const one = await published('Julmarknaden', { visibleUntil: inHours(1) })
    await goneWithinASecond(one, () => runClock(torg.payload, { now: () => inHours(2) }))
    expect(await item(one.id)).toMatchObject({ status: 410, body: { state: 'expired' } })
  })

  it('shows nothing of what is scheduled before its time, and all of it after', async () => {
    const picture = await uploadFor(editor, organisation)
    // Whole seconds, as times of visibility are kept.
    const opens = new Date(Math.ceil(Date.now() / second) * second + 6 * second)
    const words = { title: 'Premiären', categories, pictures: [picture], visibleFrom: opens }
    const made = await publishFor(editor, organisation, 'events', words)
    expect(made.publication).toBe('scheduled')
    const one = { id: made.id, picture, title: 'Premiären' }
    expect(await shows(one)).toEqual([])
    expect((await changesOf(citizen, slug)).map((each) => each.id)).not.toContain(made.id)
    expect((await item(made.id)).status).toBe(404)
    expect(Date.now(), 'the machine was too slow for this test').toBeLessThan(opens.getTime())
    const after = await eventually(
      () => item(made.id),
      (answer) => answer.status === 200,
      20 * second,
    )
    expect(Date.now()).toBeGreaterThanOrEqual(opens.getTime())
    expect(after.body.title).toBe('Premiären')
    expect((await shows(one)).length).toBeGreaterThan(10)
  })

  it('hides a thousand items of a suspended organisation within a second, tells each once within a minute, and brings back what is still valid', async () => {
    const name = 'Föreningen Avstängd'
    const suspended = await makeApprovedOrganisation(torg.payload, municipality, name)
    expect(
      (await publishFor(editor, suspended, 'posts', { title: 'Avstängds nyhet', categories })).publication,
    ).toBe('live')
    const fate = {
      withdrawn: await publishFor(editor, suspended, 'posts', { title: 'Avstängds ena', categories }),
      removed: await publishFor(editor, suspended, 'posts', { title: 'Avstängds andra', categories }),
      expired: await publishFor(editor, suspended, 'posts', {
        title: 'Avstängds tredje',
        categories,
        visibleUntil: inHours(1),
      }),
    }
    const many = Array.from({ length: 1000 }, (_, index) => `tusen-${index}`)
    const changes = many.map((id) =>
      publicPost(
        { id, municipality: slug, organisation: suspended, organisationName: name },
        `Avstängds ${id}`,
      ),
    )
    await oneAtATime(municipalityKey(slug), () =>
      together(torg.payload, (write) => numberPublications(torg.payload, slug, changes, new Map(), write)),
    )
    const here = async () => (await changesOf(citizen, slug)).filter((each) => each.id.startsWith('tusen-'))
    await eventually(here, (all) => all.length === 1000, 10 * second)
    const latest = Math.max(...(await changesOf(citizen, slug)).map((each) => each.modified))

    const said = await editor.post(`/api/organisations/${suspended}/actions/suspend`, {
      message: 'Vi utreder.',
    })
    expect(said.body).toMatchObject({ state: 'suspended' })
    await wait(second)
    const opened = await openEveryDoor(citizen, { slug, id: 'tusen-7', word: 'Avstängds' })
    expect(stillShown(opened, 'Avstängd')).toEqual([])
    expect(await citizen.get(`/feed/v1/${slug}/posts/tusen-7`)).toMatchObject({
      status: 410,
      body: { state: 'suspended' },
    })
    const told = await eventually(
      async () => (await changesOf(citizen, slug, latest)).filter((each) => each.id.startsWith('tusen-')),
      (all) => all.length === 1000,
      60 * second,
      rarely,
    )
    expect(told).toHaveLength(1000)
    expect(told.every((each) => each.state === 'deleted')).toBe(true)
    expect(new Set(told.map((each) => each.modified)).size).toBe(1000)
    // Once each: nothing is written again afterwards.
    const last = Math.max(...told.map((each) => each.modified))
    await wait(second)
    expect((await changesOf(citizen, slug, last)).filter((each) => each.id.startsWith('tusen-'))).toEqual([])

    // Meanwhile an editor takes down two, and the time of a third is over.
    const answers = [
      await editor.act('posts', fate.withdrawn.id, 'withdraw', { explanation: 'Nej.' }),
      await editor.act('posts', fate.removed.id, 'remove', { reason: 'other', message: 'Nej.' }),
    ]
    expect(answers.map((one) => one.status)).toEqual([200, 200])
    await runClock(torg.payload, { now: () => inHours(2) })

    const back = await editor.post(`/api/organisations/${suspended}/actions/reinstate`, {})
    expect(back.body).toMatchObject({ state: 'approved' })
    await wait(second)
    expect((await citizen.get(`/feed/v1/${slug}/posts/tusen-7`)).status).toBe(200)
    const returned = await eventually(
      async () => (await changesOf(citizen, slug, last)).filter((each) => each.id.startsWith('tusen-')),
      (all) => all.length === 1000,
      60 * second,
      rarely,
    )
    expect(returned).toHaveLength(1000)
    expect(returned.every((each) => each.state === 'updated')).toBe(true)
    for (const [state, { id }] of Object.entries(fate)) {
      expect(await citizen.get(`/feed/v1/${slug}/posts/${id}`), state).toMatchObject({
        status: 410,
        body: { state },
      })
      expect((await changesOf(citizen, slug)).find((each) => each.id === id)?.state).toBe('deleted')
    }
  }, 300_000)

  it('closes a municipality on every door, and reopens it with what is still valid', async () => {
    const stays = await published('Stannar kvar')
    const goes = await published('Tas ner stängt')
    await eventually(
      () => item(goes.id),
      (answer) => answer.status === 200,
    )
    const before = await stored('publications', stays.id)
    expect((await operator.post(`/api/municipalities/${municipality}/actions/close`, {})).body).toMatchObject(
      { active: false },
    )
    await wait(second)
    for (const one of [stays, goes]) {
      const opened = await doors(one)
      expect(stillShown(opened, one.title)).toEqual([])
      for (const each of opened.filter(
        (door) => door.address.startsWith(`/feed/v1/${slug}`) || door.address.startsWith(`/${slug}`),
      )) {
        expect(each.status, each.address).toBe(410)
      }
      expect(opened.find((each) => each.address === '/feed/v1')?.text).not.toContain(slug)
    }
    const hidden = await eventually(
      () => stored('publications', stays.id),
      (row) => row?.hidden === 'closed',
      60 * second,
    )
    expect(Number(hidden?.number)).toBeGreaterThan(Number(before?.number))
    expect((await editor.act('events', goes.id, 'withdraw', { explanation: 'Inställt.' })).status).toBe(200)
    // Nobody lets anything out meanwhile.
    expect((await editor.act('events', goes.id, 'restore')).body.code).toBe('municipality-closed')

    expect(
      (await operator.post(`/api/municipalities/${municipality}/actions/reopen`, {})).body,
    ).toMatchObject({ active: true })
    await eventually(
      () => item(stays.id),
      (answer) => answer.status === 200,
      second,
    )
    expect((await shows(stays)).length).toBeGreaterThan(10)
    expect(await item(goes.id)).toMatchObject({ status: 410, body: { state: 'withdrawn' } })
    const told = await eventually(
      async () =>
        (await changesOf(citizen, slug, Number(hidden?.number))).filter((each) => each.id === stays.id),
      (all) => all.length === 1,
      60 * second,
    )
    expect(told).toMatchObject([{ state: 'updated' }])
  }, 300_000)
})
