import type { Payload } from 'payload'
import { takeLifeAction } from '../../src/editorial/organisation-actions.js'
import { systemClock } from '../../src/shared/clock.js'
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
    id: String(id),
    action: 'approve',
    actor,
    input: { revision: 1 },
    clock: systemClock,
  })
  return String(id)
}
