import { type OrganisationTransition, organisationLife } from '../organisations/life.js'
import { addressees, happenings, type HappeningRow } from './notices/happenings.js'
import { nextStepLabels } from './notices/next-steps.js'
import { type Labels, reasonLists } from './reasons.js'
import { stateLabels } from './state-labels.js'
import { type Action, actions, workflowStates } from './states.js'
import { notErased, type Transition } from './transition.js'
import { transitions } from './transitions.js'

/** The moderation document, made of the same tables that decide: it cannot say anything else than they do. */
export function moderationDocument(): string {
  return [
    '# Moderation',
    '',
    'Printed from `src/moderation/transitions.ts` and `src/organisations/life.ts` by `npx tsx src/scripts/print-moderation.ts`. Do not edit it by hand.',
    '',
    'Three things are kept apart: the workflow state of the working document, the state of what is public, and whether',
    'the event takes place. An action changes the first two; only `announce` touches the third.',
    '',
    '## States of the working document',
    '',
    ...table(
      ['State', 'Swedish', 'Norwegian', 'English'],
      workflowStates.map((state) => [code(state), ...languages(stateLabels[state])]),
    ),
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...diagram(),
    '```',
    '',
    'Actions that leave the state as it is are not drawn. What leads from every state but `erased` is drawn once, from',
    '"anything not erased". [*] at the end of an arrow means that the draft is gone.',
    '',
    '## Actions',
    '',
    ...table(
      ['Action', 'For', 'From', 'While public as', 'To', 'Who', 'Needs', 'What is public', 'Only if'],
      actions.map((action) => row(action, transitions[action])),
    ),
    '',
    '`save` is carried out by saving the form (`PATCH`), never as an action by its name. What content must hold is asked wherever',
    'it is written: of the edits of `approve-with-edits` and `correct`, and of a decision that is held, as of a save.',
    '',
    'The words of a picture rest for its authors while something that shows it is in review or appealed, and while a held decision',
    'will bring them out; an editor may put them right. Decided at once, `publish` from a draft and edits that name pictures take the',
    'words as they are at that moment: they are no part of the revision that a client sends, and the log and the history name the',
    'picture only. What is public keeps the words that it went out with until the next decision on its pictures.',
    '',
    'A submission becomes `approved` by rule where the mode is `post` or the organisation is `trusted`, unless it is on',
    '`probation`, something looks like personal data, or an editor has objected since a person last approved. Profiles of',
    'organisations have no mode. `overturn` does what `approve` or, after a removal, `restore` does. While an',
    'organisation is not approved or a municipality is closed only these actions are possible:',
    '',
    `- municipality closed: ${list(actions.filter((action) => transitions[action].whileClosed))}`,
    `- organisation not approved, by its authors: ${list(possibleFor('author'))}`,
    `- organisation not approved, by editors: ${list(possibleFor('editor'))}`,
    '',
    'On a surface that was taken from the organisation, or that the municipality does not have, nothing more comes out: what is',
    `public stays until somebody takes it down, and these are refused: ${list(actions.filter((action) => transitions[action].needsSurface))}.`,
    '',
    'The time of something that shows no end of its own is counted from when it went out, and anew from an approval of what',
    'had expired, or was withdrawn or removed. `restore` gives back what is left of its time. Where the end has passed, author',
    'and editor are told: approving then shows it to nobody.',
    '',
    '## Closed reasons',
    '',
    ...table(
      ['List', 'Code', 'Swedish', 'Norwegian', 'English'],
      Object.entries(reasonLists).flatMap(([name, reasons]) =>
        Object.entries<Labels>(reasons).map(([reason, label]) => [name, code(reason), ...languages(label)]),
      ),
    ),
    '',
    'A refusal may name one of the house rules of the municipality instead.',
    '',
    '## Who is told',
    '',
    'A notice in the inbox of each, and by e-mail where they want it. From `src/moderation/notices/happenings.ts`.',
    '',
    ...table(['What happened', 'Told', 'Next'], Object.entries(happenings).map(toldRow)),
    '',
    '## The life of an organisation',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(organisationLife).flatMap(([action, { from, to }]) =>
      from.map((state) => `  ${state === 'new' ? '[*]' : state} --> ${to}: ${action}`),
    ),
    '```',
    '',
    ...table(
      ['Action', 'From', 'To', 'Who', 'Message', 'What is public'],
      Object.entries(organisationLife).map(([action, life]) => organisationRow(action, life)),
    ),
    '',
  ].join('\n')
}

function diagram(): string[] {
  const arrows = new Map<string, string[]>([['[*] --> draft', ['create']]])
  const draw = (from: string, to: string, label: string): void => {
    const arrow = `${name(from)} --> ${name(to)}`
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), label])
  }
  for (const action of actions) {
    const { from, to } = transitions[action]
    if (to === 'same') continue
    if (from.length === notErased.length || action === 'remove') draw('anything', to, action)
    else for (const state of from) draw(state, to === 'gone' ? '[*]' : to, action)
    if (action === 'submit') for (const state of from) draw(state, 'approved', 'submit (by rule)')
  }
  return [
    ...workflowStates
      .filter((state) => state.includes('-'))
      .map((state) => `  state "${state}" as ${name(state)}`),
    '  state "anything not erased" as anything',
    ...[...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(', ')}`),
  ]
}

/** Mermaid takes no hyphen in the name of a state. */
const name = (state: string): string => state.replaceAll('-', '_')

function row(action: Action, transition: Transition): string[] {
  const { kinds, from, publicationFrom, to, who, needs, publication, conditions, fourEyes } = transition
  const { validation, personalData } = transition
  const asked = Object.entries(needs)
    .filter(([field, need]) => field !== 'reasonList' && need)
    .map(([field, need]) => (need === 'required' ? field : `${field}?`))
  const only = [
    ...conditions.map((condition) => condition.replaceAll('-', ' ')),
    ...(fourEyes ? ['four eyes'] : []),
    ...(validation ? [`${validation} validation`] : []),
    ...(personalData === 'content' && !needs.override?.includes('required') ? ['no identity numbers'] : []),
  ]
  return [
    code(action),
    kinds.length === 3 ? 'all' : kinds.join(', '),
    from.length === notErased.length ? 'any' : list(from),
    publicationFrom === null ? 'any' : list(publicationFrom),
    to === 'same' ? 'unchanged' : code(to),
    who.join(', '),
    asked.join(', ') || '–',
    effects[publication],
    only.join(', ') || '–',
  ]
}

const effects: Record<Transition['publication'], string> = {
  keep: 'unchanged',
  publish: 'written from the snapshot; by its dates',
  rewrite: 'written again',
  announce: 'status, at once',
  pin: 'pinned',
  unpin: 'not pinned',
  withdraw: 'withdrawn',
  unschedule: 'none',
  remove: 'removed',
  erase: 'erased',
  expire: 'expired',
  'take-down': 'live → withdrawn, scheduled → none',
  'remove-if-public': 'removed if it ever was public',
}

function possibleFor(who: 'author' | 'editor'): Action[] {
  return actions.filter((action) => {
    const { who: may, whileNotApproved } = transitions[action]
    const mayThen = whileNotApproved === 'all' || (who === 'editor' && whileNotApproved === 'editors')
    return mayThen && may.includes(who)
  })
}

function organisationRow(action: string, life: OrganisationTransition): string[] {
  const publicNow = {
    keep: 'unchanged',
    publish: 'profile published',
    hide: 'all hidden',
    show: 'shown again',
    end: 'all ends',
  }
  return [
    code(action),
    list(life.from),
    code(life.to),
    life.who.join(', '),
    life.message,
    publicNow[life.publication],
  ]
}

function toldRow([happening, row]: [string, HappeningRow]): string[] {
  if (typeof row === 'string') return [code(happening), `nobody: ${row}`, '']
  const told = addressees.flatMap((each) => {
    const telling = row[each]
    return telling ? [{ each, telling }] : []
  })
  const whom = told.map(({ each, telling }) =>
    telling.when === 'always' ? each : `${each}, unless by itself`,
  )
  return [
    code(happening),
    [...whom, ...(row.otherwise ? [`otherwise nobody: ${row.otherwise}`] : [])].join('; '),
    told.map(({ telling }) => nextStepLabels[telling.next].en).join('; '),
  ]
}

const code = (word: string): string => `\`${word}\``
const list = (words: readonly string[]): string => words.map(code).join(', ')
const languages = ({ sv, nb, en }: Labels): string[] => [sv, nb, en]

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
