import { expect, it } from 'vitest'
import {
  forgotten,
  keyOf,
  type Lines,
  noLines,
  putBack,
  shownOf,
  takenOut,
  withFirstPage,
  withNextPage,
} from './lines.js'

const row = (id: string) => ({ collection: 'events', id })
const rows = (ids: string) => [...ids].map(row)
const list = (ids: string) => withFirstPage<ReturnType<typeof row>>(noLines, rows(ids))
const inSight = (lines: Lines<ReturnType<typeof row>>) =>
  shownOf(lines)
    .map(({ id }) => id)
    .join('')
const key = (id: string) => keyOf(row(id))
const after = (ids: string, change: typeof takenOut, lines: ReturnType<typeof list>) =>
  [...ids].reduce((known, id) => change(known, key(id)), lines)

it.each(['abcde', 'edcba', 'cebda'])('what is taken back stands where it stood, undone as %s', (order) => {
  for (const decided of ['abcde', 'bd', 'ebadc']) {
    const out = after(decided, takenOut, list('abcde'))
    expect(inSight(out)).toBe([...'abcde'].filter((id) => !decided.includes(id)).join(''))
    const undone = [...order].filter((id) => decided.includes(id)).join('')
    expect(inSight(after(undone, putBack, out))).toBe('abcde')
  }
})

it('what was decided stays away when the list is read again and further, until it is settled', () => {
  const out = after('bc', takenOut, list('abcd'))
  const read = withNextPage(withFirstPage(out, rows('abcd')), rows('de'))
  expect(inSight(read)).toBe('ade')
  const settled = forgotten(putBack(read, key('c')), key('b'))
  expect(inSight(settled)).toBe('acde')
  // Sent in anew it is there again.
  expect(inSight(withNextPage(settled, rows('b')))).toBe('acdeb')
})

it('what was undone and does not belong to another question does not come into its answer', () => {
  const out = takenOut(list('abc'), key('b'))
  expect(inSight(putBack(withFirstPage(out, rows('ac')), key('b')))).toBe('ac')
})

it('what never left the sight is not forgotten', () => {
  expect(inSight(forgotten(list('ab'), key('a')))).toBe('ab')
})
