import { graphqlAddress, graphqlDoors } from './graphql-address.js'
import type { Visitor } from './people.js'

export interface Opened {
  address: string
  status: number
  text: string
}

/** What may be asked about one item besides the lists. */
export interface Asked {
  slug: string
  id: string
  pictures?: string[]
  /** A word of its title, for the search. */
  word?: string
}

/** Every address of the feed and of its pages at which an item could show, lists read to their last page. */
export async function openEveryDoor(
  citizen: Visitor,
  { slug, id, pictures = [], word = 'x' }: Asked,
): Promise<Opened[]> {
  const feed = `/feed/v1/${slug}`
  const lists = [
    'changes?after=0&limit=1000',
    'events?limit=100',
    `events?q=${word}`,
    'posts?limit=100',
    'organisations',
    'places',
    'categories',
  ]
  const single = [
    '',
    '/calendar.ics',
    '/events.rss',
    '/events.atom',
    '/events.json',
    '/posts.rss',
    '/posts.atom',
    '/posts.json',
  ]
  const own = [`/events/${id}`, `/events/${id}.ics`, `/events/${id}.jsonld`, `/posts/${id}`]
  const graphql = [
    ...graphqlDoors(slug),
    ...['event', 'post'].map((kind) =>
      graphqlAddress(`{ ${kind}(municipality: "${slug}", id: "${id}") { id title } }`),
    ),
  ]
  const pages = [
    `/${slug}`,
    `/${slug}/e/${id}`,
    `/${slug}/p/${id}`,
    `/${slug}/events/${id}`,
    `/${slug}/posts/${id}`,
    '/',
    '/sitemap.xml',
    '/feed/v1',
  ]
  const media = pictures.flatMap((picture) =>
    [320, 800, 1600].map((width) => `/media/${picture}/${width}.webp`),
  )
  const opened: Opened[] = []
  const open = async (address: string): Promise<Opened & { next: string | null }> => {
    const answer = await citizen.get(address)
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
    const one = { address, status: answer.status, text }
    opened.push(one)
    const next =
      answer.status === 200 && answer.body?.items?.length > 0
        ? (answer.body.next as string | undefined)
        : undefined
    return { ...one, next: next && next !== address ? next : null }
  }
  for (const list of lists) {
    for (let address: string | null = `${feed}/${list}`; address;) address = (await open(address)).next
  }
  for (const address of [
    ...single.map((one) => feed + one),
    ...own.map((one) => feed + one),
    ...graphql,
    ...pages,
    ...media,
  ])
    await open(address)
  return opened
}

/** The addresses that still show the words, and the pictures that are still served. */
export const stillShown = (opened: Opened[], words: string): string[] =>
  opened
    .filter((one) => one.text.includes(words) || (one.address.startsWith('/media/') && one.status === 200))
    .map((one) => one.address)

interface Change {
  id: string
  kind: string
  modified: number
  state: string
}
/** All changes after a number, each item once as it is now. */
export async function changesOf(citizen: Visitor, slug: string, after = 0): Promise<Change[]> {
  const all: Change[] = []
  for (let address = `/feed/v1/${slug}/changes?after=${after}&limit=1000`; ;) {
    const { body } = await citizen.get(address)
    all.push(...body.items)
    if (body.items.length === 0) return all
    address = body.next
  }
}
