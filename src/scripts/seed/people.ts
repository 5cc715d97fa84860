import { createLocalReq, type Payload } from 'payload'
import { standingOf } from '../../accounts/standing.js'
import { saveSerially } from '../../editorial/save-serially.js'
import { takeAction } from '../../editorial/take-action.js'
import { loadWorkingDocument, type ModeratedKind } from '../../editorial/working-document.js'
import { systemClock } from '../../shared/clock.js'
import type { Actor } from '../../tenancy/actor.js'
import type { DemoAccount } from '../demo-accounts.js'
import type { DemoSlug } from '../demo/resolve-demo.js'

export type Row = Record<string, unknown> & { id: string }

/** Ids of what was made, by the keys of the demo. */
export interface Made {
  municipality: string
  slug: DemoSlug
  zone: string
  organisations: Map<string, string>
  categories: Map<string, string>
  places: Map<string, string>
  pictures: Map<string, string>
  events: Map<string, string>
  accounts: Map<string, Row>
}

/** As the system: the demo is made before anybody can log in. */
export const asSystem = { context: { asSystem: true }, overrideAccess: true } as const

export async function makeAccount(
  payload: Payload,
  account: Omit<DemoAccount, 'what' | 'roleTitle'> & { roleTitle?: string },
  made: Made | null,
  password: string,
): Promise<Row> {
  const row = (await payload.create({
    collection: 'accounts',
    data: {
      username: account.username,
      password,
      kind: account.kind,
      roleTitle: account.roleTitle ?? account.username,
      language: made?.slug === 'fjordvik' ? 'nb' : 'sv',
      homeMunicipality: made?.municipality ?? null,
      demo: true,
      ...(account.email ? { email: account.email } : {}),
    } as never,
    ...asSystem,
  })) as unknown as Row
  await payload.create({
    collection: 'memberships',
    data: {
      account: row.id,
      role: account.role,
      municipality: made?.municipality ?? null,
      organisation: account.organisation ? made?.organisations.get(account.organisation) : null,
      approvesOrganisations: account.approvesOrganisations ?? false,
    } as never,
    ...asSystem,
  })
  return { ...row, ...(await standingOf(payload, row)), collection: 'accounts' }
}

export const actorFor = (row: Row): Actor => ({
  account: String(row.id),
  kind: row.kind as Actor['kind'],
  homeMunicipality: null,
  memberships: row.memberships as Actor['memberships'],
})

/** The account with its memberships as they are now. */
export async function freshAccount(payload: Payload, made: Made, username: string): Promise<Row> {
  const row = made.accounts.get(username)!
  return { ...row, ...(await standingOf(payload, row)) }
}

export async function act(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  action: string,
  by: Row,
  input: object,
) {
  const document = await loadWorkingDocument(payload, kind, id)
  return takeAction(payload, {
    kind,
    id,
    action,
    actor: actorFor(by),
    input: { ...input, revision: document!.revision },
    clock: systemClock,
  })
}

export async function saveAs(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  data: object,
  by: Row,
): Promise<void> {
  const document = await loadWorkingDocument(payload, kind, id)
  const req = await createLocalReq({ user: by as never }, payload)
  await saveSerially(payload, kind, id, { ...data, revision: document!.revision }, req)
}
