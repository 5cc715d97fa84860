import type { FeedIndex } from '../feed/feed-index.js'
import type { Clock } from '../shared/clock.js'
import { createAnswerCache, createDoorkeeper } from './answer-cache.js'
import { createQuestions, type Question } from './feed-questions.js'
import { assemble, Assembly } from './pieces.js'
import { readyAnswer, type ReadyAnswer } from './ready-answers.js'
import { strictTransport } from './strict-transport.js'
import type { Turns } from './turns.js'

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
  /** The answer that is ready, and still true or allowed to lag; undefined where one has to be made. */
  ready(address: string): ReadyAnswer | undefined
  /** The answer, made where it is not ready. Throws a `DomainError` where there is none. */
  find(address: string): ReadyAnswer | Promise<ReadyAnswer>
  /** The same of a question that has been read already. */
  of(question: Question): ReadyAnswer | Promise<ReadyAnswer>
  stop(): void
}

/** What an answer is made from: as it was when the making began. */
interface Begun {
  question: Question
  /** Of the question's source. */
  version: number
  /** From when to when it is true as far as the clock goes, in milliseconds: before it was made, if the clock is set back, it is not. */
  from: number
  until: number
}
interface Kept extends Begun {
  answer: ReadyAnswer
}
/** What an address asks for. */
interface Read {
  key: string
  /** Of the source as it was read; null where a change cannot make it another question. */
  version: number | null
}
interface Making {
  promise: Promise<ReadyAnswer>
  /** What it is of; null while that may still become newer. */
  of: Begun | null
  /** The making for those who came too late for this one. */
  next: Promise<ReadyAnswer> | null
}

const most = { answers: 2_000, bytes: 96 * 1024 * 1024 }
const mostAddresses = { answers: 8_000, bytes: 4 * 1024 * 1024 }
/** An answer of so many bytes takes a while to make and to pack. */
const large = 128 * 1024
/** For so long after a change a large answer may lack it while the new one is being made; in milliseconds. */
const mayLag = 300
/** For so long of that time it is not even begun, so that a crowd of changes is one making; in milliseconds. */
const gathersFor = 150
/** What is no longer true leaves the memory after so long, also where nobody asks for it again; in milliseconds. */
const sweepEvery = 5_000

/**
 * Answers are made once for each change, not for each request: kept under the one way to write their question, and true
 * until what they were made from changes or the clock changes what is visible.
 */
export function createFeedAnswers(
  { index, baseUrl, clock, onFault = () => {} }: FeedAnswersOptions,
  turns: Pick<Turns, 'goOn'>,
): FeedAnswers {
  const read = createQuestions(index, baseUrl)
  const secure = strictTransport(baseUrl)
  const answers = createAnswerCache<Kept>(most)
  const keys = createAnswerCache<Read>(mostAddresses)
  const isAskedAgain = createDoorkeeper()
  const making = new Map<string, Making>()

  const isTrue = ({ question, version, from, until }: Begun): boolean => {
    if (version !== question.source.version()) return false
    const now = clock.now().getTime()
    return from <= now && now < until
  }
  /**
   * Whether an answer may be given for so long (milliseconds) after the first change that it lacks: never one that shows
   * what was taken down.
   */
  function mayStay({ question: { source }, version, from, until, answer }: Kept, lag: number): boolean {
    if (answer.length <= large || source.takenDownAt() > version) return false
    const now = clock.now().getTime()
    const lacks = now - source.changedAfter(version)
    // A clock that was set back must not make a moment of hours.
    return from <= now && until > now && lacks >= 0 && lacks <= lag
  }
  const sweeping = setInterval(() => answers.dropWhere((kept) => !isTrue(kept)), sweepEvery)
  sweeping.unref()

  function keep(kept: Kept): void {
    const { key, isPlain, isPrivate } = kept.question
    const before = answers.find(key)
    // The packed forms are kept beside it.
    const size = kept.answer.length * 1.5 + 2_000
    if (isPlain || (!isPrivate && (before || isAskedAgain(key)))) answers.keep(key, kept, size)
  }

  /** The bytes as an answer. Where they are what they were, it is the one from before, which is packed already. */
  function settle(begun: Begun, bytes: Buffer): ReadyAnswer | Promise<ReadyAnswer> {
    const { question } = begun
    const before = answers.find(question.key)?.answer
    const answer = before?.says(bytes)
      ? before
      : readyAnswer(question.type, bytes, [...secure, ...(question.headers ?? [])])
    const done = (): ReadyAnswer => {
      keep({ ...begun, answer })
      return answer
    }
    // A large one is packed before it takes the place of the other.
    if (answer.length <= large || !before) return done()
    return Promise.all(before.packed().map(async (encoding) => answer.send(encoding))).then(done)
  }

  function begin(question: Question): { begun: Begun; value: unknown } {
    const now = clock.now()
    const begun = {
      question,
      version: question.source.version(),
      from: now.getTime(),
      until: question.until(now),
    }
    return { begun, value: question.make(now) }
  }

  /** `whenPut`: told what the answer is of as soon as that is certain; packing may follow. */
  function make(question: Question, whenPut: (begun: Begun) => void): ReadyAnswer | Promise<ReadyAnswer> {
    let { begun, value } = begin(question)
    if (!(value instanceof Assembly))
      return settle(begun, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)))
    const again = (): Assembly => {
      ;({ begun, value } = begin(question))
      return value as Assembly
    }
    const finish = (bytes: Buffer): ReadyAnswer | Promise<ReadyAnswer> => {
      whenPut(begun)
      return settle(begun, bytes)
    }
    return assemble(value, { again, isStill: () => isTrue(begun), finish, turns })
  }

  /**
   * One making for all who ask for the same at the same time. While it is put together it will be of what is there in
   * the end, and whoever comes may share it. Once it is packed it is of a version: for those who come after a newer one
   * there is one further making, and never a third.
   */
  function makeOnce(question: Question): ReadyAnswer | Promise<ReadyAnswer> {
    const running = making.get(question.key)
    const anew = (): ReadyAnswer | Promise<ReadyAnswer> => {
      const kept = answers.find(question.key)
      return kept && isTrue(kept) ? kept.answer : makeOnce(question)
    }
    if (running && (running.of === null || isTrue(running.of))) return running.promise
    if (running) return (running.next ??= running.promise.catch(() => {}).then(() => turns.goOn(anew)))
    const one: Pick<Making, 'of' | 'next'> = { of: null, next: null }
    const made = make(question, (begun) => (one.of = begun))
    if (!(made instanceof Promise) || question.isPrivate) return made
    const promise = made.finally(() => {
      if (making.get(question.key) === entry) making.delete(question.key)
    })
    const entry: Making = Object.assign(one, { promise })
    making.set(question.key, entry)
    return promise
  }

  function of(question: Question): ReadyAnswer | Promise<ReadyAnswer> {
    const kept = answers.find(question.key)
    if (kept && (isTrue(kept) || mayStay(kept, gathersFor))) return kept.answer
    const made = makeOnce(question)
    if (!kept || !mayStay(kept, mayLag) || !(made instanceof Promise)) return made
    made.catch(onFault)
    return kept.answer
  }

  /** What is kept for an address that was read before and asks for the same still. */
  function keptAt(address: string): Kept | undefined {
    const known = keys.find(address)
    const kept = known && answers.find(known.key)
    if (!kept || known.version === null) return kept
    return known.version === kept.question.source.version() ? kept : undefined
  }

  return {
    ready(address) {
      const kept = keptAt(address)
      if (!kept || isTrue(kept)) return kept?.answer
      // The new one is being made already: nobody has to read the question once more to learn that.
      const lag = making.has(kept.question.key) ? mayLag : gathersFor
      return mayStay(kept, lag) ? kept.answer : undefined
    },
    find(address) {
      // Who asked for it before has had its address read.
      const before = keptAt(address)
      if (before) return of(before.question)
      const question = read(address, clock.now())
      const { key, source, mayMeanOther, holdsWord } = question
      const version = mayMeanOther ? source.version() : null
      if (!holdsWord && answers.find(key)) keys.keep(address, { key, version }, address.length * 2 + 200)
      return of(question)
    },
    of,
    stop: () => clearInterval(sweeping),
  }
}
