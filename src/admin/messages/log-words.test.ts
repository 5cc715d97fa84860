import { describe, expect, it } from 'vitest'
import { reasonLists } from '../../moderation/reasons.js'
import { actions, workflowStates } from '../../moderation/states.js'
import { organisationActions, organisationStates } from '../../organisations/life.js'
import { publicationStates } from '../../publication/publication.js'
import { systemActions } from '../../moderation/notices/happened.js'
import { logWords } from './log-words.js'

const codes = {
  action: [...actions, ...organisationActions, ...systemActions],
  fromState: [...workflowStates, ...organisationStates, 'new'],
  toState: [...workflowStates, ...organisationStates, 'gone', 'consent-ended', 'consent-withdrawn'],
  publication: publicationStates,
  kind: ['event', 'post', 'organisation', 'place', 'category', 'municipality', 'media'],
  override: Object.keys(reasonLists.override),
}

describe('the log', () => {
  it.each(Object.entries(codes))('has words for every code of %s, in three languages', (field, all) => {
    for (const code of all) {
      const { sv, nb, en } = logWords[field]![code] ?? {}
      expect([code, sv, nb, en].every(Boolean), `${field} ${code}`).toBe(true)
    }
  })
})
