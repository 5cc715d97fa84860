import { describe, expect, it } from 'vitest'
import { beforeFirst, lineAfter, readLines, textOf, type Said } from './ledger-line.js'

const said = (id: string): Said => ({ kind: 'account', id, at: '2026-11-26T10:00:00.000Z', reason: null })
const one = lineAfter(beforeFirst('L'), said('a1'))
const two = lineAfter(one, { kind: 'post', id: 'p1', at: '2026-11-26T11:00:00.000Z', reason: 'request' })

describe('a line of the ledger', () => {
  it('is numbered behind the one before, and says what was written, each line once', () => {
    expect([one.number, two.number, two.previous]).toEqual([1, 2, one.hash])
    expect(readLines(textOf(two) + textOf(one) + textOf(two))).toEqual({
      lines: [two, one],
      torn: 0,
      damaged: [],
    })
    expect(readLines('')).toEqual({ lines: [], torn: 0, damaged: [] })
  })

  it('is lost alone where it was cut off, wherever that was', () => {
    const cut = textOf(two)
    for (let length = 2; length < cut.length; length += 1) {
      const { lines, torn, damaged } = readLines(textOf(one) + cut.slice(0, length) + textOf(two))
      expect(lines).toEqual([one, two])
      expect([torn, damaged]).toEqual([1, []])
    }
  })

  it('is damaged where a single character of it is another one', () => {
    const whole = textOf(two).slice(1)
    for (let at = 0; at < whole.length - 2; at += 1) {
      const changed = `${whole.slice(0, at)}${whole[at] === 'b' ? 'c' : 'b'}${whole.slice(at + 1)}`
      const { lines, torn, damaged } = readLines(`${textOf(one)}\n${changed}`)
      expect([lines, torn, damaged.length], changed).toEqual([[one], 0, 1])
    }
  })

  it('says nothing that it does not know, and claims a place only as a lineage and a number', () => {
    const claimed = (text: string) => readLines(`\n${text}`).damaged
    expect(claimed('["x"]')).toEqual([null])
    expect(claimed('{"a":"]')).toEqual([null])
    const strange = [...(JSON.parse(textOf(two)) as unknown[])]
    strange[2] = 'citizen'
    expect(claimed(JSON.stringify(strange))).toEqual([{ lineage: 'L', number: 2 }])
    expect(claimed('["L",1.5,"post","p","t","","","h"]')).toEqual([null])
  })

  it('holds ids, kinds, times and codes, and has no room for anything else', () => {
    const more = { ...said('a1'), username: 'eva' } as Said
    expect(textOf(lineAfter(beforeFirst('L'), more))).toBe(textOf(one))
    expect(textOf(one)).not.toContain('eva')
  })
})
