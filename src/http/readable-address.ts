import type { RequestHandler } from 'express'
import { DomainError } from '../shared/errors.js'
import { sendProblem } from './problem.js'

/** Refuses an address whose escapes are no UTF-8, before what is behind takes it for a fault of its own. */
export const readableAddress: RequestHandler = (request, response, next) => {
  try {
    decodeURIComponent(request.path)
  } catch {
    return void sendProblem(response, new DomainError('malformed-request', 'The address cannot be read.'))
  }
  next()
}
