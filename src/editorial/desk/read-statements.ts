import type { Payload } from 'payload'
import { actionsFor } from '../../moderation/decide-transition.js'
import { statementsFrom, type ShownStatements, type Told } from '../../moderation/statements.js'
import { nothingHere } from '../../shared/errors.js'
import { everyRow } from '../../shared/every-row.js'
import type { Actor } from '../../tenancy/actor.js'
import { factsFor, relationFor } from '../facts.js'
import { surroundingsOf } from '../surroundings.js'
import type { Write } from '../together.js'
import {
  collectionOf,
  loadWorkingDocument,
  type ModeratedKind,
  type WorkingDocument,
} from '../working-document.js'

interface Question {
  kind: ModeratedKind
  id: string
  actor: Actor
  now: Date
}

type Row = Record<string, unknown> & { id: string }

/**
 * Why something was taken away from an organisation, for those who write for it and for editors. Read as the system: the
 * words lie in the organisation's inbox and in the history, which are closed to one side each. Nobody is named.
 */
export async function readStatements(
  payload: Payload,
  { kind, id, actor, now }: Question,
): Promise<ShownStatements> {
  const document = await loadWorkingDocument(payload, kind, id)
  if (!document) throw nothingHere()
  const write = undefined as unknown as Write
  const relation = await relationFor(payload, actor, kind, document, write)
  if (!relation.author && !relation.editor) throw nothingHere()
  const around = await surroundingsOf(payload, kind, document, write)
  const facts = await factsFor({ payload, kind, document, around, relation, write, now }, '', {})
  const { houseRules } = around.settings
  const municipality = await payload.db.findOne<Row>({
    collection: 'municipalities',
    where: { id: { equals: document.municipality } },
  })
  const mayAppeal = actionsFor(facts, relation, around.settings).some(({ action }) => action === 'appeal')
  const content = document.content as { title?: string | null; name?: string | null } | null
  const waits = document.workflow.appeal === 'open'
  return {
    kind,
    collection: collectionOf[kind],
    id,
    revision: document.revision,
    title: content?.title ?? content?.name ?? null,
    municipality: { name: String(municipality?.name ?? ''), zone: around.municipality.zone },
    organisation: { id: document.organisation, name: around.organisation.name },
    statements: statementsFrom(await toldAbout(payload, id, document.organisation), {
      appeals: await appealsOf(payload, id),
      mayAppeal,
      open: waits,
      answerBy: waits && document.dueAt ? new Date(document.dueAt).toISOString() : null,
      houseRules,
      standsSince: standsSince(document),
    }),
  }
}

/** A later decision may have renewed what is planned; what is out already has been so since it went out. */
function standsSince({ publication, workflow, approvedSnapshot }: WorkingDocument): string | null {
  if (publication === 'live') return workflow.publicSince ?? approvedSnapshot?.decidedAt ?? null
  return publication === 'scheduled' ? (approvedSnapshot?.decidedAt ?? null) : null
}

const instant = (value: unknown) => new Date(value as string).toISOString()
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/** What the organisation was told about the document: the statement of reasons stands in its notice, as it read then. */
async function toldAbout(payload: Payload, id: string, organisation: string): Promise<Told[]> {
  const rows = await everyRow<Row>(payload, 'notices', {
    and: [{ document: { equals: id } }, { organisation: { equals: organisation } }],
  })
  return rows.map((row) => ({
    at: instant(row.at),
    action: String(row.action),
    message: text(row.message),
    reason: text(row.reason),
    ground: text(row.ground) as Told['ground'],
    rule: text(row.rule),
    wording: (row.wording as Told['wording']) ?? null,
    automated: row.automated === true,
  }))
}

async function appealsOf(payload: Payload, id: string): Promise<{ at: string; message: string | null }[]> {
  const rows = await everyRow<Row>(payload, 'revisions', {
    and: [{ document: { equals: id } }, { action: { equals: 'appeal' } }],
  })
  return rows.map((row) => ({ at: instant(row.at), message: text(row.message) }))
}
