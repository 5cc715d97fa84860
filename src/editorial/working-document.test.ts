import { expect, it } from 'vitest'
import { asWorkingDocument, freshRecord } from './working-document.js'

const row = { id: 7, municipality: 'ekby', organisation: { id: 'klara' }, revision: 1 }

it('is read from a row of which the database leaves out what was never written', () => {
  expect(asWorkingDocument('event', row)).toEqual({
    ...row,
    id: '7',
    organisation: 'klara',
    content: null,
    approvedSnapshot: null,
    announcements: null,
    workflow: freshRecord,
    pending: null,
    outbox: null,
    outboxCause: '',
    clockAt: null,
    pinned: false,
    listedForReview: false,
    submittedAt: null,
    dueAt: null,
  })
})
