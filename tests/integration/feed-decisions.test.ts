import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { fanOutNow } from '../../src/editorial/fan-out.js'
import { municipalityKey, oneAtATime } from '../../src/editorial/one-at-a-time.js'
import { numberPublications } from '../../src/editorial/number-publication.js'
import { together } from '../../src/editorial/together.js'
import { Chance } from '../model/chance.js'
import { changesOf } from '../support/doors.js'
import { graphqlAddress } from '../support/graphql-address.js'
import { eventBody, postBody } from '../support/newsroom.js'
import { Visitor, type Answer } from '../support/people.js'
import { publicPost } from '../support/public-post.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

/** 30 decisions in `npm test`; more where `TORG_TEST_STEPS` says so. */
const steps = Number(process.env.TORG_TEST_STEPS ?? 30)
const seed = Number(process.env.TORG_TEST_SEED ?? 3)

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Berg: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor', approvesOrganisations: true },
      admin: { role: 'municipality-admin', approvesOrganisations: true },
      operator: { role: 'operator', municipality: null },
    },
  })

/** What somebody who followed the decisions would say of one document. */
interface Believed {
  kind: 'events' | 'posts'
  title: string
  organisation: 'Klara' | 'Berg'
  state: 'live' | 'withdrawn' | 'removed' | 'erased'
  cancelled: boolean
}

describeHere('decisions as readers see them', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let citizen: Visitor
  const feed = '/feed/v1/ekby'
  const chance = new Chance(seed)
  const documents = new Map<string, Believed>()
  const suspended = new Set<string>()
  let closed = false
  let words = 0

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    citizen = new Visitor(torg.base)
  })
  afterAll(() => torg?.stop())
  afterEach(async () => {
    if (closed) await closeOrReopen()
    while (suspended.size > 0) await suspendOrReinstate()
  })

  const done = (answer: Answer): Answer => {
    expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status)
    return answer
  }
  const visibleNow = (kind: Believed['kind']): [string, Believed][] =>
    [...documents].filter(
      ([, one]) => one.kind === kind && one.state === 'live' && !closed && !suspended.has(one.organisation),
    )

  async function publish(): Promise<string> {
    const kind = chance.of(['events', 'posts'] as const)
    const title = `Rubrik ${(words += 1)} åäö`
    const organisation = chance.of((['Klara', 'Berg'] as const).filter((one) => !suspended.has(one)))
    if (!organisation) return 'nobody may publish'
    const { editor, author } = town.person
    const make = kind === 'events' ? eventBody : postBody
    // Half of what Klara has goes the long way: written, submitted, approved.
    const byAuthor = organisation === 'Klara' && chance.happens(0.5)
    const writer = byAuthor ? author : editor
    const owner = byAuthor ? {} : { organisation: town.organisation[organisation] }
    const { id } = done(await writer.post(`/api/${kind}`, make(town.category, { title, ...owner }))).body
      .doc as { id: string }
    if (byAuthor) done(await author.act(kind, id, 'submit'))
    done(await editor.act(kind, id, byAuthor ? 'approve' : 'publish'))
    documents.set(id, { kind, title, organisation, state: 'live', cancelled: false })
    return `publish ${title}`
  }

  async function decideOn(
    action: 'correct' | 'withdraw' | 'remove' | 'restore' | 'erase' | 'announce',
  ): Promise<string> {
    const from =
      action === 'restore' ? ['withdrawn', 'removed'] : action === 'erase' ? ['live', 'withdrawn'] : ['live']
    const fitting = [...documents].filter(
      ([, one]) => from.includes(one.state) && !suspended.has(one.organisation),
    )
    const found = fitting.filter(([, one]) => action !== 'announce' || one.kind === 'events')
    if (found.length === 0) return `nothing to ${action}`
    const [id, one] = chance.of(found)
    const title = `Rättad ${(words += 1)}`
    const cancels = !one.cancelled
    const inputs = {
      correct: { edits: { title }, note: 'Rättat.' },
      withdraw: { explanation: 'Det blev inte av.' },
      remove: { reason: 'commercial', message: 'Reklam.' },
      restore: {},
      erase: { reason: 'request' },
      announce: cancels ? { status: 'cancelled', reason: 'weather' } : { status: 'scheduled' },
    }
    // Whoever wrote it may not bring it back.
    const by = ['erase', 'restore'].includes(action) ? town.person.admin : town.person.editor
    done(await by.act(one.kind, id, action, inputs[action]))
    if (action === 'correct') one.title = title
    if (action === 'withdraw') one.state = 'withdrawn'
    if (action === 'remove') one.state = 'removed'
    if (action === 'restore') one.state = 'live'
    if (action === 'erase') one.state = 'erased'
    if (action === 'announce') one.cancelled = cancels
    return `${action} ${one.title}`
  }

  async function suspendOrReinstate(): Promise<string> {
    const name = chance.of(suspended.size > 0 ? [...suspended] : (['Klara', 'Berg'] as const)) as
      'Klara' | 'Berg'
    const action = suspended.has(name) ? 'reinstate' : 'suspend'
    done(
      await town.person.admin.act(
        'organisations',
        town.organisation[name],
        action,
        action === 'suspend' ? { message: 'Vi ser över det.' } : {},
      ),
    )
    if (action === 'suspend') suspended.add(name)
    else suspended.delete(name)
    return `${action} ${name}`
  }

  async function closeOrReopen(): Promise<string> {
    done(
      await town.person.operator.post(
        `/api/municipalities/${town.id}/actions/${closed ? 'reopen' : 'close'}`,
      ),
    )
    closed = !closed
    return closed ? 'close' : 'reopen'
  }

  async function step(): Promise<string> {
    // In a closed municipality nothing is decided.
    if (closed) return closeOrReopen()
    const choice = chance.whole(1, 100)
    if (choice <= (documents.size < 5 ? 60 : 30)) return publish()
    if (choice <= 42) return decideOn('correct')
    if (choice <= 54) return decideOn('announce')
    if (choice <= 64) return decideOn('withdraw')
    if (choice <= 70) return decideOn('remove')
    if (choice <= 78) return decideOn('restore')
    if (choice <= 82) return decideOn('erase')
    if (choice <= 95) return suspendOrReinstate()
    return closeOrReopen()
  }

  async function checkDoors(): Promise<void> {
    const lists = { events: '/events?limit=100&collapse=series', posts: '/posts?limit=100' }
    for (const kind of ['events', 'posts'] as const) {
      const { status, body } = await citizen.get(feed + lists[kind])
      if (closed) {
        expect([status, body.state]).toEqual([410, 'closed'])
        continue
      }
      const found = (body.items as { id: string; title: string; status?: string }[]).map((one) => [
        one.id,
        one.title,
        one.status === 'cancelled',
      ])
      const expected = visibleNow(kind).map(([id, one]) => [id, one.title, one.cancelled])
      expect(found.sort()).toEqual(expected.sort())
      const { data } = (
        await citizen.get(graphqlAddress(`{ ${kind}(municipality: "ekby", limit: 100) { items { id } } }`))
      ).body
      expect((data[kind].items as { id: string }[]).map((one) => one.id).sort()).toEqual(
        expected.map(([id]) => id).sort(),
      )
      const texts =
        kind === 'events' ? ['/calendar.ics', '/events.rss', '/events.atom'] : ['/posts.rss', '/posts.atom']
      for (const path of texts) {
        const text = String((await citizen.get(feed + path)).body).replace(/\r\n[ \t]/g, '')
        for (const [id, one] of documents)
          if (one.kind === kind)
            expect([path, id, text.includes(id)]).toEqual([
              path,
              id,
              visibleNow(kind).some(([seen]) => seen === id),
            ])
      }
    }
    for (const [id, one] of documents) {
      const { status } = await citizen.get(`${feed}/${one.kind}/${id}`)
      const gone = closed || one.state !== 'live' || suspended.has(one.organisation)
      expect([one.title, status]).toEqual([
        one.title,
        !gone ? 200 : one.state === 'erased' && !closed ? 404 : 410,
      ])
    }
  }

  it(
    `agrees with what was decided after each of ${steps} actions (seed ${seed})`,
    { timeout: 120_000 + steps * 5_000 },
    async () => {
      const held = new Map<string, unknown>()
      let after = 0
      const read = async (): Promise<void> => {
        for (const one of await changesOf(citizen, 'ekby', after)) {
          after = one.modified
          if (one.state === 'updated') held.set(one.id, (one as { data?: { title?: string } }).data?.title)
          else held.delete(one.id)
        }
      }
      for (let at = 1; at <= steps; at += 1) {
        let what = ''
        try {
          what = await step()
          await torg.index.catchUp()
          await checkDoors()
          if (closed) continue
          // Readers come at any time; what they hold is compared when every consequence has its number.
          if (chance.happens(0.5)) await read()
          if (chance.happens(0.5)) continue
          await fanOutNow(torg.payload)
          await torg.index.catchUp()
          await read()
          const truth = new Map(
            (await changesOf(citizen, 'ekby'))
              .filter((one) => one.state === 'updated')
              .map((one) => [one.id, (one as { data?: { title?: string } }).data?.title]),
          )
          expect([...held].sort()).toEqual([...truth].sort())
          const items = [...visibleNow('events'), ...visibleNow('posts')]
          for (const [id, one] of items) expect([id, held.get(id)]).toEqual([id, one.title])
          for (const id of documents.keys())
            if (held.has(id)) expect(items.map(([seen]) => seen)).toContain(id)
        } catch (fault) {
          throw new Error(`seed ${seed}, step ${at}: ${what}`, { cause: fault })
        }
      }
      expect(documents.size).toBeGreaterThan(steps / 10)
    },
  )

  it('brings everything of an organisation back to readers who came while it was suspended, however briefly', async () => {
    const organisation = town.organisation.Berg
    const changes = Array.from({ length: 40 }, (_, at) =>
      publicPost(
        { id: `kort-${at}`, municipality: 'ekby', organisation, organisationName: 'Berg' },
        `Kort ${at}`,
      ),
    )
    await oneAtATime(municipalityKey('ekby'), () =>
      together(torg.payload, (write) => numberPublications(torg.payload, 'ekby', changes, new Map(), write)),
    )
    const { admin } = town.person
    // Others are being caught up with, so that its own tombstones are not written yet when it is reinstated.
    let release = (): void => {}
    void oneAtATime('fan-out', () => new Promise<void>((resolve) => (release = resolve)))
    done(await admin.act('organisations', organisation, 'suspend', { message: 'Fel knapp.' }))
    await torg.index.catchUp()
    const held = new Set<string>()
    let after = 0
    const read = async (): Promise<void> => {
      for (const one of await changesOf(citizen, 'ekby', after)) {
        after = one.modified
        if (one.state === 'updated') held.add(one.id)
        else held.delete(one.id)
      }
    }
    const ours = (): number => [...held].filter((id) => id.startsWith('kort-')).length
    await read()
    expect(ours()).toBe(0)
    const reinstating = admin.act('organisations', organisation, 'reinstate')
    await Promise.race([reinstating, new Promise((resolve) => setTimeout(resolve, 1_000))])
    release()
    done(await reinstating)
    await fanOutNow(torg.payload)
    await torg.index.catchUp()
    await read()
    expect(ours()).toBe(40)
  })

  it('tells citizens of a new time, and of a move to the net, in every format', async () => {
    const { editor } = town.person
    const organisation = town.organisation.Klara
    const body = eventBody(town.category, { title: 'Årsmöte', organisation })
    const { id } = done(await editor.post('/api/events', body)).body.doc as { id: string }
    done(await editor.act('events', id, 'publish'))
    const start = new Date(Date.parse(body.start) + 86_400_000).toISOString().replace('.000Z', 'Z')
    const end = new Date(Date.parse(body.end) + 86_400_000).toISOString().replace('.000Z', 'Z')
    done(await editor.act('events', id, 'correct', { edits: { start, end }, note: 'Flyttat en dag.' }))
    await torg.index.catchUp()
    const seen = async () => (await citizen.get(`${feed}/events/${id}`)).body
    expect(await seen()).toMatchObject({ status: 'rescheduled' })
    expect(Date.parse((await seen()).previousStart)).toBe(Date.parse(body.start))
    expect(Date.parse((await seen()).start)).toBe(Date.parse(start))
    const ld = async () => (await citizen.get(`${feed}/events/${id}.jsonld`)).body
    expect(await ld()).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: (await seen()).previousStart,
    })
    expect(JSON.stringify((await citizen.get(`${feed}/events.json`)).body)).toContain('Ny tid: Årsmöte')
    const edits = { attendance: 'online', onlineUrl: 'https://mote.example/rum' }
    done(await editor.act('events', id, 'correct', { edits, note: 'På nätet.' }))
    await torg.index.catchUp()
    expect(await seen()).toMatchObject({ status: 'moved-online', attendance: 'online', place: null })
    expect(await ld()).toMatchObject({
      eventStatus: ['https://schema.org/EventRescheduled', 'https://schema.org/EventMovedOnline'],
      location: { '@type': 'VirtualLocation', url: 'https://mote.example/rum' },
    })
    const { announced } = (await editor.get(`/api/events/${id}/actions`)).body
    expect(announced).toMatchObject([{ occurrence: null, status: 'moved-online' }])
    done(await editor.act('events', id, 'announce', { status: 'scheduled' }))
    await torg.index.catchUp()
    expect(await seen()).toMatchObject({ status: 'scheduled', previousStart: null })
  })
})
