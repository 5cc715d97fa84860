import { graphqlDoors } from './graphql-address.js'
import { eventually, Visitor } from './people.js'
import type { Running } from './torg.js'

const doors = [
  '',
  '/changes?after=0&limit=1000',
  '/events?limit=100',
  '/posts?limit=100',
  '/organisations',
  '/places',
  '/categories',
  '/calendar.ics',
  '/events.json',
  '/events.rss',
  '/events.atom',
  '/posts.json',
  '/posts.rss',
  '/posts.atom',
]

/** Waits until the feed has read every change that is written. */
export async function feedHasCaughtUp(torg: Running, slugs: string[]): Promise<void> {
  const visitor = new Visitor(torg.base)
  for (const slug of slugs) {
    const { docs } = await torg.payload.db.find<{ id: string; number: number }>({
      collection: 'publications',
      where: { municipality: { equals: slug } },
      sort: '-number',
      limit: 1,
      pagination: false,
    })
    const last = docs[0]?.number ?? 0
    const manifest = await eventually(
      () => visitor.get(`/feed/v1/${slug}`),
      (answer) => answer.body.latest >= last,
    )
    if (manifest.body.latest < last) throw new Error(`The feed of ${slug} did not catch up`)
  }
}

export interface Watched {
  events?: string[]
  posts?: string[]
  pictures?: string[]
}

/**
 * Everything that anyone can read without an account: every door of every municipality, each watched item on each of
 * its doors, the pages, the pictures. Text by address; a picture that is served stands as the word `picture`.
 */
export async function publicSide(
  torg: Running,
  slugs: string[],
  watched: Watched = {},
): Promise<Map<string, string>> {
  await feedHasCaughtUp(torg, slugs)
  const addresses = ['/', '/feed/v1', '/sitemap.xml']
  for (const slug of slugs) {
    addresses.push(`/${slug}`, ...doors.map((door) => `/feed/v1/${slug}${door}`), ...graphqlDoors(slug))
    for (const kind of ['events', 'posts'] as const) {
      for (const id of watched[kind] ?? []) {
        addresses.push(
          `/${slug}/${kind === 'events' ? 'e' : 'p'}/${id}`,
          `/${slug}/${kind}/${id}`,
          `/feed/v1/${slug}/${kind}/${id}`,
        )
        if (kind === 'events')
          addresses.push(...['.ics', '.jsonld'].map((end) => `/feed/v1/${slug}/events/${id}${end}`))
      }
    }
  }
  const read = new Map<string, string>()
  await Promise.all(
    addresses.map(async (address) => {
      const answer = await fetch(torg.base + address)
      if (answer.status >= 500) throw new Error(`${address} answered ${answer.status}`)
      // Calendars fold their lines.
      read.set(address, (await answer.text()).replace(/\r?\n[ \t]/g, ''))
    }),
  )
  for (const id of watched.pictures ?? []) {
    for (const width of [320, 800, 1600]) {
      const answer = await fetch(`${torg.base}/media/${id}/${width}.webp`)
      await answer.arrayBuffer()
      if (answer.status === 200) read.set(`/media/${id}/${width}.webp`, 'picture')
    }
  }
  return read
}

/** Addresses at which the word, or a watched picture, is public. */
export async function wherePublic(
  torg: Running,
  slugs: string[],
  word: string,
  watched: Watched = {},
): Promise<string[]> {
  const side = await publicSide(torg, slugs, watched)
  return [...side].filter(([, text]) => text.includes(word) || text === 'picture').map(([address]) => address)
}
