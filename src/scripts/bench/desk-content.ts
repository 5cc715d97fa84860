import type { Payload } from 'payload'
import { systemClock } from '../../shared/clock.js'
import { takeAction } from '../../editorial/take-action.js'
import { hashPassword } from '../../accounts/password-hash.js'
import { actorNow } from '../../accounts/standing.js'
import { changeCredentials } from '../../editorial/accounts/credentials.js'
import type { ModeratedKind } from '../../editorial/working-document.js'
import { sealLog } from '../../editorial/log/seal-log.js'
import { copyDocument } from './desk-copies.js'

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
    // Of a demo municipality nobody must show a second factor, which is none of what is measured.
    demo: true,
  })
  const known = await hashPassword(login.password)
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
      kind: 'person',
      homeMunicipality: municipality.id,
      demo: true,
    })
    await changeCredentials(payload, id, (now) => ({ credentials: { ...now, password: known } }))
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
  const seldoms = { organisation: String(rare.id), categoryKeys: `|${String(seldom.id)}|`, language: 'en' }
  await copyDocument(payload, { collection: 'events', source: waiting, many: size.waiting, seldoms })
  await copyDocument(payload, { collection: 'events', source: live, many: size.live, seldoms })
  // An entry has its place in its line before it is copied: else all copies would be given theirs while others are measured.
  await sealLog(payload)
  const entry = await payload.db.findOne<Row>({
    collection: 'moderation-log',
    where: { and: [{ document: { equals: live } }, { action: { equals: 'approve' } }] },
  })
  await copyDocument(payload, {
    collection: 'moderation-log',
    source: String(entry!.id),
    many: size.decisions,
    seldoms: {},
  })
  return {
    login,
    rareOrganisation: String(rare.id),
    rareCategory: String(seldom.id),
    open: waiting,
  }
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
