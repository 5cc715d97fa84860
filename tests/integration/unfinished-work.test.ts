import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reconcile } from '../../src/editorial/reconcile.js'
import { registerOutbox } from '../../src/editorial/registers.js'
import { TorgProcess } from '../crash/torg-process.js'
import { Visitor } from '../support/people.js'
import { uploadFor } from '../support/publish.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor' },
    },
  })
type Row = Record<string, unknown> & { id: string }
const poison = { cause: { trasig: true }, tell: 12 }
type Place = [collection: string, id: string]

describeHere('what a process left unfinished', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let stopped = false

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
  }, 240_000)
  afterAll(() => (stopped ? undefined : torg?.stop()))

  const row = async ([collection, id]: Place) =>
    (await torg.payload.db.findOne<Row>({
      collection: collection as 'events',
      where: { id: { equals: id } },
    }))!
  const live = async (kind: 'events' | 'posts'): Promise<Place> => {
    const { id } = await submitted(town.person.author, kind, { title: 'Ute', categories: [town.category] })
    expect((await town.person.editor.act(kind, id, 'approve')).body.publication).toBe('live')
    return [kind, id]
  }
  const place = async (name: string): Promise<Place> => [
    'places',
    (await town.person.editor.post('/api/places', { name })).body.doc.id as string,
  ]
  /** As a process leaves it that dies between the commit and what follows. */
  const leave = async ([collection, id]: Place, broken: object = {}): Promise<string> => {
    const whole = registerOutbox('save', 9, null, new Date())
    const outbox = { ...whole, ...broken }
    await torg.payload.db.updateOne({
      collection: collection as 'events',
      where: { id: { equals: id } },
      data: { outbox, outboxCause: whole.cause },
    })
    return whole.cause
  }
  const publication = (id: string) => row(['publications', id])

  it('is completed though one of each kind cannot be, and the next process starts beside it', async () => {
    const poisoned: Place[] = [
      await live('events'),
      await live('posts'),
      ['organisations', town.organisation.Klara],
      await place('Trasiga ladan'),
    ]
    const whole: Place[] = [
      await live('events'),
      await live('posts'),
      ['organisations', town.organisation.Andra],
      await place('Hela huset'),
      ['categories', town.category],
    ]
    // Nothing can be written under a cause that is no text, and nobody told of by a number.
    for (const one of poisoned) await leave(one, poison)
    const causes: string[] = []
    for (const one of whole) causes.push(await leave(one))

    expect(await reconcile(torg.payload)).toEqual({ completed: whole.length })
    for (const [index, one] of whole.entries()) {
      expect(await row(one), one[0]).toMatchObject({ outbox: null, outboxCause: '' })
      expect(await publication(one[1]), one[0]).toMatchObject({ cause: causes[index], state: 'live' })
    }
    for (const one of poisoned) expect((await row(one)).outbox, one[0]).toMatchObject(poison)

    const late = await leave(whole[0]!)
    const seen = await publication(whole[0]![1])
    const picture = await uploadFor(town.person.editor, town.organisation.Andra)
    const file = (id: string) => path.join(torg.folder, 'media', `${id}.webp`)
    // Of an upload that was cut off two hours ago.
    const stray = file(randomUUID())
    fs.writeFileSync(stray, 'x')
    fs.utimesSync(stray, Date.now() / 1000 - 7200, Date.now() / 1000 - 7200)
    stopped = true
    await torg.stop()
    const next = new TorgProcess(torg.env)
    try {
      await next.start()
      const stored = await next.everything()
      expect(stored.publications.find((one) => one.id === seen.id)).toMatchObject({ cause: late })
      expect([fs.existsSync(stray), fs.existsSync(file(picture))]).toEqual([false, true])
      const citizen = new Visitor(torg.base)
      for (const [kind, id] of [poisoned[0]!, whole[0]!])
        expect((await citizen.get(`/feed/v1/ekby/${kind}/${id}`)).status, kind).toBe(200)
    } finally {
      await next.stop()
    }
  })
})
