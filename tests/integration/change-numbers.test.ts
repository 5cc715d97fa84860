import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { standingOf } from '../../src/accounts/standing.js'
import { municipalityKey, oneAtATime } from '../../src/editorial/one-at-a-time.js'
import { numberPublication } from '../../src/editorial/number-publication.js'
import { takeAction } from '../../src/editorial/take-action.js'
import { together } from '../../src/editorial/together.js'
import { systemClock } from '../../src/shared/clock.js'
import type { Actor } from '../../src/tenancy/actor.js'
import { paragraph } from '../support/paragraph.js'
import { PollingReader } from '../crash/polling-reader.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import { loggedIn, makeAccount, makeCategory, makeMunicipality } from '../support/people.js'
import { publicPost } from '../support/public-post.js'
import { database, describeHere, startForTests, type Running } from '../support/torg.js'

/** What is published last of each item, as its writer was told: the truth that readers must end with. */
interface Told {
  number: number
  id: string
  state: string
  title: string
}

describeHere('change numbers while many write and read', () => {
  let torg: Running
  let organisation: string
  let editor: Actor
  const slug = 'talby'
  const posts = Array.from({ length: 60 }, (_, index) => `skriven-${index}`)
  const decided: { id: string; revision: number; title: string }[] = []
  const told: Told[] = []

  beforeAll(async () => {
    torg = await startForTests()
    const municipality = String((await makeMunicipality(torg.payload, { slug })).id)
    const category = String((await makeCategory(torg.payload, municipality)).id)
    organisation = await makeApprovedOrganisation(torg.payload, municipality, 'Kommunen', { kind: 'unit' })
    const account = await makeAccount(torg.payload, {
      username: 'talby-editor',
      role: 'editor',
      municipality,
    })
    const { memberships } = await standingOf(torg.payload, account)
    editor = { account: String(account.id), kind: 'person', homeMunicipality: municipality, memberships }
    const person = await loggedIn(torg.base, 'talby-editor')
    for (let index = 0; index < 8; index += 1) {
      const title = `Beslutad ${index}`
      const words = { title, language: 'sv', body: paragraph('Text'), categories: [category], organisation }
      const { body } = await person.post('/api/posts', words)
      const published = await person.post(`/api/posts/${body.doc.id}/actions/publish`, { revision: 1 })
      expect(published.status, JSON.stringify(published.body)).toBe(200)
      decided.push({ id: body.doc.id, revision: published.body.revision, title })
    }
  })
  afterAll(() => torg?.stop())

  async function write(left: { changes: number }): Promise<void> {
    while (left.changes > 0) {
      left.changes -= 1
      const id = posts[randomInt(posts.length)]!
      const title = `Rubrik ${left.changes}`
      const state = randomInt(4) === 0 ? ('withdrawn' as const) : ('live' as const)
      const change = publicPost(
        { id, municipality: slug, organisation, organisationName: 'Kommunen' },
        title,
        { state },
      )
      const number = await oneAtATime(municipalityKey(slug), () =>
        together(torg.payload, (write_) => numberPublication(torg.payload, change, write_)),
      )
      told.push({ number, id, state, title })
      // On SQLite writers in this process would never let its readers read.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** Decides through the whole of the editorial action, not only its last step. */
  async function decide(mine: typeof decided, changes: number): Promise<void> {
    for (let done = 0; done < changes; done += 1) {
      const one = mine[done % mine.length]!
      const title = `${one.title.split(',')[0]}, ${done}`
      const input = { revision: one.revision, edits: { title }, note: 'Rättat.' }
      const taken = await takeAction(torg.payload, {
        kind: 'post',
        id: one.id,
        action: 'correct',
        actor: editor,
        input,
        clock: systemClock,
      })
      Object.assign(one, { revision: taken.revision, title })
    }
  }

  /** Compares what each reader believes in the end with what is stored and with what the writers were told. */
  async function sameForAll(readers: PollingReader[]): Promise<void> {
    for (const reader of readers) await reader.stop()
    await torg.index.catchUp()
    for (const reader of readers) await reader.catchUp()
    expect(new Set(told.map((one) => one.number)).size).toBe(told.length)
    const last = new Map<string, Told>()
    for (const one of told) if ((last.get(one.id)?.number ?? 0) < one.number) last.set(one.id, one)
    const truth = Object.fromEntries(
      [...last.values()].map(({ id, number, state, title }) => [
        id,
        { number, title: state === 'live' ? title : null },
      ]),
    )
    for (const reader of readers) {
      expect(reader.faults).toEqual([])
      const believed = Object.fromEntries(
        [...last.keys()].map((id) => {
          const belief = reader.believes.get(id)
          return [id, { number: belief?.modified, title: belief?.data?.title ?? null }]
        }),
      )
      expect(believed).toEqual(truth)
      expect(decided.map(({ id }) => reader.believes.get(id)?.data?.title)).toEqual(
        decided.map(({ title }) => title),
      )
    }
  }

  const fourReaders = () => {
    const readers = Array.from({ length: 4 }, () => new PollingReader(`${torg.base}/feed/v1/${slug}/changes`))
    for (const reader of readers) reader.start()
    return readers
  }

  it('lets four polling readers end with exactly the true state after 5 000 changes by eight writers', async () => {
    const readers = fourReaders()
    const left = { changes: 4_600 }
    await Promise.all([
      ...Array.from({ length: 6 }, () => write(left)),
      decide(decided.slice(0, 4), 200),
      decide(decided.slice(4), 200),
    ])
    expect(told).toHaveLength(4_600)
    await sameForAll(readers)
    expect(Math.min(...readers.map((reader) => reader.reads))).toBeGreaterThan(20)
  }, 600_000)

  // SQLite is for one process.
  const onMongoDb = database === 'mongodb' ? it : () => undefined
  onMongoDb(
    'does so when the writers are in two processes',
    async () => {
      const readers = fourReaders()
      const child = spawn(
        process.execPath,
        ['-C', 'production', '--import', 'tsx', 'tests/crash/numbering-worker.ts'],
        {
          env: { ...process.env, NODE_OPTIONS: '', ...torg.env },
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        },
      )
      const heard = () =>
        new Promise<{ done?: Told[] }>((resolve, reject) => {
          child.once('message', (message) => resolve(message as { done?: Told[] }))
          child.once('exit', (code) => reject(new Error(`The second process ended with ${code}`)))
        })
      await heard()
      child.send({ municipality: slug, organisation, organisationName: 'Kommunen', posts, changes: 500 })
      const left = { changes: 500 }
      const [answer] = await Promise.all([
        heard(),
        write(left),
        write(left),
        write(left),
        write(left),
        decide(decided.slice(0, 4), 40),
      ])
      expect(answer.done).toHaveLength(500)
      told.push(...answer.done!)
      await sameForAll(readers)
    },
    600_000,
  )
})
