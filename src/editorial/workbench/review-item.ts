import type { Payload } from 'payload'
import type { EventContent } from '../../calendar/event-content.js'
import { decisionClock } from '../../moderation/decision-clock.js'
import { languageToWriteIn, textChoices } from '../../moderation/decision-texts.js'
import { linksIn } from '../../moderation/link-form.js'
import { confirmedBefore, confirmationDue, type QueueReason } from '../../moderation/queue.js'
import { reasonChoices } from '../../moderation/reasons.js'
import type { ReviewItem } from '../../moderation/review-item.js'
import { nothingHere } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { factsFor, relationFor, type Situation } from '../facts.js'
import { refuserOf } from '../objection.js'
import { outIn } from '../queue/went-out.js'
import { type Reader, roleTitles } from '../queue/queue-rows.js'
import { publishesNothing } from '../shown-until.js'
import { similarEvents } from '../similar-events.js'
import { surroundingsOf } from '../surroundings.js'
import type { Write } from '../together.js'
import {
  collectionOf,
  loadWorkingDocument,
  type ModeratedKind,
  type WorkingDocument,
} from '../working-document.js'
import { readStatements } from '../desk/read-statements.js'
import { organisationRecord } from './organisation-record.js'
import { profileOf } from './preview-data.js'
import { type MakePreviews, previewPages } from './preview-pages.js'
import { threadOf } from './thread.js'

interface Question {
  kind: ModeratedKind
  id: string
  actor: Actor
  user: Reader
  now: Date
}

type Row = Record<string, unknown> & { id: string }

/** Everything that an editor needs in order to decide about one document, read as she may read it. */
export async function reviewItem(
  payload: Payload,
  { kind, id, actor, user, now }: Question,
  makePreviews: MakePreviews,
): Promise<ReviewItem> {
  const document = await loadWorkingDocument(payload, kind, id)
  if (!document) throw nothingHere()
  const write = undefined as unknown as Write
  const relation = await relationFor(payload, actor, kind, document, write)
  if (!relation.editor) throw nothingHere()
  const around = await surroundingsOf(payload, kind, document, write)
  const situation: Situation = { payload, kind, document, around, relation, write, now }
  const { houseRules } = around.settings
  const rowOf = (collection: 'municipalities' | 'organisations', of: string) =>
    payload.db.findOne<Row>({ collection, where: { id: { equals: of } } })
  const municipality = (await rowOf('municipalities', document.municipality))!
  const organisation = (await rowOf('organisations', document.organisation))!
  const content = document.content as Record<string, unknown> | null
  const approved = (document.approvedSnapshot?.content ?? null) as Record<string, unknown> | null
  const { waits, shown, pictures, preview } = await previewPages(
    payload,
    { kind, document, user, now },
    municipality,
    makePreviews,
  )
  const startsAt = document.startsAt ? new Date(document.startsAt).toISOString() : null
  const title = text(content?.title) ?? text(content?.name)
  const facts = { title: title ?? '', organisation: around.organisation.name }
  const own = around.municipality.decisionTexts
  const language = text(content?.language)
  return {
    kind,
    collection: collectionOf[kind],
    id,
    title,
    municipality: {
      id: around.municipality.id,
      slug: around.municipality.slug,
      name: String(municipality.name),
      zone: around.municipality.zone,
      country: around.municipality.country,
      languages: around.municipality.languages,
    },
    organisation: {
      id: document.organisation,
      name: around.organisation.name,
      kind: String(organisation.kind ?? 'association'),
      life: around.settings.organisationState,
      trust: around.settings.trust,
      createdAt: String(organisation.createdAt),
      confirmedAt: text(organisation.confirmedAt),
      record: await organisationRecord(payload, document.organisation, now, user),
    },
    ...waiting(document, kind, now),
    change: document.publication === 'live' || document.publication === 'scheduled',
    unreviewed: document.listedForReview || Boolean(document.unreviewedKey),
    wentOut: outIn(document),
    publishesNothing: publishesNothing(kind, document, {
      now,
      defaultPostDays: around.municipality.defaultPostDays,
    }),
    dueAt: document.dueAt ? new Date(document.dueAt).toISOString() : null,
    clock: decisionClock(document.dueAt ? new Date(document.dueAt) : null, now, around.times),
    startsAt,
    allDay: content?.allDay === true,
    zone: text(content?.zone) ?? around.municipality.zone,
    language,
    claim: await claimOf(payload, document, actor, now),
    content,
    approved,
    faults:
      document.state === 'in-review' ? (await factsFor(situation, 'approve-with-edits', {})).faults : [],
    links: linksIn(content),
    pictures,
    similar:
      kind === 'event' && content
        ? await similarEvents(payload, document, document.content as EventContent, startsAt)
        : [],
    houseRules: reasonChoices('refusal', houseRules).filter(({ code }) =>
      houseRules.some((rule) => rule.code === code),
    ),
    thread: await threadOf(payload, { kind, id, announced: document.workflow.announced }, houseRules, user),
    appealed: await appealedIn(payload, { kind, id, actor, now }, document),
    texts: {
      changes: textChoices('changes', own, houseRules, facts),
      refusal: textChoices('refusal', own, houseRules, facts),
    },
    writeIn: languageToWriteIn(language, around.municipality.languages),
    preview,
    profile: { waits: profileOf(waits, pictures), public: profileOf(shown, pictures) },
  }
}

const text = (value: unknown): string | null =>
  value instanceof Date ? value.toISOString() : typeof value === 'string' && value !== '' ? value : null

/** Why it waits and since when; an overdue confirmation follows from the calendar. */
function waiting(
  document: WorkingDocument,
  kind: ModeratedKind,
  now: Date,
): { reason: QueueReason | null; since: string | null } {
  if (document.waitsFor)
    return { reason: document.waitsFor, since: document.queueSince?.split(' ')[0] ?? document.submittedAt }
  const { confirmedAt, life } = document
  if (kind !== 'organisation' || life !== 'approved' || !confirmedAt) return { reason: null, since: null }
  const confirmed = new Date(confirmedAt).toISOString()
  return confirmed < confirmedBefore(now)
    ? { reason: 'confirmation', since: confirmationDue(confirmed) }
    : { reason: null, since: null }
}

/** What an appeal that waits is about. */
async function appealedIn(
  payload: Payload,
  question: Omit<Question, 'user'>,
  { workflow }: WorkingDocument,
): Promise<ReviewItem['appealed']> {
  if (workflow.appeal !== 'open') return null
  const { statements } = await readStatements(payload, question)
  const statement = statements.find(({ appeal }) => appeal?.state === 'open')
  if (!statement) return null
  const decider = refuserOf(workflow)
  const titles = decider ? await roleTitles(payload, [decider]) : new Map<string, string | null>()
  return { statement, by: titles.get(decider ?? '') ?? null, mine: decider === question.actor.account }
}

async function claimOf(
  payload: Payload,
  { workflow }: WorkingDocument,
  actor: Actor,
  now: Date,
): Promise<ReviewItem['claim']> {
  const { claimedBy, claimedUntil } = workflow
  if (!claimedBy || !claimedUntil || new Date(claimedUntil) <= now) return null
  const titles = await roleTitles(payload, [claimedBy])
  return { by: titles.get(claimedBy) ?? null, until: claimedUntil, mine: claimedBy === actor.account }
}
