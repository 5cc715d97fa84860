import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { projectCategory, projectMunicipality, projectPlace } from '../feed/projections/registers.js'
import { pictureMayBeShown } from '../privacy/consent.js'
import { statementOf } from '../moderation/statement.js'
import type { PublicItem } from '../publication/public-data.js'
import { tellAll } from './notices/tell.js'
import { findPublication, numberPublication } from './number-publication.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { picturesIn } from './project.js'
import { writeLog } from './records.js'
import { consentOf, pictureFacts } from './snapshot.js'
import type { Actor } from '../tenancy/actor.js'
import type { Surroundings } from './surroundings.js'
import { together, type Write } from './together.js'
import type { Outbox } from './working-document.js'
import { idAlways } from '../shared/reference.js'

/** What the municipality keeps itself: public as soon as it is saved, a place once an editor has decided on it. */
export const registerCollections = {
  place: 'places',
  category: 'categories',
  municipality: 'municipalities',
} as const
export type RegisterKind = keyof typeof registerCollections

type Row = Record<string, unknown> & { id: string }

/** Who did something, and with which device; null is the clock or the system. */
export type Doer = Pick<Actor, 'account' | 'device'> | null

/** A new outbox for a save of a register's row. */
export function registerOutbox(action: string, revision: number, by: Doer, at: Date): Outbox {
  return {
    cause: randomUUID(),
    action,
    at: at.toISOString(),
    actor: by?.account ?? null,
    device: by?.device ?? null,
    revision,
    from: '',
    to: '',
    publication: true,
    reason: null,
    explanation: null,
    message: null,
    rule: null,
    automated: false,
    override: null,
    statement: statementOf(action, null, []),
    keepRevision: false,
    rewriteNative: false,
    opensPlaces: false,
    tell: [],
    changes: null,
  }
}

const isPublic = (kind: RegisterKind, row: Row) => kind !== 'place' || row.decided === true

async function projectionOf(
  payload: Payload,
  kind: RegisterKind,
  row: Row,
  write: Write,
): Promise<PublicItem> {
  if (kind === 'place') return projectPlace(row)
  if (kind === 'category') return projectCategory(row)
  const logo = row.logo
    ? await payload.db.findOne<Row>({
        collection: 'media',
        where: { id: { equals: idAlways(row.logo) } },
        req: write,
      })
    : null
  const shown = logo && pictureMayBeShown(consentOf(logo), String(row.updatedAt ?? ''), new Date())
  return projectMunicipality(row, shown ? pictureFacts(logo) : null)
}

/** Writes what follows from a saved row of a register: its publication and the log; then empties its outbox. */
export async function deriveRegister(
  payload: Payload,
  kind: RegisterKind,
  id: string,
  slug: string,
  write: Write,
): Promise<void> {
  const collection = registerCollections[kind]
  const row = await payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, req: write })
  const outbox = row?.outbox as Outbox | null | undefined
  if (!row || !outbox) return
  const municipality = kind === 'municipality' ? id : idAlways(row.municipality)
  let number: number | null = null
  if (kind === 'place' && !isPublic(kind, row)) {
    number = await tellPlaceGone(payload, id, slug, outbox, write)
    // What uses it must lose it first; then `finishErasure` writes the log and takes the row away.
    if (outbox.to === 'erased') return
  }
  if (isPublic(kind, row)) {
    const data = await projectionOf(payload, kind, row, write)
    number = await numberPublication(
      payload,
      {
        id: kind === 'municipality' ? slug : id,
        kind,
        municipality: slug,
        organisation: null,
        state: 'live',
        active: kind === 'municipality' ? row.active === true : true,
        data,
        pictures: picturesIn(data),
        visibleFrom: null,
        visibleUntil: null,
        reason: null,
        explanation: null,
        cause: outbox.cause,
        at: outbox.at,
      },
      write,
    )
  }
  await writeLog(payload, kind, { id, municipality, organisation: null }, outbox, number, write)
  await tellAll(payload, kind, { id, municipality, content: row }, outbox, write)
  await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { outboxCause: { equals: outbox.cause } }] },
    data: { outbox: null, outboxCause: '' },
    options: { atomic: true },
    req: write,
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
}

/** A place that was in the public register is told as deleted; null where nothing was told of it, or that already. */
async function tellPlaceGone(payload: Payload, id: string, slug: string, outbox: Outbox, write: Write) {
  const before = await findPublication(payload, id, write)
  const state = outbox.to === 'erased' ? 'erased' : 'withdrawn'
  if (!before || before.state === state || (before.state !== 'live' && state === 'withdrawn')) return null
  const nothing = { data: null, pictures: [], visibleFrom: null, visibleUntil: null, explanation: null }
  const { cause, at, reason } = outbox
  const place = { id, kind: 'place' as const, municipality: slug, organisation: null, active: true }
  return numberPublication(payload, { ...place, state, ...nothing, reason, cause, at }, write)
}

export async function municipalitySlug(
  payload: Payload,
  municipality: string,
  write?: Write,
): Promise<string> {
  const row = await payload.db.findOne<Row>({
    collection: 'municipalities',
    where: { id: { equals: municipality } },
    select: { slug: true },
    req: write,
  })
  return String(row?.slug ?? '')
}

/** The zone in which a municipality's days begin and end. */
export async function municipalityZone(payload: Payload, municipality: string): Promise<string> {
  const row = await payload.db.findOne<Row>({
    collection: 'municipalities',
    where: { id: { equals: municipality } },
    select: { zone: true },
  })
  return String(row?.zone ?? 'UTC')
}

/** The slug of the municipality that a register's row belongs to. */
export async function slugOfRow(
  payload: Payload,
  kind: RegisterKind,
  row: { municipality?: unknown; slug?: unknown },
  write?: Write,
): Promise<string> {
  return kind === 'municipality'
    ? String(row.slug)
    : municipalitySlug(payload, idAlways(row.municipality), write)
}

/** Completes a register's row: after its save, and again by the reconciler if the process died in between. */
export async function completeRegister(
  payload: Payload,
  kind: RegisterKind,
  row: { id: unknown; municipality?: unknown; slug?: unknown },
) {
  const id = String(row.id)
  const slug = await slugOfRow(payload, kind, row)
  await oneAtATime(municipalityKey(slug), () =>
    together(payload, (write) => deriveRegister(payload, kind, id, slug, write)),
  )
}

export const doerOf = ({ actor, device }: Outbox): Doer =>
  actor === null ? null : { account: actor, device }

/**
 * Shows places in the public register once an editor has decided on something that uses them. The caller holds the
 * municipality's lock.
 */
export async function openPlaces(
  payload: Payload,
  places: string[],
  because: Outbox,
  around: Surroundings,
  write: Write,
): Promise<void> {
  for (const id of places) {
    const row = await payload.db.findOne<Row>({
      collection: 'places',
      where: { id: { equals: id } },
      req: write,
    })
    const isGoing = (row?.outbox as Outbox | null | undefined)?.to === 'erased'
    if (!row || row.decided === true || isGoing) continue
    const outbox = {
      ...registerOutbox('open', Number(row.revision ?? 1), doerOf(because), new Date(because.at)),
      cause: `${because.cause} ${id}`,
    }
    await payload.db.updateOne({
      collection: 'places',
      where: { id: { equals: id } },
      data: { decided: true, outbox, outboxCause: outbox.cause },
      req: write,
    })
    await deriveRegister(payload, 'place', id, around.municipality.slug, write)
  }
}
