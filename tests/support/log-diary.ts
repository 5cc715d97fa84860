import type { Payload } from 'payload'
import { expect } from 'vitest'
import { everyRow } from '../../src/shared/every-row.js'

export type LogRow = Record<string, unknown> & { id: string }

export const everyEntry = (payload: Payload): Promise<LogRow[]> =>
  everyRow<LogRow>(payload, 'moderation-log', {})

/** Does one thing after the other and tells which entries each has left in the log, as `kind action`. */
export class LogDiary {
  /** All actions that were seen, by kind. */
  readonly seen = new Set<string>()
  private known = new Set<string>()

  constructor(private readonly payload: Payload) {}

  /** What was logged since the last look, without what the clock did on its own. */
  async news(): Promise<LogRow[]> {
    const all = await everyEntry(this.payload)
    const fresh = all.filter(({ id }) => !this.known.has(String(id)))
    for (const { id } of all) this.known.add(String(id))
    return fresh.filter(({ automated }) => automated !== true)
  }

  /** Expects exactly these entries of one operation, in any order, and gives what it answered. */
  async of<T>(what: string, expected: readonly string[], work: () => Promise<T>): Promise<T> {
    await this.news()
    const result = await work()
    const told = (await this.news()).map(({ kind, action }) => `${String(kind)} ${String(action)}`)
    expect(told.sort(), what).toEqual([...expected].sort())
    for (const each of told) this.seen.add(each)
    return result
  }
}
