import { randomInt } from 'node:crypto'
import { holdable } from '../../src/editorial/hold.js'
import { paragraph } from '../support/paragraph.js'
import type { Visitor } from '../support/people.js'
import type { Attempt, Collection, Seen } from './attempt.js'
import { PictureDesk } from './picture-desk.js'

const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)]!
const status = () => ({ status: pick(['cancelled', 'postponed', 'scheduled']), reason: 'weather' })
const dead = (error: unknown) =>
  error instanceof TypeError || (error as { name?: string }).name === 'AbortError'

/** Several authors and editors who work on the same documents at once, and everything that they were told. */
export class Newsroom {
  readonly attempts: Attempt[] = []
  /** Titles that an editor was asked to let out: nothing else may ever be public. */
  readonly decided = new Set<string>()
  /** Answers that nobody should get. */
  readonly faults: string[] = []
  readonly documents: { collection: Collection; id: string }[] = []
  readonly desk = new PictureDesk(this.faults)
  /** Nothing more can be done with what somebody was asked to erase. */
  private readonly erased = new Set<string>()
  private erases = true
  private working = false
  private loops: Promise<void>[] = []
  private titles = 0
  readonly base: string
  readonly authors: Visitor[]
  readonly editors: Visitor[]
  readonly admin: Visitor
  readonly categories: string[]
  readonly mostDocuments: number

  constructor(
    base: string,
    authors: Visitor[],
    editors: Visitor[],
    admin: Visitor,
    categories: string[],
    mostDocuments = 40,
  ) {
    this.base = base
    this.authors = authors
    this.editors = editors
    this.admin = admin
    this.categories = categories
    this.mostDocuments = mostDocuments
  }

  start(): void {
    this.working = true
    const author = (one: Visitor) => () => this.authorDoes(one)
    const editor = (one: Visitor) => () => this.editorDoes(one)
    this.loops = [
      ...this.authors.flatMap((one) => [author(one), author(one)]),
      ...this.editors.flatMap((one) => [editor(one), editor(one)]),
      () => this.adminDoes(),
    ].map((does) => this.loop(does))
  }

  /** How many requests were answered so far. */
  answered = (): number => this.attempts.filter((one) => one.answer !== null).length

  async close(): Promise<void> {
    this.working = false
    await Promise.all(this.loops)
  }

  private async loop(does: () => Promise<void>): Promise<void> {
    while (this.working) {
      try {
        await does()
        await new Promise((resolve) => setTimeout(resolve, 1))
      } catch (error) {
        if (!dead(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }

  private open = () => this.documents.filter((one) => !this.erased.has(one.id))

  private title = (): string => `Rubrik ${(this.titles += 1)}`

  private words(author: Visitor): Record<string, unknown> {
    const title = this.title()
    // Lists and relations too: they lie in tables of their own, which a process may die between.
    return {
      title,
      categories: pick([this.categories.slice(0, 1), this.categories.slice(1), this.categories]),
      translations: pick([[], [{ language: 'en', title: `${title} (en)` }]]),
      pictures: this.desk.some(author),
    }
  }

  private async read(who: Visitor): Promise<{ collection: Collection; seen: Seen } | null> {
    const open = this.open()
    if (open.length === 0) return null
    const { collection, id } = pick(open)
    const { status: code, body } = await who.get(`/api/${collection}/${id}`)
    // Of the other organisation: not this author's.
    if (code === 404 || code === 403) return null
    if (code === 200) return { collection, seen: body as Seen }
    this.faults.push(`GET ${collection}: ${code} ${JSON.stringify(body)}`)
    return null
  }

  private async send(
    attempt: Attempt,
    request: () => Promise<{ status: number; body: Record<string, unknown> }>,
  ) {
    this.attempts.push(attempt)
    const { status: code, body } = await request()
    const told = (body.doc ?? body) as Seen
    if (code === 202) attempt.held = body.decision as string
    if (code >= 500) this.faults.push(`${attempt.action}: ${code} ${JSON.stringify(body)}`)
    attempt.answer = {
      status: code,
      state: told.state,
      publication: told.publication,
      revision: told.revision,
    }
    return { code, told }
  }

  private async create(author: Visitor): Promise<void> {
    const collection = pick(['events', 'posts'] as const)
    const words = this.words(author)
    const start = new Date(Date.now() + randomInt(1, 60) * 86_400_000)
    const more =
      collection === 'events'
        ? {
            start,
            end: new Date(start.getTime() + 3_600_000),
            zone: 'Europe/Stockholm',
            address: { name: 'Torget' },
          }
        : { body: paragraph('Text'), type: 'news' }
    const attempt: Attempt = {
      collection,
      document: null,
      action: 'save',
      revision: 0,
      title: words.title as string,
      answer: null,
    }
    const { code, told } = await this.send(attempt, () =>
      author.post(`/api/${collection}`, { language: 'sv', ...words, ...more }),
    )
    // An erasure has just taken the picture along.
    if (code === 422 && this.desk.forget(words.pictures as string[])) return
    if (code !== 201) return void this.faults.push(`create: ${code} ${JSON.stringify(told)}`)
    attempt.document = told.id
    this.documents.push({ collection, id: told.id })
  }

  private act(
    who: Visitor,
    collection: Collection,
    seen: Seen,
    action: string,
    input: object = {},
    title: string | null = null,
  ) {
    const { id, revision } = seen
    return this.send({ collection, document: id, action, revision, title, answer: null }, () =>
      who.post(`/api/${collection}/${id}/actions/${action}`, { revision, ...input }),
    )
  }

  private async authorDoes(author: Visitor): Promise<void> {
    if (this.desk.lacks(author) || randomInt(12) === 0) return this.desk.tend(author)
    const open = this.open().length
    if (open < 6 || (open < this.mostDocuments && randomInt(10) === 0)) return this.create(author)
    const found = await this.read(author)
    if (!found) return
    const { collection, seen } = found
    const writes = async () => {
      const words = this.words(author)
      const { id, revision } = seen
      const attempt = {
        collection,
        document: id,
        action: 'save',
        revision,
        title: words.title as string,
        answer: null,
      }
      await this.send(attempt, () => author.patch(`/api/${collection}/${id}`, { revision, ...words }))
    }
    const chance = randomInt(10)
    if (seen.publication === 'live' && chance === 0)
      await this.act(author, collection, seen, 'withdraw', { reason: 'organiser' })
    else if (seen.publication === 'live' && collection === 'events' && chance === 1)
      await this.act(author, collection, seen, 'announce', status())
    else if (['draft', 'changes-requested'].includes(seen.state) && chance < 7)
      await this.act(author, collection, seen, 'submit')
    else if (seen.state === 'in-review')
      await (chance < 2 ? this.act(author, collection, seen, 'withdraw-submission') : undefined)
    else await writes()
  }

  private async editorDoes(editor: Visitor): Promise<void> {
    const found = await this.read(editor)
    if (!found) return
    const { collection, seen } = found
    const act = (action: string, input: object = {}, title: string | null = null) => {
      const waits = (holdable as readonly string[]).includes(action) && randomInt(3) === 0
      const hold = waits ? { hold: randomInt(1, 4) } : {}
      return this.act(editor, collection, seen, action, { ...input, ...hold }, title)
    }
    const chance = randomInt(10)
    if (seen.state === 'in-review') {
      if (chance < 5) {
        this.decided.add(seen.title)
        await act('approve')
      } else if (chance < 7) {
        const title = this.title()
        this.decided.add(title)
        await act('approve-with-edits', { edits: { title, categories: this.categories } }, title)
      } else if (chance < 9) await act('request-changes', { message: 'Vem får komma?' })
      else await act('reject', { message: 'Inte här.', reason: 'not-local' })
    } else if (seen.publication === 'live') {
      if (chance < 4) {
        const title = this.title()
        this.decided.add(title)
        await act('correct', { edits: { title }, note: 'Fel rubrik.' }, title)
      } else if (chance < 6 && collection === 'events') await act('announce', status())
      else if (chance < 7) await act('withdraw', { explanation: 'Inställt.' })
      else if (chance < 8) await act('remove', { message: 'Bryter mot reglerna.', reason: 'other' })
    } else if (['withdrawn', 'removed'].includes(seen.publication)) await act('restore')
  }

  /** More seldom, and each time something that nobody can undo. */
  private async adminDoes(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, randomInt(300)))
    if (!this.working) return
    this.erases = !this.erases
    if (!this.erases) return this.desk.withdraw(this.admin)
    const found = await this.read(this.admin)
    if (!found) return
    this.erased.add(found.seen.id)
    await this.act(this.admin, found.collection, found.seen, 'erase', { reason: 'request' })
  }
}
