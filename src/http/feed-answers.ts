import type { FeedIndex } from '../feed/feed-index.js'
import type { Clock } from '../shared/clock.js'
import { createAnswerCache, createDoorkeeper } from './answer-cache.js'
import { createQuestions, type Question } from './feed-questions.js'
import { assemble, Assembly } from './pieces.js'
import { readyAnswer, type ReadyAnswer } from './ready-answers.js'

export interface FeedAnswersOptions {
  index: FeedIndex
  /** The public address, without a slash at the end. */
  baseUrl: string
  clock: Clock
  /** Told of every fault that is not the client's. */
  onFault?: (fault: unknown) => void
}

/** The answers of everything under `/feed/v1`, by address: path and query as they were asked for. */
export interface FeedAnswers {
  /** The answer that is ready and still true; undefined where one has to be made. */
  ready(address: string): ReadyAnswer | undefined
  /** The answer, made where it is not ready. Throws a `DomainError` where there is none. */
  find(address: string): ReadyAnswer | Promise<ReadyAnswer>
  /** The same of a question that has been read already. */
  of(question: Question): ReadyAnswer | Promise<ReadyAnswer>
  stop(): void
}

interface Kept {
  question: Question
  /** Of the question's source when it was made. */
  version: number
  answer: ReadyAnswer
}

const most = { answers: 2_000, bytes: 96 * 1024 * 1024 }
const mostAddresses = { answers: 8_000, bytes: 4 * 1024 * 1024 }
/** An answer of so many bytes takes a while to make and to pack. */
const large = 128 * 1024
/** For so long after a change a large answer may lack it while the new one is being made; in milliseconds. */
const mayLag = 300
/** What is no longer true leaves the memory after so long, also where nobody asks for it again; in milliseconds. */
const sweepEvery = 5_000

/**
 * Answers are made once for each change, not for each request: kept under the one way to write their question, and true
 * until what they were made from changes or the clock changes what is visible.
 */
export function createFeedAnswers({
  index,
  baseUrl,
  clock,
  onFault = () => {},
}: FeedAnswersOptions): FeedAnswers {
  const read = createQuestions(index, baseUrl)
  const answers = createAnswerCache<Kept>(most)
  const keys = createAnswerCache<string>(mostAddresses)
  const isAskedAgain = createDoorkeeper()
  const making = new Map<string, { version: number; promise: Promise<ReadyAnswer> }>()

  const isTrue = ({ question, version }: Kept): boolean =>
    version === question.source.version() && question.until > clock.now().getTime()
  /** Whether an answer that lacks the latest may still be given: never one that shows what was taken down. */
  function mayStay({ question: { source, until }, version, answer }: Kept): boolean {
    const now = clock.now().getTime()
    const lacks = now - source.changedAfter(version)
    return answer.length > large && until > now && source.takenDownAt() <= version && lacks <= mayLag
  }
  const sweeping = setInterval(() => answers.dropWhere((kept) => !isTrue(kept)), sweepEvery)
  sweeping.unref()

  function keep(kept: Kept): void {
    const { key, isPlain, isPrivate } = kept.question
    const before = answers.find(key)
    if (before && before.version > kept.version) return
    // The packed forms are kept beside it.
    const size = kept.answer.length * 1.5 + 2_000
    if (isPlain || (!isPrivate && (before || isAskedAgain(key)))) answers.keep(key, kept, size)
  }

  /** The bytes as an answer. Where they are what they were, it is the one from before, which is packed already. */
  function settle(question: Question, bytes: string | Buffer): ReadyAnswer | Promise<ReadyAnswer> {
    const version = question.source.version()
    const before = answers.find(question.key)?.answer
    const made = readyAnswer(question.type, bytes, question.headers)
    const answer = before?.etag('identity') === made.etag('identity') ? before : made
    const done = (): ReadyAnswer => {
      keep({ question, version, answer })
      return answer
    }
    // A large one is packed before it takes the place of the other.
    if (answer.length <= large || !before) return done()
    return Promise.all(before.packed().map(async (encoding) => answer.send(encoding))).then(done)
  }

  function make(question: Question): ReadyAnswer | Promise<ReadyAnswer> {
    const value = question.make(clock.now())
    if (!(value instanceof Assembly))
      return settle(question, typeof value === 'string' ? value : JSON.stringify(value))
    const bytes = assemble(value, () => question.make(clock.now()) as Assembly, question.source.version)
    return Buffer.isBuffer(bytes) ? settle(question, bytes) : bytes.then((made) => settle(question, made))
  }

  /** One making for all who ask for the same at the same time. */
  function makeOnce(question: Question): ReadyAnswer | Promise<ReadyAnswer> {
    const { key, source } = question
    const version = source.version()
    const running = making.get(key)
    if (running?.version === version) return running.promise
    const made = make(question)
    if (!(made instanceof Promise) || question.isPrivate) return made
    const promise = made.finally(() => {
      if (making.get(key)?.promise === promise) making.delete(key)
    })
    making.set(key, { version, promise })
    return promise
  }

  function of(question: Question): ReadyAnswer | Promise<ReadyAnswer> {
    const kept = answers.find(question.key)
    if (kept && isTrue(kept)) return kept.answer
    const made = makeOnce(question)
    if (!kept || !mayStay(kept) || !(made instanceof Promise)) return made
    made.catch(onFault)
    return kept.answer
  }

  return {
    ready(address) {
      const key = keys.find(address)
      const kept = key === undefined ? undefined : answers.find(key)
      return kept && isTrue(kept) ? kept.answer : undefined
    },
    find(address) {
      const question = read(address, clock.now())
      if (answers.find(question.key)) keys.keep(address, question.key, address.length * 2 + 200)
      return of(question)
    },
    of,
    stop: () => clearInterval(sweeping),
  }
}
