import type { Payload } from 'payload'
import { asMailChoice } from '../../mail/choices.js'
import { nextMorning, workingMorning } from '../../mail/mornings.js'
import type { CountryWithHolidays } from '../../moderation/working-days.js'
import { everyRow } from '../../shared/every-row.js'
import { idAlways, idOf } from '../../shared/reference.js'
import { municipalityZone } from '../registers.js'
import { storeMail } from './mail-records.js'

/** So many notices are looked at in one go. */
const batch = 50
/** A notice that waited longer, since no server was named, is no news any more: it lies in the inbox. */
const newsFor = 3 * 86_400_000

interface Row extends Record<string, unknown> {
  id: string
  createdAt: string
}

/**
 * Makes of each new notice what is to be sent of it, one row for every account that is told. Each step may be done again:
 * a notice is ticked off only when its rows are stored. Returns whether there may be more.
 */
export async function collectMails(payload: Payload, now: Date): Promise<boolean> {
  const { docs } = await payload.db.find<Row>({
    collection: 'notices',
    where: { mailDue: { equals: true } },
    sort: 'createdAt',
    limit: batch,
    pagination: false,
  })
  for (const row of docs) {
    // Of one that cannot be sent on, the operator is told; it lies in the inbox, and those behind it go out.
    if (now.getTime() - Date.parse(row.createdAt) < newsFor)
      await storeFor(payload, row, now).catch((error: unknown) =>
        payload.logger.error({ err: error, kind: 'notice', document: String(row.id) }, 'mail'),
      )
    await payload.db.updateOne({
      collection: 'notices',
      where: { id: { equals: row.id } },
      data: { mailDue: false },
      options: { atomic: true },
      returning: false,
    } as unknown as Parameters<Payload['db']['updateOne']>[0])
  }
  return docs.length === batch
}

async function storeFor(payload: Payload, notice: Row, now: Date): Promise<void> {
  const municipality = idOf(notice.municipality)
  const accounts = await accountsTold(payload, notice)
  if (accounts.length === 0) return
  const zone = municipality ? await municipalityZone(payload, municipality) : 'UTC'
  const tomorrow = nextMorning(now, zone).toISOString()
  for (const row of accounts) {
    const account = String(row.id)
    // Chosen anew when it goes out; here only when that is.
    const nextAt = asMailChoice(row.noticeMail) === 'at-once' ? now.toISOString() : tomorrow
    const id = String(notice.id)
    await storeMail(payload, {
      key: `${id} ${account}`,
      account,
      municipality,
      kind: 'notice',
      notice: id,
      nextAt,
    })
  }
}

/** The accounts with an address that a notice is for. */
async function accountsTold(payload: Payload, notice: Row): Promise<Row[]> {
  const organisation = idOf(notice.organisation)
  const own = idOf(notice.account)
  const members = organisation
    ? await everyRow(payload, 'memberships', { organisation: { equals: organisation } })
    : []
  const ids = [...new Set([...(own ? [own] : []), ...members.map((row) => idAlways(row.account))])]
  if (ids.length === 0) return []
  const rows = await everyRow<Row>(payload, 'accounts', { id: { in: ids } })
  return rows.filter(({ email, kind, disabled }) => email && kind !== 'machine' && disabled !== true)
}

/**
 * Makes in the morning of a working day what is to be sent to the role addresses of those who decide: how much waits.
 * Whether anything does is asked when it goes out.
 */
export async function collectMornings(payload: Payload, now: Date): Promise<void> {
  for (const town of await everyRow<Row>(payload, 'municipalities', { active: { equals: true } })) {
    if (town.morningMail === false) continue
    const day = workingMorning(now, String(town.zone), String(town.country) as CountryWithHolidays)
    if (!day) continue
    const municipality = String(town.id)
    const deciding = await everyRow(payload, 'memberships', {
      and: [{ municipality: { equals: municipality } }, { role: { in: ['editor', 'municipality-admin'] } }],
    })
    const ids = [...new Set(deciding.map((row) => idAlways(row.account)))]
    if (ids.length === 0) continue
    const rows = await everyRow<Row>(payload, 'accounts', { id: { in: ids } })
    for (const { id, kind, email } of rows) {
      if (kind !== 'role' || !email) continue
      const account = String(id)
      const key = `morning ${municipality} ${account} ${day}`
      await storeMail(payload, {
        key,
        account,
        municipality,
        kind: 'morning',
        notice: null,
        nextAt: now.toISOString(),
      })
    }
  }
}
