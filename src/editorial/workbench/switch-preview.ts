import type { Payload, Where } from 'payload'
import { mostCounted } from '../queue/queue-counts.js'
import { findForList, type Reader } from '../queue/queue-rows.js'
import type { Remit } from '../queue/queue-streams.js'
import { surfaceOf, type ModeratedKind } from '../working-document.js'

/** How much waits on a surface, or of one organisation, which a switch of mode or trust leaves waiting. */
export interface SwitchPreview {
  waiting: { surface: 'calendar' | 'community'; count: number; more: boolean }[]
}

/**
 * What a switch of mode (of a surface) or trust (of an organisation) would meet. It decides about nothing that waits and
 * touches nothing that is public; it holds for what is sent in from then on.
 */
export async function switchPreview(
  payload: Payload,
  { municipality, kinds }: Remit,
  organisation: string | null,
  user: Reader,
): Promise<SwitchPreview> {
  const count = async (kind: ModeratedKind) => {
    const where: Where[] = [
      { municipality: { equals: municipality } },
      { waitsFor: { equals: 'decision' } },
      ...(organisation ? [{ organisation: { equals: organisation } }] : []),
    ]
    const asked = { sort: 'queueSince', limit: mostCounted + 1, select: { state: true } as const }
    const found = (await findForList(payload, kind, { and: where }, asked, user)).length
    return { count: Math.min(found, mostCounted), more: found > mostCounted }
  }
  const waiting = kinds.flatMap((kind) => {
    const surface = surfaceOf[kind]
    return surface ? [count(kind).then((counted) => ({ surface, ...counted }))] : []
  })
  return { waiting: await Promise.all(waiting) }
}
