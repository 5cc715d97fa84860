import type { Payload, Where } from 'payload'
import { transitions } from '../moderation/transitions.js'
import { longestHold } from './action-input.js'
import { contentOf } from './content.js'
import { referencesOf } from './snapshot.js'
import type { Write } from './together.js'
import { collectionOf, moderatedKinds, type ModeratedKind, type WorkingDocument } from './working-document.js'
import { everyRow, rowsInBatches } from '../shared/every-row.js'
import { idAlways } from '../shared/reference.js'

type Row = WorkingDocument & Record<string, unknown>
const field = { event: 'pictures', post: 'pictures', organisation: 'logo' } as const

async function rows(payload: Payload, kind: ModeratedKind, where: Where[], write?: Write): Promise<Row[]> {
  return everyRow<Row>(payload, collectionOf[kind], { and: where }, write)
}

type Picture = { id: string; municipality: string; slug: string; except?: string }

/** What can be public from its approved version (`none`: taken back before it went out), and whose changes can be given up for it. */
const mayBeRestored = ['none', 'scheduled', 'withdrawn', 'removed']
const mayBeDiscarded = ['draft', 'in-review', 'changes-requested', 'rejected']

/** The pictures whose words a held decision takes as they are when it is carried out. */
function takenByHeld(kind: ModeratedKind, { pending, content }: Row): string[] {
  const takes = pending && transitions[pending.action].snapshot
  if (takes !== 'take' && takes !== 'edit') return []
  // A correction that does not name its pictures leaves their words as they were decided on.
  const before = takes === 'take' ? content : null
  const words = contentOf(kind, { ...before, ...(pending!.input.edits as object | null | undefined) })
  return referencesOf(kind, words).pictures
}

/** The clock looks at all that is held within the longest hold; twice that, for clocks that differ. */
const lookedAtSoon = (now: Date): Where => ({
  clockAt: { less_than_equal: new Date(now.getTime() + 2 * longestHold * 1000).toISOString() },
})

/**
 * The organisations of which something that shows the picture waits for an editor (in review, or appealed), or for the
 * time of a held decision that takes the picture's words.
 */
export async function awaitDecision(
  payload: Payload,
  picture: { id: string; municipality: string },
  now: Date,
  write?: Write,
): Promise<string[]> {
  const here = { municipality: { equals: picture.municipality } }
  const found = await Promise.all(
    moderatedKinds.map(async (kind) => {
      const using = await rows(payload, kind, [here, { [field[kind]]: { in: [picture.id] } }], write)
      const held = await rows(payload, kind, [here, lookedAtSoon(now)], write)
      const waiting = [
        ...using.filter((row) => row.state === 'in-review' || row.workflow?.appeal === 'open'),
        ...held.filter((row) => takenByHeld(kind, row).includes(picture.id)),
      ]
      return waiting.map((row) => (kind === 'organisation' ? String(row.id) : idAlways(row.organisation)))
    }),
  )
  return found.flat()
}

/** Whether a municipality shows the picture as its own. */
export async function isMunicipalLogo(
  payload: Payload,
  { id, municipality }: { id: string; municipality: string },
  write?: Write,
): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'municipalities',
    where: { and: [{ id: { equals: municipality } }, { logo: { in: [id] } }] },
    req: write,
  })
  return totalDocs > 0
}

/** Whether something public shows the picture. */
async function isPictureShown(
  payload: Payload,
  { id, slug, except }: { id: string; slug: string; except?: string },
  write?: Write,
): Promise<boolean> {
  const live: Where = { and: [{ municipality: { equals: slug } }, { state: { equals: 'live' } }] }
  const rows = await everyRow<{ id: string; pictures: unknown }>(payload, 'publications', live, write)
  return rows.some(
    (row) => String(row.id) !== except && Array.isArray(row.pictures) && row.pictures.includes(id),
  )
}

const hereBut = ({ municipality, except }: Picture): Where[] => [
  { municipality: { equals: municipality } },
  ...(except ? [{ id: { not_equals: except } }] : []),
]

/** Whether one of these documents shows the picture in its approved version. */
async function isApprovedIn(
  payload: Payload,
  picture: Picture,
  which: Where,
  write?: Write,
): Promise<boolean> {
  for (const kind of moderatedKinds) {
    const found = await rows(payload, kind, [...hereBut(picture), which], write)
    const shows = ({ approvedSnapshot }: Row) =>
      Boolean(approvedSnapshot) && referencesOf(kind, approvedSnapshot!.content).pictures.includes(picture.id)
    if (found.some(shows)) return true
  }
  return false
}

/**
 * Whether citizens see the picture, or may see it without anybody deciding on it again: in something public, or in an
 * approved version that goes live at its time or may be restored.
 */
export async function isPictureLetOut(payload: Payload, picture: Picture, write?: Write): Promise<boolean> {
  if (await isPictureShown(payload, picture, write)) return true
  return isApprovedIn(payload, picture, { publication: { in: mayBeRestored } }, write)
}

/**
 * Whether anything shows the picture or can come back with it: a working document, a municipality's own row, something
 * public, or an approved version that may go live, be restored, or take the place of changes that are given up.
 */
export async function isPictureUsed(payload: Payload, picture: Picture, write?: Write): Promise<boolean> {
  const { id } = picture
  if (await isMunicipalLogo(payload, picture, write)) return true
  for (const kind of moderatedKinds) {
    const shows: Where = { [field[kind]]: { in: [id] } }
    if ((await rows(payload, kind, [...hereBut(picture), shows], write)).length > 0) return true
  }
  if (await isPictureLetOut(payload, picture, write)) return true
  if (await isTakenByHeld(payload, picture, write)) return true
  return isApprovedIn(payload, picture, { state: { in: mayBeDiscarded } }, write)
}

/** Whether a held decision brings the picture when it is carried out. */
async function isTakenByHeld(payload: Payload, picture: Picture, write?: Write): Promise<boolean> {
  for (const kind of moderatedKinds) {
    const held = await rows(payload, kind, [...hereBut(picture), lookedAtSoon(new Date())], write)
    if (held.some((row) => takenByHeld(kind, row).includes(picture.id))) return true
  }
  return false
}

/**
 * The pictures of a municipality that `isPictureUsed` would find in use, all at once: for many pictures it is asked once
 * what everything shows. Whoever deletes one asks `isPictureUsed` again, in its lock.
 */
export async function usedPictures(
  payload: Payload,
  municipality: string,
  slug: string,
): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  const take = (value: unknown) => {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) used.add(idAlways(one))
  }
  const here = { municipality: { equals: municipality } }
  const own = await payload.db.findOne<Row>({
    collection: 'municipalities',
    where: { id: { equals: municipality } },
  })
  take(own?.logo)
  for (const kind of moderatedKinds) {
    for await (const some of rowsInBatches<Row>(payload, collectionOf[kind], here)) {
      for (const row of some) {
        take(row[field[kind]])
        take(takenByHeld(kind, row))
        const mayComeBack = mayBeRestored.includes(row.publication) || mayBeDiscarded.includes(row.state)
        if (mayComeBack && row.approvedSnapshot)
          take(referencesOf(kind, row.approvedSnapshot.content).pictures)
      }
    }
  }
  const live: Where = { and: [{ municipality: { equals: slug } }, { state: { equals: 'live' } }] }
  for await (const some of rowsInBatches<{ id: string; pictures: unknown }>(payload, 'publications', live))
    for (const { pictures } of some) take(pictures)
  return used
}
