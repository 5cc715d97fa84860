import type { Payload, PayloadRequest } from 'payload'
import type { Actor, Membership } from '../tenancy/actor.js'
import { idOf } from '../shared/reference.js'
import { everyRow } from '../shared/every-row.js'

/** What a request knows of its account, read anew for each: memberships, and which of its organisations are approved now. */
export interface Standing {
  memberships: Membership[]
  approvedOrganisations: string[]
  openMunicipalities: string[]
}

/** Memberships as they are now. Read as the system: the holder may not read those of others. */
export async function standingOf(payload: Payload, account: string, req?: PayloadRequest): Promise<Standing> {
  const rows = await everyRow(payload, 'memberships', { account: { equals: account } }, req)
  const memberships = rows.map((row): Membership => ({
    id: String(row.id),
    role: row.role as Membership['role'],
    municipality: idOf(row.municipality),
    organisation: idOf(row.organisation),
    surfaces: (row.surfaces as Membership['surfaces'] | null) ?? [],
    approvesOrganisations: row.approvesOrganisations === true,
  }))
  const unique = (ids: (string | null)[]) => [...new Set(ids.filter((each): each is string => each !== null))]
  const organisations = unique(memberships.map((each) => each.organisation))
  const municipalities = unique(memberships.map((each) => each.municipality))
  const among = async (collection: 'organisations' | 'municipalities', ids: string[], state: object) =>
    ids.length === 0
      ? []
      : (await everyRow(payload, collection, { and: [{ id: { in: ids } }, state as never] }, req)).map(
          (each) => String(each.id),
        )
  return {
    memberships,
    approvedOrganisations: await among('organisations', organisations, { life: { equals: 'approved' } }),
    openMunicipalities: await among('municipalities', municipalities, { active: { equals: true } }),
  }
}

/** The acting account of a loaded request; null for nobody and for a disabled account. */
export function actorOf(req: { user?: unknown } | null | undefined): Actor | null {
  const user = req?.user as
    | (Partial<Standing> & {
        id: unknown
        kind?: Actor['kind']
        homeMunicipality?: unknown
        disabled?: boolean
      })
    | null
    | undefined
  if (!user || user.disabled === true || !user.memberships) return null
  return {
    account: String(user.id),
    kind: user.kind ?? 'person',
    homeMunicipality: idOf(user.homeMunicipality),
    memberships: user.memberships,
  }
}

/** An account as it may act now, whoever asks; null for one that is gone or disabled. */
export async function actorNow(
  payload: Payload,
  account: string,
  req?: PayloadRequest,
): Promise<Actor | null> {
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'accounts',
    where: { id: { equals: account } },
    req,
  })
  if (!row || row.disabled === true) return null
  const { memberships } = await standingOf(payload, account, req)
  return {
    account,
    kind: row.kind as Actor['kind'],
    homeMunicipality: idOf(row.homeMunicipality),
    memberships,
  }
}

export function standingOn(req: { user?: unknown }): Standing {
  const user = req.user as Partial<Standing> | null | undefined
  return {
    memberships: user?.memberships ?? [],
    approvedOrganisations: user?.approvedOrganisations ?? [],
    openMunicipalities: user?.openMunicipalities ?? [],
  }
}
