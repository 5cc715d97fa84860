import { addDays, dayAt, startOfDay } from '../../calendar/zoned-time.js'
import { decisionClock } from '../../moderation/decision-clock.js'
import type { QueueReason } from '../../moderation/queue.js'
import type { CountryWithHolidays } from '../../moderation/working-days.js'
import type { AdminLanguage } from '../language.js'
import type { Messages } from '../messages/en.js'
import { whenWords } from '../when-words.js'
import { counted, fill } from './fill.js'

export const reasonWords: Record<QueueReason, keyof Messages> = {
  decision: 'reasonDecision',
  appeal: 'reasonAppeal',
  application: 'reasonApplication',
  afterwards: 'reasonAfterwards',
  confirmation: 'reasonConfirmation',
}

export const kindWords = { event: 'kindEvent', post: 'kindPost', organisation: 'kindOrganisation' } as const

/**
 * The clock of a decision in words, with the tone in which it is shown; null where nothing is promised. Where the start is
 * given and comes before the promised day ends, the decision is due before it.
 */
export function clockWords(
  dueAt: string | null,
  now: Date,
  { country, zone }: { country: string; zone: string },
  w: Messages,
  start: { at: Date; words: string } | null = null,
): { tone: 'in-time' | 'due-today' | 'late'; words: string } | null {
  const times = { country: country as CountryWithHolidays, zone }
  const clock = decisionClock(dueAt ? new Date(dueAt) : null, now, times)
  if (!clock) return null
  const { tone, workingDays } = clock
  if (start && tone !== 'late' && start.at.getTime() < Date.parse(dueAt!)) {
    // A decision after the start helps nobody, whatever day was promised.
    if (start.at <= now) return { tone: 'late', words: w.clockStarted }
    const before = decisionClock(start.at, now, times)!.tone
    return { tone: before, words: fill(w.clockByStart, { at: start.words }) }
  }
  if (tone === 'due-today') return { tone, words: w.clockToday }
  return { tone, words: counted(tone === 'late' ? w.clockLate : w.clockLeft, workingDays) }
}

/** A time in words, without the year where it is this one: a list of them is read faster. */
export function briefTime(
  instant: string,
  now: Date,
  zone: string,
  language: AdminLanguage,
  allDay = false,
): string {
  return whenWords(instant, zone, language, allDay).replace(` ${now.getFullYear()}`, '')
}

interface Started {
  startsAt: string | null
  allDay: boolean
  zone: string | null
}

/** Until when a decision about the event is any use, for the clock; null for what has no start, is appealed, or is out already and only changes. */
export function startForClock(
  { startsAt, allDay, zone, reason, change }: Started & { reason: QueueReason | null; change: boolean },
  now: Date,
  here: string,
  language: AdminLanguage,
): { at: Date; words: string } | null {
  if (!startsAt || change || reason !== 'decision') return null
  const there = zone || here
  const at = allDay ? startOfDay(addDays(dayAt(new Date(startsAt), there), 1), there) : new Date(startsAt)
  return { at, words: briefTime(startsAt, now, there, language, allDay) }
}

/** When an event starts, or started, in words; null for what has no start. */
export function startWords(
  { startsAt, allDay, zone }: Started,
  now: Date,
  here: string,
  language: AdminLanguage,
  w: Messages,
): string | null {
  if (!startsAt) return null
  const there = zone || here
  const at = briefTime(startsAt, now, there, language, allDay)
  // What lasts all day has begun for whoever looks for it once its day is over.
  const past = allDay ? dayAt(new Date(startsAt), there) < dayAt(now, there) : new Date(startsAt) < now
  return fill(past ? w.startedAt : w.startsAt, { at })
}
