import { createHash } from 'node:crypto'
import type { FeedIndex } from '../feed/feed-index.js'
import type { QueryAnswer } from '../feed/graphql/answer-query.js'
import type { ReadyAnswer } from './ready-answers.js'

interface Kept {
  answer: ReadyAnswer
  size: number
  /** Whether what it was made from is still the same. */
  isCurrent(): boolean
  /** When the clock alone makes it untrue, in milliseconds. */
  until: number
}

/**
 * Answers to queries that were asked by GET, for those who ask the same again: the longest unused go first. The query
 * itself is not kept, only a digest of its address.
 */
export function createKeptQueries(index: FeedIndex, most = { answers: 500, bytes: 16 * 1024 * 1024 }) {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const keyOf = (address: string): string => createHash('sha256').update(address).digest('base64')
  const drop = (key: string): void => {
    bytes -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  return {
    find(address: string, now: Date): ReadyAnswer | undefined {
      const key = keyOf(address)
      const one = kept.get(key)
      if (!one) return undefined
      kept.delete(key)
      if (one.isCurrent() && now.getTime() < one.until) {
        kept.set(key, one)
        return one.answer
      }
      bytes -= one.size
      return undefined
    },
    keep(
      address: string,
      answer: ReadyAnswer,
      length: number,
      { municipalities, all }: NonNullable<QueryAnswer['restsOn']>,
      now: Date,
    ): void {
      const key = keyOf(address)
      drop(key)
      const asked = [...(all ? index.municipalities() : municipalities)].map((one) => ({
        one,
        version: one.version(),
      }))
      const version = index.version()
      kept.set(key, {
        answer,
        // Twice: the compressed forms are kept beside it.
        size: length * 2,
        isCurrent: () =>
          all ? index.version() === version : asked.every(({ one, version }) => one.version() === version),
        until: Math.min(...asked.map(({ one }) => one.steadyUntil(now))),
      })
      bytes += length * 2
      for (const oldest of kept.keys()) {
        if (kept.size <= most.answers && bytes <= most.bytes) break
        drop(oldest)
      }
    },
    size: () => ({ answers: kept.size, bytes }),
  }
}
