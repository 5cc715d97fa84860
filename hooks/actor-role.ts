import type { FieldHook } from 'payload'

/**
 * The role title of the account that acted, as it is called now: what others may know of it. The log itself keeps the
 * account's id only, and an account without a role title stays unnamed.
 */
export const actorRole: FieldHook = async ({ data, req }) => {
  const actor = (data as { actor?: unknown } | undefined)?.actor
  if (typeof actor !== 'string' || actor === '') return null
  // One answer of the list names the same few accounts again and again.
  const known = (req.context.roleTitles ??= new Map()) as Map<string, Promise<string | null>>
  const found =
    known.get(actor) ??
    req.payload.db
      .findOne<{ id: string; roleTitle?: string | null }>({
        collection: 'accounts',
        where: { id: { equals: actor } },
        select: { roleTitle: true },
      })
      .then((account) => account?.roleTitle || null)
  known.set(actor, found)
  return found
}
