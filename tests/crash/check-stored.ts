import { canonical } from '../../src/editorial/content.js'
import { nativeDiffers } from '../../src/editorial/native-fields.js'
import type { Attempt, Collection } from './attempt.js'
import { takenBackUnshown } from './check-pictures.js'
import type { Newsroom } from './newsroom.js'
import type { PollingReader } from './polling-reader.js'
import type { Row, Stored } from './torg-process.js'

const kinds = { events: 'event', posts: 'post' } as const
const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
type Content = { title?: string; categories?: string[]; translations?: unknown[] } | null

/** Everything that must hold once Torg has started again after a death. Returns one sentence per breach. */
export function breachesIn(stored: Stored, newsroom: Newsroom): string[] {
  const logged = new Map<string, Row[]>()
  for (const entry of stored['moderation-log']) {
    const document = text(entry.document)
    logged.set(document, [...(logged.get(document) ?? []), entry])
  }
  const breaches = [...numberedOnce(stored), ...chained(stored), ...takenBackUnshown(stored, newsroom)]
  for (const collection of ['events', 'posts'] as const) {
    const known = new Set(newsroom.documents.map((one) => one.id))
    for (const row of stored[collection]) {
      const about = (what: string) =>
        `${kinds[collection]} ${row.id} at revision ${text(row.revision)}: ${what}`
      const attempts = newsroom.attempts.filter(
        (one) =>
          one.collection === collection &&
          (one.document === row.id || (one.document === null && one.revision === 0)),
      )
      const entries = logged.get(row.id) ?? []
      const agree = row.state === 'erased' ? nothingLeft(row, stored) : columnsAgree(collection, row, stored)
      breaches.push(
        ...agree.map(about),
        ...logAgrees(
          entries.filter((one) => one.action !== 'void'),
          row,
          attempts,
        ).map(about),
        ...nothingLost(row, attempts).map(about),
        ...erasedForGood(row, attempts).map(about),
        ...heldStands(row, attempts, entries).map(about),
        ...publicationAgrees(row, stored, newsroom).map(about),
      )
      known.delete(row.id)
    }
    for (const lost of known)
      if (newsroom.documents.some((one) => one.id === lost && one.collection === collection))
        breaches.push(`${lost} is gone`)
  }
  return breaches
}

/** Every line of the log is whole, and every entry has its place. */
function chained(stored: Stored): string[] {
  const places = stored['moderation-log'].map((entry) => `${text(entry.line)} ${text(entry.sequence)}`)
  return [
    ...stored['log-reports']
      .filter(({ whole }) => whole !== true)
      .map(({ id, fault }) => `the line ${id} of the log: ${JSON.stringify(fault)}`),
    stored['log-reports'].length < 2 ? 'the log has no lines' : '',
    new Set(places).size !== places.length ? 'two entries have one place' : '',
  ].filter(Boolean)
}

/** Native fields, history and outbox say the same as the content column. */
function columnsAgree(collection: Collection, row: Row, stored: Stored): string[] {
  const content = row.content as Content
  const history = stored.revisions.filter((one) => one.document === row.id)
  const newest = history.find((one) => one.revision === row.revision)
  return [
    row.outbox || row.outboxCause ? 'the outbox is not empty' : '',
    nativeDiffers(kinds[collection], row, canonical)
      ? 'native fields say something else than the content'
      : '',
    row.title !== content?.title ? 'the title is not that of the content' : '',
    new Set(history.map((one) => one.revision)).size !== history.length ? 'a revision is kept twice' : '',
    newest && canonical(newest.content) !== canonical(content)
      ? 'the history says something else than the content'
      : '',
    newest ? '' : 'the newest revision is not in the history',
  ].filter(Boolean)
}

/** One entry for each revision, and each of them is one that somebody asked for. */
function logAgrees(entries: Row[], row: Row, attempts: Attempt[]): string[] {
  const breaches: string[] = []
  const revisions = entries.map((entry) => Number(entry.revision)).sort((a, b) => a - b)
  if (
    revisions.length !== Number(row.revision) ||
    revisions.some((revision, index) => revision !== index + 1)
  ) {
    breaches.push(`the log has entries for the revisions ${revisions.join(' ')}`)
  }
  for (const entry of entries) {
    const asked = attempts.some(
      (one) =>
        one.action === entry.action &&
        one.revision === Number(entry.revision) - 1 &&
        (one.answer === null || one.answer.status < 300),
    )
    if (!asked)
      breaches.push(
        `${text(entry.action)} of revision ${text(entry.revision)} is logged and nobody was told of it`,
      )
  }
  for (const one of acknowledged(row, attempts)) {
    const entry = entries.find((each) => Number(each.revision) === one.answer!.revision)
    if (entry?.action !== one.action) breaches.push(`an acknowledged ${one.action} is not in the log`)
  }
  return breaches
}

/** What took effect at once, as people were told. */
const acknowledged = (row: Row, attempts: Attempt[]) =>
  attempts.filter((one) => one.document === row.id && !one.held && one.answer && one.answer.status < 300)

/** An erased document has no words left, neither its own nor those of its history, and nothing public. */
function nothingLeft(row: Row, stored: Stored): string[] {
  const history = stored.revisions.filter((one) => one.document === row.id)
  const publication = stored.publications.find((one) => one.id === row.id)
  return [
    row.outbox || row.outboxCause ? 'the outbox is not empty' : '',
    row.content || row.approvedSnapshot || row.title ? 'it is erased and its words are there' : '',
    history.length > 0 ? 'it is erased and its history is there' : '',
    publication && (publication.state !== 'erased' || publication.data)
      ? 'it is erased and still public'
      : '',
  ].filter(Boolean)
}

/** What was acknowledged as erased is, whatever anybody did at that moment. */
const erasedForGood = (row: Row, attempts: Attempt[]): string[] =>
  acknowledged(row, attempts).some((one) => one.action === 'erase') && row.state !== 'erased'
    ? ['an acknowledged erase is undone']
    : []

const pendingOf = (row: Row) => (row.pending as { decision?: string } | null | undefined)?.decision

/**
 * A held decision waits, until it is carried out or somebody says something newer of the document; the log says so where
 * it was no longer allowed when its time came.
 */
const heldStands = (row: Row, attempts: Attempt[], entries: Row[]): string[] =>
  attempts
    .filter((one) => one.document === row.id && one.held && one.revision >= Number(row.revision))
    .filter((one) => pendingOf(row) !== one.held)
    .filter((one) => !entries.some((entry) => entry.key === `${one.held} void`))
    .map((one) => `an acknowledged ${one.action} that is held is gone`)

/** Once its time has come, and nobody works any more, no held decision waits. Returns one sentence per breach. */
export const stillHeld = (stored: Stored, newsroom: Newsroom): string[] => [
  ...breachesIn(stored, newsroom),
  ...[...stored.events, ...stored.posts]
    .filter((row) => pendingOf(row))
    .map((row) => `${row.id}: a held decision is not carried out`),
]

/** What was acknowledged last is there, or something that came after it. */
function nothingLost(row: Row, attempts: Attempt[]): string[] {
  const told = acknowledged(row, attempts)
  const last = told.sort((a, b) => b.answer!.revision - a.answer!.revision)[0]
  if (!last?.answer) return []
  const { revision, state, publication } = last.answer
  if (Number(row.revision) < revision)
    return [`an acknowledged ${last.action} (revision ${revision}) is lost`]
  if (Number(row.revision) > revision) return []
  const title = (row.content as Content)?.title
  return [
    row.state !== state ? `acknowledged as ${state}, stored as ${text(row.state)}` : '',
    row.publication !== publication
      ? `acknowledged as ${publication}, stored as ${text(row.publication)}`
      : '',
    last.title !== null && last.title !== title
      ? `acknowledged title ${last.title}, stored ${text(title)}`
      : '',
  ].filter(Boolean)
}

/** The public copy is whole, belongs to the decision in the row, and shows nothing that no editor let out. */
function publicationAgrees(row: Row, stored: Stored, newsroom: Newsroom): string[] {
  const publication = stored.publications.find((one) => one.id === row.id)
  const snapshot = row.approvedSnapshot as { content: Content } | null
  if (!publication)
    return row.publication === 'none' || row.state === 'erased'
      ? []
      : [`${text(row.publication)} without a publication`]
  const shown = publication.data as { title: string; translations: { title: string }[] } | null
  return [
    publication.state !== row.publication
      ? `decided ${text(row.publication)}, published ${text(publication.state)}`
      : '',
    (publication.state === 'live') !== (shown !== null) ? 'half a publication' : '',
    shown && shown.title !== snapshot?.content?.title ? 'the publication is not that of the snapshot' : '',
    shown && shown.translations.length !== (snapshot?.content?.translations?.length ?? 0)
      ? 'translations are not those of the snapshot'
      : '',
    shown && !newsroom.decided.has(shown.title) ? `${shown.title} is public and nobody approved it` : '',
  ].filter(Boolean)
}

/** No change number is used twice, neither by two publications nor over time, as far as the log tells. */
function numberedOnce(stored: Stored): string[] {
  const used = new Map<string, string>()
  const breaches: string[] = []
  for (const entry of stored['moderation-log']) {
    if (entry.number === null || entry.number === undefined) continue
    const name = `${text(entry.municipality)} ${text(entry.number)}`
    if (used.has(name)) breaches.push(`change number ${text(entry.number)} is logged twice`)
    used.set(name, entry.id)
  }
  const last = new Map(stored['change-counters'].map((row) => [row.id, Number(row.last)]))
  for (const row of stored.publications) {
    if (Number(row.number) > (last.get(text(row.municipality)) ?? 0))
      breaches.push(`number ${text(row.number)} was never given out`)
  }
  return breaches
}

/** A reader who has asked until nothing new came believes exactly what is published, and saw nothing that it must not. */
export function misbeliefs(reader: PollingReader, stored: Stored, newsroom: Newsroom): string[] {
  const wrong = [...reader.faults]
  for (const { id, data } of reader.believes.values()) {
    if (data?.title?.startsWith('Rubrik') && !newsroom.decided.has(data.title))
      wrong.push(`a reader saw ${data.title} of ${id}`)
  }
  for (const row of stored.publications) {
    const belief = reader.believes.get(row.id)
    const title = (row.data as { title?: string } | null)?.title
    if (row.kind !== 'event' && row.kind !== 'post') continue
    if (!belief) wrong.push(`a reader never heard of ${row.id}`)
    else if (belief.modified !== Number(row.number)) {
      wrong.push(`a reader has ${row.id} at ${belief.modified}, published is ${text(row.number)}`)
    } else if ((belief.state === 'updated') !== (row.state === 'live') || belief.data?.title !== title) {
      wrong.push(
        `a reader has ${belief.state} ${text(belief.data?.title)} of ${row.id}, published is ${text(row.state)} ${text(title)}`,
      )
    }
  }
  return wrong
}
