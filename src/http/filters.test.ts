import { beforeAll, expect, it } from 'vitest'
import { eventData, organisationData, publicationOf } from '../feed/examples/publications.js'
import { ask, feed, ids, index, rows, serveFeed } from './examples/served-feed.js'

serveFeed()

const price = (free: boolean) => ({ free, from: free ? null : 50, to: null, currency: 'SEK', note: null })
const kor = { id: 'o2', name: 'Kören' }

beforeAll(async () => {
  const bare = { ...eventData, pictures: [], areas: [], audiences: [], age: null }
  const events = [
    { id: 'ramp', accessibility: ['step-free'], price: price(true) },
    { id: 'loop', accessibility: ['hearing-loop', 'step-free'], price: price(false), coOrganisers: [kor] },
    { id: 'stairs', accessibility: [], price: null, organisation: kor },
  ]
  const all = events.map((one) =>
    publicationOf({ ...bare, start: '2027-03-01T17:00:00Z', end: null, ...one }),
  )
  const latest = index.municipality('hagby')!.latest()
  const made = [publicationOf({ ...organisationData, ...kor }), ...all]
  rows.push(...made.map((row, at) => ({ ...row, number: latest + at + 1 })))
  await index.catchUp()
})

it.each([
  ['accessibility=step-free', 'accessibility: ["step-free"]', ['loop', 'ramp']],
  ['accessibility=step-free,hearing-loop', 'accessibility: ["step-free", "hearing-loop"]', ['loop']],
  ['accessibility=tactile', 'accessibility: ["tactile"]', []],
  ['free=false', 'free: false', ['loop']],
  ['free=true', 'free: true', ['ramp']],
  ['organisation=o1', 'organisation: ["o1"]', ['loop', 'ramp']],
  // As organiser and as one of several.
  ['organisation=o2', 'organisation: ["o2"]', ['loop', 'stairs']],
  ['organisation=o1,o2', 'organisation: ["o1", "o2"]', ['loop', 'ramp', 'stairs']],
  ['organisation=o9', 'organisation: ["o9"]', []],
])('%s (%s) finds %j in REST, GraphQL and the calendar', async (search, given, found) => {
  const days = 'from=2027-03-01&to=2027-03-01'
  expect(await ids(`${feed}/events?${days}&${search}`)).toEqual(found)
  const query = `{ events(municipality: "hagby", from: "2027-03-01", to: "2027-03-01", ${given}) { items { id } } }`
  const { json } = await ask(`/feed/v1/graphql?${new URLSearchParams({ query }).toString()}`)
  const { data } = json as { data: { events: { items: { id: string }[] } } }
  expect(data.events.items.map((one) => one.id)).toEqual(found)
  const calendar = (await ask(`${feed}/calendar.ics?${days}&${search}`)).text
  expect([...calendar.matchAll(/^UID:event-(\w+)@/gm)].map(([, id]) => id)).toEqual(found)
})
