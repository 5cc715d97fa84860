import type { FieldFault } from '../shared/errors.js'
import type { DecisionInput, Settings } from './decision.js'
import { type HouseRule, type ReasonChoice, reasonChoices, reasonLists } from './reasons.js'
import { type Action, announcedStatuses, longestText } from './states.js'
import type { Need, Needs, Transition, Who } from './transition.js'

/** One thing that a form asks for. */
export interface FormNeed {
  field: keyof DecisionInput
  required: boolean
  /** The closed choices of a reason or status. */
  choices?: ReasonChoice[]
}

/** The input with empty texts taken for absent, and a note taken for the message of a correction. */
interface Given {
  message?: string
  reason?: string
  explanation?: string
  edits?: boolean
  status?: string
  occurrence?: string
  override?: string
}

/**
 * What the row asks of somebody who acts in this capacity. An author gives a closed reason for a withdrawal and no
 * words, because her words would be public without having been approved; an editor gives a reason or an explanation.
 */
export function needsFor(action: Action, row: Transition, as: Who): Needs {
  if (action === 'withdraw' && as === 'author') return { ...row.needs, explanation: undefined }
  return row.needs
}

const fields = ['override', 'message', 'reason', 'explanation', 'edits', 'status', 'occurrence'] as const

export function formFor(
  action: Action,
  row: Transition,
  as: Who,
  houseRules: readonly HouseRule[],
): FormNeed[] {
  const needs = needsFor(action, row, as)
  return fields.flatMap((field) => {
    const need: Need | undefined = needs[field]
    if (!need) return []
    const form: FormNeed = { field, required: need === 'required' && !eitherOr(action, as, field) }
    if (field === 'reason' && needs.reasonList) form.choices = reasonChoices(needs.reasonList, houseRules)
    if (field === 'override') form.choices = reasonChoices('override', houseRules)
    if (field === 'status')
      form.choices = announcedStatuses.map((code) => ({ code, label: announcedLabels[code] }))
    return [form]
  })
}

/** An editor withdraws with a closed reason or an explanation for citizens, so neither alone is required. */
function eitherOr(action: Action, as: Who, field: string): boolean {
  return action === 'withdraw' && as !== 'author' && field === 'reason'
}

/** 422: everything that is missing, too long, not in its closed list, or not taken by this action. */
export function missingFrom(
  action: Action,
  row: Transition,
  as: Who,
  input: DecisionInput,
  settings: Settings,
): FieldFault[] {
  const needs = needsFor(action, row, as)
  const given = clean(action, input)
  const faults: FieldFault[] = []
  const fault = (field: string, code: string, message: string): void =>
    void faults.push({ field, code, message })

  for (const field of fields) {
    const present = given[field] !== undefined && given[field] !== false
    if (present && !needs[field]) fault(field, 'not-taken', `This action takes no ${field}.`)
    if (
      !present &&
      needs[field] === 'required' &&
      !eitherOr(action, as, field) &&
      !reasonSpared(action, field, given)
    )
      fault(field, 'required', sentences[field])
  }
  if (action === 'withdraw' && as !== 'author' && !given.reason && !given.explanation)
    fault('reason', 'required', 'Choose a reason, or write an explanation for citizens.')
  if (given.reason && needs.reasonList) {
    const codes = reasonChoices(needs.reasonList, settings.houseRules).map(({ code }) => code)
    if (!codes.includes(given.reason))
      fault('reason', 'unknown-code', `The reason is one of ${codes.join(', ')}.`)
  }
  if (given.override && needs.override && !(given.override in reasonLists.override))
    fault('override', 'unknown-code', `The reason is one of ${Object.keys(reasonLists.override).join(', ')}.`)
  if (given.status && needs.status && !(announcedStatuses as readonly string[]).includes(given.status))
    fault(
      'status',
      'unknown-code',
      `The status is one of ${announcedStatuses.join(', ')}; anything else goes through review.`,
    )
  if (given.occurrence && needs.occurrence && !isOccurrence(given.occurrence))
    fault('occurrence', 'format', 'An occurrence is named by its original start, as an instant or a date.')
  const note = input.note?.trim()
  // It is another name for the message of a correction, for which nothing else is taken.
  if (note && (action !== 'correct' || input.message?.trim()))
    fault('note', 'not-taken', 'Only a correction takes a note, and then no message.')
  for (const field of ['message', 'explanation'] as const)
    if ((given[field]?.length ?? 0) > longestText[field])
      fault(field, 'too-long', `The text can have at most ${longestText[field]} characters.`)
  return faults
}

/** Taking a cancellation back needs no reason: nothing is shown any more. */
function reasonSpared(action: Action, field: string, given: Given): boolean {
  return action === 'announce' && field === 'reason' && given.status === 'scheduled'
}

function clean(action: Action, input: DecisionInput): Given {
  const text = (value: string | null | undefined): string | undefined => value?.trim() || undefined
  const message = text(input.message) ?? (action === 'correct' ? text(input.note) : undefined)
  return {
    message,
    reason: text(input.reason),
    explanation: text(input.explanation),
    edits: input.edits,
    status: text(input.status),
    occurrence: text(input.occurrence),
    override: text(input.override),
  }
}

function isOccurrence(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}

const sentences: Record<(typeof fields)[number], string> = {
  message: 'Write a message: it tells the other side what happens and why.',
  reason: 'Choose a reason from the list.',
  explanation: 'Write an explanation for citizens.',
  edits: 'Make the change first.',
  status: 'Choose the new status.',
  occurrence: 'Choose the occurrence.',
  override: 'Say why the number may stand there.',
}

/** The statuses that an author announces, in words. */
export const announcedLabels = {
  cancelled: { sv: 'Inställt', nb: 'Avlyst', en: 'Cancelled' },
  postponed: { sv: 'Uppskjutet', nb: 'Utsatt', en: 'Postponed' },
  scheduled: { sv: 'Blir av som planerat', nb: 'Går som planlagt', en: 'On again as planned' },
} satisfies Record<(typeof announcedStatuses)[number], ReasonChoice['label']>
