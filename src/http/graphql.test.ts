import { buildClientSchema, getIntrospectionQuery, printSchema, type IntrospectionQuery } from 'graphql'
import { describe, expect, it } from 'vitest'
import { asRest, changeAsRest, everyField, withoutNulls } from '../../tests/support/every-field.js'
import { eventData, publicationOf } from '../feed/examples/publications.js'
import { feedSchema } from '../feed/graphql/schema.js'
import { ask, feed, index, rows, serveFeed, taken } from './examples/served-feed.js'

serveFeed()

interface Told {
  message: string
  extensions: { code: string; status: number; errors?: { field: string }[] } & Record<string, unknown>
}
interface Answer {
  data?: Record<string, Record<string, unknown>>
  errors?: Told[]
}
const address = '/feed/v1/graphql'
const asked = (query: string, variables?: object): string =>
  `${address}?${new URLSearchParams({ query, ...(variables && { variables: JSON.stringify(variables) }) }).toString()}`
const get = async (query: string, variables?: object) => (await ask(asked(query, variables))).json as Answer
const post = (body: unknown, headers = {}) =>
  ask(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })
const rest = async (path: string) => (await ask(`${feed}${path}`)).json as Record<string, unknown>

describe('GraphQL answers what REST answers, field by field', () => {
  it.each([
    ['manifest', '', 'Manifest', ''],
    ['event', 'id: "weekly"', 'Event', '/events/weekly'],
    ['event', 'id: "e1", lang: "en"', 'Event', '/events/e1?lang=en'],
    ['post', 'id: "n1"', 'Post', '/posts/n1'],
  ])('%s(%s)', async (field, more, type, path) => {
    const { data, errors } = await get(
      `{ ${field}(municipality: "hagby"${more && `, ${more}`}) { ${everyField(type)} } }`,
    )
    expect(errors).toBeUndefined()
    expect(withoutNulls(asRest(data![field], type))).toEqual(withoutNulls(await rest(path)))
  })

  it.each([
    ['events', 'limit: 5', 'Occurrence', '/events?limit=5'],
    [
      'events',
      'category: ["talk"], attendance: [ONLINE]',
      'Occurrence',
      '/events?category=talk&attendance=online',
    ],
    [
      'events',
      'notCategory: ["talk"], weekday: [TU], collapse: SERIES, free: true, age: 8, near: "59.1,17.2", within: 2.5',
      'Occurrence',
      '/events?not-category=talk&weekday=tu&collapse=series&free=true&age=8&near=59.1,17.2&within=2.5',
    ],
    ['posts', 'type: [NOTICE], limit: 10', 'Post', '/posts?type=notice&limit=10'],
    ['organisations', '', 'Organisation', '/organisations'],
    ['places', '', 'Place', '/places'],
    ['categories', '', 'Category', '/categories'],
  ])('%s(%s)', async (field, more, type, path) => {
    const { data, errors } = await get(
      `{ ${field}(municipality: "hagby"${more && `, ${more}`}) { cursor items { ${everyField(type)} } } }`,
    )
    expect(errors).toBeUndefined()
    const { items, next } = (await rest(path)) as { items: unknown[]; next?: string }
    const found = data![field]!.items as unknown[]
    expect(found.map((one) => withoutNulls(asRest(one, type)))).toEqual(items.map(withoutNulls))
    expect(items.length).toBeGreaterThan(0)
    expect(data![field]!.cursor).toBe(next ? new URL(next).searchParams.get('cursor') : null)
  })

  it('changes, page by page, from the first to the last', async () => {
    let [restUrl, after, head] = ['/changes?after=0&limit=4', 0, undefined as number | undefined]
    for (let pages = 0; pages < 9; pages += 1) {
      const { data, errors } = await get(
        `query Q($after: ChangeNumber, $head: ChangeNumber) { changes(municipality: "hagby", after: $after, head: $head, limit: 4)
          { license next { after head } items { ${everyField('Change', 2)} } } }`,
        { after, head },
      )
      expect(errors).toBeUndefined()
      const { items, next, license } = (await rest(restUrl)) as {
        items: unknown[]
        next: string
        license: string
      }
      const changes = data!.changes as unknown as {
        items: Record<string, unknown>[]
        license: string
        next: { after: number; head: number }
      }
      const found = changes.items.map((one) => withoutNulls(changeAsRest(one)))
      expect(withoutTree(found)).toEqual(withoutTree(items.map(withoutNulls)))
      expect(changes.license).toBe(license)
      const { searchParams } = new URL(next)
      expect([changes.next.after, changes.next.head]).toEqual(
        ['after', 'head'].map((name) => Number(searchParams.get(name))),
      )
      if (items.length === 0) return
      ;[restUrl, after, head] = [`/changes${new URL(next).search}`, changes.next.after, changes.next.head]
    }
    throw new Error('The changes did not come to an end.')
  })

  it('the municipalities', async () => {
    const { data } = await get(`{ municipalities { ${everyField('ServedMunicipality')} } }`)
    const { items } = (await ask('/feed/v1')).json as { items: unknown[] }
    const found = data!.municipalities as unknown as unknown[]
    expect(found.map((one) => withoutNulls(asRest(one, 'ServedMunicipality')))).toEqual(
      items.map(withoutNulls),
    )
  })

  it('and tells its schema to whoever asks', async () => {
    const { data } = await get(getIntrospectionQuery())
    expect(printSchema(buildClientSchema(data as unknown as IntrospectionQuery))).toBe(
      printSchema(feedSchema),
    )
    expect(feedSchema.getMutationType()).toBeUndefined()
  })
})

/** The tree of a text cannot be asked to its end; its HTML can. */
function withoutTree(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, each: unknown) => (name === 'nodes' ? undefined : each)))
}

describe('what is not there', () => {
  it.each([
    [
      '{ event(municipality: "hagby", id: "withdrawn") { title } }',
      { code: 'gone', status: 410, state: 'withdrawn', reason: 'organiser' },
    ],
    ['{ event(municipality: "hagby", id: "erased") { title } }', { code: 'not-found', status: 404 }],
    ['{ post(municipality: "hagby", id: "e1") { title } }', { code: 'not-found', status: 404 }],
    ['{ events(municipality: "nowhere") { cursor } }', { code: 'not-found', status: 404 }],
    ['{ manifest(municipality: "stangd") { name } }', { code: 'gone', status: 410, state: 'closed' }],
  ])('%s', async (query, extensions) => {
    const got = await ask(asked(query))
    const { data, errors } = got.json as Answer
    expect(Object.values(data!)).toEqual([null])
    expect(errors!.map((one) => one.extensions)).toMatchObject([extensions])
    expect(got.headers['cache-control']).toBe('public, max-age=10')
    expect(got.headers.etag).toBeUndefined()
  })

  it('tells the rest of what was asked beside it', async () => {
    const { data, errors } = await get(
      '{ event(municipality: "hagby", id: "never") { title } manifest(municipality: "hagby") { name } }',
    )
    expect(data).toEqual({ event: null, manifest: { name: 'Hagby kommun' } })
    expect(errors).toHaveLength(1)
  })

  it('names arguments that REST would refuse as parameters', async () => {
    const got = await ask(
      asked('{ events(municipality: "hagby", limit: 101, notCategory: ["a;b"], within: 2) { cursor } }'),
    )
    const { data, errors } = got.json as Answer
    expect(data).toEqual({ events: null })
    expect(errors![0]!.extensions).toMatchObject({ code: 'bad-parameter', status: 400 })
    expect(errors![0]!.extensions.errors!.map((one) => one.field).sort()).toEqual([
      'limit',
      'notCategory',
      'within',
    ])
    expect(got.headers['cache-control']).toBe('no-store')
  })
})

describe('changes with hundreds of times each', () => {
  it('come in shorter pages, which lead to the end; without the times the pages are as long as asked', async () => {
    for (let at = 0; at < 30; at += 1)
      rows.push(
        publicationOf({
          ...eventData,
          id: `daily-${at}`,
          pictures: [],
          recurrence: { rule: 'FREQ=DAILY', exceptions: [], additions: [] },
        }),
      )
    await index.catchUp()
    const pageOf = async (after: number, fields: string, head?: number) => {
      const query = `query Q($after: ChangeNumber, $head: ChangeNumber) {
        changes(municipality: "hagby", after: $after, head: $head, limit: 400) { items { id event { ${fields} } } next { after head } }
      }`
      const { data, errors } = await get(query, { after, head })
      expect(errors).toBeUndefined()
      return data!.changes as unknown as {
        items: { id: string; event: { occurrences?: unknown[] } | null }[]
        next: { after: number; head: number }
      }
    }
    // Each name for them is counted, also where a fragment names them for many.
    const many = Array.from({ length: 20 }, (_, at) => `a${at}: event { ...F }`).join(' ')
    const spread = `{ changes(municipality: "hagby", limit: 400) { items { ${many} } } } fragment F on Event { occurrences { start } }`
    const { data: spreadOut } = await get(spread)
    const found = (
      spreadOut!.changes as unknown as { items: Record<string, { occurrences: unknown[] } | null>[] }
    ).items
    const made = found.flatMap((one) => Object.values(one)).map((one) => one?.occurrences.length ?? 0)
    // One change is brought in any case.
    expect(made.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(4_000 + 20 * 400)
    // Once they are used up, what has no times goes on in pages as long as asked.
    const two = await get(
      `{ a: changes(municipality: "hagby", limit: 400) { items { event { occurrences { start } } } } b: changes(municipality: "hagby", limit: 3) { items { id kind event { occurrences { start } } } } }`,
    )
    const [first] = (two.data!.b as unknown as { items: { kind: string }[] }).items
    expect(first!.kind).not.toBe('event')
    expect((two.data!.b as unknown as { items: unknown[] }).items.length).toBeGreaterThan(1)
    const whole = await pageOf(0, 'title')
    expect(whole.items.length).toBeGreaterThan(30)
    const pages: string[][] = []
    for (let page = await pageOf(0, 'occurrences { start }'); page.items.length > 0;) {
      pages.push(page.items.map(({ id }) => id))
      const times = page.items.map(({ event }) => event?.occurrences?.length ?? 0)
      expect(times.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(4_000)
      page = await pageOf(page.next.after, 'occurrences { start }', page.next.head)
    }
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.flat()).toEqual(whole.items.map(({ id }) => id))
  })
})

describe('a hostile query is refused before it costs anything', () => {
  const many = (count: number, each: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => each(at)).join(' ')
  const nested = (depth: number): string => `${'{ children '.repeat(depth)}{ text }${' }'.repeat(depth)}`
  const large: [string, string, RegExp][] = [
    ['31 aliases', `{ municipalities { ${many(31, (at) => `a${at}: name`)} } }`, /aliases/],
    [
      'aliases that double with each fragment',
      `{ municipalities { ...F0 } } ${many(20, (at) => `fragment F${at} on ServedMunicipality { a${at}: logo { id } b${at}: logo { id } ...F${at + 1} ...F${at + 1} }`)} fragment F20 on ServedMunicipality { id }`,
      /aliases/,
    ],
    ['six questions', `{ ${many(6, (at) => `a${at}: municipalities { id }`)} }`, /at its top/],
    [
      'six questions in a fragment',
      `{ ...F } fragment F on Query { ${many(6, (at) => `a${at}: municipalities { id }`)} }`,
      /at its top/,
    ],
    ['a depth of 13', `{ event(municipality: "hagby", id: "e1") { body { nodes ${nested(10)} } } }`, /deep/],
    [
      'depth in fragments',
      `{ event(municipality: "hagby", id: "e1") { body { nodes { ...F } } } } fragment F on RichTextNode ${nested(10)}`,
      /deep/,
    ],
    ['2 001 tokens', `{ municipalities { ${many(1_998, () => 'id')} } }`, /tokens/],
    ['16 385 characters', `{ municipalities { id } } #${'x'.repeat(16_384)}`, /characters/],
    ['the same field 1 900 times', `{ municipalities { ${many(1_900, () => 'id')} } }`, /so often/],
    [
      'a page too large for its fields',
      `{ changes(municipality: "hagby", limit: 1000) { items { ${everyField('Change')} } } }`,
      /values/,
    ],
    [
      'pages within fragments',
      `{ ${many(5, (at) => `a${at}: changes(municipality: "hagby", limit: 1000) { ...P }`)} } fragment P on Changes { items { event { occurrences { start end } } } }`,
      /values/,
    ],
  ]
  it.each(large)('%s', async (_, query, sentence) => {
    const got = await post({ query })
    const { data, errors } = got.json as Answer
    expect(data).toBeUndefined()
    expect(errors).toMatchObject([{ extensions: { code: 'query-too-large', status: 400 } }])
    expect(errors![0]!.message).toMatch(sentence)
  })

  it('reckons with the limit in a variable, and with its default', async () => {
    const query = `query Q($limit: Int = 1000) { changes(municipality: "hagby", limit: $limit) { items { event { occurrences { start } } } } }`
    const codes = async (variables: object): Promise<unknown> => {
      const { errors } = (await post({ query, variables })).json as Answer
      return errors?.[0]?.extensions.code
    }
    expect(await codes({})).toBe('query-too-large')
    expect(await codes({ limit: 1_000 })).toBe('query-too-large')
    expect(await codes({ limit: 10 })).toBeUndefined()
  })

  describe('reckons a limit that is refused as one within bounds: it takes nothing off what is asked beside it', () => {
    const large = 'changes(municipality: "hagby", limit: 1000) { items { event { occurrences { start } } } }'
    const codes = async (query: string, variables = {}): Promise<unknown[]> => {
      const { errors } = (await post({ query, variables })).json as Answer
      return (errors ?? []).map((one) => one.extensions.code)
    }
    const beside = (limit: string, definition = '') =>
      `query Q${definition} { ${large} events(municipality: "hagby", limit: ${limit}) { items { title summary } } }`

    it.each(['-2147483648', '-1', '0', '2147483647'])(
      '%i, as a literal, a variable and a default',
      async (limit) => {
        expect(await codes(beside(limit))).toEqual(['query-too-large'])
        expect(await codes(beside('$l', '($l: Int)'), { l: Number(limit) })).toEqual(['query-too-large'])
        expect(await codes(beside('$l', `($l: Int = ${limit})`))).toEqual(['query-too-large'])
      },
    )

    it.each(['-1', '2147483647'])('and %i is refused by name where it is affordable', async (limit) => {
      const query = `{ events(municipality: "hagby", limit: ${limit}) { items { id title summary body: url zone } } }`
      expect(await codes(query)).toEqual(['bad-parameter'])
    })

    it('and null in a variable is no limit, whatever its default', async () => {
      const query =
        'query Q($l: Int = 1) { changes(municipality: "hagby", limit: $l) { items { event { occurrences { start end } } } } }'
      expect(await codes(query, { l: null })).toEqual(['query-too-large'])
      expect(await codes(query)).toEqual([])
    })
  })

  it.each([
    [
      'a circle of fragments',
      '{ municipalities { ...A } } fragment A on ServedMunicipality { ...B } fragment B on ServedMunicipality { ...A }',
      /itself/,
    ],
    [
      'a fragment of itself',
      '{ municipalities { ...A } } fragment A on ServedMunicipality { id ...A }',
      /itself/,
    ],
    ['an unknown fragment', '{ municipalities { ...A } }', /Unknown fragment/],
    ['an unknown field', '{ secrets }', /Cannot query field/],
    ['a mutation', 'mutation { approve(id: "e1") }', /mutation/i],
    ['a subscription', 'subscription { changes }', /subscription/i],
    ['broken syntax', '{ municipalities { id ', /Syntax Error/],
    [
      'lists within lists',
      `{ events(municipality: "hagby", category: ${'['.repeat(500)}${']'.repeat(500)}) { cursor } }`,
      /String/,
    ],
    [
      'introspection within introspection',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      /introspection depth/,
    ],
    [
      'a variable of another type',
      'query Q($limit: Int) { events(municipality: "hagby", limit: $limit) { cursor } }',
      /limit/,
    ],
  ])('%s', async (_, query, sentence) => {
    const got = await post({ query, variables: { limit: 'all' } })
    const { data, errors } = got.json as Answer
    expect(data).toBeUndefined()
    expect(errors![0]).toMatchObject({ extensions: { code: 'malformed-query', status: 400 } })
    expect(errors![0]!.message).toMatch(sentence)
    const { status, headers } = await post(
      { query, variables: { limit: 'all' } },
      { accept: 'application/graphql-response+json' },
    )
    expect([status, headers['content-type']]).toEqual([
      400,
      'application/graphql-response+json; charset=utf-8',
    ])
  })
})

describe('the address over HTTP', () => {
  const query = '{ manifest(municipality: "hagby") { name } }'

  it('answers GET like any address of the feed: ETag, 304, HEAD, compressed, to all origins', async () => {
    const got = await ask(asked(query))
    expect([
      got.status,
      got.headers['content-type'],
      got.headers['access-control-allow-origin'],
      got.headers.vary,
    ]).toEqual([200, 'application/json; charset=utf-8', '*', 'Accept-Encoding'])
    expect(got.headers['cache-control']).toBe((await ask(feed)).headers['cache-control'])
    const again = await ask(asked(query), { headers: { 'if-none-match': got.headers.etag! } })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    const head = await ask(asked(query), { method: 'HEAD' })
    expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(got.bytes.length),
    ])
    const packed = await ask(asked(query), { headers: { 'accept-encoding': 'br' } })
    expect(packed.headers['content-encoding']).toBe('br')
    expect((await ask(asked(query), { headers: { accept: 'text/html' } })).bytes.equals(got.bytes)).toBe(true)
  })

  it('answers the new state as soon as it is read, although it keeps answers', async () => {
    const title = asked('{ event(municipality: "hagby", id: "gql") { title } }')
    rows.push(publicationOf({ ...eventData, id: 'gql', title: 'Ett' }))
    await index.catchUp()
    expect((await ask(title)).text).toContain('Ett')
    rows.push(publicationOf({ ...eventData, id: 'gql', title: 'Två' }))
    await index.catchUp()
    expect((await ask(title)).text).toContain('Två')
    rows.push(publicationOf({ ...eventData, id: 'gql' }, { ...taken, state: 'removed' }))
    await index.catchUp()
    expect((await ask(title)).text).toContain('"gone"')
  })

  it('answers POST without letting anyone keep it', async () => {
    const got = await post({ query, variables: {}, operationName: null })
    expect([got.status, got.headers['cache-control'], got.headers.etag]).toEqual([200, 'no-store', undefined])
    expect(got.json).toEqual({ data: { manifest: { name: 'Hagby kommun' } } })
  })

  it('tells browsers on other pages that they may ask', async () => {
    const got = await ask(address, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
    })
    expect([
      got.status,
      got.headers['access-control-allow-methods'],
      got.headers['access-control-allow-headers'],
    ]).toEqual([204, 'GET, HEAD, POST, OPTIONS', 'Content-Type, Accept, If-None-Match'])
  })

  it.each([
    ['PUT', 405, 'method-not-allowed', {}, ''],
    ['DELETE', 405, 'method-not-allowed', {}, ''],
    ['POST', 415, 'unsupported-media-type', { 'content-type': 'application/graphql' }, query],
    ['POST', 415, 'unsupported-media-type', { 'content-type': 'text/plain' }, query],
    ['POST', 415, 'unsupported-media-type', { 'content-type': '' }, ''],
    ['POST', 415, 'unsupported-media-type', { 'content-type': 'application/json; charset=latin1' }, '{}'],
    [
      'POST',
      415,
      'unsupported-media-type',
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      '{}',
    ],
    ['POST', 400, 'malformed-json', { 'content-type': 'application/json' }, '{"query":'],
    ['POST', 400, 'malformed-json', { 'content-type': 'application/json' }, Buffer.from([0x7b, 0xff, 0x7d])],
    ['POST', 400, 'malformed-json', { 'content-type': 'application/json' }, '['.repeat(60_000)],
    [
      'POST',
      400,
      'malformed-request',
      { 'content-type': 'application/json' },
      `[{"query":"${'{ municipalities { id } }'}"}]`,
    ],
    ['POST', 400, 'malformed-request', { 'content-type': 'application/json' }, '"query"'],
    ['POST', 400, 'bad-parameter', { 'content-type': 'application/json' }, '{}'],
    ['POST', 400, 'bad-parameter', { 'content-type': 'application/json' }, '{"query":{"a":1}}'],
    ['POST', 400, 'bad-parameter', { 'content-type': 'application/json' }, '{"query":"{a}","variables":[]}'],
    [
      'POST',
      400,
      'bad-parameter',
      { 'content-type': 'application/json' },
      '{"query":"{a}","operationName":1}',
    ],
    ['POST', 413, 'too-large', { 'content-type': 'application/json' }, `{"query":"${'x'.repeat(70_000)}"}`],
    [
      'POST',
      406,
      'not-acceptable',
      { 'content-type': 'application/json', accept: 'text/html' },
      '{"query":"{ municipalities { id } }"}',
    ],
  ])('%s is refused with %s %s', async (method, status, code, headers, body) => {
    const got = await ask(address, { method, headers: headers as Record<string, string>, body })
    expect([got.status, got.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
    expect(got.json).toMatchObject({ code, status })
    expect((await ask('/healthz')).status).toBe(200)
  })

  it.each([
    ['', 'bad-parameter', 'query'],
    ['?query=%7Ba%7D&colour=red', 'unknown-parameter', 'colour'],
    ['?query=%7Ba%7D&query=%7Bb%7D', 'bad-parameter', 'query'],
    ['?query=%7Ba%7D&variables=%7B', 'bad-parameter', 'variables'],
    ['?query=%7Ba%7D&variables=1', 'bad-parameter', 'variables'],
  ])('GET %s is refused by name', async (search, code, field) => {
    const got = await ask(address + search)
    expect(got.status).toBe(400)
    expect(got.json).toMatchObject({ code, errors: [{ field }] })
  })

  it('takes no mutation by GET, no address without end and no other address below', async () => {
    expect((await get('mutation { a }')).errors![0]!.extensions.code).toBe('malformed-query')
    expect((await ask(asked(`{ municipalities { id } } #${'x'.repeat(9_000)}`))).json).toMatchObject({
      code: 'malformed-request',
    })
    expect((await ask(`${address}/x`)).status).toBe(404)
  })
})
