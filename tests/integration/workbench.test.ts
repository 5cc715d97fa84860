import type { Where } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealLog } from '../../src/editorial/log/seal-log.js'
import { copyDocument } from '../../src/scripts/bench/desk-copies.js'
import { countQueries } from '../../src/scripts/bench/desk-queries.js'
import { dateIn, hourIn } from '../support/days.js'
import { eventBody, postBody, richText } from '../support/newsroom.js'
import type { Visitor } from '../support/people.js'
import { publishFor, uploadFor } from '../support/publish.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const town = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    modeCommunity: 'post',
    organisations: { Klara: {}, Betrodda: { trust: 'trusted' }, Kören: {}, Avstängda: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      trusted: { role: 'contributor', organisation: 'Betrodda' },
      editor: { role: 'editor' },
      colleague: { role: 'editor' },
      admin: { role: 'municipality-admin' },
      calendar: { role: 'editor', surfaces: ['calendar'] },
    },
  })

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

describeHere('the workbench', () => {
  let torg: Running
  let ekby: Awaited<ReturnType<typeof town>>
  let author: Visitor
  let editor: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    ekby = await town(torg)
    ;({ author, editor } = ekby.person)
    await torg.payload.db.updateOne({
      collection: 'accounts',
      id: ekby.account.editor,
      data: { roleTitle: 'Kulturkontoret' },
    })
  }, 240_000)
  afterAll(() => torg?.stop())

  const item = async (who: Visitor, collection: string, id: string) => {
    const { status, body } = await who.get(`/api/moderation/items/${collection}/${id}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }

  it('shows what waits as citizens would see it, its pictures by a door of the account, and no script', async () => {
    const picture = await uploadFor(author, ekby.organisation.Klara, 'Planen "i" kväll <b>')
    const { id } = await submitted(author, 'events', {
      ...eventBody(ekby.category),
      title: 'Öppet <script>alert(1)</script>',
      body: richText('Ta med skor.'),
      pictures: [picture],
      bookingUrl: 'http://bit.ly/plats',
      translations: [{ language: 'en', title: 'Open practice', summary: null, body: null }],
    })
    const { preview, pictures, links } = await item(editor, 'events', id)
    expect(preview.public).toEqual([])
    expect(preview.waits.map((one: { language: string }) => one.language)).toEqual(['sv', 'en'])
    const [sv, en] = preview.waits
    expect(en.page).toContain('Open practice')
    expect(sv.page).toContain('Ta med skor.')
    expect(sv.card).toContain('Öppet &lt;script&gt;')
    for (const html of [sv.page, sv.card, en.page]) {
      expect(html).not.toMatch(/<script|<nav/)
      expect(html).toContain("default-src 'none'")
    }
    const source = /<img src="([^"]+)"/.exec(sv.page)![1]!
    expect((await editor.get(source)).status).toBe(200)
    expect((await fetch(`${torg.base}${source}`)).status).not.toBe(200)
    expect(pictures).toMatchObject([{ id: picture, alt: 'Planen "i" kväll <b>', decorative: false }])
    expect(links).toEqual([
      { url: 'http://bit.ly/plats', host: 'bit.ly', remarks: ['not-encrypted', 'hides-its-goal'] },
    ])
  })

  it('finds another event at the same time and place, and marks what was sent in after it', async () => {
    const at = { start: inDays(40), end: null, address: { name: 'Stora hallen' } }
    const categories = [ekby.category]
    const first = await submitted(author, 'events', { ...at, title: 'Vårkonsert', categories })
    const second = await submitted(author, 'events', {
      ...at,
      title: 'Konsert i vår',
      categories,
      address: { name: 'stora  hallen' },
    })
    const elsewhere = await submitted(author, 'events', {
      ...at,
      title: 'Loppis',
      categories,
      address: { name: 'Parken' },
    })
    const alike = (await item(editor, 'events', second.id)).similar
    expect(alike).toMatchObject([{ id: first.id, title: 'Vårkonsert', state: 'in-review' }])
    expect((await item(editor, 'events', elsewhere.id)).similar).toEqual([])
    const flagged = await editor.get('/api/moderation/queue?flagged=1')
    const ids = flagged.body.items.map((line: { id: string }) => line.id)
    expect(ids).toContain(second.id)
    expect(ids).not.toContain(first.id)
  })

  it('keeps the whole thread: what the author wrote each time, what the municipality answered, who and why', async () => {
    const draft = await author.post('/api/events', eventBody(ekby.category, { title: 'Tråden' }))
    const { id } = draft.body.doc
    await author.act('events', id, 'submit', { message: 'Vi har lånat hallen.' })
    await editor.act('events', id, 'request-changes', { message: 'Vilken hall?' })
    const changed = await author.get(`/api/events/${id}`)
    await author.patch(`/api/events/${id}`, { revision: changed.body.revision, summary: 'I Stora hallen.' })
    await author.act('events', id, 'submit', { message: 'Den stora.' })
    await editor.act('events', id, 'reject', { reason: 'local-only', message: 'Den ligger i grannkommunen.' })
    await author.act('events', id, 'appeal', { message: 'Den ligger på gränsen.' })
    const { thread, reason, content } = await item(ekby.person.colleague, 'events', id)
    expect(reason).toBe('appeal')
    expect(content.summary).toBe('I Stora hallen.')
    expect(
      thread.map((one: { side: string; action: string; message: string }) => [
        one.side,
        one.action,
        one.message,
      ]),
    ).toEqual([
      ['organisation', 'submit', 'Vi har lånat hallen.'],
      ['municipality', 'request-changes', 'Vilken hall?'],
      ['organisation', 'submit', 'Den stora.'],
      ['municipality', 'reject', 'Den ligger i grannkommunen.'],
      ['organisation', 'appeal', 'Den ligger på gränsen.'],
    ])
    expect(thread[3]).toMatchObject({ by: 'Kulturkontoret', reasonLabel: { sv: 'Det ska röra kommunen.' } })
    expect(JSON.stringify(thread)).not.toContain(ekby.account.editor)
    const { organisation } = await item(editor, 'events', id)
    expect(organisation.record).toMatchObject({ changesRequested: 1, refused: 1, complete: true })
  })

  it('gives the texts to begin from: the usual ones, and the municipality’s own where it has set some', async () => {
    const { id } = await submitted(author, 'events', eventBody(ekby.category, { title: 'Texterna' }))
    const texts = async () =>
      (await item(editor, 'events', id)).texts.refusal.find(
        (one: { reason: string }) => one.reason === 'duplicate',
      ).texts
    expect((await texts()).sv).toBe(
      '”Texterna” är redan publicerat, så vi har inte publicerat det en gång till.',
    )
    const set = await ekby.person.admin.patch(`/api/municipalities/${ekby.id}`, {
      decisionTexts: [
        { use: 'refusal', reason: 'duplicate', texts: [{ language: 'sv', text: 'Hej {organisation}!' }] },
      ],
    })
    expect(set.status, JSON.stringify(set.body)).toBe(200)
    expect((await texts()).sv).toBe('Hej Klara!')
    expect((await texts()).en).toContain('second time')
  })

  it('is closed to authors, to other surfaces and to whom it does not concern', async () => {
    const post = await publishFor(editor, ekby.organisation.Klara, 'posts', postBody(ekby.category))
    const { id } = await submitted(author, 'events', eventBody(ekby.category))
    expect((await author.get(`/api/moderation/items/events/${id}`)).status).toBe(403)
    expect((await ekby.person.calendar.get(`/api/moderation/items/posts/${post.id}`)).status).toBe(404)
    for (const path of [
      'accounts/' + id,
      'events/x',
      `posts/${id}`,
      'events/00000000-0000-7000-8000-000000000000',
    ])
      expect((await editor.get(`/api/moderation/items/${path}`)).status, path).toBe(404)
  })

  it('lists what is public in one order, with what went out unreviewed until somebody has looked', async () => {
    const categories = [ekby.category]
    const byMode = await author.post('/api/posts', postBody(ekby.category, { title: 'Ut direkt' }))
    await author.act('posts', byMode.body.doc.id, 'submit')
    const byTrust = await ekby.person.trusted.post(
      '/api/events',
      eventBody(ekby.category, { title: 'Betrott' }),
    )
    await ekby.person.trusted.act('events', byTrust.body.doc.id, 'submit')
    await publishFor(editor, ekby.organisation.Klara, 'events', {
      title: 'I sommar',
      categories,
      start: hourIn(200),
      end: null,
    })
    const list = async (query: string) => {
      const { status, body } = await editor.get(`/api/moderation/public?${query}`)
      expect(status, JSON.stringify(body)).toBe(200)
      return body
    }
    const titles = async (query: string) =>
      (await list(query)).items.map((line: { title: string }) => line.title)
    expect((await titles('')).slice(0, 3)).toEqual(['I sommar', 'Betrott', 'Ut direkt'])
    const first = await list('limit=1')
    expect((await titles(`limit=1&cursor=${first.next}`))[0]).toBe('Betrott')
    expect(await titles('surface=community')).toEqual(['Ut direkt', 'Vi söker ledare'])
    expect(await titles(`organisation=${ekby.organisation.Betrodda}`)).toEqual(['Betrott'])
    const day = dateIn(200)
    expect(await titles(`from=${day}&to=${day}&category=${ekby.category}`)).toEqual(['I sommar'])
    const unseen = (await list('unreviewed=1')).items
    expect(
      unseen.map(({ title, wentOut }: { title: string; wentOut: { by: string } }) => [title, wentOut.by]),
    ).toEqual([
      ['Ut direkt', 'mode-post'],
      ['Betrott', 'trust'],
    ])
    expect((await editor.act('posts', byMode.body.doc.id, 'look-over')).status).toBe(200)
    expect(
      (await editor.act('events', byTrust.body.doc.id, 'withdraw', { reason: 'duplicate' })).status,
    ).toBe(200)
    expect(await titles('unreviewed=1')).toEqual([])
    expect(await titles('publication=withdrawn')).toEqual(['Betrott'])
    expect((await editor.act('events', byTrust.body.doc.id, 'restore')).status).toBe(200)
    expect(await titles('publication=withdrawn')).toEqual([])
    expect((await titles(''))[0]).toBe('Betrott')
    for (const query of [
      'from=2026-02-30',
      'publication=draft',
      'cursor=x',
      `cursor=${first.next}&unreviewed=1`,
    ])
      expect((await editor.get(`/api/moderation/public?${query}`)).status, query).toBe(400)
  })

  it('says before a switch how much waits, and the switch leaves it waiting', async () => {
    const waiting = async (query = '') => (await editor.get(`/api/moderation/switch${query}`)).body.waiting
    const before = await waiting()
    expect(before).toMatchObject([
      { surface: 'calendar', more: false },
      { surface: 'community', count: 0 },
    ])
    expect(await waiting(`?organisation=${ekby.organisation.Betrodda}`)).toMatchObject([
      { count: 0 },
      { count: 0 },
    ])
    const queued = (await editor.get('/api/moderation/queue?surface=calendar&reason=decision')).body.items
      .length
    expect(before[0].count).toBe(queued)
    const switched = await ekby.person.admin.patch(`/api/municipalities/${ekby.id}`, { modeCalendar: 'post' })
    expect(switched.status).toBe(200)
    expect((await waiting())[0].count).toBe(queued)
    await ekby.person.admin.patch(`/api/municipalities/${ekby.id}`, { modeCalendar: 'pre' })
  })

  it('tells the figures of the last weeks', async () => {
    const { status, body } = await editor.get('/api/moderation/figures')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.weeks).toHaveLength(12)
    expect(body.weeks.at(-1)).toMatchObject({ changes: 1, refused: 1, lookedOver: 1 })
    expect(body.medianDays).toBe(0)
    expect(body.byReason).toEqual([{ reason: 'local-only', count: 1 }])
    const { items } = (await editor.get('/api/moderation/queue?limit=100')).body
    expect(body.ages.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(items.length)
    expect(body).toMatchObject({
      partial: false,
      decisionDays: 3,
      zone: 'Europe/Stockholm',
      confirmations: [],
    })
  })

  it('asks for the figures no more often where there are many decisions', async () => {
    const { payload } = torg
    const ask = () => countQueries(payload, () => editor.get('/api/moderation/figures'))
    const few = await ask()
    await sealLog(payload)
    const where: Where = { and: [{ action: { equals: 'reject' } }, { municipality: { equals: ekby.id } }] }
    const entry = await payload.db.findOne<{ id: string }>({ collection: 'moderation-log', where })
    const many = 600
    await copyDocument(payload, { collection: 'moderation-log', source: entry!.id, many, seldoms: {} })
    expect((await editor.get('/api/moderation/figures')).body.byReason[0].count).toBeGreaterThan(100)
    const asked = await ask()
    // What runs in the background, and MongoDB, which hands over what it found in portions, ask for a few more.
    expect(asked).toBeLessThanOrEqual(few + 15)
    expect(asked).toBeLessThan(40)
  })

  it('names beside the organiser whom citizens would find there, in what is shown by a link too', async () => {
    const { Kören, Avstängda } = ekby.organisation
    const coOrganisers = [Kören, Avstängda]
    const decide = async (organisation: string, action: string, input: object) => {
      const answer = await ekby.person.admin.act('organisations', organisation, action, input)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    const { id } = await submitted(author, 'events', eventBody(ekby.category, { coOrganisers }))
    const { token } = (await author.post(`/api/events/${id}/shares`, { days: 1 })).body
    const pages = async (): Promise<string[]> => [
      (await item(editor, 'events', id)).preview.waits[0].page,
      await (await fetch(`${torg.base}/share/${token}`)).text(),
    ]
    for (const page of await pages()) expect(page).toMatch(/Kören, Avstängda|Avstängda, Kören/)
    await decide(Avstängda, 'suspend', { message: 'Tills vidare.' })
    // Whoever lost the words of its profile goes on, and so does its name beside others.
    await decide(Kören, 'remove', { reason: 'other', message: 'Orden.' })
    for (const page of await pages()) {
      expect(page).toContain('Kören')
      expect(page).not.toContain('Avstängda')
    }
  })
})
