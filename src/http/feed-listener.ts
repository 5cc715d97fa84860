import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createFeedAnswers, type FeedAnswersOptions } from './feed-answers.js'
import type { Question } from './feed-questions.js'
import { createGraphQLDoor } from './graphql-door.js'
import type { ReadyAnswer } from './ready-answers.js'
import { takesOnly, openToAll, sendAnswer, sendFault } from './send-answer.js'
import { strictTransport } from './strict-transport.js'
import { createTurns } from './turns.js'

export const feedPath = '/feed/v1'

/** The feed as a listener of Node's server: no framework stands between a citizen and what is ready. */
export interface FeedDoors {
  /** Answers what is asked under `/feed/v1`; everything else goes on to `otherwise`. */
  listener(otherwise: RequestListener): RequestListener
  /** Answers any address under `/feed/v1`. */
  answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void>
  /** Does work for somebody who asks when its turn comes: what takes long keeps nobody from ready answers. */
  turn<T>(response: ServerResponse, work: () => T | Promise<T>): T | Promise<T>
  /** The answer to a question that is none of the feed's own, such as a page, kept and made as those are. */
  of(question: Question): ReadyAnswer | Promise<ReadyAnswer>
  stop(): void
}

/** No cookies, no accounts, no database; a request says nothing but its method, its address and two headers. */
export function createFeedDoors(options: FeedAnswersOptions): FeedDoors {
  const turns = createTurns()
  const answers = createFeedAnswers(options, turns)
  const graphql = createGraphQLDoor(options, turns)
  const { onFault = () => {} } = options
  const secure = strictTransport(options.baseUrl)

  async function answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    if (isGraphQL(address)) return graphql.answer(request, response, address)
    try {
      if (request.method !== 'GET') openToAll(response)
      if (takesOnly(request, response)) return
      const ready = answers.ready(address) ?? (await turn(response, () => answers.find(address)))
      await sendAnswer(request, response, ready)
    } catch (fault) {
      openToAll(response)
      sendFault(request, response, fault, onFault)
    }
  }

  const setSecure = (response: ServerResponse): void => {
    for (let at = 0; at < secure.length; at += 2) response.setHeader(secure[at]!, secure[at + 1]!)
  }
  const turn = <T>(response: ServerResponse, work: () => T | Promise<T>): T | Promise<T> =>
    turns.take(work, () => !response.destroyed)

  return {
    answer,
    turn,
    of: answers.of,
    listener: (otherwise) => (request, response) => {
      const url = request.url ?? ''
      if (!url.startsWith(feedPath)) {
        setSecure(response)
        return otherwise(request, response)
      }
      const address = url.slice(feedPath.length)
      const door = isGraphQL(address) ? graphql : answers
      const ready = request.method === 'GET' ? door.ready(address) : undefined
      if (ready) {
        const packing = sendAnswer(request, response, ready, headersOf(request.rawHeaders))
        return void packing?.catch((fault: unknown) => sendFault(request, response, fault, onFault))
      }
      // What is ready has its headers already: Node writes them several times faster where none was set before.
      setSecure(response)
      // `/feed/v10` is none of ours.
      if (/^[/?]|^$/.test(address)) return void answer(request, response, address)
      otherwise(request, response)
    },
    stop() {
      answers.stop()
      graphql.stop()
    },
  }
}

const isGraphQL = (address: string): boolean =>
  address.startsWith('/graphql') && (address.length === 8 || address[8] === '?')

/** The two headers that matter, without making an object of all the others. */
function headersOf(raw: readonly string[]): { accepted: string; has: string } {
  let accepted = ''
  let has = ''
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]!
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding')
      accepted = accepted ? `${accepted},${raw[at + 1]!}` : raw[at + 1]!
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match')
      has = has ? `${has},${raw[at + 1]!}` : raw[at + 1]!
  }
  return { accepted, has }
}
