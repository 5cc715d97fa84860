import type { Payload } from 'payload'
import { confirmationStanding } from '../../moderation/confirmation.js'
import {
  deskGroups,
  type DeskGroup,
  type DeskOrganisation,
  type DeskOverview,
  type DeskPage,
} from '../../moderation/desk.js'
import { DomainError } from '../../shared/errors.js'
import type { Actor } from '../../tenancy/actor.js'
import { isOrganisationAdminOf, organisationsOf } from '../../tenancy/membership.js'
import { offersTo } from '../members/hand-overs.js'
import { readInbox } from '../notices/read-inbox.js'
import type { Reader } from '../queue/queue-rows.js'
import { deskHomes, type DeskHome } from './desk-homes.js'
import { readComing } from './read-coming.js'
import { readGroup } from './read-group.js'

/** So many of the latest notices lie on the desk; all of them are a list of their own. */
const noticesShown = 5

async function homesOf(payload: Payload, actor: Actor): Promise<DeskHome[]> {
  const organisations = organisationsOf(actor)
  if (organisations.length === 0)
    throw new DomainError('not-allowed', 'Only those who write for an organisation have a desk.')
  return deskHomes(payload, organisations)
}

/** Everything of an association at a glance: what it must do, what waits, what citizens see, what it was told. */
export async function readDesk(
  payload: Payload,
  actor: Actor,
  user: Reader,
  now: Date,
): Promise<DeskOverview> {
  const homes = await homesOf(payload, actor)
  const pages = await Promise.all(
    deskGroups.map(async (group) => [group, await readGroup(payload, group, homes, null, now)] as const),
  )
  return {
    organisations: await asked(payload, actor, homes, now),
    mayWrite: homes.some(({ shows }) => shows),
    zone: homes[0]?.zone ?? 'Europe/Stockholm',
    coming: await readComing(payload, homes, now),
    groups: Object.fromEntries(pages) as Record<DeskGroup, DeskPage>,
    notices: (await readInbox(payload, actor, user, { page: 1, unreadOnly: false })).notices.slice(
      0,
      noticesShown,
    ),
  }
}

/** What the organisations ask of this account: the yearly confirmation, an answer to being offered one. */
async function asked(
  payload: Payload,
  actor: Actor,
  homes: readonly DeskHome[],
  now: Date,
): Promise<DeskOrganisation[]> {
  const offers = await offersTo(payload, actor.account, now)
  return homes.map(({ id, name, life, confirmedAt, shows, municipality }) => {
    const leads = isOrganisationAdminOf(actor, { municipality, organisation: id })
    const { dueAt, standing } = confirmationStanding(confirmedAt ?? now.toISOString(), now)
    return {
      id,
      name,
      life,
      confirm: leads && shows && standing !== 'good' ? { dueAt, overdue: standing === 'overdue' } : null,
      offeredBy: offers.get(id) ?? null,
    }
  })
}

/** The next page of one group. */
export async function readDeskPage(
  payload: Payload,
  actor: Actor,
  { group, cursor }: { group: DeskGroup; cursor: string | null },
  now: Date,
): Promise<DeskPage> {
  return readGroup(payload, group, await homesOf(payload, actor), cursor, now)
}
