import type { Payload } from 'payload'
import {
  extractParts,
  partOfCollection,
  type Extract,
  type ExtractRow,
} from '../../privacy/extract/extract-parts.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import type { Actor } from '../../tenancy/actor.js'
import { oneAtATime } from '../one-at-a-time.js'
import { findAbout } from './find-about.js'

/**
 * All that is stored about an account, for its holder, free and as often as asked (GDPR, article 15). Hashes and secrets
 * are told of and not shown: shown, they would let others in. Of what names the account the words are shown that its
 * holder may read now. It reads through everything that may name the account, so one is made at a time.
 */
export function extractAccount(payload: Payload, holder: Actor, now: Date): Promise<Extract> {
  const { account } = holder
  return oneAtATime('extract', async () => {
    const parts = Object.fromEntries(extractParts.map((part) => [part, []])) as unknown as Extract['parts']
    for (const [collection, find] of Object.entries(findAbout))
      parts[partOfCollection[collection]!].push(...(await find(payload, account, holder)))
    await nameOwners(payload, Object.values(parts).flat())
    return { format: 'torg-extract-1', account, made: now.toISOString(), parts }
  })
}

/** Municipalities and organisations by their names: an id says nothing to whoever reads. */
async function nameOwners(payload: Payload, rows: readonly ExtractRow[]): Promise<void> {
  for (const column of ['municipality', 'organisation'] as const) {
    const ids = [...new Set(rows.flatMap(({ facts }) => (facts[column] ? [String(facts[column])] : [])))]
    if (ids.length === 0) continue
    const known = await everyRow<{ id: string; name?: string | null }>(
      payload,
      column === 'municipality' ? 'municipalities' : 'organisations',
      withIds(ids),
    )
    const names = new Map(known.map(({ id, name }) => [String(id), name]))
    for (const { facts } of rows)
      if (facts[column]) facts[column] = names.get(String(facts[column])) ?? facts[column]
  }
}
