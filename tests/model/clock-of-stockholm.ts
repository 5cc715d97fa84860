/**
 * The wall clocks of Stockholm and Helsinki, worked out from the rule of the European Union alone (directive 2000/84/EC): summer time
 * from the last Sunday of March to the last Sunday of October, both at 01:00 UTC. Knows no library.
 */
export const hour = 3_600_000
export const day = 24 * hour

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * day
}

export const zones = ['Europe/Stockholm', 'Europe/Helsinki'] as const
export type Zone = (typeof zones)[number]
const home: Zone = 'Europe/Stockholm'

export function offsetAt(instant: number, zone: Zone = home): number {
  const year = new Date(instant).getUTCFullYear()
  const isSummer = instant >= lastSunday(year, 2) && instant < lastSunday(year, 9)
  return ((isSummer ? 2 : 1) + (zone === home ? 0 : 1)) * hour
}

/** The instant at which the clock shows this hour of this day; never asked about the hours of a change. */
export function instantOf(date: string, hours: number, zone: Zone = home): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + hours * hour
  const guess = wall - offsetAt(wall - hour, zone)
  return wall - offsetAt(guess, zone)
}

export const dayOf = (instant: number, zone: Zone = home): string =>
  new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10)
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
export const addMonths = (date: string, months: number): string => {
  const at = new Date(`${date}T00:00:00Z`)
  return new Date(at.setUTCMonth(at.getUTCMonth() + months)).toISOString().slice(0, 10)
}
export const startOfDay = (date: string, zone: Zone = home): number => instantOf(date, 0, zone)

/** As the feed writes it: with the offset of that moment. */
export function shown(instant: number, zone: Zone = home): string {
  const offset = offsetAt(instant, zone)
  return `${new Date(instant + offset).toISOString().slice(0, 19)}+0${offset / hour}:00`
}
export const utc = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`
