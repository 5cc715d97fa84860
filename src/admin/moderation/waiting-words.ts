import { decisionClock } from '../../moderation/decision-clock.js'
import type { QueueReason } from '../../moderation/queue.js'
import type { CountryWithHolidays } from '../../moderation/working-days.js'
import type { AdminLanguage } from '../language.js'
import type { Messages } from '../messages/en.js'
import { dayWords, timeWords } from '../time-words.js'
import { counted, fill } from './fill.js'

export const reasonWords: Record<QueueReason, keyof Messages> = {
  decision: 'reasonDecision',
  appeal: 'reasonAppeal',
  application: 'reasonApplication',
  afterwards: 'reasonAfterwards',
  confirmation: 'reasonConfirmation',
}

export const kindWords = { event: 'kindEvent', post: 'kindPost', organisation: 'kindOrganisation' } as const

/** The clock of a decision in words, with the tone in which it is shown; null where nothing is promised. */
export function clockWords(
  dueAt: string | null,
  now: Date,
  { country, zone }: { country: string; zone: string },
  w: Messages,
): { tone: 'in-time' | 'due-today' | 'late'; words: string } | null {
  const times = { country: country as CountryWithHolidays, zone }
  const clock = decisionClock(dueAt ? new Date(dueAt) : null, now, times)
  if (!clock) return null
  const { tone, workingDays } = clock
  if (tone === 'due-today') return { tone, words: w.clockToday }
  return { tone, words: counted(tone === 'late' ? w.clockLate : w.clockLeft, workingDays) }
}

/** A time in words, without the year where it is this one: a list of them is read faster. */
export function briefTime(instant: string, now: Date, zone: string, language: AdminLanguage): string {
  const year = String(now.getFullYear())
  return (timeWords(instant, zone, language) ?? '').replace(` ${year}`, '')
}

interface Started {
  startsAt: string | null
  allDay: boolean
  zone: string | null
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
  const at = allDay
    ? dayWords(startsAt.slice(0, 10), language).replace(` ${now.getFullYear()}`, '')
    : briefTime(startsAt, now, zone || here, language)
  const past =
    new Date(startsAt) < now && !(allDay && startsAt.slice(0, 10) === now.toISOString().slice(0, 10))
  return fill(past ? w.startedAt : w.startsAt, { at })
}
