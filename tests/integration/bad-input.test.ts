import sharp from 'sharp'
import zlib from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { listenToLog, notRefused, stored, storedAtRest } from '../support/bad-answers.js'
import { eventBody, newsroom, postBody, richText, type Newsroom } from '../support/newsroom.js'
import type { Visitor, Answer } from '../support/people.js'
import { smallPicture } from '../support/two-municipalities.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

/** Somewhere in everything that is typed here; it must never stand in the log. */
const typed = 'skräptext'
const operators = [{ $gt: '' }, { $ne: null }, { equals: typed }, { like: '%' }, { id: { $gt: '' } }]
const noText = [12, true, [typed], {}, ...operators]
const noNumber = [typed, true, [1], {}, ...operators, '1e999', 'NaN']
const noSwitch = [typed, 12, [true], {}, ...operators]
const noReference = [12, true, {}, ...operators, typed, '0', '../..', '\u0000', 'x'.repeat(5000)]
const noList = [typed, 12, true, {}, ...operators]
const noInstant = [
  typed,
  true,
  {},
  [],
  ...operators,
  '2026-13-45T00:00:00Z',
  '0000-00-00',
  '99999-01-01T00:00:00Z',
  'NaN',
]
const hostileIds = [
  'x'.repeat(5000),
  '%00',
  '..%2f..%2f..%2fetc%2fpasswd',
  encodeURIComponent('åäö🦉'),
  encodeURIComponent('[object Object]'),
  encodeURIComponent('{"$gt":""}'),
  'undefined',
  'null',
  '0',
  '-1',
  '1e99',
  "'%20OR%201=1--",
  '000000000000000000000000',
  '01919191-9191-7191-9191-919191919191',
]
const brokenEncodings = ['%', '%zz', '%c3%28', '%ff%fe', '%e2%82']

describeHere('bad input', () => {
  let torg: Running
  let room: Newsroom
  let log: ReturnType<typeof listenToLog>
  let before: string
  let draft: { id: string; revision: number }
  let post: { id: string; revision: number }
  let admin: Visitor
  const faults: string[] = []

  const mustRefuse = (what: string, answer: Answer, statuses?: readonly number[]) => {
    const fault = notRefused(answer, statuses)
    if (fault) faults.push(`${what} ${fault} ${JSON.stringify(answer.body).slice(0, 160)}`)
  }
  const mustNotBreak = (what: string, answer: Answer) => {
    if (answer.status >= 500)
      faults.push(`${what} broke: ${answer.status} ${JSON.stringify(answer.body).slice(0, 160)}`)
    else if (answer.status >= 400) mustRefuse(what, answer)
  }

  beforeAll(async () => {
    torg = await startForTests()
    room = await newsroom(torg)
    admin = room.stranger
    const { doc } = (await room.author.approved.post('/api/events', eventBody(room.category.ekby))).body
    draft = { id: doc.id, revision: doc.revision }
    const made = (await room.author.approved.post('/api/posts', postBody(room.category.ekby))).body.doc
    post = { id: made.id, revision: made.revision }
    log = listenToLog(torg)
  }, 600_000)
  beforeEach(async () => {
    before = await storedAtRest(torg)
    draft.revision = (await room.author.approved.get(`/api/events/${draft.id}`)).body.revision
  })
  afterAll(() => {
    log?.stop()
    return torg?.stop()
  })

  afterEach(async () => {
    const found = faults.splice(0)
    expect(found.slice(0, 60).join('\n')).toBe('')
    expect(await stored(torg)).toBe(before)
    const now = (await room.author.approved.get(`/api/events/${draft.id}`)).body
    expect(now).toMatchObject({ revision: draft.revision, title: 'Öppen träning', state: 'draft' })
    expect(
      log.lines
        .splice(0)
        .filter((line) => line.includes(typed))
        .slice(0, 5),
    ).toEqual([])
    expect((await room.citizen.get('/readyz')).status).toBe(200)
  })

  it('in a fault of our own is not told by the log, which says where it was', async () => {
    torg.payload.logger.error({ err: new Error(typed), msg: typed })
    const told = log.lines.filter((line) => line.includes('"fault"'))
    expect(told.join()).toContain('bad-input.test.ts')
    expect(told.join()).not.toContain(typed)
  })

  it('in an address of the feed is refused by the name of the parameter', { timeout: 600_000 }, async () => {
    const at = (path: string) => room.citizen.get(`/feed/v1/ekby${path}`)
    const queries: Record<string, string[]> = {
      '/changes': [
        'after=-1',
        'after=1.5',
        'after=abc',
        'after=',
        'after=1e309',
        'after=9007199254740993',
        'limit=1001',
        'head=x',
        'after=1&after=2',
      ],
      '/events': [
        'from=abc',
        'from=0000-00-00',
        'from=2026-13-40',
        'from=NaN',
        'to=99999-01-01',
        'limit=0',
        'limit=101',
        'limit=-1',
        'limit=abc',
        'limit=１',
        'limit=',
        'cursor=abc',
        'cursor=%00',
        'bbox=1,2,3',
        'bbox=a,b,c,d',
        'bbox=1,2,3,999',
        'near=1',
        'near=91,181',
        'near=x,y',
        'within=-1',
        'within=1e99',
        'weekday=8',
        'weekday=x',
        'free=ja',
        'age=-1',
        'age=abc',
        'attendance=x',
        'collapse=x',
        'lang=x'.repeat(1) + 'y'.repeat(500),
        'category[$ne]=x',
        'category[]=x',
        '__proto__=x',
        `${typed}=1`,
        'limit=1&limit=2',
      ],
      '/posts': ['type=x', 'limit=abc', 'cursor=%7B%7D', 'near=1,2', 'from=2026-01-01'],
      '/calendar.ics': ['limit=abc', 'from=abc', `${typed}=1`],
      '/events.json': ['limit=1000', 'x=1'],
      '/posts.rss': ['limit=1000', 'x=1'],
      '/organisations': ['x=1'],
      '/places': ['x=1'],
      '/categories': ['limit=abc', 'x=1'],
      '': ['x=1', 'lang=' + 'y'.repeat(5000)],
    }
    for (const [path, list] of Object.entries(queries))
      for (const query of list)
        mustRefuse(`${path}?${query.slice(0, 40)}`, await at(`${path}?${query}`), [400])
    for (const encoding of brokenEncodings) {
      mustRefuse(`a broken query ${encoding}`, await at(`/events?q=${encoding}`), [400])
      mustRefuse(`a broken path ${encoding}`, await at(`/events/${encoding}`), [400, 404])
      mustRefuse(`a broken name ${encoding}`, await room.citizen.get(`/feed/v1/${encoding}`), [400, 404])
    }
    for (const id of hostileIds)
      for (const path of [`/events/${id}`, `/events/${id}.ics`, `/events/${id}.jsonld`, `/posts/${id}`])
        mustRefuse(path.slice(0, 60), await at(path), [400, 404])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['', '/changes', '/events', '/posts', '/calendar.ics', `/events/${draft.id}`])
        mustRefuse(`${method} ${path}`, await room.citizen.send(method, `/feed/v1/ekby${path}`, '{}'), [405])
    mustRefuse('a long query', await at(`/events?q=${'x'.repeat(6000)}`), [400])
  })

  it('in an address of a picture is not found', { timeout: 600_000 }, async () => {
    for (const id of hostileIds)
      for (const name of ['320.webp', '321.webp', 'original', '320.webp/..', '320.svg', `${typed}.webp`])
        mustRefuse(
          `/media/${id}/${name}`.slice(0, 60),
          await room.citizen.get(`/media/${id}/${name}`),
          [400, 404],
        )
    for (const encoding of brokenEncodings)
      mustRefuse(encoding, await room.citizen.get(`/media/${encoding}/320.webp`), [400, 404])
    for (const method of ['POST', 'PUT', 'DELETE'])
      mustRefuse(method, await room.citizen.send(method, '/media/x/320.webp'), [405])
    for (const id of hostileIds) mustRefuse('a file', await room.author.approved.get(`/api/media/file/${id}`))
  })

  it('instead of a JSON object is refused at every door that takes one', { timeout: 600_000 }, async () => {
    const { approved: author } = room.author
    const doors: [Visitor, string, string][] = [
      [author, 'POST', '/api/events'],
      [author, 'PATCH', `/api/events/${draft.id}`],
      [author, 'POST', '/api/posts'],
      [author, 'PATCH', `/api/posts/${post.id}`],
      ...[
        'submit',
        'approve',
        'withdraw',
        'announce',
        'appeal',
        'undo',
        'delete-draft',
        'save',
        'step-aside',
        'nothing',
      ].map((action): [Visitor, string, string] => [
        author,
        'POST',
        `/api/events/${draft.id}/actions/${action}`,
      ]),
      [room.editor, 'POST', `/api/posts/${post.id}/actions/pin`],
      [room.citizen, 'POST', '/api/organisations/apply'],
      [room.editor, 'POST', '/api/organisations/invite'],
      [room.editor, 'POST', '/api/organisations'],
      [author, 'PATCH', `/api/organisations/${room.organisation.approved}`],
      [author, 'POST', `/api/organisations/${room.organisation.approved}/actions/leave`],
      [admin, 'POST', `/api/municipalities/${room.municipality.fjordby}/actions/close`],
      [admin, 'PATCH', `/api/municipalities/${room.municipality.fjordby}`],
      [author, 'POST', '/api/places'],
      [admin, 'POST', '/api/categories'],
      [admin, 'POST', '/api/memberships'],
      [admin, 'POST', '/api/accounts'],
      [room.citizen, 'POST', '/api/accounts/login'],
      [room.citizen, 'POST', '/api/accounts/forgot-password'],
      [room.citizen, 'POST', '/api/accounts/reset-password'],
      [room.citizen, 'POST', '/api/accounts/first-register'],
      [room.citizen, 'POST', '/api/accounts/unlock'],
      [room.citizen, 'POST', '/api/accounts/verify/x'],
      [author, 'POST', '/api/payload-preferences/nav'],
    ]
    const bodies: Record<string, [Buffer | string, string, readonly number[]]> = {
      'half an object': [`{"title":"${typed}`, 'application/json', [400]],
      'single quotes': [`{'title':'${typed}'}`, 'application/json', [400]],
      'a list': [`["${typed}"]`, 'application/json', [400]],
      'a text': [`"${typed}"`, 'application/json', [400]],
      'a number': ['12', 'application/json', [400]],
      null: ['null', 'application/json', [400]],
      NaN: ['{"revision":NaN}', 'application/json', [400]],
      'two objects': ['{}{}', 'application/json', [400]],
      'broken UTF-8': [
        Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
        'application/json',
        [400],
      ],
      'a deep list': [`{"title":${'['.repeat(100_000)}`, 'application/json', [400]],
      'plain text': [typed, 'text/plain', [415]],
      XML: [`<a>${typed}</a>`, 'application/xml', [415]],
      'no type': [Buffer.from('{}'), '', [415]],
      'more than a megabyte': [`{"title":"${typed}${'x'.repeat(1_100_000)}"}`, 'application/json', [413]],
      'a broken form': [
        `--x\r\nnot a part ${typed}`,
        'multipart/form-data; boundary=x',
        [400, 401, 403, 404, 413, 415, 422],
      ],
      'a form without boundary': [typed, 'multipart/form-data', [400, 401, 403, 404, 413, 415, 422]],
    }
    for (const [visitor, method, path] of doors) {
      for (const [name, [body, type, statuses]] of Object.entries(bodies)) {
        const response = await fetch(torg.base + path, {
          method,
          headers: {
            ...(visitor.token ? { Authorization: `JWT ${visitor.token}` } : {}),
            'Content-Type': type,
          },
          body: new Uint8Array(Buffer.from(body)),
        })
        const text = await response.text()
        let read: unknown = text
        try {
          read = JSON.parse(text)
        } catch {
          // The answer is no problem then, which is a fault that is told below.
        }
        mustRefuse(
          `${name} to ${method} ${path}`,
          { status: response.status, body: read, headers: response.headers },
          statuses,
        )
      }
    }
  })

  it('in an id or a method of the API is answered like what is not there', { timeout: 600_000 }, async () => {
    const { approved: author } = room.author
    for (const id of [...hostileIds, ...brokenEncodings]) {
      for (const collection of ['events', 'organisations', 'media', 'places', 'accounts', 'memberships']) {
        mustRefuse(`reads ${collection} ${id.slice(0, 30)}`, await author.get(`/api/${collection}/${id}`))
        mustRefuse(
          `changes ${collection} ${id.slice(0, 30)}`,
          await author.patch(`/api/${collection}/${id}`, { title: typed }),
        )
        mustRefuse(
          `deletes ${collection} ${id.slice(0, 30)}`,
          await author.send('DELETE', `/api/${collection}/${id}`),
        )
      }
      mustRefuse(
        `acts on ${id.slice(0, 30)}`,
        await author.post(`/api/events/${id}/actions/submit`, { revision: 1 }),
      )
      mustRefuse(`asks about ${id.slice(0, 30)}`, await author.get(`/api/events/${id}/actions`))
      mustRefuse(
        `does ${id.slice(0, 30)}`,
        await author.post(`/api/events/${draft.id}/actions/${id}`, { revision: 1 }),
      )
      mustRefuse(
        `closes ${id.slice(0, 30)}`,
        await author.post(`/api/municipalities/${id}/actions/close`, {}),
      )
      mustRefuse(`calls ${id.slice(0, 30)}`, await author.post(`/api/${id}`, {}))
    }
    const spellings = [
      draft.id.toUpperCase(),
      `%${draft.id.charCodeAt(0).toString(16)}${draft.id.slice(1)}x`,
      `${draft.id}%20`,
    ]
    for (const id of spellings)
      mustRefuse(
        `changes ${id}`,
        await author.patch(`/api/events/${id}`, { revision: draft.revision, title: typed }),
      )
    for (const [method, path] of [
      ['PUT', '/api/events'],
      ['DELETE', '/api/events/apply'],
      ['PUT', `/api/events/${draft.id}`],
      ['GET', `/api/events/${draft.id}/actions/submit`],
      ['GET', '/api/accounts/login'],
      ['PATCH', '/api/accounts/login'],
      ['GET', '/api/organisations/apply'],
      ['PUT', '/api/media'],
    ] as const)
      mustRefuse(`${method} ${path}`, await author.send(method, path, method === 'GET' ? undefined : '{}'))
  })

  it('in a question about documents does not widen the answer', { timeout: 600_000 }, async () => {
    const { approved: author } = room.author
    const queries = [
      'where=abc',
      'where[and]=1',
      'where[or][0]=x',
      'where[title][$gt]=',
      'where[title][equals][$ne]=',
      'where[title][nope]=1',
      `where[${typed}][equals]=1`,
      'where[start][greater_than]=notadate',
      'where[start][equals]=NaN',
      'where[id][in]=',
      'where[id][$ne]=1',
      'where[categories][in][]=1',
      'where[title][like][$regex]=.*',
      'where[content.title][like]=a',
      'where[workflow.savedBy][exists]=true',
      'where[$where]=1',
      'where[constructor][equals]=1',
      'where[__proto__][equals]=1',
      'sort=content',
      'sort[]=x',
      'sort=-workflow.savedBy',
      `sort=${typed}`,
      'sort={}',
      'limit=abc',
      'limit=-5',
      'limit=1e99',
      'page=-1',
      'page=abc',
      'page=1e99',
      'depth=abc',
      'depth=-1',
      'depth=1e9',
      'select=x',
      'select[content]=true',
      'populate=x',
      'populate[organisations][applicationReference]=true',
      'locale=x',
      'fallback-locale[]=x',
      'joins=x',
      'draft=abc',
      'trash=abc',
      'pagination=x',
    ]
    for (const columns of ['title', 'title,-start']) {
      const sort = Array.from({ length: 1000 }, () => columns).join(',')
      const refused = await author.get(`/api/events?sort=${sort}`)
      expect([refused.status, refused.body.code]).toEqual([400, 'bad-parameter'])
    }
    for (const collection of ['events', 'organisations', 'media', 'accounts'])
      for (const query of queries) {
        const answer = await author.get(`/api/${collection}?${query}`)
        mustNotBreak(`${collection}?${query}`, answer)
        const text = JSON.stringify(answer.body)
        if (
          answer.status === 200 &&
          /"(approvedSnapshot|outbox|workflow|applicationReference|hash|salt)"/.test(text)
        )
          faults.push(`${collection}?${query} shows what is hidden`)
        if ((answer.body.docs?.length ?? 0) > 100) faults.push(`${collection}?${query} is not bounded`)
      }
  })
  const wrong: Record<string, unknown[]> = {
    title: noText,
    summary: noText,
    language: [...noText, typed],
    zone: [...noText, typed],
    recurrenceRule: noText,
    onlineUrl: [...noText, `javascript:${typed}`, '//x', 'data:text/html,x'],
    bookingUrl: [...noText, 'vbscript:x'],
    capacityNote: noText,
    start: noInstant,
    end: noInstant,
    bookingCloses: noInstant,
    visibleFrom: noInstant,
    visibleUntil: noInstant,
    startDate: [...noText, typed, '2026-02-30'],
    endDate: [...noText, typed],
    ageFrom: [...noNumber, -1, 1.5, 1e308],
    ageTo: [...noNumber, 9999],
    allDay: noSwitch,
    place: noReference,
    umbrella: noReference,
    categories: [...noList, [12], [{}], [null]],
    pictures: [...noList, [12], [typed]],
    coOrganisers: [...noList, [12], [typed]],
    audiences: [...noList, [12], [{}]],
    areas: noList,
    accessibility: [...noList, [typed]],
    attendance: [...noText, typed],
    address: [typed, 12, true, [1], { latitude: 'x' }, { latitude: 91 }, { name: {} }],
    price: [typed, 12, true, [1], { from: typed }, { from: -1 }, { currency: 12 }, { free: typed }],
    contact: [typed, 12, true, [1], { email: 12 }, { consentUntil: typed }],
    translations: [...noList, [12], [null], [{ language: 12 }], [{ language: 'en', title: {} }]],
    exceptions: [...noList, [12], [typed], [{}]],
    additions: [...noList, [typed]],
    overrides: [
      ...noList,
      [12],
      [{ occurrence: {} }],
      [{ occurrence: typed }],
      [{ start: typed }],
      [{ place: typed }],
    ],
    body: [
      typed,
      12,
      true,
      [1],
      { root: typed },
      { root: { type: 'root', children: typed } },
      { root: { type: 'root', children: [{ type: 'upload' }] } },
      ...operators,
    ],
  }

  it('in a field of an event is refused by the name of the field', { timeout: 600_000 }, async () => {
    const { approved: author } = room.author
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        const what = `${field}: ${JSON.stringify(value).slice(0, 60)}`
        const made = await author.post('/api/events', eventBody(room.category.ekby, { [field]: value }))
        mustRefuse(`creates with ${what}`, made, [400, 422])
        const id = made.body?.doc?.id as string | undefined
        if (id) await author.act('events', id, 'delete-draft')
      }
      const value = values[0]
      const changed = await author.patch(`/api/events/${draft.id}`, {
        revision: draft.revision,
        [field]: value,
      })
      mustRefuse(`changes ${field}: ${JSON.stringify(value).slice(0, 60)}`, changed, [400, 422])
    }
    for (const revision of [undefined, null, '1', 1.5, -1, {}, [1], true, 1e308])
      mustRefuse(
        `revision ${String(revision)}`,
        await author.patch(`/api/events/${draft.id}`, { revision, title: typed }),
        [409, 422],
      )
    for (const field of [typed, '__proto__x', 'constructor', '$set', 'title.x', 'createdBy', '_id'])
      mustRefuse(
        `unknown ${field}`,
        await author.post('/api/events', eventBody(room.category.ekby, { [field]: 1 })),
        [400, 422],
      )
  })

  it('without measure is refused in time', { timeout: 600_000 }, async () => {
    const { approved: author } = room.author
    // Written by hand: a program that made it would fall over first.
    const open = '{"type":"list","listType":"bullet","tag":"ul","children":['
    const depth = 3000
    const nested = `${open.repeat(depth)}{"type":"text","text":"${typed}"}${']}'.repeat(depth)}`
    const words = JSON.stringify(eventBody(room.category.ekby)).slice(0, -1)
    const body = `${words},"body":{"root":{"type":"root","children":[${nested}]}}}`
    mustRefuse('deep rich text', await author.send('POST', '/api/events', body), [400, 422])
    const many = <T>(value: T) => Array.from({ length: 10_000 }, () => value)
    const excess: Record<string, object> = {
      'text without end': { title: typed.repeat(40_000) },
      'a summary without end': { summary: typed.repeat(40_000) },
      'long rich text': { body: richText(typed.repeat(80_000)) },
      'many paragraphs': {
        body: { root: { type: 'root', children: many({ type: 'paragraph', children: [] }) } },
      },
      '10 000 categories': { categories: many(room.category.ekby) },
      '10 000 pictures': { pictures: many('x') },
      '10 000 audiences': { audiences: many('children') },
      '10 000 exceptions': { recurrenceRule: 'FREQ=DAILY', exceptions: many('2026-12-01T17:00:00Z') },
      '10 000 additions': { recurrenceRule: 'FREQ=DAILY', additions: many('2026-12-01T17:00:00Z') },
      '10 000 overrides': {
        recurrenceRule: 'FREQ=DAILY',
        overrides: many({ occurrence: '2026-12-01T17:00:00Z', note: 'x' }),
      },
      '10 000 translations': { translations: many({ language: 'en', title: 'x' }) },
      'year 9999': { start: '9999-12-31T23:00:00Z', end: '9999-12-31T23:30:00Z' },
      'year 0': { start: '0000-01-01T00:00:00Z', end: '0000-01-01T01:00:00Z' },
      'an end before its start': { start: '2027-01-01T18:00:00Z', end: '2026-01-01T18:00:00Z' },
      'a century': { start: '2026-12-01T18:00:00Z', end: '2126-12-01T18:00:00Z' },
    }
    const rules = [
      'FREQ=SECONDLY',
      'FREQ=MINUTELY;COUNT=1000000000',
      'FREQ=DAILY;INTERVAL=0',
      'FREQ=DAILY;INTERVAL=-1',
      'FREQ=DAILY;COUNT=0',
      'FREQ=DAILY;COUNT=99999999999',
      'FREQ=YEARLY;BYMONTH=13',
      'FREQ=MONTHLY;BYMONTHDAY=32',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=WEEKLY;BYDAY=XX',
      `FREQ=${typed}`,
      'FREQ=WEEKLY;UNTIL=abc',
      'FREQ=WEEKLY;COUNT=2;UNTIL=20270101T000000Z',
      'FREQ=DAILY;BYSECOND=0,1,2,3',
      `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(3000)}TU`,
      'FREQ=WEEKLY\nEXDATE:x',
      ';;;',
      'DTSTART:20260101',
      'RRULE:FREQ=DAILY;FREQ=WEEKLY',
    ]
    for (const rule of rules) excess[`the rule ${rule.slice(0, 40)}`] = { recurrenceRule: rule }
    for (const [name, more] of Object.entries(excess)) {
      const made = await author.post('/api/events', eventBody(room.category.ekby, more))
      const id = made.body?.doc?.id as string | undefined
      if (id) {
        // Some is odd rather than wrong: then it must not be possible to submit it, or to hold anything up.
        const sent = await author.act('events', id, 'submit')
        mustNotBreak(`submits ${name}`, sent)
        if (sent.status === 200) {
          await author.act('events', id, 'withdraw-submission')
          if (!/century|year|BYMONTHDAY=30|COUNT=99|RRULE/.test(name)) faults.push(`${name} was submitted`)
        }
        await author.act('events', id, 'delete-draft')
      } else mustRefuse(name, made, [400, 413, 422])
    }
    // History of what was made and deleted stays by intent.
    await torg.payload.db.deleteMany({
      collection: 'revisions',
      where: { document: { not_in: [draft.id, post.id] } },
    })
    before = await storedAtRest(torg)
  })

  it('to an action is refused by the name of the field', { timeout: 600_000 }, async () => {
    const { approved: author } = room.author
    const input: Record<string, unknown[]> = {
      revision: [typed, '1', 1.5, -1, 0, {}, [1], true, 1e308],
      message: [12, {}, [typed], true, typed.repeat(5000)],
      reason: [12, {}, [typed], typed],
      explanation: [12, {}, [typed]],
      edits: [typed, 12, [typed], true],
      status: [12, {}, [typed], typed],
      occurrence: [12, {}, [typed], typed, '2026-13-45'],
      hold: [typed, 0, -1, 61, 1.5, {}, '10'],
      [typed]: [1],
      __proto__x: [1],
    }
    for (const [field, values] of Object.entries(input))
      for (const value of values)
        for (const action of ['withdraw', 'announce', 'submit']) {
          const body = {
            revision: draft.revision,
            ...(action === 'submit' ? {} : { reason: 'other', status: 'cancelled' }),
            [field]: value,
          }
          // A reason that a submission does not need is looked at by nobody.
          if (
            action === 'submit' &&
            ['reason', 'status', 'occurrence', 'explanation'].includes(field) &&
            typeof value === 'string'
          )
            continue
          mustRefuse(
            `${action} ${field}: ${JSON.stringify(value).slice(0, 40)}`,
            await author.post(`/api/events/${draft.id}/actions/${action}`, body),
          )
        }
    for (const edits of [
      { title: 12 },
      { title: { $gt: '' } },
      { state: 'approved' },
      { [typed]: 1 },
      { body: typed },
      { categories: typed },
      { start: typed },
    ])
      mustRefuse(
        `edits ${JSON.stringify(edits)}`,
        await room.editor.post(`/api/events/${draft.id}/actions/correct`, {
          revision: draft.revision,
          note: 'x',
          edits,
        }),
      )
  })

  it(
    'to the application form, the register and the settings is refused by the name of the field',
    { timeout: 600_000 },
    async () => {
      const apply = { municipality: 'ekby', name: 'IF Ny' }
      const forms: [Visitor, string, object, Record<string, unknown[]>][] = [
        [
          room.citizen,
          '/api/organisations/apply',
          apply,
          {
            municipality: [...noText, typed],
            name: [...noText, '', typed.repeat(50)],
            kind: [...noText, 'unit', typed],
            organisationNumber: [...noText, '123', typed],
            email: [...noText, typed],
            phone: noText,
            website: [...noText, `javascript:${typed}`],
            surfaces: [...noList, [], [typed]],
            message: noText,
            life: ['approved'],
            [typed]: [1],
          },
        ],
        [
          room.author.approved,
          '/api/places',
          { name: 'Ny plats' },
          {
            name: [...noText, '', typed.repeat(100)],
            address: noText,
            latitude: [...noNumber, 91],
            longitude: [...noNumber, -181],
            accessibility: [...noList, [typed]],
            replacedBy: noReference,
          },
        ],
        [
          admin,
          '/api/categories',
          { code: 'ny', labels: [{ language: 'sv', text: 'Ny' }] },
          {
            code: [...noText, 'Å', typed],
            labels: [typed, 12, [12], [{ language: 12, text: 'x' }], [{ text: 'x' }]],
            surfaces: [[typed], [12]],
          },
        ],
        [
          admin,
          '/api/accounts',
          { username: 'nyttkonto', password: 'en lång mening om havet' },
          {
            username: noText,
            password: [12, {}, [typed], 'kort', '', true],
            email: [12, {}, [typed], typed],
            kind: [12, {}, typed],
            language: [12, typed],
            homeMunicipality: noReference,
          },
        ],
        [
          admin,
          '/api/memberships',
          { role: 'auditor' },
          {
            account: noReference,
            role: [...noText, typed, 'operator'],
            municipality: noReference,
            organisation: noReference,
          },
        ],
      ]
      for (const [visitor, path, body, fields] of forms)
        for (const [field, values] of Object.entries(fields))
          for (const value of values)
            mustRefuse(
              `${path} ${field}: ${JSON.stringify(value).slice(0, 50)}`,
              await visitor.post(path, { ...body, [field]: value }),
            )
    },
  )

  it('to the doors of login is refused without a word about who exists', { timeout: 600_000 }, async () => {
    const password = 'correct-horse-battery-staple'
    const junk = [
      12,
      true,
      {},
      [],
      ['editor'],
      ...operators,
      null,
      '',
      typed,
      'x'.repeat(20_000),
      '\u0000',
      '\ud800',
    ]
    for (const [index, value] of junk.entries()) {
      const what = JSON.stringify(value).slice(0, 40)
      // Each from a network of its own: how many may fail is another test's.
      room.citizen.from = `10.2.${index}.1`
      mustRefuse(
        `username ${what}`,
        await room.citizen.post('/api/accounts/login', { username: value, password }),
      )
      mustRefuse(`email ${what}`, await room.citizen.post('/api/accounts/login', { email: value, password }))
      mustRefuse(
        `password ${what}`,
        await room.citizen.post('/api/accounts/login', { username: 'editor', password: value }),
      )
      mustNotBreak(
        `code ${what}`,
        await room.citizen.post('/api/accounts/login', { username: typed, password, code: value }),
      )
    }
    room.citizen.from = null
    mustRefuse('nothing', await room.citizen.post('/api/accounts/login', {}))
    for (const token of [
      '',
      'x',
      'JWT',
      'a.b.c',
      `${'x'.repeat(5000)}`,
      'eyJhbGciOiJub25lIn0.eyJpZCI6IjEifQ.',
    ]) {
      for (const scheme of ['JWT', 'Bearer', 'accounts API-Key']) {
        const headers = { Authorization: `${scheme} ${token}` }
        for (const [method, path] of [
          ['GET', '/api/accounts/me'],
          ['POST', '/api/accounts/logout'],
          ['POST', '/api/accounts/refresh-token'],
          ['GET', '/api/events'],
          ['POST', '/api/events'],
        ] as const) {
          const answer = await room.citizen.send(method, path, method === 'POST' ? '{}' : undefined, headers)
          mustNotBreak(`${method} ${path} with ${scheme} ${token.slice(0, 20)}`, answer)
          if (answer.status === 200 && answer.body.user)
            faults.push(`${path} let ${scheme} ${token.slice(0, 20)} in`)
        }
      }
    }
    for (const path of ['first-register', 'forgot-password', 'reset-password', 'unlock', `verify/${typed}`])
      mustRefuse(
        path,
        await room.citizen.post(`/api/accounts/${path}`, {
          username: 'editor',
          email: 'x@example.org',
          password,
          token: typed,
        }),
        [404],
      )
    mustRefuse('init', await room.citizen.get('/api/accounts/init'), [404])
  })

  it('instead of a picture is refused by what it is', { timeout: 600_000 }, async () => {
    const { approved: author } = room.author
    const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2f6f4f' } })
      .jpeg()
      .toBuffer()
    const files: Record<string, [Buffer, string, string, readonly number[]]> = {
      'a text named .jpg': [Buffer.from(typed), 'bild.jpg', 'image/jpeg', [415]],
      SVG: [
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>${typed}</script></svg>`),
        'bild.svg',
        'image/svg+xml',
        [400, 415],
      ],
      'SVG named .png': [
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        'bild.png',
        'image/png',
        [415],
      ],
      HEIC: [
        Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]),
        'bild.heic',
        'image/heic',
        [400, 415],
      ],
      GIF: [Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;'), 'bild.gif', 'image/gif', [400, 415]],
      PDF: [Buffer.from('%PDF-1.7'), 'bild.pdf', 'application/pdf', [400, 415]],
      'half a JPEG': [jpeg.subarray(0, jpeg.length / 2), 'bild.jpg', 'image/jpeg', [422]],
      'the first bytes of a JPEG': [jpeg.subarray(0, 4), 'bild.jpg', 'image/jpeg', [422]],
      'a PNG of 256 megapixels': [bomb(16_000, 16_000), 'bild.png', 'image/png', [413]],
      'a PNG of absurd size': [bomb(0x7fffffff, 0x7fffffff), 'bild.png', 'image/png', [413, 422]],
      'an empty file': [Buffer.alloc(0), 'bild.jpg', 'image/jpeg', [400, 415, 422]],
      'more than 15 MB': [
        Buffer.concat([jpeg, Buffer.alloc(15.5 * 1024 * 1024)]),
        'bild.jpg',
        'image/jpeg',
        [400, 413],
      ],
      'more than the door takes': [Buffer.alloc(17 * 1024 * 1024), 'bild.jpg', 'image/jpeg', [413]],
    }
    for (const [name, [bytes, filename, type, statuses]] of Object.entries(files)) {
      mustRefuse(name, await author.upload(bytes, { alt: typed }, filename, type), statuses)
    }
    const form = (fill: (form: FormData) => void) => {
      const made = new FormData()
      fill(made)
      return author.send('POST', '/api/media', made)
    }
    const file = () => new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' })
    mustRefuse('no file', await form((one) => one.set('_payload', '{"alt":"x"}')))
    mustRefuse('nothing', await form(() => {}))
    mustRefuse(
      'JSON with an address',
      await author.post('/api/media', { alt: 'x', url: 'https://example.org/x.jpg', filename: 'x.jpg' }),
    )
    mustRefuse('a form of words only', await form((one) => one.set('file', typed)))
    mustRefuse(
      'words that are no JSON',
      await form((one) => {
        one.set('file', file(), 'a.jpg')
        one.set('_payload', `{"alt":"${typed}`)
      }),
      [400, 422],
    )
    mustRefuse(
      'words that are no object',
      await form((one) => {
        one.set('file', file(), 'a.jpg')
        one.set('_payload', '[1]')
      }),
      [400, 422],
    )
    mustRefuse(
      'words twice',
      await form((one) => {
        one.set('file', file(), 'a.jpg')
        one.append('_payload', '{"alt":"x"}')
        one.append('_payload', '{"alt":"y"}')
      }),
      [400],
    )
    mustRefuse(
      'two files',
      await form((one) => {
        one.append('file', file(), 'a.jpg')
        one.append('file', file(), 'b.jpg')
        one.set('_payload', '{"alt":"x"}')
      }),
      [400, 422],
    )
    for (const fields of [
      { alt: 12 },
      { alt: {} },
      { alt: typed.repeat(100) },
      { credit: [] },
      { decorative: typed },
      { peopleShown: typed },
      { consent: typed },
      { consent: { validUntil: typed } },
      { organisation: typed },
      { organisation: { $gt: '' } },
    ])
      mustRefuse(
        `words ${JSON.stringify(fields).slice(0, 50)}`,
        await author.upload(jpeg, { alt: 'x', ...fields }),
        [400, 403, 422],
      )
    // A PNG that is called .jpg is a picture all the same, and a name is never a path.
    let entries = 0
    for (const name of [
      'bild.jpg',
      '../../../etc/passwd.png',
      'a\0b.png',
      'x'.repeat(300) + '.png',
      'bild',
    ]) {
      const png = await sharp(await smallPicture())
        .png()
        .toBuffer()
      const taken = await author.upload(png, { alt: 'Planen' }, name, 'image/jpeg')
      if (taken.status !== 201) mustRefuse(`the name ${name.slice(0, 20)}`, taken)
      else {
        if (!/^[0-9a-f-]{36}\.webp$/.test(taken.body.doc.filename))
          faults.push(`kept the name ${taken.body.doc.filename}`)
        await author.send('DELETE', `/api/media/${taken.body.doc.id}`)
        entries += 2
      }
    }
    // Nothing is left of these but that they were there.
    before = before.replace(/moderation-log (\d+)/, (_, count) => `moderation-log ${Number(count) + entries}`)
  })
})

/** A PNG whose header promises that many pixels and whose body is a few kilobytes of zeros. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(zlib.crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const lines = zlib.deflateSync(Buffer.alloc(2001 * 1000))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
