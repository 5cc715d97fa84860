import type { Payload } from 'payload'
import type { EventContent } from '../../calendar/event-content.js'
import { firstStart } from '../../calendar/validate-event.js'
import type { BeforeSubmit } from '../../moderation/desk.js'
import { ruleThatApproves } from '../../moderation/decide-transition.js'
import { decisionDue, leadTime } from '../../moderation/house-rules.js'
import { reasonChoices } from '../../moderation/reasons.js'
import { nothingHere } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { factsFor, relationFor } from '../facts.js'
import type { Reader } from '../queue/queue-rows.js'
import { surroundingsOf } from '../surroundings.js'
import type { Write } from '../together.js'
import { loadWorkingDocument } from '../working-document.js'
import { type MakePreviews, previewPages } from '../workbench/preview-pages.js'
import type { DeskKind } from './desk-rows.js'

interface Question {
  kind: DeskKind
  id: string
  actor: Actor
  user: Reader
  now: Date
}

/** What an author is shown before sending something in: the rules of the house, the time left, and how it will look. */
export async function beforeSubmit(
  payload: Payload,
  { kind, id, actor, user, now }: Question,
  makePreviews: MakePreviews,
): Promise<BeforeSubmit> {
  const document = await loadWorkingDocument(payload, kind, id)
  if (!document) throw nothingHere()
  const write = undefined as unknown as Write
  const relation = await relationFor(payload, actor, kind, document, write)
  if (!relation.author && !relation.editor) throw nothingHere()
  const around = await surroundingsOf(payload, kind, document, write)
  const municipality = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'municipalities',
    where: { id: { equals: document.municipality } },
  })
  const facts = await factsFor({ payload, kind, document, around, relation, write, now }, 'submit', {})
  const { houseRules } = around.settings
  const start = kind === 'event' && document.content ? firstStart(document.content as EventContent) : null
  const { preview } = await previewPages(payload, { kind, document, user, now }, municipality!, makePreviews)
  return {
    houseRules: reasonChoices('refusal', houseRules).filter(({ code }) =>
      houseRules.some((rule) => rule.code === code),
    ),
    lead: start ? leadTime(start, now, around.times) : null,
    decisionBy: decisionDue(now, around.times)?.toISOString() ?? null,
    goesOutAtOnce: ruleThatApproves(facts, around.settings) !== null,
    change: document.publication === 'live' || document.publication === 'scheduled',
    preview: { waits: preview.waits, public: document.publication === 'live' ? preview.public : [] },
  }
}
