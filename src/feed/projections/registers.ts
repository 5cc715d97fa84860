import { ownPeriodsOf } from '../../privacy/retention/own-periods.js'
import type { ProfileContent } from '../../organisations/profile-content.js'
import type {
  CategoryData,
  Labels,
  MunicipalityData,
  OrganisationData,
  PictureFacts,
  PlaceData,
} from '../../publication/public-data.js'

/** The public facts of an organisation: its approved profile, and of its contact what it opted in for. */
export function projectOrganisation(
  organisation: {
    id: string
    kind: OrganisationData['organisationKind']
    surfaces: OrganisationData['surfaces']
  },
  profile: ProfileContent,
  logo: PictureFacts | null,
): OrganisationData {
  const { contact } = profile
  return {
    kind: 'organisation',
    id: organisation.id,
    name: profile.name ?? '',
    organisationKind: organisation.kind,
    description: profile.description,
    contact: {
      email: contact.emailPublic ? contact.email : null,
      phone: contact.phonePublic ? contact.phone : null,
      website: contact.websitePublic ? contact.website : null,
    },
    logo,
    surfaces: organisation.surfaces,
  }
}

type Row = Record<string, unknown>
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const surfacesOf = (value: unknown) => (Array.isArray(value) ? value : []) as ('calendar' | 'community')[]
const reference = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(typeof value === 'object' ? (value as Row).id : value)

/** `[{language, text}]` as a map from language to text. */
export function labelsOf(rows: unknown): Labels {
  return Object.fromEntries(
    (Array.isArray(rows) ? (rows as Row[]) : []).map((each) => [String(each.language), String(each.text)]),
  )
}
const vocabularyOf = (rows: unknown) =>
  (Array.isArray(rows) ? (rows as Row[]) : []).map((each) => ({
    code: String(each.code),
    labels: labelsOf(each.labels),
  }))

/** A place; one that was merged into another says nothing of itself any more, only which to use instead. */
export function projectPlace(row: Row): PlaceData {
  const replacedBy = reference(row.replacedBy)
  const merged = { name: '', address: null, latitude: null, longitude: null, accessibility: [] }
  if (replacedBy) return { kind: 'place', id: String(row.id), ...merged, replacedBy }
  return {
    kind: 'place',
    id: String(row.id),
    name: String(row.name),
    address: text(row.address),
    latitude: number(row.latitude),
    longitude: number(row.longitude),
    accessibility: Array.isArray(row.accessibility) ? (row.accessibility as string[]) : [],
    replacedBy,
  }
}

export function projectCategory(row: Row): CategoryData {
  return {
    kind: 'category',
    id: String(row.id),
    code: String(row.code),
    labels: labelsOf(row.labels),
    icon: text(row.icon),
    surfaces: surfacesOf(row.surfaces),
  }
}

export function projectMunicipality(row: Row, logo: PictureFacts | null): MunicipalityData {
  return {
    kind: 'municipality',
    id: String(row.slug),
    name: String(row.name),
    country: String(row.country),
    languages: Array.isArray(row.languages) ? (row.languages as string[]) : [],
    zone: String(row.zone),
    colour: text(row.colour),
    logo,
    surfaces: surfacesOf(row.surfaces),
    audiences: vocabularyOf(row.audiences),
    areas: vocabularyOf(row.areas),
    privacyNotice: {
      version: text(row.privacyNoticeVersion) ?? '1',
      text: labelsOf(row.privacyNotice),
      url: text(row.privacyNoticeUrl),
    },
    reportUrl: text(row.reportUrl),
    privacy: {
      controller: text(row.controller),
      contact: text(row.dataProtectionContact),
      periods: Object.keys(ownPeriodsOf(row.retention)).length > 0 ? ownPeriodsOf(row.retention) : null,
    },
    demo: row.demo === true,
  }
}
