import { DomainError } from '../../shared/errors.js'
import type { Publication } from '../../publication/publication.js'
import type { MunicipalityIndex } from '../municipality-index.js'
import type { Query } from '../parameters.js'
import { itemJson } from './item-json.js'
import { feedUrl, type Setting } from './setting.js'

export interface ChangesPage {
  /** In the order of their numbers; what is not visible is to be taken down. */
  rows: { publication: Publication; isVisible: boolean }[]
  /** Where to go on; null on the last page, which is asked again later as it is. */
  next: { after: number; head: number | undefined } | null
}

/**
 * One page of changes: each item once, at its latest change. Throws `resync-required` for a reader that stopped before
 * tombstones were forgotten and is not in the middle of a full read.
 */
export function readChanges(
  index: MunicipalityIndex,
  query: Query,
  now: Date,
  setting: Setting,
): ChangesPage {
  const after = query.after ?? 0
  const head = query.head ?? (after === 0 ? index.latest() : undefined)
  const horizon = index.horizon(now)
  if (after > 0 && after < horizon && (head === undefined || head < horizon))
    throw new DomainError(
      'resync-required',
      'Read everything again from `changes?after=0`: deletions were missed.',
      { facts: { next: `${feedUrl(setting, 'changes')}?after=0` } },
    )
  const found = untilNotYet(index.changesAfter(after, query['changes-limit'] ?? 500, now), now)
  const rows = found.map((publication) => ({
    publication,
    isVisible: isTold(publication) && index.sees(publication, now),
  }))
  const last = found.at(-1)
  return { rows, next: last ? { after: last.number, head } : null }
}

/**
 * What a suspension has hidden comes back for readers of changes under a new number of its own, within a minute of its
 * end. Told before, under the old number, it would stay with them if the organisation were suspended again meanwhile.
 */
const isTold = (row: Publication): boolean => row.hidden !== 'suspended'

/**
 * A page ends before what went live by the clock of another machine and is not yet due by ours. Told as deleted it would
 * be lost for the reader: it gets no new number when its time comes.
 */
function untilNotYet(rows: Publication[], now: Date): Publication[] {
  const at = rows.findIndex(
    (row) => row.state === 'live' && row.visibleFrom !== null && Date.parse(row.visibleFrom) > now.getTime(),
  )
  return at < 0 ? rows : rows.slice(0, at)
}

/** A page as REST answers it, after OpenActive RPDE 1.0. */
export interface ChangesInRest {
  /** One for each item: how it is said, and its publication where that says it all. */
  items: { publication: Publication | null; json: () => unknown }[]
  next: string
  license: string
}

export function changesPage(
  index: MunicipalityIndex,
  query: Query,
  ownUrl: string,
  now: Date,
  setting: Setting,
): ChangesInRest {
  const { rows, next } = readChanges(index, query, now, setting)
  const items = rows.map(({ publication, isVisible }) => {
    const { id, kind, number: modified } = publication
    // A deletion may be one by the clock or by what somebody else is: nothing that could be kept.
    if (!isVisible) return { publication: null, json: () => ({ id, kind, modified, state: 'deleted' }) }
    const data = () => itemJson(publication, index.occurrencesOf(id), setting)
    return { publication, json: () => ({ id, kind, modified, state: 'updated', data: data() }) }
  })
  return { items, next: next ? nextUrl(ownUrl, next.after, next.head) : ownUrl, license: termsUrl(setting) }
}

/** The same as it is sent. */
export function changesJson(...asked: Parameters<typeof changesPage>): Record<string, unknown> {
  const { items, ...more } = changesPage(...asked)
  return { items: items.map((one) => one.json()), ...more }
}

/** RPDE asks for a licence. No municipality has given one for its associations' words, so this names the terms of use. */
export const termsUrl = ({ baseUrl }: Setting): string => `${baseUrl}/feed/v1/docs#terms`

function nextUrl(ownUrl: string, after: number, head: number | undefined): string {
  const url = new URL(ownUrl)
  url.searchParams.set('after', String(after))
  if (head !== undefined) url.searchParams.set('head', String(head))
  return url.href
}
