import fs from 'node:fs'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readLines } from '../../src/privacy/erasure/ledger-line.js'
import { openSession } from '../../src/editorial/accounts/sessions.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import { ApartTorg } from '../support/apart.js'
import { Canaries } from '../support/canaries.js'
import { codeOf, giveDevice } from '../support/devices.js'
import { eventBody, postBody, richText } from '../support/newsroom.js'
import { cameIn, eventually, makeAccount, type Answer, type Visitor } from '../support/people.js'
import { photo } from '../support/publish.js'
import { askRaw } from '../support/raw-client.js'
import { scratchFolder } from '../support/scratch.js'
import { database, describeHere, password, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'
import { storedBytes, wholeCopy, type WholeCopy } from '../support/whole-copy.js'

const canaries = new Canaries()
const c = (place: string) => canaries.of(place)
const inDays = (days: number, hour = 17): string => {
  const at = new Date(Date.now() + days * 86_400_000)
  at.setUTCHours(hour, 0, 0, 0)
  return at.toISOString()
}

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      chief: { role: 'organisation-admin', organisation: 'Klara' },
      editor: { role: 'editor', approvesOrganisations: true },
      colleague: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })

/** What hangs on the account that will be deleted, which no door takes from its holder. */
async function makeSubject(torg: Running, town: Awaited<ReturnType<typeof ekby>>) {
  const { payload } = torg
  const { id } = await makeAccount(payload, {
    ...{ username: c('username'), email: `${c('address, sealed')}@example.org`, role: 'contributor' },
    ...{ municipality: town.id, organisation: town.organisation.Klara },
  })
  const account = String(id)
  const insert = (collection: string, data: object) =>
    payload.db.create({ collection: collection as CollectionSlug, data: data as never })
  const now = new Date()
  await payload.db.updateOne({
    collection: 'accounts',
    where: { id: { equals: account } },
    data: { roleTitle: c('role title') },
  })
  const secret = await giveDevice(payload, account, c('label of a device'))
  await insert('notices', {
    ...{ key: `${c('key of a notice')} 1`, at: now.toISOString(), action: 'end-role', account },
    ...{ municipality: town.id, title: c('title of a notice'), message: c('message of a notice') },
  })
  await insert('mails', {
    ...{
      key: c('key of a mail'),
      account,
      municipality: town.id,
      kind: 'notice',
      notice: c('notice of a mail'),
    },
    ...{ nextAt: inDays(1), attempts: 0 },
  })
  await insert('inboxes', {
    id: account,
    readUntil: now.toISOString(),
    read: [c('read notice')],
    revision: 1,
  })
  await insert('payload-preferences', {
    key: c('key of a setting'),
    value: { note: c('value of a setting') },
    user: { relationTo: 'accounts', value: account },
  })
  await openSession(
    payload,
    { account, purpose: 'steps', device: null, steps: { label: c('label half-way in') } },
    now,
  )
  return { account, secret }
}

describeHere('forty canaries in forty places', () => {
  let town: Awaited<ReturnType<typeof ekby>>
  let folder: string
  let url: string | undefined
  let port: number
  let torg: ApartTorg
  let copy: WholeCopy
  let subject: Visitor
  let account: string
  /** An event that stays, and the picture of it that is taken back. */
  let kept: string
  let takenBack: string
  let secret: string
  const snapshots = scratchFolder('torg-heap-')
  const erased = { events: [] as string[], posts: [] as string[], pictures: [] as string[], organisation: '' }

  const everyDoor = () => [
    ...['', '/events', '/posts', '/places', '/changes', '/organisations', '/calendar.ics', '/posts.rss'].map(
      (each) => `/feed/v1/ekby${each}`,
    ),
    ...[...erased.events, kept].map((id) => `/feed/v1/ekby/events/${id}`),
    ...erased.posts.map((id) => `/feed/v1/ekby/posts/${id}`),
    '/ekby',
  ]
  const ledgerBytes = async (): Promise<string[]> => [
    ...(await storedBytes(path.join(folder, 'erased'), undefined)).values(),
  ]
  const foundIn = async (): Promise<Record<string, string[]>> => {
    const all = [...(await storedBytes(folder, url))].map(
      ([where, bytes]) => [where, canaries.foundIn(bytes)] as const,
    )
    return Object.fromEntries(all.filter(([, found]) => found.length > 0))
  }
  const good = (answer: Answer, status = 200): Answer => {
    expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    return answer
  }
  const ready = () =>
    eventually(
      () => askRaw(port, '/readyz').catch(() => ({ status: 0 })),
      ({ status }) => status === 200 || torg.exitCode !== null,
      60_000,
    )

  beforeAll(async () => {
    const made = await startForTests()
    ;({ folder } = made)
    ;({ port } = made.settings)
    url = made.env.DATABASE_URL
    town = await ekby(made)
    ;({ account, secret } = await makeSubject(made, town))
    subject = await cameIn(made.payload, made.base, account)
    const utter = await makeApprovedOrganisation(made.payload, town.id, c('name of an organisation'), {
      registerReference: c('reference in a register'),
    })
    erased.organisation = utter
    const member = await cameIn(
      made.payload,
      made.base,
      String(
        (
          await makeAccount(made.payload, {
            ...{ username: 'member', role: 'organisation-admin', municipality: town.id, organisation: utter },
          })
        ).id,
      ),
    )
    await made.stop()

    torg = new ApartTorg(made.env)
    await torg.start(['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${snapshots}`])
    if ((await ready()).status !== 200) throw new Error(`Torg did not start: ${torg.log}`)
    const { editor, colleague, admin } = town.person
    good(
      await admin.post(`/api/accounts/${account}/codes`, { purpose: 'device', label: c('label of a code') }),
      201,
    )

    // The profile of an organisation, with its logo.
    const upload = async (by: Visitor, what: string, more: object = {}) => {
      const words = {
        alt: c(`alt of ${what}`),
        credit: c(`credit of ${what}`),
        licence: c(`licence of ${what}`),
      }
      const { doc } = good(await by.upload(await photo(400, 200), { ...words, ...more }), 201).body
      erased.pictures.push(doc.id)
      return doc.id as string
    }
    const { revision } = (await member.get(`/api/organisations/${utter}`)).body
    good(
      await member.patch(`/api/organisations/${utter}`, {
        revision,
        description: c('description'),
        logo: await upload(member, 'a logo'),
        contact: {
          ...{ email: `${c('mail of an organisation')}@example.org`, emailPublic: true },
          ...{ website: `https://example.org/${c('site of an organisation')}`, websitePublic: true },
        },
      }),
    )
    good(await member.act('organisations', utter, 'submit'))
    good(await editor.act('organisations', utter, 'approve', { message: c('message of an approval') }))

    // An event with everything that can be written in one, its own place and its own picture.
    const place = good(
      await subject.post('/api/places', {
        ...{ name: c('name of a place'), address: c('address of a place'), latitude: 59.1, longitude: 17.1 },
      }),
      201,
    ).body.doc.id as string
    const [first, second] = [inDays(7), inDays(14)]
    const event = good(
      await subject.post(
        '/api/events',
        eventBody(town.category, {
          title: c('title of an event'),
          summary: c('summary'),
          body: richText(c('body of an event')),
          translations: [
            {
              language: 'en',
              title: c('translated title'),
              summary: c('translated summary'),
              body: richText(c('translated body')),
            },
          ],
          ...{ address: undefined, place, start: first, end: inDays(7, 18), attendance: 'mixed' },
          onlineUrl: `https://example.org/${c('link to join')}`,
          recurrenceRule: 'FREQ=WEEKLY;COUNT=3',
          overrides: [{ occurrence: second, note: c('note on a date') }],
          price: { free: false, from: 40, currency: 'SEK', note: c('note on the price') },
          bookingUrl: `https://example.org/${c('link to book')}`,
          capacityNote: c('note on the room'),
          contact: {
            ...{ name: c('name of a contact'), email: `${c('mail of a contact')}@example.org` },
            ...{ consentReference: c('reference of a consent'), consentUntil: inDays(90) },
          },
          pictures: [
            await upload(subject, 'a picture', {
              peopleShown: 'consent-held',
              consent: {
                scope: c('scope of a consent'),
                reference: c('consent of a picture'),
                validUntil: inDays(90),
              },
            }),
          ],
        }),
      ),
      201,
    ).body.doc.id as string
    good(await subject.act('events', event, 'submit', { message: c('message to editors') }))
    good(await editor.act('events', event, 'approve'))
    good(
      await editor.act('events', event, 'correct', {
        edits: { capacityNote: c('corrected note') },
        note: c('note of a correction'),
      }),
    )
    const elsewhere = good(
      await subject.post(
        '/api/events',
        eventBody(town.category, {
          title: 'Ute',
          address: { name: c('name of an address'), address: c('line of an address') },
        }),
      ),
      201,
    ).body.doc.id as string
    good(await subject.act('events', elsewhere, 'submit'))
    good(await editor.act('events', elsewhere, 'approve'))
    good(
      await editor.act('events', elsewhere, 'withdraw', {
        explanation: c('explanation to citizens'),
        reason: 'other',
      }),
    )

    // A post with an earlier version, a refusal and an appeal.
    const post = good(
      await subject.post(
        '/api/posts',
        postBody(town.category, { title: c('earlier title'), link: `https://example.org/${c('link')}` }),
      ),
      201,
    ).body.doc as { id: string; revision: number }
    good(
      await subject.patch(`/api/posts/${post.id}`, {
        revision: post.revision,
        ...{ title: c('title of a post'), body: richText(c('body of a post')) },
        translations: [
          {
            language: 'en',
            title: c('translated title of a post'),
            body: richText(c('translated body of a post')),
          },
        ],
      }),
    )
    good(await subject.act('posts', post.id, 'submit'))
    good(await editor.act('posts', post.id, 'request-changes', { message: c('message of a request') }))
    good(await subject.act('posts', post.id, 'submit'))
    good(await editor.act('posts', post.id, 'approve'))
    good(
      await colleague.act('posts', post.id, 'remove', {
        reason: 'other',
        message: c('message of a removal'),
      }),
    )
    good(await subject.act('posts', post.id, 'appeal', { message: c('message of an appeal') }))
    // Something that stays, with a contact and a picture of people who take their consent back.
    const until = inDays(90)
    const agreed = { scope: 'Webb', reference: 'F-2', validUntil: until }
    const portrait = { alt: 'Någon', peopleShown: 'consent-held', consent: agreed }
    takenBack = good(await subject.upload(await photo(400, 200), portrait), 201).body.doc.id
    const stays = good(
      await subject.post(
        '/api/events',
        eventBody(town.category, {
          title: 'Blir kvar',
          contact: {
            ...{ name: c('name of who takes back'), email: `${c('mail of who takes back')}@example.org` },
            ...{ consentReference: 'F-1', consentUntil: until },
          },
          pictures: [takenBack],
        }),
      ),
      201,
    ).body.doc.id as string
    good(await subject.act('events', stays, 'submit'))
    good(await editor.act('events', stays, 'approve'))
    kept = stays
    erased.events.push(event, elsewhere)
    erased.posts.push(post.id)
  }, 240_000)
  afterAll(() => {
    torg?.kill()
    fs.rmSync(snapshots, { recursive: true, force: true })
  })

  it('are there, and a copy of everything is made', async () => {
    const found = new Set(Object.values(await foundIn()).flat())
    // Sealed with a key that is not in the database.
    expect(canaries.places.filter((place) => !found.has(place))).toEqual(['address, sealed'])
    expect(found.size).toBeGreaterThanOrEqual(40)
    expect((await askRaw(port, '/feed/v1/ekby/events')).body.toString()).toContain(c('title of an event'))
    copy = await wholeCopy(folder, scratchFolder('torg-copy-'), url)
  })

  it('are erased, by the holder and by the admin, and nothing is found anywhere', async () => {
    const { admin } = town.person
    for (const kind of ['events', 'posts'] as const)
      for (const id of erased[kind]) good(await admin.act(kind, id, 'erase', { reason: 'request' }))
    good(await admin.act('organisations', erased.organisation, 'erase', { reason: 'request' }))
    good(await subject.act('events', kept, 'withdraw-contact'))
    good(await subject.post(`/api/media/${takenBack}/actions/withdraw-consent`))
    const gone = await subject.post('/api/accounts/deletion', { present: password, code: codeOf(secret) })
    expect(good(gone).body).toEqual({ deleted: true })

    const doors = async () => {
      const said: string[] = []
      for (const address of everyDoor()) said.push((await askRaw(port, address)).body.toString())
      return canaries.foundIn(said.join())
    }
    expect(await eventually(doors, (found) => found.length === 0)).toEqual([])
    for (const picture of erased.pictures)
      expect((await askRaw(port, `/media/${picture}/320.webp`)).status).toBe(404)
    const { body } = await admin.get('/api/log/export?format=json')
    expect(canaries.foundIn(JSON.stringify(body))).toEqual([])
    // What an embedded database has freed is overwritten within a minute of the erasure.
    expect(await eventually(foundIn, (found) => Object.keys(found).length === 0, 100_000, 1000)).toEqual({})
    expect(canaries.foundIn(torg.log)).toEqual([])
    const { lines } = readLines((await ledgerBytes()).join(''))
    const kinds = (kind: string) => lines.filter((one) => one.kind === kind).map(({ id }) => id)
    expect(kinds('account')).toEqual([account])
    expect(kinds('event').sort()).toEqual([...erased.events].sort())
    expect(kinds('post')).toEqual(erased.posts)
    expect(kinds('organisation')).toEqual([erased.organisation])
    expect(kinds('place')).toHaveLength(1)
    expect(kinds('media').sort()).toEqual([...erased.pictures].sort())
    expect(kinds('consent')).toEqual([takenBack])
    expect(kinds('contact')).toEqual([expect.stringContaining(kept)])
    expect((await askRaw(port, `/feed/v1/ekby/events/${kept}`)).status).toBe(200)
  }, 200_000)

  // What a process keeps in its memory has nothing to do with its database, and telling takes a while.
  if (database === 'sqlite')
    it('are not in the memory of the process that served them', async () => {
      // What an engine keeps of the last text it looked at is somebody else's.
      for (let at = 0; at < 60; at += 1) for (const address of everyDoor()) await askRaw(port, address)
      torg.signal('SIGUSR2')
      const whole = () => {
        const [name] = fs.readdirSync(snapshots).filter((each) => each.endsWith('.heapsnapshot'))
        const bytes = name ? fs.readFileSync(path.join(snapshots, name)) : Buffer.alloc(0)
        return bytes.subarray(-200).toString().trimEnd().endsWith('}') ? bytes.toString('latin1') : null
      }
      const snapshot = (await eventually(
        async () => whole(),
        (text) => text !== null,
        90_000,
        500,
      ))!
      expect(snapshot.match(/.{0,60}kanarie[a-z]{2}zq.{0,60}/g) ?? []).toEqual([])
    }, 200_000)

  it('are back with the copy, and gone before anything answers', async () => {
    await torg.stop()
    const ledger = await ledgerBytes()
    await copy.putBack()
    expect(new Set(Object.values(await foundIn()).flat()).size).toBeGreaterThanOrEqual(40)
    expect(await ledgerBytes()).toEqual(ledger)

    await torg.start()
    const heard: { status: number; found: string[] }[] = []
    const started = Date.now()
    for (let answers = 0; answers < 3 && Date.now() - started < 60_000;) {
      for (const address of everyDoor()) {
        const answer = await askRaw(port, address).catch(() => null)
        if (!answer) continue
        heard.push({ status: answer.status, found: canaries.foundIn(answer.body.toString()) })
        if (answer.status === 200) answers += 1
      }
    }
    expect(
      heard.some(({ status }) => status === 503),
      torg.log,
    ).toBe(true)
    expect(heard.some(({ status }) => status === 200)).toBe(true)
    expect(heard.flatMap(({ found }) => found)).toEqual([])
    await ready()
    expect((await subject.get('/api/accounts/logins')).status).toBe(401)
    const { admin } = town.person
    for (const kind of ['events', 'posts'] as const)
      for (const id of erased[kind]) expect((await admin.get(`/api/${kind}/${id}`)).body.state).toBe('erased')
    // What stays is there, without what was taken back, and a new contact may agree.
    const shown = JSON.parse((await askRaw(port, `/feed/v1/ekby/events/${kept}`)).body.toString())
    expect(shown).toMatchObject({ title: 'Blir kvar', pictures: [] })
    const { revision } = (await town.person.chief.get(`/api/events/${kept}`)).body
    const contact = {
      name: 'Kansliet',
      email: 'kansli@example.org',
      consentReference: 'F-3',
      consentUntil: inDays(60),
    }
    good(await town.person.chief.patch(`/api/events/${kept}`, { revision, contact }))
    const entries = (await admin.get('/api/log?action=erase-again')).body
    expect(JSON.stringify(entries)).toContain(erased.events[0])
    expect(good(await admin.get('/api/log/verify')).body).toMatchObject({ whole: true })
    await torg.stop()
    expect(await foundIn()).toEqual({})
    expect(canaries.foundIn(torg.log)).toEqual([])
    expect(torg.log).toContain('erased-again')
  }, 200_000)

  it('stay away with every further start, which has nothing left to do', async () => {
    torg.log = ''
    await torg.start()
    expect((await ready()).status, torg.log).toBe(200)
    await torg.stop()
    expect(torg.log).not.toContain('erased-again')
    expect(await foundIn()).toEqual({})
    expect([...(await storedBytes(folder, url)).values()].join()).toContain('kansli@example.org')
  }, 120_000)

  it('depend on the ledger: where it is taken away the start says so, and an older copy has nothing to go by', async () => {
    const ledger = path.join(folder, 'erased')
    for (const name of fs.readdirSync(ledger)) fs.rmSync(path.join(ledger, name))
    torg.log = ''
    await torg.start()
    expect((await ready()).status, torg.log).toBe(200)
    expect(torg.log).toContain('"code":"missing"')
    // The database has kept what it says, and writes it out anew.
    const { lines } = readLines((await ledgerBytes()).join(''))
    expect(lines.map(({ id }) => id)).toEqual(expect.arrayContaining([...erased.events, account]))
    await torg.stop()
    // An older copy without it has nothing to tell it: what was erased since is there again.
    for (const name of fs.readdirSync(ledger)) fs.rmSync(path.join(ledger, name))
    await copy.putBack()
    await torg.start()
    expect((await ready()).status, torg.log).toBe(200)
    expect((await askRaw(port, '/feed/v1/ekby/events')).body.toString()).toContain(c('title of an event'))
    await torg.stop()
  }, 180_000)
})
