import { QueryError, type CollectionBeforeOperationHook } from 'payload'
import { orderFault, questionFault } from '../src/editorial/question-faults.js'
import { DomainError } from '../src/shared/errors.js'
import { askedFromOutside } from './asked-from-outside.js'

/**
 * Refuses from outside the questions that reach into other documents, or that databases break on. The admin's lists show
 * nothing then: they know no other refusal.
 */
export const refuseForeignPaths: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if (!askedFromOutside(req, args as object)) return args
  const { where, sort } = args as { where?: unknown; sort?: unknown }
  const fault =
    questionFault(collection.flattenedFields, where) ?? orderFault(collection.flattenedFields, sort)
  if (!fault) return args
  throw req.payloadAPI === 'REST' ? new DomainError('bad-parameter', fault) : new QueryError([])
}
