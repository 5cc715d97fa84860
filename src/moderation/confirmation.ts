import { confirmationDays, confirmationDue } from './queue.js'

/** So many days before its yearly confirmation is due an organisation is reminded of it, and again when it is due. */
export const reminderDays = 30

export const confirmationStandings = ['good', 'soon', 'overdue'] as const
export type ConfirmationStanding = (typeof confirmationStandings)[number]

const day = 86_400_000

/** Whether an organisation is to confirm that its profile and its people are right. Instants are RFC 3339. */
export function confirmationStanding(
  confirmedAt: string,
  now: Date,
): { dueAt: string; standing: ConfirmationStanding } {
  const dueAt = confirmationDue(confirmedAt)
  const left = Date.parse(dueAt) - now.getTime()
  return { dueAt, standing: left < 0 ? 'overdue' : left <= reminderDays * day ? 'soon' : 'good' }
}

/** Confirmed before this instant is reminded of it now. */
export const remindedBefore = (now: Date): string =>
  new Date(now.getTime() - (confirmationDays - reminderDays) * day).toISOString()
