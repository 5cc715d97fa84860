import { describe, expect, it } from 'vitest'
import { fileOf, isLedgerFile, isOverdue, lineOf, readLedger, type Erased } from './erased.js'

const one: Erased = { kind: 'account', id: 'a1', at: '2026-11-26T10:00:00.000Z' }
const other: Erased = { kind: 'post', id: 'p1', at: '2026-11-26T11:00:00.000Z' }

describe('the ledger of what was erased', () => {
  it('says what was written into it, each thing once', () => {
    expect(readLedger(lineOf(one) + lineOf(other) + lineOf(one))).toEqual({
      erased: [one, other],
      unreadable: 0,
    })
    expect(readLedger('')).toEqual({ erased: [], unreadable: 0 })
  })

  it('says nothing of what was written down and came to nothing, unless that was erased later', () => {
    const undone = lineOf({ ...one, undone: true })
    expect(readLedger(lineOf(one) + lineOf(other) + undone).erased).toEqual([other])
    expect(readLedger(lineOf(one) + undone + lineOf(one)).erased).toEqual([one])
  })

  it('loses no line to one that was cut off, wherever that was cut', () => {
    const cut = lineOf(other)
    for (let length = 2; length < cut.length; length += 1) {
      const { erased, unreadable } = readLedger(lineOf(one) + cut.slice(0, length) + lineOf(other))
      expect(erased).toEqual([one, other])
      expect(unreadable).toBe(1)
    }
  })

  it('takes nothing that it does not know', () => {
    for (const line of [
      '{}',
      '[]',
      '["citizen","x","2026"]',
      '["post","","2026"]',
      '["post",1,"2026"]',
      'null',
    ])
      expect(readLedger(`\n${line}`), line).toEqual({ erased: [], unreadable: 1 })
  })

  it('holds ids, kinds and times and has no room for anything else', () => {
    const more = { ...one, username: 'eva' } as Erased
    expect(lineOf(more)).toBe('\n["account","a1","2026-11-26T10:00:00.000Z"]')
  })

  it('lies in a file of its month and machine, which goes twelve months after that month', () => {
    const name = fileOf(new Date(one.at), 'torg/1 ä')
    expect(name).toBe('2026-11-torg-1--.erased')
    expect(isLedgerFile(name)).toBe(true)
    for (const strange of ['torg.db', '.erased', '2026-11-.erased', '../2026-11-x.erased/'])
      expect(isLedgerFile(strange)).toBe(false)
    expect(isOverdue(name, new Date('2027-11-30T23:59:59.999Z'))).toBe(false)
    expect(isOverdue(name, new Date('2027-12-01T00:00:00.000Z'))).toBe(true)
    expect(isOverdue('torg.db', new Date('2999-01-01'))).toBe(false)
  })
})
