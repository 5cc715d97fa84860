import type { Field } from 'payload'
import { nobody, queueOnly } from '../../access/rules.js'

const column = {
  access: { read: queueOnly, create: nobody, update: nobody },
  admin: { disabled: true },
} as const
const text = (name: string): Field => ({ name, type: 'text', ...column })

/**
 * Columns by which editors' lists find and order documents (`ListColumns`). Written by `src/editorial` only, and asked
 * by those lists only.
 */
export const queueFields: Field[] = [
  text('waitsFor'),
  text('queueStart'),
  text('queueSince'),
  { name: 'flagged', type: 'checkbox', defaultValue: false, ...column },
  text('claimedBy'),
  { name: 'claimedUntil', type: 'date', ...column },
  text('categoryKeys'),
  text('changedKey'),
  text('dateKey'),
  text('unreviewedKey'),
]

/** When an organisation last confirmed what is known of it, as a key. */
export const confirmField = text('confirmKey')

/** What narrows a list down; behind the order in an index, it is asked without reading documents. */
const narrowing = ['organisation', 'language', 'categoryKeys'] as const
/**
 * The orders of the lists. `createdAt` stands behind each key because MongoDB's adapter sorts by it where keys are equal;
 * they never are.
 */
const soonest = ['municipality', 'queueStart', 'createdAt', 'waitsFor', 'flagged', 'claimedBy', ...narrowing]
const oldest = ['municipality', 'waitsFor', 'queueSince', 'createdAt', 'queueStart', 'flagged', 'claimedBy']
const newest = ['municipality', 'publication', 'changedKey', 'createdAt', ...narrowing]
const byDate = ['municipality', 'publication', 'dateKey', 'createdAt', ...narrowing]
const unseen = ['municipality', 'unreviewedKey', 'createdAt', ...narrowing]

/** What somebody has claimed is little of what waits. */
const mine = ['municipality', 'claimedBy']
/** What begins at the same time as something else is looked up with each submission. */
const atTime = ['municipality', 'startsAt', 'createdAt']

const index = (fields: readonly string[]) => ({ fields: [...fields] })

export const eventIndexes = [soonest, [...oldest, ...narrowing], newest, byDate, unseen, mine, atTime].map(
  index,
)
export const postIndexes = [[...oldest, ...narrowing], newest, byDate, unseen, mine].map(index)
export const organisationIndexes = [oldest, mine, ['municipality', 'confirmKey', 'createdAt']].map(index)
