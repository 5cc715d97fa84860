/**
 * The wall clock of Stockholm, worked out from the rule of the European Union alone (directive 2000/84/EC): summer time
 * from the last Sunday of March to the last Sunday of October, both at 01:00 UTC. Knows no library.
 */
export const hour = 3_600_000
export const day = 24 * hour

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * day
}

export function offsetAt(instant: number): number {
  const year = new Date(instant).getUTCFullYear()
  return (instant >= lastSunday(year, 2) && instant < lastSunday(year, 9) ? 2 : 1) * hour
}

/** The instant at which the clock shows this hour of this day; never asked about the hours of a change. */
export function instantOf(date: string, hours: number): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + hours * hour
  const guess = wall - offsetAt(wall - hour)
  return wall - offsetAt(guess)
}

export const dayOf = (instant: number): string =>
  new Date(instant + offsetAt(instant)).toISOString().slice(0, 10)
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
export const startOfDay = (date: string): number => instantOf(date, 0)

/** As the feed writes it: with the offset of that moment. */
export function shown(instant: number): string {
  const offset = offsetAt(instant)
  return `${new Date(instant + offset).toISOString().slice(0, 19)}+0${offset / hour}:00`
}
export const utc = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`
