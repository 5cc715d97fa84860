import type { Payload } from 'payload'
import { eraseContact, eraseTraces, eraseWords } from './erase-traces.js'
import { compareAndSet } from './compare-and-set.js'
import { writeNative } from './native-fields.js'
import { findPublication, numberPublication } from './number-publication.js'
import { underPresentNames } from './organisation-names.js'
import { withPresentPlaces } from './present-places.js'
import { picturesIn, projectionOf, windowOf } from './project.js'
import { tellAll } from './notices/tell.js'
import { writeLog, writeRevision } from './records.js'
import { openPlaces } from './registers.js'
import { isHeldBack } from './retention/held-back.js'
import { withShowablePictures } from './showable-pictures.js'
import { settleParts } from './settle.js'
import { forgetLinksTo } from './share/share-records.js'
import type { Surroundings } from './surroundings.js'
import type { Write } from './together.js'
import { shownUmbrellas, umbrellaOf, underUmbrella } from './umbrellas.js'
import {
  collectionOf,
  type ModeratedKind,
  type Outbox,
  type Snapshot,
  type WorkingDocument,
} from './working-document.js'

/** The document with its columns that only some kinds have. */
type Row = WorkingDocument & { surfaces?: unknown; kind?: string; life?: string }

/**
 * Brings about everything that follows from the decision in the document's outbox: publication under the next change
 * number, its parts, history, log, notices, native fields; then empties the outbox. May be done again after a crash at
 * any point: each write has a key made of the document and the cause. The caller holds the locks of document and
 * municipality.
 */
export async function derive(
  payload: Payload,
  kind: ModeratedKind,
  document: WorkingDocument,
  around: Surroundings,
  write: Write,
): Promise<void> {
  const { outbox } = document
  if (!outbox) return
  const number = outbox.publication
    ? await publish(payload, kind, document as Row, outbox, around, write)
    : null
  if (outbox.publication && kind === 'event')
    await settleParts(payload, document.id, document.municipality, write)
  if (outbox.keepRevision) await writeRevision(payload, kind, document, outbox, write)
  await writeLog(payload, kind, document, outbox, number, write)
  await tellAll(payload, kind, document, outbox, write)
  if (outbox.voids) {
    await writeLog(payload, kind, document, outbox.voids, null, write)
    // Whoever set their own decision aside knows.
    if (outbox.voids.actor !== outbox.actor) await tellAll(payload, kind, document, outbox.voids, write)
  }
  if (outbox.to === 'gone' || outbox.to === 'erased') await forgetLinksTo(payload, document.id, write)
  if (outbox.to === 'gone') {
    await eraseWords(payload, document, write)
    await payload.db.deleteOne({
      collection: collectionOf[kind],
      where: { id: { equals: document.id } },
      req: write,
    })
    return
  }
  if (outbox.to === 'erased') await eraseTraces(payload, kind, document, write)
  // What is held is destroyed once it is let go.
  if (outbox.action === 'withdraw-contact' && !(await isHeldBack(payload, 'event', document.id, write)))
    await eraseContact(payload, document, write)
  if (outbox.rewriteNative) await writeNative(payload, kind, document, write)
  if (outbox.opensPlaces && kind === 'event' && document.approvedSnapshot) {
    await openPlaces(payload, Object.keys(document.approvedSnapshot.copies.places), outbox, around, write)
  }
  await compareAndSet(payload, kind, document, { outbox: null, outboxCause: '' }, write)
}

/** What was decided on, under the names by which organisations and places are known now. */
async function presentSnapshot(
  payload: Payload,
  kind: ModeratedKind,
  { approvedSnapshot }: Row,
  around: Surroundings,
  write: Write,
): Promise<Snapshot | null> {
  if (!approvedSnapshot || kind === 'organisation') return approvedSnapshot ?? null
  const named = await underPresentNames(payload, approvedSnapshot, around, write)
  return withPresentPlaces(payload, named, write)
}

/** Whether an organisation's own row hides everything of it. */
const standing = (document: Row) => document.life === undefined || document.life === 'approved'

async function publish(
  payload: Payload,
  kind: ModeratedKind,
  document: Row,
  outbox: Outbox,
  around: Surroundings,
  write: Write,
): Promise<number | null> {
  const before = await findPublication(payload, document.id, write)
  const shown = document.publication === 'live'
  // What never was public and is not public now leaves no trace on the public side.
  if (!before && !shown) return null
  const at = new Date(outbox.at)
  const decided = shown ? await presentSnapshot(payload, kind, document, around, write) : null
  const snapshot = decided && (await withShowablePictures(payload, decided, at, write))
  const projected = shown && snapshot ? projectionOf(kind, document, snapshot, at) : null
  const umbrellas = await shownUmbrellas(payload, [umbrellaOf(projected)], write)
  const data = underUmbrella(projected, umbrellas) ?? projected
  const published = new Date(document.workflow.publicSince ?? outbox.at)
  const { defaultPostDays } = around.municipality
  const window =
    data && snapshot ? windowOf(kind, data, snapshot.content, { now: at, published, defaultPostDays }) : null
  const suspended = kind !== 'organisation' && around.settings.organisationState !== 'approved'
  const closed = !around.settings.municipalityActive
  // What was taken down before goes on saying why, whatever becomes of its organisation.
  const why = before && !shown && before.state === document.publication ? before : null
  return numberPublication(
    payload,
    {
      id: document.id,
      kind,
      municipality: around.municipality.slug,
      organisation: kind === 'organisation' ? null : document.organisation,
      state: document.publication,
      active: kind === 'organisation' ? standing(document) : true,
      hidden: !shown ? null : closed ? 'closed' : suspended ? 'suspended' : null,
      data,
      pictures: data ? picturesIn(data) : [],
      visibleFrom: window?.visibleFrom ?? null,
      visibleUntil: window?.visibleUntil ?? null,
      reason: outbox.reason ?? why?.reason ?? null,
      explanation: outbox.explanation ?? why?.explanation ?? null,
      cause: outbox.cause,
      at: outbox.at,
    },
    write,
  )
}
