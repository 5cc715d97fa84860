import { hash } from 'node:crypto'
import type { FeedIndex } from '../feed/feed-index.js'
import type { QueryAnswer } from '../feed/graphql/answer-query.js'
import { createAnswerCache } from './answer-cache.js'
import type { ReadyAnswer } from './ready-answers.js'

interface Kept {
  answer: ReadyAnswer
  /** Whether what it was made from is still the same. */
  isCurrent(): boolean
  /** When the clock alone makes it untrue, in milliseconds. */
  until: number
}

/**
 * Answers to queries that were asked by GET, for those who ask the same again. The query itself is not kept, only a
 * digest of its address.
 */
export function createKeptQueries(index: FeedIndex, most = { answers: 500, bytes: 16 * 1024 * 1024 }) {
  const kept = createAnswerCache<Kept>(most)
  const keyOf = (address: string): string => hash('sha256', address, 'base64')
  const isTrue = (one: Kept, now: Date): boolean => one.isCurrent() && now.getTime() < one.until
  return {
    find(address: string, now: Date): ReadyAnswer | undefined {
      const one = kept.find(keyOf(address))
      return one && isTrue(one, now) ? one.answer : undefined
    },
    keep(
      address: string,
      answer: ReadyAnswer,
      { municipalities, all }: NonNullable<QueryAnswer['restsOn']>,
      now: Date,
    ): void {
      // Under the versions that were answered from: a change may have come since.
      const asked = [...municipalities.values()]
      const isCurrent = (): boolean =>
        all === null ? asked.every((one) => one.index.version() === one.version) : index.version() === all
      const ends = all === null ? asked.map((one) => one.index) : index.municipalities()
      const until = Math.min(...ends.map((one) => one.steadyUntil(now)))
      // The packed forms are kept beside it.
      kept.keep(keyOf(address), { answer, isCurrent, until }, answer.length * 1.5 + 2_000)
    },
    /** Takes out what is no longer true, so that nothing that was taken down stays in the memory. */
    sweep: (now: Date) => kept.dropWhere((one) => !isTrue(one, now)),
    size: kept.size,
  }
}
