import sharp from 'sharp'
import type { Role } from '../../src/tenancy/actor.js'
import {
  eventually,
  cameIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  makeOrganisation,
  Visitor,
} from './people.js'
import type { Running } from './torg.js'

type Row = Record<string, unknown> & { id: string }
const asSystem = { context: { asSystem: true }, overrideAccess: true } as const

/**
 * Everyone who may knock, in the order of the expectation table. `member` roles are at home in the first municipality;
 * those of an organisation belong to organisation A.
 */
export const actors = [
  'operator',
  'admin',
  'editor',
  'calendar',
  'auditor',
  'orgadmin',
  'contrib',
  'keyorg',
  'keytown',
  'machine',
  'disabled',
  'loner',
  'anonymous',
] as const
export type ActorName = (typeof actors)[number]

/** S the actor's own, A own organisation, B another one of the municipality, M the municipality's own, C another municipality's. */
export type Letter = 'S' | 'A' | 'B' | 'M' | 'C'
export type Documents = Record<string, Partial<Record<Letter, string>>>

const memberships: Record<
  Exclude<ActorName, 'anonymous' | 'loner'>,
  { role: Role; more?: object; kind?: 'machine' }
> = {
  operator: { role: 'operator' },
  admin: { role: 'municipality-admin' },
  editor: { role: 'editor' },
  calendar: { role: 'editor', more: { surfaces: ['calendar'] } },
  auditor: { role: 'auditor' },
  orgadmin: { role: 'organisation-admin' },
  contrib: { role: 'contributor' },
  keyorg: { role: 'api-client', kind: 'machine' },
  keytown: { role: 'api-client', kind: 'machine' },
  // A machine that somebody gave an editor's role behind the rules' back.
  machine: { role: 'editor', kind: 'machine' },
  disabled: { role: 'editor' },
}
const ofOrganisation: readonly ActorName[] = ['orgadmin', 'contrib', 'keyorg']

export interface Stage {
  torg: Running
  visitors: Record<ActorName, Visitor>
  accounts: Partial<Record<ActorName, string>>
  documents: Documents
  /** Documents that are each actor's own (its account, membership, inbox, settings of the admin). */
  own: Partial<Record<ActorName, Documents>>
  municipalities: { M: string; C: string }
  organisations: { A: string; B: string; C: string }
}

export const smallPicture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#2f6f4f' } })
    .jpeg()
    .toBuffer()

/** Two municipalities, three organisations, an account of every sort, and one document of every collection per owner. */
export async function twoMunicipalities(torg: Running): Promise<Stage> {
  // Half of what is set up here has no time and no owner: the first night after a start would take it away.
  const nights = () =>
    torg.payload.db.find<{ finished: unknown }>({ collection: 'retention-runs' as 'events' })
  await eventually(nights, ({ docs }) => docs.some(({ finished }) => Boolean(finished)), 120_000, 200)
  const { payload } = torg
  const create = async (collection: string, data: object): Promise<string> =>
    String(((await payload.create({ collection, data, ...asSystem } as never)) as Row).id)
  const insert = async (collection: string, data: object): Promise<string> =>
    String((await payload.db.create({ collection: collection as 'events', data: data as never })).id)

  const M = String((await makeMunicipality(payload, { slug: 'ekby' })).id)
  const C = String((await makeMunicipality(payload, { slug: 'fjordby' })).id)
  const organisation = async (home: string, name: string) =>
    String(
      (
        await makeOrganisation(payload, home, name, {
          registerReference: `ref-${name}`,
          contact: { email: `${name.toLowerCase()}@example.org` },
        })
      ).id,
    )
  const organisations = {
    A: await organisation(M, 'Alfa'),
    B: await organisation(M, 'Beta'),
    C: await organisation(C, 'Cesar'),
  }
  const homes = { A: M, B: M, M, C } as const
  const documents: Documents = {
    municipalities: { M, C },
    organisations: { ...organisations },
    categories: {
      M: String((await makeCategory(payload, M)).id),
      C: String((await makeCategory(payload, C)).id),
    },
    places: {
      M: await create('places', { name: 'Hallen', municipality: M, latitude: 59, longitude: 17 }),
      C: await create('places', { name: 'Salen', municipality: C, latitude: 60, longitude: 10 }),
    },
  }
  const picture = await smallPicture()
  const put = (collection: string, letter: Letter, id: string) => {
    ;(documents[collection] ??= {})[letter] = id
  }
  for (const letter of ['A', 'B', 'C'] as const) {
    const owner = { municipality: homes[letter], organisation: organisations[letter] }
    put('events', letter, await create('events', { ...owner, title: `Dans ${letter}`, language: 'sv' }))
    put('posts', letter, await create('posts', { ...owner, title: `Nytt ${letter}`, language: 'sv' }))
    put(
      'notices',
      letter,
      await insert('notices', { ...owner, key: `n-${letter}`, title: 'Hej', message: 'Beslut' }),
    )
    for (const collection of ['revisions', 'moderation-log']) {
      const found = await payload.db.findOne<Row>({
        collection: collection as 'revisions',
        where: {
          and: [{ document: { equals: documents.events![letter]! } }, { action: { equals: 'save' } }],
        },
      })
      put(collection, letter, String(found!.id))
    }
  }
  for (const letter of ['A', 'B', 'M', 'C'] as const) {
    const media = await payload.create({
      collection: 'media',
      data: {
        alt: `Bild ${letter}`,
        municipality: homes[letter],
        organisation: letter === 'M' ? null : organisations[letter],
      } as never,
      file: { data: picture, mimetype: 'image/jpeg', name: 'bild.jpg', size: picture.length },
      ...asSystem,
    })
    put('media', letter, String(media.id))
    const account = await insert('accounts', {
      username: `other-${letter.toLowerCase()}`,
      kind: 'person',
      homeMunicipality: homes[letter],
    })
    put('accounts', letter, account)
    const role =
      letter === 'M' ? { role: 'editor' } : { role: 'contributor', organisation: organisations[letter] }
    put('memberships', letter, await insert('memberships', { account, municipality: homes[letter], ...role }))
  }
  const known = (slug: string) => payload.collections[slug as 'events'] !== undefined
  const strangers: Record<string, object> = {
    'log-lines': { id: 'a-line', last: 0 },
    inboxes: { id: 'an-account', readUntil: new Date().toISOString(), read: [], revision: 1 },
    mails: {
      key: 'm',
      account: 'an-account',
      kind: 'notice',
      nextAt: new Date(0).toISOString(),
      attempts: 0,
    },
    'share-links': {
      hash: 'h',
      kind: 'event',
      document: 'x',
      municipality: 'x',
      organisation: 'x',
      madeBy: 'x',
      until: new Date(Date.now() + 86_400_000).toISOString(),
    },
    'retention-runs': { id: 'a-run', day: 'a-run' },
    leases: { id: 'a-lease', holder: 'x', until: new Date().toISOString() },
    credentials: { id: 'an-account', hash: 'x', salt: 'x' },
    sessions: { account: 'an-account', token: 'x', purpose: 'session' },
    'one-time-codes': { account: 'an-account', hash: 'x', purpose: 'password' },
    'payload-jobs': { input: {}, queue: 'default' },
    'payload-kv': { key: 'secret', data: { a: 1 } },
    'payload-migrations': { name: 'old', batch: 1 },
    'payload-locked-documents': {
      document: { relationTo: 'events', value: documents.events!.A },
      user: { relationTo: 'accounts', value: documents.accounts!.M },
    },
    'payload-preferences': {
      key: 'nav',
      value: { open: true },
      user: { relationTo: 'accounts', value: documents.accounts!.M },
    },
  }
  for (const [slug, data] of Object.entries(strangers))
    if (known(slug)) put(slug, 'C', await insert(slug, data))
  for (const letter of ['M', 'C'] as const) {
    const municipality = homes[letter]
    // Switched off: nothing shall leave this machine.
    const receiver = { name: 'Appen', url: 'https://app.example/torg', enabled: false }
    const webhook = await create('webhooks', { municipality, ...receiver })
    put('webhooks', letter, webhook)
    put('webhook-states', letter, webhook)
    const message = { webhook, municipality, document: 'x', kind: 'post', number: 1, attempts: 1 }
    put(
      'webhook-deliveries',
      letter,
      await insert('webhook-deliveries', { ...message, key: `d-${letter}`, state: 'failed' }),
    )
  }
  for (const letter of ['M', 'C'] as const)
    put(
      'retention-holds',
      letter,
      await insert('retention-holds', {
        municipality: homes[letter],
        kind: 'log',
        document: homes[letter],
        reason: 'authority',
      }),
    )
  put('publications', 'M', 'ekby')
  put('publications', 'C', 'fjordby')
  put('change-counters', 'M', 'ekby')
  put('change-counters', 'C', 'fjordby')

  const visitors = { anonymous: new Visitor(torg.base) } as Record<ActorName, Visitor>
  const accounts: Stage['accounts'] = {}
  const own: Stage['own'] = {}
  for (const name of actors) {
    if (name === 'anonymous') continue
    const given = name === 'loner' ? null : memberships[name]
    const account =
      given === null
        ? ((await payload.create({
            collection: 'accounts',
            data: {
              username: name,
              password: 'correct-horse-battery-staple',
              kind: 'person',
              demo: true,
              homeMunicipality: M,
            } as never,
            ...asSystem,
          })) as unknown as Row)
        : await makeAccount(payload, {
            username: name,
            role: given.role,
            kind: given.kind ?? 'person',
            municipality: name === 'operator' ? null : M,
            ...(ofOrganisation.includes(name) ? { organisation: organisations.A } : {}),
            ...given.more,
          })
    const id = String(account.id)
    accounts[name] = id
    visitors[name] = await cameIn(payload, torg.base, id)
    const membership = await payload.db.findOne<Row>({
      collection: 'memberships',
      where: { account: { equals: id } },
    })
    own[name] = {
      accounts: { S: id },
      ...(membership ? { memberships: { S: String(membership.id) } } : {}),
      notices: {
        S: await insert('notices', { key: `own-${name}`, account: id, title: 'Till dig' }),
      },
      'payload-preferences': {
        S: await insert('payload-preferences', {
          key: 'own',
          value: { a: 1 },
          user: { relationTo: 'accounts', value: id },
        }),
      },
    }
  }
  // Behind the hooks' back, so that its session lives on: the rules themselves must know.
  await payload.db.updateOne({
    collection: 'accounts',
    where: { id: { equals: accounts.disabled! } },
    data: { disabled: true },
  })
  return { torg, visitors, accounts, documents, own, municipalities: { M, C }, organisations }
}
