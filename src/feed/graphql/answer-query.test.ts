import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instant, oneOfEach, readerOf } from '../examples/publications.js'
import { createFeedIndex, type FeedIndex } from '../feed-index.js'
import { answerQuery } from './answer-query.js'

let index: FeedIndex
beforeAll(async () => {
  index = createFeedIndex({ reader: readerOf(oneOfEach()), clock: { now: () => instant } })
  await index.start()
})
afterAll(() => index.stop())

function answer(query: string, more: Partial<FeedIndex> = {}, faults: unknown[] = []) {
  const setting = { index: { ...index, ...more }, baseUrl: 'https://torg.example', now: instant }
  const onFault = (fault: unknown): void => void faults.push(fault)
  return answerQuery({ query }, setting, { accept: '*/*', onFault })
}

describe('an answer to a query', () => {
  it('says nothing of a fault of ours, and tells of it without the query', async () => {
    const faults: unknown[] = []
    const broken = {
      municipality: () => {
        throw new Error('the disk at /var/secret is full')
      },
    }
    const { text } = await answer('{ manifest(municipality: "kanariefågel") { name } }', broken, faults)
    expect(text).toContain('"code":"internal"')
    expect(text).not.toContain('secret')
    expect(faults).toHaveLength(1)
    expect(String((faults[0] as Error).stack)).not.toContain('kanariefågel')
    expect(Object.keys(faults[0] as object)).toEqual([])
  })

  it.each([
    ['{ events(municipality: "hagby") { cursor } }', true],
    ['{ municipalities { id } }', true],
    ['{ events(municipality: "hagby", q: "boll") { cursor } }', false],
    ['{ events(municipality: "hagby", near: "59,17") { cursor } }', false],
    ['{ events(municipality: "hagby", bbox: "17,59,18,60") { cursor } }', false],
    ['{ posts(municipality: "hagby", q: "boll") { cursor } }', false],
    ['{ mine: events(municipality: "hagby") { cursor } }', false],
    ['{ ...F } fragment F on Query { events(municipality: "hagby") { mine: cursor } }', false],
    ['{ event(municipality: "hagby", id: "none") { id } }', false],
  ])('%s may be kept: %s', async (query, may) => expect((await answer(query)).restsOn !== null).toBe(may))
})
