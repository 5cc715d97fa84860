import { generate } from 'selfsigned'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { MailServer } from '../../src/mail/mail-server.js'
import { keyRing } from '../../src/config/env.js'
import { nightly } from '../../src/jobs/nightly.js'
import { startMail } from '../../src/jobs/mail/start-mail.js'
import { everyRow } from '../../src/shared/every-row.js'
import { TorgProcess } from '../crash/torg-process.js'
import { MailReceiver } from '../support/mail-receiver.js'
import { eventBody } from '../support/newsroom.js'
import { eventually, makeAccount, Visitor } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const address = (name: string) => `${name}@ekby.example`
const day = 86_400_000

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara', email: address('author') },
      chief: { role: 'organisation-admin', organisation: 'Klara', email: address('chief') },
      silent: { role: 'contributor', organisation: 'Klara', email: address('silent') },
      nameless: { role: 'contributor', organisation: 'Klara' },
      gone: { role: 'contributor', organisation: 'Andra', email: address('gone') },
      editor: { role: 'editor', kind: 'role', email: address('kultur'), approvesOrganisations: true },
      person: { role: 'editor', email: address('anna') },
      admin: { role: 'municipality-admin' },
    },
  })

describeHere('notices by e-mail', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let receiver: MailReceiver
  let ahead = 0
  let stopped = false
  const clock = { now: () => new Date(Date.now() + ahead) }
  const running: { stop(): Promise<void> }[] = []

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    receiver = await new MailReceiver().start({ clear: true })
    const choose = (who: Visitor, id: string, more: object) => who.patch(`/api/accounts/${id}`, more)
    const { author, silent } = town.person
    const chosen = [
      await choose(author, town.account.author, { noticeMail: 'at-once', language: 'en' }),
      await choose(silent, town.account.silent, { noticeMail: 'never' }),
    ]
    expect(chosen.map(({ status }) => status)).toEqual([200, 200])
    await mornings(false)
    // What was told before, of setting the stage.
    const { payload } = torg
    await payload.db.deleteMany({ collection: 'notices', where: {} })
  }, 240_000)
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.stop()))
    receiver.refusesMessage = () => false
    receiver.received.length = 0
    receiver.beforeTaking = () => Promise.resolve()
  })
  afterAll(async () => {
    await receiver?.stop()
    if (!stopped) await torg?.stop()
  })

  const here = (more: Partial<MailServer> = {}): MailServer => ({
    host: '127.0.0.1',
    port: receiver.port,
    encryption: 'where-offered',
    login: null,
    sender: 'Torg <no-reply@torg.example>',
    ...more,
  })
  const sends = (server: MailServer = here(), authorities?: string) => {
    const options = { payload: torg.payload, clock, ring: keyRing(torg.settings), publicUrl: torg.base }
    running.push(startMail({ ...options, server, every: 50, ...(authorities ? { authorities } : {}) }))
  }
  /** Whether the municipality wants its editors told; off, but where that is tested: it may be morning now. */
  const mornings = (morningMail: boolean) =>
    town.person.admin.patch(`/api/municipalities/${town.id}`, { morningMail })
  const waiting = () =>
    everyRow<{ id: string; account: string; fault: string | null; nextAt: string }>(torg.payload, 'mails', {})
  const settled = async () => (await everyRow(torg.payload, 'notices', { mailDue: { equals: true } })).length
  const allMade = () => eventually(settled, (left) => left === 0)

  /** An event of Klara that the editor sends back; answers its id. */
  async function sentBack(title: string, by = town.person.author): Promise<string> {
    const body = eventBody(town.category, { title, summary: 'Bara i evenemanget.' })
    const made = await by.post('/api/events', body)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const id = String(made.body.doc.id)
    await by.act('events', id, 'submit')
    const { status } = await town.person.editor.act('events', id, 'request-changes', {
      message: 'Vilken <hall>?',
    })
    expect(status).toBe(200)
    return id
  }

  it('come at once to whom wants them so, say what the notice says, and nothing else', async () => {
    const id = await sentBack('Körsång "för alla"')
    sends()
    await eventually(
      () => Promise.resolve(receiver.received.length),
      (many) => many > 0,
    )
    await allMade()
    const { mail, raw, to } = receiver.received[0]!
    expect([to, receiver.received.length]).toEqual([address('author'), 1])
    expect(mail.from?.text).toBe('"Torg" <no-reply@torg.example>')
    expect(mail.subject).toBe('Changes requested: Körsång "för alla"')
    const link = `${torg.base}/admin/collections/events/${id}`
    const setting = `${torg.base}/admin/account`
    for (const words of ['Vilken <hall>?', 'Change it and submit again', 'Klara', link, setting])
      expect(mail.text).toContain(words)
    const html = String(mail.html)
    expect(html).toContain('Vilken &#60;hall&#62;?')
    // Nothing is fetched, nothing tells that it was read, and of the event there is its title alone.
    expect(html).not.toMatch(/<(img|script|link|iframe|form)|url\(|src=/i)
    const addresses = [...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([each]) => each)
    expect(addresses.every((each) => each.startsWith(torg.base))).toBe(true)
    expect(addresses.every((each) => !each.includes('?') || each.includes('open='))).toBe(true)
    expect(mail.attachments).toEqual([])
    expect(raw).not.toContain('Bara i evenemanget')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.headers.get('list')).toEqual({ unsubscribe: { url: setting } })
    expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@127\.0\.0\.1>$/)
  })

  it('come once a day otherwise: in the morning, in one message, without what was read meanwhile', async () => {
    await sentBack('Vårloppis')
    sends()
    await allMade()
    const mine = async () => (await waiting()).filter(({ account }) => account === town.account.chief)
    // The two of this test and of the one before; who said never, and who has no address, gets nothing.
    expect(await mine()).toHaveLength(2)
    const { notices } = (await town.person.chief.get('/api/inbox')).body
    await town.person.chief.post('/api/inbox/read', { notice: notices[0].id })
    expect(receiver.to(address('chief'))).toEqual([])
    ahead = day
    await eventually(
      () => Promise.resolve(receiver.to(address('chief')).length),
      (many) => many > 0,
    )
    const { mail } = receiver.to(address('chief'))[0]!
    expect(mail.subject).toBe('Ändringar önskas: Körsång "för alla"')
    expect(mail.text).not.toContain('Vårloppis')
    await sentBack('Höstloppis')
    await sentBack('Julloppis')
    await allMade()
    ahead = 2 * day
    await eventually(
      () => Promise.resolve(receiver.to(address('chief')).length),
      (many) => many > 1,
    )
    expect(receiver.to(address('chief'))[1]!.mail.subject).toBe('2 nya aviseringar')
    const asked = [address('silent'), address('anna')]
    expect(receiver.received.filter(({ to }) => asked.includes(to))).toEqual([])
    expect(await eventually(waiting, (rows) => rows.length === 0)).toEqual([])
  })

  it('go out once though two processes send, and not to whom may no longer read them', async () => {
    await torg.payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: town.account.gone } },
      data: { noticeMail: 'at-once' },
    })
    for (const title of ['Ett', 'Två', 'Tre']) await sentBack(title)
    const left = await everyRow<{ id: string }>(torg.payload, 'memberships', {
      account: { equals: town.account.author },
    })
    sends()
    sends()
    await allMade()
    await eventually(
      () => Promise.resolve(receiver.received.length),
      (many) => many >= 3,
    )
    expect(
      receiver
        .to(address('author'))
        .map(({ mail }) => mail.subject)
        .sort(),
    ).toEqual(['Changes requested: Ett', 'Changes requested: Tre', 'Changes requested: Två'])
    await Promise.all(running.splice(0).map((one) => one.stop()))
    await sentBack('Fyra')
    await town.person.admin.send('DELETE', `/api/memberships/${left[0]!.id}`)
    receiver.received.length = 0
    sends()
    await allMade()
    await eventually(
      async () => (await waiting()).filter(({ account }) => account === town.account.author),
      (rows) => rows.length === 0,
    )
    expect(receiver.to(address('author'))).toEqual([])
    const again = { account: town.account.author, role: 'contributor', organisation: town.organisation.Klara }
    expect(
      (await town.person.admin.post('/api/memberships', { ...again, municipality: town.id })).status,
    ).toBe(201)
    // Whose roles changed logs in anew.
    await town.person.author.login('author')
  })

  /** What was told of the account is to be sent now, in the morning that follows. */
  const inTheMorning = async (name: 'chief') => {
    await allMade()
    ahead = 3 * day
    return async () => (await waiting()).filter(({ account }) => account === town.account[name])
  }

  it('of a day stay one message where they are to come again later', async () => {
    await torg.payload.db.deleteMany({ collection: 'mails' as 'notices', where: {} })
    for (const title of ['Grå ett', 'Grå två', 'Grå tre', 'Grå fyra']) await sentBack(title)
    receiver.later.add(address('chief'))
    sends()
    await allMade()
    // Of the first tries all come again after a minute.
    await torg.payload.db.updateMany({
      collection: 'mails' as 'notices',
      where: { account: { equals: town.account.chief } },
      data: { attempts: 5 } as never,
    })
    const mine = await inTheMorning('chief')
    const put = await eventually(mine, (rows) => rows.length === 4 && rows.every(({ fault }) => fault))
    expect([put.length, new Set(put.map(({ nextAt }) => new Date(nextAt).toISOString())).size]).toEqual([
      4, 1,
    ])
    receiver.later.clear()
    ahead += day
    expect(await eventually(mine, (rows) => rows.length === 0)).toEqual([])
    expect(receiver.to(address('chief')).map(({ mail }) => mail.subject)).toEqual(['4 nya aviseringar'])
    ahead = 2 * day
  })

  it('are sent one by one where they are refused together, and only what is refused alone is dropped', async () => {
    for (const title of ['Bra ett', 'Dålig rubrik', 'Bra två']) await sentBack(title)
    receiver.refusesMessage = ({ mail }) => (mail.text ?? '').includes('Dålig rubrik')
    sends()
    const mine = await inTheMorning('chief')
    expect(await eventually(mine, (rows) => rows.length === 0)).toEqual([])
    ahead = 2 * day
    expect(
      receiver
        .to(address('chief'))
        .map(({ mail }) => mail.subject)
        .sort(),
    ).toEqual(['Ändringar önskas: Bra ett', 'Ändringar önskas: Bra två'])
  })

  it('carry no word of a stranger to those who decide: that somebody applied, and the way there', async () => {
    const { payload } = torg
    await payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: town.account.editor } },
      data: { noticeMail: 'at-once' },
    })
    const message = 'Klicka på https://bedragare.example nu genast'
    const applied = await new Visitor(torg.base).post('/api/organisations/apply', {
      municipality: 'ekby',
      name: 'Nya kören',
      message,
    })
    expect(applied.status, JSON.stringify(applied.body)).toBe(201)
    sends()
    await allMade()
    await eventually(
      () => Promise.resolve(receiver.to(address('kultur')).length),
      (many) => many > 0,
    )
    const { mail } = receiver.to(address('kultur'))[0]!
    expect(mail.subject).toBe('Ansökt: Nya kören')
    expect(mail.text).toContain(`${torg.base}/admin/moderation?open=organisations/${applied.body.id}`)
    expect(`${mail.text}${String(mail.html)}`).not.toContain('bedragare')
    // It is read where it is decided on.
    expect(JSON.stringify((await town.person.editor.get('/api/inbox')).body)).toContain(message)
    await payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: town.account.editor } },
      data: { noticeMail: 'daily' },
    })
  })

  it('go out to the others where one account cannot be sent to, or one notice not be sent on', async () => {
    const { payload } = torg
    const set = (collection: 'accounts' | 'mails', id: string, data: object) =>
      payload.db.updateOne({
        collection: collection as 'accounts',
        where: { id: { equals: id } },
        data: data as Record<string, unknown>,
      })
    const { email } = (await payload.db.findOne<{ id: string; email: string }>({
      collection: 'accounts',
      where: { id: { equals: town.account.chief } },
    }))!
    await payload.db.deleteMany({ collection: 'mails' as 'notices', where: {} })
    // Sealed with a key that nobody has any more.
    await set('accounts', town.account.chief, { email: `v1.gone.${'A'.repeat(60)}`, noticeMail: 'at-once' })
    await sentBack('Bruten')
    await sentBack('Efter den')
    // Whom the first one is for cannot be found out.
    const { find } = payload.db
    let broken = 0
    payload.db.find = ((args: Parameters<typeof find>[0]) => {
      const ofMembers =
        args.collection === 'memberships' && JSON.stringify(args.where).includes('"organisation"')
      if (!ofMembers || broken > 0) return find.call(payload.db, args)
      broken += 1
      return Promise.reject(new Error('broken'))
    }) as typeof find
    try {
      sends()
      await eventually(
        () => Promise.resolve(receiver.to(address('author')).length),
        (many) => many > 0,
      )
    } finally {
      payload.db.find = find
    }
    await allMade()
    expect(broken).toBe(1)
    expect(receiver.to(address('author')).map(({ mail }) => mail.subject)).toEqual([
      'Changes requested: Efter den',
    ])
    const ofChief = async () => (await waiting()).filter(({ account }) => account === town.account.chief)
    const [put] = await eventually(ofChief, ([row]) => Boolean(row?.fault))
    expect(put!.fault).toBe('internal')
    expect(Date.parse(put!.nextAt) - clock.now().getTime()).toBeGreaterThan(10 * 60_000)
    // Tried for some days, and then no more.
    await set('mails', put!.id, { createdAt: new Date(clock.now().getTime() - 6 * day).toISOString() })
    ahead += 60 * 60_000
    expect(await eventually(ofChief, (rows) => rows.length === 0)).toEqual([])
    await set('accounts', town.account.chief, { email, noticeMail: 'daily' })
  })

  it('that an address refuses are told to the account, also to one that is at home in no municipality', async () => {
    const { payload } = torg
    const drift = {
      username: 'drift',
      role: 'operator',
      municipality: null,
      email: address('drift'),
    } as const
    const account = String((await makeAccount(payload, drift)).id)
    await payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: account } },
      data: { noticeMail: 'at-once' },
    })
    const said = { at: clock.now().toISOString(), action: 'make-admin', kind: 'organisation', document: 'x' }
    await payload.db.create({
      collection: 'notices',
      data: { ...said, key: 'to-drift', told: 'the-account', account, title: 'Drift', mailDue: true },
    })
    receiver.refused.add(address('drift'))
    sends()
    const told = () =>
      everyRow(payload, 'notices', {
        and: [{ account: { equals: account } }, { action: { equals: 'address-refused' } }],
      })
    expect(await eventually(told, (rows) => rows.length > 0)).toHaveLength(1)
  })

  it('wait while the server is away, and go out when it is back', async () => {
    const { port } = receiver
    await receiver.stop()
    await sentBack('Bortkommen')
    sends(here({ port }))
    await allMade()
    const mine = async () => (await waiting()).filter(({ account }) => account === town.account.author)
    expect(await mine()).toHaveLength(1)
    receiver = await new MailReceiver().start({ clear: true }, port)
    await eventually(
      // How long it waits depends on how often it was tried meanwhile.
      async () => {
        ahead += 60_000
        return receiver.to(address('author')).length
      },
      (many) => many > 0,
      60_000,
    )
    expect(receiver.to(address('author'))).toHaveLength(1)
    expect(await eventually(mine, (rows) => rows.length === 0)).toEqual([])
  })

  it('never travel in the clear where encryption is asked for, nor to somebody who only claims to be the server', async () => {
    const trusted = await generate([{ name: 'commonName', value: 'localhost' }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
    })
    const { private: key, cert } = trusted
    await sentBack('Hemlig')
    const mustStart = { host: 'localhost', encryption: 'must-start' } as const
    sends(here(mustStart))
    await allMade()
    const tried = () =>
      everyRow<{ fault: string | null }>(torg.payload, 'mails', { fault: { not_equals: null } })
    expect((await eventually(tried, (rows) => rows.length > 0))[0]!.fault).toMatch(/^E/)
    expect(receiver.received).toEqual([])
    await Promise.all(running.splice(0).map((one) => one.stop()))
    const encrypted = await new MailReceiver().start({ key, cert })
    try {
      ahead += 60 * 60_000
      // Without the authority that vouches for it.
      sends(here({ ...mustStart, port: encrypted.port }))
      await new Promise((resolve) => setTimeout(resolve, 1000))
      expect(encrypted.received).toEqual([])
      await Promise.all(running.splice(0).map((one) => one.stop()))
      ahead += 60 * 60_000
      sends(here({ ...mustStart, port: encrypted.port }), cert)
      await eventually(
        () => Promise.resolve(encrypted.received.length),
        (many) => many > 0,
      )
      expect(encrypted.received[0]).toMatchObject({ to: address('author'), secure: true })
    } finally {
      await Promise.all(running.splice(0).map((one) => one.stop()))
      await encrypted.stop()
    }
  })

  it('tell role addresses of editors in the morning of a working day how much waits, without a word of it', async () => {
    await mornings(true)
    const monday = new Date('2026-11-30T06:30:00Z')
    ahead = monday.getTime() - Date.now()
    const { author } = town.person
    const start = '2026-12-01T17:00:00Z'
    const body = eventBody(town.category, { title: 'Väntar', start, end: '2026-12-01T18:00:00Z' })
    const id = String((await author.post('/api/events', body)).body.doc.id)
    await author.act('events', id, 'submit')
    sends()
    await eventually(
      () => Promise.resolve(receiver.to(address('kultur')).length),
      (many) => many > 0,
    )
    const { mail } = receiver.to(address('kultur'))[0]!
    expect(mail.subject).toMatch(/^\d+ väntar på beslut i ekby kommun$/)
    expect(mail.text).toMatch(/Börjar inom tre dagar: \d+\. Det första tis/)
    expect(mail.text).not.toContain('Väntar\n')
    // Not to people, who have not asked for it, and once: an hour later it is the same morning.
    ahead += 3_600_000
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(receiver.received.filter(({ to }) => to === address('anna'))).toEqual([])
    expect(receiver.to(address('kultur'))).toHaveLength(1)
    // On Saturday nobody works; where the municipality does not want it, nobody is told.
    ahead = new Date('2026-12-05T06:30:00Z').getTime() - Date.now()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await mornings(false)
    ahead = new Date('2026-12-07T06:30:00Z').getTime() - Date.now()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(receiver.to(address('kultur'))).toHaveLength(1)
  })

  it('are forgotten by night where nobody has sent them for six days', async () => {
    const { payload } = torg
    const made = async (key: string, daysAgo: number) => {
      const row = { key, account: 'a', kind: 'notice', notice: key, attempts: 0 }
      const createdAt = new Date(Date.now() - daysAgo * day).toISOString()
      const nextAt = new Date(Date.now() + 9 * day).toISOString()
      const { id } = await payload.db.create({
        collection: 'mails' as 'notices',
        data: { ...row, nextAt } as never,
      })
      await payload.db.updateOne({
        collection: 'mails' as 'notices',
        where: { id: { equals: id } },
        data: { createdAt } as never,
      })
    }
    await made('old', 6.1)
    await made('young', 5.9)
    expect(await nightly(payload, { now: () => new Date() })).toBe(true)
    const keys = (await everyRow<{ key: string }>(payload, 'mails', {})).map(({ key }) => key)
    expect([keys.includes('old'), keys.includes('young')]).toEqual([false, true])
  })

  it('are sent again after a crash, under the same id; an address that takes nothing is told to the account alone', async () => {
    ahead = 0
    await torg.payload.db.deleteMany({ collection: 'mails' as 'notices', where: {} })
    await torg.payload.db.updateOne({
      collection: 'accounts',
      where: { id: { equals: town.account.chief } },
      data: { noticeMail: 'at-once' },
    })
    receiver.refused.add(address('chief'))
    await sentBack('Kraschen')
    await torg.stop()
    stopped = true
    const url = `smtp://127.0.0.1:${receiver.port}`
    const process = new TorgProcess({
      ...torg.env,
      TORG_SMTP_URL: url,
      TORG_MAIL_FROM: 'no-reply@torg.example',
    })
    const killed: Promise<void>[] = []
    receiver.beforeTaking = () => {
      // Taken, and whoever sent it dies before it hears so.
      if (killed.length === 0) killed.push(process.kill())
      return killed[0]!
    }
    await process.start()
    await eventually(
      () => Promise.resolve(killed.length),
      (many) => many > 0,
      60_000,
    )
    await killed[0]
    receiver.beforeTaking = () => Promise.resolve()
    // The lease of the dead process runs out first.
    await process.start()
    await eventually(
      () => Promise.resolve(receiver.to(address('author')).length),
      (many) => many > 1,
      60_000,
    )
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const toldOf = async (by: Visitor) =>
      (await by.get('/api/inbox')).body.notices.map(({ action }: { action: string }) => action) as string[]
    expect(await toldOf(town.person.chief)).toContain('address-refused')
    expect(await toldOf(town.person.author)).not.toContain('address-refused')
    const said = process.words()
    await process.stop()
    const ids = receiver.to(address('author')).map(({ mail }) => mail.messageId)
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
    expect(receiver.to(address('chief'))).toEqual([])
    expect(said).not.toContain('@ekby.example')
  })
})
