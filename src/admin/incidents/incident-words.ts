import type { IncidentClock } from '../../privacy/incidents/incident-clock.js'
import { labelIn } from '../language.js'
import { incidentLabels } from '../messages/incidents.js'

export type IncidentWord = keyof typeof incidentLabels

/** The words of the register, with `{n}` and the like filled in. */
export const incidentSay =
  (language: string) =>
  (word: IncidentWord, facts: Record<string, string | number> = {}): string =>
    labelIn(incidentLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(facts[name] ?? ''),
    )

/** How the clock stands, in words: “41 h left”, “9 h late”. */
export function clockWords({ standing, hours }: IncidentClock, language: string): string {
  const say = incidentSay(language)
  if (standing === 'left') return hours === 0 ? say('leftLess') : say('left', { n: hours })
  if (standing === 'late') return hours === 0 ? say('lateLess') : say('late', { n: hours })
  return say(
    ({ 'in-time': 'inTime', 'reported-late': 'reportedLate', 'not-needed': 'notNeeded' } as const)[standing],
  )
}

/** Whether somebody must do something about it now. */
export const isPressing = ({ standing, hours }: IncidentClock): boolean =>
  standing === 'late' || standing === 'reported-late' || (standing === 'left' && hours < 24)
