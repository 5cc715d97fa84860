import type { Payload } from 'payload'
import type { OwnText } from '../moderation/decision-texts.js'
import { usualTimes, type HouseTimes } from '../moderation/house-rules.js'
import type { Settings } from '../moderation/decision.js'
import type { OrganisationState, Trust } from '../organisations/life.js'
import { surfaceTakenFrom } from '../organisations/may-publish.js'
import { labelsOf } from '../feed/projections/registers.js'
import { publicName } from './snapshot.js'
import type { Write } from './together.js'
import { surfaceOf, type ModeratedKind, type WorkingDocument } from './working-document.js'

/** What a decision asks of the municipality and the organisation, as they are now. */
export interface Surroundings {
  settings: Settings
  municipality: {
    id: string
    slug: string
    country: string
    zone: string
    languages: string[]
    defaultPostDays: number
    audiences: string[]
    areas: string[]
    /** Words of its own for decisions. */
    decisionTexts: OwnText[]
  }
  times: HouseTimes
  organisation: { id: string; name: string; dailyLimit: number | null }
}

type Row = Record<string, unknown> & { id: string }
const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [])
const codes = (rows: unknown) => (Array.isArray(rows) ? (rows as Row[]).map((each) => String(each.code)) : [])
const numberOr = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise)

const ownTexts = (rows: unknown): OwnText[] =>
  (Array.isArray(rows) ? (rows as Row[]) : []).map((row) => ({
    use: row.use as OwnText['use'],
    reason: String(row.reason),
    texts: labelsOf(row.texts),
  }))

/** The times that a municipality has set, or the usual ones. */
export const timesOf = (municipality: Row): HouseTimes => ({
  leadDays: numberOr(municipality.leadTimeDays, usualTimes.leadDays),
  decisionDays: numberOr(municipality.decisionTimeDays, usualTimes.decisionDays),
  country: String(municipality.country) as HouseTimes['country'],
  zone: String(municipality.zone),
})

export async function surroundingsOf(
  payload: Payload,
  kind: ModeratedKind,
  document: Pick<WorkingDocument, 'municipality' | 'organisation'>,
  write: Write | undefined,
): Promise<Surroundings> {
  const one = (collection: 'municipalities' | 'organisations', id: string) =>
    payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, req: write })
  const municipality = await one('municipalities', document.municipality)
  const organisation = await one('organisations', document.organisation)
  if (!municipality || !organisation) throw new Error(`${kind} without its municipality or organisation`)
  const surface = surfaceOf[kind]
  const mode =
    kind === 'event' ? municipality.modeCalendar : kind === 'post' ? municipality.modeCommunity : 'pre'
  return {
    settings: {
      mode: mode === 'post' ? 'post' : 'pre',
      trust: (organisation.trust as Trust | null) ?? 'standard',
      organisationState: (organisation.life as OrganisationState | null) ?? 'applied',
      organisationIsUnit: organisation.kind === 'unit',
      surfaceTakenFrom: surfaceTakenFrom(surface, {
        organisation: list(organisation.surfaces),
        municipality: list(municipality.surfaces),
      }),
      municipalityActive: municipality.active === true,
      editorsMayPublish: municipality.editorsMayPublish === true,
      houseRules: (Array.isArray(municipality.houseRules) ? (municipality.houseRules as Row[]) : [])
        .map((rule) => ({
          code: String(rule.code),
          wording: labelsOf(rule.wording),
          surfaces: list(rule.surfaces),
        }))
        .filter((rule) => !surface || rule.surfaces.length === 0 || rule.surfaces.includes(surface)),
    },
    municipality: {
      id: String(municipality.id),
      slug: String(municipality.slug),
      country: String(municipality.country),
      zone: String(municipality.zone),
      languages: list(municipality.languages),
      defaultPostDays: numberOr(municipality.defaultPostDays, 90),
      audiences: codes(municipality.audiences),
      areas: codes(municipality.areas),
      decisionTexts: ownTexts(municipality.decisionTexts),
    },
    times: timesOf(municipality),
    organisation: {
      id: String(organisation.id),
      name: publicName(organisation),
      dailyLimit: typeof organisation.dailyLimit === 'number' ? organisation.dailyLimit : null,
    },
  }
}
