import type { CollectionSlug } from 'payload'
import { expect } from 'vitest'
import type { Planned } from '../../src/privacy/retention/plan.js'
import { lengthOf, overAt, type Period } from '../../src/privacy/retention/period.js'
import { retentionTable, type RetentionCategory } from '../../src/privacy/retention/retention-table.js'
import { everyRow } from '../../src/shared/every-row.js'
import { makeMunicipality, Visitor } from './people.js'
import { postBody } from './newsroom.js'
import { photo, publishFor } from './publish.js'
import type { Running } from './torg.js'
import { makeTown } from './town.js'

export type Row = Record<string, unknown> & { id: string }
export const aDay = 86_400_000
/** Later than today, so that the clock of Torg itself, which runs beside, has nothing to do with it. */
export const begin = Date.UTC(2028, 0, 1)
export const days = Math.round((Date.UTC(2036, 0, 1) - begin) / aDay)

/** One thing that is kept, and where it lies. */
export interface Kept extends Planned {
  collection: string
  over: Date
  /** Erased, or only emptied. */
  gone: (row: Row | null) => boolean
}

/** Days on which calendars go wrong: leap days, ends of months, changes of the clock, and instants around midnight. */
const awkward = [
  '2028-02-29T00:00:00.000Z',
  '2028-02-29T22:59:59.999Z',
  '2028-03-26T00:59:59.999Z',
  '2028-10-29T00:30:00.000Z',
  '2030-08-31T21:59:59.999Z',
  '2032-02-28T23:59:59.999Z',
  '2032-02-29T12:00:00.000Z',
  '2033-02-28T23:30:00.000Z',
  '2033-12-31T23:59:59.999Z',
].map((text) => new Date(text))

/** The same every time: a failure can be looked at again. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Kommunen: { kind: 'unit' }, Sist: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
      auditor: { role: 'auditor' },
      leaving: { role: 'contributor', organisation: 'Klara' },
      gone: { role: 'contributor', organisation: 'Klara' },
    },
  })

export const isGone = (found: Row | null) => found === null
export const isDestroyed = (found: Row | null) => found === null || found.state === 'erased'
const isEmptied = (column: string) => (found: Row | null) => !found?.[column]

/** Two municipalities, one with periods of its own, and of each category a few things that come to their end within eight years. */
export async function keptThings(torg: Running) {
  const { payload } = torg
  const town = await ekby(torg)
  const second = String((await makeMunicipality(payload, { slug: 'nyby' })).id)
  const own: Partial<Record<RetentionCategory, Period>> = { notices: { months: 7 }, log: { months: 6 } }
  const kept: Kept[] = []

  const insert = async (collection: string, data: Record<string, unknown>) =>
    String((await payload.db.create({ collection: collection as CollectionSlug, data } as never)).id)
  const set = (collection: string, id: string, data: Record<string, unknown>) =>
    payload.db.updateOne({ collection: collection as CollectionSlug, where: { id: { equals: id } }, data })
  const row = (collection: string, id: string) =>
    payload.db.findOne<Row>({ collection: collection as CollectionSlug, where: { id: { equals: id } } })
  const zoneOf = (line: string) =>
    line === town.id ? 'Europe/Stockholm' : line === second ? 'Europe/Helsinki' : 'UTC'
  const periodOf = (category: RetentionCategory, line: string): Period =>
    (line === second ? own[category] : undefined) ?? retentionTable[category].period
  const overOf = (category: RetentionCategory, line: string, trigger: Date) =>
    overAt(trigger, periodOf(category, line), zoneOf(line))
  const keep = (
    [category, line, collection, id]: [RetentionCategory, string, string, string],
    trigger: Date,
    gone: Kept['gone'] = isGone,
  ) => void kept.push({ category, line, collection, id, gone, over: overOf(category, line, trigger) })

  const periods = Object.fromEntries(Object.entries(own).map(([name, period]) => [name, lengthOf(period)]))
  await set('municipalities', second, { zone: 'Europe/Helsinki', retention: periods })

  /** Rows that hang on nothing else, in both municipalities. */
  async function keepRow(n: number, trigger: Date, draft: string): Promise<void> {
    const line = n % 2 ? town.id : second
    const plain = async (
      category: RetentionCategory,
      [collection, column]: [string, string],
      data: Record<string, unknown>,
      whose = line,
      gone: Kept['gone'] = isGone,
    ) => {
      const id = await insert(collection, { ...data, [column]: trigger.toISOString() })
      keep([category, whose, collection, id], trigger, gone)
    }
    const at = { municipality: line, document: `document-${n}` }
    await plain('notices', ['notices', 'at'], { key: `notice-${n}`, ...at, read: false })
    const session = { account: 'a', token: `t-${n}`, purpose: 'session' }
    await plain('sessions', ['sessions', 'ends'], session, 'installation')
    const code = { account: 'a', hash: `h-${n}`, municipality: line, used: false }
    await plain('codes', ['one-time-codes', 'ends'], code)
    const message = { key: `d-${n}`, ...at, webhook: 'w', state: n % 3 ? 'failed' : 'pending' }
    await plain('webhookMessages', ['webhook-deliveries', 'lastAt'], message)
    const user = { relationTo: 'accounts', value: town.account.author }
    const preference = { key: `p-${n}`, value: { a: n }, user }
    await plain('preferences', ['payload-preferences', 'updatedAt'], preference, 'installation')
    const tombstone = {
      // As both databases write ids, of a document that is not there any more; and one that no id can be.
      id: n === 0 ? 'no id' : n.toString(16).padStart(24, 'f'),
      kind: 'post',
      municipality: line === town.id ? 'ekby' : 'nyby',
      number: 100_000 + n,
      sequence: 1,
      state: 'withdrawn',
      explanation: 'Ord till invånarna.',
    }
    await plain('explanations', ['publications', 'ended'], tombstone, line, isEmptied('explanation'))
    // Of a document that is there the newest stays with it; of one that is not, nothing does.
    const history = { key: `r-${n}`, municipality: line, kind: 'post', revision: -1 - n }
    await plain('history', ['revisions', 'at'], { ...history, document: n === 0 ? 'nothing' : draft })
  }

  /** Content, applications and pictures, made as people make them, and dated then. */
  async function keepDocuments(n: number, trigger: Date): Promise<string> {
    const { author, editor } = town.person
    const line = town.id
    const at = trigger.toISOString()
    const { id } = await publishFor(editor, town.organisation.Kommunen, 'posts', {
      title: `Visat ${n}`,
      categories: [town.category],
    })
    await editor.act('posts', id, 'withdraw', { reason: 'other', explanation: 'Slut.' })
    await set('publications', id, { ended: at, explanation: null })
    keep(['content', line, 'posts', id], trigger, isDestroyed)

    const draft = (await author.post('/api/posts', postBody(town.category))).body.doc.id as string
    const revision = (await everyRow<Row>(payload, 'revisions', { document: { equals: draft } }))[0]!
    await set('revisions', revision.id, { at })
    keep(['drafts', line, 'posts', draft], trigger, isDestroyed)

    const application = { municipality: 'ekby', name: `Sökande ${n}`, email: 'nagon@example.org' }
    const applied = (await new Visitor(torg.base).post('/api/organisations/apply', application)).body.id
    await set('organisations', applied, { submittedAt: at })
    keep(['applications', line, 'organisations', applied], trigger, isDestroyed)

    const picture = String((await author.upload(await photo(200, 100), { alt: `Bild ${n}` })).body.doc.id)
    await set('media', picture, { createdAt: at })
    keep(['pictures', line, 'media', picture], trigger)
    return revision.id
  }

  /** One of each that there are few of. */
  async function keepSingle(): Promise<void> {
    const { author, editor, admin } = town.person
    const line = town.id
    const withdrawn = String((await author.upload(await photo(200, 100), { alt: 'Samtycke' })).body.doc.id)
    const ended = new Date(begin + 40 * aDay)
    await set('media', withdrawn, {
      consent: { scope: 'Webb', reference: 'S-1', validUntil: null },
      consentEndedAt: ended.toISOString(),
      createdAt: new Date('2035-12-30').toISOString(),
    })
    const noReference = (found: Row | null) => !(found?.consent as { reference?: string } | null)?.reference
    keep(['consents', line, 'media', withdrawn], ended, noReference)

    // What an organisation had out when it left is hidden by its flag alone, and goes with it.
    const { id: hidden } = await publishFor(editor, town.organisation.Sist, 'posts', {
      title: 'Sist ute',
      categories: [town.category],
    })
    const left = town.organisation.Sist
    expect((await admin.act('organisations', left, 'leave')).status).toBe(200)
    // Today, as the action wrote it down: its time is over within these years, too.
    const { lifeAt } = (await row('organisations', left))!.workflow as { lifeAt: string }
    const leftAt = new Date(lifeAt)
    keep(['leftOrganisations', line, 'organisations', left], leftAt, isDestroyed)
    keep(['content', line, 'posts', hidden], leftAt, isDestroyed)

    const klara = (await row('organisations', town.organisation.Klara))!
    const approved = new Date('2030-10-27T00:30:00Z')
    await set('organisations', klara.id, {
      applicationReference: 'of-klara',
      workflow: { ...(klara.workflow as object), publicSince: approved.toISOString() },
    })
    keep(
      ['applicationReferences', line, 'organisations', klara.id],
      approved,
      isEmptied('applicationReference'),
    )

    for (const [name, day] of [
      ['leaving', '2028-02-29'],
      ['gone', '2031-10-26'],
    ] as const) {
      await set('accounts', town.account[name], { disabled: true, disabledOn: day })
      const endOfDay = new Date(Date.parse(day) + aDay)
      keep(['accounts', line, 'accounts', town.account[name]], endOfDay)
    }
  }

  const dated = new Set<string>()
  for (const [n, trigger] of [awkward[1]!, awkward[4]!, awkward[6]!].entries())
    dated.add(await keepDocuments(n, trigger))
  await keepSingle()
  const alive = (await town.person.author.post('/api/posts', postBody(town.category))).body.doc.id as string
  // What the setting up of the stage leaves is put off until after these years.
  const later = new Date(begin + (days + 4_000) * aDay).toISOString()
  for (const { id } of await everyRow<Row>(payload, 'sessions', {}))
    await set('sessions', id, { ends: later })
  for (const collection of ['notices', 'revisions'])
    for (const { id } of await everyRow<Row>(payload, collection, {}))
      if (!dated.has(String(id))) await set(collection, String(id), { at: later })
  for (const [n, trigger] of awkward.entries()) await keepRow(n, trigger, alive)
  return { town, second, kept, insert, set, row, overOf }
}
