import type { WorkflowState } from './states.js'

/** The workflow state in the words that editors and authors read. */
export const stateLabels: Record<WorkflowState, { sv: string; nb: string; en: string }> = {
  draft: { sv: 'Utkast', nb: 'Utkast', en: 'Draft' },
  'in-review': { sv: 'Väntar på beslut', nb: 'Venter på avgjørelse', en: 'Waiting for decision' },
  'changes-requested': { sv: 'Ändringar önskas', nb: 'Endringer ønskes', en: 'Changes requested' },
  rejected: { sv: 'Avslaget', nb: 'Avslått', en: 'Rejected' },
  approved: { sv: 'Godkänt', nb: 'Godkjent', en: 'Approved' },
  erased: { sv: 'Raderat', nb: 'Slettet', en: 'Erased' },
}
