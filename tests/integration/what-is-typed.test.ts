import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventBody, postBody, uploadedPicture } from '../support/newsroom.js'
import { Visitor, type Answer } from '../support/people.js'
import { smallPicture } from '../support/two-municipalities.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'organisation-admin', organisation: 'Klara' },
      editor: { role: 'editor', approvesOrganisations: true },
      admin: { role: 'municipality-admin' },
      operator: { role: 'operator', municipality: null },
      worker: { role: 'contributor', organisation: 'Klara' },
    },
  })

/** Each breaks a reader of its own: RSS and Atom, calendars, a page, the database, JSON. */
const unshowable = ['\u0000', '\u0007', '\u0085', '\u202e', '\ufffe', '\uffff', '\ud83e']

describeHere('what is typed', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let citizen: Visitor
  let rows: Record<'event' | 'post' | 'place' | 'category' | 'picture', string>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    citizen = new Visitor(torg.base)
    const { author, editor, admin } = town.person
    const idOf = (answer: Answer) => {
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      return String(answer.body.doc.id)
    }
    rows = {
      event: idOf(await author.post('/api/events', eventBody(town.category))),
      post: idOf(await author.post('/api/posts', postBody(town.category))),
      place: idOf(await editor.post('/api/places', { name: 'Vallen', latitude: 59, longitude: 15 })),
      category: idOf(
        await admin.post('/api/categories', { code: 'music', labels: [{ language: 'sv', text: 'Musik' }] }),
      ),
      picture: await uploadedPicture(author),
    }
  }, 240_000)
  afterAll(() => torg?.stop())

  /** A change of one field in a collection, on the newest revision. */
  async function change(by: Visitor, path: string, data: object): Promise<Answer> {
    const { revision } = (await by.get(`/api/${path}`)).body
    return by.patch(`/api/${path}`, { ...data, ...(revision === undefined ? {} : { revision }) })
  }

  it('holds no characters that a reader breaks on, in whichever field of whichever collection', async () => {
    const { author, editor, admin } = town.person
    const fields: [string, (text: string) => Promise<Answer>][] = [
      ['title', (title) => change(author, `events/${rows.event}`, { title })],
      ['summary', (summary) => change(author, `events/${rows.event}`, { summary })],
      ['address.name', (name) => change(author, `events/${rows.event}`, { address: { name } })],
      [
        'translations.0.title',
        (title) =>
          change(author, `events/${rows.event}`, {
            translations: [{ language: 'en', title, summary: 'Football' }],
          }),
      ],
      ['audiences', (code) => change(author, `events/${rows.event}`, { audiences: [code] })],
      ['title', (title) => author.post('/api/posts', postBody(town.category, { title }))],
      ['name', (name) => change(author, `organisations/${town.organisation.Klara}`, { name })],
      ['name', (name) => change(editor, `places/${rows.place}`, { name })],
      ['address', (address) => editor.post('/api/places', { name: 'Ladan', address })],
      [
        'labels.0.text',
        (text) => change(admin, `categories/${rows.category}`, { labels: [{ language: 'sv', text }] }),
      ],
      ['alt', (alt) => change(author, `media/${rows.picture}`, { alt })],
      ['credit', (credit) => change(author, `media/${rows.picture}`, { credit })],
      ['name', (name) => change(admin, `municipalities/${town.id}`, { name })],
      ['controller', (controller) => change(admin, `municipalities/${town.id}`, { controller })],
      ['roleTitle', (roleTitle) => change(admin, `accounts/${town.account.worker}`, { roleTitle })],
      ['message', (message) => author.act('events', rows.event, 'submit', { message })],
      ['name', (name) => citizen.post('/api/organisations/apply', { municipality: 'ekby', name })],
      [
        'message',
        (message) => citizen.post('/api/organisations/apply', { municipality: 'ekby', name: 'Nya', message }),
      ],
    ]
    for (const [field, save] of fields)
      for (const character of unshowable) {
        const answer = await save(`Före${character}efter`)
        const what = `${field} ${JSON.stringify(character)} ${JSON.stringify(answer.body)}`
        expect(answer.status, what).toBe(422)
        expect(answer.body.faults, what).toContainEqual(
          expect.objectContaining({ field, code: 'characters' }),
        )
        expect(JSON.stringify(answer.body), what).not.toContain('Före')
      }
    for (const [field, save] of fields.filter(([name]) =>
      ['title', 'name', 'alt', 'roleTitle'].includes(name),
    ))
      expect((await save('en rad\u2028två rader')).body.faults, field).toContainEqual(
        expect.objectContaining({ field, code: 'line-break' }),
      )
    expect((await author.get(`/api/events/${rows.event}`)).body).toMatchObject({
      revision: 1,
      state: 'draft',
    })
  })

  it('is refused in the language of a form, and by codes and in English to machines', async () => {
    const { editor } = town.person
    const { revision } = (await editor.get(`/api/places/${rows.place}`)).body
    const refused = async (language: string) => {
      const data = { revision, name: 'Ba\u0007n' }
      const headers = { 'Accept-Language': language }
      return (await editor.send('PATCH', `/api/places/${rows.place}`, data, headers)).body
    }
    const said = { nb: 'Her er det tegn', sv: 'Här finns tecken', en: 'There are characters here' }
    for (const [language, begin] of Object.entries(said)) {
      const body = await refused(language)
      expect(body.errors[0].data.errors).toEqual([
        { path: 'name', code: 'characters', message: expect.stringContaining(begin) },
      ])
      expect(body).toMatchObject({
        code: 'invalid-input',
        detail: 'Some of what was sent cannot be used.',
        faults: [
          { field: 'name', code: 'characters', message: 'This holds characters that cannot be shown' },
        ],
      })
    }
  })

  it('keeps the rows of lists apart, whatever ids are sent with them', async () => {
    const { author, admin } = town.person
    const translations = [{ language: 'en', title: 'Open training', summary: 'Football' }]
    const first = await author.post('/api/events', eventBody(town.category, { translations }))
    const taken = first.body.doc.translations[0].id as string
    expect(taken).toBeTruthy()
    const copied = [
      { ...translations[0], id: taken },
      { language: 'nb', title: 'Åpen trening', summary: 'Fotball', id: taken },
    ]
    const second = await author.post('/api/events', eventBody(town.category, { translations: copied }))
    expect(second.status, JSON.stringify(second.body)).toBe(201)
    const kept = second.body.doc.translations.map((one: { id: string }) => one.id) as string[]
    expect(new Set([...kept, taken]).size).toBe(3)
    const again = await change(author, `events/${second.body.doc.id}`, {
      translations: [
        { ...copied[0], id: kept[0] },
        { ...copied[1], id: kept[0] },
        { language: 'de', title: 'Training', summary: 'Fußball', id: 'x'.repeat(500) },
      ],
    })
    expect(again.status, JSON.stringify(again.body)).toBe(200)
    expect(again.body.doc.translations[0].id).toBe(kept[0])
    expect((await author.get(`/api/events/${first.body.doc.id}`)).body.translations).toMatchObject([
      { id: taken, title: 'Open training' },
    ])
    const { houseRules } = (await admin.get(`/api/municipalities/${town.id}`)).body
    const rules = [houseRules[0], { ...houseRules[0], code: 'another' }]
    expect((await change(admin, `municipalities/${town.id}`, { houseRules: rules })).status).toBe(200)
  })

  it('takes nothing for a list or a group as nothing, and bounds what a form holds', async () => {
    const { author, admin } = town.person
    const empty = { translations: null, overrides: null, address: null, price: null, contact: null }
    const made = await author.post('/api/events', eventBody(town.category, empty))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const id = made.body.doc.id as string
    const filled = {
      translations: [{ language: 'en', title: 'Open training' }],
      address: { name: 'Vallen' },
      price: { from: 10, currency: 'SEK' },
    }
    expect((await change(author, `events/${id}`, filled)).body.doc).toMatchObject(filled)
    const cleared = await change(author, `events/${id}`, empty)
    expect(cleared.status, JSON.stringify(cleared.body)).toBe(200)
    const emptied = (await author.get(`/api/events/${id}`)).body
    expect([emptied.translations ?? [], emptied.address?.name ?? null, emptied.price?.from ?? null]).toEqual([
      [],
      null,
      null,
    ])
    const lists = { houseRules: null, audiences: null, areas: null, privacyNotice: null }
    expect((await change(admin, `municipalities/${town.id}`, lists)).status).toBe(200)
    expect((await change(admin, `categories/${rows.category}`, { labels: null })).status).toBe(200)
    const asForm = async (path: string, words: string, name = '"_payload"') => {
      const body = `--x\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${words}\r\n--x--\r\n`
      return author.send('POST', path, body, { 'Content-Type': 'multipart/form-data; boundary=x' })
    }
    const deep = `{"title":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`
    for (const path of ['/api/events', '/api/posts', '/api/media', '/api/accounts'])
      for (const [words, name] of [[deep], [deep, '_payload'], ['null'], ['[1]'], ['"x"'], ['{']]) {
        const answer = await asForm(path, words!, name)
        expect(answer.status, `${path} ${words!.slice(0, 9)} ${JSON.stringify(answer.body)}`).toBe(400)
      }
    const title = 'Som ett formulär'
    const good = await asForm('/api/events', JSON.stringify({ ...eventBody(town.category), title }))
    expect([good.status, good.body.doc?.title]).toEqual([201, title])
  })

  it('stands without spaces around it, and is not nothing but spaces', async () => {
    const { author, editor, admin } = town.person
    expect((await change(author, `events/${rows.event}`, { title: '  Träning ' })).body.doc.title).toBe(
      'Träning',
    )
    const blank = await change(admin, `municipalities/${town.id}`, { name: '   ' })
    expect([blank.status, blank.body.faults?.[0]?.field]).toEqual([400, 'name'])
    const place = await editor.post('/api/places', { name: ' \u2003 ' })
    expect([place.status, place.body.faults?.[0]?.field]).toEqual([400, 'name'])
    const account = `accounts/${town.account.worker}`
    expect((await change(admin, account, { roleTitle: '   ' })).body.doc.roleTitle ?? '').toBe('')
  })

  it('is asked for by field where a title, a category or the words for a picture are missing', async () => {
    const { author } = town.person
    const uploaded = await author.upload(await smallPicture(), {})
    expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(201)
    const bare = { title: '', categories: [], pictures: [uploaded.body.doc.id] }
    for (const [kind, body] of [
      ['events', eventBody(town.category, bare)],
      ['posts', postBody(town.category, bare)],
    ] as const) {
      const made = await author.post(`/api/${kind}`, body)
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      const { status, body: said } = await author.act(kind, made.body.doc.id, 'submit')
      expect([kind, status, said.code]).toEqual([kind, 422, 'incomplete'])
      const fields = said.faults.map((each: { field: string; code: string }) => `${each.field} ${each.code}`)
      for (const field of ['title', 'categories', 'pictures.0.alt'])
        expect(fields, kind).toContain(`${field} required`)
    }
  })

  it('never empties a setting on which programs rely, and names each code once', async () => {
    const { editor, admin } = town.person
    const municipality = `municipalities/${town.id}`
    const rule = (code: string) => ({ code, wording: [{ language: 'sv', text: 'Regel' }] })
    const label = (language: string) => ({ language, text: 'Ord' })
    const tries: [Visitor, string, object, string, string][] = [
      [editor, `organisations/${town.organisation.Klara}`, { kind: null }, 'kind', 'required'],
      [editor, `organisations/${town.organisation.Klara}`, { trust: null }, 'trust', 'required'],
      [editor, `organisations/${town.organisation.Klara}`, { dailyLimit: 0.5 }, 'dailyLimit', 'wrong-type'],
      [admin, municipality, { modeCalendar: null }, 'modeCalendar', 'required'],
      [admin, municipality, { decisionTimeDays: null }, 'decisionTimeDays', 'required'],
      [admin, municipality, { defaultPostDays: 1.5 }, 'defaultPostDays', 'wrong-type'],
      [admin, municipality, { houseRules: [rule('a'), { code: 'b' }] }, 'houseRules.1.wording', 'required'],
      [
        admin,
        municipality,
        { houseRules: [rule('a'), rule('b'), rule('a')] },
        'houseRules.2.code',
        'repeated',
      ],
      [
        admin,
        municipality,
        {
          audiences: [
            { code: 'a', labels: [] },
            { code: 'a', labels: [] },
          ],
        },
        'audiences.1.code',
        'repeated',
      ],
      [
        admin,
        municipality,
        { privacyNotice: [label('sv'), label('sv')] },
        'privacyNotice.1.language',
        'repeated',
      ],
      [
        admin,
        `categories/${rows.category}`,
        { labels: [label('nb'), label('nb')] },
        'labels.1.language',
        'repeated',
      ],
      [admin, `accounts/${town.account.worker}`, { kind: null }, 'kind', 'required'],
      [
        admin,
        `accounts/${town.account.worker}`,
        { homeMunicipality: null },
        'homeMunicipality',
        'not-settable',
      ],
    ]
    for (const [by, path, data, field, code] of tries) {
      const answer = await change(by, path, data)
      const what = `${path} ${JSON.stringify(data)} ${answer.status} ${JSON.stringify(answer.body)}`
      expect(answer.status, what).toBe(422)
      expect(answer.body.faults, what).toContainEqual(expect.objectContaining({ field, code }))
    }
  })

  it('for an account is free, and says which of name and address is not', async () => {
    const { admin } = town.person
    const first = { username: 'kassor', email: 'Kassor@ekby.example', password: 'en lång mening om havet' }
    expect((await admin.post('/api/accounts', first)).status).toBe(201)
    for (const [field, more] of [
      ['email', { username: 'annan' }],
      ['username', { email: 'annan@ekby.example' }],
    ] as const) {
      const answer = await admin.post('/api/accounts', { ...first, email: 'kassor@EKBY.example', ...more })
      expect([answer.status, answer.body.code, answer.body.faults]).toEqual([
        409,
        'duplicate',
        [expect.objectContaining({ field, code: 'duplicate' })],
      ])
    }
    const taken = await admin.patch(`/api/accounts/${town.account.worker}`, { email: 'kassor@ekby.example' })
    expect([taken.status, taken.body.faults?.[0]?.field]).toEqual([409, 'email'])
    const own = await admin.patch(`/api/accounts/${town.account.admin}`, { disabled: true })
    expect([own.status, own.body.code]).toEqual([403, 'not-allowed'])
  })

  it('as a setting of the admin is bounded', async () => {
    const { author } = town.person
    const store = (key: string, body: unknown) => author.send('POST', `/api/payload-preferences/${key}`, body)
    expect((await store('columns', { value: { a: 1 } })).status).toBe(200)
    expect((await store('columns', { value: { a: 'x\u0000' } })).status).toBe(422)
    expect((await store('columns', { value: 'x'.repeat(30_000) })).status).toBe(413)
    expect((await store('k'.repeat(300), { value: 1 })).status).toBe(413)
    expect((await author.get('/api/payload-preferences/columns')).body.value).toEqual({ a: 1 })
  })

  it('as a picture that is thrown away is nothing that can be chosen', async () => {
    const { author } = town.person
    const picture = await uploadedPicture(author)
    await torg.payload.db.updateOne({ collection: 'media', id: picture, data: { discarded: true } })
    const answer = await author.post('/api/events', eventBody(town.category, { pictures: [picture] }))
    expect([answer.status, answer.body.faults]).toMatchObject([
      422,
      [{ field: 'pictures', code: 'not-found' }],
    ])
  })

  it('gives a role once, however often and however fast it is given', async () => {
    const { admin } = town.person
    const grant = {
      account: town.account.worker,
      role: 'organisation-admin',
      municipality: town.id,
      organisation: town.organisation.Klara,
    }
    const answers = await Promise.all(Array.from({ length: 4 }, () => admin.post('/api/memberships', grant)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    const refused = answers.find(({ status }) => status === 409)!
    expect(refused.body).toMatchObject({ code: 'duplicate', faults: [{ field: 'role', code: 'duplicate' }] })
    const made = answers.find(({ status }) => status === 201)!.body.doc.id as string
    expect((await admin.send('DELETE', `/api/memberships/${made}`)).status).toBe(200)
    expect((await admin.post('/api/memberships', grant)).status).toBe(201)
  })

  it('limits only editors to surfaces', async () => {
    const { admin } = town.person
    const role = { account: town.account.worker, role: 'auditor', municipality: town.id }
    for (const [field, value] of [
      ['surfaces', ['calendar']],
      ['approvesOrganisations', true],
    ] as const) {
      const answer = await admin.post('/api/memberships', { ...role, [field]: value })
      expect([answer.status, answer.body.faults]).toEqual([
        422,
        [expect.objectContaining({ field, code: 'not-taken' })],
      ])
    }
  })

  it('in a question that cannot be asked is refused, never taken for a fault of ours', async () => {
    const { author } = town.person
    const words = Array.from({ length: 300 }, (_, index) => `ord${index}`).join(' ')
    const questions = [
      'where[title][near]=1',
      'where[title][within]=1',
      'where[title][all]=1',
      'where[title][intersects]=1',
      'where[title][like][]=a&where[title][like][]=b',
      'where[title][equals][]=a',
      `where[title][like]=${words}`,
      `where[title][contains]=${'x'.repeat(600)}`,
      `where[id][in]=${Array.from({ length: 300 }, (_, index) => index).join(',')}`,
      'where[body.root][exists]=true',
      'where[body.root.children][like]=a',
      'where[body][like]=a',
      'where[audiences][all]=children',
      'where[revision][equals]=abc',
      'where[start][greater_than]=imorgon',
      'where[organisation][in]=null',
      'where[municipality][not_in]=null',
      'where[categories][in][]=null',
      'where[and][0][title][near]=1',
      'where[or][0][and][0][title][near]=1',
    ]
    for (const question of questions) {
      const answer = await author.get(`/api/events?${question}`)
      expect([answer.status, answer.body.code], question.slice(0, 80)).toEqual([400, 'bad-parameter'])
    }
    for (const question of [
      'where[title][like]=träning',
      'where[start][greater_than]=2026-01-01',
      `where[id][in]=${rows.event}`,
      `where[municipality.id][equals]=${town.id}`,
      'where[place][exists]=false',
      'where[or][0][title][like]=öppen&where[or][1][state][equals]=draft',
    ])
      expect((await author.get(`/api/events?${question}`)).status, question).toBe(200)
    const asForm = (method: string) =>
      author.send('POST', '/api/events', `where[title][like]=${encodeURIComponent(words)}`, {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Payload-HTTP-Method-Override': method,
      })
    expect([(await asForm('GET')).status, (await asForm('GET')).body.code]).toEqual([400, 'bad-parameter'])
    for (const method of ['POST', 'PATCH', 'DELETE', 'PUT'])
      expect((await asForm(method)).status, method).toBe(415)
    for (const address of ['x.webp?prefix=a', `${rows.picture}.webp?prefix=a&prefix[$ne]=1`])
      expect((await author.get(`/api/media/file/${address}`)).status, address).toBeLessThan(500)
  })

  it('makes no ring of places that replace each other', async () => {
    const { editor } = town.person
    const places = []
    for (const [index, name] of ['Ringen', 'Kretsen', 'Cirkeln'].entries()) {
      const made = await editor.post('/api/places', { name, latitude: 40 + index, longitude: 10 })
      places.push(made.body.doc.id as string)
    }
    const replace = (id: string, by: string | null) => change(editor, `places/${id}`, { replacedBy: by })
    expect((await replace(places[0]!, places[0]!)).body.faults).toMatchObject([
      { field: 'replacedBy', code: 'itself' },
    ])
    expect((await replace(places[0]!, places[1]!)).status).toBe(200)
    expect((await replace(places[1]!, places[2]!)).status).toBe(200)
    expect((await replace(places[2]!, places[0]!)).body.faults).toMatchObject([
      { field: 'replacedBy', code: 'ring' },
    ])
    expect((await replace(places[0]!, null)).status).toBe(200)
    expect((await replace(places[2]!, places[0]!)).status).toBe(200)
  })

  it('is never dropped in silence: what cannot be set is refused by its name', async () => {
    const { author, editor, admin, operator } = town.person
    const long = { username: 'ny.person', password: 'en lång mening om havet' }
    const elsewhere = (await torg.payload.db.create({
      collection: 'municipalities',
      data: {
        demo: true,
        name: 'Fjordby',
        slug: 'fjordby',
        country: 'SE',
        languages: ['sv'],
        active: true,
      } as never,
    })) as { id: string }
    const tries: [string, string, () => Promise<Answer>][] = [
      [
        'createdAt',
        'not-settable',
        () => author.post('/api/events', eventBody(town.category, { createdAt: '2020-01-01T00:00:00Z' })),
      ],
      [
        'createdAt',
        'not-settable',
        () => change(author, `events/${rows.event}`, { createdAt: '2020-01-01T00:00:00Z' }),
      ],
      [
        'createdAt',
        'not-settable',
        () => change(editor, `places/${rows.place}`, { createdAt: '2020-01-01T00:00:00Z' }),
      ],
      [
        'createdAt',
        'not-settable',
        () => editor.post('/api/places', { name: 'Ny', createdAt: '2020-01-01T00:00:00Z' }),
      ],
      [
        'translations.0.state',
        'unknown-field',
        () =>
          change(author, `events/${rows.event}`, {
            translations: [{ language: 'en', title: 'A', summary: 'B', state: 'approved' }],
          }),
      ],
      [
        'address.owner',
        'unknown-field',
        () => change(author, `events/${rows.event}`, { address: { name: 'Vallen', owner: 'x' } }),
      ],
      ['demo', 'not-settable', () => admin.post('/api/accounts', { ...long, demo: true })],
      ['emailTrace', 'not-settable', () => admin.post('/api/accounts', { ...long, emailTrace: 'x' })],
      [
        'lastActive',
        'not-settable',
        () => admin.post('/api/accounts', { ...long, lastActive: '2020-01-01' }),
      ],
      ['salt', 'unknown-field', () => admin.post('/api/accounts', { ...long, salt: 'x' })],
      ['nickname', 'unknown-field', () => admin.post('/api/accounts', { ...long, nickname: 'x' })],
      ['active', 'not-settable', () => change(admin, `municipalities/${town.id}`, { active: false })],
      [
        'municipality',
        'not-here',
        () => author.post('/api/events', eventBody(town.category, { municipality: elsewhere.id })),
      ],
      [
        'municipality',
        'not-here',
        () => author.post('/api/places', { name: 'Annanstans', municipality: elsewhere.id }),
      ],
      ['discarded', 'not-settable', () => change(author, `media/${rows.picture}`, { discarded: true })],
      [
        'uploadedBy',
        'not-settable',
        () => change(author, `media/${rows.picture}`, { uploadedBy: town.account.editor }),
      ],
      ['caption', 'unknown-field', () => change(author, `media/${rows.picture}`, { caption: 'x' })],
      [
        'message',
        'not-taken',
        () => operator.post(`/api/municipalities/${elsewhere.id}/actions/close`, { message: 'x' }),
      ],
    ]
    for (const [field, code, act] of tries) {
      const answer = await act()
      const what = `${field} ${answer.status} ${JSON.stringify(answer.body)}`
      expect([403, 422], what).toContain(answer.status)
      expect(answer.body.faults, what).toContainEqual(expect.objectContaining({ field, code }))
    }
    const secrets = { emailTrace: 'x', activeFrom: '2020-01-01', lastActive: '2020-01-01', demo: false }
    for (const [field, value] of Object.entries(secrets))
      for (const [by, who] of [
        [admin, town.account.worker],
        [author, town.account.author],
      ] as const) {
        const answer = await by.patch(`/api/accounts/${who}`, { [field]: value })
        expect([answer.status, answer.body.faults], field).toEqual([
          422,
          [expect.objectContaining({ field, code: 'not-settable' })],
        ])
      }
    const disabled = await admin.post('/api/accounts', { ...long, disabled: true })
    expect([disabled.status, disabled.body.doc?.disabled], JSON.stringify(disabled.body)).toEqual([201, true])
  })

  it('as a setting of a municipality is bounded, and no address that Torg uses itself', async () => {
    const { admin, operator } = town.person
    const languages = async (value: string[]) =>
      (await change(admin, `municipalities/${town.id}`, { languages: value })).body.faults?.[0]
    expect(await languages(['sv', 'sv'])).toMatchObject({ field: 'languages', code: 'repeated' })
    expect(
      await languages(
        Array.from(
          { length: 30 },
          (_, index) => `a${String.fromCharCode(97 + (index % 26))}${index > 25 ? 'x' : ''}`,
        ),
      ),
    ).toMatchObject({ field: 'languages', code: 'too-many' })
    for (const slug of [
      'admin',
      'api',
      'feed',
      'media',
      'metrics',
      'healthz',
      'readyz',
      '_next',
      'assets',
      'e',
      'p',
      'A',
      'a b',
    ]) {
      const answer = await operator.post('/api/municipalities', {
        name: 'Nyby',
        slug,
        country: 'SE',
        languages: ['sv'],
        zone: 'Europe/Stockholm',
      })
      expect([answer.status, answer.body.faults?.[0]?.field], slug).toEqual([422, 'slug'])
    }
    const icon = await change(admin, `categories/${rows.category}`, { icon: '<svg onload=alert(1)>' })
    expect([icon.status, icon.body.faults]).toMatchObject([422, [{ field: 'icon', code: 'format' }]])
    expect((await change(admin, `categories/${rows.category}`, { icon: 'music-note' })).status).toBe(200)
  })
})
