import { describe, expect, it } from 'vitest'
import { eventData, instant, postData, publicationOf } from '../feed/examples/publications.js'
import { municipalityRoutes } from './feed-routes.js'
import { ask, feed, ids, index, moveClock, picture, rows, taken, serveFeed } from './examples/served-feed.js'

serveFeed()

describe('what was taken down', () => {
  it('answers 410 with what citizens may know, on every door of it', async () => {
    for (const path of [
      `${feed}/events/withdrawn`,
      `${feed}/events/withdrawn.ics`,
      `${feed}/events/withdrawn.jsonld`,
    ]) {
      const got = await ask(path)
      expect([got.status, got.headers['cache-control'], got.headers.etag]).toEqual([
        410,
        'public, max-age=10',
        undefined,
      ])
      expect(got.json).toMatchObject({
        code: 'gone',
        state: 'withdrawn',
        reason: 'organiser',
        explanation: 'Ledaren är <sjuk>.',
      })
    }
    const page = await ask('/hagby/events/withdrawn')
    expect(page.status).toBe(410)
    expect(page.text).toContain('Ledaren är &lt;sjuk&gt;.')
  })

  it.each(['erased', 'old', 'never', 'n1'])('answers 404 for %s', async (id) => {
    expect((await ask(`${feed}/events/${id}`)).status).toBe(404)
    expect((await ask(`/hagby/events/${id}`)).status).toBe(404)
  })

  it('answers 410 for a closed municipality and 404 for an unknown one, on every door', async () => {
    for (const route of municipalityRoutes) {
      const path = `/feed/v1${route.path.replace('{id}', 'e1')}`
      expect((await ask(path.replace('{m}', 'stangd'))).json).toMatchObject({ status: 410, state: 'closed' })
      expect((await ask(path.replace('{m}', 'nowhere'))).status).toBe(404)
    }
    expect((await ask('/stangd')).status).toBe(410)
  })

  it('is gone from every door, pictures too, as soon as the change is read', async () => {
    const had = await ask(`${feed}/events`)
    expect(await ids(`${feed}/events`)).toContain('e1')
    rows.push(publicationOf(eventData, { ...taken, state: 'removed', reason: 'illegal' }))
    await index.catchUp()
    const doors = ['events', 'calendar.ics', 'events.json', 'events.rss', 'changes?after=0']
    for (const door of doors) expect((await ask(`${feed}/${door}`)).text).not.toContain('"e1","title"')
    expect(await ids(`${feed}/events`)).not.toContain('e1')
    expect((await ask(`${feed}/calendar.ics`)).text).not.toContain('event-e1@')
    expect((await ask(`${feed}/events.rss`)).text).not.toContain('>e1<')
    expect((await ask('/media/m1/320.webp')).status).toBe(404)
    expect((await ask(`${feed}/events`, { headers: { 'if-none-match': had.headers.etag! } })).status).toBe(
      200,
    )
    expect((await ask(`${feed}/changes?after=0`)).text).toContain('{"id":"e1","kind":"event"')
    rows.push(publicationOf(eventData))
    await index.catchUp()
    expect((await ask('/media/m1/320.webp')).status).toBe(200)
  })

  it('leaves ready answers when the clock passes its end', async () => {
    rows.push(publicationOf({ ...postData, id: 'brief' }, { visibleUntil: '2026-11-23T12:00:10Z' }))
    await index.catchUp()
    expect(await ids(`${feed}/posts`)).toContain('brief')
    moveClock(new Date('2026-11-23T12:00:10Z'))
    expect(await ids(`${feed}/posts`)).not.toContain('brief')
    expect((await ask(`${feed}/posts/brief`)).json).toMatchObject({ status: 410, state: 'expired' })
    rows.push(publicationOf({ ...postData, id: 'brief' }, { ...taken, state: 'expired' }))
    await index.catchUp()
    moveClock(instant)
  })
})

describe('pictures', () => {
  it('are bytes of the store, for widths that exist', async () => {
    const got = await ask('/media/m1/800.webp', { headers: { 'accept-encoding': 'br' } })
    expect([got.status, got.headers['content-type'], got.headers['content-encoding']]).toEqual([
      200,
      'image/webp',
      undefined,
    ])
    expect(got.bytes.equals(picture)).toBe(true)
  })

  it.each([
    'm1/1600.webp',
    'm1/640.webp',
    'm1/320.png',
    'm1',
    'm2/320.webp',
    'm1/320.webp/x',
    '..%2Fm1/320.webp',
    '',
  ])('/media/%s is unknown', async (path) => expect((await ask(`/media/${path}`)).status).toBe(404))
})
