import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadWorkingDocument, type WorkingDocument } from '../../src/editorial/working-document.js'
import { malformedEdits, malformedProfileEdits } from '../support/malformed-edits.js'
import { eventBody, postBody, uploadedPicture } from '../support/newsroom.js'
import { paragraph } from '../support/paragraph.js'
import { type Answer, type Visitor } from '../support/people.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

/** Ids of the shapes of both databases, of nothing that is there. */
const nowhere = ['01919191-9191-7191-9191-919191919191', '019191919191919191919191']
const occurrence = '2027-03-08T17:00:00Z'
const noAddress = { name: null, address: null, latitude: null, longitude: null }
const noPrice = { free: false, from: null, to: null, currency: null, note: null }

type Collection = 'events' | 'posts' | 'organisations'
type Refused = [field: string, words: Record<string, unknown>]
const withoutPrefix = (rows: [string, object][]): Refused[] =>
  rows.map(([field, words]) => [field.replace(/^edits\./, ''), words as Record<string, unknown>])

const deep = (depth: number): unknown =>
  depth === 0 ? { type: 'text', text: 'x' } : { type: 'paragraph', children: [deep(depth - 1)] }
const textFaults = (field: string): Refused[] => [
  [field, { [field]: 'En\nrad till' }],
  [field, { [field]: 'Dolt\u0000' }],
  [field, { [field]: 'Åt fel håll\u202e' }],
]
const bodyFaults: Refused[] = [
  ['body', { body: { root: { type: 'root', children: [deep(40)] } } }],
  ['body', { body: { root: { type: 'root', children: [{ type: 'iframe', children: [] }] } } }],
]
/** Columns that only decisions write. */
const columns: Refused[] = [
  ['state', { state: 'erased' }],
  ['publication', { publication: 'removed' }],
  ['approvedSnapshot', { approvedSnapshot: {} }],
  ['content', { content: {} }],
  ['workflow', { workflow: {} }],
  ['outbox', { outbox: {} }],
  ['inget', { inget: 1 }],
]
const lost = (field: string, name: (id: string) => unknown, foreign: string): Refused[] =>
  [...nowhere, foreign].map((id) => [field, { [field]: name(id) }])

/** What a save refuses of whoever sends it, by the field that is named. */
const refusedOf = (foreign: Record<string, string>): Record<Collection, Refused[]> => ({
  events: [
    ...lost('place', (id) => id, foreign.place!),
    ...lost('overrides', (id) => [{ occurrence, place: id }], foreign.place!),
    ...lost('categories', (id) => [id], foreign.category!),
    ...lost('pictures', (id) => [id], foreign.picture!),
    ...lost('coOrganisers', (id) => [id], foreign.organisation!),
    ...lost('umbrella', (id) => id, foreign.event!),
    ...withoutPrefix(malformedEdits).filter(([field]) => field !== 'revision'),
    ...textFaults('title'),
    ...textFaults('capacityNote'),
    ...columns,
    ...bodyFaults,
    ['title', { title: 'x'.repeat(201) }],
    ['summary', { summary: 'x'.repeat(301) }],
    ['address.address', { address: { ...noAddress, address: 'Gatan 1\nEkby' } }],
    ['address.latitude', { address: { ...noAddress, latitude: 91, longitude: 0 } }],
    ['ageFrom', { ageFrom: 1.5 }],
    ['ageTo', { ageTo: 121 }],
    ['attendance', { attendance: 'på plats' }],
    ['accessibility', { accessibility: ['ramp'] }],
    ['price.currency', { price: { ...noPrice, currency: 'KRONOR' } }],
    ['bookingUrl', { bookingUrl: 'javascript:alert(1)' }],
    ['zone', { zone: 'Mars/Nord' }],
    ['recurrenceRule', { recurrenceRule: 'FREQ=SECONDLY' }],
    ['overrides.0.note', { overrides: [{ occurrence, note: 'x'.repeat(301) }] }],
  ],
  posts: [
    ...lost('categories', (id) => [id], foreign.category!),
    ...lost('pictures', (id) => [id], foreign.picture!),
    ...textFaults('title'),
    ...columns,
    ...bodyFaults,
    ['importance', { importance: 'störst' }],
    ['type', { type: 'skvaller' }],
    ['link', { link: 'ftp://exempel.se' }],
    ['pinned', { pinned: true }],
    ['title', { title: 'x'.repeat(201) }],
  ],
  organisations: [
    ...lost('logo', (id) => id, foreign.picture!),
    ...withoutPrefix(malformedProfileEdits).filter(([field]) => field !== 'trust'),
    ...textFaults('name'),
    ...columns,
    ['name', { name: 'x'.repeat(121) }],
    ['description', { description: 'x'.repeat(2001) }],
    ['contact.website', { contact: { website: 'exempel' } }],
    ['life', { life: 'left' }],
  ],
})

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {}, Betrodda: { trust: 'trusted' } },
    people: {
      author: { role: 'organisation-admin', organisation: 'Klara' },
      contributor: { role: 'contributor', organisation: 'Klara' },
      key: { role: 'api-client', kind: 'machine', organisation: 'Klara' },
      trusted: { role: 'organisation-admin', organisation: 'Betrodda' },
      other: { role: 'contributor', organisation: 'Andra' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })

describeHere('what is written', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor
  let editor: Visitor
  let admin: Visitor
  let refused: Record<Collection, Refused[]>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ author, editor, admin } = town.person)
    const far = await makeTown(torg, {
      slug: 'fjordby',
      organisations: { Främmande: {} },
      people: { stranger: { role: 'organisation-admin', organisation: 'Främmande' } },
    })
    const { stranger } = far.person
    refused = refusedOf({
      place: (await stranger.post('/api/places', { name: 'Fria hallen' })).body.doc.id as string,
      category: far.category,
      picture: await uploadedPicture(stranger),
      organisation: far.organisation.Främmande,
      event: (await stranger.post('/api/events', eventBody(far.category))).body.doc.id as string,
    })
  }, 240_000)
  afterAll(() => torg?.stop())

  const row = async (collection: Collection, id: string) =>
    (await torg.payload.db.findOne<WorkingDocument & { title?: string; name?: string }>({
      collection,
      where: { id: { equals: id } },
    }))!
  const words = (kind: 'events' | 'posts', more: object = {}) =>
    (kind === 'events' ? eventBody : postBody)(town.category, more)
  const draftOf = async (kind: 'events' | 'posts', by = author): Promise<string> =>
    (await by.post(`/api/${kind}`, words(kind))).body.doc.id
  const waitingOf = async (kind: 'events' | 'posts', by = author): Promise<string> =>
    (await submitted(by, kind, { title: 'Väntar', categories: [town.category] })).id
  const liveOf = async (kind: 'events' | 'posts', by = author): Promise<string> => {
    const id = await waitingOf(kind, by)
    expect((await editor.act(kind, id, 'approve')).body).toMatchObject({ publication: 'live' })
    return id
  }
  const save = async (by: Visitor, collection: Collection, id: string, sent: object) => {
    const { revision } = await row(collection, id)
    return by.patch(`/api/${collection}/${id}`, { revision, ...sent })
  }
  const names = ({ body }: Answer, field: string): boolean =>
    ((body.faults ?? []) as { field: string }[]).some(
      (one) => one.field.replace(/^edits\./, '').split('.')[0] === field.split('.')[0],
    )
  /** A decision tells the place of a changed time as a place, and a logo as a picture. */
  const alias: Record<string, string> = { overrides: 'place', logo: 'pictures' }
  const namesOneOf = (answer: Answer, field: string): boolean =>
    names(answer, field) || (field in alias && names(answer, alias[field]!))

  it('is refused at every door that takes edits, where a save refuses it', { timeout: 600_000 }, async () => {
    type Door = [
      name: string,
      collection: Collection,
      id: string | null,
      ask: (sent: object) => Promise<Answer>,
    ]
    const klara = town.organisation.Klara
    const decide =
      (collection: Collection, id: string, action: string, more: object = {}) =>
      (edits: object) =>
        editor.act(collection, id, action, { edits, ...more })
    const note = { note: 'Rättat.' }
    const doors: Door[] = []
    for (const kind of ['events', 'posts'] as const) {
      const [draft, waiting, live] = [await draftOf(kind), await waitingOf(kind), await liveOf(kind)]
      doors.push(
        ['a save of an editor', kind, draft, (sent) => save(editor, kind, draft, sent)],
        ['a new one', kind, null, (sent) => author.post(`/api/${kind}`, { ...words(kind), ...sent })],
        ['approve-with-edits', kind, waiting, decide(kind, waiting, 'approve-with-edits')],
        [
          'approve-with-edits, held',
          kind,
          waiting,
          decide(kind, waiting, 'approve-with-edits', { hold: 60 }),
        ],
        ['correct', kind, live, decide(kind, live, 'correct', note)],
        ['correct, held', kind, live, decide(kind, live, 'correct', { ...note, hold: 60 })],
      )
    }
    const other = town.organisation.Andra
    doors.push(
      ['a save of an editor', 'organisations', other, (sent) => save(editor, 'organisations', other, sent)],
      ['correct', 'organisations', klara, decide('organisations', klara, 'correct', note)],
      [
        'correct, held',
        'organisations',
        klara,
        decide('organisations', klara, 'correct', { ...note, hold: 60 }),
      ],
    )
    const waitingProfile = town.organisation.Betrodda
    await editor.patch(`/api/organisations/${waitingProfile}`, {
      revision: (await row('organisations', waitingProfile)).revision,
      trust: 'standard',
    })
    await save(town.person.trusted, 'organisations', waitingProfile, { description: 'Ny text.' })
    expect((await town.person.trusted.act('organisations', waitingProfile, 'submit')).body).toMatchObject({
      state: 'in-review',
    })
    doors.push([
      'approve-with-edits',
      'organisations',
      waitingProfile,
      decide('organisations', waitingProfile, 'approve-with-edits'),
    ])
    const holes: string[] = []
    for (const [door, collection, id, ask] of doors) {
      const before = id === null ? null : JSON.stringify(await row(collection, id))
      for (const [field, sent] of refused[collection]) {
        const answer = await ask(sent)
        const what = `${collection} ${door} ${JSON.stringify(sent).slice(0, 80)}`
        if (answer.status !== 422 || !namesOneOf(answer, field))
          holes.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`)
        if (answer.status === 202) await editor.act(collection, id!, 'undo')
      }
      if (id !== null && before !== JSON.stringify(await row(collection, id)))
        holes.push(`${collection} ${door} was changed`)
    }
    expect(holes).toEqual([])
  })

  it('is no action: every account saves by the form’s own door, and is told whether it may', async () => {
    const { contributor, key, trusted, other } = town.person
    const klara = town.organisation.Klara
    const [event, post, urgent] = [
      await draftOf('events'),
      await liveOf('posts'),
      await draftOf('posts', trusted),
    ]
    const tries: [string, Visitor, Collection, string, object | null, boolean][] = [
      ['an author and a place of nothing', author, 'events', event, { place: nowhere[0] }, true],
      ['an author and a title', author, 'events', event, { title: 'Sparat runt' }, true],
      ['an author and nothing', author, 'events', event, null, true],
      ['an editor', editor, 'posts', post, { title: 'Omskrivet' }, true],
      ['an admin', admin, 'posts', post, { title: 'Omskrivet' }, true],
      ['a trusted author and importance', trusted, 'posts', urgent, { importance: 'urgent' }, true],
      [
        'an author and another’s picture',
        author,
        'events',
        event,
        { pictures: [await uploadedPicture(other)] },
        true,
      ],
      ['a contributor and the profile', contributor, 'organisations', klara, { name: 'Egna' }, false],
      ['a key and the profile', key, 'organisations', klara, { name: 'Maskinen' }, false],
      ['an organisation-admin and the profile', author, 'organisations', klara, { name: 'Nya' }, true],
    ]
    for (const [what, by, collection, id, edits, may] of tries) {
      const before = JSON.stringify(await row(collection, id))
      const list = (await by.get(`/api/${collection}/${id}/actions`)).body
      expect(list, what).toMatchObject({ maySave: may })
      expect(
        list.actions.map(({ action }: { action: string }) => action),
        what,
      ).not.toContain('save')
      const sent = edits ? { edits } : {}
      for (const more of [{}, { override: 'invented' }]) {
        const answer = await by.act(collection, id, 'save', { ...sent, ...more })
        expect([answer.status, answer.body.code], what).toEqual([404, 'not-found'])
      }
      // As of any other name that is none of a decision.
      expect((await by.act(collection, id, 'save', { ...sent, hold: 10 })).status, what).toBe(422)
      expect(JSON.stringify(await row(collection, id)), what).toBe(before)
    }
    // What waits or was erased is saved by nobody.
    const waiting = await waitingOf('events')
    expect((await author.get(`/api/events/${waiting}/actions`)).body).toMatchObject({ maySave: false })
  })

  it('of a decision drops what was accepted in the fields that it changes', async () => {
    const number = '19900107-2397'
    const id = await draftOf('events')
    await save(author, 'events', id, { summary: `Ring ${number}.`, capacityNote: `Ring ${number}.` })
    const accept = { override: 'invented' }
    expect((await editor.act('events', id, 'accept-numbers', accept)).status).toBe(200)
    expect((await author.act('events', id, 'submit')).body).toMatchObject({ state: 'in-review' })
    const approved = await editor.act('events', id, 'approve-with-edits', { edits: { summary: 'Ring oss.' } })
    expect(approved.body, JSON.stringify(approved.body)).toMatchObject({ publication: 'live' })
    expect((await row('events', id)).workflow.acceptedNumbers).toEqual(['capacityNote'])
    const corrected = await editor.act('events', id, 'correct', {
      edits: { capacityNote: null },
      note: 'Bort.',
    })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    expect((await row('events', id)).workflow.acceptedNumbers).toEqual([])
  })

  it('beside a correction is not accepted with what the correction was checked on', async () => {
    const [known, unread] = ['19900107-2397', '19760217-2384']
    const accept = { override: 'invented' }
    const id = await draftOf('events')
    await save(author, 'events', id, { capacityNote: `Ring ${known}.` })
    expect((await editor.act('events', id, 'accept-numbers', accept)).status).toBe(200)
    await author.act('events', id, 'submit')
    expect((await editor.act('events', id, 'approve')).body).toMatchObject({ publication: 'live' })
    expect((await save(author, 'events', id, { capacityNote: `Ring ${unread}.` })).status).toBe(200)
    // The number that is public is asked about again, since the working copy does not have it any more.
    const title = { edits: { title: 'Rättad' }, note: 'Rubriken.' }
    expect((await editor.act('events', id, 'correct', title)).body.code).toBe('personal-data')
    expect((await editor.act('events', id, 'correct', { ...title, ...accept })).status).toBe(200)
    expect((await row('events', id)).workflow.acceptedNumbers).toEqual([])
    const sent = await author.act('events', id, 'submit')
    expect([sent.status, sent.body.code, sent.body.faults?.[0]?.field]).toEqual([
      422,
      'personal-data',
      'capacityNote',
    ])
    // What the correction itself writes stands in both, and is accepted in both.
    const both = { edits: { summary: `Ring ${known}.` }, note: 'Texten.', ...accept }
    expect((await editor.act('events', id, 'correct', both)).status).toBe(200)
    expect((await row('events', id)).workflow.acceptedNumbers).toEqual(['summary'])
  })

  it('for the first time is read alike from both databases: what has not been written is null', async () => {
    const applied = await author.post('/api/organisations/apply', { municipality: 'ekby', name: 'Nya kören' })
    expect(applied.status, JSON.stringify(applied.body)).toBe(201)
    const fresh = [
      ['event', await draftOf('events')],
      ['post', await draftOf('posts')],
      ['organisation', applied.body.id as string],
    ] as const
    for (const [kind, id] of fresh) {
      const document = (await loadWorkingDocument(torg.payload, kind, id))!
      for (const column of ['approvedSnapshot', 'announcements', 'pending', 'outbox', 'clockAt'] as const)
        expect(document[column], `${kind} ${column}`).toBeNull()
      // An application has these and a draft has none: null, and on no database left out.
      for (const column of ['content', 'submittedAt', 'dueAt'] as const)
        expect(document[column], `${kind} ${column}`).toBeDefined()
    }
  })

  it('for an author’s own event by an editor is saved as the editor’s, who then does not decide on it', async () => {
    const id = await waitingOf('events')
    expect((await editor.act('events', id, 'request-changes', { message: 'Skriv om.' })).status).toBe(200)
    expect((await save(editor, 'events', id, { body: paragraph('Omskrivet.') })).status).toBe(200)
    expect((await author.act('events', id, 'submit')).body).toMatchObject({ state: 'in-review' })
    const own = await editor.act('events', id, 'approve')
    expect([own.status, own.body.code]).toEqual([403, 'four-eyes'])
  })
})
