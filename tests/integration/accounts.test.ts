import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeAccount, type Visitor } from '../support/people.js'
import { describeHere, password, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {} },
    people: {
      chief: { role: 'organisation-admin', organisation: 'Klara' },
      helper: { role: 'contributor', organisation: 'Klara' },
      other: { role: 'contributor', organisation: 'Andra' },
      editor: { role: 'editor', kind: 'role', email: 'kultur@ekby.example' },
      admin: { role: 'municipality-admin' },
    },
  })

describeHere('accounts', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let chief: Visitor
  let admin: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ chief, admin } = town.person)
  }, 240_000)
  afterAll(() => torg?.stop())

  let networks = 0
  const login = (body: object, headers: Record<string, string> = { Origin: torg.base }) =>
    fetch(`${torg.base}/api/accounts/login`, {
      method: 'POST',
      // Each from a network of its own: how many may fail is another test's.
      headers: {
        'Content-Type': 'application/json',
        'X-Forwarded-For': `10.1.${(networks += 1)}.1`,
        ...headers,
      },
      body: JSON.stringify(body),
    })

  it("cannot take another's address as a username, nor a name that looks like another's", async () => {
    for (const username of ['kultur@ekby.example', 'editor\u200B', 'еditor', '']) {
      const taken = await chief.patch(`/api/accounts/${town.account.chief}`, { username })
      expect([username, taken.status, taken.body.faults?.[0]?.field]).toEqual([username, 422, 'username'])
    }
    expect((await login({ email: 'kultur@ekby.example', password })).status).toBe(200)
    expect((await login({ username: 'chief', password })).status).toBe(200)
  })

  it('are made members of an organisation by its admin only through its own door, never over their heads', async () => {
    const give = (who: Visitor, account: string) =>
      who.post('/api/memberships', { account, role: 'contributor', organisation: town.organisation.Klara })
    for (const name of ['editor', 'admin', 'other'] as const) {
      expect([name, (await give(chief, town.account[name])).status]).toEqual([name, 403])
    }
    const account = { username: 'ny-skribent', password: `${password}-2` }
    expect((await chief.post('/api/accounts', account)).status).toBe(403)
    expect((await give(admin, town.account.other)).status).toBe(201)
  })

  it.each([
    [
      'its own account',
      () => chief,
      () => `/api/accounts/${town.account.chief}`,
      { disabled: true },
      'not-settable',
    ],
    [
      'its own account',
      () => chief,
      () => `/api/accounts/${town.account.chief}`,
      { role: 'editor' },
      'unknown-field',
    ],
    [
      'another kind',
      () => admin,
      () => `/api/accounts/${town.account.helper}`,
      { kind: 'machine' },
      'not-settable',
    ],
    ['the town', () => admin, () => `/api/municipalities/${town.id}`, { active: false }, 'not-settable'],
    ['the town', () => admin, () => `/api/municipalities/${town.id}`, { colr: '#123456' }, 'unknown-field'],
  ])('are told by name what they cannot set: %s', async (_what, who, path, body, code) => {
    const refused = await who().patch(path(), body)
    expect([refused.status, refused.body.faults], JSON.stringify(refused.body)).toEqual([
      422,
      [expect.objectContaining({ field: Object.keys(body)[0], code })],
    ])
    // What a form sends back as it read it is no attempt.
    const read = await who().get(`${path()}?depth=0`)
    const again = await who().patch(path(), read.body as object)
    expect(again.status, JSON.stringify(again.body)).toBe(200)
  })

  it('of those who decided are not named to authors', async () => {
    const made = await town.person.editor.post('/api/posts', {
      title: 'Från kommunen',
      organisation: town.organisation.Klara,
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const seen = await town.person.helper.get(`/api/revisions?where[document][equals]=${made.body.doc.id}`)
    expect(JSON.stringify(seen.body)).not.toContain(town.account.editor)
    const decider = await town.person.editor.get(`/api/revisions?where[document][equals]=${made.body.doc.id}`)
    expect(JSON.stringify(decider.body)).toContain(town.account.editor)
  })

  it('stay disabled and keep their new password, whatever logs in at that moment', async () => {
    const { id } = await makeAccount(torg.payload, {
      username: 'stulen',
      role: 'contributor',
      municipality: town.id,
      organisation: town.organisation.Klara,
      password: `${password}-gammalt`,
    })
    const tries = () =>
      Array.from({ length: 3 }, () => login({ username: 'stulen', password: `${password}-gammalt` }))
    const change = (words: object) => admin.patch(`/api/accounts/${id}`, words)
    const reset = { password: `${password}-alldeles-nytt` }
    const refused = await change(reset)
    expect([refused.status, refused.body.faults?.[0]]).toMatchObject([
      422,
      { field: 'password', code: 'not-settable' },
    ])
    const given = await admin.post(`/api/accounts/${String(id)}/codes`, { purpose: 'password' })
    const first = await login({ username: 'stulen', oneTimeCode: given.body.code })
    const { ticket } = (await first.json()) as { ticket: string }
    const [changed] = await Promise.all([
      chief.post('/api/accounts/password', { ticket, ...reset }),
      ...tries(),
      ...tries(),
    ])
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect((await login({ username: 'stulen', password: `${password}-gammalt` })).status).toBe(401)
    expect((await login({ username: 'stulen', ...reset })).status).toBe(200)
    const again = Array.from({ length: 4 }, () => login({ username: 'stulen', ...reset }))
    const [off] = await Promise.all([change({ disabled: true }), ...again])
    expect(off.status).toBe(200)
    expect((await login({ username: 'stulen', ...reset })).status).toBe(401)
    expect((await admin.get(`/api/accounts/${id}`)).body.disabled).toBe(true)
  })

  it('that log in six times at once have six sessions that work', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => login({ username: 'editor', password }).then((one) => one.json())),
    )
    const tokens = answers.map((one) => (one as { token: string }).token)
    expect(new Set(tokens).size).toBe(6)
    for (const token of tokens) {
      const me = await fetch(`${torg.base}/api/accounts/me`, { headers: { Authorization: `JWT ${token}` } })
      expect(((await me.json()) as { user: { id: string } | null }).user?.id).toBe(town.account.editor)
    }
  })

  it('act from pages of Torg only: a cookie that another page sends is nobody', async () => {
    const cookie = (await login({ username: 'editor', password })).headers.get('set-cookie')!.split(';')[0]!
    const as = (origin: string) =>
      fetch(`${torg.base}/api/posts`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: origin },
        body: JSON.stringify({ title: 'Från en annan sida', organisation: town.organisation.Klara }),
      }).then((one) => one.status)
    expect(await as('https://evil.example')).toBe(401)
    expect(await as('null')).toBe(401)
    expect(await as(torg.base)).toBe(201)
  })

  it('send JSON: a form is refused before anything is read of it', async () => {
    for (const [method, address] of [
      ['POST', '/api/events'],
      ['PATCH', `/api/accounts/${town.account.chief}`],
      ['POST', '/api/memberships'],
      ['POST', '/api/accounts/login'],
    ] as const) {
      const answer = await fetch(`${torg.base}${address}`, {
        method,
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          ...(chief.token ? { Authorization: `JWT ${chief.token}` } : {}),
        },
        body: 'title=x&username=chief',
      })
      expect([address, answer.status]).toEqual([address, 415])
    }
  })
})
