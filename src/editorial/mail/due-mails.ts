import type { Payload } from 'payload'
import type { Mail } from './mail-records.js'
import { mails } from './mail-records.js'

/** So many rows are read in one go, and so many notices at most stand in one message. */
const batch = 200
export const mostInOne = 40

/** What one account is to be sent in one message. */
export interface DueMail {
  account: string
  kind: Mail['kind']
  rows: Mail[]
}

/**
 * What is due, in the order in which it is to go out. Everything of an account that is due goes into one message, but
 * for accounts that want theirs at once; what is told in the morning is a message of its own.
 */
export async function dueMails(payload: Payload, now: Date): Promise<DueMail[]> {
  const { docs } = await payload.db.find<Mail>({
    collection: mails,
    where: { nextAt: { less_than_equal: now.toISOString() } },
    sort: 'nextAt',
    limit: batch,
    pagination: false,
  })
  const due = new Map<string, DueMail>()
  for (const row of docs) {
    const known = row.kind === 'morning' ? row.key : row.account
    const into = due.get(known) ?? { account: row.account, kind: row.kind, rows: [] }
    if (into.rows.length < mostInOne) into.rows.push(row)
    due.set(known, into)
  }
  return [...due.values()]
}
