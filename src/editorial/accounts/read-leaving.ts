import type { Payload } from 'payload'
import type { HeldPlace } from '../../accounts/leaving.js'
import { hasSecondFactor } from '../../accounts/second-factor.js'
import type { FieldFault } from '../../shared/errors.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import type { Actor } from '../../tenancy/actor.js'
import { credentialsOf } from './credentials.js'
import { refusalFor } from './delete-own-account.js'
import { heldPlaces } from './held-places.js'
import type { LoginContext } from './login-context.js'
import { requireAccount } from './passwords.js'

/** What the holder of an account is told before leaving somewhere or deleting it. */
export interface Leaving {
  /** Whether the code of a device is asked for beside the password. */
  needsCode: boolean
  /** Where it has roles. Null: the installation itself. */
  municipalities: {
    id: string | null
    name: string
    roles: Pick<HeldPlace, 'role' | 'organisation' | 'name'>[]
  }[]
  /** Why it cannot be deleted now; empty where it can. */
  faults: FieldFault[]
}

/** What would happen, before anything does. */
export async function readLeaving(context: LoginContext, actor: Actor): Promise<Leaving> {
  const { payload, clock } = context
  const account = await requireAccount(context, actor)
  const { factor } = await credentialsOf(payload, account.id)
  const places = await heldPlaces(payload, account.id, clock.now())
  const refusal = await refusalFor(payload, account, places)
  const { code, message, faults } = refusal ?? { code: '', message: '', faults: null }
  return {
    needsCode: hasSecondFactor(factor),
    municipalities: await byMunicipality(payload, places),
    faults: faults === null ? [] : faults.length > 0 ? faults : [{ field: 'account', code, message }],
  }
}

async function byMunicipality(
  payload: Payload,
  places: readonly HeldPlace[],
): Promise<Leaving['municipalities']> {
  const ids = [...new Set(places.map(({ municipality }) => municipality))]
  const known = ids.flatMap((id) => id ?? [])
  const rows =
    known.length > 0
      ? await everyRow<{ id: string; name?: string | null }>(payload, 'municipalities', withIds(known))
      : []
  return ids.map((id) => ({
    id,
    name: rows.find((row) => String(row.id) === id)?.name ?? '',
    roles: places
      .filter(({ municipality }) => municipality === id)
      .map(({ role, organisation, name }) => ({ role, organisation, name })),
  }))
}
