import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventData, instant, oneOfEach, publicationOf, readerOf } from '../feed/examples/publications.js'
import { createFeedIndex, type FeedIndex } from '../feed/feed-index.js'
import { answerQuery } from '../feed/graphql/answer-query.js'
import { createKeptQueries } from './kept-queries.js'
import { readyAnswer } from './ready-answers.js'

const rows = oneOfEach()
let index: FeedIndex
beforeAll(async () => {
  index = createFeedIndex({ reader: readerOf(rows), clock: { now: () => instant }, pollEvery: 600_000 })
  await index.start()
})
afterAll(() => index.stop())

const made = readyAnswer('application/json', '{}')
const hagby = () => {
  const one = index.municipality('hagby')!
  return { municipalities: new Map([['hagby', { index: one, version: one.version() }]]), all: null }
}
const later = (milliseconds: number) => new Date(instant.getTime() + milliseconds)

it('keeps an answer until its municipality changes or the day ends', async () => {
  const kept = createKeptQueries(index)
  kept.keep('/a', made, hagby(), instant)
  kept.keep('/b', made, { municipalities: new Map(), all: index.version() }, instant)
  expect(kept.find('/a', later(1_000))).toBe(made)
  expect(kept.find('/c', instant)).toBeUndefined()
  expect(kept.find('/a', later(86_400_000))).toBeUndefined()
  kept.keep('/a', made, hagby(), instant)
  rows.push(publicationOf({ ...eventData, id: 'e2' }))
  await index.catchUp()
  expect(kept.find('/a', instant)).toBeUndefined()
  expect(kept.find('/b', instant)).toBeUndefined()
  kept.sweep(instant)
  expect(kept.size()).toEqual({ answers: 0, bytes: 0 })
})

it.each([
  ['a municipality', '{ event(municipality: "hagby", id: "e2") { title } }'],
  ['all of them', '{ municipalities { name } event(municipality: "hagby", id: "e2") { title } }'],
])('keeps nothing of %s that was taken down between the making and the keeping', async (_, query) => {
  rows.push(publicationOf({ ...eventData, id: 'e2' }))
  await index.catchUp()
  const setting = { index, baseUrl: 'https://torg.example', now: instant }
  const asked = { accept: 'application/json', onFault: () => {} }
  const { text, restsOn } = await answerQuery({ query }, setting, asked)
  expect(text).toContain(eventData.title.slice(0, 12))
  rows.push(publicationOf({ ...eventData, id: 'e2' }, { state: 'withdrawn', data: null, pictures: [] }))
  await index.catchUp()
  const kept = createKeptQueries(index)
  kept.keep('/a', readyAnswer('application/json', text), restsOn!, instant)
  expect(kept.find('/a', instant)).toBeUndefined()
})
