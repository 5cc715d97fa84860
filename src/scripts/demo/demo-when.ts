/**
 * How the demo says when something takes place. Days are rules, so that the demo covers the twelve months after the
 * day on which it is seeded, whichever day that is.
 */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'

export type DemoDay =
  /** So many days from today. */
  | number
  /** The next such weekday after today, and `weeks` later. */
  | { weekday: Weekday; weeks?: number }
  /** The next `MM-DD` after today, or the first such weekday on or after it; then `plus` days. */
  | { on: string; weekday?: Weekday; plus?: number }
  /** The nth such weekday of a month, the first one after today, and `months` later. */
  | { nth: number; weekday: Weekday; months?: number }
  /** Days from the next Easter Sunday. */
  | { easter: number }
  /** Days from the next change between winter and summer time. */
  | { clockChange: number }

export interface DemoMoment {
  day: DemoDay
  /** `HH:MM` on the clock of the place. */
  time: string
}

/** A part of the year, `MM-DD` to `MM-DD`, both included, in which a series rests. */
export interface Break {
  from: string
  to: string
}

export interface DemoRepeat {
  every: 'week' | 'month'
  interval: number
  weekdays: Weekday[]
  /** For months: which such weekday. */
  nth?: number
  until?: DemoDay
  breaks?: Break[]
  /** Occurrences, counted from 1 after the breaks, that do not take place. */
  skip?: number[]
  /** Further days at the same time. */
  extra?: DemoDay[]
  /** Occurrences, counted likewise, that are moved: by days, to another time or place. */
  moved?: { nth: number; days?: number; from?: string; to?: string; place?: string; note: string }[]
}

export interface DemoWhen {
  day: DemoDay
  /** Without times the event lasts all day. */
  from?: string
  to?: string
  /** How many midnights pass before it ends; for an all-day event how many days follow the first. */
  nights?: number
  repeat?: DemoRepeat
}

type RepeatOptions = Omit<DemoRepeat, 'every' | 'interval' | 'weekdays' | 'nth'> & {
  every?: number
  /** Weeks or months to wait before the first, or the day itself. */
  first?: number
  start?: DemoDay
}

export const once = (day: DemoDay, from: string, to: string, nights = 0): DemoWhen => ({
  day,
  from,
  to,
  nights,
})

export const allDay = (day: DemoDay, days = 1): DemoWhen => ({ day, nights: days - 1 })

export function weekly(
  weekday: Weekday | Weekday[],
  from: string,
  to: string,
  options: RepeatOptions = {},
): DemoWhen {
  const { every = 1, first = 0, start, ...rest } = options
  const weekdays = Array.isArray(weekday) ? weekday : [weekday]
  const day = start ?? { weekday: weekdays[0] ?? 'MO', weeks: first }
  return { day, from, to, repeat: { every: 'week', interval: every, weekdays, ...rest } }
}

export function monthly(
  nth: number,
  weekday: Weekday,
  from: string,
  to: string,
  options: RepeatOptions = {},
): DemoWhen {
  const { every = 1, first = 0, start, ...rest } = options
  return {
    day: start ?? { nth, weekday, months: first },
    from,
    to,
    repeat: { every: 'month', interval: every, weekdays: [weekday], nth, ...rest },
  }
}
