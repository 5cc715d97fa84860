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
    expect((await ask('/hagby?lang=xx9')).text).toBe((await ask('/hagby')).text)
  })

  it.each([
    ['/hagby/e/e1', '/hagby/e/oppen-traning-e1'],
    ['/hagby/e/e1?lang=en', '/hagby/e/oppen-traning-e1?lang=en'],
    ['/hagby/events/e1', '/hagby/e/oppen-traning-e1'],
    ['/hagby/posts/n1', '/hagby/p/vattnet-stangs-av-n1'],
    ['/hagby/e/an-older-title-e1', '/hagby/e/oppen-traning-e1'],
  ])('lead from %s to %s', async (from, to) => {
    const got = await ask(from)
    expect([got.status, got.headers.location]).toEqual([301, `https://torg.example${to}`])
    expect(got.headers['cache-control']).toBe('public, max-age=30, stale-while-revalidate=30')
  })

  it('name all that share a short address, and both are there', async () => {
    const choice = await ask('/hagby/p/vattnet-stangs-av')
    expect(choice.status).toBe(200)
    for (const id of ['n1', 'urgent', 'pinned']) {
      expect(choice.text).toContain(`https://torg.example/hagby/p/vattnet-stangs-av-${id}?lang=sv`)
      expect((await ask(`/hagby/p/vattnet-stangs-av-${id}`)).status).toBe(200)
    }
  })

  it('are not broken by what others hang on their address', async () => {
    const got = await ask('/hagby/e/oppen-traning-e1?fbclid=abc&utm_source=x&lang=en')
    expect(got.status).toBe(200)
    expect(got.text).toContain('Open training')
    expect(got.text).not.toMatch(/fbclid|abc/)
    for (const path of ['/hagby/e/oppen-traning-e1', '/hagby/p/vattnet-stangs-av-n1', '/hagby', '/']) {
      const bare = await ask(path)
      for (const more of [
        'from=timeline',
        'from=newsletter&lang=sv_SE',
        'cursor=x',
        'lang=',
        'utm_campaign=50%',
        'lang=sv-%ff',
        'from=1&from=2',
      ]) {
        const shared = await ask(`${path}?${more}`)
        expect([path, more, shared.status]).toEqual([path, more, 200])
        expect(shared.text, `${path}?${more}`).toBe(bare.text)
      }
    }
  })

  it('say in plain words that something is gone or never was, with privacy and a door to report', async () => {
    for (const [path, status, words] of [
      ['/hagby/e/what-it-was-withdrawn', 410, 'Det här är inte längre publicerat'],
      ['/hagby/e/nothing', 404, 'Sidan finns inte'],
      ['/hagby/p/e1', 404, 'Sidan finns inte'],
    ] as const) {
      const got = await ask(path)
      expect([path, got.status, got.headers['cache-control']]).toEqual([path, status, 'public, max-age=10'])
      expect(got.headers['content-type']).toBe('text/html; charset=utf-8')
      for (const one of [words, 'Inget lagras.', 'https://hagby.example/anmal', 'noindex'])
        expect(got.text).toContain(one)
      expect(got.headers['content-security-policy']).toContain("default-src 'none'")
    }
    expect((await ask('/hagby/e/withdrawn')).text).toContain('Skäl: Arrangören har tagit bort det')
  })

  it('show what is urgent above the events, and mark it', async () => {
    const { text } = await ask('/hagby')
    const at = (part: string) => text.indexOf(part)
    expect(at('vattnet-stangs-av-urgent')).toBeGreaterThan(at('class="alert"'))
    expect(at('Brådskande')).toBeGreaterThan(0)
    expect(at('vattnet-stangs-av-urgent')).toBeLessThan(at('Kommande evenemang</h2>'))
    expect(at('vattnet-stangs-av-n1')).toBeGreaterThan(at('Kommande evenemang</h2>'))
  })

  it('go on where the list of events is longer than a page', async () => {
    const first = await ask('/hagby')
    const next = /href="(https:\/\/torg\.example\/hagby\?[^"]*cursor=[^"]*)"/
      .exec(first.text)![1]!
      .replaceAll('&amp;', '&')
    const second = await ask(next.replace('https://torg.example', ''))
    expect(second.status).toBe(200)
    expect(second.text).toContain('Börja om från i dag')
    const days = (text: string) =>
      [...text.matchAll(/class="hour"><time datetime="([^"]+)"/g)].map(([, time]) => time!)
    expect(days(first.text).length).toBeGreaterThan(10)
    expect(days(second.text).filter((one) => one.startsWith('2026-11'))).toEqual([])
  })

  it('are in the sitemap, which robots are told of', async () => {
    const map = await ask('/sitemap.xml')
    expect(map.headers['content-type']).toBe('application/xml; charset=utf-8')
    const urls = [...map.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!)
    for (const url of urls)
      expect([url, (await ask(url.replace('https://torg.example', ''))).status]).toEqual([url, 200])
    expect(urls.filter((url) => url.includes('stangd') || url.includes('withdrawn'))).toEqual([])
    expect((await ask('/sitemap-1.xml')).status).toBe(404)
    expect((await ask('/robots.txt')).text).toContain('Sitemap: https://torg.example/sitemap.xml')
  })

  it.each([
    '/admin',
    '/api/events',
    '/nowhere',
    '/hagby/else',
    '/hagby/events',
    '/hagby/e',
    '/hagby/e/a/b',
    '/hagby/constructor/e1',
    '/sitemap-0.xml',
    '/e/e1',
  ])('leave %s to others', async (path) => {
    expect((await ask(path)).status).toBe(299)
  })
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
