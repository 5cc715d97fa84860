import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventBody, postBody } from '../support/newsroom.js'
import { Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })

const notice = { sv: 'Ingen som läser lämnar spår.', en: 'Readers leave no trace.' }
const report = 'https://ekby.example/anmal'
const booking = 'https://biljett.example/kop?evenemang=12&typ=a'

describeHere('citizens', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let event: string
  let post: string
  const citizen = () => new Visitor(torg.base)

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    const { author, editor, admin } = town.person
    const { revision } = (await admin.get(`/api/municipalities/${town.id}`)).body
    const told = await admin.patch(`/api/municipalities/${town.id}`, {
      revision,
      privacyNotice: Object.entries(notice).map(([language, text]) => ({ language, text })),
      reportUrl: report,
    })
    expect(told.status, JSON.stringify(told.body)).toBe(200)
    const publish = async (kind: 'events' | 'posts', body: object) => {
      const id = (await author.post(`/api/${kind}`, body)).body.doc.id as string
      await author.act(kind, id, 'submit')
      const answer = await editor.act(kind, id, 'approve')
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      return id
    }
    event = await publish('events', eventBody(town.category, { bookingUrl: booking }))
    post = await publish('posts', postBody(town.category))
    await feedHasCaughtUp(torg, ['ekby'])
  }, 240_000)
  afterAll(() => torg?.stop())

  it('are told on every page what is stored, and where to report what should not be there', async () => {
    const pages = [
      '/ekby',
      '/ekby/privacy',
      `/ekby/e/x-${event}`,
      `/ekby/p/x-${post}`,
      '/ekby/e/x-0123456789abcdef01234567',
    ]
    for (const [language, text] of Object.entries(notice))
      for (const address of pages) {
        const { body } = await citizen().get(`${address}?lang=${language}`)
        expect(String(body), `${address} ${language}`).toContain(text)
        expect(String(body), address).toContain(`href="${report}"`)
        expect(String(body), address).toContain('/ekby/privacy')
      }
  })

  it('are told the same by the manifest, from which an app begins', async () => {
    const { body } = await citizen().get('/feed/v1/ekby')
    expect(body.privacyNotice.text).toMatchObject(notice)
    expect(body.reportUrl).toBe(report)
    expect(body.links.privacy).toContain('/ekby/privacy')
  })

  it('follow a booking out as it was written: nothing of them is put into it, and nothing comes back', async () => {
    const first = await citizen().get(`/ekby/e/x-${event}`)
    const other = await citizen().get(`/ekby/e/x-${event}`, {
      Cookie: 'a=b',
      Referer: 'https://app.example/',
    })
    expect(first.body).toBe(other.body)
    const links = [...String(first.body).matchAll(/<a [^>]*href="([^"]*biljett[^"]*)"[^>]*>/g)]
    expect(links.map(([, url]) => url!.replaceAll('&amp;', '&'))).toEqual([booking])
    expect(links[0]![0]).not.toMatch(/\s(ping|onclick|target)\b/)
    expect(first.headers.get('referrer-policy')).toBe('no-referrer')
    expect(String(first.body)).not.toMatch(/<(form|iframe|object|embed)\b/)
    expect((await citizen().get(`/feed/v1/ekby/events/${event}`)).body.booking.url).toBe(booking)
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//biljett.example/x',
    'ftp://biljett.example',
    'biljett',
  ])('are never led by a booking to %s', async (bookingUrl) => {
    const answer = await town.person.author.post('/api/events', eventBody(town.category, { bookingUrl }))
    expect(answer.status).toBe(422)
    expect(answer.body.faults).toMatchObject([{ field: 'bookingUrl' }])
  })
})
