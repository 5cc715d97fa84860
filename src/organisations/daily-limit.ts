/** How much an organisation may submit on one day in its municipality's zone; null is without a limit. */
export interface DailyLimit {
  limit: number | null
  /** Instants (RFC 3339) of its submissions; older ones may be among them. */
  submitted: readonly string[]
  now: Date
  /** IANA zone of the municipality. */
  zone: string
}

/** Whether one more submission fits into today, and how many are left after those made. */
export function withinDailyLimit({ limit, submitted, now, zone }: DailyLimit): {
  allowed: boolean
  left: number | null
} {
  if (limit === null) return { allowed: true, left: null }
  const day = dayIn(zone)
  const today = day(now)
  const made = submitted.filter((instant) => day(new Date(instant)) === today).length
  return { allowed: made < limit, left: Math.max(0, limit - made) }
}

function dayIn(zone: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (instant) => format.format(instant)
}

/** Whether the yearly confirmation is overdue: a year after the last one, or where there never was one. */
export function confirmationOverdue(confirmedAt: string | null, now: Date): boolean {
  if (confirmedAt === null) return true
  const due = new Date(confirmedAt)
  due.setUTCFullYear(due.getUTCFullYear() + 1)
  return due.getTime() <= now.getTime()
}
