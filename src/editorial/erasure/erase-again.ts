import type { CollectionSlug, Payload } from 'payload'
import { contactOf, erasureKey, type ErasedKind } from '../../privacy/erasure/erased.js'
import type { Line } from '../../privacy/erasure/ledger-line.js'
import { isHoldKind } from '../../privacy/retention/holds.js'
import type { Clock } from '../../shared/clock.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import { idAlways, idOf } from '../../shared/reference.js'
import { logAccount } from '../accounts/account-log.js'
import { findPicture, withdrawAgain } from '../end-consent.js'
import { commitErasure, findPlace, isBeingErased } from '../erase-place.js'
import { finishErasure } from '../finish-erasure.js'
import { logDoing } from '../log/log-doing.js'
import { municipalityKey, oneAtATime } from '../one-at-a-time.js'
import { usedPictures } from '../picture-uses.js'
import { municipalitySlug } from '../registers.js'
import { isHeldBack } from '../retention/held-back.js'
import { takeAction } from '../take-action.js'
import { together } from '../together.js'
import { namesContact, withdrawContactAgain } from '../withdraw-contact.js'
import type { ModeratedKind, WorkingDocument } from '../working-document.js'

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

type What = Pick<Line, 'id'> & { kind: ErasedKind }

/** What some lines say was erased and the database has all the same, in the order in which it goes. */
export async function whatIsBack(payload: Payload, lines: readonly Line[]): Promise<What[]> {
  const back: What[] = []
  for (const kind of order) {
    const ids = [...new Set(lines.filter((one) => one.kind === kind).map(({ id }) => id))]
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

/** So often it is looked whether another process that does the same has done what this one could not. */
const mostRounds = 10
const betweenRounds = 500

/**
 * Erases what some lines of the ledger name and the database has all the same, by the verbs by which it was erased the
 * first time. Run before anything answers. Of two processes that do it at once the slower one finds it done: `isDue` says
 * whether it is still to be done. `spareHeld`: what the municipality holds back here stays, else a hold that the copy has
 * was over when this was erased. Throws where something cannot be erased. Returns how many went, and how many were spared.
 */
export async function eraseAgain(
  payload: Payload,
  clock: Clock,
  lines: readonly Line[],
  { isDue, spareHeld }: { isDue: () => Promise<boolean>; spareHeld: boolean },
): Promise<{ erased: number; spared: number }> {
  const there = await whatIsBack(payload, lines)
  const held = spareHeld ? await heldOf(payload, there) : []
  const back = async () => (await whatIsBack(payload, lines)).filter((one) => !held.includes(erasureKey(one)))
  const first = await back()
  const done = { erased: first.length, spared: held.length }
  let fault: unknown = null
  for (let round = 0, left = first; left.length > 0; round += 1) {
    if (round === mostRounds) {
      for (const { kind, id } of left) payload.logger.error({ kind, document: id }, 'ledger')
      throw new Error(`${left.length} of what was erased is back and could not be erased again`, {
        cause: fault,
      })
    }
    if (round > 0) await new Promise((resolve) => setTimeout(resolve, betweenRounds))
    const used = usedIn(payload)
    for (const { kind, id } of left) {
      // Whoever was quicker answers already, and may have somebody agree anew to what was taken back.
      if (!(await isDue())) return done
      await letGo(payload, kind, id)
      // Gone with what went before it, or done by another process meanwhile: the next look tells.
      await again[kind](payload, id, { clock, used }).catch((error: unknown) => {
        fault = error
      })
    }
    left = await back()
  }
  return done
}

/** Of some things those that are held back here, or what they are part of; by their keys. */
async function heldOf(payload: Payload, things: readonly What[]): Promise<string[]> {
  const held: string[] = []
  for (const one of things) {
    const kind = one.kind === 'contact' ? 'event' : one.kind === 'consent' ? 'media' : one.kind
    if (isHoldKind(kind) && (await isHeldBack(payload, kind, rowOf(one.kind, one.id))))
      held.push(erasureKey(one))
  }
  return held
}

/** The pictures in use in a municipality, asked for once: what shows them has gone before. */
function usedIn(payload: Payload): (municipality: string, slug: string) => Promise<ReadonlySet<string>> {
  const known = new Map<string, Promise<ReadonlySet<string>>>()
  return (municipality, slug) => {
    const used = known.get(municipality) ?? usedPictures(payload, municipality, slug)
    known.set(municipality, used)
    return used
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

interface Means {
  clock: Clock
  used: ReturnType<typeof usedIn>
}
type Again = (payload: Payload, id: string, means: Means) => Promise<void>

const document =
  (kind: ModeratedKind): Again =>
  async (payload, id, { clock }) => {
    await takeAction(payload, { kind, id, action: 'erase-again', actor: null, input: {}, clock })
  }

const again: Record<ErasedKind, Again> = {
  event: document('event'),
  post: document('post'),
  organisation: document('organisation'),

  async place(payload, id, { clock }) {
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

  async media(payload, id, { clock, used }) {
    const picture = await findPicture(payload, id)
    if (!picture) return
    const municipality = idAlways(picture.municipality)
    const slug = await municipalitySlug(payload, municipality)
    // What showed it in the copy has lost it since, and loses it now.
    if ((await used(municipality, slug)).has(id)) return withdrawAndKeepRow(payload, id, clock)
    await oneAtATime(municipalityKey(slug), () =>
      payload.delete({ collection: 'media', id, overrideAccess: true, context: { asSystem: true } }),
    )
    const what = { action: 'delete-picture', kind: 'media', document: id, municipality } as const
    await logDoing(payload, { ...what, reason: 'restored', by: null, at: clock.now() })
  },

  consent: (payload, id, { clock }) => withdrawAndKeepRow(payload, id, clock),

  async contact(payload, id, { clock }) {
    await withdrawContactAgain(payload, contactOf(id).event, clock)
  },

  async account(payload, id, { clock }) {
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
