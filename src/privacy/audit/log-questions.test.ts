import { describe, expect, it } from 'vitest'
import { csvHead, csvLine, exportColumns } from './log-csv.js'
import { entryOf } from './log-entry.js'
import { logConditions, readLogFilters, readNoted } from './log-questions.js'

describe('what is asked of the log', () => {
  it('is a few codes, ids and days, the last day included', () => {
    const filters = readLogFilters({ action: 'read-log', from: '2026-02-28', to: '2028-02-29' })
    expect(logConditions(filters, 'UTC')).toEqual([
      { action: { equals: 'read-log' } },
      { at: { greater_than_equal: '2026-02-28T00:00:00.000Z' } },
      { at: { less_than: '2028-03-01T00:00:00.000Z' } },
    ])
    expect(logConditions(readLogFilters({}), 'UTC')).toEqual([])
  })

  it('takes days as they are on the clock of the municipality, also those of 23 and 25 hours', () => {
    const on = (day: string) => logConditions(readLogFilters({ from: day, to: day }), 'Europe/Stockholm')
    const between = (from: string, to: string) => [
      { at: { greater_than_equal: from } },
      { at: { less_than: to } },
    ]
    expect(on('2026-11-28')).toEqual(between('2026-11-27T23:00:00.000Z', '2026-11-28T23:00:00.000Z'))
    expect(on('2027-03-28')).toEqual(between('2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'))
    expect(on('2026-10-25')).toEqual(between('2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'))
  })

  it.each([
    ['from', '2026-02-30'],
    ['to', 'igår'],
    ['action', 'Save'],
    ['kind', "x' or 1"],
    ['actor', 'eva'],
    ['document', '../x'],
  ])('is refused by its name where %s is %s', (field, value) => {
    expect(() => readLogFilters({ [field]: value })).toThrow(
      expect.objectContaining({ code: 'bad-parameter', faults: [expect.objectContaining({ field })] }),
    )
  })

  it('may name one place that was noted down', () => {
    const hash = 'a'.repeat(64)
    expect(readNoted(`17:${hash}`)).toEqual([{ sequence: 17, hash }])
    expect(readNoted(undefined)).toEqual([])
    expect(() => readNoted(`17:${hash}x`)).toThrow(expect.objectContaining({ code: 'bad-parameter' }))
  })
})

describe('an export as a table', () => {
  const entry = {
    ...entryOf({ key: 'k', at: '2026-01-01', action: 'save', kind: 'event' }),
    sequence: 1,
    previous: null,
    hash: null,
  }

  it('has one column for each field, and nothing in those that are empty', () => {
    expect(csvHead).toBe(`${exportColumns.join(',')}\r\n`)
    expect(csvLine(entry)).toMatch(/^1,k,2026-01-01T00:00:00\.000Z,save,event,,.*false.*\r\n$/)
    expect(csvLine(entry).split(',')).toHaveLength(exportColumns.length)
  })

  it('keeps codes of house rules from becoming formulas or breaking lines', () => {
    expect(csvLine({ ...entry, rule: '=1+1' })).toContain(",'=1+1,")
    expect(csvLine({ ...entry, rule: 'a"b,c' })).toContain(',"a""b,c",')
  })
})
