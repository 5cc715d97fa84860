import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { contentFields } from '../src/editorial/content.js'
import { refuseNumbersIn } from '../src/editorial/refuse-numbers.js'

/** Whose format is checked by a rule of its own, which knows identity numbers too. */
const checkedElsewhere = ['organisationNumber']
/** Drafts are their author's; these fields are checked when they are submitted. */
const drafts: Partial<Record<string, readonly string[]>> = {
  events: contentFields.event,
  posts: contentFields.post,
  organisations: contentFields.organisation,
}

/**
 * Refuses an identity number in any text that is stored, and soon public, as it is saved: places, alt texts, categories,
 * settings, titles of accounts. Needs `keepSent` before it.
 */
export const refuseIdentityNumbers: CollectionBeforeValidateHook = ({ collection, data, req }) => {
  if (!actorOf(req) || req.context.asSystem === true) return data
  const known = new Set(collection.flattenedFields.map(({ name }) => name))
  const left = [...checkedElsewhere, ...(drafts[collection.slug] ?? [])]
  const sent = Object.entries((req.context.sent ?? {}) as Record<string, unknown>)
  const words = sent.filter(([name]) => known.has(name) && !left.includes(name))
  refuseNumbersIn(Object.fromEntries(words), new Date())
  return data
}
