import type { Db } from 'mongodb'

interface Session {
  type: string
  client?: string
  lsid?: { id: unknown }
  transaction?: object
}

/**
 * Ends the transactions of processes that are no longer there. MongoDB keeps a transaction open for a minute when its
 * client is killed (transactionLifetimeLimitSeconds), and so long nobody else can write what it wrote: a municipality
 * could publish nothing for a minute after a crash. One whose connection is gone cannot be ended by its owner.
 * Returns how many there were.
 */
export async function endAbandonedTransactions(db: Db): Promise<number> {
  // Of our own user only, which needs no privilege.
  const everything = { allUsers: false, idleConnections: true, idleSessions: true }
  const now = await db.client
    .db('admin')
    // Of what goes on at this moment a majority has nothing to say.
    .aggregate<Session>([{ $currentOp: everything }], { readConcern: { level: 'local' } })
    .toArray()
  const connected = new Set(now.filter((one) => one.type === 'op').map((one) => one.client))
  const abandoned = now.filter(
    (one) => one.type === 'idleSession' && one.transaction && one.client && !connected.has(one.client),
  )
  const sessions = abandoned.flatMap((one) => (one.lsid ? [{ id: one.lsid.id }] : []))
  if (sessions.length > 0) await db.command({ killSessions: sessions })
  return sessions.length
}
