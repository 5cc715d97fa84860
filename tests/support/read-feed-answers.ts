import { afterAll, expect } from 'vitest'
import { feedAnswerFaults } from './readers/check-feed-answer.js'
import { isOfFeed } from './readers/openapi.js'

/**
 * Every answer of the feed that a test gets, whatever it asks for, is also read as others read it: by its description and
 * by parsers that are not ours. A fault fails the file, even where the test itself looks at something else.
 */
const faults = new Set<string>()
const plain = globalThis.fetch

globalThis.fetch = async (input, init) => {
  const response = await plain(input, init)
  const { origin, pathname, search } = new URL(input instanceof Request ? input.url : String(input))
  if (!isOfFeed(pathname)) return response
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  const isPicture = response.headers.get('content-type')?.startsWith('image/')
  const text = isPicture ? '' : await response.clone().text()
  const headers = Object.fromEntries(response.headers)
  const answer = { method, path: pathname + search, status: response.status, headers, text }
  for (const fault of await feedAnswerFaults(answer, origin)) faults.add(fault)
  return response
}

afterAll(() => expect([...faults]).toEqual([]))
