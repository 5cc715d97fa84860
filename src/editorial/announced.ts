import type { EventContent } from '../calendar/event-content.js'
import { instant } from './content.js'
import type { Announced } from '../moderation/went-out.js'
import type { WorkingDocument } from './working-document.js'

export interface StandingAnnouncement extends Announced {
  reason: string | null
}

/** What citizens are told now of the event and its occurrences, by original start. */
export function announcedIn({
  announcements,
}: Pick<WorkingDocument, 'announcements'>): StandingAnnouncement[] {
  if (!announcements) return []
  const { series, occurrences } = announcements
  return [
    ...(series ? [{ occurrence: null, status: series.status, reason: series.reason }] : []),
    ...Object.entries(occurrences).map(([occurrence, { status, reason }]) => ({
      occurrence,
      status,
      reason,
    })),
  ]
}

/** The name of the occurrence that is meant: a date where the event lasts all day, else an instant in UTC. */
export const occurrenceMeant = ({ allDay }: EventContent, said: string): string | null =>
  allDay ? said.slice(0, 10) : instant(said)
