import type { Payload, Where } from 'payload'
import { confirmationStanding, remindedBefore } from '../moderation/confirmation.js'
import type { Clock } from '../shared/clock.js'
import { everyRow, rowsInBatches } from '../shared/every-row.js'
import { writeNotice } from './notices/tell.js'

type Row = Record<string, unknown> & { id: string }

/**
 * Tells organisations that their yearly confirmation is due soon, and once more when it is due. Each is told once a year
 * however often this runs. Gives how many were told of now.
 */
export async function remindOfConfirmations(payload: Payload, clock: Clock): Promise<number> {
  const now = clock.now()
  let told = 0
  for (const { id: municipality } of await everyRow<Row>(payload, 'municipalities', {
    active: { equals: true },
  })) {
    const due: Where = {
      and: [{ municipality: { equals: municipality } }, { confirmKey: { less_than: remindedBefore(now) } }],
    }
    for await (const rows of rowsInBatches<Row>(payload, 'organisations', due)) {
      for (const row of rows) {
        // Only of an approved one is there such a key.
        const confirmedAt = new Date(row.confirmedAt as string).toISOString()
        const { dueAt, standing } = confirmationStanding(confirmedAt, now)
        const action = standing === 'overdue' ? 'confirm-due' : 'confirm-soon'
        const about = { kind: 'organisation', document: String(row.id), title: String(row.name ?? '') }
        const said = { ...about, at: now.toISOString(), action, municipality: String(municipality) }
        const to = { told: 'organisation', organisation: String(row.id) } as const
        if (await writeNotice(payload, `${action} ${dueAt}`, to, said)) told += 1
      }
    }
  }
  return told
}
