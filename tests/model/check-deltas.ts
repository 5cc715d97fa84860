import { expect } from 'vitest'
import type { Chance } from './chance.js'
import { base, everything } from './expected.js'
import type { TownServer } from './town-server.js'
import type { World } from './world.js'

type Json = Record<string, unknown>
interface Change {
  id: string
  modified: number
  state: 'updated' | 'deleted'
  data?: Json
}

/** An app that lives on the changes: what it holds, and the address that it asks next. */
export class Reader {
  items = new Map<string, Json>()
  private next: string
  resyncs = 0

  constructor(
    private readonly world: World,
    private readonly server: TownServer,
    private readonly chance: Chance,
    after = 0,
  ) {
    this.next = this.address(after)
  }

  private address = (after: number): string =>
    `${base}/feed/v1/${this.world.slug}/changes?after=${after}&limit=${this.chance.whole(1, 12)}`

  /** Reads to the last page. */
  async sync(strictly: boolean): Promise<void> {
    for (;;) {
      const { status, body } = await this.server.get(this.next, strictly)
      if (status === 410 && (body as Json).code === 'resync-required') {
        this.items.clear()
        this.resyncs += 1
        this.next = this.address(0)
        continue
      }
      expect([this.next, status]).toEqual([this.next, 200])
      const page = body as unknown as { items: Change[]; next: string }
      for (const { id, state, data } of page.items) {
        if (state === 'updated') this.items.set(id, data!)
        else this.items.delete(id)
      }
      if (page.next === this.next) return
      this.next = page.next
    }
  }
}

/** Readers of a town that follow at random, and states of earlier, from each of which the changes must lead to now. */
export class Deltas {
  private readonly readers: Reader[]
  private readonly earlier: { number: number; items: Map<string, Json> }[] = []
  resyncs = 0
  replays = 0

  constructor(
    private readonly world: World,
    private readonly server: TownServer,
    private readonly chance: Chance,
  ) {
    this.readers = Array.from({ length: 4 }, () => new Reader(world, server, chance))
  }

  /** Some readers read on whenever they like, also while what follows from clock and owners is not written yet. */
  async readOn(strictly: boolean): Promise<void> {
    const { world, server, chance } = this
    if (chance.happens(0.3)) this.readers[chance.whole(0, 3)] = new Reader(world, server, chance)
    for (const reader of this.readers.filter(() => this.chance.happens(0.25))) await reader.sync(strictly)
  }

  /** To be asked when everything that follows from clock and owners is written. */
  async check(strictly: boolean): Promise<void> {
    const { world, server, chance } = this
    const truth = everything(world)
    for (const reader of this.readers.filter(() => chance.happens(0.25)))
      await this.compare(reader, truth, strictly)
    await this.compare(new Reader(world, server, chance), truth, strictly)
    const before = this.earlier.length > 0 ? chance.of(this.earlier) : undefined
    if (before) {
      const reader = new Reader(world, server, chance, before.number)
      reader.items = new Map(before.items)
      await this.compare(reader, truth, strictly)
      this.replays += 1
      this.resyncs += reader.resyncs
    }
    const now = { number: world.latest, items: truth }
    if (this.earlier.length < 200) this.earlier.push(now)
    else this.earlier[chance.whole(0, 199)] = now
  }

  private async compare(reader: Reader, truth: Map<string, Json>, strictly: boolean): Promise<void> {
    await reader.sync(strictly)
    expect([...reader.items.keys()].sort()).toEqual([...truth.keys()].sort())
    for (const [id, item] of truth) expect(reader.items.get(id)).toEqual(item)
  }
}
