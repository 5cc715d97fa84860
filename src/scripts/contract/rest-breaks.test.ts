import { describe, expect, it } from 'vitest'
import { restBreaks, type Description } from './rest-breaks.js'
import { openApi } from '../../http/openapi.js'
import { placeholders } from '../../http/samples.js'

const now = (): Description =>
  structuredClone(openApi('https://torg.example', placeholders)) as unknown as Description
type Parameter = { name: string; in: string; required?: boolean; schema: Record<string, unknown> }
const get = (api: Description, path: string) =>
  api.paths[path]!.get as { parameters: (Parameter | { $ref: string })[]; responses: Record<string, unknown> }
const parameter = (api: Description, name: string): Parameter => api.components.parameters![name]!
const schema = (api: Description, name: string) =>
  api.components.schemas[name] as { properties: Record<string, Record<string, unknown>>; required: string[] }

describe('a description of version 1 only grows', () => {
  it('is no break of itself', () => expect(restBreaks(now(), now())).toEqual([]))

  it.each<[string, (api: Description) => void, RegExp]>([
    ['an address that goes', (api) => delete api.paths['/{m}/places'], /GET \/\{m\}\/places is gone/],
    [
      'a parameter that goes',
      (api) => void get(api, '/{m}/events').parameters.pop(),
      /no longer takes the parameter/,
    ],
    [
      'a parameter that becomes required',
      (api) => void (parameter(api, 'from').required = true),
      /now requires the parameter from/,
    ],
    [
      'a parameter that takes fewer values',
      (api) =>
        void (parameter(api, 'weekday').schema.items = {
          enum: ['mo'],
        }),
      /weekday takes fewer values/,
    ],
    [
      'a smaller limit',
      (api) => void (parameter(api, 'changes-limit').schema.maximum = 10),
      /limit has a narrower maximum/,
    ],
    [
      'an answer of another type',
      (api) => void (get(api, '/{m}/calendar.ics').responses[200] = {}),
      /no longer answers 200 as text\/calendar/,
    ],
    ['a field that goes', (api) => delete schema(api, 'Event').properties.summary, /summary is gone/],
    ['a field within a field', (api) => delete schema(api, 'Price').properties.free, /price\.free is gone/],
    [
      'a field that can be missing',
      (api) => void (schema(api, 'Post').required = ['kind']),
      /title can be missing now/,
    ],
    [
      'a field that can be null',
      (api) => void (schema(api, 'Post').properties.title = { type: ['string', 'null'] }),
      /title can be null now/,
    ],
    [
      'a field of another type',
      (api) => void (schema(api, 'Place').properties.latitude = { type: 'string' }),
      /latitude can be string now/,
    ],
    [
      'a list that becomes one',
      (api) => void (schema(api, 'Occurrence').properties.areas = { type: 'string' }),
      /areas can be string now/,
    ],
    [
      'a field deep in a tree',
      (api) => void (schema(api, 'RichTextNode').properties.text = { type: 'integer' }),
      /text can be integer now/,
    ],
  ])('%s is a break', (_, change, sentence) => {
    const after = now()
    change(after)
    const found = restBreaks(now(), after)
    expect(found.some((one) => sentence.test(one))).toBe(true)
  })

  it.each<[string, (api: Description) => void]>([
    ['an address', (api) => void (api.paths['/{m}/flows'] = {})],
    [
      'a parameter',
      (api) =>
        void get(api, '/{m}/events').parameters.push({
          name: 'flow',
          in: 'query',
          schema: { type: 'string' },
        } as never),
    ],
    ['a field', (api) => void (schema(api, 'Event').properties.flow = { type: 'string' })],
    ['a value', (api) => void (schema(api, 'Post').properties.type!.enum as string[]).push('poll')],
    [
      'that a field is never null',
      (api) => void (schema(api, 'Event').properties.summary = { type: 'string' }),
    ],
  ])('%s is no break', (_, change) => {
    const after = now()
    change(after)
    expect(restBreaks(now(), after)).toEqual([])
  })
})
