import type { Payload } from 'payload'
import { noticesMessage, waitingMessage, type MailMessage } from '../../mail/message.js'
import { workingMorning } from '../../mail/mornings.js'
import { sayWhen } from '../../mail/when.js'
import type { CountryWithHolidays } from '../../moderation/working-days.js'
import { isEditorOf } from '../../tenancy/membership.js'
import { readNotices } from '../notices/read-inbox.js'
import { countQueue } from '../queue/queue-counts.js'
import { readQueue } from '../queue/read-queue.js'
import { remitOf } from '../queue/queue-streams.js'
import { noFilters } from '../../moderation/queue-filters.js'
import type { DueMail } from './due-mails.js'
import type { Mail } from './mail-records.js'
import type { Recipient } from './recipient.js'

/** What is sent now: messages, each with the rows that it settles; and rows of which there is nothing to send. */
export interface Composed {
  messages: { message: MailMessage; rows: Mail[] }[]
  nothing: Mail[]
}

/**
 * Makes messages of what is due as things are at this moment: a notice that was read meanwhile, that the account may no
 * longer read, or whose words were erased, is not sent.
 */
export async function composeNotices(
  payload: Payload,
  { rows }: DueMail,
  { actor, user, choice, language }: Recipient,
  publicUrl: string,
): Promise<Composed> {
  const wanted = rows.flatMap(({ notice }) => notice ?? [])
  const found = await readNotices(payload, actor, user, wanted)
  const told = rows.flatMap((row) => {
    const notice = found.find(({ id }) => id === row.notice)
    return notice && !notice.read ? [{ row, notice }] : []
  })
  const groups = choice === 'at-once' ? told.map((each) => [each]) : told.length > 0 ? [told] : []
  return {
    messages: groups.map((group) => {
      const keys = group.map(({ row }) => row.key)
      return {
        message: noticesMessage(
          group.map(({ notice }) => notice),
          { language, publicUrl, keys },
        ),
        rows: group.map(({ row }) => row),
      }
    }),
    nothing: rows.filter((row) => !told.some((each) => each.row.id === row.id)),
  }
}

/** What starts so soon is named in the morning. Milliseconds. */
const soon = 3 * 86_400_000
/** So many of what starts soonest are looked at. */
const mostSoon = 50

/** The morning's word to those who decide; nothing where nothing waits, or the morning is over. */
export async function composeMorning(
  payload: Payload,
  { rows }: DueMail,
  { actor, user, language }: Recipient,
  { publicUrl, now }: { publicUrl: string; now: Date },
): Promise<Composed> {
  const [row] = rows
  const town =
    row?.municipality &&
    (await payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'municipalities',
      where: { id: { equals: row.municipality } },
    }))
  const nothing = { messages: [], nothing: rows }
  if (!row || !town || town.active !== true || town.morningMail === false) return nothing
  const zone = String(town.zone)
  const day = workingMorning(now, zone, String(town.country) as CountryWithHolidays)
  if (!day || !row.key.endsWith(day) || !isEditorOf(actor, String(town.id), null)) return nothing
  const remit = remitOf(actor, String(town.id))
  const counts = await countQueue(payload, remit, now, user)
  if (counts.every(({ count }) => count === 0)) return nothing
  const question = { ...remit, filters: noFilters, cursor: null, limit: mostSoon, now }
  const { items } = await readQueue(payload, question, user)
  const until = now.getTime() + soon
  const starting = items
    .flatMap(({ startsAt }) => startsAt ?? [])
    .filter((at) => Date.parse(at) > now.getTime() && Date.parse(at) <= until)
    .sort()
  const message = waitingMessage(
    {
      town: String(town.name),
      counts,
      soon: starting[0] ? { count: starting.length, first: sayWhen(starting[0], zone, language) } : null,
      late: items.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now.getTime()).length,
    },
    { language, publicUrl, keys: [row.key] },
  )
  return { messages: [{ message, rows }], nothing: [] }
}
