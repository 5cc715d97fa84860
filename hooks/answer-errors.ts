import type { AfterErrorHook } from 'payload'
import { DomainError, type FieldFault } from '../src/shared/errors.js'

/** Words for people; a machine reads the codes. `language` is that of the admin. */
export interface FormWords {
  refusal(problem: { code: string; detail: string }, language: string): string
  fault(fault: FieldFault, language: string): string
}

/**
 * The one translation of our errors into Payload's answers: the fields of a problem (RFC 9457), in English, with `errors`
 * in the shape that Payload's own forms read, in the language of the account, so that a form marks the fields.
 */
export const answerErrors =
  (words: FormWords): AfterErrorHook =>
  ({ error, result, req }) => {
    const language = req.i18n?.language ?? 'en'
    const fault = asDomainError(error) ?? askedByNobody(error, req.user)
    if (fault) {
      const { retryAfter } = fault.facts
      // RFC 9110, 10.2.3.
      if (typeof retryAfter === 'number') req.responseHeaders = comeBackAfter(retryAfter)
      return { status: fault.status, response: problem(fault, words, language) as never }
    }
    const status = (error as { status?: number }).status ?? 500
    const faults = validationFaults(error)
    const message = result?.errors?.[0]?.message ?? 'Something went wrong.'
    const errors = faults.length > 0 ? [formError(message, faults)] : (result?.errors ?? [{ message }])
    const code = codeOf(status, faults)
    return {
      status,
      response: {
        ...result,
        code,
        status,
        detail: message,
        errors: status >= 500 ? [{ message: words.refusal({ code, detail: message }, language) }] : errors,
        faults,
      } as never,
    }
  }

/** To whoever is not logged in the framework says that it is forbidden; what helps is to log in. */
const askedByNobody = (error: unknown, user: unknown): DomainError | null =>
  !user && (error as { status?: number }).status === 403
    ? new DomainError('not-logged-in', 'Log in first.')
    : null

const comeBackAfter = (seconds: number) =>
  new Headers({ 'Retry-After': String(seconds), 'Content-Type': 'application/problem+json; charset=utf-8' })

function asDomainError(error: unknown): DomainError | null {
  const { name, message } = error as { name?: string; message?: string }
  // By name: Next loads this module a second time.
  if (error instanceof DomainError || name === 'DomainError') return error as DomainError
  // Words beside a picture come as JSON in a form, where the framework itself reads them.
  if (name === 'SyntaxError' && /JSON/.test(message ?? ''))
    return new DomainError('malformed-json', 'The words beside the file are not valid JSON.')
  if (isDatabaseAway(error))
    return new DomainError('unavailable', 'The database does not answer. Try again in a moment.')
  return null
}

/** MongoDB's driver says by name or label that the server went away; whether a write arrived is for the sender to look. */
const isDatabaseAway = (error: unknown): boolean => {
  const { name, hasErrorLabel } = error as { name?: string; hasErrorLabel?: (label: string) => boolean }
  if (
    /^Mongo(Network|NetworkTimeout|ServerSelection|PoolCleared|NotConnected|TopologyClosed)\w*Error$/.test(
      name ?? '',
    )
  )
    return true
  return ['UnknownTransactionCommitResult', 'RetryableWriteError'].some(
    (label) => typeof hasErrorLabel === 'function' && hasErrorLabel.call(error, label),
  )
}

function problem(fault: DomainError, words: FormWords, language: string): Record<string, unknown> {
  const { code, message: detail } = fault
  const said = fault.faults.map((each) => ({ ...each, message: words.fault(each, language) }))
  return {
    ...fault.facts,
    type: `urn:torg:problem:${fault.code}`,
    status: fault.status,
    code: fault.code,
    detail: fault.message,
    faults: fault.faults,
    errors: [formError(words.refusal({ code, detail }, language), said)],
  }
}

const formError = (message: string, faults: FieldFault[]) =>
  faults.length === 0
    ? { message }
    : {
        name: 'ValidationError',
        message: `${message} ${faults.map((each) => each.message).join(' ')}`,
        data: {
          errors: faults.map((each) => ({ path: each.field, message: each.message, code: each.code })),
        },
      }

function validationFaults(error: unknown): FieldFault[] {
  const errors = (error as { data?: { errors?: { path?: string; message?: string }[] } }).data?.errors
  return Array.isArray(errors)
    ? errors.map((each) => ({
        field: String(each.path ?? ''),
        code: 'invalid',
        message: String(each.message ?? ''),
      }))
    : []
}

function codeOf(status: number, faults: FieldFault[]): string {
  if (faults.length > 0) return 'invalid-input'
  const codes: Record<number, string> = {
    400: 'malformed-request',
    401: 'not-logged-in',
    403: 'not-allowed',
    404: 'not-found',
    413: 'too-large',
    429: 'too-many-requests',
  }
  return codes[status] ?? (status >= 500 ? 'internal' : 'malformed-request')
}
