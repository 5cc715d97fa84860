import type { AfterErrorHook } from 'payload'
import { DomainError, type FieldFault } from '../src/shared/errors.js'

/**
 * The one translation of our errors into Payload's answers: the fields of a problem (RFC 9457), with `errors` in the
 * shape that Payload's own forms read, so that a form marks the fields and a machine reads the codes.
 */
export const answerErrors: AfterErrorHook = ({ error, result }) => {
  if (error instanceof DomainError || (error as unknown as { name?: string }).name === 'DomainError') {
    const fault = error as unknown as DomainError
    return { status: fault.status, response: problem(fault) as never }
  }
  // Words beside a picture come as JSON in a form, where the framework itself reads them.
  if ((error as { name?: string }).name === 'SyntaxError' && /JSON/.test(error.message ?? '')) {
    const fault = new DomainError('malformed-json', 'The words beside the file are not valid JSON.')
    return { status: fault.status, response: problem(fault) as never }
  }
  if (isDatabaseAway(error)) {
    const fault = new DomainError('unavailable', 'The database does not answer. Try again in a moment.')
    return { status: fault.status, response: problem(fault) as never }
  }
  const status = (error as { status?: number }).status ?? 500
  const faults = validationFaults(error)
  const message = result?.errors?.[0]?.message ?? 'Something went wrong.'
  return {
    status,
    response: {
      ...result,
      code: codeOf(status, faults),
      status,
      detail: message,
      errors: faults.length > 0 ? [formError(message, faults)] : (result?.errors ?? [{ message }]),
      faults,
    } as never,
  }
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

export function problem(fault: DomainError): Record<string, unknown> {
  return {
    ...fault.facts,
    type: `urn:torg:problem:${fault.code}`,
    status: fault.status,
    code: fault.code,
    detail: fault.message,
    faults: fault.faults,
    errors: [formError(fault.message, fault.faults)],
  }
}

const formError = (message: string, faults: FieldFault[]) =>
  faults.length === 0
    ? { message }
    : {
        name: 'ValidationError',
        message: `${message} ${faults.map((each) => `${each.field}: ${each.message}`).join('; ')}`,
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
