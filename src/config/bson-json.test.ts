import fc from 'fast-check'
import { BSON } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { createBsonReader } from './bson-json.js'

const read = createBsonReader()
const serialize = (value: object): Buffer => Buffer.from(BSON.serialize(value))

describe('a document of MongoDB', () => {
  it('reads as what the driver and JSON make of it', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'binary-ascii', maxLength: 20 }),
      fc.constantFrom('"', '\\', '\u0000x', '\u2028', '𝄞 å', ''),
      fc.double(),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
    )
    const name = fc.oneof(fc.constantFrom('data', 'a"b', 'å'), fc.string({ unit: 'grapheme', maxLength: 8 }))
    const named = (values: fc.Arbitrary<unknown>) =>
      fc.dictionary(
        name.filter((one) => !one.includes('\u0000')),
        values,
        { maxKeys: 6, noNullPrototype: true },
      )
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        named(tie('value')),
        fc.array(tie('value'), { maxLength: 4 }),
      ),
    })).value
    fc.assert(
      fc.property(named(tree), (value) => {
        const bytes = serialize(value)
        const expected = JSON.parse(JSON.stringify(BSON.deserialize(bytes))) as { data?: unknown }
        const { whole, data } = read(bytes)
        expect(JSON.parse(whole.toString())).toEqual(expected)
        const kept = expected.data
        const isObject = typeof kept === 'object' && kept !== null && !Array.isArray(kept)
        expect(data && JSON.parse(data.toString())).toEqual(isObject ? kept : null)
      }),
      { numRuns: 1_000, seed: 3 },
    )
  })

  it('keeps its data when the next one is read, and may be long', () => {
    const long = serialize({ data: { text: '\u0001'.repeat(100_000) } })
    const { data } = read(serialize({ data: { text: 'first' } }))
    expect((JSON.parse(read(long).whole.toString()) as { data: { text: string } }).data.text).toHaveLength(
      100_000,
    )
    expect(data!.toString()).toBe('{"text":"first"}')
  })

  it('is refused where it holds what has no place in a publication', () => {
    expect(() => read(serialize({ data: { code: /x/ } }))).toThrow(/BSON type 11/)
  })
})
