import { expect, it } from 'vitest'
import { objectionOf, refuserOf, withoutObjectionToChanges } from './objection.js'
import { freshRecord, type WorkflowRecord } from './working-document.js'

const at = '2026-03-01T10:00:00.000Z'
const later = '2026-03-02T10:00:00.000Z'
/** As it was written before objections were kept apart. */
const older: WorkflowRecord = {
  ...freshRecord,
  decision: 'withdraw',
  decidedBy: 'editor',
  decidedAt: at,
  objectedAt: at,
  explanation: 'Fel dag.',
}
const rejected = {
  action: 'reject',
  by: 'editor',
  at,
  message: 'Nej.',
  reason: 'other',
  explanation: null,
} as const

it('is the last decision of an editor where none was kept apart, never what the author withdrew', () => {
  expect(objectionOf(older)).toMatchObject({ action: 'withdraw', by: 'editor', explanation: 'Fel dag.' })
  expect(objectionOf({ ...older, decidedAt: later })).toBeNull()
  expect(objectionOf({ ...older, objectedAt: null })).toBeNull()
  expect(objectionOf({ ...older, decidedAt: later, objection: rejected })).toBe(rejected)
})

it('is over with the changes that it was about, and stands where something was taken down', () => {
  for (const action of ['request-changes', 'reject'] as const) {
    const said = { ...older, decision: action, message: 'Nej.', objection: { ...rejected, action } }
    expect(objectionOf(withoutObjectionToChanges(said)), action).toBeNull()
    expect(objectionOf(withoutObjectionToChanges({ ...said, objection: null })), action).toBeNull()
  }
  for (const action of ['withdraw', 'remove'] as const) {
    const said = { ...older, decision: action, objection: { ...rejected, action } }
    expect(withoutObjectionToChanges(said), action).toEqual(said)
  }
})

it('is answered by another than who refused, whoever has decided beside it since', () => {
  const record = { ...older, decision: 'announce' as const, decidedBy: 'colleague', decidedAt: later }
  expect(refuserOf({ ...record, objection: rejected })).toBe('editor')
  expect(refuserOf({ ...record, refusedBy: 'first', objection: rejected })).toBe('first')
  expect(refuserOf(record)).toBe('colleague')
})
