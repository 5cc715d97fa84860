import { describe, expect, it } from 'vitest'
import { organisationActions } from '../../organisations/life.js'
import { memberActions } from '../../organisations/member-actions.js'
import { actions } from '../states.js'
import { happenedLabels, systemActions, toldActions } from './happened.js'
import {
  addressees,
  happenings,
  memberHappenings,
  nextStepOf,
  toldOf,
  type HappeningRow,
} from './happenings.js'
import { addressOfStep, nextStepLabels, type NextStep } from './next-steps.js'

const all = [...new Set([...actions, ...organisationActions, ...systemActions, ...toldActions])]
const tellings = (row: HappeningRow) =>
  typeof row === 'string' ? [] : addressees.flatMap((told) => row[told] ?? [])

describe('nobody is left without a word:', () => {
  it.each(all)('%s tells somebody, or says why nobody needs to be told', (happening) => {
    const row = happenings[happening]
    if (typeof row === 'string') {
      expect(row.length, happening).toBeGreaterThan(30)
      return
    }
    expect(tellings(row).length, happening).toBeGreaterThan(0)
    // Where somebody is told only sometimes, it says why not otherwise.
    const surely = addressees.some((told) => told !== 'co-organisers' && row[told]?.when === 'always')
    expect(surely || (row.otherwise ?? '').length > 30, happening).toBe(true)
  })

  it('the table has no other happenings, and each has words', () => {
    expect(Object.keys(happenings).sort()).toEqual([...all].sort())
    expect(Object.keys(happenedLabels).sort()).toEqual([...all].sort())
  })

  it.each(memberActions)('%s of a login tells somebody, or says why nobody needs to be told', (action) => {
    const told = memberHappenings[action]
    if (typeof told === 'string') return expect(told.length, action).toBeGreaterThan(30)
    expect(told.length, action).toBeGreaterThan(0)
    for (const happening of told) expect(tellings(happenings[happening]).length, happening).toBeGreaterThan(0)
  })

  it('what takes something away is told to the organisation, whoever did it', () => {
    for (const action of ['reject', 'remove', 'erase', 'suspend', 'decline', 'uphold', 'request-changes'])
      expect(toldOf(action, { own: true }), action).toContain('organisation')
  })

  it('what an organisation does itself is not told back to it', () => {
    for (const action of ['withdraw', 'announce', 'withdraw-contact']) {
      expect(toldOf(action, { own: true }), action).toEqual([])
      expect(toldOf(action, { own: false }), action).toEqual(['organisation'])
    }
  })

  it('an application is told to those who decide on it, a held decision that came to nothing to who took it', () => {
    expect(toldOf('apply', { own: false })).toEqual(['deciders'])
    expect(toldOf('void', { own: false })).toEqual(['who-held-it'])
    expect(toldOf('close', { own: false })).toEqual(['everyone-here'])
  })
})

describe('what to do next', () => {
  it('is said with every notice, in three languages', () => {
    const steps = Object.values(happenings).flatMap(tellings)
    for (const { next } of steps) {
      const { sv, nb, en } = nextStepLabels[next]
      expect([sv, nb, en].every(Boolean), next).toBe(true)
    }
    const used = new Set(steps.map(({ next }) => next))
    expect(Object.keys(nextStepLabels).filter((step) => !used.has(step as NextStep))).toEqual([])
  })

  it('leads there: an author to the event, an editor to the queue, a co-organiser to nothing that is closed to them', () => {
    const event = { kind: 'event', document: 'e1' }
    const to = (happening: string, told: string) => addressOfStep(nextStepOf(happening, told)!, event)
    expect(to('request-changes', 'organisation')).toBe('/admin/collections/events/e1')
    expect(to('void', 'who-held-it')).toBe('/admin/moderation?open=events/e1')
    expect(to('approve', 'co-organisers')).toBeNull()
    // Nothing of it is there any more.
    expect(to('erase', 'organisation')).toBe('/admin')
    expect(nextStepOf('save', 'organisation')).toBeNull()
  })
})
