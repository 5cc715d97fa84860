import type { CollectionSlug, Payload } from 'payload'
import { contactOf, type ErasedKind } from '../../privacy/erasure/erased.js'
import type { Clock } from '../../shared/clock.js'
import { DomainError } from '../../shared/errors.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import { idAlways, idOf } from '../../shared/reference.js'
import { logAccount } from '../accounts/account-log.js'
import { discardPictures } from '../discard-pictures.js'
import { findPicture, withdrawAgain } from '../end-consent.js'
import { commitErasure, findPlace, isBeingErased } from '../erase-place.js'
import { finishErasure } from '../finish-erasure.js'
import { logDoing } from '../log/log-doing.js'
import { municipalityKey, oneAtATime } from '../one-at-a-time.js'
import { isPictureUsed } from '../picture-uses.js'
import { municipalitySlug } from '../registers.js'
import { takeAction } from '../take-action.js'
import { together } from '../together.js'
import { namesContact, withdrawContactAgain } from '../withdraw-contact.js'
import type { ModeratedKind, WorkingDocument } from '../working-document.js'
import { ledgerOf } from './ledger.js'
import { removeErasedFiles } from './remove-erased-files.js'

type Row = Record<string, unknown> & { id: string }

/** Where what was erased would lie again, and whether a row that is there is more than may be left of it. */
const lies: Record<ErasedKind, { collection: string; isBack: (row: Row, id: string) => boolean }> = {
  event: { collection: 'events', isBack: ({ state }) => state !== 'erased' },
  post: { collection: 'posts', isBack: ({ state }) => state !== 'erased' },
  organisation: { collection: 'organisations', isBack: ({ state }) => state !== 'erased' },
  place: { collection: 'places', isBack: () => true },
  // One that something shows in the copy is taken back there, which leaves its row.
  media: { collection: 'media', isBack: ({ withdrawn }) => withdrawn !== true },
  consent: { collection: 'media', isBack: ({ withdrawn }) => withdrawn !== true },
  contact: {
    collection: 'events',
    isBack: (row, id) =>
      Number(row.revision) < contactOf(id).revision && namesContact(row as unknown as WorkingDocument),
  },
  account: { collection: 'accounts', isBack: () => true },
}

/** The id of the row in which it would lie. */
const rowOf = (kind: ErasedKind, id: string): string => (kind === 'contact' ? contactOf(id).event : id)

/** Documents first: what only they used goes with them. */
const order = Object.keys(lies) as ErasedKind[]

/** So many ids at a time: each is a condition of its own. */
const portion = 100

/** What the ledger says was erased and the database has all the same, in the order in which it goes. */
export async function whatIsBack(payload: Payload): Promise<{ kind: ErasedKind; id: string }[]> {
  const { erased, unreadable } = await ledgerOf(payload).read()
  if (unreadable > 0) payload.logger.warn({ code: 'unreadable', count: unreadable }, 'ledger')
  const back: { kind: ErasedKind; id: string }[] = []
  for (const kind of order) {
    const ids = erased.filter((one) => one.kind === kind).map(({ id }) => id)
    const { collection, isBack } = lies[kind]
    for (let at = 0; at < ids.length; at += portion) {
      const some = ids.slice(at, at + portion)
      const rows = await everyRow<Row>(payload, collection, withIds(some.map((id) => rowOf(kind, id))))
      const found = new Map(rows.map((row) => [String(row.id), row]))
      for (const id of some) {
        const row = found.get(rowOf(kind, id))
        if (row && isBack(row, id)) back.push({ kind, id })
      }
    }
  }
  return back
}

/**
 * Erases again what an older copy of the database has brought back. Run at start before anything answers: where one of
 * them cannot be erased the start is refused. Also finishes what a process began to erase when it died. Returns how many
 * went.
 */
export async function eraseAgain(payload: Payload, clock: Clock): Promise<number> {
  const back = await whatIsBack(payload)
  for (const { kind, id } of back) {
    await letGo(payload, kind, id)
    await again[kind](payload, id, clock).catch((error: unknown) => {
      // Gone with what went before it.
      if (!(error instanceof DomainError) || error.code !== 'not-found') throw error
    })
  }
  await removeErasedFiles(payload)
  if (back.length > 0) {
    const left = await whatIsBack(payload)
    if (left.length > 0) {
      for (const { kind, id } of left) payload.logger.error({ kind, document: id }, 'ledger')
      throw new Error(`${left.length} of what was erased is back and could not be erased again`)
    }
    payload.logger.warn({ code: 'erased-again', count: back.length }, 'ledger')
  }
  return back.length
}

/** How often a process that only reads looks whether another one has erased again what is back. Milliseconds. */
const everyLook = 1000

/** Resolves when nothing of what was erased is in the database: for a process that may not write. */
export async function untilErasedAgain(payload: Payload): Promise<void> {
  for (let told = false; (await whatIsBack(payload)).length > 0; told = true) {
    if (!told) payload.logger.warn({ code: 'waits' }, 'ledger')
    await new Promise((resolve) => setTimeout(resolve, everyLook))
  }
}

/** A hold that the copy still has was over when this was erased; one on what was taken back keeps what is not shown. */
async function letGo(payload: Payload, kind: ErasedKind, id: string): Promise<void> {
  if (kind === 'consent' || kind === 'contact') return
  await payload.db.deleteMany({
    collection: 'retention-holds' as CollectionSlug,
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
  })
}

type Again = (payload: Payload, id: string, clock: Clock) => Promise<void>

const document =
  (kind: ModeratedKind): Again =>
  async (payload, id, clock) => {
    await takeAction(payload, { kind, id, action: 'erase-again', actor: null, input: {}, clock })
  }

const again: Record<ErasedKind, Again> = {
  event: document('event'),
  post: document('post'),
  organisation: document('organisation'),

  async place(payload, id, clock) {
    const row = await findPlace(payload, id)
    if (row && !isBeingErased(row)) {
      const slug = await municipalitySlug(payload, idAlways(row.municipality))
      const said = { reason: null, by: null, at: clock.now() }
      await oneAtATime(municipalityKey(slug), () =>
        together(payload, (write) => commitErasure(payload, row, said, slug, write)),
      )
    }
    await finishErasure(payload, id)
  },

  async media(payload, id, clock) {
    const picture = await findPicture(payload, id)
    if (!picture) return
    const municipality = idAlways(picture.municipality)
    const slug = await municipalitySlug(payload, municipality)
    // What showed it in the copy has lost it since, and loses it now.
    if (await isPictureUsed(payload, { id, municipality, slug }))
      return withdrawAndKeepRow(payload, id, clock)
    await payload.db.updateOne({
      collection: 'media',
      where: { id: { equals: id } },
      data: { discarded: true },
    })
    await discardPictures(payload)
    const what = { action: 'delete-picture', kind: 'media', document: id, municipality } as const
    await logDoing(payload, { ...what, reason: 'restored', by: null, at: clock.now() })
  },

  consent: (payload, id, clock) => withdrawAndKeepRow(payload, id, clock),

  async contact(payload, id, clock) {
    await withdrawContactAgain(payload, contactOf(id).event, clock)
    // The revisions of the copy count on from there: whoever agrees anew must not be taken for whoever did not.
    await ledgerOf(payload).note({ kind: 'contact', id, at: clock.now().toISOString(), undone: true })
  },

  async account(payload, id, clock) {
    const [row] = await everyRow<Row>(payload, 'accounts', { id: { equals: id } })
    if (!row) return
    const about = { account: id, municipality: idOf(row.homeMunicipality), actor: null, device: null }
    // As the system: its holder, or its home municipality, has deleted it before.
    await payload.delete({
      collection: 'accounts' as CollectionSlug,
      id,
      overrideAccess: true,
      context: { asSystem: true },
    })
    await logAccount(payload, {
      ...about,
      action: 'delete-account',
      kind: 'account',
      reason: 'restored',
      automated: true,
      at: clock.now(),
    })
  },
}

async function withdrawAndKeepRow(payload: Payload, id: string, clock: Clock): Promise<void> {
  const picture = await findPicture(payload, id)
  if (picture) await withdrawAgain(payload, picture, clock.now())
}
