import { describe, expect, it } from 'vitest'
import type { KeyRing } from '../../shared/sealing.js'
import { checkLine, type HungEntry, type LineFacts } from './check-line.js'
import { beginningOf, hang, stampCut, stampEntry, stampHead, type Place } from './log-chain.js'
import { entryOf, type LogEntry } from './log-entry.js'

const key = (id: string) => ({ id, secret: Buffer.alloc(32, id) })
const ring: KeyRing = [key('one')]
const stranger: KeyRing = [key('other')]
const line = 'a1b2c3d4e5f6a1b2c3d4e5f6'

const entryNo = (n: number, more: Partial<LogEntry> = {}): LogEntry =>
  entryOf({
    key: `key-${n}`,
    at: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
    action: 'save',
    kind: 'event',
    document: `document-${n}`,
    municipality: line,
    actor: 'account-1',
    device: n % 3,
    revision: n,
    ...more,
  })

/** A line as it is stored after `count` entries. */
function stored(count: number, keys: KeyRing = ring): { facts: LineFacts; rows: HungEntry[] } {
  let at: Place = beginningOf(line)
  const rows: HungEntry[] = []
  for (let n = 1; n <= count; n += 1) {
    const entry = entryNo(n)
    const hung = hang(line, entry, at, keys)
    rows.push({ id: `row-${n}`, entry, ...hung })
    at = { sequence: hung.sequence, hash: hung.hash }
  }
  const facts = {
    line,
    head: at,
    headStamp: stampHead(line, at, keys),
    cut: beginningOf(line),
    cutStamp: null,
  }
  return { facts, rows }
}

const place = ({ sequence, hash }: HungEntry): Place => ({ sequence: sequence!, hash: hash! })

describe('a line of the log', () => {
  it('is whole as it was written, and where nothing was written yet', () => {
    const { facts, rows } = stored(20)
    expect(checkLine(line, facts, rows, ring)).toMatchObject({
      whole: true,
      entries: 20,
      from: 1,
      fault: null,
    })
    expect(checkLine(line, stored(0).facts, [], ring)).toMatchObject({ whole: true, entries: 0 })
    expect(checkLine('installation', null, [], ring).whole).toBe(true)
  })

  it('names the entry of which any one field was changed', () => {
    const { facts, rows } = stored(9)
    // All that an entry has, whatever the list says that is hashed.
    for (const field of Object.keys(rows[4]!.entry) as (keyof LogEntry)[]) {
      const changed = rows.map((row) =>
        row.sequence === 5
          ? {
              ...row,
              entry: {
                ...row.entry,
                [field]:
                  field === 'automated'
                    ? true
                    : field === 'at'
                      ? '2026-01-01T00:05:00.001Z'
                      : typeof row.entry[field] === 'number'
                        ? 99
                        : 'other',
              },
            }
          : row,
      ) as HungEntry[]
      expect(checkLine(line, facts, changed, ring).fault, field).toEqual({
        kind: 'changed',
        sequence: 5,
        entry: 'row-5',
      })
    }
  })

  it('names the first entry that was taken away: the first, one in between, the last, all of them', () => {
    const { facts, rows } = stored(9)
    for (const gone of [1, 5, 9]) {
      const left = rows.filter(({ sequence }) => sequence !== gone)
      expect(checkLine(line, facts, left, ring).fault).toEqual({
        kind: 'missing',
        sequence: gone,
        entry: null,
      })
    }
    expect(checkLine(line, facts, [], ring).fault).toMatchObject({ kind: 'missing', sequence: 1 })
    expect(checkLine(line, null, [], ring).fault).toMatchObject({ kind: 'missing', sequence: 1 })
    expect(checkLine(line, null, rows, ring).whole).toBe(false)
  })

  it('names an entry that was put in: at a place that is taken, waiting without a stamp, or set aside', () => {
    const { facts, rows } = stored(9)
    const twice = { ...rows[4]!, id: 'new', entry: entryNo(50) }
    expect(checkLine(line, facts, [...rows, twice], ring).fault).toMatchObject({
      kind: 'inserted',
      sequence: 5,
    })
    const bare = { id: 'new', entry: entryNo(50), sequence: null, previous: null, hash: null, stamp: null }
    expect(checkLine(line, facts, [...rows, bare], ring).fault).toEqual({
      kind: 'inserted',
      sequence: null,
      entry: 'new',
    })
    const foreign = { ...bare, stamp: stampEntry(bare.entry, stranger) }
    expect(
      checkLine(line, facts, [...rows, foreign], [...ring, ...stranger] as unknown as KeyRing).whole,
    ).toBe(true)
    const lying = { ...bare, stamp: stampEntry(entryNo(51), ring) }
    expect(checkLine(line, facts, [...rows, lying], ring).fault).toMatchObject({
      kind: 'inserted',
      entry: 'new',
    })
    const ours = { ...bare, stamp: stampEntry(bare.entry, ring) }
    expect(checkLine(line, facts, [...rows, ours], ring).whole).toBe(true)
    expect(checkLine(line, facts, [...rows, { ...ours, sequence: 0 }], ring).fault).toMatchObject({
      kind: 'inserted',
    })
  })

  it('does not believe a line that was worked out anew without the key', () => {
    const { facts, rows } = stored(9)
    // Everything from the fifth on is another, with hashes that fit, and stamps of another key under our name.
    const imposter: KeyRing = [{ ...key('other'), id: 'one' }]
    let at = place(rows[3]!)
    const forged = rows.slice(4).map((row) => {
      const hung = hang(line, { ...row.entry, actor: 'account-2' }, at, imposter)
      at = { sequence: hung.sequence, hash: hung.hash }
      return { ...row, entry: { ...row.entry, actor: 'account-2' }, ...hung }
    })
    const head = { ...facts, head: at, headStamp: stampHead(line, at, imposter) }
    expect(checkLine(line, head, [...rows.slice(0, 4), ...forged], ring).fault).toMatchObject({
      kind: 'forged',
      sequence: 5,
    })
    // Cut off at the end, with a head to fit.
    const short = { ...facts, head: place(rows[6]!), headStamp: stampHead(line, place(rows[6]!), imposter) }
    expect(checkLine(line, short, rows.slice(0, 7), ring).fault).toMatchObject({ kind: 'forged' })
  })

  it('does not take a stamp for one use as one for another, nor one of another line', () => {
    const { facts, rows } = stored(9)
    const head = { ...facts, headStamp: rows[8]!.stamp }
    expect(checkLine(line, head, rows, ring).fault).toMatchObject({ kind: 'forged' })
    const waiting = { ...rows[8]!, sequence: null }
    expect(checkLine(line, facts, [...rows, waiting], ring).fault).toMatchObject({ kind: 'inserted' })
    expect(checkLine('b'.repeat(24), { ...facts, line: 'b'.repeat(24) }, rows, ring).whole).toBe(false)
  })

  it('says so where the key is not here, and does not call that forged', () => {
    const { facts, rows } = stored(3, stranger)
    expect(checkLine(line, facts, rows, ring).fault).toMatchObject({ kind: 'key-missing', sequence: 1 })
    expect(checkLine(line, facts, rows, [...ring, ...stranger] as unknown as KeyRing).whole).toBe(true)
  })

  it('still verifies from a signed checkpoint on, and from no other', () => {
    const { facts, rows } = stored(9)
    const cut = place(rows[3]!)
    const after = { ...facts, cut, cutStamp: stampCut(line, cut, ring) }
    expect(checkLine(line, after, rows.slice(4), ring)).toMatchObject({ whole: true, entries: 5, from: 5 })
    expect(checkLine(line, { ...after, cutStamp: null }, rows.slice(4), ring).fault).toMatchObject({
      kind: 'forged',
    })
    expect(
      checkLine(line, { ...after, cutStamp: stampHead(line, cut, ring) }, rows.slice(4), ring).whole,
    ).toBe(false)
    const further = { ...after, cut: place(rows[5]!) }
    expect(checkLine(line, further, rows.slice(6), ring).fault).toMatchObject({ kind: 'forged' })
    // More is gone than the checkpoint says.
    expect(checkLine(line, after, rows.slice(6), ring).fault).toMatchObject({ kind: 'missing', sequence: 5 })
  })

  it('is held against what somebody noted down of it elsewhere', () => {
    const { facts, rows } = stored(9)
    expect(checkLine(line, facts, rows, ring, [place(rows[4]!), place(rows[8]!)]).whole).toBe(true)
    const other = { sequence: 5, hash: 'f'.repeat(64) }
    expect(checkLine(line, facts, rows, ring, [other]).fault).toMatchObject({
      kind: 'not-as-noted',
      sequence: 5,
    })
    // An older copy of the whole line was put back.
    const before = stored(6)
    expect(checkLine(line, before.facts, before.rows, ring).whole).toBe(true)
    expect(checkLine(line, before.facts, before.rows, ring, [place(rows[8]!)]).fault).toMatchObject({
      kind: 'missing',
      sequence: 7,
    })
  })
})
