import { hash } from 'node:crypto'
import { isOfFeed, type FeedAnswer } from './readers/feed-answer.js'

/** What is wrong with the answers that the tests of this file got; it fails the file, whatever the tests look at. */
export const faults = new Set<string>()
const readBefore = new Set<string>()

/** Reads an answer of the feed by its description and by parsers that are not ours; the same bytes once. */
export async function readAsOthers(answer: FeedAnswer, origin: string): Promise<void> {
  if (!isOfFeed(answer.path)) return
  const digest = hash(
    'sha256',
    JSON.stringify([origin, { ...answer, headers: { ...answer.headers, date: '' } }]),
  )
  if (readBefore.has(digest)) return
  readBefore.add(digest)
  // The parsers take a second to load, which a file that reads no feed does not spend.
  const { feedAnswerFaults } = await import('./readers/check-feed-answer.js')
  for (const fault of await feedAnswerFaults(answer, origin)) faults.add(fault)
}
