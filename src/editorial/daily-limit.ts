import { withinDailyLimit } from '../organisations/daily-limit.js'
import { DomainError } from '../shared/errors.js'
import type { Situation } from './facts.js'
import { takeTurn } from './take-turn.js'
import { everyRow } from '../shared/every-row.js'

const day = 86_400_000

/** Refuses a submission beyond what the municipality lets this organisation submit in a day. */
export async function requireWithinDailyLimit({
  payload,
  around,
  document,
  now,
  write,
}: Situation): Promise<void> {
  const { dailyLimit } = around.organisation
  if (dailyLimit === null) return
  await takeTurn(payload, 'organisations', document.organisation, write)
  const docs = await everyRow<{ id: string; at: string }>(
    payload,
    'moderation-log',
    {
      and: [
        { organisation: { equals: document.organisation } },
        { action: { equals: 'submit' } },
        // A day of any zone lies within the last 48 hours.
        { at: { greater_than: new Date(now.getTime() - 2 * day).toISOString() } },
      ],
    },
    write,
  )
  const allowed = withinDailyLimit({
    limit: dailyLimit,
    submitted: docs.map((each) => new Date(each.at).toISOString()),
    now,
    zone: around.municipality.zone,
  })
  if (!allowed) {
    throw new DomainError(
      'too-many-requests',
      `Today's limit of ${dailyLimit} submissions is reached. Try again tomorrow.`,
    )
  }
}
