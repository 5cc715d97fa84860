import type { Payload, Where } from 'payload'
import { discardPictures } from './discard-pictures.js'
import { derive } from './derive.js'
import { completeEnd, destroyFiles } from './end-consent.js'
import { finishErasure } from './finish-erasure.js'
import { nativeNeedsRepair, writeNative } from './native-fields.js'
import { documentKey, municipalityKey, oneAtATime } from './one-at-a-time.js'
import { completeRegister, registerCollections, type RegisterKind } from './registers.js'
import { fanOutNow } from './fan-out.js'
import { surroundingsOf } from './surroundings.js'
import { together } from './together.js'
import { collectionOf, loadWorkingDocument, moderatedKinds, type ModeratedKind } from './working-document.js'
import { everyRow, rowsInBatches } from '../shared/every-row.js'

type Row = Record<string, unknown> & { id: string }

const unfinished = { outboxCause: { not_equals: '' } }

/** Completes the outbox of one document, whoever left it. */
export async function completeDocument(payload: Payload, kind: ModeratedKind, id: string): Promise<void> {
  await oneAtATime(documentKey(collectionOf[kind], id), () => completeLocked(payload, kind, id))
}

/** The same for a caller that holds the document's lock already. */
export async function completeLocked(payload: Payload, kind: ModeratedKind, id: string): Promise<void> {
  const first = await loadWorkingDocument(payload, kind, id)
  if (!first?.outbox) return
  const { municipality } = await surroundingsOf(payload, kind, first, undefined)
  await oneAtATime(municipalityKey(municipality.slug), () =>
    together(payload, async (write) => {
      const document = await loadWorkingDocument(payload, kind, id, write)
      if (!document?.outbox) return
      await derive(payload, kind, document, await surroundingsOf(payload, kind, document, write), write)
    }),
  )
}

/**
 * Completes what a process left unfinished when it died: outboxes first, then tombstones of suspensions. Run at start
 * before anything answers, and every minute. Safe beside other processes: each step is a compare-and-set or has a key.
 */
export async function reconcile(payload: Payload, { atStart = false } = {}): Promise<{ completed: number }> {
  let completed = 0
  for (const kind of moderatedKinds) {
    for (const row of await everyRow<Row>(payload, collectionOf[kind], unfinished)) {
      completed += await attempted(payload, kind, row, () => completeDocument(payload, kind, String(row.id)))
    }
  }
  for (const kind of Object.keys(registerCollections) as RegisterKind[]) {
    for (const row of await everyRow<Row>(payload, registerCollections[kind], unfinished)) {
      completed += await attempted(payload, kind, row, async () => {
        await completeRegister(payload, kind, row)
        if (kind === 'place') await finishErasure(payload, String(row.id))
      })
    }
  }
  for (const row of await everyRow<Row>(payload, 'media', unfinished)) {
    completed += await attempted(payload, 'media', row, () => completeEnd(payload, row))
  }
  await destroyFiles(payload)
  await discardPictures(payload)
  await fanOutNow(payload, { atStart })
  return { completed }
}

/** One row that cannot be completed is told to the operator and must not keep the others, or the start, from going on. */
async function attempted(
  payload: Payload,
  kind: string,
  row: Row,
  work: () => Promise<void>,
): Promise<number> {
  try {
    await work()
    return 1
  } catch (error) {
    payload.logger.error({ err: error, kind, document: String(row.id) }, 'reconcile')
    return 0
  }
}

/** Writes the native fields as the content is now: somebody may have saved since it was read to be compared. */
const repair = (payload: Payload, kind: ModeratedKind, id: string): Promise<void> =>
  oneAtATime(documentKey(collectionOf[kind], id), () =>
    together(payload, async (write) => {
      const document = await loadWorkingDocument(payload, kind, id, write)
      if (document) await writeNative(payload, kind, document, write)
    }),
  )

/** How far back saves are compared at start: longer than any process takes to be started again. */
const recentDays = 7

/** Repairs native fields that a dying process left behind the content column. At start only: it reads whole rows. */
export async function repairNative(payload: Payload, now: Date): Promise<number> {
  const since = new Date(now.getTime() - recentDays * 86_400_000).toISOString()
  let repaired = 0
  for (const kind of moderatedKinds) {
    const recent: Where = { updatedAt: { greater_than: since } }
    for await (const rows of rowsInBatches<Row>(payload, collectionOf[kind], recent)) {
      for (const row of rows) {
        if (!(await nativeNeedsRepair(payload, kind, row))) continue
        repaired += await attempted(payload, kind, row, () => repair(payload, kind, String(row.id)))
      }
    }
  }
  return repaired
}
