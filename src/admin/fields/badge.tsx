'use client'

import { stateLabels } from '../../moderation/state-labels.js'
import { publicationLabels } from '../../publication/publication-labels.js'
import { organisationStateLabels } from '../../organisations/state-labels.js'
import { useWords } from '../use-words.js'

const tones: Record<string, string> = {
  draft: 'quiet',
  none: 'quiet',
  expired: 'quiet',
  left: 'quiet',
  erased: 'quiet',
  'in-review': 'waiting',
  applied: 'waiting',
  invited: 'waiting',
  scheduled: 'waiting',
  'changes-requested': 'warning',
  withdrawn: 'warning',
  suspended: 'warning',
  rejected: 'stop',
  declined: 'stop',
  removed: 'stop',
  approved: 'good',
  live: 'good',
}
const labelsOf = {
  state: stateLabels,
  publication: publicationLabels,
  life: organisationStateLabels,
} as const

/** A state in words; the colour only repeats what the words say. */
export function Badge({ axis, value }: { axis: keyof typeof labelsOf; value: unknown }) {
  const { label } = useWords()
  if (typeof value !== 'string' || value === '') return null
  const words = (labelsOf[axis] as Record<string, unknown>)[value]
  return <span className={`torg-badge torg-badge--${tones[value] ?? 'quiet'}`}>{label(words) || value}</span>
}
