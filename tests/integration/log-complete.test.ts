import type { Endpoint } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountActions, otherActions } from '../../src/accounts/logged-actions.js'
import { actions } from '../../src/moderation/states.js'
import { transitions } from '../../src/moderation/transitions.js'
import type { Happening } from '../../src/moderation/notices/happened.js'
import { happenings, nextStepOf } from '../../src/moderation/notices/happenings.js'
import { organisationActions } from '../../src/organisations/life.js'
import { everyRow } from '../../src/shared/every-row.js'
import { idOf } from '../../src/shared/reference.js'
import { doors } from '../support/changing-doors.js'
import { codeOf, nextStep } from '../support/devices.js'
import { everyEntry, LogDiary } from '../support/log-diary.js'
import { makeAccount, Visitor, type Answer } from '../support/people.js'
import { eventBody, postBody } from '../support/newsroom.js'
import { photo } from '../support/publish.js'
import { describeHere, password, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {}, Sista: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      chief: { role: 'organisation-admin', organisation: 'Klara' },
      beside: { role: 'organisation-admin', organisation: 'Andra' },
      last: { role: 'organisation-admin', organisation: 'Sista' },
      editor: { role: 'editor', approvesOrganisations: true },
      colleague: { role: 'editor' },
      admin: { role: 'municipality-admin' },
      auditor: { role: 'auditor' },
      guest: { role: 'contributor', organisation: 'Andra' },
    },
  })

describeHere('the log is complete: exactly one entry for', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let diary: LogDiary
  let operator: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    await makeAccount(torg.payload, { username: 'drift', role: 'operator', municipality: null })
    operator = new Visitor(torg.base)
    await operator.login('drift')
    diary = new LogDiary(torg.payload)
  }, 240_000)
  afterAll(() => torg?.stop())

  /** One operation that must be taken, and its entries. */
  async function done(expected: string | string[], work: () => Promise<Answer>): Promise<Answer> {
    const entries = typeof expected === 'string' ? [expected] : expected
    return diary.of(entries.join(', ') || 'nothing', entries, async () => {
      const answer = await work()
      expect(answer.status, `${entries.join()}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
      return answer
    })
  }
  const act = (by: Visitor, collection: string, id: string, action: string, input: object = {}) =>
    done(`${collection.replace(/s$/, '')} ${action}`, () => by.act(collection, id, action, input))
  const write = async (by: Visitor, kind: 'events' | 'posts', words: object) =>
    String((await done(`${kind.slice(0, -1)} save`, () => by.post(`/api/${kind}`, words))).body.doc.id)
  const change = async (by: Visitor, kind: string, id: string, words: object) => {
    const { revision } = (await by.get(`/api/${kind}/${id}`)).body
    return done(`${kind.slice(0, -1)} save`, () => by.patch(`/api/${kind}/${id}`, { revision, ...words }))
  }

  it('every decision on content', { timeout: 240_000 }, async () => {
    const { author, editor, colleague, admin, beside } = town.person
    const post = await write(author, 'posts', postBody(town.category))
    await change(author, 'posts', post, { title: 'Vi söker fler ledare' })
    await act(author, 'posts', post, 'submit')
    await act(author, 'posts', post, 'withdraw-submission')
    await act(author, 'posts', post, 'submit')
    await act(editor, 'posts', post, 'claim')
    await act(editor, 'posts', post, 'release')
    await act(editor, 'posts', post, 'request-changes', { message: 'Mer, tack.' })
    await act(author, 'posts', post, 'submit')
    // A held decision has one entry: what became of it.
    const { revision } = (await editor.get(`/api/posts/${post}/actions`)).body
    await done([], () => editor.post(`/api/posts/${post}/actions/approve`, { revision, hold: 60 }))
    await done('post undo', () => editor.post(`/api/posts/${post}/actions/undo`))
    await act(editor, 'posts', post, 'approve-with-edits', { edits: { title: 'Ledare sökes' } })
    await act(editor, 'posts', post, 'pin')
    await act(editor, 'posts', post, 'unpin')
    await change(author, 'posts', post, { title: 'Något annat' })
    await act(author, 'posts', post, 'discard-changes')
    await act(editor, 'posts', post, 'correct', { edits: { title: 'Ledare sökes nu' }, note: 'Stavfel.' })
    await act(author, 'posts', post, 'withdraw', { reason: 'organiser' })
    await act(editor, 'posts', post, 'restore')
    await act(editor, 'posts', post, 'remove', { reason: 'commercial', message: 'Reklam.' })
    await act(author, 'posts', post, 'appeal', { message: 'Nej.' })
    await act(colleague, 'posts', post, 'uphold', { message: 'Jo.' })
    await act(admin, 'posts', post, 'erase', { reason: 'request' })

    const second = await write(author, 'posts', postBody(town.category))
    await act(author, 'posts', second, 'submit')
    await act(editor, 'posts', second, 'reject', { reason: 'not-local', message: 'Inte här.' })
    await act(author, 'posts', second, 'appeal', { message: 'Jo, här.' })
    await act(colleague, 'posts', second, 'overturn', { message: 'Det stämmer.' })

    const third = await write(author, 'posts', postBody(town.category))
    await act(author, 'posts', third, 'delete-draft')

    const entered = await write(editor, 'posts', {
      ...postBody(town.category),
      organisation: town.organisation.Klara,
    })
    await act(editor, 'posts', entered, 'publish')

    // From the official series for tests.
    const numbered = await write(author, 'posts', { ...postBody(town.category), title: 'Ring 19900107-2397' })
    await act(editor, 'posts', numbered, 'accept-numbers', { override: 'invented' })

    const contact = {
      name: 'Kansliet',
      email: 'kansli@example.org',
      consentReference: 'F-12',
      consentUntil: inDays(90),
    }
    const event = await write(
      author,
      'events',
      eventBody(town.category, { contact, coOrganisers: [town.organisation.Andra] }),
    )
    await act(author, 'events', event, 'submit')
    await act(editor, 'events', event, 'approve')
    await act(author, 'events', event, 'announce', { status: 'cancelled', reason: 'weather' })
    await act(editor, 'events', event, 'look-over')
    await done('event step-aside', () => beside.post(`/api/events/${event}/actions/step-aside`))
    await act(editor, 'events', event, 'withdraw-contact')

    const seen = actions.filter(
      (action) => diary.seen.has(`event ${action}`) || diary.seen.has(`post ${action}`),
    )
    const ofClock = actions.filter((action) => transitions[action].who.every((who) => who === 'clock'))
    expect(actions.filter((action) => !seen.includes(action) && !ofClock.includes(action))).toEqual([])
  })

  it(
    'every step in the life of an organisation, and each change of its profile',
    { timeout: 120_000 },
    async () => {
      const { editor, admin, chief, last } = town.person
      const anyone = new Visitor(torg.base)
      anyone.from = '10.9.1.1'
      const wanted = (name: string) => ({ municipality: 'ekby', name, email: 'styrelsen@example.org' })
      const apply = async (name: string): Promise<{ id: string; reference: string }> =>
        (await done('organisation apply', () => anyone.post('/api/organisations/apply', wanted(name)))).body
      const { id, reference } = await apply('Nya')
      await act(editor, 'organisations', id, 'approve')
      await done([], () => anyone.post('/api/organisations/application', { reference }))
      // Two things are done at once: an account is made, with its code, and given its role.
      await done(['account make-account', 'membership give-role'], () =>
        anyone.post('/api/organisations/application/login', { reference, username: 'nya' }),
      )
      const unwanted = await apply('Avböjda')
      await act(editor, 'organisations', unwanted.id, 'decline', { message: 'Inte nu.' })
      await done('organisation invite', () => editor.post('/api/organisations/invite', wanted('Inbjudna')))
      const made = await done('organisation save', () =>
        editor.post('/api/organisations', { name: 'Införda', kind: 'association', surfaces: ['calendar'] }),
      )
      expect(made.body.doc.id).toEqual(expect.any(String))
      // Two things are done at once: a unit is made, and approved.
      await done(['organisation save', 'organisation approve'], () =>
        editor.post('/api/organisations', { name: 'Biblioteket', kind: 'unit', surfaces: ['calendar'] }),
      )
      const klara = town.organisation.Klara
      await change(chief, 'organisations', klara, { description: 'Vi är många.' })
      await act(chief, 'organisations', klara, 'submit')
      await act(editor, 'organisations', klara, 'approve')
      await act(chief, 'organisations', klara, 'confirm')
      await act(editor, 'organisations', klara, 'suspend', { message: 'Tills vidare.' })
      await act(editor, 'organisations', klara, 'reinstate')
      await act(last, 'organisations', town.organisation.Sista, 'leave')
      expect(admin.token).not.toBeNull()
      expect(organisationActions.filter((action) => !diary.seen.has(`organisation ${action}`))).toEqual([])
    },
  )

  it('every save of what the municipality keeps itself, its settings and its closing', async () => {
    const { author, editor, admin } = town.person
    const place = await done('place save', () =>
      author.post('/api/places', { name: 'Parken', latitude: 59.1, longitude: 17.1 }),
    )
    await done('place save', () => editor.patch(`/api/places/${place.body.doc.id}`, { address: 'Gatan 2' }))
    const hall = await done('place save', () => editor.post('/api/places', { name: 'Ladan' }))
    const barn = hall.body.doc.id as string
    await write(author, 'events', eventBody(town.category, { place: barn }))
    await act(editor, 'places', barn, 'withdraw')
    await done(['event lose-place', 'place erase'], () =>
      admin.act('places', barn, 'erase', { reason: 'request' }),
    )
    const category = await done('category save', () =>
      admin.post('/api/categories', { code: 'dans', labels: [{ language: 'sv', text: 'Dans' }] }),
    )
    await done('category save', () =>
      admin.patch(`/api/categories/${category.body.doc.id}`, { icon: 'dans' }),
    )
    await done('municipality save', () =>
      admin.patch(`/api/municipalities/${town.id}`, { colour: '#204060' }),
    )
    const made = await done('municipality save', () =>
      operator.post('/api/municipalities', {
        name: 'Nyby kommun',
        slug: 'nyby',
        country: 'SE',
        languages: ['sv'],
        zone: 'Europe/Stockholm',
        privacyNotice: [{ language: 'sv', text: 'Inget.' }],
      }),
    )
    const id = made.body.doc.id as string
    await done('municipality close', () => operator.post(`/api/municipalities/${id}/actions/close`))
    await done('municipality reopen', () => operator.post(`/api/municipalities/${id}/actions/reopen`))
  })

  it('every picture and receiver that somebody changes', { timeout: 120_000 }, async () => {
    const { author, admin, editor } = town.person
    const held = {
      peopleShown: 'consent-held',
      consent: { scope: 'Webb', reference: 'S-1', validUntil: inDays(30) },
    }
    const upload = async (more: object = {}) =>
      String(
        (
          await done('media upload-picture', async () =>
            author.upload(await photo(), { alt: 'Planen', ...more }),
          )
        ).body.doc.id,
      )
    const picture = await upload()
    await done('media change-picture', () => author.patch(`/api/media/${picture}`, { credit: 'Klubben' }))
    await done('media delete-picture', () => author.send('DELETE', `/api/media/${picture}`))
    const consented = await upload(held)
    await done('media withdraw-consent', () =>
      author.post(`/api/media/${consented}/actions/withdraw-consent`),
    )

    const made = await done('webhook make-webhook', () =>
      admin.post('/api/webhooks', { name: 'Appen', url: 'https://app.example/torg', enabled: false }),
    )
    const webhook = `/api/webhooks/${made.body.doc.id}`
    await done('webhook change-webhook', () => admin.patch(webhook, { name: 'Push' }))
    await done('webhook rotate-secret', () => admin.post(`${webhook}/actions/rotate-secret`))
    await done('webhook send-again', () => admin.post(`${webhook}/actions/send-again`))
    await done('webhook delete-webhook', () => admin.send('DELETE', webhook))

    const back = await done('hold hold-data', () =>
      admin.post('/api/retention-holds', { kind: 'media', document: consented, reason: 'legal-claim' }),
    )
    await done('hold lift-hold', () => admin.send('DELETE', `/api/retention-holds/${back.body.doc.id}`))
    const shorter = { category: 'drafts', length: 23 }
    await done('retention set-period', () => admin.post('/api/retention/periods', shorter))

    const post = await write(author, 'posts', postBody(town.category))
    const link = await done('post share-link', () => author.post(`/api/posts/${post}/shares`))
    await done('post revoke-link', () => author.post(`/api/posts/${post}/shares/${link.body.id}/revoke`))
    await act(author, 'posts', post, 'submit')
    await act(editor, 'posts', post, 'request-changes', { message: 'Mer.' })
    // What changes nothing for anybody else is not written down: it would tell when somebody was here.
    const { docs } = (await author.get(`/api/notices?where[document][equals]=${post}`)).body
    await done([], () => author.post('/api/inbox/read', { notice: docs[0].id }))
    await done([], () => author.post('/api/payload-preferences/nav', { value: { open: true } }))
    await done([], () => author.post('/api/accounts/refresh-token'))
  })

  it('every login, and every change of an account or a role', { timeout: 240_000 }, async () => {
    const { admin, chief, guest } = town.person
    const account = { kind: 'person', roleTitle: 'Kassör' }
    const made = await done('account make-account', () =>
      admin.post('/api/accounts', { ...account, username: 'kassor' }),
    )
    const id = String(made.body.doc.id)
    await done('account make-account', () =>
      admin.post('/api/accounts', { ...account, username: 'vikarie', password: `${password} två` }),
    )
    const role = {
      account: id,
      role: 'contributor',
      organisation: town.organisation.Klara,
      municipality: town.id,
    }
    const given = await done('membership give-role', () => admin.post('/api/memberships', role))
    const membership = `/api/memberships/${given.body.doc.id}`
    await done('membership review-role', () => admin.post(`${membership}/actions/reviewed`))

    const own = new Visitor(torg.base)
    own.from = '10.9.2.1'
    const steps = await diary.of('a step', [], () =>
      own.post('/api/accounts/login', { username: 'kassor', oneTimeCode: made.body.oneTimeCode.code }),
    )
    const secret = 'ett alldeles eget lösenord'
    // Two things are done at once: the code is used up, and somebody is in.
    const inside = await done(['account use-code', 'account log-in'], () =>
      own.post('/api/accounts/password', { ticket: steps.body.ticket, password: secret }),
    )
    own.token = inside.body.token
    await done('account change-password', () =>
      own.post('/api/accounts/password', { present: secret, password: `${secret} till` }),
    )
    const present = `${secret} till`
    const begun = await done([], () => own.post('/api/accounts/devices', { present }))
    await done('account add-device', () =>
      own.post('/api/accounts/devices/confirm', { label: 'Telefon', code: codeOf(begun.body.secret) }),
    )
    await done('account make-recovery-codes', () => own.post('/api/accounts/recovery-codes', { present }))
    await done('account end-sessions', () => own.post('/api/accounts/sessions/end', {}))
    const again = new Visitor(torg.base)
    again.from = '10.9.2.2'
    nextStep()
    const entered = await done('account log-in', () =>
      again.post('/api/accounts/login', {
        username: 'kassor',
        password: present,
        code: codeOf(begun.body.secret),
      }),
    )
    again.token = entered.body.token
    await done('account log-out', () => again.post('/api/accounts/logout'))
    await done('account end-device', () => own.post('/api/accounts/devices/end', { device: 1, present }))
    await done('account end-sessions', () => admin.post(`/api/accounts/${id}/sessions/end`))
    await done('account give-code', () => chief.post(`/api/accounts/${id}/codes`, { purpose: 'password' }))

    const { body } = await done('membership give-code', () =>
      admin.post('/api/memberships/offer', { role: 'auditor', municipality: town.id }),
    )
    await done('membership give-role', () => guest.post('/api/accounts/accept', { code: body.code }))
    const editing = await done('membership give-role', () =>
      admin.post('/api/memberships', { account: id, role: 'editor', municipality: town.id }),
    )
    await done('membership change-role', () =>
      admin.patch(`/api/memberships/${editing.body.doc.id}`, { approvesOrganisations: true }),
    )
    await done('membership end-role', () => admin.send('DELETE', membership))
    // Two things are done at once: an account is made, with its code, and given its role.
    const logins = `/api/organisations/${town.organisation.Klara}/members`
    const invited = await done(['account make-account', 'membership give-role'], () =>
      chief.post(logins, { username: 'sekreterare' }),
    )
    const member = `${logins}/${invited.body.account}/actions`
    await done('membership offer-hand-over', () => chief.post(`${member}/hand-over`))
    await done('membership end-hand-over', () => chief.post(`${member}/take-back-hand-over`))
    // Nobody has used it, so that it goes whole.
    await done(['membership end-role', 'account delete-account'], () => chief.post(`${member}/take-away`))
    await done('account change-account', () => admin.patch(`/api/accounts/${id}`, { roleTitle: 'Kansliet' }))
    await done('account disable-account', () => admin.patch(`/api/accounts/${id}`, { disabled: true }))
    await done('account enable-account', () => admin.patch(`/api/accounts/${id}`, { disabled: false }))
    await done('account delete-account', () => admin.send('DELETE', `/api/accounts/${id}`))
    const kinds = ['account', 'membership']
    const elsewhere = ['block-codes']
    expect(
      accountActions.filter(
        (action) => !elsewhere.includes(action) && !kinds.some((kind) => diary.seen.has(`${kind} ${action}`)),
      ),
    ).toEqual([])
  })

  it('every reading of the log itself, over each of its doors', async () => {
    const { auditor, editor, admin } = town.person
    for (const address of [
      '/api/log',
      '/api/log?action=save&page=2',
      '/api/log/export',
      '/api/log/export?format=json',
      '/api/log/verify',
      '/api/moderation-log?limit=5',
      '/api/moderation-log/count',
    ]) {
      await done('log read-log', () => auditor.get(address))
    }
    const { docs } = (await admin.get('/api/moderation-log?limit=1')).body
    await done('log read-log', () => admin.get(`/api/moderation-log/${docs[0].id}`))
    await done('log read-log', () => editor.get('/api/log'))
    await done('log read-log', () => operator.get('/api/log/verify?municipality=installation'))
    // Who may not read it leaves nothing; who asks for what cannot be asked for has read nothing.
    const refused = await diary.of('refused', [], async () => [
      await editor.get('/api/log/export'),
      await town.person.author.get('/api/log'),
      await new Visitor(torg.base).get('/api/log'),
      await auditor.get('/api/log?from=igår'),
      await operator.get('/api/log'),
      await town.person.author.get('/api/moderation-log'),
    ])
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 401, 400, 403, 403])
    const done_ = [...diary.seen].map((each) => each.split(' ')[1])
    // What the system does on its own, and the test over eight years counts.
    const elsewhere = ['webhook-off', 'reseal', 'begin-log', 'adopt-log', 'forget-account', 'end-of-time']
    expect(otherActions.filter((action) => !done_.includes(action) && !elsewhere.includes(action))).toEqual(
      [],
    )
  })

  it('each is told to those whom it concerns, or the table says why nobody needs a word', async () => {
    const notices = await everyRow<{ key: string; told: string; action: string; organisation: unknown }>(
      torg.payload,
      'notices',
      {},
    )
    const of = (cause: string) => notices.filter(({ key }) => key.startsWith(`${cause} `))
    const kinds = ['event', 'post', 'organisation', 'municipality']
    const entries = (await everyEntry(torg.payload)).filter((entry) => kinds.includes(String(entry.kind)))
    const { editor, colleague, admin } = town.account
    const editors = [editor, colleague, admin]
    const wrong = entries.flatMap((entry) => {
      const { key, action, kind, document, organisation, actor } = entry as Record<string, string>
      const row = happenings[action as Happening]
      const told = of(key!)
      // What no decision is taken on, such as a link that was made, is told to nobody.
      if (row === undefined) return told.map(() => `${action}: told, and not in the table`)
      if (typeof row === 'string') return told.map(() => `${action}: told, and nobody needs to be`)
      const when = row.organisation?.when
      const expected = when === 'always' || (when === 'by-others' && editors.includes(actor!))
      const owner = kind === 'organisation' ? document : organisation
      const wasTold = told.some((one) => one.told === 'organisation' && idOf(one.organisation) === owner)
      return [
        ...(expected === wasTold ? [] : [`${kind} ${action}: ${wasTold ? '' : 'not '}told`]),
        ...(row.deciders && !told.some((one) => one.told === 'deciders')
          ? [`${action}: no decider is told`]
          : []),
      ]
    })
    expect(wrong).toEqual([])
    expect(entries.length).toBeGreaterThan(60)
    // What somebody can do next hangs on how they are told.
    expect(notices.filter(({ action, told }) => nextStepOf(action, told) === null)).toEqual([])
    expect(notices.map(({ told }) => told)).toEqual(expect.arrayContaining(['co-organisers', 'who-decided']))
  })

  it('and everybody reads for themselves, of which nothing is written down', async () => {
    const { author, chief, editor, guest } = town.person
    const unread = async (by: Visitor) => Number((await by.get('/api/inbox/count')).body.unread)
    const before = { author: await unread(author), chief: await unread(chief) }
    expect(before.author).toBeGreaterThan(5)
    // The author has read one by now; nobody reads for another.
    expect(before.chief).toBe(before.author + 1)
    const { notices } = (await author.get('/api/inbox?unread=1')).body
    const [newest, second] = notices
    const read = (by: Visitor, body: object) => by.post('/api/inbox/read', body)
    await done([], () => read(author, { notice: second.id }))
    await done([], () => read(author, { notice: second.id }))
    expect([await unread(author), await unread(chief)]).toEqual([before.author - 1, before.chief])
    await done([], () => read(author, { notice: newest.id }))
    expect(await unread(author)).toBe(before.author - 2)
    await done([], () => read(author, { notice: newest.id, upTo: true }))
    expect([await unread(author), await unread(chief)]).toEqual([0, before.chief])
    // What comes afterwards is unread again.
    const post = await write(author, 'posts', postBody(town.category))
    await act(author, 'posts', post, 'submit')
    await act(editor, 'posts', post, 'reject', { reason: 'not-local', message: 'Inte här.' })
    expect(await unread(author)).toBe(1)
    const { body } = await author.get('/api/inbox')
    expect(body.notices[0]).toMatchObject({
      action: 'reject',
      message: 'Inte här.',
      reason: { en: expect.any(String) },
      read: false,
      next: { step: 'mend-or-appeal', address: `/admin/collections/posts/${post}` },
    })
    expect(body.notices[1].read).toBe(true)
    // A notice of another organisation is none of the guest's, and cannot be read on its behalf.
    const stranger = await read(guest, { notice: body.notices[0].id })
    expect(stranger.status).toBe(404)
    const refused = [
      await author.get('/api/inbox?page=0'),
      await author.get('/api/inbox?unread=no'),
      await read(author, { notice: 'x' }),
      await read(author, { notice: newest.id, read: true }),
      await new Visitor(torg.base).get('/api/inbox'),
      await read(new Visitor(torg.base), { notice: newest.id }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 422, 422, 401, 401])
  })

  it('whoever took a decision hears that it came to nothing, and everybody that the municipality is closed', async () => {
    const { author, editor, colleague } = town.person
    const toldOf = async (by: Visitor) =>
      (await by.get('/api/inbox')).body.notices.map(
        ({ action, title }: { action: string; title: string | null }) => `${action} ${title}`,
      ) as string[]
    const held = async (title: string): Promise<string> => {
      const post = await write(author, 'posts', { ...postBody(town.category), title })
      await act(author, 'posts', post, 'submit')
      const { revision } = (await editor.get(`/api/posts/${post}/actions`)).body
      await done([], () => editor.post(`/api/posts/${post}/actions/approve`, { revision, hold: 60 }))
      return post
    }
    const undone = await held('Ångrat')
    await done('post undo', () => colleague.post(`/api/posts/${undone}/actions/undo`))
    const overtaken = await held('Överkört')
    // The log's own line of what came about by itself is none of anybody's doing.
    await act(author, 'posts', overtaken, 'withdraw-submission')
    const own = await held('Eget')
    await done('post undo', () => editor.post(`/api/posts/${own}/actions/undo`))
    const told = await toldOf(editor)
    expect(told).toEqual(expect.arrayContaining(['undo Ångrat', 'void Överkört']))
    // What somebody did themselves they know.
    expect(told).not.toContain('undo Eget')

    await done('municipality close', () => operator.post(`/api/municipalities/${town.id}/actions/close`))
    for (const by of [author, editor, town.person.auditor])
      expect((await toldOf(by))[0]).toBe('close ekby kommun')
    await done('municipality reopen', () => operator.post(`/api/municipalities/${town.id}/actions/reopen`))
    expect((await toldOf(author))[0]).toBe('reopen ekby kommun')
  })

  it('every door that changes anything: each is in the table of doors, and the table has no other', () => {
    const { config } = torg.payload
    const changing = (endpoints: readonly Endpoint[] | false | undefined) =>
      (endpoints || []).filter(({ method }) => method !== 'get' && method !== 'head' && method !== 'options')
    const there = [
      ...changing(config.endpoints).map(({ method, path }) => `${method} ${path}`),
      ...Object.values(torg.payload.collections).flatMap(({ config: { slug, endpoints } }) =>
        changing(endpoints).map(({ method, path }) => `${method} /${slug}${path}`),
      ),
    ]
    expect([...new Set(there)].filter((door) => !(door in doors)).sort()).toEqual([])
    expect(Object.keys(doors).filter((door) => !there.includes(door))).toEqual([])
  })

  it('and none of all these holds a name, an address or a text: ids, codes and times alone', async () => {
    const rows = await everyEntry(torg.payload)
    expect(rows.length).toBeGreaterThan(120)
    const id = /^[0-9a-f-]{24,36}$/
    const code = /^[a-z][a-z0-9-]{0,40}$/
    const shapes: Record<string, RegExp> = {
      key: /^[0-9a-f-]{24,36}( ([0-9a-f-]{24,36}|void))?$/,
      document: new RegExp(`${id.source}|^installation$`),
      municipality: id,
      organisation: id,
      actor: new RegExp(`${id.source}|^stage$`),
      line: new RegExp(`${id.source}|^installation$`),
      place: /^([0-9a-f-]{24,36}|installation) \d+$/,
      previous: /^[0-9a-f]{64}$/,
      hash: /^[0-9a-f]{64}$/,
      stamp: /^v1\.[\w-]+\.[\w-]{43}$/,
      ...Object.fromEntries(
        ['action', 'kind', 'fromState', 'toState', 'publication', 'reason', 'ground', 'rule', 'override'].map(
          (field) => [field, code],
        ),
      ),
    }
    const wrong = rows.flatMap((row) =>
      Object.entries(row).flatMap(([field, value]) => {
        if (
          value === null ||
          value === undefined ||
          value === '' ||
          ['id', 'createdAt', 'updatedAt', 'at'].includes(field)
        )
          return []
        if (typeof value === 'number' || typeof value === 'boolean') return []
        return shapes[field]?.test(String(value)) ? [] : [`${field}: ${JSON.stringify(value)}`]
      }),
    )
    expect(wrong).toEqual([])
  })
})
