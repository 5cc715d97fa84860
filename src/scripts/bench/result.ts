import type { Feed } from './feeds.js'
import type { QuestionResult } from './side-by-side.js'
import type { Scaling, UnderChange } from './under-change.js'
import type { Delay } from './visibility.js'

/** Everything that one run of the bench has measured. */
export interface Result {
  generator: string
  rounds: number
  feeds: Omit<Feed, 'running'>[]
  questions: QuestionResult[]
  flat: QuestionResult[]
  payload: QuestionResult[]
  changing: UnderChange[]
  changesWritten: number
  scaling: Scaling
  delays: Delay[]
  minutes: number
}

export const whole = (value: number): string =>
  Number.isFinite(value) ? Math.round(value).toLocaleString('en').replaceAll(',', ' ') : '–'
export const fixed = (value: number, digits = 2): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–'
