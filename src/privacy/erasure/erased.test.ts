import { describe, expect, it } from 'vitest'
import {
  contactId,
  contactOf,
  erasureKey,
  fileOf,
  forgottenBefore,
  isLedgerFile,
  isOverdue,
} from './erased.js'

describe('what was erased', () => {
  it('has a name by which it is written once', () => {
    expect(erasureKey({ kind: 'account', id: 'a1' })).toBe('account a1')
    expect(contactOf(contactId('e1', 7))).toEqual({ event: 'e1', revision: 7 })
  })

  it('lies in a file of its month and machine, which goes twelve months after that month', () => {
    const name = fileOf(new Date('2026-11-26T10:00:00.000Z'), 'torg/1 ä')
    expect(name).toBe('2026-11-torg-1--.erased')
    expect(isLedgerFile(name)).toBe(true)
    for (const strange of ['torg.db', '.erased', '2026-11-.erased', '../2026-11-x.erased/'])
      expect(isLedgerFile(strange)).toBe(false)
    expect(isOverdue(name, new Date('2027-11-30T23:59:59.999Z'))).toBe(false)
    expect(isOverdue(name, new Date('2027-12-01T00:00:00.000Z'))).toBe(true)
    expect(isOverdue('torg.db', new Date('2999-01-01'))).toBe(false)
  })

  it('goes from the database no later than its file, so that nothing is written out anew', () => {
    const last = new Date('2026-11-30T23:59:59.999Z')
    const overdue = new Date('2027-12-01T00:00:00.000Z')
    expect(isOverdue(fileOf(last, 'a'), overdue)).toBe(true)
    expect(last < forgottenBefore(overdue)).toBe(true)
    expect(last < forgottenBefore(new Date(overdue.getTime() - 1))).toBe(false)
  })
})
