import { STATUS_CODES } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { DomainError, FieldFault } from '../shared/errors.js'

/** An error as clients get it, RFC 9457; `code` and `errors` are ours, and an error's facts stand beside them. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  errors: FieldFault[]
  [fact: string]: unknown
}

export const problemType = 'application/problem+json; charset=utf-8'

export function problemOf(error: DomainError): Problem {
  return {
    ...error.facts,
    type: `urn:torg:problem:${error.code}`,
    title: STATUS_CODES[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail: error.message,
    errors: error.faults,
  }
}

/** Answers with a problem. Nothing is cached unless the caller has set `Cache-Control` itself. */
export function sendProblem(response: ServerResponse, error: DomainError, withBody = true): void {
  const body = Buffer.from(JSON.stringify(problemOf(error)))
  response.statusCode = error.status
  response.setHeader('Content-Type', problemType)
  response.setHeader('Content-Length', body.length)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store')
  response.end(withBody ? body : undefined)
}
