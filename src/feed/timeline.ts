import type { OccurrenceTimes } from '../calendar/occurrences.js'
import { dayMs } from '../calendar/time-numbers.js'
import type { EventFacts } from './facts.js'
import type { Live } from './municipality-index.js'
import { createHeap } from './heap.js'
import { compareTexts, createSortedList } from './sorted-list.js'

/** An event with its times, as the index holds it. */
export interface EventEntry {
  publication: Live<'event'>
  facts: EventFacts
  times: OccurrenceTimes
  /** What a search looks in, folded. */
  text: string
}

/** One time of an event: called in time order; answers true where no more is wanted. `place`: where the event is held. */
export type Visit = (entry: EventEntry, position: number, place: number) => boolean

/**
 * The times of all events of a municipality in order: by start, then by id. They lie in days, so that a change touches
 * only the days on which its event takes place, and a reading begins at the day that is asked for.
 */
export interface Timeline {
  /** Returns the place at which the event is held. */
  add(entry: EventEntry): number
  remove(place: number): void
  /** Places lie below this. */
  places(): number
  /** The events at some places, or all, in no order. */
  events(places?: Iterable<number>): Iterable<EventEntry>
  /** Visits what ends after `from` and does not start before `after`, in order. */
  walk(from: number, after: number, visit: Visit): void
  /** The same of some events only, of which there are few. */
  walkThese(places: Iterable<number>, from: number, after: number, visit: Visit): void
}

/** Places and positions in one number. An event has 5 000 times at most. */
const timesOfOne = 8_192
/** What lasts longer is looked up on its own where it began before the day that is asked for. */
const short = 30 * 3_600_000
/** By day: true once it was read, from when on it is kept in order. */
interface Day {
  sorted: boolean
  held: number[]
}

export function createTimeline(): Timeline {
  const entries: (EventEntry | undefined)[] = []
  const free: number[] = []
  const days = new Map<number, Day>()
  const dayOrder = createSortedList<number>((a, b) => a - b)
  const entryOf = (held: number): EventEntry => entries[Math.floor(held / timesOfOne)]!
  const startOf = (held: number): number => entryOf(held).times.startsAt[held % timesOfOne]!
  const endOf = (held: number): number => endsAt(entryOf(held).times, held % timesOfOne)
  const inOrder = (a: number, b: number): number =>
    startOf(a) - startOf(b) || compareTexts(entryOf(a).publication.id, entryOf(b).publication.id) || a - b
  const longer = createSortedList<number>((a, b) => endOf(a) - endOf(b) || a - b)

  function add(entry: EventEntry): number {
    const place = free.pop() ?? entries.length
    entries[place] = entry
    for (const position of entry.times.startsAt.keys()) {
      const held = place * timesOfOne + position
      if (endOf(held) - startOf(held) > short) longer.add(held)
      const number = Math.floor(startOf(held) / dayMs)
      let day = days.get(number)
      if (!day) {
        days.set(number, (day = { sorted: true, held: [] }))
        dayOrder.add(number)
      }
      day.held.push(held)
      day.sorted = day.held.length === 1
    }
    return place
  }

  function remove(place: number): void {
    const { times } = entries[place]!
    const touched = new Set(times.startsAt.map((at) => Math.floor(at / dayMs)))
    for (const position of times.startsAt.keys()) {
      const held = place * timesOfOne + position
      if (endOf(held) - startOf(held) > short) longer.remove(held)
    }
    for (const number of touched) {
      const day = days.get(number)!
      day.held = day.held.filter((held) => Math.floor(held / timesOfOne) !== place)
      if (day.held.length > 0) continue
      days.delete(number)
      dayOrder.remove(number)
    }
    entries[place] = undefined
    free.push(place)
  }

  function heldOn(number: number): number[] {
    const day = days.get(number)!
    if (!day.sorted) day.held.sort(inOrder)
    day.sorted = true
    return day.held
  }

  /** Visits one where it is asked for; true where no more is wanted. */
  function offer(held: number, from: number, after: number, visit: Visit): boolean {
    const place = Math.floor(held / timesOfOne)
    const position = held % timesOfOne
    const entry = entries[place]!
    const wanted = entry.times.startsAt[position]! >= after && endsAfter(entry.times, position, from)
    return wanted && visit(entry, position, place)
  }

  return {
    add,
    remove,
    places: () => entries.length,
    *events(places = entries.keys()) {
      for (const place of places) if (entries[place]) yield entries[place]
    },
    walk(from, after, visit) {
      const begin = Math.floor(Math.max(from - short, after) / dayMs)
      const running: number[] = []
      const ending = longer.all()
      for (let at = longer.first((held) => endOf(held) > from); at < ending.length; at += 1)
        if (startOf(ending[at]!) < begin * dayMs) running.push(ending[at]!)
      for (const held of running.sort(inOrder)) if (offer(held, from, after, visit)) return
      const numbers = dayOrder.all()
      for (let at = dayOrder.first((number) => number >= begin); at < numbers.length; at += 1)
        for (const held of heldOn(numbers[at]!)) if (offer(held, from, after, visit)) return
    },
    walkThese(places, from, after, visit) {
      const heap = createHeap(inOrder)
      for (const place of places) {
        const { times } = entries[place]!
        const fits = (at: number, position: number): boolean =>
          at >= after && endsAfter(times, position, from)
        const position = times.startsAt.findIndex(fits)
        if (position >= 0) heap.add(place * timesOfOne + position)
      }
      for (let held = heap.top(); held !== undefined; held = heap.top()) {
        if (offer(held, from, after, visit)) return
        const isLast = (held % timesOfOne) + 1 === entryOf(held).times.startsAt.length
        if (isLast) heap.drop()
        else heap.replace(held + 1)
      }
    },
  }
}

/** The exclusive end of one of an event's times, in milliseconds. */
function endsAt({ startsAt, endsAt: ends }: OccurrenceTimes, position: number): number {
  return typeof ends === 'number' ? startsAt[position]! + ends : ends[position]!
}

/** Whether one of an event's times is not over at an instant; what lasts no time is over after its first moment. */
export function endsAfter(times: OccurrenceTimes, position: number, instant: number): boolean {
  return Math.max(endsAt(times, position), times.startsAt[position]! + 1) > instant
}
