import { z } from 'zod'
import { holdsUnshowable } from '../shared/characters.js'
import { DomainError, type FieldFault } from '../shared/errors.js'

const text = z
  .string()
  .max(20_000)
  .refine((value) => !holdsUnshowable(value))
  .nullish()

/** Seconds for which a decision may be held. */
export const longestHold = 60

const shape = z.strictObject({
  revision: z.number().int().min(1).nullish(),
  message: text,
  note: text,
  reason: z.string().max(80).nullish(),
  explanation: text,
  edits: z.record(z.string(), z.unknown()).nullish(),
  override: z.string().max(80).nullish(),
  status: z.string().max(40).nullish(),
  occurrence: z.string().max(40).nullish(),
  /** Seconds to wait before the decision takes effect. */
  hold: z.number().int().min(1).max(longestHold).nullish(),
})
export type ActionInput = z.infer<typeof shape>

/** The words between editor and author: a correction may call them a note. */
export const messageOf = ({ message, note }: Pick<ActionInput, 'message' | 'note'>): string | null =>
  (message?.trim() ? message : note) ?? null

/** The body of an action as it was sent, or every fault of it by field. Nothing in it is repeated in the answer. */
export function readActionInput(body: unknown): ActionInput {
  const parsed = shape.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.flatMap((issue): FieldFault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field, code: 'unknown-field', message: 'There is no such field' }))
      : issue.code === 'custom'
        ? [
            {
              field: issue.path.join('.'),
              code: 'characters',
              message: 'This holds characters that cannot be shown',
            },
          ]
        : [{ field: issue.path.join('.') || 'body', code: 'wrong-type', message: wrongType(issue.path[0]) }],
  )
  throw new DomainError('invalid-input', 'Some of what was sent cannot be understood.', { faults })
}

function wrongType(field: PropertyKey | undefined): string {
  if (field === 'hold') return `A whole number of seconds between 1 and ${longestHold}`
  if (field === 'revision') return 'The whole number that the document was read with'
  return field === 'edits' ? 'An object with the fields to change' : 'A text'
}
