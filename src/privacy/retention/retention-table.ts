import { keptOfContent } from './kept-of-content.js'
import { keptOfRunning } from './kept-of-running.js'
import type { RetentionRow } from './retention-row.js'

/**
 * Everything that is kept, for what, and until when. `content` is the cap of the promise: 24 months after it was last
 * public; logs three years, applications that came to nothing 90 days.
 */
export const retentionTable = { ...keptOfContent, ...keptOfRunning } as const satisfies Record<
  string,
  RetentionRow
>

export type RetentionCategory = keyof typeof retentionTable
export const retentionCategories = Object.keys(retentionTable) as RetentionCategory[]

/** What the nightly run sees to, in the order in which it does: what goes with something else comes after that. */
export const nightlyCategories = retentionCategories.filter(
  (category) => retentionTable[category].doneBy === 'nightly-run',
)
/** What a municipality may keep shorter. */
export const shortenable = retentionCategories.filter((category) => retentionTable[category].shorter)

/** `leftOrganisations` → `left-organisations`, as codes in the log are written; and back, null where it is none. */
export const codeOf = (category: string): string =>
  category.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
export const categoryOf = (code: string): RetentionCategory | null =>
  retentionCategories.find((category) => codeOf(category) === code) ?? null
