import { eventStatusLabels } from '../../calendar/event-status-labels.js'
import { announcedLabels } from '../../moderation/missing.js'
import type { Announced, WentOut } from '../../moderation/went-out.js'
import { labelIn, type AdminLanguage } from '../language.js'
import type { Messages } from '../messages/en.js'
import { counted, fill } from './fill.js'
import { briefTime } from './waiting-words.js'

const statusLabels: Record<string, unknown> = { ...eventStatusLabels, ...announcedLabels }

interface Here {
  now: Date
  zone: string
  language: AdminLanguage
}

/** What citizens were told, and of which time: `Inställt · tis 1 dec. kl. 18:00`. */
export function announcedWords(said: Announced, here: Here, w: Messages): string {
  return fill('{status} · {which}', parts(said, here, w))
}

const parts = ({ status, occurrence }: Announced, { now, zone, language }: Here, w: Messages) => ({
  status: labelIn(statusLabels[status], language) || status,
  which: occurrence ? briefTime(occurrence, now, zone, language) : w.wholeEvent,
})

/** So many announcements are named, the latest first; how many more there are is told. */
const mostNamed = 2

/** What went out unreviewed, a mark each: the words, by the rule that let them out, and what was announced. */
export function outWords(out: WentOut | null, here: Here, w: Messages): string[] {
  if (!out) return []
  const announced = out.announced.toReversed()
  const more = announced.length - mostNamed
  return [
    ...(out.by ? [out.by === 'trust' ? w.unreviewedByTrust : w.unreviewedByMode] : []),
    ...announced.slice(0, mostNamed).map((said) => fill(w.announcedOut, parts(said, here, w))),
    ...(more > 0 ? [counted(w.outMore, more)] : []),
  ]
}
