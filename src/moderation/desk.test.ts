import type { Where } from 'payload'
import { describe, expect, it } from 'vitest'
import { deskGroups, groupOf, groupWhere, nextStep, nextSteps, type StepFacts } from './desk.js'
import { publicationStates, workflowStates } from './states.js'

const now = new Date('2026-12-01T12:00:00Z')
const facts = (more: Partial<StepFacts>): StepFacts => ({
  state: 'draft',
  publication: 'none',
  waitsFor: null,
  appealable: false,
  dueAt: null,
  ...more,
})

/** A question to the database, asked of one row; with the operators that the desk uses. */
function holds(where: Where, row: Record<string, unknown>): boolean {
  return Object.entries(where).every(([name, condition]) => {
    if (name === 'and') return (condition as Where[]).every((one) => holds(one, row))
    if (name === 'or') return (condition as Where[]).some((one) => holds(one, row))
    return Object.entries(condition as Record<string, unknown>).every(([operator, value]) => {
      if (operator === 'equals') return row[name] === value
      if (operator === 'not_equals') return row[name] !== value
      const among = (value as unknown[]).includes(row[name])
      return operator === 'in' ? among : !among
    })
  })
}

describe('where things lie on the desk of an association', () => {
  it('has one place for everything but what is erased, and the question to the database finds it there', () => {
    for (const state of workflowStates)
      for (const publication of publicationStates)
        for (const waitsFor of [null, 'decision', 'appeal', 'afterwards']) {
          const group = groupOf({ state, publication, waitsFor })
          const found = deskGroups.filter((one) => holds(groupWhere[one], { state, publication, waitsFor }))
          expect(found).toEqual(group ? [group] : [])
          if (state === 'erased') expect(group).toBe(null)
          else expect(deskGroups).toContain(group)
        }
  })

  it.each([
    ['a draft', { state: 'draft' }, 'to-do'],
    ['a change of something public', { state: 'draft', publication: 'live' }, 'to-do'],
    ['what is sent back', { state: 'changes-requested' }, 'to-do'],
    ['a rejection', { state: 'rejected' }, 'to-do'],
    ['a rejection that is appealed', { state: 'rejected', waitsFor: 'appeal' }, 'waiting'],
    ['what waits', { state: 'in-review', publication: 'live' }, 'waiting'],
    ['what citizens see', { state: 'approved', publication: 'live' }, 'public'],
    [
      'what an editor looks at afterwards',
      { state: 'approved', publication: 'live', waitsFor: 'afterwards' },
      'public',
    ],
    ['what goes out later', { state: 'approved', publication: 'scheduled' }, 'public'],
    ['what has passed', { state: 'approved', publication: 'expired' }, 'over'],
    ['what was removed', { state: 'rejected', publication: 'removed' }, 'over'],
  ] as const)('%s', (_, more, group) => {
    expect(groupOf(facts(more))).toBe(group)
  })
})

describe('the next step', () => {
  it.each([
    [{ state: 'draft' }, 'finish'],
    [{ state: 'draft', publication: 'live' }, 'send-change'],
    [{ state: 'changes-requested', publication: 'live' }, 'mend'],
    [{ state: 'in-review', dueAt: new Date('2026-12-02T00:00:00Z') }, 'wait'],
    [{ state: 'in-review', dueAt: new Date('2026-11-30T00:00:00Z') }, 'wait-late'],
    [{ state: 'in-review' }, 'wait'],
    [{ state: 'rejected' }, 'read-rejection'],
    [{ state: 'rejected', appealable: true }, 'appeal-rejection'],
    [{ state: 'rejected', waitsFor: 'appeal' }, 'wait-appeal'],
    [{ state: 'rejected', publication: 'removed' }, 'read-removal'],
    [{ state: 'rejected', publication: 'removed', appealable: true }, 'appeal-removal'],
    [{ state: 'approved', publication: 'live' }, 'seen'],
    [{ state: 'approved', publication: 'scheduled' }, 'goes-out'],
    [{ state: 'approved', publication: 'withdrawn' }, 'taken-down'],
    [{ state: 'approved', publication: 'expired' }, 'over'],
  ] as const)('%o: %s', (more, step) => {
    expect(nextStep(facts(more), now)).toBe(step)
  })

  it('is there for everything that lies on the desk', () => {
    const reached = new Set(
      workflowStates
        .filter((state) => state !== 'erased')
        .flatMap((state) =>
          publicationStates.flatMap((publication) =>
            [null, 'appeal'].flatMap((waitsFor) =>
              [true, false].flatMap((appealable) =>
                [null, new Date(0)].map((dueAt) =>
                  nextStep({ state, publication, waitsFor, appealable, dueAt }, now),
                ),
              ),
            ),
          ),
        ),
    )
    expect([...reached].sort()).toEqual([...nextSteps].sort())
  })
})
