import type { SanitizedConfig, ServerFunctionClientArgs } from 'payload'

/**
 * A call of the form without Payload's own question whether the document changed since it was opened, for documents
 * that carry a revision. Payload would cover the form with a notice whose only way out throws the edits away, and
 * would do so after an account's own decision as well; a save on an old revision is answered with what changed
 * instead, and the edits stay.
 */
export function withoutStaleNotice(
  call: ServerFunctionClientArgs,
  { collections }: Pick<SanitizedConfig, 'collections'>,
): ServerFunctionClientArgs {
  if (call.name !== 'form-state' || !call.args.checkForStaleData) return call
  const collection = collections.find(({ slug }) => slug === call.args.collectionSlug)
  const answersConflicts = collection?.flattenedFields.some(({ name }) => name === 'revision') ?? false
  return answersConflicts ? { ...call, args: { ...call.args, checkForStaleData: false } } : call
}
