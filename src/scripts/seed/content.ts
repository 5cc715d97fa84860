import type { Payload } from 'payload'
import type { ResolvedEvent, ResolvedPost } from '../demo/demo-shape.js'
import { act, freshAccount, saveAs, type Made, type Row } from './people.js'

/** Who writes for an organisation in the demo: its own account, or for those without one the municipality's admin. */
async function writerOf(payload: Payload, organisation: string, made: Made): Promise<Row> {
  const own = made.accounts.has(`${made.slug}-${organisation}`)
    ? `${made.slug}-${organisation}`
    : `${made.slug}-admin`
  return freshAccount(payload, made, own)
}

/** The content with ids in place of keys. */
function withIds(
  content: ResolvedEvent['content'] | ResolvedPost['content'],
  made: Made,
): Record<string, unknown> {
  const ids = (keys: string[], among: Map<string, string>) => keys.flatMap((key) => among.get(key) ?? [])
  const base = {
    ...content,
    categories: ids(content.categories, made.categories),
    pictures: ids(content.pictures, made.pictures),
  }
  if (!('zone' in content)) return base
  const named = Boolean(content.contact.name)
  return {
    ...base,
    place: content.place ? made.places.get(content.place) : null,
    coOrganisers: ids(content.coOrganisers, made.organisations),
    umbrella: content.umbrella ? (made.events.get(content.umbrella) ?? null) : null,
    overrides: content.overrides.map((each) => ({
      ...each,
      place: each.place ? made.places.get(each.place) : null,
    })),
    // The demo's contacts are functions of an organisation, not people; the reference says so.
    contact: { ...content.contact, consentReference: named ? 'funktion' : null },
  }
}

export async function makeContent(
  payload: Payload,
  kind: 'event' | 'post',
  what: ResolvedEvent | ResolvedPost,
  made: Made,
): Promise<void> {
  const organisation = made.organisations.get(what.organisation)!
  const writer =
    what.fate.outcome === 'published-by-editor' && made.accounts.has(`${made.slug}-${what.organisation}`)
      ? await freshAccount(payload, made, `${made.slug}-editor`)
      : await writerOf(payload, what.organisation, made)
  const editor = await freshAccount(payload, made, `${made.slug}-editor`)
  const { importance, ...content } = withIds(what.content, made) as Record<string, unknown>
  const row = await payload.create({
    collection: kind === 'event' ? 'events' : 'posts',
    data: { ...content, municipality: made.municipality, organisation } as never,
    user: writer as never,
    overrideAccess: false,
  })
  const id = String(row.id)
  if (kind === 'event') made.events.set(what.key, id)
  await carryOut(payload, kind, id, what, { writer, editor, importance, made })
}

interface Cast {
  writer: Row
  editor: Row
  importance: unknown
  made: Made
}

async function carryOut(
  payload: Payload,
  kind: 'event' | 'post',
  id: string,
  what: ResolvedEvent | ResolvedPost,
  cast: Cast,
) {
  const { writer, editor, made } = cast
  const { fate } = what
  const own = made.accounts.get(`${made.slug}-${what.organisation}`) !== undefined
  const by = (action: string, account: Row, input: object = {}) =>
    act(payload, kind, id, action, account, input)
  if (fate.outcome === 'draft') return
  if (!own || fate.outcome === 'published-by-editor') {
    // Content of the municipality's own units, and what an editor entered for an association.
    await by('publish', writer)
    return afterwards(payload, kind, id, what, cast)
  }
  const submitted = await by('submit', writer)
  if (submitted.state === 'in-review') {
    if (fate.outcome === 'in-review') return
    if (fate.outcome === 'changes-requested')
      return void (await by('request-changes', editor, { message: fate.message }))
    if (fate.outcome === 'rejected')
      return void (await by('reject', editor, { reason: fate.reason, message: fate.message }))
    if (fate.outcome === 'appealed') {
      await by('reject', editor, { reason: fate.reason, message: fate.message })
      return void (await by('appeal', writer, { message: fate.appeal }))
    }
    await by('approve', editor)
  }
  return afterwards(payload, kind, id, what, cast)
}

async function afterwards(
  payload: Payload,
  kind: 'event' | 'post',
  id: string,
  what: ResolvedEvent | ResolvedPost,
  cast: Cast,
) {
  const { writer, editor, importance, made } = cast
  const { fate } = what
  const by = (action: string, account: Row, input: object = {}) =>
    act(payload, kind, id, action, account, input)
  if (importance && importance !== 'normal') {
    await by('correct', editor, { edits: { importance }, note: 'Vikt satt av redaktionen.' })
  }
  if ('announcements' in what) {
    const { series, occurrences } = what.announcements
    if (series) await by('announce', writer, { status: series.status, reason: series.reason })
    for (const [occurrence, said] of Object.entries(occurrences)) {
      await by('announce', writer, { status: said.status, reason: said.reason, occurrence })
    }
  }
  if ('pinned' in what && what.pinned) await by('pin', editor)
  if (fate.outcome === 'removed') await by('remove', editor, { reason: fate.reason, message: fate.message })
  if (fate.outcome === 'withdrawn') {
    await by('withdraw', editor, {
      reason: fate.reason,
      ...(fate.explanation ? { explanation: fate.explanation } : {}),
    })
  }
  if (fate.outcome === 'approved-with-pending-edit') {
    await saveAs(payload, kind, id, withIds(fate.edit as ResolvedEvent['content'], made), writer)
    await by('submit', writer).catch(() => undefined)
  }
}
