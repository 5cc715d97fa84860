import { appendFileSync } from 'node:fs'
import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealLog } from '../../src/editorial/log/seal-log.js'
import { everyRow } from '../../src/shared/every-row.js'
import { listenToLog, notRefused } from '../support/bad-answers.js'
import { doors } from '../support/changing-doors.js'
import { eventBody, postBody } from '../support/newsroom.js'
import { makeAccount, Visitor, type Answer } from '../support/people.js'
import { photo } from '../support/publish.js'
import { describeHere, password, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

/** Somewhere in most that is sent here; it must never stand in the log. */
const typed = 'skräptext'
const long = typed.repeat(2_500)
const nowhere = '01919191-9191-7191-9191-919191919191'

/** How somebody who may use a door uses it; none of these bodies is ever sent without a fault put into it. */
interface Way {
  by?: Visitor
  at?: Record<string, string>
  /** What the door would take, by which it is known what it reads. Null where whatever is sent is ignored. */
  body?: object | null
  /** Fields that it may have beside those of the body. */
  also?: object
  /** Its texts are proofs, of which one that cannot be shown is as wrong as any other. */
  proves?: boolean
}

/** Refusals of what was sent; any other would mean that the door was not reached. */
const ofInput = [400, 409, 413, 415, 422]

const nested = [{ $gt: '' }, { equals: typed }, [[typed]]]
/** What no field of this sort can be. */
const wrong = {
  text: [...nested, 12, true, [12], long, '\u0000'],
  number: [...nested, typed, true, [1], long],
  switch: [...nested, typed, 12, [true], long],
  list: [...nested, typed, 12, true, long, [long]],
  object: [...nested, typed, 12, true, long],
} satisfies Record<string, unknown[]>

const sortOf = (value: unknown): keyof typeof wrong =>
  Array.isArray(value)
    ? 'list'
    : typeof value === 'number'
      ? 'number'
      : typeof value === 'boolean'
        ? 'switch'
        : typeof value === 'object'
          ? 'object'
          : 'text'

function sortOfField(field: FlattenedField): keyof typeof wrong {
  if (field.type === 'number') return 'number'
  if (field.type === 'checkbox') return 'switch'
  if (['group', 'tab', 'json', 'richText', 'point'].includes(field.type)) return 'object'
  return field.type === 'array' || ('hasMany' in field && field.hasMany) ? 'list' : 'text'
}

/** What forms send back with everything else, and nothing of it is set: see docs/api.md. */
const sentBack = ['id', 'createdAt', 'updatedAt']
const ofFile = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'sizes',
  'url',
  'thumbnailURL',
  'focalX',
  'focalY',
]

const hostile = [
  '../../x',
  '\u0000',
  '%00',
  '{"$gt":""}',
  `${nowhere}' OR 1=1--`,
  'x'.repeat(10_000),
  nowhere,
]

const bodies: Record<string, [string | Buffer, string, readonly number[]]> = {
  'half an object': [`{"title":"${typed}`, 'application/json', [400]],
  'an array': [`["${typed}"]`, 'application/json', [400]],
  'a text': [`"${typed}"`, 'application/json', [400]],
  null: ['null', 'application/json', [400]],
  'a number': ['12', 'application/json', [400]],
  'broken UTF-8': [Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), 'application/json', [400]],
  'a deep list': [`{"title":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'application/json', [400]],
  'plain text': ['{}', 'text/plain', [415]],
  'a form of an address': [`title=${typed}`, 'application/x-www-form-urlencoded', [415]],
  'no type': [Buffer.from('{}'), '', [415]],
  'half a form': [
    `--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{`,
    'multipart/form-data; boundary=x',
    [400],
  ],
  'a form with a list': [
    '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n[1]\r\n--x--\r\n',
    'multipart/form-data; boundary=x',
    [400],
  ],
  'a form with a field of its own': [
    `--x\r\nContent-Disposition: form-data; name="session"\r\n\r\n${nowhere}\r\n--x--\r\n`,
    'multipart/form-data; boundary=x',
    [400],
  ],
  'a form with a field beside': [
    '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{}\r\n' +
      '--x\r\nContent-Disposition: form-data; name=device\r\n\r\n1\r\n--x--\r\n',
    'multipart/form-data; boundary=x',
    [400],
  ],
  'more than a megabyte': [`{"title":"${'x'.repeat(1_100_000)}"}`, 'application/json', [413]],
}

const changes = (door: string) => !/^(get|head|options) /.test(door)

describeHere('bad input at every door that changes anything', () => {
  let torg: Running
  let admin: Visitor
  let ways: Record<string, Way>
  let people: Record<'author' | 'beside' | 'editor' | 'chief' | 'operator', Visitor>
  let ids: Record<string, string>
  let log: ReturnType<typeof listenToLog>
  let there: Set<string>
  let walked: string[]
  let before: Map<string, string>
  let sent = 0
  let network = 0
  const faults: string[] = []
  const met = new Set<string>()

  beforeAll(async () => {
    torg = await startForTests()
    const { payload, base } = torg
    const town = await makeTown(torg, {
      slug: 'ekby',
      organisations: { Klara: {}, Andra: {} },
      people: {
        author: { role: 'contributor', organisation: 'Klara' },
        mate: { role: 'contributor', organisation: 'Klara' },
        chief: { role: 'organisation-admin', organisation: 'Klara' },
        beside: { role: 'organisation-admin', organisation: 'Andra' },
        editor: { role: 'editor', approvesOrganisations: true },
        admin: { role: 'municipality-admin' },
      },
    })
    await makeAccount(payload, { username: 'drift', role: 'operator', municipality: null })
    const operator = new Visitor(base)
    await operator.login('drift')
    const { author, chief, editor, beside } = town.person
    // Each has been here today already: the day of that is no change that a door makes.
    for (const each of [...Object.values(town.person), operator]) await each.get('/api/accounts/me')
    const nobody = new Visitor(base)
    admin = town.person.admin
    const made = async (by: Visitor, path: string, body: object): Promise<string> => {
      const answer = await by.post(path, body)
      if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return String(answer.body.doc?.id ?? answer.body.id)
    }
    const role = { account: town.account.mate, role: 'contributor', organisation: town.organisation.Andra }
    const receiver = { name: 'Appen', url: 'https://app.example/torg', enabled: false }
    const picture = await author.upload(await photo(), { alt: 'Planen' })
    const shared = { coOrganisers: [town.organisation.Andra] }
    ids = {
      events: await made(author, '/api/events', eventBody(town.category, shared)),
      posts: await made(author, '/api/posts', postBody(town.category)),
      organisations: town.organisation.Klara,
      places: await made(editor, '/api/places', { name: 'Ladan' }),
      categories: town.category,
      municipalities: town.id,
      media: String(picture.body.doc.id),
      accounts: town.account.mate,
      memberships: await made(admin, '/api/memberships', role),
      webhooks: await made(admin, '/api/webhooks', receiver),
    }
    const hold = { kind: 'media', document: ids.media, reason: 'legal-claim' }
    ids['retention-holds'] = await made(admin, '/api/retention-holds', hold)
    const link = {
      events: await made(author, `/api/events/${ids.events}/shares`, {}),
      posts: await made(author, `/api/posts/${ids.posts}/shares`, {}),
    }
    const revision = async (kind: string) =>
      Number((await author.get(`/api/${kind}/${ids[kind]}/actions`)).body.revision)
    const of = { events: await revision('events'), posts: await revision('posts') }
    const ofOrganisation = Number((await chief.get(`/api/organisations/${ids.organisations}`)).body.revision)
    const decision = { message: 'Hej', note: 'x', reason: 'other', explanation: 'x', edits: {}, hold: 5 }
    const decides = { ...decision, override: 'x', status: 'x', occurrence: 'x' }
    const present = password
    const fresh = 'ett alldeles eget lösenord'
    const label = [{ language: 'sv', text: 'Dans' }]

    ways = {
      'post /events/': { by: author, body: eventBody(town.category) },
      'patch /events/:id': { by: author, body: { revision: of.events } },
      'post /posts/': { by: author, body: postBody(town.category) },
      'patch /posts/:id': { by: author, body: { revision: of.posts } },
      'post /organisations/': {
        by: editor,
        body: { name: 'Nya', kind: 'association', surfaces: ['calendar'] },
      },
      'patch /organisations/:id': { by: chief, body: { revision: ofOrganisation } },
      'post /places/': { by: editor, body: { name: 'Parken' } },
      'patch /places/:id': { by: editor, body: {} },
      'post /categories/': { body: { code: 'dans', labels: label } },
      'patch /categories/:id': { body: {} },
      'post /municipalities/': {
        by: operator,
        body: {
          ...{ name: 'Nyby kommun', slug: 'nyby', country: 'SE', languages: ['sv'] },
          ...{ zone: 'Europe/Stockholm', privacyNotice: [{ language: 'sv', text: 'Inget.' }] },
        },
      },
      'patch /municipalities/:id': { body: {} },
      'patch /media/:id': { by: author, body: {} },
      'delete /media/:id': { by: author },
      'post /accounts/': { body: { username: 'kassor', kind: 'person', roleTitle: 'Kassör' } },
      'patch /accounts/:id': { body: {} },
      'post /memberships/': { body: { ...role, account: town.account.author } },
      'patch /memberships/:id': { body: {} },
      'post /webhooks/': { body: receiver },
      'patch /webhooks/:id': { body: {} },
      'post /retention-holds/': { body: { ...hold, document: ids.events, kind: 'event' } },
      'post /events/:id/actions/:action': {
        by: author,
        at: { action: 'submit' },
        body: { revision: of.events },
        also: decides,
      },
      'post /posts/:id/actions/:action': {
        by: author,
        at: { action: 'submit' },
        body: { revision: of.posts },
        also: decides,
      },
      'post /organisations/:id/actions/:action': {
        by: chief,
        at: { action: 'confirm' },
        body: { revision: ofOrganisation },
        also: decides,
      },
      'post /places/:id/actions/:action': {
        by: editor,
        at: { action: 'withdraw' },
        body: {},
        also: decides,
      },
      'post /municipalities/:id/actions/:action': {
        by: operator,
        at: { action: 'close' },
        body: {},
        also: decides,
      },
      'post /events/:id/shares': { by: author, body: { days: 3 } },
      'post /posts/:id/shares': { by: author, body: { days: 3 } },
      'post /events/:id/shares/:link/revoke': { by: author, at: { link: link.events }, body: {} },
      'post /posts/:id/shares/:link/revoke': { by: author, at: { link: link.posts }, body: {} },
      'post /organisations/apply': {
        by: nobody,
        body: { municipality: 'ekby', name: 'Nya', email: 'styrelsen@example.org' },
      },
      'post /organisations/application': { by: nobody, proves: true, body: { reference: 'x'.repeat(22) } },
      'post /organisations/application/login': {
        by: nobody,
        proves: true,
        body: { reference: 'x'.repeat(22), username: 'nya' },
      },
      'post /organisations/invite': {
        by: editor,
        body: { municipality: 'ekby', name: 'Inbjudna', email: 'styrelsen@example.org' },
      },
      'post /organisations/:id/members': {
        by: chief,
        body: { username: 'sekreterare', roleTitle: 'Sekreterare', language: 'sv' },
      },
      'post /organisations/:id/members/:account/actions/:action': {
        by: chief,
        at: { account: town.account.author, action: 'hand-over' },
        body: { then: 'stay' },
      },
      'post /media/:id/actions/withdraw-consent': { by: author, body: {} },
      'post /memberships/offer': {
        body: { role: 'contributor', municipality: town.id, organisation: town.organisation.Klara },
        also: { surfaces: ['calendar'], approvesOrganisations: true },
      },
      'post /memberships/:id/actions/reviewed': { body: {} },
      'post /retention/periods': { body: { category: 'drafts', length: 23 } },
      'post /webhooks/:id/actions/rotate-secret': { body: {} },
      'post /webhooks/:id/actions/send-again': { body: { delivery: nowhere } },
      'post /accounts/login': {
        by: nobody,
        proves: true,
        body: { username: 'author', password: fresh, code: '123456' },
      },
      'post /accounts/logout': { body: {} },
      'post /accounts/refresh-token': { body: {} },
      'post /accounts/password': { by: author, body: { present, password: fresh }, also: { ticket: 'x' } },
      'post /accounts/accept': { by: author, body: { code: 'abcd-efgh' } },
      'post /accounts/devices': { by: author, body: { present }, also: { ticket: 'x' } },
      'post /accounts/devices/confirm': {
        by: author,
        body: { code: '123456', label: 'Telefon' },
        also: { ticket: 'x' },
      },
      'post /accounts/devices/end': { by: author, body: { device: 1, present } },
      'post /accounts/recovery-codes': { by: author, body: { present } },
      'post /accounts/sessions/end': { by: author, body: { session: nowhere } },
      'post /accounts/:id/codes': { body: { purpose: 'device', label: 'Telefon' } },
      'post /accounts/:id/devices/end': { body: { device: 1 } },
      'post /accounts/:id/sessions/end': { body: {} },
      'post /inbox/read': { by: author, body: { notice: nowhere, upTo: true } },
      'post /payload-preferences/:key': { by: author, at: { key: 'nav' }, body: {} },
      'delete /payload-preferences/:key': { by: author, at: { key: 'nav' } },
    }
    people = { author, beside, editor, chief, operator }

    there = new Set([
      ...(torg.payload.config.endpoints ?? []).map(({ method, path }) => `${method} ${path}`),
      ...Object.values(payload.collections).flatMap(({ config: { slug, endpoints } }) =>
        (endpoints || []).map(({ method, path }) => `${method} /${slug}${path}`),
      ),
    ])
    walked = [...there].filter(changes)
    log = listenToLog(torg)
    before = await contents()
  }, 600_000)
  afterAll(() => {
    log?.stop()
    return torg?.stop()
  })

  /** Everything that is stored, but what the clock writes. */
  async function contents(): Promise<Map<string, string>> {
    while ((await sealLog(torg.payload)) > 0);
    const slugs = Object.keys(torg.payload.collections).filter(
      (slug) => !['leases', 'retention-runs'].includes(slug),
    )
    const rows = await Promise.all(
      slugs.map(async (slug) => {
        const found = await everyRow(torg.payload, slug, {})
        return found.map((row): [string, string] => [`${slug} ${String(row.id)}`, JSON.stringify(row)])
      }),
    )
    return new Map(rows.flat())
  }

  /** Looked at after many doors, since it reads everything; a fault names them. */
  let unlooked: string[] = []
  async function storedNothing(last?: string): Promise<void> {
    if (last) unlooked.push(last)
    if (last && unlooked.length < 20) return
    const door = unlooked.join(', ')
    unlooked = []
    const now = await contents()
    for (const key of new Set([...before.keys(), ...now.keys()]))
      if (before.get(key) !== now.get(key))
        faults.push(
          `${door} stored: ${key}: ${before.get(key)?.slice(0, 300)} -> ${now.get(key)?.slice(0, 300)}`,
        )
    before = now
    const alive = await new Visitor(torg.base).get('/readyz')
    if (alive.status !== 200) faults.push(`${door}: nobody answers any more: ${alive.status}`)
    const told = log.lines.splice(0).filter((line) => line.includes(typed))
    if (told.length > 0) faults.push(`${door} told the log: ${told[0]!.slice(0, 200)}`)
  }

  const slugOf = (door: string) => door.split(/[ /]+/)[1]!
  const wayOf = (door: string): Required<Way> => {
    const standing = doors[door]
    const way = ways[door] ?? {}
    const reads = door.startsWith('delete') || standing === 'closed' || standing === 'asks' ? null : {}
    return {
      by: way.by ?? admin,
      at: { id: ids[slugOf(door)] ?? nowhere, key: 'nav', action: 'submit', ...way.at },
      body: way.body === undefined ? reads : way.body,
      also: way.also ?? {},
      proves: way.proves ?? false,
    }
  }
  const addressOf = (door: string, at: Record<string, string>) =>
    `/api${door
      .slice(door.indexOf(' ') + 1)
      .replace(/\/$/, '')
      .replace(/:(\w+)\??/g, (_, name: string) => encodeURIComponent(at[name] ?? nowhere))}`

  async function send(
    way: Required<Way>,
    method: string,
    address: string,
    body?: string | Buffer,
    type = 'application/json',
  ): Promise<Answer> {
    sent += 1
    network += 1
    const response = await fetch(torg.base + address, {
      method: method.toUpperCase(),
      headers: {
        ...(way.by.token ? { Authorization: `JWT ${way.by.token}` } : {}),
        // Each from a network of its own: how much may come from one is another test's.
        'X-Forwarded-For': `10.${(network >> 14) & 127}.${(network >> 7) & 127}.${network & 127}`,
        ...(body === undefined ? {} : { 'Content-Type': type }),
      },
      ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) }),
    })
    const text = await response.text()
    let read: unknown = text
    try {
      read = JSON.parse(text)
    } catch {
      // No problem then, which is a fault that is told.
    }
    return { status: response.status, body: read, headers: response.headers }
  }
  const mustRefuse = (what: string, answer: Answer, statuses?: readonly number[]) => {
    const fault = notRefused(answer, statuses)
    if (fault) faults.push(`${what} ${fault} ${JSON.stringify(answer.body).slice(0, 200)}`)
  }
  /** A refusal of a field says which; what the reader in front cannot take apart, or is too large, it refuses whole. */
  const mustName = (what: string, field: string, { status, body }: Answer) => {
    if (status === 400 || status === 413) return
    const named = ((body?.faults ?? []) as { field: string }[]).map((fault) => fault.field)
    if (!named.some((each) => each === field || each.startsWith(`${field}.`) || each.endsWith(`.${field}`)))
      faults.push(`${what} does not name it: ${status} ${JSON.stringify(body).slice(0, 200)}`)
  }
  const split = (door: string) => [door.split(' ')[0]!, wayOf(door)] as const
  const done = async () => {
    await storedNothing()
    if (process.env.TORG_TELL) appendFileSync(process.env.TORG_TELL, faults.join('\n'))
    expect(faults.splice(0).slice(0, 80).join('\n')).toBe('')
  }

  it(
    'is refused where it is no JSON object, of another type or too large',
    { timeout: 600_000 },
    async () => {
      for (const door of walked) {
        const [method, way] = split(door)
        for (const [name, [body, type, statuses]] of Object.entries(bodies))
          mustRefuse(
            `${door}: ${name}`,
            await send(way, method, addressOf(door, way.at), body, type),
            statuses,
          )
        met.add(door)
        await storedNothing(door)
      }
      await done()
    },
  )

  it(
    'is refused by the name of each field, and of each that there is not',
    { timeout: 600_000 },
    async () => {
      for (const door of walked) {
        const [method, way] = split(door)
        if (way.body === null) continue
        const fields: Record<string, readonly unknown[]> = {
          [typed]: [1],
          $where: ['1'],
          'a.b': [1],
          constructor: [{ prototype: 1 }],
        }
        for (const [field, value] of Object.entries({ ...way.also, ...way.body }))
          fields[field] = wrong[sortOf(value)]
        const standard = new RegExp(`^(post /[\\w-]+/|patch /[\\w-]+/:id)$`).test(door)
        const collection = torg.payload.collections[slugOf(door) as 'events']
        if (standard && collection)
          for (const [turn, field] of collection.config.flattenedFields.entries())
            if (!sentBack.includes(field.name) && !(slugOf(door) === 'media' && ofFile.includes(field.name)))
              fields[field.name] = (wrong[sortOfField(field)] as unknown[]).filter(
                // In turns: each value at a third of the fields, since a save goes through the same guards for all.
                (_, at) => (at + turn) % 3 === 0,
              )
        for (const [field, values] of Object.entries(fields))
          for (const value of values) {
            if (way.proves && value === '\u0000') continue
            const body = JSON.stringify({ ...way.body, [field]: value })
            const answer = await send(way, method, addressOf(door, way.at), body)
            const what = `${door}: ${field}: ${JSON.stringify(value).slice(0, 40)}`
            mustRefuse(what, answer, door in ways ? ofInput : undefined)
            if (door in ways) mustName(what, field, answer)
          }
        await storedNothing(door)
      }
      await done()
    },
  )

  it('is refused by an action that takes other fields, by the name of each', async () => {
    const { events, organisations, places, municipalities } = ids
    const actions: [Visitor, string, string[]][] = [
      [people.author, `events/${events}/actions/submit`, ['message', 'override']],
      [people.author, `events/${events}/actions/withdraw-contact`, []],
      [people.beside, `events/${events}/actions/step-aside`, []],
      [people.editor, `events/${events}/actions/undo`, []],
      [people.editor, `organisations/${organisations}/actions/suspend`, ['message']],
      [people.chief, `organisations/${organisations}/actions/confirm`, []],
      [people.editor, `places/${places}/actions/withdraw`, []],
      [people.operator, `municipalities/${municipalities}/actions/close`, []],
    ]
    const given = { message: 'Hej', note: 'x', reason: 'other', explanation: 'x', edits: { title: 'x' } }
    const all = { ...given, override: 'x', status: 'cancelled', occurrence: '2026-01-01', hold: 5 }
    for (const [by, action, takes] of actions) {
      const door = `post /api/${action}`
      const { revision } = (await by.get(`/api/${action.split('/').slice(0, 2).join('/')}`)).body
      for (const [field, value] of Object.entries(all)) {
        // An editor's decision may be held; that, and what is done to an organisation's life, has tests of its own.
        if (takes.includes(field) || (field === 'hold' && action.endsWith('submit'))) continue
        const way = { by, at: {}, body: {}, also: {}, proves: false }
        const body = JSON.stringify({
          revision,
          ...(takes.includes('message') && { message: 'Hej' }),
          [field]: value,
        })
        const answer = await send(way, 'post', `/api/${action}`, body)
        mustRefuse(`${door}: ${field}`, answer, [422])
        mustName(`${door}: ${field}`, field, answer)
      }
      await storedNothing(door)
    }
    await done()
  })

  it('is like nothing there where a part of the address is hostile', { timeout: 600_000 }, async () => {
    for (const door of walked) {
      const [method, way] = split(door)
      const parts = [...door.matchAll(/:(\w+)/g)].map(([, name]) => name!)
      for (const part of parts)
        for (const value of hostile) {
          // A setting may be called so.
          if (part === 'key' && value === nowhere) continue
          const address = addressOf(door, { ...way.at, [part]: value })
          const body = method === 'delete' ? undefined : JSON.stringify(way.body ?? {})
          const answer = await send(way, method, address, body)
          const what = `${door}: ${part} ${value.slice(0, 20)}`
          // What asks answers that nothing may be done there.
          if (doors[door] !== 'asks' || answer.status >= 400) mustRefuse(what, answer)
        }
      await storedNothing(door)
    }
    await done()
  })

  it('is refused by another method than the door has', { timeout: 600_000 }, async () => {
    const addresses = new Set(walked.map((door) => door.slice(door.indexOf(' ') + 1)))
    for (const address of addresses) {
      for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
        const door = `${method} ${address}`
        if (there.has(door)) continue
        const one = walked.find((each) => each.endsWith(` ${address}`))!
        const way = wayOf(one)
        const body = method === 'get' || method === 'delete' ? undefined : JSON.stringify(way.body ?? {})
        const answer = await send(way, method, addressOf(one, way.at), body)
        mustRefuse(door, answer)
      }
      await storedNothing(address)
    }
    await done()
  })

  it('was met by every door of the table, and by hundreds of inputs each', () => {
    expect(Object.keys(doors).filter((door) => !met.has(door))).toEqual([])
    expect(Object.keys(ways).filter((door) => !met.has(door))).toEqual([])
    // Whoever makes a door says here what it takes: walked without, any refusal would do.
    const open = walked.filter((door) => doors[door] !== 'closed' && doors[door] !== 'asks')
    // A picture is a form, which other tests send.
    const takesNothing = (door: string) => door.startsWith('delete ') || door === 'post /media/'
    expect(open.filter((door) => !(door in ways) && !takesNothing(door))).toEqual([])
    expect(sent).toBeGreaterThan(walked.length * 20)
    if (process.env.TORG_TELL)
      appendFileSync(process.env.TORG_TELL, `\n${walked.length} doors, ${sent} inputs\n`)
  })
})
