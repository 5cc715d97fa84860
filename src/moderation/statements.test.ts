import { describe, expect, it } from 'vitest'
import { appealUntil } from './statement.js'
import { statementsFrom, type Told } from './statements.js'

const told = (at: string, action: string, more: Partial<Told> = {}): Told => ({
  at: `2026-${at}T09:00:00.000Z`,
  action,
  message: `${action} words`,
  reason: null,
  ground: ['reject', 'remove', 'uphold', 'withdraw'].includes(action) ? 'house-rules' : null,
  rule: null,
  wording: null,
  automated: false,
  ...more,
})
const nothing = {
  appeals: [],
  mayAppeal: false,
  open: false,
  answerBy: null,
  houseRules: [],
  standsSince: null,
}
const appealed = { at: '2026-03-02T09:00:00.000Z', message: 'Look again' }

describe('the statements of reasons of a document', () => {
  it('tell of each decision that took something away, the newest first, and of no other', () => {
    const all = statementsFrom(
      [
        told('01-01', 'request-changes'),
        told('02-01', 'reject'),
        told('04-01', 'approve'),
        told('05-01', 'withdraw'),
      ],
      nothing,
    )
    expect(all.map(({ decision, facts }) => [decision, facts])).toEqual([
      ['withdraw', 'withdraw words'],
      ['reject', 'reject words'],
    ])
    // Nobody appeals against what has no appeal here.
    expect(all.map(({ appeal }) => appeal?.state ?? null)).toEqual([null, 'none'])
  })

  it('quote the house rule as it read that day, whatever it says now', () => {
    const wording = { sv: 'Så stod det' }
    const [one] = statementsFrom([told('02-01', 'reject', { reason: 'local', rule: 'local', wording })], {
      ...nothing,
      houseRules: [{ code: 'local', wording: { sv: 'Så står det nu' }, surfaces: [] }],
    })
    expect(one!.rule).toEqual({ code: 'local', wording })
  })

  it('say that a version stays only where one was approved before the rejection', () => {
    const stays = (standsSince: string | null, decision = 'reject') =>
      statementsFrom([told('02-01', decision)], { ...nothing, standsSince })[0]!.versionStays
    expect(stays('2026-01-15T09:00:00.000Z')).toBe(true)
    // Never public, or only since: nothing stayed.
    expect(stays(null)).toBe(false)
    expect(stays('2026-03-15T09:00:00.000Z')).toBe(false)
    expect(stays('2026-01-15T09:00:00.000Z', 'remove')).toBe(false)
  })

  it('say until when one can appeal, and whether the reader can now', () => {
    const [one] = statementsFrom([told('02-01', 'reject')], { ...nothing, mayAppeal: true })
    expect(one!.appeal).toMatchObject({ state: 'none', possible: true, until: '2026-08-01T09:00:00.000Z' })
  })

  it('hold the appeal, and by when an answer is promised, while it waits', () => {
    const round = { ...nothing, appeals: [appealed], open: true, answerBy: '2026-03-09T09:00:00.000Z' }
    const [one] = statementsFrom([told('02-01', 'reject')], round)
    expect(one!.appeal).toMatchObject({
      state: 'open',
      message: 'Look again',
      answerBy: '2026-03-09T09:00:00.000Z',
      outcome: null,
    })
  })

  it.each(['uphold', 'overturn'] as const)('hold what became of it: %s', (action) => {
    const all = statementsFrom([told('02-01', 'reject'), told('03-05', action)], {
      ...nothing,
      appeals: [appealed],
    })
    expect(all).toHaveLength(1)
    expect(all[0]!.appeal).toMatchObject({
      state: 'decided',
      possible: false,
      outcome: action,
      outcomeMessage: `${action} words`,
      answerBy: null,
    })
  })

  it('keep the appeals of two decisions apart', () => {
    const second = { at: '2026-05-02T09:00:00.000Z', message: 'And again' }
    const all = statementsFrom([told('02-01', 'reject'), told('03-05', 'uphold'), told('05-01', 'reject')], {
      ...nothing,
      appeals: [appealed, second],
      open: true,
    })
    expect(all.map(({ appeal }) => [appeal?.state, appeal?.message])).toEqual([
      ['open', 'And again'],
      ['decided', 'Look again'],
    ])
  })
})

it('the time to appeal is never less than six months', () => {
  expect(appealUntil('2026-03-15T09:00:00.000Z')).toBe('2026-09-15T09:00:00.000Z')
  expect(appealUntil('2026-08-31T09:00:00.000Z')).toBe('2027-03-03T09:00:00.000Z')
})
