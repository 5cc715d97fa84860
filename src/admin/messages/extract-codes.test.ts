import { describe, expect, it } from 'vitest'
import { accountActions, accountKinds, otherActions, otherKinds } from '../../accounts/logged-actions.js'
import { codePurposes } from '../../accounts/codes.js'
import { readings } from '../../editorial/log/note-reading.js'
import { freshRecord } from '../../editorial/working-document.js'
import { faultOf } from '../../mail/after-sending.js'
import { mailChoices } from '../../mail/choices.js'
import { mailLanguages } from '../../mail/words.js'
import { toldActions, systemActions } from '../../moderation/notices/happened.js'
import { reasonLists } from '../../moderation/reasons.js'
import { actions, workflowStates } from '../../moderation/states.js'
import { transitions } from '../../moderation/transitions.js'
import { organisationActions, organisationStates } from '../../organisations/life.js'
import { afterHandOver } from '../../organisations/member-actions.js'
import { extractParts } from '../../privacy/extract/extract-parts.js'
import { holdReasons } from '../../privacy/retention/holds.js'
import { codeOf, nightlyCategories } from '../../privacy/retention/retention-table.js'
import { publicationStates } from '../../publication/publication.js'
import { roles, surfaces } from '../../tenancy/actor.js'
import { codeInWords } from './extract-codes.js'
import { partLabels } from './extract.js'

const byAccount = Object.keys(freshRecord).filter((name) => name.endsWith('By') && name !== 'approvedByRule')
const kinds = ['event', 'post', 'organisation', 'place', 'category', 'municipality', 'media', 'webhook']

/** Every closed list of which a code can stand in an extract, under the name of its column. */
const lists: Record<string, readonly string[]> = {
  action: [
    ...actions,
    ...organisationActions,
    ...systemActions,
    ...toldActions,
    ...accountActions,
    ...otherActions,
  ],
  kind: [...kinds, ...accountKinds, ...otherKinds, 'person', 'role', 'machine', 'notice', 'morning'],
  language: mailLanguages,
  noticeMail: mailChoices,
  purpose: [...codePurposes, 'session', 'steps'],
  disabledBecause: ['unused'],
  role: roles,
  surfaces,
  state: [...workflowStates, ...organisationStates],
  publication: publicationStates,
  namedAs: [
    ...byAccount,
    'objection.by',
    'pending.actor',
    'outbox.actor',
    'outbox.voids.actor',
    'outbox.tell.0.account',
  ],
  fault: [
    'internal',
    'settled',
    ...[{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, { code: 'ETLS' }, null].map((thrown) =>
      String((faultOf(thrown) as { code: string }).code),
    ),
  ],
}

/** What gave which reason, in an entry of the log or a notice. */
const reasons: [string, readonly string[]][] = [
  ['give-code', [...codePurposes.filter((each) => each !== 'hand-over' && each !== 'membership'), ...roles]],
  ['use-code', ['password', 'all', 'device']],
  ['make-account', ['password']],
  ['delete-account', ['unused']],
  ['disable-account', ['unused']],
  ['add-device', ['device-1', 'device-12']],
  ['end-device', ['device-3']],
  ...(['give-role', 'change-role', 'end-role', 'review-role'] as const).map(
    (of): [string, readonly string[]] => [of, roles],
  ),
  ['offer-hand-over', afterHandOver],
  ['end-hand-over', ['declined', 'taken-back', 'replaced']],
  ['read-log', readings],
  ['end-of-time', nightlyCategories.map(codeOf)],
  ['set-period', nightlyCategories.map(codeOf)],
  ['hold-data', holdReasons],
  ['lift-hold', holdReasons],
  ...actions.flatMap((action): [string, readonly string[]][] => {
    const { reasonList } = transitions[action].needs
    return reasonList ? [[action, Object.keys(reasonLists[reasonList])]] : []
  }),
]

describe('an extract shows no code as it is stored:', () => {
  const said = (name: string, code: string, facts = {}) => {
    const { sv, nb, en } = codeInWords(name, code, facts) ?? {}
    expect([sv, nb, en].every(Boolean), `${name} ${code}`).toBe(true)
  }
  it.each(Object.entries(lists))('%s', (name, codes) => {
    for (const code of codes) said(name, code)
  })

  it.each(reasons)('the reason of %s', (action, codes) => {
    for (const code of codes) said('reason', code, { action })
  })

  it('the reason of a hold, and the parts themselves', () => {
    for (const code of holdReasons) said('reason', code)
    for (const part of extractParts) expect(Object.values(partLabels[part]).every(Boolean), part).toBe(true)
  })
})
