import type { Payload } from 'payload'
import type { HouseRule } from '../../moderation/reasons.js'
import { labelsOf } from '../../feed/projections/registers.js'
import { withIds } from '../../shared/every-row.js'
import { idAlways } from '../../shared/reference.js'

/** What the desk must know of an organisation that somebody writes for, and of its municipality. */
export interface DeskHome {
  id: string
  municipality: string
  name: string
  life: string
  confirmedAt: string | null
  slug: string
  zone: string
  houseRules: HouseRule[]
  /** Whether citizens see what is public of it: it is approved and its municipality open. */
  shows: boolean
}

type Row = Record<string, unknown> & { id: string }

/** The organisations by id, in the order of their names. Read as the system: their own people may know this much. */
export async function deskHomes(payload: Payload, organisations: readonly string[]): Promise<DeskHome[]> {
  const rows = async (
    collection: 'organisations' | 'municipalities',
    ids: readonly string[],
    select: object,
  ): Promise<Row[]> =>
    ids.length === 0
      ? []
      : (
          await payload.db.find<Row>({
            collection,
            where: withIds(ids),
            select: select as never,
            limit: ids.length,
            pagination: false,
          })
        ).docs
  const own = await rows('organisations', organisations, {
    name: true,
    life: true,
    municipality: true,
    confirmedAt: true,
  })
  const towns = await rows('municipalities', [...new Set(own.map((one) => idAlways(one.municipality)))], {
    slug: true,
    zone: true,
    active: true,
    houseRules: true,
  })
  return own
    .flatMap((one): DeskHome[] => {
      const town = towns.find((each) => String(each.id) === idAlways(one.municipality))
      if (!town) return []
      const rules = Array.isArray(town.houseRules) ? (town.houseRules as Row[]) : []
      return [
        {
          id: String(one.id),
          municipality: String(town.id),
          name: String(one.name ?? ''),
          life: String(one.life),
          confirmedAt: one.confirmedAt ? new Date(one.confirmedAt as string).toISOString() : null,
          slug: String(town.slug),
          zone: String(town.zone),
          houseRules: rules.map((rule) => ({
            code: String(rule.code),
            wording: labelsOf(rule.wording),
            surfaces: [],
          })),
          shows: one.life === 'approved' && town.active === true,
        },
      ]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
