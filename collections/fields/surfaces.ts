import type { Surface } from '../../src/tenancy/actor.js'
import { words } from './labels.js'

export const surfaceLabels: Record<Surface, ReturnType<typeof words>> = {
  calendar: words('Kalender', 'Kalender', 'Calendar'),
  community: words('Community', 'Community', 'Community'),
}
export const surfaceOptions = [
  { value: 'calendar', label: surfaceLabels.calendar },
  { value: 'community', label: surfaceLabels.community },
]
