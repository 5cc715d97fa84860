import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { grantRefusal, type Grant } from '../src/tenancy/grant.js'
import { DomainError } from '../src/shared/errors.js'
import type { Role } from '../src/tenancy/actor.js'
import { idOf } from '../src/shared/reference.js'

type Row = Record<string, unknown> & { id: string }

/** Who may give which role to whom; a role never changes hands, reach or holder afterwards, it ends and another begins. */
export const keepMembership: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  const actor = actorOf(req)
  if (!actor || req.context.asSystem === true) return data
  const before = operation === 'update' ? (originalDoc as Record<string, unknown>) : {}
  const grant: Grant = {
    account: idOf(before.account ?? data.account),
    role: (data.role ?? before.role) as Role,
    municipality: idOf(before.municipality ?? data.municipality),
    organisation: idOf(before.organisation ?? data.organisation),
  }
  // An organisation-admin has one municipality only: the one of the organisation.
  const organisation = grant.organisation
    ? await req.payload.db.findOne<Row>({
        collection: 'organisations',
        where: { id: { equals: grant.organisation } },
        req,
      })
    : null
  if (grant.organisation && !organisation)
    throw new DomainError('not-found', 'There is no such organisation.')
  if (organisation) grant.municipality ??= idOf(organisation.municipality)
  const account = grant.account
    ? await req.payload.db.findOne<Row>({
        collection: 'accounts',
        where: { id: { equals: grant.account } },
        req,
      })
    : null
  if (grant.account && !account) throw new DomainError('not-found', 'There is no such account.')
  const admins = grant.municipality
    ? await req.payload.db.count({
        collection: 'memberships',
        where: {
          and: [{ municipality: { equals: grant.municipality } }, { role: { equals: 'municipality-admin' } }],
        },
        req,
      })
    : { totalDocs: 0 }
  const elsewhere = grant.account
    ? await req.payload.db.count({
        collection: 'memberships',
        where: {
          and: [
            { account: { equals: grant.account } },
            ...(grant.organisation
              ? [
                  {
                    or: [
                      { organisation: { not_equals: grant.organisation } },
                      { organisation: { exists: false } },
                    ],
                  },
                ]
              : []),
          ],
        },
        req,
      })
    : { totalDocs: 0 }
  const refusal = grantRefusal(actor, grant, {
    accountHasOtherRoles: elsewhere.totalDocs > 0,
    municipalityHasAdmin: admins.totalDocs > 0,
    organisationMunicipality: organisation ? idOf(organisation.municipality) : null,
    accountHome: account ? idOf(account.homeMunicipality) : null,
    accountKind: (account?.kind as 'person' | 'role' | 'machine' | undefined) ?? null,
  })
  if (refusal) throw refusal
  return { ...data, ...grant }
}
