import type { Where } from 'payload'
import { installationLine } from '../../privacy/audit/log-entry.js'
import type { Candidate } from '../../privacy/retention/plan.js'
import { idOf } from '../../shared/reference.js'
import { logCollection } from '../log/append-entry.js'
import { hungEntry, linesCollection } from '../log/lines.js'
import { dateOf, foundRows, rowsOf, type Row, type Search } from './candidates.js'

/** Accounts that are disabled, by the day: the time counts from the end of that day. */
export async function findAccounts(search: Search): Promise<Candidate[]> {
  const columns = ['disabledOn', 'homeMunicipality']
  const rows = await foundRows(search, 'accounts', [{ disabled: { equals: true } }], columns)
  return rows.flatMap((row) => {
    const day = dateOf(row.disabledOn)
    if (!day) return []
    const line = idOf(row.homeMunicipality) ?? installationLine
    const trigger = new Date(day.getTime() + 86_400_000)
    return [{ id: String(row.id), category: 'accounts', line, trigger, subject: String(row.id) }]
  })
}

/** Codes that have ended, and those that were used, which are over at once. */
export async function findCodes(search: Search): Promise<Candidate[]> {
  const ended: Where = {
    or: [{ ends: { less_than_equal: search.bound('codes') } }, { used: { equals: true } }],
  }
  const columns = ['ends', 'used', 'municipality', 'createdAt']
  const rows = await foundRows(search, 'one-time-codes', [ended], columns)
  return rows.flatMap((row) => {
    const trigger = dateOf(row.used === true ? row.createdAt : row.ends)
    if (!trigger) return []
    const line = idOf(row.municipality) ?? installationLine
    return [{ id: String(row.id), category: 'codes', line, trigger, subject: String(row.id) }]
  })
}

/** Messages to receivers that nobody took: given up, or waiting for one that was switched off. */
export async function findMessages(search: Search): Promise<Candidate[]> {
  const bound = search.bound('webhookMessages')
  const never: Where = { and: [{ lastAt: { exists: false } }, { updatedAt: { less_than_equal: bound } }] }
  const old: Where = { or: [{ lastAt: { less_than_equal: bound } }, never] }
  const columns = ['lastAt', 'updatedAt', 'municipality']
  return (await foundRows(search, 'webhook-deliveries', [old], columns)).map((row) => ({
    id: String(row.id),
    category: 'webhookMessages',
    line: idOf(row.municipality) ?? installationLine,
    trigger: dateOf(row.lastAt ?? row.updatedAt)!,
    subject: String(row.id),
  }))
}

const portion = 500

/**
 * The old entries of each line, from its first to the first that may be young: entries go in the order in which they hang.
 * What is decided row by row is cut again by `unbroken`. Those before the cut of the line, which a death left behind, are
 * among them.
 */
export async function findEntries({ payload, part, bound }: Search): Promise<Candidate[]> {
  const found: Candidate[] = []
  const lines: Where = part?.line ? { id: { equals: part.line } } : {}
  for (const { id: line } of await rowsOf(payload, linesCollection, lines, ['last'])) {
    // Its own bound: a log of years is not read each night because another municipality keeps its own for a month.
    const youngest = bound('log', String(line))
    for (let after = 0, young = false; !young;) {
      const { docs } = await payload.db.find<Row>({
        collection: logCollection,
        where: { and: [{ line: { equals: line } }, { sequence: { greater_than: after } }] },
        sort: 'sequence',
        limit: portion,
        pagination: false,
      })
      for (const { id, entry, sequence } of docs.map(hungEntry)) {
        young ||= entry.at > youngest
        if (young) break
        const at = new Date(entry.at)
        found.push({ id, category: 'log', line: String(line), trigger: at, subject: String(line) })
        after = sequence!
      }
      if (docs.length < portion) break
    }
  }
  return found
}
