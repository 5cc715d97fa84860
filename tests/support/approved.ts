import type { Payload } from 'payload'
import { takeLifeAction } from '../../src/editorial/organisation-actions.js'
import type { ActionInput } from '../../src/editorial/action-input.js'
import { systemClock, type Clock } from '../../src/shared/clock.js'
import type { Actor } from '../../src/tenancy/actor.js'
import { makeOrganisation } from './people.js'

/** An organisation that was approved as people do it, so that it is in the public register and what it writes can be seen. */
export async function makeApprovedOrganisation(
  payload: Payload,
  municipality: string,
  name: string,
  more: object = {},
): Promise<string> {
  const { id } = await makeOrganisation(payload, municipality, name, { life: 'applied', ...more })
  await stepInLife(payload, municipality, String(id), 'approve', { revision: 1 })
  return String(id)
}

/** One step in the life of an organisation as an admin of the municipality takes it, at a time of the test's own. */
export async function stepInLife(
  payload: Payload,
  municipality: string,
  id: string,
  action: string,
  input: ActionInput,
  clock: Clock = systemClock,
): Promise<void> {
  const membership = {
    id: 'stage',
    role: 'municipality-admin',
    municipality,
    organisation: null,
    surfaces: [],
    approvesOrganisations: true,
  } as const
  const actor: Actor = {
    account: 'stage',
    kind: 'person',
    homeMunicipality: municipality,
    memberships: [{ ...membership, surfaces: [] }],
  }
  await takeLifeAction(payload, {
    kind: 'organisation',
    id,
    action,
    actor,
    input,
    clock,
  })
}
