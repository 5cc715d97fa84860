import type { Role } from './actor.js'

export const roleLabels: Record<Role, { sv: string; nb: string; en: string }> = {
  operator: { sv: 'Driftansvarig', nb: 'Driftsansvarlig', en: 'Operator' },
  'municipality-admin': { sv: 'Kommunadministratör', nb: 'Kommuneadministrator', en: 'Municipality admin' },
  editor: { sv: 'Redaktör', nb: 'Redaktør', en: 'Editor' },
  auditor: { sv: 'Granskare', nb: 'Revisor', en: 'Auditor' },
  'organisation-admin': {
    sv: 'Föreningsadministratör',
    nb: 'Foreningsadministrator',
    en: 'Organisation admin',
  },
  contributor: { sv: 'Skribent', nb: 'Bidragsyter', en: 'Contributor' },
  'api-client': { sv: 'Maskin', nb: 'Maskin', en: 'API client' },
  'app-editor': { sv: 'Appredaktör', nb: 'App-redaktør', en: 'App editor' },
}
