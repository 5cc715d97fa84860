import type { CollectionSlug, Payload, Where } from 'payload'
import { canLead, type HeldPlace } from '../../accounts/leaving.js'
import { everyRow, withIds } from '../../shared/every-row.js'
import { idOf } from '../../shared/reference.js'
import type { Role } from '../../tenancy/actor.js'
import { circleOf, leads } from '../members/circle.js'
import type { Write } from '../together.js'
import { asLogin } from './find-account.js'

type Row = Record<string, unknown> & { id: string }

/** Everywhere an account has a role, with what the rules of leaving ask. Read as the system. */
export async function heldPlaces(
  payload: Payload,
  account: string,
  now: Date,
  write?: Write,
): Promise<HeldPlace[]> {
  const places: HeldPlace[] = []
  for (const row of await everyRow<Row>(payload, 'memberships', { account: { equals: account } }, write)) {
    const held = {
      membership: String(row.id),
      role: row.role as Role,
      municipality: idOf(row.municipality),
      organisation: idOf(row.organisation),
    }
    places.push({ ...held, ...(await factsOf(payload, account, held, now, write)) })
  }
  return places
}

type Held = Pick<HeldPlace, 'role' | 'municipality' | 'organisation'>

async function factsOf(
  payload: Payload,
  account: string,
  { role, municipality, organisation }: Held,
  now: Date,
  write?: Write,
): Promise<Pick<HeldPlace, 'name' | 'atWork' | 'otherAdmins'>> {
  if (organisation) {
    const circle = await circleOf(payload, organisation, now, write)
    if (!circle) return { name: '', atWork: false, otherAdmins: 0 }
    return {
      name: circle.name,
      atWork: circle.life === 'approved' && circle.municipalityActive,
      otherAdmins: circle.members.filter((each) => each.id !== account && leads(circle, each)).length,
    }
  }
  const home = municipality
    ? await payload.db.findOne<Row>({
        collection: 'municipalities',
        where: { id: { equals: municipality } },
        req: write,
      })
    : null
  return {
    name: String(home?.name ?? ''),
    atWork: municipality === null || home?.active === true,
    otherAdmins: await othersWho(payload, account, { role, municipality }, home, write),
  }
}

/** How many others have this very role there and can log in. */
async function othersWho(
  payload: Payload,
  account: string,
  { role, municipality }: Pick<Held, 'role' | 'municipality'>,
  home: Row | null,
  write?: Write,
): Promise<number> {
  const there: Where = municipality ? { municipality: { equals: municipality } } : {}
  const rows = await everyRow<Row>(
    payload,
    'memberships',
    { and: [{ role: { equals: role } }, there] },
    write,
  )
  const ids = [...new Set(rows.flatMap((row) => idOf(row.account) ?? []))].filter((id) => id !== account)
  if (ids.length === 0) return 0
  const logins = (await everyRow<Row>(payload, 'accounts', withIds(ids), write)).map(asLogin)
  const secrets = await everyRow<Row>(payload, 'credentials' as CollectionSlug, { id: { in: ids } }, write)
  const chosen = new Set(secrets.filter(({ hash }) => Boolean(hash)).map(({ id }) => String(id)))
  return logins.filter((login) =>
    canLead({ ...login, loggedInOnce: chosen.has(login.id) }, home?.loginPolicy === 'role-only'),
  ).length
}
