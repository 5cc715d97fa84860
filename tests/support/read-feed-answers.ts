import { afterAll, expect } from 'vitest'
import { faults, readAsOthers } from './read-as-others.js'
import { isOfFeed } from './readers/feed-answer.js'

/**
 * Every answer of the feed that a test gets with `fetch`, whatever it asks for, is also read as others read it: by its
 * description and by parsers that are not ours. `askRaw` has its answers read too. A fault fails the file, even where the
 * test itself looks at something else.
 */
const plain = globalThis.fetch

globalThis.fetch = async (input, init) => {
  const response = await plain(input, init)
  const { origin, pathname, search } = new URL(input instanceof Request ? input.url : String(input))
  if (!isOfFeed(pathname)) return response
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  const isPicture = response.headers.get('content-type')?.startsWith('image/')
  const headers = Object.fromEntries(response.headers)
  const text = isPicture ? '' : await response.clone().text()
  await readAsOthers({ method, path: pathname + search, status: response.status, headers, text }, origin)
  return response
}

afterAll(() => expect([...faults]).toEqual([]))
