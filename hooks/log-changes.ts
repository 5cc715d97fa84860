import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import type { OtherAction } from '../src/accounts/logged-actions.js'
import { actorOf } from '../src/accounts/standing.js'
import { logDoing } from '../src/editorial/log/log-doing.js'
import { systemClock } from '../src/shared/clock.js'
import { idOf } from '../src/shared/reference.js'

/**
 * One entry for each change that a person makes of what no decision is taken on. What the system does itself follows
 * from something that is logged already.
 */
export function logChanges(
  kind: string,
  actions: Partial<Record<'create' | 'update' | 'delete', OtherAction>>,
) {
  const log = async (req: PayloadRequest, action: OtherAction | undefined, doc: Record<string, unknown>) => {
    const by = actorOf(req)
    if (!action || !by || req.context.asSystem === true) return
    await logDoing(
      req.payload,
      {
        action,
        kind,
        document: String(doc.id),
        municipality: idOf(doc.municipality),
        organisation: idOf(doc.organisation),
        by,
        at: systemClock.now(),
      },
      req,
    )
  }
  const change: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
    await log(req, actions[operation], doc as Record<string, unknown>)
    return doc
  }
  const end: CollectionAfterDeleteHook = ({ doc, req }) =>
    log(req, actions.delete, doc as Record<string, unknown>)
  return { change, end }
}
