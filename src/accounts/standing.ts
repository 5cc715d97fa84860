import type { Payload, PayloadRequest } from 'payload'
import type { Actor, Membership } from '../tenancy/actor.js'
import { idOf } from '../shared/reference.js'
import { mustHaveSecondFactor } from './factor-policy.js'
import { everyRow } from '../shared/every-row.js'

/** What a request knows of its account, read anew for each: memberships, and which of its organisations are approved now. */
export interface Standing {
  memberships: Membership[]
  approvedOrganisations: string[]
  openMunicipalities: string[]
  /** Whether it must have shown a second factor. */
  mustHaveFactor: boolean
  /** Whether it has roles that count only for role accounts, because their municipality says so. */
  onlyForRoles: boolean
}

/** The account itself, as far as its standing hangs on it. */
export interface Holder {
  id: unknown
  kind?: unknown
  demo?: unknown
}

type Row = Record<string, unknown> & { id: string }

/** Memberships as they are now. Read as the system: the holder may not read those of others. */
export async function standingOf(payload: Payload, holder: Holder, req?: PayloadRequest): Promise<Standing> {
  const kind = (holder.kind ?? 'person') as Actor['kind']
  const given = await everyRow(payload, 'memberships', { account: { equals: String(holder.id) } }, req)
  const rows = async (
    collection: 'organisations' | 'municipalities',
    ids: (string | null)[],
    columns: string[],
  ) => {
    const unique = [...new Set(ids.filter((each): each is string => each !== null))]
    if (unique.length === 0) return []
    const select = Object.fromEntries(columns.map((column) => [column, true as const]))
    const where = { id: { in: unique } }
    return (await payload.db.find<Row>({ collection, where, select, limit: 0, pagination: false, req })).docs
  }
  const all = given.map(asMembership)
  const municipalities = await rows(
    'municipalities',
    all.map((each) => each.municipality),
    ['active', 'demo', 'loginPolicy', 'secondFactor'],
  )
  const municipalityOf = (id: string | null) => municipalities.find((each) => String(each.id) === id)
  // What a municipality gives to roles only is worth nothing to a person from the next request on.
  const memberships = all.filter(
    (each) => kind !== 'person' || municipalityOf(each.municipality)?.loginPolicy !== 'role-only',
  )
  const organisations = await rows(
    'organisations',
    memberships.map((each) => each.organisation),
    ['life'],
  )
  const onlyDemo =
    holder.demo === true &&
    (await payload.db.count({ collection: 'municipalities', where: { demo: { not_equals: true } }, req }))
      .totalDocs === 0
  return {
    memberships,
    approvedOrganisations: organisations
      .filter(({ life }) => life === 'approved')
      .map(({ id }) => String(id)),
    openMunicipalities: municipalities.filter(({ active }) => active === true).map(({ id }) => String(id)),
    mustHaveFactor: mustHaveSecondFactor({
      kind,
      demo: holder.demo === true,
      onlyDemo,
      memberships: memberships.map(({ role, municipality }) => {
        const home = municipalityOf(municipality)
        const secondFactor = home?.secondFactor === 'everyone' ? 'everyone' : 'deciders'
        return { role, municipality: home ? { demo: home.demo === true, secondFactor } : null }
      }),
    }),
    onlyForRoles: memberships.length < all.length,
  }
}

const asMembership = (row: Record<string, unknown>): Membership => ({
  id: String(row.id),
  role: row.role as Membership['role'],
  municipality: idOf(row.municipality),
  organisation: idOf(row.organisation),
  surfaces: (row.surfaces as Membership['surfaces'] | null) ?? [],
  approvesOrganisations: row.approvesOrganisations === true,
})

/** The acting account of a loaded request; null for nobody and for a disabled account. */
export function actorOf(req: { user?: unknown } | null | undefined): Actor | null {
  const user = req?.user as
    | (Partial<Standing> & {
        id: unknown
        kind?: Actor['kind']
        homeMunicipality?: unknown
        disabled?: boolean
        device?: number | null
      })
    | null
    | undefined
  if (!user || user.disabled === true || !user.memberships) return null
  return {
    account: String(user.id),
    kind: user.kind ?? 'person',
    homeMunicipality: idOf(user.homeMunicipality),
    memberships: user.memberships,
    device: user.device ?? null,
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
  const { memberships } = await standingOf(payload, row, req)
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
    mustHaveFactor: user?.mustHaveFactor ?? false,
    onlyForRoles: user?.onlyForRoles ?? false,
  }
}
