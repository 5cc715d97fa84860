import { afterAll, beforeAll, expect, it } from 'vitest'
import { actors, twoMunicipalities, type ActorName, type Stage } from '../support/two-municipalities.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

type Row = Record<string, unknown> & { id: string }

const workflow = [
  'content',
  'approvedSnapshot',
  'announcements',
  'workflow',
  'pending',
  'clockAt',
  'outbox',
  'outboxCause',
]
/** What nobody may see or ask about, by hand. */
const hidden: Record<string, string[]> = {
  events: workflow,
  posts: workflow,
  organisations: [...workflow, 'lifeMessage', 'applicationReference'],
  places: ['searchName', 'outbox', 'outboxCause'],
  categories: ['key', 'outbox', 'outboxCause'],
  municipalities: ['outbox', 'outboxCause'],
  accounts: ['hash', 'salt', 'sessions', 'emailTrace', 'activeFrom', 'demo'],
  media: ['uploadedBy'],
  revisions: ['key'],
  'moderation-log': ['key'],
  notices: ['key'],
}
/** Names that stand in no answer at all, however deep it is. */
const nowhere = [
  ...workflow.filter((name) => name !== 'content'),
  'lifeMessage',
  'applicationReference',
  'searchName',
  'hash',
  'salt',
  'emailTrace',
  'activeFrom',
  'factor',
  'uploadedBy',
]

const throughRelations: Record<string, string[]> = {
  events: [
    'where[organisation.registerReference][exists]=true',
    'where[organisation.name][like]=A',
    'where[organisation.contact.email][like]=a',
    'where[umbrella.title][like]=D',
    'where[umbrella.content][exists]=true',
    'where[coOrganisers.contact.email][like]=b',
    'where[coOrganisers][contains][name][like]=B',
    'where[pictures.consent.reference][exists]=true',
    'where[place.searchName][like]=h',
    'where[overrides.place.name][like]=h',
    'where[municipality.demo][equals]=false',
    'where[and][0][or][0][umbrella.title][like]=D',
    'where[organisation__registerReference][exists]=true',
    'sort=organisation.registerReference',
    'sort=-umbrella.title,title',
  ],
  posts: [
    'where[organisation.applicationReference][exists]=true',
    'where[pictures.uploadedBy][exists]=true',
    'sort=organisation.name',
  ],
  organisations: ['where[logo.uploadedBy][exists]=true', 'where[municipality.controller][like]=a'],
  memberships: [
    'where[account.hash][exists]=true',
    'where[account.email][like]=a',
    'sort=account.salt',
    'where[organisation.registerReference][like]=r',
  ],
  notices: ['where[account.hash][like]=a', 'where[organisation.contact.email][like]=a'],
  media: ['where[uploadedBy.email][like]=a', 'where[organisation.registerReference][exists]=true'],
  accounts: ['where[homeMunicipality.outbox][exists]=true'],
}

/** Columns that no save may set, each with a value that must not be found in the row afterwards. */
const decided = (stage: Stage) => ({
  state: 'approved',
  publication: 'live',
  revision: 4711,
  municipality: stage.municipalities.C,
  organisation: stage.organisations.B,
  content: { title: 'x' },
  approvedSnapshot: { content: { title: 'x' } },
  workflow: { everPublic: true, approvedAt: 'x' },
  announcements: { series: { status: 'cancelled' } },
  pending: { action: 'approve' },
  clockAt: '2001-01-01T00:00:00.000Z',
  outbox: { cause: 'x' },
  outboxCause: 'x',
  submittedAt: '2001-01-01T00:00:00.000Z',
  dueAt: '2001-01-01T00:00:00.000Z',
  startsAt: '2001-01-01T00:00:00.000Z',
  listedForReview: true,
})
const assignments = (stage: Stage): [ActorName, string, string, Record<string, unknown>][] => {
  const { documents, own, municipalities, organisations, accounts } = stage
  const { municipality: _m, organisation: _o, ...columns } = decided(stage)
  return [
    ['contrib', 'events', documents.events!.A!, decided(stage)],
    ['editor', 'events', documents.events!.B!, { ...decided(stage), organisation: organisations.A }],
    ['keyorg', 'events', documents.events!.A!, decided(stage)],
    ['contrib', 'posts', documents.posts!.A!, { ...decided(stage), pinned: true, importance: 'urgent' }],
    ['editor', 'posts', documents.posts!.A!, { ...decided(stage), pinned: true }],
    [
      'orgadmin',
      'organisations',
      organisations.A,
      {
        ...columns,
        municipality: municipalities.C,
        kind: 'unit',
        organisationNumber: '802002-4280',
        registerReference: 'x',
        surfaces: ['calendar'],
        trust: 'trusted',
        dailyLimit: 999,
        life: 'suspended',
        confirmedAt: '2001-01-01T00:00:00.000Z',
        lifeMessage: 'x',
        applicationReference: 'x',
      },
    ],
    [
      'editor',
      'organisations',
      organisations.A,
      { ...columns, municipality: municipalities.C, life: 'left', applicationReference: 'x' },
    ],
    ...(['contrib', 'loner', 'keyorg', 'editor', 'operator'] as const).map(
      (name): [ActorName, string, string, Record<string, unknown>] => [
        name,
        'accounts',
        own[name]!.accounts!.S!,
        {
          kind: 'role',
          homeMunicipality: municipalities.C,
          disabled: true,
          hash: 'x',
          salt: 'x',
          demo: true,
          role: 'operator',
          roles: ['operator'],
          memberships: [{ role: 'operator' }],
          approvedOrganisations: [organisations.C],
          openMunicipalities: [municipalities.C],
          sessions: [{ id: 'x', expiresAt: '2099-01-01T00:00:00.000Z' }],
          loginAttempts: 7,
          resetPasswordToken: 'x',
          resetPasswordExpiration: '2099-01-01T00:00:00.000Z',
          apiKey: 'x',
          enableAPIKey: true,
          id: 'x',
        },
      ],
    ),
    [
      'admin',
      'accounts',
      documents.accounts!.A!,
      { kind: 'role', homeMunicipality: municipalities.C, hash: 'x', salt: 'x', demo: true },
    ],
    [
      'admin',
      'memberships',
      documents.memberships!.A!,
      {
        account: accounts.contrib,
        municipality: municipalities.C,
        organisation: organisations.C,
        role: 'operator',
      },
    ],
    [
      'admin',
      'memberships',
      own.admin!.memberships!.S!,
      { role: 'operator', approvesOrganisations: true, surfaces: ['calendar'] },
    ],
    [
      'contrib',
      'media',
      documents.media!.A!,
      {
        municipality: municipalities.C,
        organisation: organisations.B,
        uploadedBy: accounts.editor,
        filename: 'x.webp',
        mimeType: 'image/svg+xml',
        filesize: 1,
        width: 1,
        height: 1,
        sizes: { w320: { filename: `${documents.media!.C}-w320.webp`, width: 1 } },
        revision: 4711,
      },
    ],
    [
      'editor',
      'places',
      documents.places!.M!,
      {
        municipality: municipalities.C,
        searchName: 'x',
        outbox: { cause: 'x' },
        outboxCause: 'x',
        revision: 4711,
        decided: true,
      },
    ],
    [
      'admin',
      'categories',
      documents.categories!.M!,
      { municipality: municipalities.C, code: 'x', key: 'x', revision: 4711 },
    ],
    [
      'admin',
      'municipalities',
      municipalities.M,
      { slug: 'x', active: false, demo: true, revision: 4711, outboxCause: 'x' },
    ],
    [
      'contrib',
      'notices',
      documents.notices!.A!,
      {
        title: 'x',
        message: 'x',
        reason: 'x',
        action: 'x',
        account: accounts.editor,
        municipality: municipalities.C,
        organisation: organisations.C,
        document: 'x',
        kind: 'x',
        key: 'x',
        changes: [{ field: 'x' }],
      },
    ],
  ]
}

describeHere('what an account cannot read', () => {
  let torg: Running
  let stage: Stage
  const ids = (body: { docs?: Row[] }) => (body.docs ?? []).map(({ id }) => String(id))

  beforeAll(async () => {
    torg = await startForTests()
    stage = await twoMunicipalities(torg)
    const { payload } = torg
    for (let each = 0; each < 130; each += 1) {
      const place = { name: `Plats ${each}`, municipality: stage.municipalities.M, outboxCause: '' }
      await payload.db.create({ collection: 'places', data: place as never })
    }
    // Relations into what a contributor cannot read, so that a leak would have something to tell.
    const event = stage.documents.events!.A!
    const { body } = await stage.visitors.contrib.get(`/api/events/${event}`)
    const linked = await stage.visitors.contrib.patch(`/api/events/${event}`, {
      revision: body.revision,
      coOrganisers: [stage.organisations.B],
      umbrella: stage.documents.events!.B,
      pictures: [stage.documents.media!.A],
      place: stage.documents.places!.M,
    })
    expect(linked.status, JSON.stringify(linked.body)).toBe(200)
  }, 600_000)
  afterAll(() => torg?.stop())

  it('cannot be asked about, letter by letter', { timeout: 600_000 }, async () => {
    const told: string[] = []
    let questions = 0
    for (const name of actors) {
      const visitor = stage.visitors[name]
      for (const [collection, fields] of Object.entries(hidden)) {
        const all = ids((await visitor.get(`/api/${collection}?limit=100&sort=id`)).body)
        for (const field of fields) {
          const questionsOfOne = [
            `where[${field}][exists]=true`,
            `where[${field}][exists]=false`,
            `where[${field}][equals]=x`,
            `where[${field}][not_equals]=x`,
            `where[or][0][${field}][exists]=false`,
            `where[and][0][or][0][${field}][like]=a`,
            `where[${field}.title][like]=a`,
          ]
          for (const question of questionsOfOne) {
            questions += 1
            const answer = await visitor.get(`/api/${collection}?limit=100&sort=id&${question}`)
            if (answer.status === 200 && all.length > 0 && ids(answer.body).join() !== all.join())
              told.push(`${name} ${collection} ${question}: ${ids(answer.body).length} of ${all.length}`)
            if (answer.status >= 500) told.push(`${name} ${collection} ${question}: ${answer.status}`)
          }
          const counted = await visitor.get(`/api/${collection}/count?where[${field}][exists]=false`)
          if (counted.status === 200 && counted.body.totalDocs > 0 && counted.body.totalDocs < all.length)
            told.push(`${name} counts ${collection} by ${field}`)
          const [up, down] = await Promise.all(
            [field, `-${field}`].map((sort) => visitor.get(`/api/${collection}?limit=100&sort=${sort}`)),
          )
          questions += 3
          if (up!.status === 200 && ids(up!.body).join() !== ids(down!.body).join() && all.length > 1)
            told.push(`${name} sorts ${collection} by ${field}`)
        }
      }
    }
    console.info(`oracles on hidden fields: ${questions} questions`)
    expect(told.slice(0, 60).join('\n')).toBe('')
  })

  it('cannot be asked about through a relation', { timeout: 300_000 }, async () => {
    const answered: string[] = []
    for (const name of ['admin', 'editor', 'orgadmin', 'contrib', 'keyorg', 'auditor'] as const) {
      for (const [collection, questions] of Object.entries(throughRelations)) {
        for (const question of questions) {
          for (const door of ['', '/count']) {
            if (door && question.startsWith('sort')) continue
            const { status } = await stage.visitors[name].get(`/api/${collection}${door}?${question}`)
            if (status < 400 || status >= 500)
              answered.push(`${name} ${collection}${door}?${question}: ${status}`)
          }
        }
      }
    }
    expect(answered.join('\n')).toBe('')
    // The guard is about relations only: asking for the relation itself goes on.
    const own = await stage.visitors.contrib.get(
      `/api/events?where[organisation][equals]=${stage.organisations.A}`,
    )
    expect(own.body.docs.length).toBeGreaterThan(0)
  })

  it('does not come along in something else, however deep', { timeout: 300_000 }, async () => {
    const shown: string[] = []
    const foreign = Object.values(stage.documents).flatMap((letters) =>
      letters.C && letters.C.length > 20 ? [letters.C] : [],
    )
    for (const name of actors) {
      for (const collection of Object.keys(hidden)) {
        for (const query of [
          'depth=10&limit=100',
          'depth=2&draft=true&trash=true&limit=100',
          'depth=10&select[approvedSnapshot]=true',
          'depth=10&populate[accounts][hash]=true&populate[organisations][applicationReference]=true&limit=100',
        ]) {
          const { body } = await stage.visitors[name].get(`/api/${collection}?${query}`)
          const text = JSON.stringify(body)
          // One's own sessions are one's own to see, and nobody else's.
          for (const doc of (body?.docs ?? []) as Row[])
            if (collection === 'accounts' && doc.sessions && doc.id !== stage.accounts[name])
              shown.push(`${name} ${collection}?${query}: sessions of another account`)
          for (const field of nowhere)
            if (text.includes(`"${field}":`)) shown.push(`${name} ${collection}?${query}: ${field}`)
          if (name !== 'operator')
            for (const id of foreign)
              if (text.includes(id))
                shown.push(`${name} ${collection}?${query}: something of another municipality`)
          // Documents in documents in documents would tell of a depth that was not bounded.
          if (/"organisation":\{[^{}]*"logo":\{[^{}]*"organisation":\{[^{}]*"logo":\{/.test(text))
            shown.push(`${name} ${collection}?${query}: too deep`)
          const editors = ['admin', 'editor', 'calendar'].includes(name)
          if (!editors && text.includes('ref-'))
            shown.push(`${name} ${collection}?${query}: the reference in the register`)
        }
      }
    }
    expect(shown.slice(0, 40).join('\n')).toBe('')
  })

  it('is not more because the question is put otherwise', async () => {
    const visitor = stage.visitors.contrib
    for (const query of [
      'limit=0',
      'limit=1000',
      'limit=-1',
      'limit=abc',
      'limit=',
      'pagination=false',
      'pagination=false&limit=0',
      'limit=0&trash=true&draft=true',
    ]) {
      const { status, body } = await visitor.get(`/api/places?${query}`)
      expect(status, query).toBeLessThan(500)
      expect(body.docs?.length ?? 0, query).toBeLessThanOrEqual(100)
    }
    const plain = await visitor.get('/api/events?limit=100&sort=id')
    for (const query of [
      'draft=true',
      'trash=true',
      'draft=true&trash=true',
      'locale=all',
      'fallback-locale=none',
      'showHiddenFields=true',
      'overrideAccess=true',
      'user=x',
    ])
      expect(ids((await visitor.get(`/api/events?limit=100&sort=id&${query}`)).body), query).toEqual(
        ids(plain.body),
      )
    for (const name of ['contrib', 'auditor', 'anonymous', 'loner'] as const) {
      const body = 'limit=0&depth=10&where[content][exists]=true&overrideAccess=true'
      const answer = await stage.visitors[name].send('POST', '/api/events', body, {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Payload-HTTP-Method-Override': 'GET',
      })
      expect(answer.status, name).toBeGreaterThanOrEqual(400)
      expect(answer.status, name).toBeLessThan(500)
    }
    const sent = await visitor.send('POST', '/api/places', 'limit=0&depth=10&sort=id', {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Payload-HTTP-Method-Override': 'GET',
    })
    expect(sent.body.docs.length).toBeLessThanOrEqual(100)
    expect(JSON.stringify(sent.body)).not.toContain('"searchName"')
  })

  it('cannot be given to oneself: no save sets what it may not', { timeout: 600_000 }, async () => {
    const set: string[] = []
    let tried = 0
    for (const [name, collection, id, fields] of assignments(stage)) {
      const row = () =>
        torg.payload.db.findOne<Row>({ collection: collection as 'events', where: { id: { equals: id } } })
      for (const [field, value] of Object.entries(fields)) {
        tried += 1
        const before = (await row())!
        if (JSON.stringify(before[field]) === JSON.stringify(value)) continue
        const moderated = ['events', 'posts', 'organisations'].includes(collection)
        const answer = await stage.visitors[name].patch(`/api/${collection}/${id}`, {
          ...(moderated ? { revision: before.revision } : {}),
          [field]: value,
        })
        if (answer.status >= 500) set.push(`${name} ${collection}.${field}: ${answer.status}`)
        const after = (await row())!
        const holds =
          field === 'sizes'
            ? JSON.stringify(after.sizes ?? '').includes(stage.documents.media!.C!)
            : same(after[field], value)
        if (!after || (field in after && holds)) set.push(`${name} set ${collection}.${field}`)
        const standing = await torg.payload.db.count({
          collection: 'memberships',
          where: { role: { equals: 'operator' } },
        })
        if (standing.totalDocs !== 1) set.push(`${name} became an operator by ${collection}.${field}`)
      }
    }
    console.info(`mass assignment: ${tried} fields`)
    expect(set.join('\n')).toBe('')
  })
})

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? (value as { id: unknown }).id : value
const same = (stored: unknown, sent: unknown): boolean => {
  if (JSON.stringify(idOf(stored)) === JSON.stringify(idOf(sent))) return true
  return stored instanceof Date && stored.toISOString() === sent
}
