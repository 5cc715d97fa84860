import { DomainError } from '../../shared/errors.js'
import type { Publication } from '../../publication/publication.js'
import type { MunicipalityIndex } from '../municipality-index.js'
import type { Query } from '../parameters.js'
import { itemJson } from './item-json.js'
import { feedUrl, type Setting } from './setting.js'

export interface ChangesPage {
  /** One for each item: how it is said, and its publication where that says it all. */
  items: { publication: Publication | null; json: () => unknown }[]
  next: string
  license: string
}

/**
 * One page of changes, after OpenActive RPDE 1.0: each item once, at its latest change. Throws `resync-required` for a
 * reader that stopped before tombstones were forgotten and is not in the middle of a full read.
 */
export function changesPage(
  index: MunicipalityIndex,
  query: Query,
  ownUrl: string,
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
      {
        facts: { next: `${feedUrl(setting, 'changes')}?after=0` },
      },
    )
  const rows = index.changesAfter(after, query['changes-limit'] ?? 500, now)
  const items = rows.map((row) => {
    const { id, kind, number: modified } = row
    // A deletion may be one by the clock or by what somebody else is: nothing that could be kept.
    if (!index.sees(row, now))
      return { publication: null, json: () => ({ id, kind, modified, state: 'deleted' }) }
    const data = () => itemJson(row, index.occurrencesOf(id), setting)
    return { publication: row, json: () => ({ id, kind, modified, state: 'updated', data: data() }) }
  })
  const last = rows.at(-1)
  return { items, next: last ? nextUrl(ownUrl, last.number, head) : ownUrl, license: termsUrl(ownUrl) }
}

/** The same as it is sent. */
export function changesJson(...asked: Parameters<typeof changesPage>): Record<string, unknown> {
  const { items, ...more } = changesPage(...asked)
  return { items: items.map((one) => one.json()), ...more }
}

/** RPDE asks for a licence. No municipality has given one for its associations' words, so this names the terms of use. */
const termsUrl = (ownUrl: string): string => new URL('/feed/v1/docs#terms', ownUrl).href

function nextUrl(ownUrl: string, after: number, head: number | undefined): string {
  const url = new URL(ownUrl)
  url.searchParams.set('after', String(after))
  if (head !== undefined) url.searchParams.set('head', String(head))
  return url.href
}
