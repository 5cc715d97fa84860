import { carryAnnounced } from '../calendar/carry-occurrences.js'
import { noAnnouncements, type Announcements, type EventContent } from '../calendar/event-content.js'
import type { Allowed } from '../moderation/decision.js'
import type { Action, PublicationState } from '../moderation/states.js'
import { statusAfterChange } from '../calendar/event-status.js'
import { nextLook, stateByDates } from '../publication/schedule.js'
import { DomainError } from '../shared/errors.js'
import type { ActionInput } from './action-input.js'
import { occurrenceMeant } from './announced.js'
import type { Columns } from './compare-and-set.js'
import { edited, type Situation } from './facts.js'
import { outboxFor } from './outbox-for.js'
import { projectionOf, startsNext, windowOf, type Window } from './project.js'
import { listsAfter } from './queue/commit-lists.js'
import { requireWritable } from './require-writable.js'
import { picturesDecided } from './showable-pictures.js'
import { countedFrom } from './shown-until.js'
import { copiesOf } from './snapshot.js'
import { recordAfter, submission } from './workflow-record.js'
import { occursAt } from './occurs.js'
import {
  freshRecord,
  type Content,
  type Copies,
  type Snapshot,
  type WorkingDocument,
} from './working-document.js'

interface By {
  actor: string | null
  device: number | null
  cause: string
  /** The held decision that is carried out by this. */
  held?: string | undefined
}

/** The columns that an allowed action sets, all of them, ready for the one write that commits it. */
export async function whatBecomes(
  situation: Situation,
  action: Action,
  decision: Allowed,
  input: ActionInput,
  by: By,
): Promise<Columns> {
  const { kind, document, now } = situation
  const at = now.toISOString()
  const content = contentAfter(situation, action, decision, input)
  const snapshot = await snapshotAfter(situation, action, decision, content, input)
  const announcements = action === 'announce' ? announced(situation, input) : afterChange(situation, snapshot)
  const pinned =
    decision.publication === 'pin' ? true : decision.publication === 'unpin' ? false : document.pinned
  const dated = datesOf(situation, decision, snapshot, announcements)
  const publication = publicationAfter(decision, document.publication, dated, now)
  const revision = document.revision + (decision.revisionGrows ? 1 : 0)
  const workflow = recordAfter(situation, action, decision, input, { actor: by.actor, publication, content })
  const state = decision.to === 'gone' ? document.state : decision.to
  const erased = decision.to === 'erased'
  const columns: Columns = {
    state,
    publication,
    revision,
    content: erased ? null : content,
    approvedSnapshot: snapshot,
    announcements: erased ? null : announcements,
    workflow: erased
      ? {
          ...freshRecord,
          decision: action,
          decidedAt: at,
          reason: workflow.reason,
          // What it had out still counts from when it left; erased before that, it leaves now.
          lifeAt: kind === 'organisation' && document.life !== 'left' ? at : workflow.lifeAt,
        }
      : workflow,
    pinned,
    // A claim tells who reads; it changes nothing that a decision was taken on.
    pending: decision.revisionGrows ? null : document.pending,
    listedForReview: decision.listForReview || (document.listedForReview && !decision.looksOver && !erased),
    ...submission(situation, action, decision, at),
    clockAt: earliest(
      nextLook({
        publication,
        ...dated,
        modified: at,
        pendingAt: decision.revisionGrows ? null : (document.pending?.effectiveAt ?? null),
      }),
      decision.publication === 'keep' ? plannedLook(document) : null,
    ),
    outbox: outboxFor(situation, action, decision, input, by, {
      content,
      snapshot,
      revision,
      state: decision.to,
      publication,
    }),
    outboxCause: by.cause,
  }
  if (kind === 'event' && content) columns.startsAt = startsNext(content as EventContent, now)
  if (kind !== 'post') delete columns.pinned
  // An erased organisation has left, and nothing that names it or its people stays behind.
  if (kind === 'organisation' && erased) {
    Object.assign(columns, {
      life: 'left',
      lifeMessage: null,
      applicationReference: null,
      organisationNumber: null,
      registerReference: null,
    })
  }
  return { ...columns, ...(await listsAfter(situation, decision, columns)) }
}

/**
 * When the clock wanted to look at what stays public, whatever is held. An action that does not write it anew puts that
 * off by nothing: a consent may end meanwhile.
 */
const plannedLook = ({ clockAt, pending }: WorkingDocument): string | null =>
  pending ? (pending.lookAfter ?? null) : clockAt

const earliest = (...times: (string | null)[]): string | null =>
  times.filter((each) => each !== null).sort()[0] ?? null

function contentAfter(
  situation: Situation,
  action: Action,
  decision: Allowed,
  input: ActionInput,
): Content | null {
  const { kind, document } = situation
  if (decision.content === 'destroy') return action === 'delete-draft' ? document.content : null
  if (decision.content === 'back-to-snapshot') return document.approvedSnapshot?.content ?? document.content
  return decision.content === 'edit' ? edited(kind, document.content, input.edits) : document.content
}

async function snapshotAfter(
  situation: Situation,
  action: Action,
  decision: Allowed,
  content: Content | null,
  input: ActionInput,
): Promise<Snapshot | null> {
  const { payload, kind, document, now, write } = situation
  const before = document.approvedSnapshot ?? null
  if (decision.snapshot === 'keep') {
    // The author hears now, not from an editor, that something which the content refers to is no longer there.
    const refers = action === 'submit' || decision.content === 'back-to-snapshot'
    if (refers && content) await copiesOf(payload, kind, document, content, write)
    return before
  }
  if (decision.snapshot === 'drop') return null
  const words = decision.snapshot === 'edit' ? edited(kind, before?.content ?? null, input.edits) : content
  if (!words) throw new DomainError('incomplete', 'There is nothing to approve yet.')
  const fresh =
    decision.content === 'edit'
      ? await requireWritable(situation, words)
      : await copiesOf(payload, kind, document, words, write)
  const revision = document.revision + 1
  const decided = { content: words, copies: fresh, revision, decidedAt: now.toISOString() }
  if (decision.snapshot !== 'edit' || !before) return decided
  const named = Object.keys(input.edits ?? {}).some((field) => field === 'pictures' || field === 'logo')
  const kept = Object.keys(fresh.pictures)
  const picturesDecidedAt = await picturesDecided(payload, before, kept, named, now, write)
  // A correction decides on its own edits only: what others wrote about a picture that it does not name stays as it was.
  return { ...decided, copies: keepOld(fresh, before.copies, named), picturesDecidedAt }
}

const keepOld = (fresh: Copies, old: Copies, pictures: boolean): Copies => ({
  ...fresh,
  coOrganisers: fresh.coOrganisers.map(
    (each) => old.coOrganisers.find((known) => known.id === each.id) ?? each,
  ),
  pictures: pictures
    ? fresh.pictures
    : Object.fromEntries(Object.entries(fresh.pictures).map(([id, now]) => [id, old.pictures[id] ?? now])),
})

/** The status that was announced, for the series or for one of its occurrences. */
function announced({ document }: Situation, input: ActionInput): Announcements {
  const content = document.approvedSnapshot?.content as EventContent
  const before = document.announcements ?? noAnnouncements
  const status = {
    status: input.status as 'cancelled' | 'postponed' | 'scheduled',
    reason: input.reason ?? null,
  }
  if (!input.occurrence) {
    const start = content.allDay ? content.startDate : content.start
    return { ...before, series: { ...status, previousStart: status.status === 'scheduled' ? null : start } }
  }
  const occurrence = occurrenceMeant(content, input.occurrence)
  if (!occurrence || !occursAt(document, occurrence)) {
    throw new DomainError('invalid-input', 'The event does not take place at that time.', {
      faults: [{ field: 'occurrence', code: 'not-found', message: 'Choose one of the times of this event' }],
    })
  }
  const previousStart = status.status === 'scheduled' ? null : occurrence
  return { ...before, occurrences: { ...before.occurrences, [occurrence]: { ...status, previousStart } } }
}

/** What was announced, and what follows for citizens from a change of the event that they see now. */
function afterChange({ kind, document }: Situation, snapshot: Snapshot | null): Announcements | null {
  const { publication, approvedSnapshot: before, announcements } = document
  if (kind !== 'event' || !before || !snapshot || snapshot === before) return announcements
  const [old, fresh] = [before.content as EventContent, snapshot.content as EventContent]
  const said = carryAnnounced(old, fresh, announcements ?? noAnnouncements)
  return publication === 'live' ? { ...said, series: statusAfterChange(old, fresh, said.series) } : said
}

function datesOf(
  situation: Situation,
  decision: Allowed,
  snapshot: Snapshot | null,
  announcements: Announcements | null,
): Window {
  const { kind, document, around, now } = situation
  if (!snapshot) return { visibleFrom: null, visibleUntil: null, endless: false }
  const data = projectionOf(kind, { ...document, announcements }, snapshot, now)
  const published = countedFrom(document, decision, now)
  const { defaultPostDays } = around.municipality
  return windowOf(kind, data, snapshot.content, { now, published, defaultPostDays })
}

function publicationAfter(
  decision: Allowed,
  before: PublicationState,
  dated: Window,
  now: Date,
): PublicationState {
  switch (decision.publication) {
    case 'publish':
    case 'rewrite':
      return stateByDates(dated, now)
    case 'withdraw':
      return 'withdrawn'
    case 'unschedule':
      return 'none'
    case 'remove':
      return 'removed'
    case 'erase':
      return 'erased'
    case 'expire':
      return 'expired'
    default:
      return before
  }
}
