import type { FieldLabels } from './label.js'
import { labelsOfContent } from './labels-of-content.js'
import { labelsOfEvents } from './labels-of-events.js'
import { labelsOfLogins } from './labels-of-logins.js'
import { labelsOfPublishing } from './labels-of-publishing.js'
import { labelsOfRunning } from './labels-of-running.js'

/**
 * What of a person each field of each collection may hold, the framework's own included. Nothing is labelled by its kind:
 * a new field without a label here fails `npm run check`, and so does a label without a field.
 */
export const fieldLabels: Record<string, FieldLabels> = {
  ...labelsOfEvents,
  ...labelsOfContent,
  ...labelsOfPublishing,
  ...labelsOfLogins,
  ...labelsOfRunning,
}
