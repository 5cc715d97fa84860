import type { Payload } from 'payload'
import { isToldOnlyThat, toldOf, type Addressee } from '../../moderation/notices/happenings.js'
import { withoutIdentityNumbers } from '../../privacy/mask-identity-numbers.js'
import { everyRow } from '../../shared/every-row.js'
import { idAlways, idOf } from '../../shared/reference.js'
import type { Write } from '../together.js'
import type { Outbox } from '../working-document.js'

/** One of those who are to be told: an organisation, an account, or whoever has a role in the municipality by then. */
export interface Address {
  told: Addressee
  organisation?: string | undefined
  account?: string
}

interface About {
  id: string
  municipality: string
  content?: unknown
  approvedSnapshot?: { content: unknown } | null
}

/** What a document is called. */
const titleOf = (content: unknown, at: Date): string | null => {
  const named = content as { title?: string | null; name?: string | null } | null | undefined
  return withoutIdentityNumbers(named?.title ?? named?.name ?? null, at)
}

/** What a notice says, beside to whom. */
interface Said {
  at: string
  action: string
  kind: string
  document: string
  /** Null: of an account that is at home in none. */
  municipality: string | null
  title: string | null
  message?: string | null
  reason?: string | null
  ground?: string | null
  rule?: string | null
  wording?: unknown
  automated?: boolean
  changes?: unknown
}

const withRoles: Partial<Record<Addressee, (row: Record<string, unknown>) => boolean>> = {
  deciders: ({ role, approvesOrganisations }) =>
    role === 'municipality-admin' || (role === 'editor' && approvesOrganisations === true),
  'municipality-admins': ({ role }) => role === 'municipality-admin',
  // Whoever belongs to an organisation is told with it.
  'everyone-here': ({ organisation, role }) => idOf(organisation) === null && role !== 'api-client',
}

/** Organisations that a closing concerns: all that the municipality has let in and that are still here. */
const here = ['approved', 'suspended', 'invited']

/** Writes one notice, once however often it is tried: the key tells what it is about and to whom. False: it was there. */
export async function writeNotice(
  payload: Payload,
  cause: string,
  {
    told,
    organisation = null,
    account = null,
  }: { told: Addressee; organisation?: string | null; account?: string | null },
  said: Said,
  write?: Write,
): Promise<boolean> {
  const key = `${cause} ${organisation ?? account}`
  const there = await payload.db.findOne({
    collection: 'notices',
    where: { key: { equals: key } },
    req: write,
  })
  if (there) return false
  await payload.db.create({
    collection: 'notices',
    data: { ...said, key, told, organisation, account, mailDue: true },
    req: write,
  })
  return true
}

/** The organisations and accounts behind addresses as they are now; each once, organisations before accounts. */
async function recipients(
  payload: Payload,
  municipality: string | null,
  addresses: readonly Address[],
  actor: string | null,
  write: Write | undefined,
): Promise<{ told: Addressee; organisation?: string; account?: string }[]> {
  const organisations = new Map<string, Addressee>()
  const accounts = new Map<string, Addressee>()
  const add = (to: Map<string, Addressee>, id: string, told: Addressee) => {
    if (!to.has(id)) to.set(id, told)
  }
  for (const { told, organisation, account } of addresses) {
    if (organisation) add(organisations, organisation, told)
    if (account) add(accounts, account, told)
    const has = withRoles[told]
    if (!has || municipality === null) continue
    const rows = await everyRow(payload, 'memberships', { municipality: { equals: municipality } }, write)
    for (const row of rows) if (has(row)) add(accounts, idAlways(row.account), told)
    if (told !== 'everyone-here') continue
    const all = await everyRow(
      payload,
      'organisations',
      { and: [{ municipality: { equals: municipality } }, { life: { in: here } }] },
      write,
    )
    for (const { id } of all) add(organisations, String(id), told)
  }
  // Nobody is told what they did themselves, and nobody twice.
  if (actor) accounts.delete(actor)
  if (accounts.size > 0 && organisations.size > 0) {
    const belong = await everyRow(
      payload,
      'memberships',
      { account: { in: [...accounts.keys()].slice(0, mostAsked) } },
      write,
    )
    for (const row of belong) {
      const organisation = idOf(row.organisation)
      if (organisation && organisations.has(organisation)) accounts.delete(idAlways(row.account))
    }
  }
  return [
    ...[...organisations].map(([organisation, told]) => ({ organisation, told })),
    ...[...accounts].map(([account, told]) => ({ account, told })),
  ]
}

/** So many ids are asked for at once; accounts that belong to the municipality itself are far fewer. */
const mostAsked = 400

/** Tells those to whom an outbox is addressed. Everybody of an organisation reads the same notice. */
export async function tellAll(
  payload: Payload,
  kind: string,
  document: About,
  outbox: Outbox,
  write?: Write,
): Promise<void> {
  if (outbox.tell.length === 0) return
  const at = new Date(outbox.at)
  const about = {
    at: outbox.at,
    action: outbox.action,
    kind,
    document: document.id,
    municipality: document.municipality,
  }
  const said: Said = {
    ...about,
    title: titleOf(document.content, at),
    message: outbox.message,
    reason: outbox.reason,
    ground: outbox.statement?.ground ?? null,
    rule: outbox.statement?.rule ?? null,
    wording: outbox.statement?.wording ?? null,
    automated: outbox.automated,
    changes: withoutIdentityNumbers(outbox.changes, at),
  }
  const thatAlone: Said = { ...about, title: titleOf(document.approvedSnapshot?.content, at) }
  const addresses = outbox.tell.map((each) =>
    each.told === 'organisation' ? { ...each, organisation: each.organisation ?? document.id } : each,
  )
  // What came about by itself is told to the one on whose word it did, too.
  const actor = outbox.automated ? null : outbox.actor
  for (const to of await recipients(payload, document.municipality, addresses, actor, write))
    await writeNotice(payload, outbox.cause, to, isToldOnlyThat(to.told) ? thatAlone : said, write)
}

/**
 * The addresses of what happened, by the table: `organisation` is the one concerned, `own` whether it did it itself;
 * `accounts` those of single people whom the table may name.
 */
export function addressesOf(
  happening: string,
  {
    organisation,
    own = false,
    coOrganisers = [],
    accounts = {},
  }: {
    /** Left out: the organisation that the document is. */
    organisation?: string | null
    own?: boolean
    coOrganisers?: readonly string[]
    accounts?: Partial<Record<Addressee, string | null>>
  },
): Address[] {
  return toldOf(happening, { own }).flatMap((told): Address[] => {
    if (told === 'organisation') return organisation === null ? [] : [{ told, organisation }]
    if (told === 'co-organisers') return coOrganisers.map((each) => ({ told, organisation: each }))
    if (withRoles[told]) return [{ told }]
    const account = accounts[told]
    return account ? [{ told, account }] : []
  })
}

/** Tells of something that no document's outbox tells: `cause` makes it once, however often it is tried. */
export async function tellOf(
  payload: Payload,
  happening: string,
  cause: string,
  said: Omit<Said, 'action'>,
  concerned: Parameters<typeof addressesOf>[1] & { actor?: string | null },
  write?: Write,
): Promise<void> {
  const addresses = addressesOf(happening, concerned)
  const actor = concerned.actor ?? null
  for (const to of await recipients(payload, said.municipality, addresses, actor, write))
    await writeNotice(payload, cause, to, { ...said, action: happening }, write)
}
