/** How much an organisation may submit on one day in its municipality's zone; null is without a limit. */
export interface DailyLimit {
  limit: number | null
  /** Instants (RFC 3339) of its submissions; older ones may be among them. */
  submitted: readonly string[]
  now: Date
  /** IANA zone of the municipality. */
  zone: string
}

/** Whether one more submission fits into today. */
export function withinDailyLimit({ limit, submitted, now, zone }: DailyLimit): boolean {
  if (limit === null) return true
  const day = dayIn(zone)
  const today = day(now)
  const made = submitted.filter((instant) => day(new Date(instant)) === today).length
  return made < limit
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
