import type { Where } from 'payload'
import { installationLine } from '../../privacy/audit/log-entry.js'
import type { Candidate } from '../../privacy/retention/plan.js'
import { idAlways } from '../../shared/reference.js'
import { usedPictures } from '../picture-uses.js'
import { municipalitySlug } from '../registers.js'
import { byDate, dateOf, foundRows, type Search } from './candidates.js'

/** Pictures that nothing shows, and that nothing could bring back. */
export async function findPictures(search: Search): Promise<Candidate[]> {
  const { payload } = search
  const old = await byDate(search, 'pictures', {
    collection: 'media',
    column: 'createdAt',
    municipality: 'municipality',
    where: [{ discarded: { not_equals: true } }],
  })
  const unused: Candidate[] = []
  for (const line of new Set(old.map((picture) => picture.line))) {
    if (line === installationLine) continue
    const used = await usedPictures(payload, line, await municipalitySlug(payload, line))
    unused.push(...old.filter((picture) => picture.line === line && !used.has(picture.id)))
  }
  return unused
}

/** What is recorded of consents that are over. */
export async function findConsents(search: Search): Promise<Candidate[]> {
  const where: Where[] = [{ consentEndedAt: { less_than_equal: search.bound('consents') } }]
  const rows = await foundRows(search, 'media', where, ['consent', 'consentEndedAt', 'municipality'])
  return rows.flatMap((row) => {
    const { scope, reference } = (row.consent ?? {}) as { scope?: unknown; reference?: unknown }
    const trigger = dateOf(row.consentEndedAt)
    if (!trigger || (!scope && !reference)) return []
    const id = String(row.id)
    return [{ id, category: 'consents', line: idAlways(row.municipality), trigger, subject: id }]
  })
}
