import type { Payload } from 'payload'
import { systemClock } from '../../shared/clock.js'
import { takeAction } from '../../editorial/take-action.js'
import { actorNow } from '../../accounts/standing.js'
import type { ModeratedKind } from '../../editorial/working-document.js'

/** How much lies on the desk that is measured. */
export interface DeskSize {
  waiting: number
  live: number
  decisions: number
}

interface Desk {
  login: { username: string; password: string }
  /** An organisation and a category that hardly anything has: what is hardest to find. */
  rareOrganisation: string
  rareCategory: string
  open: string
}

type Row = Record<string, unknown> & { id: string }
interface Client {
  execute(
    statement: { sql: string; args: (string | number)[] } | string,
  ): Promise<{ rows: Record<string, unknown>[] }>
}

const asSystem = { context: { asSystem: true }, overrideAccess: true } as const
const login = { username: 'bench-editor', password: 'a sentence for measuring' }

/** A municipality with an editor and an association, one thing of each sort made as people do, and copies of those. */
export async function makeDesk(payload: Payload, size: DeskSize): Promise<Desk> {
  const create = async (collection: string, data: object): Promise<Row> =>
    (await payload.create({
      collection: collection as 'events',
      data: data as never,
      ...asSystem,
    })) as unknown as Row
  const municipality = await create('municipalities', {
    name: 'Benkby',
    slug: 'benkby',
    country: 'SE',
    languages: ['sv', 'en'],
    zone: 'Europe/Stockholm',
    active: true,
  })
  const organisation = (name: string) =>
    create('organisations', {
      name,
      municipality: municipality.id,
      kind: 'association',
      surfaces: ['calendar', 'community'],
      trust: 'standard',
      life: 'approved',
    })
  const [usual, rare] = [await organisation('Den vanliga'), await organisation('Den ovanliga')]
  const category = (code: string) =>
    create('categories', { code, municipality: municipality.id, labels: [{ language: 'sv', text: code }] })
  const [common, seldom] = [await category('vanlig'), await category('ovanlig')]
  const account = async (username: string, role: string, organisationId?: string): Promise<string> => {
    const { id } = await create('accounts', {
      username,
      password: login.password,
      kind: 'person',
      homeMunicipality: municipality.id,
    })
    await create('memberships', {
      account: id,
      role,
      municipality: municipality.id,
      organisation: organisationId,
      approvesOrganisations: role === 'editor',
    })
    return String(id)
  }
  const editor = await account(login.username, 'editor')
  const author = await account('bench-author', 'contributor', String(usual.id))
  const act = async (kind: ModeratedKind, id: string, action: string, by: string, input: object = {}) => {
    const row = await payload.db.findOne<Row>({ collection: 'events', where: { id: { equals: id } } })
    const actor = await actorNow(payload, by)
    await takeAction(payload, {
      kind,
      id,
      action,
      actor,
      input: { revision: Number(row!.revision), ...input },
      clock: systemClock,
    })
  }
  const write = async (title: string, days: number): Promise<string> => {
    const start = new Date(Date.now() + days * 86_400_000)
    const { id } = await create('events', {
      title,
      municipality: municipality.id,
      organisation: usual.id,
      language: 'sv',
      start: start.toISOString(),
      end: new Date(start.getTime() + 3_600_000).toISOString(),
      zone: 'Europe/Stockholm',
      categories: [common.id],
      address: { name: 'Hallen' },
    })
    await act('event', String(id), 'submit', author)
    return String(id)
  }
  const waiting = await write('Väntar', 40)
  const live = await write('Publikt', 50)
  await act('event', live, 'approve', editor)
  const { client } = payload.db as unknown as { client: Client }
  const seldoms = {
    organisation_id: String(rare.id),
    category_keys: `|${String(seldom.id)}|`,
    language: 'en',
  }
  await copyRows(client, 'events', waiting, size.waiting, seldoms)
  await copyRows(client, 'events', live, size.live, seldoms)
  const entry = await payload.db.findOne<Row>({
    collection: 'moderation-log',
    where: { and: [{ document: { equals: live } }, { action: { equals: 'approve' } }] },
  })
  await copyRows(client, 'moderation_log', String(entry!.id), size.decisions, {})
  return {
    login,
    rareOrganisation: String(rare.id),
    rareCategory: String(seldom.id),
    open: waiting,
  }
}

let tables = 0

/**
 * Copies of one row, straight in the database: each with keys of its own, spread over half a year on both sides of now; one
 * in five hundred with the values of `seldom` instead.
 */
async function copyRows(
  client: Client,
  table: string,
  source: string,
  many: number,
  seldom: Record<string, string>,
): Promise<void> {
  if (many === 0) return
  tables += 1
  const { rows } = await client.execute(`PRAGMA table_info(${table})`)
  const own = `'${String(tables).padStart(8, '0')}-0000-7000-8000-' || printf('%012x', n.i)`
  const at = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ((n.i * 7919) % 525600 - 262800) || ' minutes', (n.i % 60) || ' seconds')`
  const values = rows.map(({ name }) => {
    const column = String(name)
    if (column === 'id') return own
    if (column === 'key') return `'copy ' || n.i`
    if (['starts_at', 'at'].includes(column)) return at
    if (/^(queue_start|queue_since|changed_key|date_key)$/.test(column))
      return `CASE WHEN ${column} IS NULL THEN NULL ELSE ${at} || ' ' || ${own} END`
    const other = seldom[column]
    return other === undefined
      ? `"${column}"`
      : `CASE WHEN n.i % 500 = 0 THEN '${other}' ELSE "${column}" END`
  })
  await client.execute({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO ${table} (${rows.map(({ name }) => `"${String(name)}"`).join(', ')})
      SELECT ${values.join(', ')} FROM n CROSS JOIN ${table} WHERE ${table}.id = ?`,
    args: [many, source],
  })
}

interface DeskView {
  name: string
  address: string
}

/** The views that are measured; some pages lie behind others. */
export async function deskUrls(
  { rareOrganisation, rareCategory, open }: Desk,
  ask: (address: string) => Promise<{ next?: string | null }>,
): Promise<DeskView[]> {
  const queue = '/api/moderation/queue?limit=40'
  const shown = '/api/moderation/public?limit=40'
  const pageAfter = async (address: string, pages: number): Promise<string> => {
    let at = address
    for (let page = 0; page < pages; page += 1) {
      const { next } = await ask(at)
      if (!next) break
      at = `${address}&cursor=${next}`
    }
    return at
  }
  const today = new Date().toISOString().slice(0, 10)
  return [
    { name: 'the queue opens', address: queue },
    { name: 'the queue, fifth page', address: await pageAfter(queue, 4) },
    { name: 'the queue of one organisation', address: `${queue}&organisation=${rareOrganisation}` },
    { name: 'the queue of one category', address: `${queue}&category=${rareCategory}` },
    { name: 'the queue in one language', address: `${queue}&language=en` },
    { name: 'the queue, flagged only', address: `${queue}&flagged=1` },
    { name: 'the queue, starting within 7 days', address: `${queue}&within=7` },
    { name: 'the queue, mine (none)', address: `${queue}&mine=1` },
    { name: 'counts in the navigation', address: '/api/moderation/counts' },
    { name: 'one document with its facts', address: `/api/moderation/items/events/${open}` },
    { name: 'what is public opens', address: shown },
    { name: 'what is public, fifth page', address: await pageAfter(shown, 4) },
    { name: 'what is public of one category', address: `${shown}&category=${rareCategory}` },
    { name: 'what is public of one organisation', address: `${shown}&organisation=${rareOrganisation}` },
    { name: 'what is public from today', address: `${shown}&from=${today}` },
    { name: 'the figures', address: '/api/moderation/figures' },
  ]
}
