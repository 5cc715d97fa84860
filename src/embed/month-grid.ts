import { addDays, addMonths, byDay, firstOf, lastOf, monthOf, sameDayIn, weekdayOf, weeksOf } from './days.js'
import { make } from './make.js'
import type { Occurrence } from './read-feed.js'
import { dayInWords, localeOf, words, type Language } from './words.js'

export interface MonthGrid {
  month: string
  /** The day that is open, and the one that the keyboard is on. */
  day: string
  today: string
  events: readonly Occurrence[]
  language: Language
  /** Opens a day. */
  choose(day: string): void
  /** Where the keyboard is by now: the next month may still be under way. */
  standing(): string
  /** Moves the keyboard to a day, which may be of another month. */
  move(day: string): void
}

export function monthInWords(month: string, language: Language): string {
  const style = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(localeOf(language), style).format(new Date(`${firstOf(month)}T00:00:00Z`))
}

/** A month as a grid of days, worked as https://www.w3.org/WAI/ARIA/apg/patterns/grid/ describes: one stop of the tab key. */
export function monthGrid(grid: MonthGrid): HTMLElement {
  const { month, language, events } = grid
  const busy = byDay(events, firstOf(month), lastOf(month))
  const weekday = (style: 'short' | 'long', at: number): string =>
    // 5 January 2026 is a Monday.
    new Intl.DateTimeFormat(localeOf(language), { weekday: style, timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 5 + at),
    )
  const head = Array.from({ length: 7 }, (_, at) =>
    make('th', { scope: 'col', abbr: weekday('long', at) }, weekday('short', at).replace('.', '')),
  )
  const rows = weeksOf(month).map((week) =>
    make('tr', {}, ...week.map((day) => (day ? cell(day, busy.get(day)?.length ?? 0, grid) : make('td')))),
  )
  const table = make(
    'table',
    { role: 'grid', 'aria-label': monthInWords(month, language) },
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...rows),
  )
  table.addEventListener('keydown', (pressed) => {
    const on = (pressed.target as HTMLElement).dataset.day && grid.standing()
    const to =
      on === undefined || pressed.ctrlKey || pressed.altKey || pressed.metaKey
        ? null
        : dayAfterKey(pressed.key, on)
    if (to === null) return
    pressed.preventDefault()
    grid.move(to)
  })
  return table
}

/** Where a key leads from a day; null for keys that lead nowhere. */
export function dayAfterKey(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -weekdayOf(day))
    case 'End':
      return addDays(day, 6 - weekdayOf(day))
    case 'PageUp':
      return sameDayIn(addMonths(monthOf(day), -1), day)
    case 'PageDown':
      return sameDayIn(addMonths(monthOf(day), 1), day)
    default:
      return null
  }
}

/**
 * What is seen is the number of the day and how many events it has; what is heard is the same within a sentence, so that
 * whoever speaks to the page can say what they see.
 */
function cell(day: string, count: number, { day: open, today, language, choose }: MonthGrid): HTMLElement {
  const number = String(Number(day.slice(8)))
  const [before = '', after = ''] = dayInWords(day, language).split(number)
  const [, events = ''] = words[language].events(count).split(String(count))
  const heard = (text: string): HTMLElement => make('span', { class: 'unseen' }, text)
  const press = make(
    'button',
    {
      type: 'button',
      tabindex: day === open ? '0' : '-1',
      'data-day': day,
      'aria-current': day === today && 'date',
    },
    heard(before),
    make('span', { class: 'number' }, number),
    heard(`${after}, `),
    make('span', { class: count > 0 ? 'count' : 'unseen' }, String(count)),
    heard(events),
  )
  press.addEventListener('click', () => choose(day))
  return make('td', { 'aria-selected': String(day === open), class: count > 0 ? 'busy' : null }, press)
}
