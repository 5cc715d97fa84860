import { describe, expect, test } from 'vitest'
import type { Actor, Membership } from './actor.js'
import { relationTo } from './relation.js'

const member = (changed: Partial<Membership>): Membership => ({
  id: 'm',
  role: 'contributor',
  municipality: 'hagby',
  organisation: 'if',
  surfaces: [],
  approvesOrganisations: false,
  ...changed,
})
const actor = (memberships: Membership[], kind: Actor['kind'] = 'person'): Actor => ({
  account: 'me',
  kind,
  homeMunicipality: 'hagby',
  memberships,
})
const event = {
  municipality: 'hagby',
  organisation: 'if',
  surface: 'calendar',
  submittedBy: 'other',
  writtenBy: 'other',
  decidedBy: 'other',
} as const
const relation = (memberships: Membership[], changed: object = {}, kind?: Actor['kind']) =>
  relationTo(actor(memberships, kind), { ...event, ...changed }, true)

describe('what an account is to a document', () => {
  test('a contributor of the organisation is its author, and of no other', () => {
    expect(relation([member({})])).toMatchObject({ author: true, editor: false, belongsToOrganisation: true })
    expect(relation([member({ organisation: 'korps' })])).toMatchObject({
      author: false,
      belongsToOrganisation: false,
    })
    expect(relation([member({ municipality: 'fjordvik' })])).toMatchObject({
      author: false,
      belongsToOrganisation: false,
    })
  })
  test('an editor limited to Community decides nothing in the Calendar, but belongs to no surface for a profile', () => {
    const editor = member({ role: 'editor', organisation: null, surfaces: ['community'] })
    expect(relation([editor]).editor).toBe(false)
    expect(relation([editor], { surface: 'community' }).editor).toBe(true)
    expect(relation([editor], { surface: null }).editor).toBe(true)
  })
  test('an editor of another municipality is nobody here', () => {
    expect(
      relation([member({ role: 'editor', organisation: null, municipality: 'fjordvik' })]),
    ).toMatchObject({
      editor: false,
      municipalityAdmin: false,
    })
  })
  test('the municipality-admin is an editor too; the operator and the auditor are neither', () => {
    expect(relation([member({ role: 'municipality-admin', organisation: null })])).toMatchObject({
      editor: true,
      municipalityAdmin: true,
    })
    for (const role of ['operator', 'auditor', 'app-editor'] as const)
      expect(
        relation([member({ role, organisation: null, municipality: role === 'operator' ? null : 'hagby' })]),
      ).toMatchObject({
        editor: false,
        author: false,
      })
  })
  test('a machine never decides, and writes with its key', () => {
    expect(relation([member({ role: 'editor', organisation: null })], {}, 'machine').editor).toBe(false)
    expect(relation([member({ role: 'api-client' })], {}, 'machine').author).toBe(true)
    expect(relation([member({ role: 'api-client', organisation: null })], {}, 'machine').author).toBe(true)
  })
  test('who wrote or submitted the revision made it; who decided is known by account', () => {
    const editor = member({ role: 'editor', organisation: null })
    expect(relation([editor]).submittedThisRevision).toBe(false)
    expect(relation([editor], { writtenBy: 'me' }).submittedThisRevision).toBe(true)
    expect(relation([editor], { submittedBy: 'me' }).submittedThisRevision).toBe(true)
    expect(relation([editor], { decidedBy: 'me' }).tookTheDecision).toBe(true)
  })
})
