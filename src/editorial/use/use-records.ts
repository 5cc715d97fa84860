import type { CollectionSlug, Payload } from 'payload'
import { leastShown, useKinds, type UseKind, type UseSum } from '../../privacy/use/use-counter.js'
import { everyRow } from '../../shared/every-row.js'

export const useCounts = 'use-counts' as CollectionSlug
type Update = Parameters<Payload['db']['updateOne']>[0]

/** Adds a sum to what is stored of its municipality, kind and day. */
export async function storeUse(payload: Payload, { municipality, kind, day, count }: UseSum): Promise<void> {
  const id = `${municipality} ${day} ${kind}`
  const add = () =>
    payload.db.updateOne({
      collection: useCounts,
      where: { id: { equals: id } },
      data: { count: { $inc: count } },
      options: { atomic: true },
    } as unknown as Update)
  if (await add()) return
  try {
    await payload.db.create({ collection: useCounts, data: { id, municipality, kind, day, count } })
  } catch (error) {
    // Another process has just made it.
    if (!(await add())) throw error
  }
}

/** How much each kind was used on a day. What might be few people is left out, and no sum of it is told. */
export interface UseDay {
  day: string
  counts: Partial<Record<UseKind, number>>
}

/** What was used in a municipality since a day, the newest first. */
export async function readUse(payload: Payload, slug: string, since: string): Promise<UseDay[]> {
  const rows = await everyRow<UseSum & { id: string }>(payload, useCounts, {
    and: [{ municipality: { equals: slug } }, { day: { greater_than_equal: since } }],
  })
  const days = new Map<string, UseDay>()
  for (const { day, kind, count } of rows) {
    if (count < leastShown || !useKinds.includes(kind)) continue
    const one = days.get(day) ?? { day, counts: {} }
    one.counts[kind] = count
    days.set(day, one)
  }
  return [...days.values()].sort((one, other) => other.day.localeCompare(one.day))
}
