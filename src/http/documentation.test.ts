import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { exampleRequests, parametersOf, type OpenApi } from '../../tests/support/example-requests.js'
import { graphqlExamples } from '../feed/graphql/examples.js'
import { parameters } from '../feed/parameters.js'
import { municipalityRoutes } from './feed-routes.js'
import { ask, serveFeed } from './examples/served-feed.js'

serveFeed()
const described = async () => (await ask('/feed/v1/openapi.json')).json as unknown as OpenApi
const path = (url: string): string => url.replace('https://torg.example', '')

describe('the description', () => {
  it('is OpenAPI 3.1 to a program that knows nothing else', async () => {
    const result = await new Validator().validate((await described()) as never)
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
  })

  it('gives an example of every parameter, but for those that only an answer can give', async () => {
    const without = Object.entries(parameters)
      .filter(([, one]) => !('example' in one))
      .map(([name]) => name)
    expect(without.sort()).toEqual(['cursor', 'head', 'organisation', 'place', 'umbrella', 'within'])
    const api = await described()
    const events = parametersOf(api.paths['/{m}/events']!.get!, api)
    expect(events.find((one) => one.name === 'organisation')!.example).toEqual(['o1'])
  })

  it('names only requests that are answered as it says', async () => {
    const requests = exampleRequests(await described())
    expect(new Set(requests).size).toBeGreaterThan(100)
    const shown: boolean[] = []
    for (const url of new Set(requests)) {
      const got = await ask(path(url))
      expect([url, got.status]).toEqual([url, 200])
      const { items, errors } = (got.json ?? {}) as { items?: unknown[]; errors?: unknown }
      expect([url, errors]).toEqual([url, undefined])
      if (items) shown.push(items.length > 0)
    }
    // An example that finds nothing shows nothing.
    expect(shown.filter(Boolean).length).toBeGreaterThan(shown.length * 0.7)
    for (const { path: door } of municipalityRoutes) {
      const end = door.split('}').at(-1)!
      expect(requests.some((one) => one.split('?')[0]!.endsWith(end) && one.includes('/feed/v1/hagby'))).toBe(
        true,
      )
    }
    expect(requests.filter((one) => one.includes('/graphql?')).length).toBeGreaterThan(
      Object.keys(graphqlExamples).length,
    )
  })
})

describe('the documentation', () => {
  it('leads to addresses that answer, each of them', async () => {
    const { text } = await ask('/feed/v1/docs')
    const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, url]) => url!.replaceAll('&amp;', '&'))
    const own = new Set(links.filter((url) => url.startsWith('https://torg.example')).map((url) => path(url)))
    expect(own.size).toBeGreaterThan(30)
    for (const one of own) expect([one, (await ask(one.split('#')[0]!)).status]).toEqual([one, 200])
    const anchors = links.filter((url) => url.startsWith('#')).map((url) => url.slice(1))
    for (const id of anchors) expect(text).toContain(` id="${id}"`)
    expect(links.filter((url) => !url.startsWith('#') && !url.startsWith('https://torg.example'))).toEqual([])
  })
})
