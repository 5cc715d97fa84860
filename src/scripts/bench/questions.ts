import { slugOf } from './catalogue.js'
import type { Asked } from './load.js'
import { ask, bodyOf, headerOf } from './recorded.js'

/** A question to the feed; `addresses` are paths with their queries, asked in turn. */
export interface Question extends Omit<Asked, 'port'> {
  name: string
  /** Asked for the first time each time: nothing of it can be ready. */
  isFirst?: true
}

const city = slugOf(0)
const feed = `/feed/v1/${city}`
const packed = { 'Accept-Encoding': 'br' }
const day = 86_400_000
interface Items {
  items: { id: string; kind?: string }[]
}

async function read<T>(port: number, address: string): Promise<T> {
  const answer = await ask(port, address)
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return JSON.parse(bodyOf(answer).toString()) as T
}

/** The questions of the bench, as this feed knows them; GraphQL only where it has that door. */
export async function questionsFor(port: number, now: Date): Promise<Question[]> {
  const manifest = await ask(port, feed, packed)
  const { latest } = JSON.parse(bodyOf(await ask(port, feed)).toString()) as { latest: number }
  const common = { headers: packed, status: 200 }
  const plain = { headers: { 'Accept-Encoding': 'identity' }, status: 200 }
  const questions: Question[] = [
    { ...common, name: 'events, the next 50', addresses: [`${feed}/events`] },
    { ...common, name: 'events, filtered', addresses: [`${feed}/events?area=north&category=sport`] },
    { ...common, name: 'one event, of 100', addresses: await someEvents(port) },
    {
      ...common,
      name: 'changes, a page of 500',
      addresses: [`${feed}/changes?after=${await firstEvent(port)}`],
    },
    { ...common, name: 'changes, the last 10', addresses: [`${feed}/changes?after=${latest - 10}`] },
    { ...common, name: 'calendar of 500 events', addresses: [await calendarOf500(port, now)] },
    {
      name: 'nothing new (304)',
      addresses: [feed],
      headers: { ...packed, 'If-None-Match': headerOf(manifest, 'etag') },
      status: 304,
    },
    { ...plain, name: 'events, filtered, first time', addresses: firstTimes(now), isFirst: true },
    {
      ...common,
      name: 'the same, packed (br)',
      addresses: firstTimes(new Date(now.getTime() + 7_000)),
      isFirst: true,
    },
  ]
  const graphql = await graphqlAddress(port)
  if (graphql) questions.push({ ...common, name: 'GraphQL, the next 50', addresses: [graphql] })
  return questions
}

async function someEvents(port: number): Promise<string[]> {
  const { items } = await read<Items>(port, `${feed}/events?limit=100&collapse=series`)
  return items.map(({ id }) => `${feed}/events/${id}`)
}

/** The change number after which events and posts come: registers were written before. */
async function firstEvent(port: number): Promise<number> {
  for (let after = 0; ;) {
    const page = await read<{ items: { kind: string; modified: number }[] }>(
      port,
      `${feed}/changes?after=${after}&limit=1000`,
    )
    const found = page.items.find((one) => one.kind === 'event')
    if (found) return found.modified - 1
    after = page.items.at(-1)!.modified
  }
}

/** A calendar until the day on which it has about 500 events. */
async function calendarOf500(port: number, now: Date): Promise<string> {
  const to = (days: number): string => {
    const until = new Date(now.getTime() + days * day).toISOString().slice(0, 10)
    return `${feed}/calendar.ics?to=${until}`
  }
  const count = async (days: number): Promise<number> => {
    const uids =
      bodyOf(await ask(port, to(days)))
        .toString()
        .match(/^UID:.*$/gm) ?? []
    return new Set(uids).size
  }
  let [low, high] = [0, 400]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((await count(middle)) >= 500) high = middle
    else low = middle
  }
  return to(high)
}

/** Lists of one category from another second each, none asked for twice. */
const firstTimes = (now: Date): string[] =>
  Array.from({ length: 60_000 }, (_, at) => {
    // Steps that have nothing in common with a day, so that they spread over two months.
    const from = new Date(now.getTime() + ((at * 7_919_000) % (60 * day))).toISOString().slice(0, 19)
    return `${feed}/events?category=sport&from=${from}Z`
  })

/** What the lists of an app show of the next 50 occurrences. */
export const graphqlQuery = `{ events(municipality: "${city}", limit: 50) { items { id title start end place { name } } } }`

/** A GraphQL question as a cacheable GET; null where there is no such door. Throws where the answer tells of errors. */
async function graphqlAddress(port: number): Promise<string | null> {
  const address = `/feed/v1/graphql?query=${encodeURIComponent(graphqlQuery)}`
  const answer = await ask(port, address)
  // An answer of status 200 may hold nothing but errors, which are short and kept by nobody.
  if (answer.status === 200) refuseErrors(bodyOf(answer).toString())
  if (answer.status !== 200)
    process.stdout.write(`GraphQL is left out: its door answered ${answer.status}.\n`)
  return answer.status === 200 ? address : null
}

/** Throws where an answer of GraphQL tells of errors: how fast it comes says nothing. */
export function refuseErrors(text: string): void {
  const { errors } = JSON.parse(text) as { errors?: unknown }
  if (errors !== undefined) throw new Error(`GraphQL answered with errors: ${JSON.stringify(errors)}`)
}
