import type { Payload } from 'payload'
import { placeActions, placeRefusal, type PlaceAction } from '../calendar/place-actions.js'
import { notTaken } from '../shared/not-taken.js'
import { reasonChoices } from '../moderation/reasons.js'
import type { Clock } from '../shared/clock.js'
import { DomainError, nothingHere, type FieldFault } from '../shared/errors.js'
import { idAlways } from '../shared/reference.js'
import type { Actor } from '../tenancy/actor.js'
import { isEditorOf, isMunicipalityAdminOf } from '../tenancy/membership.js'
import type { ActionInput } from './action-input.js'
import { commitErasure, findPlace, isBeingErased, setPlace, type PlaceRow } from './erase-place.js'
import { finishErasure } from './finish-erasure.js'
import type { ActionList } from './list-actions.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { deriveRegister, municipalitySlug, registerOutbox } from './registers.js'
import { together, type Write } from './together.js'

const isPlaceAction = (name: string): name is PlaceAction => Object.hasOwn(placeActions, name)

/** The place as far as the account works in its municipality; another one is as good as none. */
async function placeFor(payload: Payload, id: string, actor: Actor, write?: Write): Promise<PlaceRow> {
  const row = await findPlace(payload, id, write)
  const reaches = actor.memberships.some(({ municipality }) => municipality === idAlways(row?.municipality))
  if (!row || !reaches || isBeingErased(row)) throw nothingHere()
  return row
}

const factsOf = (row: PlaceRow, actor: Actor) => ({
  editor: isEditorOf(actor, idAlways(row.municipality), null),
  municipalityAdmin: isMunicipalityAdminOf(actor, idAlways(row.municipality)),
  public: row.decided === true,
})

/** What this account may do with a place now, in the shape in which documents answer it. */
export async function listPlaceActions(
  payload: Payload,
  id: string,
  actor: Actor,
): Promise<Pick<ActionList, 'state' | 'revision' | 'actions'>> {
  const row = await placeFor(payload, id, actor)
  const facts = factsOf(row, actor)
  const possible = (Object.keys(placeActions) as PlaceAction[]).filter((name) => !placeRefusal(name, facts))
  return {
    state: facts.public ? 'public' : 'kept',
    revision: Number(row.revision ?? 1),
    actions: possible.map((action) => {
      const { label, reason } = placeActions[action]
      const needs =
        reason === 'required'
          ? [{ field: 'reason', required: true, choices: reasonChoices('erasure', []) }]
          : []
      return { action, label, needs }
    }),
  }
}

export interface PlaceTaken {
  state: 'kept' | 'gone'
  revision: number
}

/**
 * Takes a place out of the public register, or has it forgotten: its name, address and position are gone with the first
 * write, and then from every event that used it.
 */
export async function actOnPlace(
  payload: Payload,
  attempt: { id: string; action: string; actor: Actor; input: ActionInput; clock: Clock },
): Promise<PlaceTaken> {
  const { id, action, actor, input, clock } = attempt
  if (!isPlaceAction(action)) throw new DomainError('not-found', 'There is no such action.')
  const first = await placeFor(payload, id, actor)
  const slug = await municipalitySlug(payload, idAlways(first.municipality))
  const taken = await oneAtATime(municipalityKey(slug), () =>
    together(payload, async (write): Promise<PlaceTaken> => {
      await deriveRegister(payload, 'place', id, slug, write)
      const row = await placeFor(payload, id, actor, write)
      const refusal = placeRefusal(action, factsOf(row, actor))
      if (refusal) throw new DomainError(refusal.code, refusal.message)
      const faults = inputFaults(action, input)
      if (faults.length > 0)
        throw new DomainError('invalid-input', 'Something is missing or not as it should be.', { faults })
      if (input.revision && input.revision !== row.revision)
        throw new DomainError('revision-conflict', 'Somebody else changed this in the meantime.', {
          facts: { revision: row.revision },
        })
      const at = clock.now()
      if (action === 'erase') {
        await commitErasure(payload, row, { reason: input.reason!, by: actor, at }, slug, write)
        return { state: 'gone', revision: Number(row.revision ?? 1) + 1 }
      }
      const outbox = registerOutbox('withdraw', Number(row.revision ?? 1) + 1, actor, at)
      await setPlace(payload, id, { decided: false }, outbox, write)
      await deriveRegister(payload, 'place', id, slug, write)
      return { state: 'kept', revision: outbox.revision }
    }),
  )
  if (taken.state === 'gone') await finishErasure(payload, id)
  return taken
}

function inputFaults(action: PlaceAction, input: ActionInput): FieldFault[] {
  const { reason } = placeActions[action]
  const strange = notTaken(input, reason === 'required' ? ['revision', 'reason'] : ['revision'])
  if (reason === 'none') return strange
  if (!input.reason) return [...strange, { field: 'reason', code: 'required', message: 'Choose a reason' }]
  const known = reasonChoices('erasure', []).some(({ code }) => code === input.reason)
  return known
    ? strange
    : [...strange, { field: 'reason', code: 'unknown-code', message: 'Choose one of the list' }]
}
