/**
 * Every way in which Torg says no. `code` is stable and part of the contract with clients; the sentence tells the
 * person what can be done next and never repeats what was typed.
 */
export const errorCodes = {
  'not-logged-in': 401,
  'wrong-credentials': 401,
  'second-factor-required': 401,
  'second-factor-wrong': 401,
  'new-password-required': 401,
  'enrolment-required': 401,
  'role-account-required': 403,
  'not-allowed': 403,
  'organisation-not-approved': 403,
  'municipality-closed': 403,
  'surface-not-allowed': 403,
  'four-eyes': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'revision-conflict': 409,
  'not-possible-in-this-state': 409,
  'field-conflict': 409,
  'already-appealed': 409,
  duplicate: 409,
  gone: 410,
  'resync-required': 410,
  'too-large': 413,
  'not-acceptable': 406,
  'unsupported-media-type': 415,
  'invalid-input': 422,
  incomplete: 422,
  'personal-data': 422,
  'malformed-json': 400,
  'malformed-request': 400,
  'bad-parameter': 400,
  'unknown-parameter': 400,
  'query-too-large': 400,
  'malformed-query': 400,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorCodes

/** One fault of one field; `field` is a path with dots (`recurrence.rule`), `code` is stable, `message` is a sentence. */
export interface FieldFault {
  field: string
  code: string
  message: string
}

/** As many faults are told at once: whoever mends these is told of the next. */
export const mostFaults = 50

export class DomainError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly faults: FieldFault[]
  /** What the client needs to go on: for a conflict the current state and revision and the fields that changed. */
  readonly facts: Record<string, unknown>

  constructor(
    code: ErrorCode,
    message: string,
    options: { faults?: FieldFault[]; facts?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.status = errorCodes[code]
    this.faults = options.faults ?? []
    this.facts = options.facts ?? {}
  }
}

/** One answer for what does not exist and for what an account must not know of. */
export const nothingHere = () =>
  new DomainError('not-found', 'There is nothing here that your account can see.')
