import type { Payload } from 'payload'
import { hashPassword, type StoredPassword } from '../../src/accounts/password-hash.js'
import { changeCredentials } from '../../src/editorial/accounts/credentials.js'
import { openSession } from '../../src/editorial/accounts/sessions.js'
import { systemClock } from '../../src/shared/clock.js'
import type { Role } from '../../src/tenancy/actor.js'
import { password } from './torg.js'

type Row = Record<string, unknown> & { id: string }
/** As the system: tests set the stage with it, and act as people over HTTP. */
const asSystem = { context: { asSystem: true }, overrideAccess: true } as const

export interface MunicipalityOptions {
  slug: string
  modeCalendar?: 'pre' | 'post'
  modeCommunity?: 'pre' | 'post'
  editorsMayPublish?: boolean
  demo?: boolean
  secondFactor?: 'deciders' | 'everyone'
  loginPolicy?: 'any' | 'role-only'
}

export async function makeMunicipality(payload: Payload, options: MunicipalityOptions): Promise<Row> {
  return (await payload.create({
    collection: 'municipalities',
    data: {
      name: `${options.slug} kommun`,
      country: 'SE',
      languages: ['sv', 'en'],
      zone: 'Europe/Stockholm',
      modeCalendar: 'pre',
      modeCommunity: 'pre',
      editorsMayPublish: true,
      houseRules: [
        {
          code: 'local-only',
          wording: [{ language: 'sv', text: 'Det ska röra kommunen.' }],
          surfaces: ['calendar'],
        },
      ],
      audiences: [{ code: 'children', labels: [{ language: 'sv', text: 'Barn' }] }],
      areas: [{ code: 'north', labels: [{ language: 'sv', text: 'Norra delen' }] }],
      privacyNotice: [{ language: 'sv', text: 'Inga personuppgifter lagras.' }],
      active: true,
      // Of a demo municipality nobody must show a second factor; what happens elsewhere, its own tests show.
      demo: true,
      ...options,
    } as never,
    ...asSystem,
  })) as unknown as Row
}

export async function makeCategory(payload: Payload, municipality: string, code = 'sport'): Promise<Row> {
  return (await payload.create({
    collection: 'categories',
    data: { code, municipality, labels: [{ language: 'sv', text: code }] } as never,
    ...asSystem,
  })) as unknown as Row
}

export async function makeOrganisation(
  payload: Payload,
  municipality: string,
  name: string,
  more: object = {},
): Promise<Row> {
  return (await payload.create({
    collection: 'organisations',
    data: {
      name,
      municipality,
      kind: 'association',
      surfaces: ['calendar', 'community'],
      trust: 'standard',
      life: 'approved',
      ...more,
    } as never,
    ...asSystem,
  })) as unknown as Row
}

export interface AccountOptions {
  username: string
  role: Role
  municipality: string | null
  organisation?: string
  email?: string
  kind?: 'person' | 'role' | 'machine'
  approvesOrganisations?: boolean
  surfaces?: string[]
  /** Made by the demo, where nobody must show a second factor. */
  demo?: boolean
  /** Null for an account that nobody has logged in to yet. */
  password?: string | null
}

/** Working a password out takes its time: the one that all accounts have is worked out once. */
let worked: Promise<StoredPassword> | null = null
const stored = (secret: string): Promise<StoredPassword> =>
  secret === password ? (worked ??= hashPassword(password)) : hashPassword(secret)

export async function makeAccount(payload: Payload, options: AccountOptions): Promise<Row> {
  const {
    username,
    email,
    kind = 'person',
    municipality,
    role,
    organisation,
    approvesOrganisations,
    surfaces,
    demo = true,
    password: secret = password,
  } = options
  const account = (await payload.create({
    collection: 'accounts',
    data: {
      username,
      kind,
      homeMunicipality: municipality,
      demo,
      ...(email ? { email } : {}),
    } as never,
    ...asSystem,
  })) as unknown as Row
  if (secret !== null) {
    const known = await stored(secret)
    await changeCredentials(payload, String(account.id), (now) => ({
      credentials: { ...now, password: known },
    }))
  }
  await payload.create({
    collection: 'memberships',
    data: { account: account.id, role, municipality, organisation, approvesOrganisations, surfaces } as never,
    ...asSystem,
  })
  return account
}

export interface Answer {
  status: number
  body: any // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are checked field by field
  headers: Headers
}

/** Somebody who talks to Torg over HTTP, logged in or not. */
export class Visitor {
  readonly base: string
  token: string | null = null
  /** The address that a proxy says it comes from. */
  from: string | null = null
  constructor(base: string) {
    this.base = base
  }

  async login(name: string, secret = password): Promise<Answer> {
    const who = name.includes('@') ? { email: name } : { username: name }
    const answer = await this.send('POST', '/api/accounts/login', { ...who, password: secret })
    this.token = answer.body?.token ?? null
    return answer
  }

  async send(
    method: string,
    address: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const form = body instanceof FormData
    const response = await fetch(address.startsWith('http') ? address : this.base + address, {
      method,
      headers: {
        ...(this.token ? { Authorization: `JWT ${this.token}` } : {}),
        ...(this.from ? { 'X-Forwarded-For': this.from } : {}),
        ...(body !== undefined && !form ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body !== undefined
        ? { body: form ? body : typeof body === 'string' ? body : JSON.stringify(body) }
        : {}),
    })
    const text = await response.text()
    let read: unknown = text
    try {
      read = JSON.parse(text)
    } catch {
      // Not JSON (a calendar, a page): the text itself.
    }
    return { status: response.status, body: read, headers: response.headers }
  }

  get = (address: string, headers?: Record<string, string>) => this.send('GET', address, undefined, headers)
  post = (address: string, body: unknown = {}) => this.send('POST', address, body)
  patch = (address: string, body: unknown) => this.send('PATCH', address, body)

  /** Takes an editorial action on the newest revision. */
  async act(collection: string, id: string, action: string, input: object = {}): Promise<Answer> {
    const { body } = await this.get(`/api/${collection}/${id}/actions`)
    return this.post(`/api/${collection}/${id}/actions/${action}`, { revision: body.revision, ...input })
  }

  async upload(
    picture: Buffer,
    fields: Record<string, unknown>,
    name = 'bild.jpg',
    type = 'image/jpeg',
  ): Promise<Answer> {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(picture)], { type }), name)
    form.set('_payload', JSON.stringify(fields))
    return this.send('POST', '/api/media', form)
  }
}

export async function loggedIn(base: string, name: string): Promise<Visitor> {
  const visitor = new Visitor(base)
  const answer = await visitor.login(name)
  if (!visitor.token)
    throw new Error(`${name} could not log in: ${answer.status} ${JSON.stringify(answer.body)}`)
  return visitor
}

/**
 * Somebody who is in already, by a session that was opened behind the doors' back: working a password out takes half a
 * second, and hundreds of people stand on these stages. Logging in has tests of its own.
 */
export async function cameIn(payload: Payload, base: string, account: string): Promise<Visitor> {
  const visitor = new Visitor(base)
  const opened = await openSession(payload, { account, purpose: 'session', device: null }, systemClock.now())
  visitor.token = opened.token
  return visitor
}

/** Asks again until the answer is as wished. Bounded generously: how fast it is, the bench says. */
export async function eventually<T>(
  ask: () => Promise<T>,
  wished: (answer: T) => boolean,
  within = 15_000,
  pause = 50,
): Promise<T> {
  const end = Date.now() + within
  for (;;) {
    const answer = await ask()
    if (wished(answer) || Date.now() > end) return answer
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
