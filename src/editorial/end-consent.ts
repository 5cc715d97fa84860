import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, Where } from 'payload'
import type { PublicItem } from '../publication/public-data.js'
import { withoutPicture } from '../publication/without-picture.js'
import type { Clock } from '../shared/clock.js'
import { DomainError, nothingHere } from '../shared/errors.js'
import { everyRow, rowsInBatches } from '../shared/every-row.js'
import { idAlways, idOf } from '../shared/reference.js'
import type { Actor } from '../tenancy/actor.js'
import { matches, scopeOf } from '../tenancy/scope.js'
import {
  numberPublications,
  takeNumbers,
  type PublicationChange,
  type PublicationRow,
} from './number-publication.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { addressesOf, tellAll } from './notices/tell.js'
import { writeLog } from './records.js'
import { municipalitySlug, registerOutbox, type Doer } from './registers.js'
import { isHeldBack } from './retention/held-back.js'
import { together, type Write } from './together.js'
import type { Outbox } from './working-document.js'

export type Picture = Record<string, unknown> & { id: string }
type End = 'end-consent' | 'withdraw-consent'

export const findPicture = (payload: Payload, id: string, write?: Write): Promise<Picture | null> =>
  payload.db.findOne<Picture>({ collection: 'media', where: { id: { equals: id } }, req: write })

/** Commits columns of a picture's row if it is still as a condition says; whether it was. */
async function setPicture(
  payload: Payload,
  id: string,
  still: Where,
  data: Record<string, unknown>,
  write?: Write,
): Promise<boolean> {
  const row = await payload.db.updateOne({
    collection: 'media',
    where: { and: [{ id: { equals: id } }, still] },
    data: { ...data, updatedAt: new Date().toISOString() },
    options: { atomic: true },
    req: write,
  } as unknown as Parameters<Payload['db']['updateOne']>[0])
  return row !== null && row !== undefined
}

/**
 * Takes a picture back for good because somebody who is shown asks for it: out of everything public at once, and its
 * files destroyed. Who may write about the picture may do it, whether or not the organisation is approved now.
 */
export async function withdrawConsent(
  payload: Payload,
  { id, actor, clock }: { id: string; actor: Actor; clock: Clock },
): Promise<{ withdrawn: true }> {
  const picture = await findPicture(payload, id)
  const owner = { municipality: idAlways(picture?.municipality), organisation: idOf(picture?.organisation) }
  if (!picture || !matches(scopeOf(actor, 'media', 'update'), owner)) throw nothingHere()
  // What is held is destroyed once it is let go; from the public it goes now.
  const held = await isHeldBack(payload, 'media', id)
  const gone = { withdrawn: true, filesDue: true, ...(held ? {} : noWords) }
  const won = await endNow(payload, picture, 'withdraw-consent', actor, clock.now(), gone)
  if (!won)
    throw new DomainError(
      'not-possible-in-this-state',
      'The consent for this picture was taken back already.',
    )
  await destroyFiles(payload)
  return { withdrawn: true }
}

const noWords = { alt: null, credit: null }

/** A consent that has come to its end and is not carried out yet. */
const hasEnded = (now: Date): Where => ({
  and: [
    { peopleShown: { equals: 'consent-held' } },
    { 'consent.validUntil': { less_than_equal: now.toISOString() } },
    { consentOver: { not_equals: true } },
  ],
})

/** So many at a call: what else the clock has to do must not wait for all consents that end at one midnight. */
const atOnce = 50

/**
 * Takes out the pictures whose consent has come to its end. Called by the clock every second; returns how many. Those
 * that cannot be carried out are told to the operator and passed over, so that however many they are the others end.
 */
export async function endConsents(payload: Payload, clock: Clock): Promise<number> {
  const now = clock.now()
  let ended = 0
  for await (const pictures of rowsInBatches<Picture>(payload, 'media', hasEnded(now), { size: atOnce })) {
    for (const picture of pictures) {
      const done = await endNow(payload, picture, 'end-consent', null, now, {}).catch((error: unknown) => {
        payload.logger.error({ err: error, kind: 'media', document: picture.id }, 'consent')
        return false
      })
      if (done) ended += 1
    }
    if (ended >= atOnce) break
  }
  return ended
}

/** The commit point and what follows from it; false where somebody else was quicker. */
async function endNow(
  payload: Payload,
  picture: Picture,
  action: End,
  actor: Doer,
  now: Date,
  columns: Record<string, unknown>,
): Promise<boolean> {
  const slug = await municipalitySlug(payload, idAlways(picture.municipality))
  return oneAtATime(municipalityKey(slug), () =>
    together(payload, async (write) => {
      await deriveEnd(payload, picture.id, slug, write)
      const outbox: Outbox = {
        ...registerOutbox(action, Number(picture.revision ?? 1), actor, now),
        from: String(picture.peopleShown ?? 'none'),
        to: action === 'end-consent' ? 'consent-ended' : 'consent-withdrawn',
        automated: actor === null,
      }
      // Read before its turn: meanwhile somebody may have recorded another consent.
      const open: Where = action === 'end-consent' ? hasEnded(now) : { withdrawn: { not_equals: true } }
      const data = {
        ...columns,
        consentOver: true,
        consentEndedAt: outbox.at,
        outbox,
        outboxCause: outbox.cause,
      }
      if (!(await setPicture(payload, picture.id, open, data, write))) return false
      await deriveEnd(payload, picture.id, slug, write)
      return true
    }),
  )
}

const titleOf = (data: PublicItem): string | null =>
  data.kind === 'event' || data.kind === 'post' ? data.title : data.kind === 'organisation' ? data.name : null

/**
 * What follows from the end of a consent: those who publish are told, everything public that shows the picture is
 * written anew without it under the next change numbers, the log has one entry. Each step has a key, so that a process
 * that died in between is no matter. The caller holds the municipality's lock.
 */
export async function deriveEnd(payload: Payload, id: string, slug: string, write: Write): Promise<void> {
  const picture = await findPicture(payload, id, write)
  const outbox = picture?.outbox as Outbox | null | undefined
  if (!picture || !outbox) return
  const municipality = idAlways(picture.municipality)
  const owner = idOf(picture.organisation)
  const live: Where = { and: [{ municipality: { equals: slug } }, { state: { equals: 'live' } }] }
  const showing = (await everyRow<PublicationRow>(payload, 'publications', live, write)).filter(
    (row) => Array.isArray(row.pictures) && row.pictures.includes(id),
  )
  const told = new Set<string>()
  // Told first: what has been written anew no longer shows that it had the picture.
  for (const row of showing) {
    const organisation = row.kind === 'organisation' ? row.id : (row.organisation ?? null)
    if (!organisation || !row.data) continue
    told.add(organisation)
    const document = { id: row.id, municipality, content: { title: titleOf(row.data) } }
    const tell = addressesOf(outbox.action, { organisation })
    await tellAll(payload, row.kind, document, { ...outbox, cause: `${outbox.cause} ${row.id}`, tell }, write)
  }
  if (owner && !told.has(owner)) {
    const tell = addressesOf(outbox.action, { organisation: owner })
    await tellAll(payload, 'media', { id, municipality }, { ...outbox, tell }, write)
  }
  // A publication that is written at the same moment, by another process, takes a number too: one of both waits.
  const number = await takeNumbers(payload, slug, 1, write)
  const changes = showing.map((row) => without(id, row, outbox))
  await numberPublications(payload, slug, changes, new Map(showing.map((row) => [row.id, row])), write)
  const entry = { id, municipality, organisation: owner }
  await writeLog(payload, 'media', entry, outbox, changes.length > 0 ? number + changes.length : null, write)
  await setPicture(
    payload,
    id,
    { outboxCause: { equals: outbox.cause } },
    { outbox: null, outboxCause: '' },
    write,
  )
}

function without(picture: string, row: PublicationRow, { cause, at }: Outbox): PublicationChange {
  const { id, kind, municipality, state, visibleFrom, visibleUntil, reason, explanation } = row
  return {
    ...{ id, kind, municipality, state, visibleFrom, visibleUntil, reason, explanation },
    organisation: row.organisation ?? null,
    data: row.data && withoutPicture(row.data, picture),
    pictures: row.pictures.filter((each) => each !== picture),
    cause: `${cause} ${row.id}`,
    at,
  }
}

/** Completes what a process left unfinished when it died, for the reconciler. */
export async function completeEnd(payload: Payload, picture: Picture): Promise<void> {
  const slug = await municipalitySlug(payload, idAlways(picture.municipality))
  await oneAtATime(municipalityKey(slug), () =>
    together(payload, (write) => deriveEnd(payload, picture.id, slug, write)),
  )
}

/**
 * Destroys the files of pictures that were taken back. Files know no transaction: they go only once that is committed,
 * and what a dying process left, or the municipality held until now, is destroyed by the reconciler.
 */
export async function destroyFiles(payload: Payload): Promise<void> {
  await oneAtATime('files of withdrawn pictures', async () => {
    const { upload } = payload.collections.media!.config
    const folder = (upload as { staticDir?: string }).staticDir ?? ''
    for (const picture of await everyRow<Picture>(payload, 'media', { filesDue: { equals: true } })) {
      if (await isHeldBack(payload, 'media', picture.id)) continue
      const sizes = Object.values((picture.sizes ?? {}) as Record<string, { filename?: string | null }>)
      const names = [picture.filename, ...sizes.map((size) => size?.filename)]
      try {
        for (const name of names)
          if (typeof name === 'string' && name)
            await rm(path.join(folder, path.basename(name)), { force: true })
        await setPicture(payload, picture.id, { filesDue: { equals: true } }, { filesDue: false, ...noWords })
      } catch (error) {
        // Told and tried again by the reconciler; the picture is out of everything public already.
        payload.logger.error({ err: error, kind: 'media', document: picture.id }, 'files')
      }
    }
  })
}
