import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeFor } from '../../src/editorial/accounts/give-code.js'
import { accountById } from '../../src/editorial/accounts/find-account.js'
import { systemClock } from '../../src/shared/clock.js'
import { codeOf, giveDevice } from '../support/devices.js'
import { makeAccount, makeMunicipality, Visitor, type Answer } from '../support/people.js'
import { describeHere, password, startForTests, type Running } from '../support/torg.js'

/** What an account has, and whether it must have it. */
interface State {
  must: boolean
  has: boolean
}
const states = {
  'needs none and has none': { must: false, has: false },
  'needs none and has one': { must: false, has: true },
  'needs one and has none': { must: true, has: false },
  'needs one and has one': { must: true, has: true },
} as const satisfies Record<string, State>
type StateName = keyof typeof states

interface Holder {
  id: string
  username: string
  email: string
  secret: string | null
}

/** What an answer lets somebody do: in, or the code of the refusal. */
const became = ({ status, body, headers }: Answer): string => {
  const cookie = headers.getSetCookie().some((each) => /-token=[^;]/.test(each))
  if (status === 200 && typeof body?.token === 'string' && cookie) return 'in'
  if (cookie || body?.token) return `let in by half with ${status}`
  return String(body?.code ?? status)
}

describeHere('every way to get a session', () => {
  let torg: Running
  /** Behind a proxy that ends TLS, which is not there: what it would send on is sent straight. */
  let base: string
  const homes = {} as Record<'free' | 'strict', string>
  let made = 0

  beforeAll(async () => {
    torg = await startForTests({ TORG_PUBLIC_URL: 'https://torg.example' })
    base = `http://127.0.0.1:${torg.settings.port}`
    homes.free = String((await makeMunicipality(torg.payload, { slug: 'friby', demo: false })).id)
    homes.strict = String(
      (await makeMunicipality(torg.payload, { slug: 'sakby', demo: false, secondFactor: 'everyone' })).id,
    )
  }, 240_000)
  afterAll(() => torg?.stop())

  const visitor = () => {
    const citizen = new Visitor(base)
    citizen.from = `10.${(made >> 8) % 256}.${made % 256}.9`
    return citizen
  }

  async function holder(
    state: State,
    role: 'contributor' | 'editor' | 'operator' = 'contributor',
  ): Promise<Holder> {
    made += 1
    const username = `konto-${made}`
    const email = `${username}@sakby.example`
    const municipality = role === 'operator' ? null : state.must ? homes.strict : homes.free
    const who = { username, email, role, municipality, demo: false }
    const { id } = await makeAccount(torg.payload, who)
    const secret = state.has ? await giveDevice(torg.payload, String(id)) : null
    return { id: String(id), username, email, secret }
  }

  const sessionsOf = async (account: string) =>
    (
      await torg.payload.db.count({
        collection: 'sessions' as CollectionSlug,
        where: { and: [{ account: { equals: account } }, { purpose: { equals: 'session' } }] },
      })
    ).totalDocs

  const oneTimeCode = async (id: string, purpose: 'password' | 'all' | 'device') =>
    (
      await codeFor(
        torg.payload,
        (await accountById(torg.payload, id))!,
        purpose,
        { actor: null },
        systemClock,
      )
    ).code
  const login = (body: object) => visitor().post('/api/accounts/login', body)
  const chosen = 'en helt ny lång mening'
  const second = (who: Holder) => (who.secret ? { code: codeOf(who.secret) } : {})
  /** By a one-time code, as far as it goes with the second factor that there is. */
  const byCode = async (who: Holder, more: object) => {
    const first = await login({
      username: who.username,
      oneTimeCode: await oneTimeCode(who.id, 'password'),
      ...more,
    })
    return first.body.code === 'new-password-required'
      ? visitor().post('/api/accounts/password', { ticket: first.body.ticket, password: chosen })
      : first
  }

  const ways: Record<string, (who: Holder) => Promise<Answer>> = {
    'the username': ({ username }) => login({ username, password }),
    'the address': ({ email }) => login({ email, password }),
    'the address in the field of the username': ({ email }) => login({ username: email, password }),
    'the username in the field of the address': ({ username }) => login({ email: username, password }),
    'the username and a code': (who) => login({ username: who.username, password, ...second(who) }),
    'the address and a code': (who) => login({ email: who.email, password, ...second(who) }),
    'a code that is wrong': ({ username }) => login({ username, password, code: '000000' }),
    'a wrong password and a right code': (who) =>
      login({ username: who.username, password: `${password}x`, ...second(who) }),
    'a one-time code': (who) => byCode(who, {}),
    'a one-time code and a code': (who) => byCode(who, second(who)),
    'a one-time code that is wrong': ({ username }) => login({ username, oneTimeCode: '0000-0000-0000' }),
    'a one-time code for a device in place of the password': async ({ username, id }) =>
      login({ username, oneTimeCode: await oneTimeCode(id, 'device') }),
    'a one-time code that ends the devices': async ({ username, id }) => {
      const first = await login({ username, oneTimeCode: await oneTimeCode(id, 'all') })
      expect(first.body.code).toBe('new-password-required')
      return visitor().post('/api/accounts/password', { ticket: first.body.ticket, password: chosen })
    },
    'an API key': ({ id }) =>
      visitor().send('GET', '/api/accounts/me', undefined, { Authorization: `accounts API-Key ${id}` }),
    'a token that the framework would have signed': async ({ id }) => {
      const { jwtSign } = await import('payload')
      const fieldsToSign = { id, collection: 'accounts', sid: 'x' }
      const { token } = await jwtSign({ fieldsToSign, secret: torg.payload.secret, tokenExpiration: 3600 })
      return visitor().send('GET', '/api/accounts/me', undefined, { Authorization: `JWT ${token}` })
    },
    "the framework's own login": async ({ username }) => {
      const asked = torg.payload.login({ collection: 'accounts', data: { username, password } as never })
      const body = await asked.then(
        ({ token }) => ({ token }),
        (error: { status?: number }) => ({ code: String(error.status) }),
      )
      return { status: 200, body, headers: new Headers() }
    },
  }

  const bySecondFactor = {
    in: 'in',
    required: 'second-factor-required',
    enrol: 'enrolment-required',
  } as const
  /** By hand: what each way comes to in each state. */
  const expected = (way: string, { must, has }: State): string => {
    const withoutCode = has ? bySecondFactor.required : must ? bySecondFactor.enrol : bySecondFactor.in
    const withCode = has ? bySecondFactor.in : withoutCode
    if (/^the (username|address)( in the field.*)?$/.test(way) || way === 'a one-time code')
      return withoutCode
    if (/and a code$/.test(way)) return withCode
    if (way === 'a code that is wrong') return has ? 'second-factor-wrong' : withoutCode
    if (way === 'a one-time code that ends the devices')
      return must ? bySecondFactor.enrol : bySecondFactor.in
    if (way === 'an API key' || way.startsWith('a token that')) return '200'
    if (way === "the framework's own login") return '403'
    return 'wrong-credentials'
  }

  // In whichever field a name is typed, the rest is the same: one state shows it.
  const cells = (Object.keys(states) as StateName[]).flatMap((state) =>
    Object.keys(ways)
      .filter((way) => state === 'needs none and has one' || !way.includes('in the field of'))
      .map((way) => [state, way] as const),
  )
  it.each(cells)('of an account that %s: by %s', async (name, way) => {
    const state = states[name]
    const who = await holder(state)
    const answer = await ways[way]!(who)
    const wished = expected(way, state)
    expect(became(answer), JSON.stringify(answer.body)).toBe(wished)
    expect(await sessionsOf(who.id)).toBe(wished === 'in' ? 1 : 0)
    if (way === 'an API key' || way.startsWith('a token that')) expect(answer.body.user).toBe(null)
  })

  it.each(['editor', 'operator'] as const)(
    'of an %s asks for a second factor wherever it is',
    async (role) => {
      const who = await holder({ must: false, has: false }, role)
      const answer = await login({ username: who.username, password })
      expect(became(answer)).toBe('enrolment-required')
      expect(await sessionsOf(who.id)).toBe(0)
    },
  )

  it('lets whoever must add a second factor do that and nothing else, and then lets them in', async () => {
    const who = await holder(states['needs one and has none'])
    const { ticket } = (await login({ username: who.username, password })).body
    const half = visitor()
    half.token = ticket
    expect((await half.get('/api/accounts/me')).body.user).toBe(null)
    expect((await half.get('/api/events')).status).toBe(401)
    expect((await half.post('/api/accounts/refresh-token')).status).toBe(401)
    expect((await visitor().post('/api/accounts/password', { ticket, password: chosen })).status).toBe(403)
    const begun = await visitor().post('/api/accounts/devices', { ticket })
    expect(begun.body.address).toMatch(/^otpauth:\/\/totp\/Torg/)
    const confirm = (code: string) =>
      visitor().post('/api/accounts/devices/confirm', { ticket, code, label: 'Telefon' })
    expect((await confirm('000000')).status).toBe(422)
    const added = await confirm(codeOf(begun.body.secret))
    expect(became(added)).toBe('in')
    expect(added.body.recoveryCodes).toHaveLength(10)
    const inside = visitor()
    inside.token = added.body.token
    expect((await inside.get('/api/accounts/me')).body.user.username).toBe(who.username)
    // The token of the step is worth nothing any more, nor is the code that was shown.
    expect((await confirm(codeOf(begun.body.secret, 1))).status).toBe(401)
    const again = await login({ username: who.username, password, code: codeOf(begun.body.secret) })
    expect(became(again)).toBe('second-factor-wrong')
  })

  it('ends where a session is kept on: with the requirement, with the device, and after a day', async () => {
    const who = await holder(states['needs none and has none'])
    const before = visitor()
    before.token = (await login({ username: who.username, password })).body.token
    expect((await before.get('/api/accounts/me')).body.user.username).toBe(who.username)
    const policy = async (secondFactor: string) =>
      torg.payload.db.updateOne({ collection: 'municipalities', id: homes.free, data: { secondFactor } })
    await policy('everyone')
    expect((await before.get('/api/accounts/me')).body.user).toBe(null)
    expect((await before.post('/api/accounts/refresh-token')).status).toBe(401)
    await policy('deciders')
    expect((await before.post('/api/accounts/refresh-token')).status).toBe(200)
  })

  it('is given in a cookie that travels encrypted alone; all answers ask for that, those of the feed too', async () => {
    const who = await holder(states['needs none and has none'])
    const entered = await login({ username: who.username, password })
    const cookie = entered.headers.getSetCookie().find((each) => each.startsWith('payload-token='))
    expect(cookie).toMatch(/; Secure=?(true)?; HttpOnly|HttpOnly.*; Secure/i)
    expect(cookie).toMatch(/SameSite=Strict/i)
    const answers = [entered, await visitor().get('/healthz'), await visitor().get('/feed/v1/friby')]
    // Once more, when the answer of the feed is ready.
    answers.push(await visitor().get('/feed/v1/friby'))
    for (const { status, headers } of answers)
      expect([status, headers.get('strict-transport-security')]).toEqual([200, 'max-age=31536000'])
  })

  it('is none of the doors that the running configuration has, but those that were meant', async () => {
    const who = await holder(states['needs one and has one'])
    const token = 'x'.repeat(43)
    const bodies = [
      { username: who.username, password },
      { email: who.email, password, token, code: '000000' },
      {
        username: who.username,
        email: who.email,
        password,
        'confirm-password': password,
        oneTimeCode: 'x',
        ticket: token,
      },
    ]
    const doors = [
      ...torg.payload.config.endpoints.map(({ method, path }) => ({ method, path })),
      ...Object.values(torg.payload.collections).flatMap(({ config }) =>
        (config.endpoints || []).map(({ method, path }) => ({ method, path: `/${config.slug}${path}` })),
      ),
    ]
    expect(doors.length).toBeGreaterThan(150)
    const opened: string[] = []
    for (const { method, path } of doors) {
      const address = `/api${path.replace(/:\w+\*?/g, who.id)}`
      const tried = path.startsWith('/accounts') ? bodies : bodies.slice(-1)
      for (const body of method === 'get' ? [undefined] : tried) {
        const answer = await visitor().send(method.toUpperCase(), address, body)
        const cookies = answer.headers.getSetCookie().filter((each) => /-token=[^;]/.test(each))
        if (cookies.length > 0 || answer.body?.token || answer.body?.ticket)
          opened.push(`${method} ${address}`)
        if (answer.status >= 500 && answer.status !== 501)
          opened.push(`${method} ${address}: ${answer.status}`)
      }
    }
    expect(opened).toEqual([])
    expect(await sessionsOf(who.id)).toBe(0)
  })
})
