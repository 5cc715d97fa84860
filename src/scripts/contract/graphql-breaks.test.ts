import { buildSchema, printSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { feedSchema } from '../../feed/graphql/schema.js'
import { graphqlBreaks } from './graphql-breaks.js'

const promised = printSchema(feedSchema)
const changed = (from: RegExp, to: string) => {
  const sdl = promised.replace(from, to)
  expect(sdl, `${from} is not in the schema`).not.toBe(promised)
  return graphqlBreaks(promised, buildSchema(sdl))
}

describe('the schema of version 1 only grows', () => {
  it('is no break of itself', () => expect(graphqlBreaks(promised, feedSchema)).toEqual([]))

  it.each<[string, RegExp, string, RegExp]>([
    [
      'a field that goes',
      /^ {2}municipalities: \[ServedMunicipality!\]!$/m,
      '',
      /municipalities was removed/,
    ],
    ['a field that may be null now', /\[ServedMunicipality!\]!/, '[ServedMunicipality!]', /changed type/],
    ['a field of another type', /changes\(([^)]*)\): Changes$/m, 'changes($1): Manifest', /changed type/],
    ['an argument that goes', /after: ChangeNumber\n/, 'older: ChangeNumber\n', /after was removed/],
    ['an argument that must be given now', /after: ChangeNumber\n/, 'after: ChangeNumber!\n', /changed type/],
    [
      'a new argument that must be given',
      /after: ChangeNumber\n/,
      'since: Int!\n after: ChangeNumber\n',
      /since/,
    ],
    ['a value that goes', /^ {2}MIXED$/m, '', /MIXED was removed/],
  ])('sees %s', (_, from, to, told) => {
    expect(changed(from, to).join('\n')).toMatch(told)
  })

  it.each<[string, RegExp, string]>([
    ['a new field', /^ {2}municipalities:/m, '  more: Int\n  municipalities:'],
    ['a field that is never null now', /\): Changes$/m, '): Changes!'],
    ['a new argument', /after: ChangeNumber\n/, 'since: Int\n after: ChangeNumber\n'],
    ['a new type', /$/, '\ntype More { more: Int }\n'],
  ])('lets %s come', (_, from, to) => {
    expect(changed(from, to)).toEqual([])
  })
})
