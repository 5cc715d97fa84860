import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Allowed } from '../moderation/decision.js'
import type { Action } from '../moderation/states.js'
import { compareAndSet } from './compare-and-set.js'
import { requireWithinDailyLimit } from './daily-limit.js'
import { derive } from './derive.js'
import { discardPictures } from './discard-pictures.js'
import type { Situation } from './facts.js'
import { fanOutSoon } from './fan-out.js'
import { whatBecomes } from './outcome.js'
import { conflict } from './revision-conflict.js'
import { whenAllowed, type Attempt } from './when-allowed.js'
import type { WorkingDocument } from './working-document.js'

export interface Taken {
  state: WorkingDocument['state'] | 'gone'
  publication: WorkingDocument['publication']
  revision: number
}

/**
 * Takes one editorial action: loads the document, completes what an earlier action left, asks the moderation table,
 * and commits by one compare-and-set of the document's row; then derives what follows. The only way from one state to
 * another. Throws a `DomainError` for every refusal. When it returns, the publication is written.
 */
export async function takeAction(payload: Payload, attempt: Attempt): Promise<Taken> {
  const taken = await whenAllowed(payload, attempt, (situation, decision) =>
    commit(situation, attempt, decision),
  )
  // What follows beside the document reads what is committed, so it begins only now.
  const { renames, ...rest } = taken
  if (renames) fanOutSoon(payload)
  if (rest.state === 'erased') await discardPictures(payload)
  return rest
}

async function commit(situation: Situation, attempt: Attempt, decision: Allowed) {
  const { payload, kind, document, around, write } = situation
  if (attempt.action === 'submit') await requireWithinDailyLimit(situation)
  const columns = await whatBecomes(situation, attempt.action as Action, decision, attempt.input, {
    actor: attempt.actor?.account ?? null,
    device: attempt.actor?.device ?? null,
    cause: randomUUID(),
    held: attempt.held,
  })
  const won = await compareAndSet(payload, kind, document, columns, write)
  if (!won) throw await conflict(payload, kind, document, document.revision, write)
  const committed = { ...document, ...columns } as WorkingDocument
  await derive(payload, kind, committed, around, write)
  return {
    state: decision.to,
    publication: committed.publication,
    revision: committed.revision,
    // A profile may bring a new name, which stands on everything that the organisation has published.
    renames: kind === 'organisation' && decision.publication !== 'keep',
  }
}
