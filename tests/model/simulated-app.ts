import { request as httpRequest } from 'node:http'
import { changeAsRest, everyField } from '../support/every-field.js'
import type { Chance } from './chance.js'
import { base } from './expected.js'
import { hour } from './clock-of-stockholm.js'

type Json = Record<string, unknown>
interface Page {
  items: Json[]
  /** Where to go on; equal to the one before on the last page. */
  next: string
}

/** An app on a telephone: keeps a copy, sleeps, wakes, reads what has changed over a bad line, and is killed now and then. */
export abstract class SimulatedApp {
  /** What is on the telephone: it outlives the app. */
  readonly items = new Map<string, Json>()
  protected next: string
  wakesAt: number
  resyncs = 0
  retries = 0
  repeated = 0

  constructor(
    protected readonly slug: string,
    private readonly port: () => number,
    protected readonly chance: Chance,
    now: number,
  ) {
    this.next = this.beginning()
    this.wakesAt = now + chance.whole(0, 72) * hour
  }

  protected abstract beginning(): string
  protected abstract read(next: string): Promise<Page | 'resync' | 'closed'>

  /** Reads to the last page, however often the line breaks; then sleeps, most of them for hours, some for months. */
  async wake(now: number): Promise<void> {
    await this.readOn()
    const nap = this.chance.next()
    const hours =
      nap < 0.6
        ? this.chance.whole(1, 48)
        : nap < 0.9
          ? this.chance.whole(48, 700)
          : this.chance.whole(91 * 24, 200 * 24)
    this.wakesAt = now + hours * hour
  }

  async readOn(): Promise<void> {
    for (;;) {
      const page = await this.insist()
      if (page === 'closed') return
      if (page === 'resync') {
        this.resyncs += 1
        this.items.clear()
        this.next = this.beginning()
        continue
      }
      for (const { id, state, data } of page.items) {
        if (state === 'updated') this.items.set(String(id), data as Json)
        else this.items.delete(String(id))
      }
      // Killed before it could write down how far it had read: the page comes again.
      if (this.chance.happens(0.1)) {
        this.repeated += 1
        continue
      }
      if (page.next === this.next) return
      this.next = page.next
    }
  }

  private async insist(): Promise<Page | 'resync' | 'closed'> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.read(this.next)
      } catch (fault) {
        if (tries > 60) throw fault
        this.retries += 1
      }
    }
  }

  protected async ask(path: string, body?: Json): Promise<{ status: number; body: Json }> {
    const { status, bytes } = await this.askFor(path, body)
    return { status, body: JSON.parse(bytes.toString('utf8')) as Json }
  }

  protected askFor(path: string, body?: Json): Promise<{ status: number; bytes: Buffer }> {
    return new Promise((resolve, reject) => {
      const text = body && JSON.stringify(body)
      const headers = text
        ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
        : {}
      const options = {
        host: '127.0.0.1',
        port: this.port(),
        path,
        method: text ? 'POST' : 'GET',
        headers,
        agent: false as const,
      }
      const request = httpRequest(options, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => resolve({ status: response.statusCode!, bytes: Buffer.concat(parts) }))
      })
      request.on('error', reject)
      request.end(text)
    })
  }
}

/** Follows `next` of REST. */
export class RestApp extends SimulatedApp {
  protected beginning(): string {
    return `/feed/v1/${this.slug}/changes?after=0&limit=${this.chance.whole(1, 15)}`
  }
  protected async read(path: string): Promise<Page | 'resync' | 'closed'> {
    const { status, body } = await this.ask(path)
    if (status === 410) return body.code === 'resync-required' ? 'resync' : 'closed'
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return { items: body.items as Json[], next: String(body.next).replace(base, '') }
  }
}

const query = `query Q($m: ID!, $after: ChangeNumber, $head: ChangeNumber, $limit: Int) {
  changes(municipality: $m, after: $after, head: $head, limit: $limit) { next { after head } items { ${everyField('Change', 2)} } }
}`

/** Lives on GraphQL alone. */
export class GraphQLApp extends SimulatedApp {
  protected beginning(): string {
    return JSON.stringify({ after: 0, limit: this.chance.whole(1, 15) })
  }
  protected async read(next: string): Promise<Page | 'resync' | 'closed'> {
    const asked = JSON.parse(next) as Json
    const { body } = await this.ask('/feed/v1/graphql', { query, variables: { ...asked, m: this.slug } })
    const [error] = (body.errors ?? []) as { message: string; extensions: { code: string } }[]
    if (error) {
      if (error.extensions.code === 'resync-required') return 'resync'
      if (error.extensions.code === 'gone') return 'closed'
      throw new Error(error.message)
    }
    const { changes } = body.data as {
      changes: { items: Json[]; next: { after: number; head: number | null } }
    }
    const goOn = {
      after: changes.next.after,
      ...(changes.next.head !== null && { head: changes.next.head }),
      limit: asked.limit,
    }
    // A page without items is the last.
    return {
      items: changes.items.map(changeAsRest),
      next: changes.items.length === 0 ? next : JSON.stringify(goOn),
    }
  }
}
