import { describe, expect, it } from 'vitest'
import { beforeFirst, lineAfter, readLines, textOf, type Line, type Place } from './ledger-line.js'
import { knownAfter, verdictOn, type Known, type Standing } from './ledger-verdict.js'

/** Lines of one lineage, behind a place, for what these ids name. */
function chain(from: Place, ...ids: string[]): Line[] {
  const lines: Line[] = []
  for (const id of ids)
    lines.push(
      lineAfter(lines.at(-1) ?? from, { kind: 'post', id, at: '2026-11-26T10:00:00.000Z', reason: null }),
    )
  return lines
}
const textOfAll = (lines: readonly Line[]) => lines.map(textOf).join('')
const standsAt = (place: Place, known: Known = {}): Standing => ({ ...place, known, copied: place.number })
const verdict = (standing: Standing | null, text: string, rows: readonly Line[] = []) =>
  verdictOn(standing, rows, readLines(text))
const main = chain(beforeFirst('L'), 'a', 'b', 'c', 'd', 'e', 'f')
const whole = textOfAll(main)

describe('a database and the ledger', () => {
  it('are level where the file ends where the database stands, or lacks something of it', () => {
    expect(verdict(standsAt(main[5]!), whole, main)).toEqual({ kind: 'level' })
    expect(verdict(standsAt(main[5]!), textOfAll(main.slice(0, 3)), main)).toEqual({ kind: 'level' })
    expect(verdict(standsAt(main[5]!), '', main)).toEqual({ kind: 'level' })
    expect(verdict(null, '')).toEqual({ kind: 'level' })
  })

  it('say that the database is an older copy of itself by the lines beyond it, and by no others', () => {
    expect(verdict(standsAt(main[2]!), whole, main.slice(0, 3))).toEqual({
      kind: 'older',
      lines: main.slice(3),
    })
    // In whatever order several processes wrote them, and however often.
    const mixed = textOfAll([main[5]!, main[4]!, main[4]!, main[3]!, main[0]!])
    expect(verdict(standsAt(main[2]!), mixed)).toEqual({ kind: 'older', lines: main.slice(3) })
  })

  it('forgive a line that was cut off, at the end and where it was written anew', () => {
    const cut = textOf(main[4]!).slice(0, 40)
    expect(verdict(standsAt(main[2]!), textOfAll(main.slice(0, 4)) + cut)).toEqual({
      kind: 'older',
      lines: [main[3]],
    })
    expect(verdict(standsAt(main[2]!), textOfAll(main.slice(0, 4)) + cut + textOfAll(main.slice(4)))).toEqual(
      {
        kind: 'older',
        lines: main.slice(3),
      },
    )
  })

  it.each([3, 4, 5])(
    'erase nothing where line %i of those beyond is damaged, missing or cut off within',
    (at) => {
      const others = main.filter((_, number) => number !== at)
      const damaged = textOf(main[at]!).replace('post', 'Post')
      expect(verdict(standsAt(main[2]!), textOfAll(others) + damaged).kind).toBe('damaged')
      if (at < 5) expect(verdict(standsAt(main[2]!), textOfAll(others)).kind).toBe('damaged')
      if (at < 5)
        expect(verdict(standsAt(main[2]!), textOfAll(others) + textOf(main[at]!).slice(0, 30)).kind).toBe(
          'damaged',
        )
      // A forged one that hangs on another.
      const forged = lineAfter({ ...main[at - 1]!, hash: 'x' }, main[at]!)
      expect(verdict(standsAt(main[2]!), textOfAll([...others, forged])).kind).toBe('damaged')
      // One that hangs on the right one, and leaves out a number.
      const skips = lineAfter({ ...main[2]!, number: 8 }, main[at]!)
      expect(verdict(standsAt(main[2]!), textOf(skips)).kind).toBe('damaged')
    },
  )

  it('do not mind damage of what the database has itself', () => {
    const damaged = textOf(main[1]!).replace('post', 'Post')
    const file = textOf(main[0]!) + damaged + textOfAll(main.slice(2))
    expect(verdict(standsAt(main[5]!), file, main).kind).toBe('level')
    expect(verdict(standsAt(main[2]!), file, main.slice(0, 3)).kind).toBe('older')
    // What claims no place may be beyond it.
    expect(verdict(standsAt(main[5]!), `${whole}\n["x"]`, main).kind).toBe('damaged')
  })

  it('are not of one kind where another lineage has gone on, even by its first line alone', () => {
    const branch = chain(beforeFirst('M'), 'g', 'h')
    for (const some of [branch.slice(0, 1), branch]) {
      expect(verdict(standsAt(main[5]!), whole + textOfAll(some), main)).toEqual({
        kind: 'forked',
        lines: some,
      })
      // Nor is the older copy erased from by what its own lineage says: nobody knows which one it is.
      expect(verdict(standsAt(main[2]!), whole + textOfAll(some), main.slice(0, 3)).kind).toBe('forked')
    }
    const branched = standsAt(branch[1]!, { L: 6 })
    expect(verdict(branched, whole + textOfAll(branch), branch)).toEqual({ kind: 'level' })
    // The one that it came from has gone on meanwhile.
    const more = chain(main[5]!, 'x')
    expect(verdict(branched, textOfAll([...main, ...branch, ...more]), branch)).toEqual({
      kind: 'forked',
      lines: more,
    })
    expect(verdict(standsAt(branch[0]!, { L: 6 }), whole + textOfAll(branch))).toEqual({
      kind: 'older',
      lines: [branch[1]],
    })
  })

  it('are not of one kind where both say something else at the same place', () => {
    const other = chain(main[4]!, 'z')
    const mine = standsAt(main[5]!)
    expect(verdict(mine, textOfAll([...main.slice(0, 5), ...other]), main)).toEqual({
      kind: 'forked',
      lines: other,
    })
    expect(verdict(standsAt(main[4]!), textOfAll([...main, ...other]), main.slice(0, 5)).kind).toBe('forked')
    const early = chain(main[0]!, 'z')
    expect(verdict(mine, whole + textOfAll(early), main).kind).toBe('forked')
  })

  it('do not know each other where the database stands in no ledger', () => {
    expect(verdict(null, whole)).toEqual({ kind: 'stranger', lines: main })
    expect(verdict(null, '\n["x"]').kind).toBe('stranger')
  })

  it('are level again once everything there is was decided on', () => {
    const branch = chain(beforeFirst('M'), 'g', 'h')
    const file = `${whole}${textOfAll(branch)}\n["x"]${textOf(main[1]!).replace('post', 'Post')}`
    const known = knownAfter(standsAt(main[3]!, { K: 3 }), readLines(file))
    expect(known).toMatchObject({ K: 3, L: 6, M: 2 })
    const begun = chain(beforeFirst('N'), 'n')
    expect(verdict(standsAt(begun[0]!, known), file + textOfAll(begun)).kind).toBe('level')
    expect(verdict(standsAt(begun[0]!, known), `${file}\n["y"]`).kind).toBe('damaged')
    expect(verdict(standsAt(branch[1]!, { L: 6 }), file + textOfAll(begun)).kind).toBe('forked')
  })
})
