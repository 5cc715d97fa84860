import type { Payload } from 'payload'
import { takeLifeAction } from '../../editorial/organisation-actions.js'
import { systemClock } from '../../shared/clock.js'
import type { DemoOrganisation } from '../demo/demo-shape.js'
import { act, actorFor, asSystem, freshAccount, saveAs, type Made } from './people.js'

export async function makeOrganisation(
  payload: Payload,
  organisation: DemoOrganisation,
  made: Made,
): Promise<void> {
  const row = await payload.create({
    collection: 'organisations',
    data: {
      ...organisation.profile,
      municipality: made.municipality,
      kind: organisation.kind,
      registerReference: organisation.registerReference,
      surfaces: organisation.surfaces,
      trust: organisation.trust,
      dailyLimit: null,
      life: 'applied',
    } as never,
    ...asSystem,
  })
  made.organisations.set(organisation.key, String(row.id))
}

export async function approveOrganisation(
  payload: Payload,
  organisation: DemoOrganisation,
  made: Made,
): Promise<void> {
  if (organisation.outcome === 'applied') return
  await lifeOf(payload, organisation, made, 'approve', null)
}

async function lifeOf(
  payload: Payload,
  organisation: DemoOrganisation,
  made: Made,
  action: string,
  message: string | null,
) {
  const admin = made.accounts.get(`${made.slug}-admin`)!
  const id = made.organisations.get(organisation.key)!
  const where = { id: { equals: id } }
  const now = await payload.db.findOne<{ id: string; revision: number }>({
    collection: 'organisations',
    where,
  })
  await takeLifeAction(payload, {
    kind: 'organisation',
    id,
    action,
    actor: actorFor(admin),
    input: { message, revision: now?.revision },
    clock: systemClock,
  })
}

/** Suspensions and changed profiles come last: both need what was published before. */
export async function finishOrganisation(
  payload: Payload,
  organisation: DemoOrganisation,
  made: Made,
): Promise<void> {
  const id = made.organisations.get(organisation.key)!
  if (organisation.outcome === 'suspended')
    await lifeOf(payload, organisation, made, 'suspend', organisation.message)
  if (!organisation.pendingProfile) return
  const admin = await freshAccount(payload, made, `${made.slug}-${organisation.key}-admin`)
  await saveAs(payload, 'organisation', id, organisation.pendingProfile, admin)
  await act(payload, 'organisation', id, 'submit', admin, {})
}
