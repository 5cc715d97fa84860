import type { CollectionSlug, Payload, Where } from 'payload'
import type { AdminAccount } from '../account.js'
import { labelIn, wordsIn, type AdminLanguage } from '../language.js'
import { happenedLabels } from '../../moderation/notices/happened.js'
import { dayWords, timeWords } from '../time-words.js'
import type { Line } from './lines.js'

interface Found {
  id: string
  title?: string | null
  name?: string | null
  state?: string
  publication?: string
  life?: string
  zone?: string | null
  startsAt?: string | null
  allDay?: boolean | null
  startDate?: string | null
  dueAt?: string | null
  at?: string | null
  action?: string | null
  message?: string | null
  read?: boolean
  organisation?: { name?: string | null } | string | null
}

interface Say {
  zone: string
  language: AdminLanguage
}

/** Reads as this account and never as the system. A collection that is closed to it answers with nothing. */
export const findAs =
  (payload: Payload, account: AdminAccount) =>
  async (collection: CollectionSlug, where: Where, sort: string, limit: number): Promise<Found[]> => {
    const { docs } = await payload
      .find({ collection, where, sort, limit, depth: 1, overrideAccess: false, user: account as never })
      .catch((error: unknown) => {
        if ((error as { status?: number }).status === 403) return { docs: [] }
        throw error
      })
    return docs as unknown as Found[]
  }

export async function zoneOf(
  as: ReturnType<typeof findAs>,
  municipality: string | undefined,
): Promise<string> {
  if (!municipality) return 'Europe/Stockholm'
  const [found] = await as('municipalities' as CollectionSlug, { id: { equals: municipality } }, 'name', 1)
  return found?.zone ?? 'Europe/Stockholm'
}

const kinds = { events: 'kindEvent', posts: 'kindPost' } as const

const whenWords = (
  { allDay, startDate, startsAt, zone: own }: Found,
  zone: string,
  language: AdminLanguage,
) => (allDay && startDate ? dayWords(startDate, language) : timeWords(startsAt, own || zone, language))

/** Documents as lines of the overview. */
export function linesOf(collection: keyof typeof kinds, docs: Found[], { zone, language }: Say): Line[] {
  const w = wordsIn(language)
  return docs.map((doc) => {
    const organisation = typeof doc.organisation === 'object' ? doc.organisation?.name : null
    return {
      href: `/admin/collections/${collection}/${doc.id}`,
      title: doc.title || doc.name || w.withoutTitle,
      about: [w[kinds[collection]], whenWords(doc, zone, language), organisation].filter(Boolean).join(' · '),
      axis: 'state',
      value: doc.state,
      late:
        doc.state === 'in-review' && doc.dueAt && Date.parse(doc.dueAt) < Date.now() ? w.isLate : undefined,
    }
  })
}

export function noticeLines(docs: Found[], { zone, language }: Say): Line[] {
  const labels: Record<string, unknown> = happenedLabels
  return docs.map((doc) => ({
    href: `/admin/notices#n-${doc.id}`,
    title: [labelIn(labels[doc.action ?? ''], language) || doc.action, doc.title].filter(Boolean).join(': '),
    about: [timeWords(doc.at, zone, language), doc.message].filter(Boolean).join(' · '),
  }))
}
