import { afterAll, beforeAll, expect, it } from 'vitest'
import { feedHasCaughtUp } from '../support/public-side.js'
import { paragraph } from '../support/paragraph.js'
import { loggedIn, makeAccount, makeCategory, makeMunicipality, Visitor } from '../support/people.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import { smallPicture } from '../support/two-municipalities.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

/** Of Skatteverket's test series; whoever finds it anywhere but in a draft has found a fault. */
const number = '19900107-2397'
const digits = '199001072397'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** The two halves in two nodes, one of them bold. */
function splitBody() {
  const body = paragraph('')
  const text = { detail: 0, mode: 'normal', style: '', version: 1, type: 'text' }
  body.root.children[0]!.children = [
    { ...text, text: `Anmäl ${number.slice(0, 6)}`, format: 0 },
    { ...text, text: number.slice(6), format: 1 },
  ]
  return body
}

describeHere('personal data', () => {
  let torg: Running
  let author: Visitor
  let editor: Visitor
  let admin: Visitor
  let category: string
  let municipality: string
  let organisation: string
  const citizen = () => new Visitor(torg.base)

  beforeAll(async () => {
    torg = await startForTests()
    municipality = String((await makeMunicipality(torg.payload, { slug: 'ekby', modeCommunity: 'post' })).id)
    category = String((await makeCategory(torg.payload, municipality)).id)
    organisation = await makeApprovedOrganisation(torg.payload, municipality, 'Klara')
    await makeAccount(torg.payload, {
      username: 'author',
      role: 'organisation-admin',
      municipality,
      organisation,
    })
    await makeAccount(torg.payload, {
      username: 'editor',
      role: 'editor',
      municipality,
      approvesOrganisations: true,
    })
    await makeAccount(torg.payload, { username: 'admin', role: 'municipality-admin', municipality })
    author = await loggedIn(torg.base, 'author')
    editor = await loggedIn(torg.base, 'editor')
    admin = await loggedIn(torg.base, 'admin')
  }, 240_000)
  afterAll(() => torg?.stop())

  const event = (more: object = {}) => ({
    title: 'Öppen träning',
    language: 'sv',
    start: inDays(7),
    end: inDays(7.1),
    zone: 'Europe/Stockholm',
    categories: [category],
    address: { name: 'Vallen' },
    ...more,
  })
  const post = (more: object = {}) => ({
    title: 'Vi söker ledare',
    body: paragraph('Kom och hjälp till.'),
    language: 'sv',
    categories: [category],
    ...more,
  })
  const made = async (kind: 'events' | 'posts', words: object, by = author) => {
    const { status, body } = await by.post(`/api/${kind}`, words)
    expect(status, JSON.stringify(body)).toBe(201)
    return String(body.doc.id)
  }
  /** Rows of a collection in which the number stands, however it is written. */
  const holding = async (collection: string) => {
    const { docs } = await torg.payload.db.find({
      collection: collection as 'events',
      limit: 0,
      pagination: false,
    })
    return docs.filter((row) => JSON.stringify(row).replace(/[^\d]/g, '').includes(digits)).length
  }

  it('stops a submission, by field, in every text of an event, and repeats nothing', async () => {
    const contact = { name: 'Kansliet', consentReference: 'F-12' }
    const words = event({
      title: `Träning ${number}`,
      summary: `Anmäl\u00a019900107–2397`,
      body: splitBody(),
      translations: [{ language: 'en', title: `Training ${number}`, summary: number, body: splitBody() }],
      address: { name: `Hos ${number}`, address: `c/o ${number}` },
      price: { note: `Swisha till ${number}` },
      capacityNote: `Ring ${number}`,
      bookingUrl: `https://example.org/?personnummer=${digits}`,
      contact: { ...contact, name: `Kansliet ${number}` },
      recurrenceRule: 'FREQ=WEEKLY;COUNT=3',
    })
    const id = await made('events', words)
    // A draft is saved as it is: nothing of an author is lost.
    expect((await author.get(`/api/events/${id}`)).body.title).toContain(number)
    const refused = await author.act('events', id, 'submit', { message: 'Klart' })
    expect([refused.status, refused.body.code]).toEqual([422, 'personal-data'])
    expect(refused.body.faults.map(({ field }: { field: string }) => field).sort()).toEqual(
      [
        'address.address',
        'address.name',
        'body',
        'bookingUrl',
        'capacityNote',
        'contact.name',
        'price.note',
        'summary',
        'title',
        'translations.0.body',
        'translations.0.summary',
        'translations.0.title',
      ].sort(),
    )
    expect(JSON.stringify(refused.body)).not.toMatch(/2385/)
    // In words, in the language of the form.
    const swedish = await author.send(
      'POST',
      `/api/events/${id}/actions/submit`,
      { revision: refused.body.revision },
      { 'Accept-Language': 'sv' },
    )
    expect(swedish.body.errors[0].message).toMatch(/personnummer/)
    // Both sides see it on the document, as kinds and fields.
    for (const who of [author, editor]) {
      const { body } = await who.get(`/api/events/${id}/actions`)
      expect(body.findings).toContainEqual(
        expect.objectContaining({ field: 'title', code: 'se-personnummer' }),
      )
    }
    // The draft holds it, and no record beside it.
    expect(await holding('events')).toBe(1)
    for (const collection of ['revisions', 'notices', 'moderation-log', 'publications'])
      expect(await holding(collection), collection).toBe(0)
    const { body: history } = await author.get(`/api/revisions?where[document][equals]=${id}`)
    expect(history.docs[0].content.title).toBe('Träning ••••••••-••••')

    expect((await author.act('events', id, 'delete-draft')).status).toBe(200)
    expect(await holding('events')).toBe(0)
  })

  it('is refused in what is stored for others as it is saved, and in every message', async () => {
    const picture = await smallPicture()
    const id = await made('events', event())
    const submitted = await author.act('events', id, 'submit')
    expect(submitted.status).toBe(200)
    const say = { message: `Det gäller ${number}` }
    const answers = {
      alt: await author.upload(picture, { alt: `Bild av ${number}` }),
      credit: await author.upload(picture, { alt: 'Bild', credit: number }),
      file: await author.upload(picture, { alt: 'Bild' }, `portrait_${number}.jpg`),
      consent: await author.upload(picture, { alt: 'Bild', consent: { reference: number, scope: 'allt' } }),
      place: await author.post('/api/places', { name: `Hos ${number}` }),
      profile: await author.patch(`/api/organisations/${organisation}`, { description: 'Ny', revision: 0 }),
      rule: await admin.patch(`/api/municipalities/${municipality}`, {
        houseRules: [{ code: 'x', wording: [{ language: 'sv', text: number }] }],
      }),
      area: await admin.patch(`/api/municipalities/${municipality}`, {
        areas: [{ code: 'x', labels: [{ language: 'sv', text: number }] }],
      }),
      category: await admin.post('/api/categories', {
        code: 'a',
        labels: [{ language: 'sv', text: number }],
      }),
      account: await admin.post('/api/accounts', {
        username: 'x-y',
        password: 'en lång och bra mening',
        kind: 'role',
        roleTitle: number,
      }),
      apply: await citizen().post('/api/organisations/apply', {
        municipality: 'ekby',
        name: 'Ny klubb',
        ...say,
      }),
      invite: await editor.post('/api/organisations/invite', {
        municipality: 'ekby',
        name: `Klubb ${number}`,
      }),
      suspend: await editor.act('organisations', organisation, 'suspend', say),
      'request-changes': await editor.act('events', id, 'request-changes', say),
      reject: await editor.act('events', id, 'reject', { ...say, reason: 'incomplete' }),
      approve: await editor.act('events', id, 'approve', say),
      hold: await editor.act('events', id, 'approve', { ...say, hold: 10 }),
    }
    for (const [door, { status, body }] of Object.entries(answers)) {
      if (door === 'profile') continue
      expect([door, status, body.code]).toEqual([
        door,
        422,
        door === 'consent' ? expect.stringMatching(/personal-data|invalid-input/) : 'personal-data',
      ])
      expect(JSON.stringify(body), door).not.toMatch(/2385/)
    }
    for (const collection of Object.keys(torg.payload.collections))
      expect([collection, await holding(collection)]).toEqual([collection, 0])
  })

  it('is refused in the profile of an organisation that is approved for the first time', async () => {
    const applied = await citizen().post('/api/organisations/apply', {
      municipality: 'ekby',
      name: 'Ny förening',
    })
    const id = String(applied.body.id)
    const write = async (description: string) => {
      const { revision } = (await editor.get(`/api/organisations/${id}`)).body
      const saved = await editor.patch(`/api/organisations/${id}`, { description, revision })
      expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    }
    await write(`Ring ${number}`)
    const refused = await editor.act('organisations', id, 'approve')
    expect([refused.status, refused.body.code]).toEqual([422, 'personal-data'])
    expect(refused.body.faults[0].field).toBe('description')
    expect(JSON.stringify(refused.body)).not.toMatch(/2397/)
    await write('Ring oss')
    expect((await editor.act('organisations', id, 'approve')).status).toBe(200)
  })

  it('is accepted by an editor with a reason, which the log keeps without the number', async () => {
    const id = await made('events', event({ title: `Konstverket ${number}` }))
    expect((await author.act('events', id, 'submit')).status).toBe(422)
    expect((await author.act('events', id, 'accept-numbers', { override: 'invented' })).status).toBe(403)
    const without = await editor.act('events', id, 'accept-numbers')
    expect([without.status, without.body.faults[0].field]).toEqual([422, 'override'])
    const { body: offered } = await editor.get(`/api/events/${id}/actions`)
    expect(offered.actions.map(({ action }: { action: string }) => action)).toContain('accept-numbers')
    expect((await editor.act('events', id, 'accept-numbers', { override: 'invented' })).status).toBe(200)
    const { docs } = await torg.payload.db.find<{ id: string; action: string; override: string }>({
      collection: 'moderation-log',
      where: { document: { equals: id } },
      limit: 0,
      pagination: false,
    })
    expect(docs.filter(({ action }) => action === 'accept-numbers').map((row) => row.override)).toEqual([
      'invented',
    ])
    expect(await holding('moderation-log')).toBe(0)
    expect(await holding('notices')).toBe(0)
    // Another text is another question; the same text is not asked about again.
    const { body: doc } = await author.get(`/api/events/${id}`)
    const changed = await author.patch(`/api/events/${id}`, {
      title: `Verket ${number}`,
      revision: doc.revision,
    })
    expect((await author.act('events', id, 'submit')).body.code).toBe('personal-data')
    await author.patch(`/api/events/${id}`, {
      title: 'Konstverket',
      capacityNote: 'Tio',
      revision: changed.body.doc.revision,
    })
    expect((await author.act('events', id, 'submit')).status).toBe(200)
  })

  it('stops what editors write alike: edits, corrections, explanations', async () => {
    const id = await made('events', event())
    await author.act('events', id, 'submit')
    const edits = { title: `Träning ${number}` }
    const edited = await editor.act('events', id, 'approve-with-edits', { edits })
    expect([edited.status, edited.body.code, edited.body.faults[0].field]).toEqual([
      422,
      'personal-data',
      'title',
    ])
    expect((await editor.act('events', id, 'approve')).status).toBe(200)
    const note = { message: 'Rättat' }
    expect((await editor.act('events', id, 'correct', { edits, ...note })).body.code).toBe('personal-data')
    const explained = await editor.act('events', id, 'withdraw', { explanation: `Frågor till ${number}` })
    expect([explained.status, explained.body.faults[0].field]).toEqual([422, 'explanation'])
    expect(
      (await editor.act('events', id, 'correct', { edits, ...note, override: 'not-an-identity-number' }))
        .status,
    ).toBe(200)
    // Taken out again: the notice to the author shows that something was there, and not what.
    const back = await editor.act('events', id, 'correct', { edits: { title: 'Öppen träning' }, ...note })
    expect(back.status).toBe(200)
    expect(await holding('notices')).toBe(0)
  })

  it('that could be somebody’s address is told, and takes a submission to a person', async () => {
    const calm = await made('posts', post())
    expect((await author.act('posts', calm, 'submit')).body.state).toBe('approved')
    const id = await made(
      'posts',
      post({ body: paragraph('Ring Eva på 070-174 06 05 eller eva@example.org.') }),
    )
    const sent = await author.act('posts', id, 'submit')
    expect([sent.status, sent.body.state]).toEqual([200, 'in-review'])
    const { body } = await editor.get(`/api/posts/${id}/actions`)
    expect(body.findings.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['phone', 'email']),
    )
    expect((await editor.act('posts', id, 'approve')).body.publication).toBe('live')
  })

  it('about a contact needs a consent with an end where it is a person', async () => {
    const contact = { name: 'Eva Påhittad', email: 'eva.pahittad@example.org', phone: '070-174 06 05' }
    const id = await made('events', event({ contact }))
    const first = await author.act('events', id, 'submit')
    expect(first.body.faults.map(({ field }: { field: string }) => field)).toEqual([
      'contact.consentReference',
    ])
    const save = async (more: object) => {
      const { body } = await author.get(`/api/events/${id}`)
      await author.patch(`/api/events/${id}`, { contact: { ...contact, ...more }, revision: body.revision })
      return author.act('events', id, 'submit')
    }
    const fields = ({ body }: { body: { faults: { field: string; code: string }[] } }) =>
      body.faults.map(({ field, code }) => `${field} ${code}`)
    expect(fields(await save({ consentReference: 'S-12' }))).toEqual(['contact.consentUntil required'])
    const until = inDays(30)
    expect(fields(await save({ consentReference: 'Eva Påhittad', consentUntil: until }))).toEqual([
      'contact.consentReference names-person',
    ])
    expect((await save({ consentReference: 'S-12', consentUntil: until })).status).toBe(200)
    const { body } = await editor.get(`/api/events/${id}/actions`)
    expect(body.findings.map(({ code }: { code: string }) => code)).not.toContain('phone')

    // The person asks to be taken off: at once, for good, and whoever publishes is told.
    await editor.act('events', id, 'approve')
    await feedHasCaughtUp(torg, ['ekby'])
    const shown = () => citizen().get(`/feed/v1/ekby/events/${id}`)
    expect((await shown()).body.contact.name).toBe('Eva Påhittad')
    expect((await citizen().post(`/api/events/${id}/actions/withdraw-contact`, {})).status).toBe(401)
    expect((await editor.post(`/api/events/${id}/actions/withdraw-contact`, { revision: 1 })).status).toBe(
      409,
    )
    expect((await editor.act('events', id, 'withdraw-contact')).status).toBe(200)
    await feedHasCaughtUp(torg, ['ekby'])
    expect((await shown()).body.contact).toBeNull()
    await editor.act('events', id, 'withdraw', { explanation: 'En stund' })
    expect((await editor.act('events', id, 'restore')).body.publication).toBe('live')
    await feedHasCaughtUp(torg, ['ekby'])
    expect((await shown()).body.contact).toBeNull()
    const notices = await author.get('/api/notices?limit=100')
    const told = notices.body.docs.filter((row: { document: string }) => row.document === id)
    expect(told.map(({ action }: { action: string }) => action)).toContain('withdraw-contact')
  })
})
