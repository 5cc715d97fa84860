import { afterAll, beforeAll, expect, it } from 'vitest'
import { forgetEndedLinks } from '../../src/editorial/share/share-records.js'
import { everyRow } from '../../src/shared/every-row.js'
import { eventBody, postBody, uploadedPicture } from '../support/newsroom.js'
import { Visitor, type Answer } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      other: { role: 'contributor', organisation: 'Andra' },
      editor: { role: 'editor', approvesOrganisations: true },
      admin: { role: 'municipality-admin' },
      auditor: { role: 'auditor' },
      leaving: { role: 'contributor', organisation: 'Klara' },
      gone: { role: 'contributor', organisation: 'Klara' },
      second: { role: 'editor' },
    },
  })

describeHere('a preview by link', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let anyone: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    anyone = new Visitor(torg.base)
  }, 240_000)
  afterAll(() => torg?.stop())

  const share = (by: Visitor, id: string, body: object = {}, kind = 'events') =>
    by.post(`/api/${kind}/${id}/shares`, body)
  const open = (token: string, more = '') => anyone.get(`/share/${token}${more}`)
  const links = () => everyRow<{ hash: string; document: string }>(torg.payload, 'share-links', {})
  async function draft(more: object = {}): Promise<string> {
    const made = await town.person.author.post('/api/events', eventBody(town.category, more))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return String(made.body.doc.id)
  }
  async function linkTo(
    id: string,
    by = town.person.author,
    days = 14,
  ): Promise<{ id: string; token: string }> {
    const answer = await share(by, id, { days })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body
  }
  /** All that tells whoever follows a link how it stands, but for the time of day. */
  const told = ({ status, body, headers }: Answer) => ({
    status,
    body,
    headers: Object.fromEntries([...headers].filter(([name]) => name !== 'date')),
  })

  it('shows what is not published as citizens would see it, its pictures too, and to nobody but through the link', async () => {
    const picture = await uploadedPicture(town.person.author, { alt: 'Vallen i solsken' })
    const id = await draft({ title: 'Hemlig premiär', pictures: [picture] })
    const { token } = await linkTo(id)
    // 128 bits in base64url; of it only the hash is stored.
    expect(token).toMatch(/^[\w-]{22}$/)
    expect(JSON.stringify(await links())).not.toContain(token)
    const page = await open(token)
    expect(page.status).toBe(200)
    for (const words of [
      'Inte publicerat.',
      'Hemlig premiär',
      'Vallen i solsken',
      `/share/${token}/${picture}/800.webp`,
    ])
      expect(page.body).toContain(words)
    expect(page.body).not.toMatch(/<script|rel="canonical"|property="og:|\.ics/)
    expect(page.body).toContain('<meta name="robots" content="noindex, nofollow, noarchive">')
    const headers = Object.fromEntries(page.headers)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(Object.keys(headers)).not.toContain('set-cookie')
    expect(Object.keys(headers)).not.toContain('access-control-allow-origin')
    const shown = await open(token, `/${picture}/800.webp`)
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      200,
      'image/webp',
      'no-store',
    ])
    expect((await anyone.get(`/media/${picture}/800.webp`)).status).toBe(404)
    expect((await anyone.get(`/feed/v1/ekby/events/${id}`)).status).toBe(404)
    // Another picture is not shown by it.
    const second = await uploadedPicture(town.person.author, { alt: 'Annan' })
    expect((await open(token, `/${second}/800.webp`)).status).toBe(404)
    expect((await anyone.send('POST', `/share/${token}`)).status).toBe(405)
  })

  it('is made, seen and ended by authors and editors alone, each time with one line in the log', async () => {
    const { author, editor, other, auditor, admin } = town.person
    const id = await draft()
    const made = [await share(author, id), await share(editor, id, { days: 60 })]
    expect(made.map(({ status }) => status)).toEqual([201, 201])
    const left = Date.parse(made[0]!.body.until) - Date.now()
    expect(Math.round(left / 86_400_000)).toBe(14)
    const { links: listed } = (await author.get(`/api/events/${id}/shares`)).body
    expect(listed.map(({ by }: { by: string }) => by).sort()).toEqual(['author', 'editor'])
    expect(JSON.stringify(listed)).not.toContain(made[0]!.body.token)
    for (const by of [other, auditor, anyone]) {
      const refused = [
        await share(by, id),
        await by.get(`/api/events/${id}/shares`),
        await by.post(`/api/events/${id}/shares/${made[0]!.body.id}/revoke`),
      ]
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([by === anyone ? 401 : 404]))
    }
    const wrong = [{ days: 61 }, { days: 0 }, { days: 1.5 }, { days: '7' }, { until: 'never' }]
    for (const body of wrong) expect((await share(author, id, body)).status, JSON.stringify(body)).toBe(422)
    expect((await author.post(`/api/events/${id}/shares/${made[1]!.body.id}/revoke`)).status).toBe(200)
    expect((await author.post(`/api/events/${id}/shares/${made[1]!.body.id}/revoke`)).status).toBe(404)
    const log = await admin.get(`/api/moderation-log?where[document][equals]=${id}&sort=at`)
    const actions = (log.body.docs as { action: string }[]).map(({ action }) => action)
    expect(actions.filter((action) => /link/.test(action))).toEqual([
      'share-link',
      'share-link',
      'revoke-link',
    ])
    expect(JSON.stringify(log.body)).not.toContain(made[0]!.body.token)
  })

  it('answers the same whether it has ended, was revoked, never was, or cannot be one', async () => {
    const id = await draft()
    const revoked = await linkTo(id)
    await town.person.author.post(`/api/events/${id}/shares/${revoked.id}/revoke`)
    const ended = await linkTo(id)
    const hour = 3_600_000
    await torg.payload.db.updateOne({
      collection: 'share-links' as 'events',
      where: { id: { equals: ended.id } },
      data: { until: new Date(Date.now() - hour).toISOString() } as never,
    })
    const answers = await Promise.all(
      [revoked.token, ended.token, 'A'.repeat(22), 'x', `${'y'.repeat(300)}`, '%00', ''].map((token) =>
        open(token),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(told(answer)))).size).toBe(1)
    expect(answers[0]!.status).toBe(404)
    expect(answers[0]!.body).toContain('Länken har gått ut')
    // What has ended is deleted; what holds stays.
    const holds = await linkTo(id)
    await forgetEndedLinks(torg.payload, new Date())
    expect((await links()).filter(({ document }) => document === id)).toHaveLength(1)
    expect((await open(holds.token)).status).toBe(200)
  })

  it('shows nothing that was taken down or erased, nor while the organisation is suspended', async () => {
    const { author, editor, admin } = town.person
    const made = await author.post('/api/posts', postBody(town.category, { title: 'Kort glädje' }))
    const post = String(made.body.doc.id)
    await author.act('posts', post, 'submit')
    await editor.act('posts', post, 'approve')
    const link = (await share(author, post, {}, 'posts')).body.token as string
    expect((await open(link)).body).toContain('Det här är publicerat.')
    await author.act('posts', post, 'withdraw', { reason: 'organiser' })
    expect((await open(link)).status).toBe(404)

    const removed = await draft()
    const toRemoved = await linkTo(removed)
    await editor.act('events', removed, 'remove', { reason: 'commercial', message: 'Reklam.' })
    expect((await open(toRemoved.token)).status).toBe(404)
    // Written on by its author it is hidden still, and shown once an editor has approved it.
    const written = await author.get(`/api/events/${removed}`)
    const change = { revision: written.body.revision, title: 'Utan reklam' }
    expect((await author.patch(`/api/events/${removed}`, change)).status).toBe(200)
    expect((await open(toRemoved.token)).status).toBe(404)
    expect((await author.act('events', removed, 'submit')).body.state).toBe('in-review')
    expect((await open(toRemoved.token)).status).toBe(404)
    expect((await editor.act('events', removed, 'approve')).status).toBe(200)
    expect((await open(toRemoved.token)).body).toContain('Utan reklam')

    const later = await author.post(
      '/api/posts',
      postBody(town.category, { visibleFrom: new Date(Date.now() + 86_400_000).toISOString() }),
    )
    const planned = String(later.body.doc.id)
    await author.act('posts', planned, 'submit')
    expect((await editor.act('posts', planned, 'approve')).body.publication).toBe('scheduled')
    const toPlanned = (await share(author, planned, {}, 'posts')).body.token as string
    expect((await open(toPlanned)).status).toBe(200)
    expect((await editor.act('posts', planned, 'withdraw', { reason: 'duplicate' })).status).toBe(200)
    expect((await open(toPlanned)).status).toBe(404)

    const erased = await draft()
    const toErased = await linkTo(erased)
    const deleted = await draft()
    await linkTo(deleted)
    await admin.act('events', erased, 'erase', { reason: 'request' })
    await author.act('events', deleted, 'delete-draft')
    expect((await open(toErased.token)).status).toBe(404)
    expect((await links()).filter(({ document }) => [erased, deleted].includes(document))).toEqual([])

    const held = await draft({ title: 'Väntar ut det' })
    const toHeld = await linkTo(held)
    await editor.act('organisations', town.organisation.Klara, 'suspend', { message: 'Tills vidare.' })
    expect((await open(toHeld.token)).status).toBe(404)
    await editor.act('organisations', town.organisation.Klara, 'reinstate')
    expect((await open(toHeld.token)).body).toContain('Väntar ut det')
    await torg.payload.db.updateOne({
      collection: 'municipalities',
      where: { id: { equals: town.id } },
      data: { active: false },
    })
    expect((await open(toHeld.token)).status).toBe(404)
    await torg.payload.db.updateOne({
      collection: 'municipalities',
      where: { id: { equals: town.id } },
      data: { active: true },
    })
  })

  it('shows no identity number that nobody has accepted, and is not made of what holds one', async () => {
    const { author, editor } = town.person
    // Of Skatteverket's test series.
    const number = '19900107-2397'
    const id = await draft({ title: 'Före numret' })
    const { token } = await linkTo(id)
    const write = async (title: string) => {
      const { body } = await author.get(`/api/events/${id}`)
      return author.patch(`/api/events/${id}`, { revision: body.revision, title })
    }
    expect((await write(`Anmäl till ${number}`)).status).toBe(200)
    expect((await open(token)).status).toBe(404)
    const refused = await share(author, id)
    expect([refused.status, refused.body.code, refused.body.faults[0].field]).toEqual([
      422,
      'personal-data',
      'title',
    ])
    expect(JSON.stringify(refused.body)).not.toContain(number)
    expect((await links()).filter(({ document }) => document === id)).toHaveLength(1)
    // The words of a picture are shown, too: of one that was there before they were refused.
    const picture = await uploadedPicture(author)
    await torg.payload.db.updateOne({
      collection: 'media',
      where: { id: { equals: picture } },
      data: { alt: `Skylt med ${number}` },
    })
    const withPicture = await draft({ pictures: [picture] })
    expect((await share(author, withPicture)).body.code).toBe('personal-data')

    expect((await editor.act('events', id, 'accept-numbers', { override: 'invented' })).status).toBe(200)
    expect((await open(token)).body).toContain(number)
    expect((await share(author, id)).status).toBe(201)
    expect((await write('Utan nummer')).status).toBe(200)
    expect((await open(token)).body).toContain('Utan nummer')
  })

  it('ends with the role of whoever made it, and what others made stays', async () => {
    const { admin, author, leaving, gone, second } = town.person
    const id = await draft({ title: 'Efter dem' })
    const [own, left, deleted, ended] = await Promise.all(
      [author, leaving, gone, second].map((by) => linkTo(id, by)),
    )
    const klara = `/api/organisations/${town.organisation.Klara}`
    const leave = await leaving.post(`${klara}/members/${town.account.leaving}/actions/leave`)
    expect(leave.status, JSON.stringify(leave.body)).toBe(200)
    expect((await open(left!.token)).status).toBe(404)
    await torg.payload.delete({
      collection: 'accounts',
      id: town.account.gone,
      overrideAccess: true,
      context: { asSystem: true },
    })
    expect((await open(deleted!.token)).status).toBe(404)
    const [role] = await everyRow<{ id: string }>(torg.payload, 'memberships', {
      account: { equals: town.account.second },
    })
    expect((await open(ended!.token)).status).toBe(200)
    expect((await admin.send('DELETE', `/api/memberships/${role!.id}`)).status).toBe(200)
    expect((await open(ended!.token)).status).toBe(404)
    expect((await open(own!.token)).body).toContain('Efter dem')
    expect((await links()).filter(({ document }) => document === id)).toHaveLength(1)
  })

  it('shows no picture whose consent was taken back, and slows down whoever tries many', async () => {
    const { author } = town.person
    const validUntil = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const picture = await uploadedPicture(author, {
      peopleShown: 'consent-held',
      consent: { scope: 'Webb', reference: 'S-1', validUntil },
    })
    const id = await draft({ pictures: [picture] })
    const { token } = await linkTo(id)
    expect((await open(token, `/${picture}/320.webp`)).status).toBe(200)
    await author.post(`/api/media/${picture}/actions/withdraw-consent`)
    expect((await open(token, `/${picture}/320.webp`)).status).toBe(404)
    expect((await open(token)).body).not.toContain(picture)
    const guesser = new Visitor(torg.base)
    guesser.from = '10.77.1.1'
    const tries: Answer[] = []
    for (let index = 0; index < 140; index += 1)
      tries.push(await guesser.get(`/share/${'B'.repeat(20)}${index}`))
    const last = tries.at(-1)!
    expect([last.status, Number(last.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await open(token)).status).toBe(200)
  })
})
