import { describe, expect, it } from 'vitest'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { municipalityRoutes } from './feed-routes.js'
import { ask, feed, serveFeed } from './examples/served-feed.js'

serveFeed()

describe('every door', () => {
  const doors = municipalityRoutes.map(
    (route) =>
      `/feed/v1${route.path.replace('{m}', 'hagby').replace('{id}', route.path.includes('/posts/') ? 'n1' : 'e1')}`,
  )
  const all = [
    '/feed/v1',
    '/feed/v1/',
    '/feed/v1/docs',
    '/feed/v1/openapi.json',
    '/',
    '/hagby',
    '/hagby/e/oppen-traning-e1',
    '/hagby/p/vattnet-stangs-av-n1',
    '/sitemap.xml',
    '/robots.txt',
    '/assets/torg-calendar.js',
    '/media/m1/320.webp',
    `/feed/v1/graphql?query=${encodeURIComponent('{ manifest(municipality: "hagby") { name } }')}`,
    ...doors,
  ]
  const posted = (path: string): boolean => path.includes('/graphql')
  const takes = (path: string): string => `GET, HEAD,${posted(path) ? ' POST,' : ''} OPTIONS`

  it.each([...all, '/feed/v10', '/feed/v1/nowhere/events', '/nowhere'])(
    '%s has browsers come back encrypted, the first time and when it is ready',
    async (path) => {
      for (let time = 0; time < 3; time += 1) {
        const { headers } = await ask(path)
        expect(headers['strict-transport-security']).toBe('max-age=31536000')
      }
    },
  )

  it.each(all)(
    '%s answers without cookies, to all origins, for at most a minute, and conditionally',
    async (path) => {
      const got = await ask(path)
      expect(got.status).toBe(200)
      expect(got.headers['set-cookie']).toBeUndefined()
      expect(got.headers['x-powered-by']).toBeUndefined()
      expect(got.headers['access-control-allow-origin']).toBe('*')
      expect(got.headers.vary).toBe('Accept-Encoding')
      const ages = [...got.headers['cache-control']!.matchAll(/=(\d+)/g)].map(([, age]) => Number(age))
      expect(ages.reduce((a, b) => a + b)).toBeLessThanOrEqual(60)
      const etag = got.headers.etag!
      expect(etag).toMatch(/^"[\w-]+"$/)
      const again = await ask(path, { headers: { 'if-none-match': `"x", W/${etag}` } })
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag])
      const head = await ask(path, { method: 'HEAD' })
      expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
        200,
        0,
        String(got.bytes.length),
      ])
    },
  )

  it.each(all)('%s refuses other methods and says which it has', async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].slice(posted(path) ? 1 : 0)) {
      const got = await ask(path, { method })
      expect([got.status, got.headers.allow]).toEqual([405, takes(path)])
      expect(got.json).toMatchObject({ code: 'method-not-allowed' })
    }
    const options = await ask(path, { method: 'OPTIONS', headers: { origin: 'https://a.example' } })
    expect([options.status, options.headers['access-control-allow-methods']]).toEqual([204, takes(path)])
  })

  it.each(doors)('%s names a parameter that it does not know', async (path) => {
    const got = await ask(`${path}?colour=red`)
    expect(got.status).toBe(400)
    expect(got.headers['content-type']).toContain('application/problem+json')
    expect(got.json).toMatchObject({
      code: 'unknown-parameter',
      status: 400,
      errors: [{ field: 'colour', code: 'unknown-parameter' }],
    })
  })

  it.each([
    '%',
    '%zz',
    '%e0%a4',
    '%ff',
    '%00',
    '..%2f..',
    '%252e',
    '<script>',
    '__proto__',
    'constructor',
    "'or1=1",
    '💥'.repeat(20),
    'a'.repeat(5_000),
  ])('survives the hostile id %j', async (id) => {
    const encoded = encodeURI(id).replaceAll('%25', '%')
    for (const path of [
      `${feed}/events/${encoded}`,
      `${feed}/events/${encoded}.ics`,
      `${feed}/posts/${encoded}`,
      `/feed/v1/${encoded}`,
      `/media/${encoded}/320.webp`,
    ]) {
      const got = await ask(path)
      expect([400, 404]).toContain(got.status)
      expect(got.headers['content-type']).toContain('application/problem+json')
      expect(got.text).not.toContain('<script>')
    }
    expect((await ask('/healthz')).status).toBe(200)
  })
})

describe('compressed answers', () => {
  it('are the same bytes, each with its own ETag', async () => {
    const plain = await ask(`${feed}/events`)
    const br = await ask(`${feed}/events`, { headers: { 'accept-encoding': 'gzip, br' } })
    const gzip = await ask(`${feed}/events`, { headers: { 'accept-encoding': 'gzip, br;q=0' } })
    expect([plain, br, gzip].map((one) => one.headers['content-encoding'])).toEqual([undefined, 'br', 'gzip'])
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true)
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
    expect(new Set([plain, br, gzip].map((one) => one.headers.etag)).size).toBe(3)
    const cached = await ask(`${feed}/events`, {
      headers: { 'accept-encoding': 'br', 'if-none-match': br.headers.etag! },
    })
    expect(cached.status).toBe(304)
  })
})
