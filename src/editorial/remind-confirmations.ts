import type { Payload, Where } from 'payload'
import { confirmationStanding, remindedBefore } from '../moderation/confirmation.js'
import type { Clock } from '../shared/clock.js'
import { everyRow, rowsInBatches } from '../shared/every-row.js'
import type { Addressee } from '../moderation/notices/happenings.js'
import { circleOf, leads, type Circle } from './members/circle.js'
import { writeNotice } from './notices/tell.js'

type Row = Record<string, unknown> & { id: string }

/**
 * Tells those who can confirm an organisation that it is due soon, and once more when it is due; where nobody can, its
 * contributors, whom to ask. Each is told once a year however often this runs. Gives how many notices were written now.
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
        const circle = await circleOf(payload, String(row.id), now)
        if (!circle) continue
        const about = { kind: 'organisation', document: circle.id, title: circle.name }
        const said = { ...about, at: now.toISOString(), municipality: String(municipality) }
        for (const to of toldOf(circle)) {
          const happening = to.told === 'contributors' ? 'confirm-without-admin' : action
          const cause = `${action} ${dueAt} ${circle.id}`
          if (await writeNotice(payload, cause, to, { ...said, action: happening })) told += 1
        }
      }
    }
  }
  return told
}

/** Its admins; where none of them can log in, its contributors too. */
function toldOf(circle: Circle): { told: Addressee; account: string }[] {
  const led = circle.members.some((member) => leads(circle, member))
  return circle.members.flatMap(({ id, role, disabled }): { told: Addressee; account: string }[] => {
    if (disabled) return []
    if (role === 'organisation-admin') return [{ told: 'organisation-admins', account: id }]
    return role === 'contributor' && !led ? [{ told: 'contributors', account: id }] : []
  })
}
