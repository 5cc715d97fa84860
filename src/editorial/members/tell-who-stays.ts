import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { writeNotice } from '../notices/tell.js'
import type { Write } from '../together.js'
import type { Circle } from './circle.js'

/** The other admins of an organisation are told that somebody has left. Not who: the page of logins shows who is here. */
export async function tellWhoStays(
  payload: Payload,
  circle: Circle,
  left: string,
  now: Date,
  write: Write,
): Promise<void> {
  const said = {
    at: now.toISOString(),
    action: 'member-left',
    kind: 'organisation',
    document: circle.id,
    municipality: circle.municipality,
    title: circle.name,
  }
  for (const { id, role, disabled } of circle.members) {
    if (role !== 'organisation-admin' || disabled || id === left) continue
    await writeNotice(payload, randomUUID(), { told: 'organisation-admins', account: id }, said, write)
  }
}
