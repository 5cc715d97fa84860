import { randomBytes } from 'node:crypto'
import { expectations, type Operation } from './access-expectations.js'
import { actors, smallPicture, type ActorName, type Letter, type Stage } from './two-municipalities.js'
import type { Answer } from './people.js'

type Row = Record<string, unknown> & { id: string }
export interface Findings {
  cells: number
  mismatches: string[]
}
const idOf = (value: unknown): string | undefined =>
  value ? String(typeof value === 'object' ? (value as Row).id : value) : undefined
const word = () => randomBytes(5).toString('hex')

/** A change that the operation would take if it were allowed; always another value than before. */
const changes: Record<string, (row: Row) => object> = {
  events: (row) => ({ title: word(), revision: row.revision }),
  posts: (row) => ({ title: word(), revision: row.revision }),
  organisations: (row) => ({ description: word(), revision: row.revision }),
  places: () => ({ address: word() }),
  categories: () => ({ icon: `icon-${word()}` }),
  media: () => ({ licence: word() }),
  municipalities: () => ({ controller: word() }),
  accounts: () => ({ roleTitle: word() }),
  // Only an editor's has something to change; the same role again is a change that is taken, too.
  memberships: (row) =>
    row.role === 'editor'
      ? { approvesOrganisations: row.approvesOrganisations !== true }
      : { role: row.role },
  notices: () => ({ message: word() }),
  'share-links': () => ({ hash: word() }),
  mails: () => ({ attempts: 99 }),
  inboxes: () => ({ revision: 99 }),
  webhooks: () => ({ name: word() }),
  'webhook-deliveries': () => ({ attempts: 99 }),
  'webhook-states': () => ({ secret: word() }),
  publications: () => ({ reason: word() }),
  revisions: () => ({ action: word() }),
  'log-lines': () => ({ hash: word() }),
  'retention-holds': () => ({ reason: 'authority' }),
  'retention-runs': () => ({ day: word() }),
  'moderation-log': () => ({ action: word() }),
  'change-counters': () => ({ last: 999_999 }),
  leases: () => ({ holder: word() }),
  credentials: () => ({ hash: word() }),
  sessions: () => ({ account: word() }),
  'one-time-codes': () => ({ account: word() }),
  'payload-preferences': () => ({ value: { b: word() } }),
  'payload-migrations': () => ({ name: word() }),
  'payload-kv': () => ({ data: { b: word() } }),
  'payload-jobs': () => ({ queue: word() }),
  'payload-locked-documents': () => ({ user: null }),
}

const keys = ['username', 'emailTrace', 'key', 'slug', 'filename', 'outboxCause', 'number', 'token'] as const

/** Walks the matrix for the collections named (all by default) and returns every cell that is not as written. */
export async function walkMatrix(
  stage: Stage,
  collections: readonly string[] = Object.keys(stage.torg.payload.collections),
  operations: readonly (Operation | 'never')[] = ['read', 'create', 'update', 'delete', 'never'],
): Promise<Findings> {
  const findings: Findings = { cells: 0, mismatches: [] }
  for (const collection of collections) {
    if (!expectations[collection]) {
      findings.mismatches.push(`${collection} is not in the table of expectations`)
      continue
    }
    for (const actor of actors) {
      const walk = new Walk(stage, collection, actor, findings)
      for (const operation of operations) await walk[operation]()
    }
  }
  return findings
}

class Walk {
  readonly targets: [Letter, string][]
  constructor(
    readonly stage: Stage,
    readonly collection: string,
    readonly actor: ActorName,
    readonly findings: Findings,
  ) {
    this.targets = Object.entries({
      ...stage.documents[collection],
      ...stage.own[actor]?.[collection],
    }) as [Letter, string][]
  }

  get visitor() {
    return this.stage.visitors[this.actor]
  }
  get database() {
    return this.stage.torg.payload.db
  }
  wished = (operation: Operation) => expectations[this.collection]![operation][this.actor]

  cell(what: string, right: boolean, said = ''): void {
    this.findings.cells += 1
    if (!right)
      this.findings.mismatches.push(`${this.actor} ${what} ${this.collection}${said ? `: ${said}` : ''}`)
  }

  /** Broken is never an answer, refused or not; 501 is the framework's word for a collection without doors. */
  answered(what: string, answer: Answer): Answer {
    if (answer.status >= 500 && answer.status !== 501)
      this.findings.mismatches.push(`${this.actor} ${what} ${this.collection}: ${answer.status}`)
    return answer
  }

  row = (id: string) =>
    this.database.findOne<Row>({ collection: this.collection as 'events', where: { id: { equals: id } } })
  count = async () => (await this.database.count({ collection: this.collection as 'events' })).totalDocs

  async read(): Promise<void> {
    const { collection, visitor } = this
    const wished = this.wished('read').filter((letter) => this.targets.some(([one]) => one === letter))
    if (collection === 'payload-preferences') return this.readByKey()
    // Reading the log adds to it: the oldest first, and one more when it is counted.
    const isLog = collection === 'moderation-log'
    const sorted = isLog ? '&sort=at' : ''
    const list = this.answered('lists', await visitor.get(`/api/${collection}?limit=100&depth=0${sorted}`))
    const ids: string[] = (list.body?.docs ?? []).map((each: Row) => String(each.id))
    const counted = this.answered('counts', await visitor.get(`/api/${collection}/count`))
    const total = Number(counted.body?.totalDocs ?? 0)
    this.cell(
      'counts',
      [0, isLog ? 1 : 0].includes(total - Number(list.body?.totalDocs ?? 0)) &&
        (wished.length > 0 || total === 0),
      `${total}`,
    )
    for (const [letter, id] of this.targets) {
      const allowed = wished.includes(letter)
      this.cell(`lists ${letter} of`, ids.includes(id) === allowed, `listed is ${ids.includes(id)}`)
      const one = await visitor.get(`/api/${collection}/${id}`)
      this.answered('reads', one)
      const found = one.status === 200 && one.body?.id !== undefined
      this.cell(`reads ${letter} of`, found === allowed, String(one.status))
      if (collection === 'media') {
        const name = String((await this.row(id))!.filename)
        const file = this.answered('opens the file of', await visitor.get(`/api/media/file/${name}`))
        this.cell(`opens the file ${letter} of`, (file.status === 200) === allowed, String(file.status))
      }
    }
  }

  /** Settings of the admin have one door each, under a key of which every account has its own; there is no list. */
  async readByKey(): Promise<void> {
    const list = this.answered('lists', await this.visitor.get('/api/payload-preferences'))
    this.cell('lists', list.body?.docs === undefined, String(list.status))
    for (const [letter, id] of this.targets) {
      const key = String((await this.row(id))!.key)
      const one = this.answered('reads', await this.visitor.get(`/api/payload-preferences/${key}`))
      this.cell(
        `reads ${letter} of`,
        (one.body?.id === id) === this.wished('read').includes(letter),
        String(one.status),
      )
    }
  }

  /** What `create` sends for each owner. */
  async body(letter: Letter): Promise<object | FormData> {
    const { municipalities, organisations, documents } = this.stage
    const municipality = letter === 'C' ? municipalities.C : municipalities.M
    const organisation = organisations[letter as 'A'] as string | undefined
    const owner = { municipality, ...(organisation ? { organisation } : {}) }
    switch (this.collection) {
      case 'events':
      case 'posts':
        return { ...owner, title: word(), language: 'sv' }
      case 'media': {
        const form = new FormData()
        form.set('file', new Blob([new Uint8Array(await smallPicture())], { type: 'image/jpeg' }), 'bild.jpg')
        form.set('_payload', JSON.stringify({ ...owner, alt: word() }))
        return form
      }
      case 'organisations':
        return { municipality, name: `Ny ${word()}` }
      case 'places':
        return { municipality, name: `Plats ${word()}` }
      case 'categories':
        return { municipality, code: `c-${word()}`, labels: [{ language: 'sv', text: 'Ny' }] }
      case 'webhooks':
        return { municipality, name: word(), url: 'https://app.example/torg', enabled: false }
      case 'retention-holds':
        return {
          municipality,
          kind: 'event',
          document: documents.events![letter === 'C' ? 'C' : 'A'],
          reason: 'authority',
        }
      case 'municipalities':
        return {
          name: 'Nyby',
          slug: `nyby-${word()}`,
          country: 'SE',
          languages: ['sv'],
          zone: 'Europe/Stockholm',
        }
      case 'accounts':
        return {
          username: `ny-${word()}`,
          password: 'en lång mening om havet',
          homeMunicipality: municipality,
        }
      case 'memberships': {
        const account = await this.database.create({
          collection: 'accounts',
          data: { username: `m-${word()}`, kind: 'person', homeMunicipality: municipality } as never,
        })
        return { account: account.id, role: 'contributor', ...owner }
      }
      default:
        return {
          id: word(),
          key: word(),
          municipality,
          document: documents.events!.A,
          user: this.stage.accounts.contrib,
          number: 7,
        }
    }
  }

  async create(): Promise<void> {
    const { municipalities, organisations } = this.stage
    const owned = ['events', 'posts', 'media', 'memberships'].includes(this.collection)
    // One's own preferences are written under their key; whose they are is never the sender's to say.
    if (this.collection === 'payload-preferences') return
    const letters = owned ? ['A', 'B', 'C'] : this.collection === 'municipalities' ? ['C'] : ['M', 'C']
    for (const letter of letters as Letter[]) {
      const body = await this.body(letter)
      const before = await this.count()
      const answer = this.answered(
        'creates',
        await this.visitor.send('POST', `/api/${this.collection}`, body),
      )
      const made = (await this.count()) > before
      const doc = (answer.body?.doc ?? {}) as Row
      // A new municipality is nobody's yet.
      const owner =
        idOf(doc.organisation) ?? idOf(doc.municipality ?? doc.homeMunicipality) ?? municipalities.C
      const landed = owner === (owned ? organisations[letter as 'A'] : municipalities[letter as 'M'])
      const wished = this.wished('create')
      this.cell(
        `creates for ${letter} in`,
        (made && landed) === wished.includes(letter) && made === (answer.status === 201),
        `${answer.status}, stored is ${made}`,
      )
      // Whoever has one home only writes there, whatever was sent; nothing lands anywhere else.
      const own =
        (wished.includes('M') && owner === municipalities.M) ||
        (wished.includes('A') && owner === organisations.A)
      this.cell(`creates for ${letter} at home only in`, !made || landed || own, `${answer.status}`)
    }
  }

  async update(): Promise<void> {
    for (const [letter, id] of this.targets) {
      const before = await this.row(id)
      if (!before) continue
      const change = changes[this.collection]!(before)
      const address =
        this.collection === 'payload-preferences' && letter === 'S'
          ? `/api/payload-preferences/${String(before.key)}`
          : `/api/${this.collection}/${id}`
      const method = this.collection === 'payload-preferences' && letter === 'S' ? 'POST' : 'PATCH'
      const answer = this.answered('updates', await this.visitor.send(method, address, change))
      const changed = JSON.stringify(await this.row(id)) !== JSON.stringify(before)
      const allowed = this.wished('update').includes(letter)
      this.cell(
        `updates ${letter} of`,
        changed === allowed,
        `${answer.status}, changed is ${changed} ${allowed ? JSON.stringify(answer.body).slice(0, 200) : ''}`,
      )
    }
  }

  /** Deletes what may be deleted on a copy, so that the stage stands. */
  async delete(): Promise<void> {
    for (const [letter, id] of this.targets) {
      const allowed = this.wished('delete').includes(letter)
      if (letter === 'S' && this.collection === 'payload-preferences') continue
      const target = allowed ? await this.copy(id) : id
      const answer = this.answered(
        'deletes',
        await this.visitor.send('DELETE', `/api/${this.collection}/${target}`),
      )
      const gone = (await this.row(target)) === null
      this.cell(
        `deletes ${letter} of`,
        gone === allowed,
        `${answer.status} ${allowed ? JSON.stringify(answer.body).slice(0, 200) : ''}`,
      )
    }
  }

  async copy(id: string): Promise<string> {
    const { id: _id, _id: _other, createdAt: _c, updatedAt: _u, ...rest } = (await this.row(id))!
    const data: Record<string, unknown> = { ...rest }
    for (const key of keys) if (typeof data[key] === 'string' && data[key]) data[key] = word()
    if (this.collection === 'media') Object.assign(data, { id: word(), filename: null, sizes: {} })
    const made = await this.database.create({ collection: this.collection as 'events', data: data as never })
    if (this.collection === 'accounts') {
      const membership = { account: made.id, role: 'auditor', municipality: this.stage.municipalities.M }
      await this.database.create({ collection: 'memberships', data: membership as never })
    }
    return String(made.id)
  }

  /** Doors of the framework that are nobody's: versions, duplicate, bulk changes, unlocking. */
  async never(): Promise<void> {
    const { collection, visitor } = this
    const others = this.targets.filter(([letter]) => letter !== 'S')
    const list = others.map(([, id], index) => `where[id][in][${index}]=${id}`).join('&')
    const state = async () => JSON.stringify(await Promise.all(others.map(([, id]) => this.row(id))))
    // Asked for by key, these addresses are settings of one's own to the door of preferences.
    const count = async () => (collection === 'payload-preferences' ? 0 : this.count())
    const before = [await state(), await count()]
    const change = changes[collection]!({ id: '', revision: 1 })
    const attempts: [string, Promise<Answer>][] = [
      ['bulk updates', visitor.patch(`/api/${collection}?${list}`, change)],
      ['bulk deletes', visitor.send('DELETE', `/api/${collection}?${list}`)],
      ['unlocks', visitor.post(`/api/${collection}/unlock`, { username: 'editor' })],
      ['lists versions of', visitor.get(`/api/${collection}/versions`)],
    ]
    for (const [, id] of others.slice(-2)) {
      attempts.push(
        ['duplicates', visitor.post(`/api/${collection}/${id}/duplicate`, {})],
        ['reads a version of', visitor.get(`/api/${collection}/versions/${id}`)],
        ['restores a version of', visitor.post(`/api/${collection}/versions/${id}`, {})],
      )
    }
    for (const [what, attempt] of attempts) {
      const answer = this.answered(what, await attempt)
      const docs = (answer.body?.docs ?? []) as unknown[]
      // A bulk change that matches nothing is answered with an empty list.
      this.cell(
        what,
        answer.status >= 400 || docs.length === 0,
        `${answer.status} ${JSON.stringify(answer.body).slice(0, 160)}`,
      )
    }
    const after = [await state(), await count()]
    this.cell('changes nothing by the back doors of', after[0] === before[0] && after[1] === before[1])
  }
}
