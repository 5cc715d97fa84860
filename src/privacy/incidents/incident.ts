/** What happened, by the three ways in which personal data are breached (GDPR, article 4(12)) and how. */
export const incidentKinds = [
  'published-wrongly',
  'sent-wrongly',
  'unauthorised-access',
  'login-misused',
  'device-lost',
  'data-lost',
  'data-changed',
  'other',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** Which data it concerns. */
export const incidentCategories = [
  'login',
  'contact',
  'content',
  'pictures',
  'identity-numbers',
  'sensitive',
] as const
export type IncidentCategory = (typeof incidentCategories)[number]

/** Where the report to the authority stands, and telling the people concerned (articles 33 and 34). */
export const reportings = ['not-yet', 'done', 'not-needed'] as const
export type Reporting = (typeof reportings)[number]

/** All that is known of an incident, as of one entry. Instants are RFC 3339; texts hold no name of a person. */
export interface IncidentFacts {
  kind: IncidentKind
  /** When somebody of the municipality or of whoever runs Torg became aware of it: from then on the 72 hours count. */
  discoveredAt: string
  categories: readonly IncidentCategory[]
  /** How many people it concerns, about; null while nobody knows. */
  people: number | null
  consequences: string
  measures: string
  authority: Reporting
  /** When it was reported; only where it was. */
  authorityAt: string | null
  /** Why it was reported after the 72 hours, or why it need not be. */
  authorityReason: string | null
  told: Reporting
  toldAt: string | null
  closed: boolean
}

/** One entry of the register: it is added and never changed. */
export interface IncidentEntry extends IncidentFacts {
  id: string
  incident: string
  municipality: string
  /** 1, 2, 3 … within the incident. */
  sequence: number
  at: string
}

/** An incident as it stands by its newest entry, with all entries, the newest first. */
export interface Incident {
  id: string
  /** Of the newest entry: whoever adds another says which one they saw. */
  sequence: number
  openedAt: string
  now: IncidentFacts
  entries: readonly IncidentEntry[]
}
