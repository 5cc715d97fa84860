import { fork, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renditionName } from '../../media/upload.js'
import { mostUnread, unread } from '../../src/http/unread.js'
import { renditionWidths } from '../../src/publication/picture-rules.js'
import { numberPublications } from '../../src/editorial/number-publication.js'
import { municipalityKey, oneAtATime } from '../../src/editorial/one-at-a-time.js'
import { together } from '../../src/editorial/together.js'
import { makeCategory, makeMunicipality } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { publicPost } from '../support/public-post.js'
import { answersIn, askRaw, request, sendRaw, type Heard } from '../support/raw-client.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

/** 300 in `npm test`; `TORG_TEST_CONNECTIONS=10000` for the long run, which also waits until they are let go. */
const connections = Number(process.env.TORG_TEST_CONNECTIONS ?? 300)
const long = connections > 1_000
const slug = 'fientby'
const feed = `/feed/v1/${slug}`
const mega = 1024 * 1024
const pictures = ['bild1', 'bild2', 'bild3']
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describeHere('hostile clients', () => {
  let torg: Running
  let port: number
  const open: net.Socket[] = []
  let dropByDrop: Promise<string>
  const ask = (address: string, more: Parameters<typeof askRaw>[2] = {}) => askRaw(port, address, more)
  const codeOf = ({ body }: Heard): string => (JSON.parse(body.toString()) as { code: string }).code
  /** Everybody else still gets what they ask for. */
  async function othersAreServed(): Promise<void> {
    for (const path of [feed, `${feed}/posts?limit=1`, `${feed}/posts?q=inlagg&limit=1`, '/healthz'])
      expect((await ask(path)).status).toBe(200)
  }

  beforeAll(async () => {
    torg = await startForTests()
    port = torg.settings.port
    const municipality = String((await makeMunicipality(torg.payload, { slug })).id)
    await makeCategory(torg.payload, municipality)
    for (const id of pictures)
      for (const width of renditionWidths)
        writeFileSync(
          path.join(torg.settings.mediaDir, renditionName(id, width)),
          Buffer.alloc(16 * mega, id),
        )
    const posts = Array.from({ length: 300 }, (_, at) => {
      const about = { id: `n${at}`, municipality: slug, organisation: 'kommunen' }
      const one = publicPost(about, `Inlägg ${at}`, {
        organisation: null,
        pictures: at === 0 ? pictures : [],
      })
      return { ...one, data: { ...one.data!, excerpt: 'ö'.repeat(20_000) } as typeof one.data }
    })
    await oneAtATime(municipalityKey(slug), () =>
      together(torg.payload, (write) => numberPublications(torg.payload, slug, posts, new Map(), write)),
    )
    await feedHasCaughtUp(torg, [slug])
    // It takes ten seconds, in which the others have their turn.
    dropByDrop = halfAHead(port)
  })
  afterEach(() => open.splice(0).forEach((socket) => socket.destroy()))
  afterAll(() => torg?.stop())

  describe('that take up connections', () => {
    let clients: ChildProcess | undefined
    afterAll(() => clients?.kill())
    const count = () =>
      new Promise<number>((resolve, reject) =>
        torg.server.getConnections((error, found) => (error ? reject(error) : resolve(found))),
      )

    it(`${connections} of them, idle or in the middle of a word, keep nobody else out`, async () => {
      clients = fork('tests/support/idle-clients.mjs', [String(port), String(connections)], { execArgv: [] })
      await new Promise((resolve) => clients!.once('message', resolve))
      await othersAreServed()
      expect(await count()).toBeGreaterThanOrEqual(connections)
      if (!long) return
      // Ten seconds for a head, looked after every five.
      await pause(20_000)
      expect(await count()).toBeLessThan(10)
    }, 120_000)

    it('read nothing of a large answer, and hold nothing but their connection', async () => {
      for (let at = 0; at < 20; at += 1) {
        const socket = net.connect({ port, host: '127.0.0.1' }).pause()
        socket.on('error', () => undefined)
        socket.write(request('GET', `${feed}/changes?limit=1000`))
        open.push(socket)
      }
      await pause(200)
      await othersAreServed()
      const whole = await ask(`${feed}/changes?limit=1000`)
      expect(whole.body.length).toBeGreaterThan(10_000_000)
      if (!long) return
      const before = await count()
      await pause(66_000)
      expect(await count()).toBeLessThanOrEqual(before - 20)
    }, 120_000)

    /** Asks for things, each on a connection of its own, and reads nothing. */
    function stare(paths: string[]): void {
      for (const asked of paths) {
        const socket = net.connect({ port, host: '127.0.0.1' }).pause()
        socket.on('error', () => undefined)
        socket.write(request('GET', asked))
        open.push(socket)
      }
    }
    const until = (wished: () => boolean) => expect.poll(wished, { timeout: 30_000 }).toBe(true)

    it.each([
      [
        'a picture, all of them the same',
        Array.from({ length: 40 }, () => '/media/bild1/320.webp'),
        16 * mega,
        16 * mega,
      ],
      [
        'pictures, each another',
        pictures.flatMap((id) => renditionWidths.map((width) => `/media/${id}/${width}.webp`)),
        mostUnread - 16 * mega,
        mostUnread,
      ],
      [
        'large answers, each another',
        Array.from({ length: 20 }, (_, at) => `${feed}/changes?after=${at + 2}&limit=1000`),
        mostUnread - 13 * mega,
        mostUnread,
      ],
    ])('read nothing of %s, and hold no more than may be held', async (_name, paths, least, most) => {
      // Those of the test before are still leaving.
      await until(() => unread.held() === 0)
      stare(paths)
      await until(() => unread.held() >= least)
      for (let round = 0; round < 10; round += 1) {
        expect(unread.held()).toBeLessThanOrEqual(most)
        await pause(20)
      }
      await othersAreServed()
      expect((await ask('/media/bild2/800.webp')).body.length).toBe(16 * mega)
      open.splice(0).forEach((socket) => socket.destroy())
      await until(() => unread.held() === 0)
    })

    it('ask a thousand things at once and leave', async () => {
      for (let at = 0; at < 10; at += 1) {
        const socket = net.connect({ port, host: '127.0.0.1' })
        socket.on('error', () => undefined)
        const asked = Array.from({ length: 100 }, (_, one) =>
          request('GET', `${feed}/posts?q=ord${at}x${one}`),
        )
        socket.write(asked.join(''))
        open.push(socket)
      }
      await pause(50)
      open.splice(0).forEach((socket) => socket.destroy())
      await othersAreServed()
    })

    it('ask for more at once than can be made soon, and are told so, while ready answers go out', async () => {
      const asked = Array.from({ length: 6_000 }, (_, at) =>
        request('GET', `${feed}/posts?limit=1&q=ord${at}`),
      )
      const all = sendRaw(port, asked.join(''), 2_000)
      await othersAreServed()
      const heard = answersIn(await all)
      const refused = heard.filter((one) => one.status === 503)
      expect(heard.filter((one) => one.status === 200).length).toBeGreaterThan(1_000)
      expect(refused.length).toBeGreaterThan(100)
      expect(refused[0]!.head).toMatch(/retry-after: 1/i)
      expect(codeOf(refused[0]!)).toBe('unavailable')
    }, 60_000)

    it('send hundreds of requests in one breath and get each answer in its place', async () => {
      const paths = Array.from({ length: 200 }, (_, at) =>
        at % 2 ? `${feed}/posts/n${at}` : `${feed}/posts/unknown`,
      )
      const heard = answersIn(await sendRaw(port, paths.map((path) => request('GET', path)).join(''), 1_000))
      expect(heard.map((one) => one.status)).toEqual(paths.map((_, at) => (at % 2 ? 200 : 404)))
      for (const at of [1, 77, 199]) expect(heard[at]!.body.toString()).toContain(`"id":"n${at}"`)
    })
  })

  describe('with giant questions', () => {
    it.each([
      ['a query of 5 000 characters', `${feed}/events?q=${'a'.repeat(5_000)}`, 400, 'malformed-request'],
      ['a path of 5 000 characters', `${feed}/events/${'a'.repeat(5_000)}`, 400, 'malformed-request'],
      [
        'a thousand parameters',
        `${feed}/events?${Array.from({ length: 1_000 }, (_, at) => `p${at}`).join('&')}`,
        400,
        null,
      ],
      [
        'the same parameter again and again',
        `${feed}/events?${'limit=5&'.repeat(100)}`,
        400,
        'bad-parameter',
      ],
      [
        'more values than anyone needs',
        `${feed}/events?category=${Array(60).fill('x').join()}`,
        400,
        'bad-parameter',
      ],
      ['a search of 101 characters', `${feed}/events?q=${'a'.repeat(101)}`, 400, 'bad-parameter'],
      ['a year without end', `${feed}/events?from=99999-01-01`, 400, 'bad-parameter'],
    ])('%s', async (_name, path, status, code) => {
      const heard = await ask(path)
      expect(heard.status).toBe(status)
      expect(heard.head).toMatch(/content-type: application\/problem\+json/i)
      expect(heard.head).toMatch(/cache-control: no-store/i)
      if (code) expect(codeOf(heard)).toBe(code)
      expect(heard.body.length).toBeLessThan(200_000)
      await othersAreServed()
    })

    it('heads that no browser sends', async () => {
      const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`X-${at}`, 'y'.repeat(100)]))
      expect((await ask(feed, { headers: many })).status).toBe(431)
      expect((await ask(feed, { headers: { Cookie: 'x'.repeat(20_000) } })).status).toBe(431)
      expect((await ask(`${feed}?${'a'.repeat(20_000)}`)).status).toBe(431)
      await othersAreServed()
    })
  })

  describe('with queries that blow up', () => {
    const many = (count: number, each: (at: number) => string): string =>
      Array.from({ length: count }, (_, at) => each(at)).join(' ')
    const m = `municipality: "${slug}"`
    const bombs: [string, string][] = [
      ['aliases', `{ municipalities { ${many(400, (at) => `a${at}: name`)} } }`],
      [
        'fragments that double',
        `{ municipalities { ...F0 } } ${many(20, (at) => `fragment F${at} on ServedMunicipality { a${at}: logo { id } ...F${at + 1} ...F${at + 1} }`)} fragment F20 on ServedMunicipality { id }`,
      ],
      [
        'costs',
        `{ ${many(5, (at) => `a${at}: changes(${m}, limit: 1000) { items { post { title body { html } } } }`)} }`,
      ],
      [
        'costs beside a limit below nothing',
        `{ changes(${m}, limit: 1000) { items { event { occurrences { start } } } } events(${m}, limit: -2147483648) { items { title summary } } }`,
      ],
    ]
    const post = (query: string): string => {
      const body = JSON.stringify({ query })
      const headers = {
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(body)),
      }
      return request('POST', '/feed/v1/graphql', headers) + body
    }
    const codesOf = (heard: Heard[]): Set<unknown> =>
      new Set(
        heard.map(({ body }) => {
          const { errors } = JSON.parse(body.toString()) as { errors?: { extensions: { code: string } }[] }
          return errors?.[0]?.extensions.code
        }),
      )

    it.each(bombs)('by %s are refused, a hundred at once, while others are served', async (_name, query) => {
      const all = Array.from({ length: 4 }, () => sendRaw(port, post(query).repeat(25), 2_000))
      await othersAreServed()
      const heard = (await Promise.all(all)).flatMap((bytes) => answersIn(bytes))
      expect(heard).toHaveLength(100)
      expect(codesOf(heard)).toEqual(new Set(['query-too-large']))
    })

    it('as far as they may are answered in turns, while others are served', async () => {
      const dear = `{ changes(${m}, limit: 1000) { items { post { id title } } } }`
      const all = Array.from({ length: 20 }, () => sendRaw(port, post(dear).repeat(5), 5_000))
      await othersAreServed()
      const heard = (await Promise.all(all)).flatMap((bytes) => answersIn(bytes))
      expect([heard.length, codesOf(heard)]).toEqual([100, new Set([undefined])])
    }, 60_000)
  })

  it.each([
    ['nothing', ''],
    ['noise', 'AAAA'],
    ['a line', 'x\ny\nz'],
    ['no number', 'NaN\nn1\n1'],
    ['a place beyond all', '9007199254740991\nn1\nx'],
    ['a place before all', '-9007199254740991\n\n'],
    ['names of objects', '0\n__proto__\nconstructor'],
    ['broken text', Buffer.from([0x31, 0x0a, 0xff, 0xfe, 0x0a, 0x00]).toString('latin1')],
    ['a long one', `1\n${'x'.repeat(250)}\n1`],
    ['a far too long one', `1\n${'x'.repeat(2_500)}\n1`],
  ])(
    'that forge a cursor (%s) get a page or a 400, and nothing that they could not see',
    async (_name, text) => {
      const cursor = Buffer.from(text, 'latin1').toString('base64url')
      for (const door of ['events', 'posts', 'categories']) {
        const heard = await ask(`${feed}/${door}?limit=2&cursor=${cursor}`)
        expect([200, 400]).toContain(heard.status)
        if (heard.status === 400) expect(codeOf(heard)).toBe('bad-parameter')
        else expect((JSON.parse(heard.body.toString()) as { items: [] }).items.length).toBeLessThanOrEqual(2)
      }
    },
  )

  describe('with odd encodings', () => {
    it.each([
      ['br', 'br'],
      ['br;q=0, gzip;q=0', null],
      ['gzip;q=1.0000, *;q=0', 'gzip'],
      ['deflate, x-br', null],
      ['  ,;q=,br ;q=0.1', 'br'],
      ['\u00e5\u00e4\u00f6', null],
      ['gzip'.repeat(1_000), null],
    ])('Accept-Encoding %j', async (accepted, encoding) => {
      const heard = await ask(`${feed}/posts?limit=3`, { headers: { 'Accept-Encoding': accepted } })
      expect(heard.status).toBe(200)
      expect(/content-encoding: (\S+)/i.exec(heard.head)?.[1] ?? null).toBe(encoding)
      const unpack =
        encoding === 'br' ? brotliDecompressSync : encoding === 'gzip' ? gunzipSync : (all: Buffer) => all
      expect((JSON.parse(unpack(heard.body).toString()) as { items: [] }).items).toHaveLength(3)
    })

    it.each(['%', '%zz', '%c0%80', '%ff', '%ed%a0%80'])('the broken percent-encoding %s', async (broken) => {
      for (const path of [`${feed}/posts/${broken}`, `${feed}/posts?q=${broken}`, `/feed/v1/${broken}`]) {
        const heard = await ask(path)
        expect([heard.status, codeOf(heard)]).toEqual([400, 'malformed-request'])
      }
    })

    it.each([
      [
        'two lengths',
        'POST /feed/v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx',
        400,
      ],
      [
        'a length and chunks',
        'POST /feed/v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        400,
      ],
      ['no host', 'GET /feed/v1 HTTP/1.1\r\n\r\n', 400],
      ['a word that is no method', 'FEED /feed/v1 HTTP/1.1\r\nHost: a\r\n\r\n', 400],
      ['a break in a header', 'GET /feed/v1 HTTP/1.1\r\nHost: a\r\nX: a\rb: c\r\n\r\n', 400],
      ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
      ['the oldest protocol', 'GET /feed/v1 HTTP/1.0\r\n\r\n', 200],
      ['an address that names its host', 'GET http://torg.example/feed/v1 HTTP/1.1\r\nHost: a\r\n\r\n', 200],
    ])('on the line: %s', async (_name, bytes, status) => {
      expect(answersIn(await sendRaw(port, Buffer.from(bytes, 'latin1')))[0]?.status).toBe(status)
      await othersAreServed()
    })
  })

  describe('with other methods', () => {
    it('HEAD has the head of GET and no body, OPTIONS says what there is, everything else is refused', async () => {
      for (const path of [feed, `${feed}/posts?limit=1`, `${feed}/posts/n1`, `${feed}/calendar.ics`]) {
        const [get, head] = [await ask(path), await ask(path, { method: 'HEAD' })]
        const lines = ({ head: text }: Heard) =>
          text
            .split('\r\n')
            .filter((one) => !/^(date|connection):/i.test(one))
            .sort()
        expect(lines(head)).toEqual(lines(get))
        expect(head.body).toHaveLength(0)
        expect((await ask(path, { method: 'OPTIONS' })).status).toBe(204)
        for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'PROPFIND'])
          expect((await ask(path, { method })).status).toBe(405)
      }
      expect((await ask(`${feed}/posts/unknown`, { method: 'HEAD' })).status).toBe(404)
    })

    it('a body is read past, and the connection goes on', async () => {
      const body = 'x'.repeat(1_000)
      const post = request('POST', feed, { 'Content-Length': String(body.length) }) + body
      const heard = answersIn(await sendRaw(port, post + request('GET', `${feed}/posts/n1`)))
      expect(heard.map((one) => one.status)).toEqual([405, 200])
    })
  })

  it.each(['bytes=0-9', 'bytes=-5', 'bytes=0-0,5-9,2-3', 'bytes=99999999-', 'lines=1-2', ''])(
    'that ask for the range %j get the whole, once',
    async (range) => {
      const whole = await ask(`${feed}/posts/n1`)
      const heard = await ask(`${feed}/posts/n1`, { headers: { Range: range, 'If-Range': '"x"' } })
      expect(heard.status).toBe(200)
      expect(heard.body.equals(whole.body)).toBe(true)
      expect(heard.head).not.toMatch(/content-range|accept-ranges/i)
    },
  )

  it('that send their question drop by drop are told that it took too long', async () => {
    expect(await dropByDrop).toMatch(/^HTTP\/1\.1 408 /)
  }, 30_000)
})

/** Half a head, and what came until the connection was closed. */
function halfAHead(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' })
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.on('close', () => resolve(heard))
    socket.write('GET /feed/v1 HTTP/1.1\r\nHost: to')
  })
}
