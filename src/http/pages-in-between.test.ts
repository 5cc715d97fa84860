import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  eventData,
  instant,
  municipalityData,
  oneOfEach,
  publicationOf,
  readerOf,
} from '../feed/examples/publications.js'
import { createFeedIndex, type FeedIndex } from '../feed/feed-index.js'
import { findPage } from '../feed/page-address.js'
import { createFeedAnswers, type FeedAnswers } from './feed-answers.js'
import type { Question } from './feed-questions.js'
import { openMunicipality, Outdated, pageQuestions } from './pages/page-questions.js'
import { createTurns } from './turns.js'

const clock = { now: () => instant }
const processing = { operator: null, processors: null, connections: [] } as never
const site = { baseUrl: 'https://torg.example', adminUrl: '/admin', processing }
const rows = oneOfEach()
let index: FeedIndex
let answers: FeedAnswers

const here = () => openMunicipality(index.municipality('hagby')!, instant)!
const questions = () => pageQuestions({ index, ...site })
const ofEvent = (): Question => {
  const found = findPage(here(), 'event', 'oppen-traning-e1', instant)
  if (found.is !== 'here') throw new Error(found.is)
  return questions().item(here(), found.item, undefined)
}
const asked = {
  event: ofEvent,
  municipality: () => questions().municipality(here(), {}),
  privacy: () => questions().privacy(here(), undefined),
}
const read = async (question: Question): Promise<string> => {
  const ready = await answers.of(question)
  return (await ready.send('identity')).bytes.toString()
}

beforeAll(async () => {
  index = createFeedIndex({ reader: readerOf(rows), clock, pollEvery: 600_000 })
  await index.start()
  answers = createFeedAnswers({ index, baseUrl: site.baseUrl, clock }, createTurns())
})
afterAll(() => {
  index.stop()
  answers.stop()
})

it.each([
  ['event', { ...eventData, summary: 'En ny mening.' }, 'En ny mening.'],
  ['municipality', { ...municipalityData, name: 'Nya Hagby' }, 'Nya Hagby'],
  ['privacy', { ...municipalityData, name: 'Nyaste Hagby' }, 'Nyaste Hagby'],
] as const)('no page of %s is made of what was found before a change', async (kind, data, words) => {
  // Twice: what is asked for again is kept.
  for (let times = 0; times < 2; times += 1) await read(asked[kind]())
  const found = asked[kind]()
  rows.push({ ...publicationOf(data), number: index.municipality('hagby')!.latest() + 1 })
  await index.catchUp()
  await expect((async () => read(found))()).rejects.toThrow(Outdated)
  expect(await read(asked[kind]())).toContain(words)
})
