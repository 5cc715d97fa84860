import type { CollectionBeforeOperationHook } from 'payload'
import { orderFault, questionFault } from '../src/editorial/question-faults.js'
import { DomainError } from '../src/shared/errors.js'

/** Refuses over HTTP the questions that reach into other documents, or that databases break on. */
export const refuseForeignPaths: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if (req.payloadAPI !== 'REST') return args
  const { where, sort } = args as { where?: unknown; sort?: unknown }
  const fault =
    questionFault(collection.flattenedFields, where) ?? orderFault(collection.flattenedFields, sort)
  if (fault) throw new DomainError('bad-parameter', fault)
  return args
}
