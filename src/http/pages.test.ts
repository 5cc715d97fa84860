import { describe, expect, it } from 'vitest'
import { parameters } from '../feed/parameters.js'
import { municipalityRoutes } from './feed-routes.js'
import { ask, feed, serveFeed } from './examples/served-feed.js'

serveFeed()

describe('pages', () => {
  it('lead from the start page to events, subscription, feed, documentation and admin', async () => {
    const page = await ask('/')
    for (const url of [
      'https://torg.example/hagby?lang=sv',
      'calendar.ics',
      '/feed/v1/hagby',
      '/feed/v1/docs',
      '/admin',
    ])
      expect(page.text).toContain(url)
    expect(page.text).toContain('<html lang="sv">')
    expect(page.text).not.toContain('<script')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('escape what was typed and speak the language asked for', async () => {
    const page = await ask('/hagby?lang=nb')
    expect(page.text).toContain('Kommende arrangementer')
    expect(page.text).toContain('gamla &lt;18')
    expect(page.text).toContain('Avlyst')
    expect((await ask('/hagby?lang=xx9')).status).toBe(400)
  })

  it.each(['/admin', '/api/events', '/nowhere', '/hagby/else', '/hagby/events'])(
    'leave %s to others',
    async (path) => {
      expect((await ask(path)).status).toBe(299)
    },
  )
})

describe('health', () => {
  it('says that it lives and whether it is ready', async () => {
    expect((await ask('/healthz')).json).toEqual({ status: 'ok' })
    expect((await ask('/readyz')).status).toBe(200)
    expect((await ask('/readyz')).headers['cache-control']).toBe('no-store')
    expect((await ask('/healthz', { method: 'POST' })).status).toBe(405)
  })
})

describe('the descriptions', () => {
  it('name every door and parameter, and every reference leads somewhere', async () => {
    const got = await ask('/feed/v1/openapi.json')
    const api = got.json as {
      openapi: string
      paths: Record<string, unknown>
      components: { schemas: object }
    }
    expect(api.openapi).toBe('3.1.0')
    const beside = ['/', '/graphql', '/openapi.json', '/docs', '/media/{id}/{width}.webp']
    const all = [...beside, ...municipalityRoutes.map((route) => route.path)]
    expect(Object.keys(api.paths).sort()).toEqual(all.sort())
    for (const [, name] of got.text.matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(api.components.schemas).toHaveProperty(name!)
    const docs = (await ask('/feed/v1/docs')).text
    for (const route of municipalityRoutes) expect(docs).toContain(`/feed/v1${route.path}`)
    expect(Object.keys(parameters).length).toBeGreaterThan(20)
  })
})

describe('feeds for readers', () => {
  it('JSON Feed names its version, address and entries', async () => {
    const got = await ask(`${feed}/posts.json`)
    expect(got.headers['content-type']).toContain('application/feed+json')
    expect(got.json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `https://torg.example${feed}/posts.json`,
      items: [
        { id: 'urgent' },
        { id: 'pinned' },
        { id: 'n1', content_html: expect.stringContaining('<strong>') as string },
      ],
    })
  })

  it.each(['events.rss', 'posts.rss', 'posts.atom'])('%s escapes what was typed', async (name) => {
    const { text } = await ask(`${feed}/${name}`)
    expect(text).toMatch(/^<\?xml/)
    expect(text).not.toMatch(/<18|<strong>|&(?!amp;|lt;|gt;|quot;|#39;)/)
  })
})
