import type { Payload } from 'payload'
import { requireTaken } from '../shared/not-taken.js'
import { DomainError, nothingHere } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import { isOperator } from '../tenancy/membership.js'
import type { ActionInput } from './action-input.js'
import { fanOutSoon } from './fan-out.js'
import type { ActionList } from './list-actions.js'
import { municipalityKey, oneAtATime } from './one-at-a-time.js'
import { addressesOf } from './notices/tell.js'
import { deriveRegister, municipalitySlug, registerOutbox } from './registers.js'
import { together } from './together.js'

/** What an operator does with a municipality: whether it is open before and after, and the words on the button. */
const actions = {
  close: {
    from: true,
    to: false,
    label: { sv: 'Stäng kommunen', nb: 'Steng kommunen', en: 'Close the municipality' },
  },
  reopen: {
    from: false,
    to: true,
    label: { sv: 'Öppna kommunen igen', nb: 'Åpne kommunen igjen', en: 'Reopen the municipality' },
  },
} as const
type MunicipalityAction = keyof typeof actions

/** What this account may do with a municipality now, in the shape in which documents answer it. */
export async function listMunicipalityActions(
  payload: Payload,
  id: string,
  actor: Actor,
): Promise<Pick<ActionList, 'state' | 'revision' | 'actions'>> {
  const row = await payload.db.findOne<{ id: string; revision?: number; active?: boolean }>({
    collection: 'municipalities',
    where: { id: { equals: id } },
  })
  const reaches = isOperator(actor) || actor.memberships.some(({ municipality }) => municipality === id)
  if (!row || !reaches) throw nothingHere()
  const open = row.active !== false
  const possible = (Object.keys(actions) as MunicipalityAction[]).filter(
    (name) => isOperator(actor) && actions[name].from === open,
  )
  return {
    state: open ? 'open' : 'closed',
    revision: Number(row.revision ?? 1),
    actions: possible.map((action) => ({ action, label: actions[action].label, needs: [] })),
  }
}

/** Closing hides everything of a municipality at once, by one flag; reopening brings back what is still valid. */
export async function actOnMunicipality(
  payload: Payload,
  id: string,
  action: string,
  actor: Actor,
  input: ActionInput,
): Promise<{ active: boolean; revision: number }> {
  if (!isOperator(actor))
    throw new DomainError('not-allowed', 'Only an operator closes and reopens municipalities.')
  if (action !== 'close' && action !== 'reopen')
    throw new DomainError('not-found', 'There is no such action.')
  requireTaken(input, ['revision'])
  const { from, to } = actions[action]
  const slug = await municipalitySlug(payload, id)
  if (!slug) throw new DomainError('not-found', 'There is no such municipality.')
  const result = await oneAtATime(municipalityKey(slug), () =>
    together(payload, async (write) => {
      const row = await payload.db.findOne<{ id: string; revision: number; active: boolean }>({
        collection: 'municipalities',
        where: { id: { equals: id } },
        req: write,
      })
      const revision = Number(row?.revision ?? 1) + 1
      if (input.revision && input.revision !== row?.revision)
        throw new DomainError('revision-conflict', 'Somebody else changed this in the meantime.', {
          facts: { revision: row?.revision },
        })
      const outbox = {
        ...registerOutbox(action, revision, actor, new Date()),
        from: from ? 'open' : 'closed',
        to: to ? 'open' : 'closed',
        tell: addressesOf(action, { organisation: null }),
      }
      const won = await payload.db.updateOne({
        collection: 'municipalities',
        where: { and: [{ id: { equals: id } }, { active: { equals: from } }] },
        data: { active: to, revision, outbox, outboxCause: outbox.cause },
        options: { atomic: true },
        req: write,
      } as unknown as Parameters<Payload['db']['updateOne']>[0])
      if (!won) {
        throw new DomainError(
          'not-possible-in-this-state',
          from ? 'The municipality is closed already.' : 'The municipality is open already.',
        )
      }
      await deriveRegister(payload, 'municipality', id, slug, write)
      return { active: to, revision }
    }),
  )
  fanOutSoon(payload)
  return result
}
