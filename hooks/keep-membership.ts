import type { CollectionBeforeValidateHook, PayloadRequest, Where } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { takeTurn } from '../src/editorial/take-turn.js'
import { grantRefusal, type Grant } from '../src/tenancy/grant.js'
import { DomainError } from '../src/shared/errors.js'
import type { Role } from '../src/tenancy/actor.js'
import { idOf } from '../src/shared/reference.js'

type Row = Record<string, unknown> & { id: string }

async function rowOf(req: PayloadRequest, collection: 'organisations' | 'accounts', id: string | null) {
  if (!id) return null
  const row = await req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, req })
  if (row) return row
  throw new DomainError(
    'not-found',
    collection === 'accounts' ? 'There is no such account.' : 'There is no such organisation.',
  )
}

const has = async (req: PayloadRequest, ...conditions: Where[]): Promise<boolean> =>
  (await req.payload.db.count({ collection: 'memberships', where: { and: conditions }, req })).totalDocs > 0

/** Memberships that are not in this organisation; all, where none is given. */
const outside = (organisation: string | null): Where[] =>
  organisation
    ? [{ or: [{ organisation: { not_equals: organisation } }, { organisation: { exists: false } }] }]
    : []

/** The rows with this very reach and role. */
const same = (grant: Grant): Where[] => [
  { account: { equals: grant.account } },
  { role: { equals: grant.role } },
  ...(['municipality', 'organisation'] as const).map((field): Where => ({
    [field]: grant[field] ? { equals: grant[field] } : { exists: false },
  })),
]

/** Who may give which role to whom; a role never changes hands, reach or holder afterwards, it ends and another begins. */
export const keepMembership: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  const actor = actorOf(req)
  if (!actor || req.context.asSystem === true) return data
  const before = operation === 'update' ? (originalDoc as Record<string, unknown>) : {}
  const organisation = await rowOf(req, 'organisations', idOf(before.organisation ?? data.organisation))
  const account = await rowOf(req, 'accounts', idOf(before.account ?? data.account))
  const grant: Grant = {
    account: account ? String(account.id) : null,
    role: (data.role ?? before.role) as Role,
    // An organisation-admin has one municipality only: the one of the organisation.
    municipality: idOf(before.municipality ?? data.municipality) ?? idOf(organisation?.municipality),
    organisation: organisation ? String(organisation.id) : null,
    surfaces: ((data.surfaces ?? before.surfaces) as string[] | null | undefined) ?? [],
    approvesOrganisations: (data.approvesOrganisations ?? before.approvesOrganisations) === true,
  }
  // What is counted next must still hold when this commits.
  if (grant.municipality) await takeTurn(req.payload, 'municipalities', grant.municipality, req)
  const { municipality } = grant
  const refusal = grantRefusal(actor, grant, {
    accountHasOtherRoles:
      account !== null &&
      (await has(req, { account: { equals: grant.account } }, ...outside(grant.organisation))),
    municipalityHasAdmin:
      municipality !== null &&
      (await has(
        req,
        { municipality: { equals: municipality } },
        { role: { equals: 'municipality-admin' } },
      )),
    alreadyGiven:
      account !== null &&
      (await has(
        req,
        ...same(grant),
        ...(before.id ? [{ id: { not_equals: String(before.id) } } satisfies Where] : []),
      )),
    organisationMunicipality: organisation ? idOf(organisation.municipality) : null,
    accountHome: account ? idOf(account.homeMunicipality) : null,
    accountKind: (account?.kind as 'person' | 'role' | 'machine' | undefined) ?? null,
  })
  if (refusal) throw refusal
  return { ...data, ...grant, surfaces: [...grant.surfaces] }
}
