import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TorgProcess } from '../crash/torg-process.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import {
  eventually,
  loggedIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  type Visitor,
} from '../support/people.js'
import { publishFor } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { startReceiver, type Heard, type manners } from '../support/webhook-receiver.js'

type Row = Record<string, unknown> & { id: string }
const restart = 60_000

describeHere('webhooks', () => {
  let torg: Running
  let receiver: Awaited<ReturnType<typeof startReceiver>>
  let admin: Visitor
  let editor: Visitor
  let organisation: string
  let category: string
  let town: string
  let old: string
  let first: { id: string; revision: number }
  const hooks: Record<string, { id: string; secret: string }> = {}
  let after: TorgProcess | undefined

  beforeAll(async () => {
    receiver = await startReceiver()
    torg = await startForTests({ TORG_WEBHOOKS_LOOPBACK: '1' })
    const { payload, base } = torg
    town = String((await makeMunicipality(payload, { slug: 'ekby' })).id)
    organisation = await makeApprovedOrganisation(payload, town, 'Alfa')
    category = String((await makeCategory(payload, town)).id)
    await makeAccount(payload, { username: 'admin', role: 'municipality-admin', municipality: town })
    await makeAccount(payload, { username: 'editor', role: 'editor', municipality: town })
    ;[admin, editor] = await Promise.all([loggedIn(base, 'admin'), loggedIn(base, 'editor')])
    old = (await publish('Före')).id
  }, 120_000)
  afterAll(async () => {
    await after?.stop()
    receiver.stop()
  })

  const publish = (title: string) =>
    publishFor(editor, organisation, 'posts', { title, categories: [category], areas: ['north'] })

  async function add(name: string, manner: keyof typeof manners = 'takes'): Promise<void> {
    receiver.behave(`/${name}`, manner)
    const { status, body } = await admin.post('/api/webhooks', { name, url: receiver.url(`/${name}`) })
    expect([status, body.faults]).toEqual([201, undefined])
    hooks[name] = { id: body.doc.id, secret: body.secret }
  }
  const heard = (name: string, wished: (all: Heard[]) => boolean, within?: number) =>
    eventually(async () => receiver.heard(`/${name}`), wished, within)
  const told =
    (id: string, state = 'updated') =>
    (all: Heard[]) =>
      all.some(({ body }) => body.data.id === id && body.data.state === state)
  const read = async (name: string) => (await admin.get(`/api/webhooks/${hooks[name]!.id}`)).body
  const undelivered = async (name: string): Promise<Row[]> =>
    (await admin.get(`/api/webhook-deliveries?where[webhook][equals]=${hooks[name]!.id}`)).body.docs
  /** Waits for a message that was not taken for this reason. */
  const fault = async (name: string, wished: string, within?: number): Promise<Row | undefined> => {
    const so = (row: Row) => row.fault === wished
    const ask = () => undelivered(name)
    return (await eventually(ask, (rows) => rows.some(so), within)).find(so)
  }
  const act = (name: string, action: string, body = {}) =>
    admin.post(`/api/webhooks/${hooks[name]!.id}/actions/${action}`, body)
  const setColumns = (collection: string, id: string, data: object) =>
    torg.payload.db.updateOne({ collection, where: { id: { equals: id } }, data } as never)

  it('are made by the admin of the municipality, who sees the secret this once', async () => {
    for (const name of ['takes', 'endless', 'down', 'redirects', 'breaks', 'hangs'] as const)
      await add(name, name)
    const { id, secret } = hooks.takes!
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const answers = [await admin.get('/api/webhooks?depth=2'), await admin.get(`/api/webhooks/${id}?depth=2`)]
    answers.push(await admin.patch(`/api/webhooks/${id}`, { name: 'takes all' }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const state = await torg.payload.db.findOne<Row>({
      collection: 'webhook-states' as 'events',
      where: { id: { equals: id } },
    })
    expect(JSON.stringify([answers, state])).not.toContain(secret.slice(6))
    expect(JSON.stringify([answers, state])).not.toContain('whsec')
    expect(state!.secret).toMatch(/^v1\./)
  })

  it('are made by nobody else, and not for addresses within', async () => {
    const made = { name: 'x', url: receiver.url('/x') }
    expect((await editor.post('/api/webhooks', made)).status).toBe(403)
    for (const action of ['rotate-secret', 'send-again'])
      expect((await editor.post(`/api/webhooks/${hooks.takes!.id}/actions/${action}`)).status).toBe(403)
    for (const [url, code] of [
      ['http://app.example/', 'https'],
      ['https://10.1.2.3/', 'not-public'],
      ['https://[::ffff:127.0.0.1]/', 'not-public'],
    ]) {
      const { status, body } = await admin.post('/api/webhooks', { name: 'x', url })
      expect([status, body.faults?.[0]]).toEqual([422, expect.objectContaining({ field: 'url', code })])
    }
    const changed = await admin.patch(`/api/webhooks/${hooks.takes!.id}`, { url: 'https://localhost/' })
    expect(changed.status).toBe(422)
  })

  it('tell of each change after they were made, signed, without a word of the content', async () => {
    first = await publish('Kanarie ett')
    const second = await publish('Kanarie två')
    const all = await heard('takes', (each) => told(first.id)(each) && told(second.id)(each))
    expect(all.filter(({ body }) => body.data.id === old)).toEqual([])
    const one = all.find(({ body }) => body.data.id === first.id)!
    const { body: item } = await admin.get(`/feed/v1/ekby/posts/${first.id}`)
    expect(one.body).toEqual({
      type: 'post.updated',
      timestamp: expect.any(String),
      data: {
        municipality: 'ekby',
        id: first.id,
        kind: 'post',
        modified: expect.any(Number),
        state: 'updated',
        categories: ['sport'],
        audiences: [],
        areas: ['north'],
        importance: 'normal',
        published: item.published ? expect.any(String) : null,
        url: `${torg.base}/feed/v1/ekby/posts/${first.id}`,
      },
    })
    expect(one.id).toBe(`${first.id}_${one.body.data.modified}`)
    expect(new Webhook(hooks.takes!.secret).verify(one.text, one.headers)).toEqual(one.body)
    expect(Object.keys(one.headers).sort()).toEqual(
      ['connection', 'content-length', 'content-type', 'host', 'user-agent'].concat([
        'webhook-id',
        'webhook-signature',
        'webhook-timestamp',
      ]),
    )
    expect(JSON.stringify(all)).not.toMatch(/kanarie|Alfa/i)
  })

  it('tell of an item in the order of its changes, whatever other receivers do meanwhile', async () => {
    expect((await editor.act('posts', first.id, 'withdraw', { reason: 'other' })).status).toBe(200)
    const all = await heard('takes', told(first.id, 'deleted'))
    const own = all.filter(({ body }) => body.data.id === first.id).map(({ body }) => body.data)
    expect(own.map(({ state }) => state)).toEqual(['updated', 'deleted'])
    expect(own[1]).toEqual({
      municipality: 'ekby',
      id: first.id,
      kind: 'post',
      modified: own[1]!.modified,
      state: 'deleted',
    })
    expect(own[1]!.modified).toBeGreaterThan(own[0]!.modified)
    // One that never stops answering has taken the message all the same.
    await heard('endless', told(first.id, 'deleted'))
    expect(
      await eventually(
        () => undelivered('endless'),
        (rows) => rows.length === 0,
      ),
    ).toEqual([])
    expect(await undelivered('takes')).toEqual([])
    expect(await read('takes')).toMatchObject({ undelivered: 0, failingSince: null, lastFault: null })
  })

  it('list what was not taken and why, and follow nobody elsewhere', async () => {
    const row = await fault('down', 'status 503')
    expect(row).toMatchObject({ state: 'pending', kind: 'post', attempts: 1 })
    expect(await fault('redirects', 'redirect')).toMatchObject({ attempts: 1 })
    expect(await fault('breaks', 'connection')).toMatchObject({ state: 'pending' })
    expect(receiver.heard('/trap')).toEqual([])
    // The receiver asked for two minutes: longer than a first wait is.
    const state = await torg.payload.db.findOne<{ id: string; waitUntil: string }>({
      collection: 'webhook-states' as 'events',
      where: { id: { equals: hooks.down!.id } },
    } as never)
    expect(Date.parse(state!.waitUntil) - Date.now()).toBeGreaterThan(60_000)
    expect(receiver.heard('/down').length).toBeLessThanOrEqual(4)
    expect((await read('down')).failingSince).not.toBe(null)
    expect((await editor.get(`/api/webhook-deliveries/${row!.id}`)).status).toBe(403)
  })

  it('send again by hand, signed anew, one message or all', async () => {
    const before = receiver.heard('/down')[0]!
    receiver.behave('/down', 'takes')
    const [row] = (await undelivered('down')).filter(({ document }) => document === before.body.data.id)
    expect((await act('down', 'send-again', { delivery: 'x' })).status).toBe(422)
    expect((await act('takes', 'send-again', { delivery: row!.id })).status).toBe(404)
    expect(await act('down', 'send-again', { delivery: row!.id })).toMatchObject({ body: { messages: 1 } })
    const own = (all: Heard[]) => all.filter(({ body }) => body.data.id === before.body.data.id)
    const again = own(await heard('down', (all) => own(all).length > 1)).at(-1)!
    new Webhook(hooks.down!.secret).verify(again.text, again.headers)
    expect(again.id).toBe(`${before.body.data.id}_${again.body.data.modified}`)
    expect((await act('down', 'send-again')).status).toBe(200)
    expect(
      await eventually(
        () => undelivered('down'),
        (rows) => rows.length === 0,
      ),
    ).toEqual([])
    expect(await read('down')).toMatchObject({ failingSince: null, lastFault: null })
  })

  it('sign with the new secret and the former one for two days', async () => {
    const { status, body } = await act('takes', 'rotate-secret')
    expect(status).toBe(200)
    expect(body.secret).not.toBe(hooks.takes!.secret)
    const { id } = await publish('Tre')
    const one = (await heard('takes', told(id))).find(({ body: each }) => each.data.id === id)!
    for (const secret of [body.secret, hooks.takes!.secret])
      expect(new Webhook(secret).verify(one.text, one.headers)).toEqual(one.body)
    // When the two days are over, the former one signs no more.
    const { id: hook } = hooks.takes!
    await setColumns('webhook-states', hook, { previousUntil: new Date(Date.now() - 1000).toISOString() })
    const last = await publish('Fyra')
    const other = (await heard('takes', told(last.id))).find(({ body: each }) => each.data.id === last.id)!
    expect(new Webhook(body.secret).verify(other.text, other.headers)).toEqual(other.body)
    expect(() => new Webhook(hooks.takes!.secret).verify(other.text, other.headers)).toThrow()
  })

  it('begin at once where an address was put right, with nothing held against the new one', async () => {
    const { id } = hooks.redirects!
    const longAgo = new Date(Date.now() - 71 * 3_600_000).toISOString()
    const tomorrow = new Date(Date.now() + 12 * 3_600_000).toISOString()
    await setColumns('webhook-states', id, { failingSince: longAgo, failures: 9, waitUntil: tomorrow })
    receiver.behave('/right', 'takes')
    expect((await admin.patch(`/api/webhooks/${id}`, { name: 'put right' })).status).toBe(200)
    expect((await read('redirects')).failingSince).toBe(longAgo)
    expect((await admin.patch(`/api/webhooks/${id}`, { url: receiver.url('/right') })).status).toBe(200)
    const rest = await eventually(
      () => undelivered('redirects'),
      (rows) => rows.length === 0,
    )
    expect(rest).toEqual([])
    expect(receiver.heard('/right').length).toBeGreaterThan(0)
    expect(await read('redirects')).toMatchObject({ failingSince: null, lastFault: null })
  })

  it('are switched off after three days of failure; the admin is told, and nothing is lost', async () => {
    const { id } = hooks.breaks!
    await eventually(
      () => undelivered('breaks'),
      (rows) => rows.length > 0,
    )
    // Nothing is on its way while the calendar is turned.
    await admin.patch(`/api/webhooks/${id}`, { enabled: false })
    const longAgo = new Date(Date.now() - 73 * 3_600_000).toISOString()
    await setColumns('webhook-states', id, { failingSince: longAgo, failures: 3, waitUntil: null })
    for (const row of await undelivered('breaks'))
      await setColumns('webhook-deliveries', row.id, { nextAt: longAgo })
    await setColumns('webhooks', id, { enabled: true })
    expect(
      await eventually(
        () => read('breaks'),
        ({ enabled }) => enabled === false,
      ),
    ).toMatchObject({
      enabled: false,
    })
    const { body } = await admin.get('/api/notices')
    expect(body.docs).toEqual([
      expect.objectContaining({ action: 'webhook-off', kind: 'webhook', document: id, title: 'breaks' }),
    ])
    expect((await editor.get('/api/notices')).body.docs).toEqual([])
    receiver.behave('/breaks', 'takes')
    const waiting = (await undelivered('breaks')).map(({ document }) => document)
    expect(waiting.length).toBeGreaterThan(0)
    expect((await admin.patch(`/api/webhooks/${id}`, { enabled: true })).status).toBe(200)
    expect(
      await eventually(
        () => undelivered('breaks'),
        (rows) => rows.length === 0,
      ),
    ).toEqual([])
    const got = new Set(receiver.heard('/breaks').map(({ body: each }) => each.data.id))
    expect(waiting.filter((each) => !got.has(String(each)))).toEqual([])
  })

  it('give up on a receiver that says nothing, and leave nothing behind when they are deleted', async () => {
    expect(await fault('hangs', 'timeout', 30_000)).toMatchObject({ state: 'pending' })
    expect((await admin.send('DELETE', `/api/webhooks/${hooks.hangs!.id}`)).status).toBe(200)
    expect(await undelivered('hangs')).toEqual([])
    expect((await act('hangs', 'rotate-secret')).status).toBe(404)
  })

  describe('hold the order of an item', () => {
    const statesOf = (name: string, id: string) =>
      receiver
        .heard(`/${name}`)
        .filter(({ body }) => body.data.id === id)
        .map(({ body }) => body.data.state)
    /** Long enough for two looks at what has changed. */
    const aWhile = () => new Promise((resolve) => setTimeout(resolve, 2_500))
    const withdraw = async (id: string, revision: number): Promise<void> => {
      const { status } = await editor.act('posts', id, 'withdraw', { reason: 'other', revision })
      expect(status).toBe(200)
    }

    it('where it changes while a message about it is on its way: the newer one follows when that has arrived', async () => {
      await add('slow')
      receiver.hold('/slow')
      const { id, revision } = await publish('Medan')
      await heard('slow', told(id))
      await withdraw(id, revision)
      await aWhile()
      expect(statesOf('slow', id)).toEqual(['updated'])
      receiver.letGo('/slow', 204, 'takes')
      await heard('slow', told(id, 'deleted'))
      await aWhile()
      expect(statesOf('slow', id)).toEqual(['updated', 'deleted'])
      expect(await undelivered('slow')).toEqual([])
    })

    it('where that message fails at last: only the newer one is sent from then on', async () => {
      await add('fails')
      receiver.hold('/fails')
      const { id, revision } = await publish('Innan')
      await heard('fails', told(id))
      await withdraw(id, revision)
      receiver.letGo('/fails', 500, 'takes')
      await heard('fails', told(id, 'deleted'), 30_000)
      await aWhile()
      expect(statesOf('fails', id)).toEqual(['updated', 'deleted'])
      expect(await undelivered('fails')).toEqual([])
    })

    it('where the first one has failed before: the newer one takes its place, and nothing older comes after it', async () => {
      await add('late', 'fails')
      const { id, revision } = await publish('Sedan')
      expect(await fault('late', 'status 500')).toMatchObject({ document: id, attempts: 1 })
      await withdraw(id, revision)
      await heard('late', told(id, 'deleted'), 30_000)
      receiver.behave('/late', 'takes')
      expect((await act('late', 'send-again')).status).toBe(200)
      const rest = await eventually(
        () => undelivered('late'),
        (rows) => rows.length === 0,
        30_000,
      )
      expect(rest).toEqual([])
      const all = receiver.heard('/late').filter(({ body }) => body.data.id === id)
      const numbers = all.map(({ body }) => body.data.modified)
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      expect(new Set(statesOf('late', id))).toEqual(new Set(['updated', 'deleted']))
      expect(all.at(-1)!.body.data.state).toBe('deleted')
    })
  })

  it(
    'lose nothing when the process is killed while a message is on its way',
    { timeout: 180_000 },
    async () => {
      await add('crash', 'hangs')
      const { id } = await publish('Fem')
      await heard('crash', told(id))
      await torg.stop()
      after = new TorgProcess(torg.env)
      await after.start()
      await heard('crash', (all) => all.length > 1, restart)
      await after.kill()
      receiver.behave('/crash', 'takes')
      await after.start()
      const all = await heard('crash', (each) => each.length > 2, restart)
      expect(new Set(all.map((each) => each.id)).size).toBe(1)
      expect(all).toHaveLength(3)
      new Webhook(hooks.crash!.secret).verify(all[2]!.text, all[2]!.headers)
      const anew = await loggedIn(torg.base, 'admin')
      const left = () => anew.get(`/api/webhook-deliveries?where[webhook][equals]=${hooks.crash!.id}`)
      expect((await eventually(left, ({ body }) => body.docs.length === 0)).body.docs).toEqual([])
    },
  )
})
