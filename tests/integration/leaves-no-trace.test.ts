import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { numberPublications } from '../../src/editorial/number-publication.js'
import { municipalityKey, oneAtATime } from '../../src/editorial/one-at-a-time.js'
import { together } from '../../src/editorial/together.js'
import { bundled } from '../../src/scripts/tools/bundle.mjs'
import { eventually, makeCategory, makeMunicipality } from '../support/people.js'
import { publicPost } from '../support/public-post.js'
import { askRaw, type Heard } from '../support/raw-client.js'
import { database, describeHere, startForTests } from '../support/torg.js'

/** 60 in `npm test`; `TORG_TEST_CITIZENS=10000` for the long run. */
const citizens = Number(process.env.TORG_TEST_CITIZENS ?? 60)
const slug = 'tystby'
const feed = `/feed/v1/${slug}`
/** A word of each citizen's own, the addresses of all of them and where they are. */
const anyCanary = /kn\d+fj|203\.0\.113\.|58\.7319/gi
/** Short enough to be a part of a language tag. */
const canaryOf = (citizen: number): string => `kn${citizen}fj`

interface Asked {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** Everything that one citizen's device and the proxies on its way could tell about them, in every place there is. */
function questionsOf(citizen: number): Asked[] {
  const word = canaryOf(citizen)
  const cursor = Buffer.from(`1\n${word}\n1`).toString('base64url')
  const headers = {
    'User-Agent': word,
    Cookie: `payload-token=${word}; ${word}=1`,
    Authorization: `JWT ${word}`,
    Referer: `https://${word}.example/`,
    Origin: `https://${word}.example`,
    From: `${word}@example.org`,
    Accept: `text/${word}`,
    'Accept-Language': word,
    'Accept-Encoding': `br;q=0, gzip;q=0, ${word}`,
    'If-None-Match': `"${word}"`,
    Range: `bytes=0-1, ${word}`,
    'X-Forwarded-For': `203.0.113.${citizen % 250}, ${word}`,
    Forwarded: `for=203.0.113.${citizen % 250};by=${word}`,
    'X-Real-IP': `203.0.113.${citizen % 250}`,
    'CF-Connecting-IP': `203.0.113.${citizen % 250}`,
    'True-Client-IP': word,
    [`X-${word}`]: word,
  }
  const form = `--x\r\nContent-Disposition: form-data; name="file"; filename="${word}.jpg"\r\n\r\n${word}\r\n--x--\r\n`
  const json = { 'Content-Type': 'application/json' }
  return [
    ...[
      feed,
      `${feed}/posts`,
      `${feed}/posts?q=${word}`,
      `${feed}/posts?category=${word}`,
      `${feed}/posts?cursor=${cursor}`,
      `${feed}/posts?${word}=1`,
      `${feed}/posts/${word}`,
      `${feed}/events?near=58.7319${citizen},17.1&q=${word}`,
      `${feed}/events?bbox=17.1,58.7319${citizen},17.2,59&area=${word}`,
      `${feed}/changes?after=1&lang=sv-${word}`,
      `${feed}/posts?lang=sv-${word}`,
      `${feed}/posts?lang=${word}`,
      `/${slug}?lang=sv-${word}`,
      `/feed/v1/${word}`,
      `/media/${word}/320.webp`,
      `/${word}`,
      `/${slug}?lang=en&${word}`,
      `/${slug}/posts/${word}`,
      `/${slug}/p/${word.toLowerCase()}`,
      `/${slug}?cursor=${cursor}`,
      `/${slug}/e/${word}?fbclid=${word}`,
      `/sitemap-${citizen}.xml?${word}`,
      `/?${word}`,
      `/feed/v1/docs?${word}`,
    ].map((address) => ({ path: address, headers })),
    { path: feed, method: 'POST', headers, body: word },
    {
      path: '/feed/v1/graphql',
      method: 'POST',
      headers: { ...headers, ...json },
      body: JSON.stringify({ query: `{ ${word}: __typename }` }),
    },
    { path: `/feed/v1/graphql?query={${word}:__typename}`, headers },
    {
      path: '/api/media',
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' },
      body: form,
    },
  ]
}

/** What an answer must not be: a fault of the server, one with a cookie, one with words of another citizen. */
function faultsOf({ method = 'GET', path: address }: Asked, heard: Heard, citizen: number): string[] {
  const what = `${method} ${address}`
  const said = heard.head + heard.body.toString()
  const others = (said.match(/kn\d+fj/gi) ?? []).filter((word) => word.toLowerCase() !== canaryOf(citizen))
  return [
    ...(heard.status < 200 || heard.status >= 500 ? [`${what}: ${heard.status}`] : []),
    ...(/set-cookie/i.test(heard.head) ? [`${what}: a cookie`] : []),
    ...others.map((word) => `${what}: ${word}`),
  ]
}

describeHere('citizens who only read', () => {
  let folder: string
  let port: number
  let env: Record<string, string>
  let child: ChildProcess
  let log = ''
  let answers = 0
  const faults: string[] = []
  const plain = [
    feed,
    `${feed}/posts`,
    `${feed}/posts/n1`,
    `${feed}/events`,
    `${feed}/changes`,
    `${feed}/calendar.ics`,
    `${feed}/posts.rss`,
    '/feed/v1',
    `/${slug}`,
  ]
  const before = new Map<string, Heard>()

  beforeAll(
    async () => {
      const torg = await startForTests()
      ;({ folder, env } = torg)
      ;({ port } = torg.settings)
      const municipality = String((await makeMunicipality(torg.payload, { slug })).id)
      await makeCategory(torg.payload, municipality)
      const posts = [1, 2, 3].map((at) =>
        publicPost({ id: `n${at}`, municipality: slug, organisation: 'kommunen' }, `Inlägg ${at}`, {
          organisation: null,
        }),
      )
      await oneAtATime(municipalityKey(slug), () =>
        together(torg.payload, (write) => numberPublications(torg.payload, slug, posts, new Map(), write)),
      )
      await torg.stop()

      const flags = ['-C', 'production', '--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`]
      child = spawn(process.execPath, [...flags, await bundled('tests/support/torg-apart.ts')], {
        env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout!, child.stderr!])
        stream.on('data', (text: Buffer) => (log += text.toString()))
      const ready = await eventually(
        () => askRaw(port, '/readyz'),
        ({ status }) => status === 200,
        60_000,
      )
      if (ready.status !== 200) throw new Error(`Torg did not start: ${log}`)
      for (const address of plain) before.set(address, await askRaw(port, address))

      const all = Array.from({ length: citizens }, (_, citizen) => citizen)
      const ask = async (): Promise<void> => {
        for (let citizen = all.pop(); citizen !== undefined; citizen = all.pop())
          for (const asked of questionsOf(citizen)) {
            const { path: address, ...more } = asked
            const heard = await askRaw(port, address, more)
            answers += 1
            faults.push(...faultsOf(asked, heard, citizen))
          }
      }
      await Promise.all(Array.from({ length: 8 }, ask))
    },
    240_000 + citizens * 200,
  )
  afterAll(() => child?.kill('SIGKILL'))

  it('are answered, never with a cookie, and never with a word of somebody else', () => {
    expect(answers).toBe(citizens * questionsOf(0).length)
    expect(faults.slice(0, 20)).toEqual([])
  })

  it('get the same bytes for the same address, whoever they are', async () => {
    for (const address of plain) {
      const { body, head } = before.get(address)!
      const tag = /etag: (\S+)/i.exec(head)?.[1]
      for (const headers of [
        {},
        { Cookie: 'a=b', 'User-Agent': 'x', 'Accept-Language': 'en', 'X-Forwarded-For': '203.0.113.1' },
        { Authorization: 'JWT x', Origin: 'https://a.example', DNT: '1', 'Sec-GPC': '1' },
      ]) {
        const heard = await askRaw(port, address, { headers: headers as Record<string, string> })
        expect(heard.body.equals(body)).toBe(true)
        expect(/etag: (\S+)/i.exec(heard.head)?.[1]).toBe(tag)
      }
    }
  })

  // What a process keeps in its memory has nothing to do with its database, and telling takes a while.
  if (database === 'sqlite')
    it('leave nothing in the memory of the process once their questions are answered', async () => {
      // What an engine keeps of the last text it looked at is that of somebody who said nothing.
      for (let at = 0; at < 60; at += 1) for (const address of plain) await askRaw(port, address)
      child.kill('SIGUSR2')
      const snapshots = () => fs.readdirSync(folder).filter((name) => name.endsWith('.heapsnapshot'))
      const file = path.join(
        folder,
        (
          await eventually(
            async () => snapshots(),
            (names) => names.length > 0,
            60_000,
          )
        )[0]!,
      )
      const end = async () => {
        const bytes = fs.readFileSync(file)
        return bytes.subarray(-200).toString().trimEnd().endsWith('}') ? bytes : null
      }
      const snapshot = (await eventually(end, (bytes) => bytes !== null, 90_000, 500))!
      const found =
        snapshot.toString('latin1').match(new RegExp(`.{0,60}(?:${anyCanary.source}).{0,60}`, 'gi')) ?? []
      fs.rmSync(file)
      expect(found).toEqual([])
    }, 200_000)

  it('leave nothing in the database, on the disk or in the log', async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    expect(log.match(anyCanary) ?? []).toEqual([])
    const files = fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
    if (database === 'sqlite') expect(files.map((one) => one.name)).toContain('torg.db')
    for (const file of files) {
      const bytes = fs.readFileSync(path.join(file.parentPath, file.name)).toString('latin1')
      expect(bytes.match(anyCanary) ?? [], file.name).toEqual([])
    }
    if (database !== 'mongodb') return
    const client = await MongoClient.connect(env.DATABASE_URL!)
    for (const { name } of await client.db().listCollections().toArray()) {
      const stored = JSON.stringify(await client.db().collection(name).find().toArray())
      expect(stored.match(anyCanary) ?? [], name).toEqual([])
    }
    await client.close()
  })
})
