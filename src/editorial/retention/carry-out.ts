import type { CollectionSlug, Payload } from 'payload'
import type { Planned } from '../../privacy/retention/plan.js'
import type { RetentionCategory } from '../../privacy/retention/retention-table.js'
import type { Clock } from '../../shared/clock.js'
import { discardPictures } from '../discard-pictures.js'
import { takeAction } from '../take-action.js'
import { collectionOf, loadWorkingDocument, type ModeratedKind } from '../working-document.js'
import { rowsOf, type Row } from './candidates.js'

interface Carrying {
  carry(payload: Payload, ids: readonly string[], clock: Clock): Promise<void>
  /** Which of them are as they were: the proof counts what is gone, not what was tried. */
  left(payload: Payload, ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Of what people work with, one at a time, so that each is looked at anew the moment before. */
  single?: true
}

const withId = (ids: readonly string[]) => ({ id: { in: [...ids] } })

/** Those of some rows that are still there, or of which something is. */
async function those(
  payload: Payload,
  collection: string,
  ids: readonly string[],
  columns: readonly string[],
  still: (row: Row) => boolean = () => true,
): Promise<string[]> {
  const rows = await rowsOf(payload, collection, withId(ids), columns)
  return rows.filter(still).map(({ id }) => String(id))
}

const deleting = (collection: string): Carrying => ({
  async carry(payload, ids) {
    await payload.db.deleteMany({ collection: collection as CollectionSlug, where: withId(ids) })
  },
  left: async (payload, ids) => new Set(await those(payload, collection, ids, ['updatedAt'])),
})

/** Empties a few columns; `still` says whether there is anything in them. */
const emptying = (
  collection: string,
  data: Record<string, unknown>,
  still: (row: Row) => boolean,
): Carrying => ({
  async carry(payload, ids) {
    for (const id of ids)
      await payload.db.updateOne({
        collection: collection as CollectionSlug,
        where: { id: { equals: id } },
        data,
      })
  },
  left: async (payload, ids) => new Set(await those(payload, collection, ids, Object.keys(data), still)),
})

/** Content goes by an action of the moderation table, as everything that moves a state: logged, and told as gone. */
const forgetting = (...kinds: ModeratedKind[]): Carrying => ({
  single: true,
  async carry(payload, ids, clock) {
    for (const id of ids) {
      for (const kind of kinds) {
        const document = await loadWorkingDocument(payload, kind, id)
        if (!document || document.state === 'erased') continue
        await takeAction(payload, { kind, id, action: 'forget', actor: null, input: {}, clock })
      }
      if (kinds.includes('organisation'))
        await payload.db.deleteMany({ collection: 'memberships', where: { organisation: { equals: id } } })
    }
  },
  async left(payload, ids) {
    const still = new Set<string>()
    for (const kind of kinds)
      for (const id of await those(
        payload,
        collectionOf[kind],
        ids,
        ['state'],
        ({ state }) => state !== 'erased',
      ))
        still.add(id)
    return still
  },
})

const discarding: Carrying = {
  ...deleting('media'),
  single: true,
  async carry(payload, ids) {
    for (const id of ids)
      await payload.db.updateOne({
        collection: 'media',
        where: { id: { equals: id } },
        data: { discarded: true },
      })
    await discardPictures(payload)
  },
}

/** With an account go its memberships, credentials, sessions and codes; what it did stays in the log, by id. */
const deletingAccounts: Carrying = {
  ...deleting('accounts'),
  single: true,
  async carry(payload, ids, clock) {
    for (const id of ids) {
      // As the system: the time that the table gives is over. The account's own hook puts it into the log.
      await payload
        .delete({
          collection: 'accounts',
          id,
          overrideAccess: true,
          context: { asSystem: true, forgottenAt: clock.now() },
        })
        .catch((error: unknown) => {
          if ((error as { status?: number }).status !== 404) throw error
        })
    }
  },
}

const noConsent = { consent: { scope: null, reference: null, validUntil: null } }
const anyConsent = ({ consent }: Row) => {
  const { scope, reference } = (consent ?? {}) as { scope?: unknown; reference?: unknown }
  return Boolean(scope) || Boolean(reference)
}

/** What is done with what is due, category by category. The log is cut by `carry-out-log`, line by line. */
const carrying: Partial<Record<RetentionCategory, Carrying>> = {
  content: forgetting('event', 'post'),
  drafts: forgetting('event', 'post'),
  applications: forgetting('organisation'),
  leftOrganisations: forgetting('organisation'),
  applicationReferences: emptying('organisations', { applicationReference: null }, (row) =>
    Boolean(row.applicationReference),
  ),
  history: deleting('revisions'),
  notices: deleting('notices'),
  explanations: emptying('publications', { explanation: null }, (row) => Boolean(row.explanation)),
  consents: emptying('media', noConsent, anyConsent),
  pictures: discarding,
  accounts: deletingAccounts,
  sessions: deleting('sessions'),
  codes: deleting('one-time-codes'),
  preferences: deleting('payload-preferences'),
  webhookMessages: deleting('webhook-deliveries'),
  runs: deleting('retention-runs'),
  jobs: deleting('payload-jobs'),
  locks: deleting('payload-locked-documents'),
}

export const carryingOf = (category: RetentionCategory): Carrying => carrying[category]!

/** So many are carried out before it is written down. */
export const portionOf = (category: RetentionCategory): number => (carrying[category]?.single ? 1 : 50)

export const idsOf = (some: readonly Planned[]): string[] => some.map(({ id }) => id)
