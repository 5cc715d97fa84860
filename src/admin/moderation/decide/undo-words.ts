import type { Messages } from '../../messages/en.js'
import { counted, fill } from '../fill.js'

/** What became of taking a held decision back. */
export type Undoing = 'undone' | 'too-late' | 'refused' | 'unknown'

/** The same of one, named by its title. */
export const undoneWords = (outcome: Undoing, title: string, w: Messages): string =>
  outcome === 'undone'
    ? fill(w.heldUndone, { title })
    : outcome === 'too-late'
      ? w.heldTooLate
      : counted(outcome === 'refused' ? w.heldRefused : w.heldUnknown, 1)

/** The same of many at once: of each kind how many there were. */
export function allUndoneWords(outcomes: readonly Undoing[], w: Messages): string {
  const forms = {
    undone: w.heldManyUndone,
    'too-late': w.heldManyTooLate,
    refused: w.heldRefused,
    unknown: w.heldUnknown,
  }
  return (Object.keys(forms) as Undoing[])
    .map((each) => ({ each, n: outcomes.filter((outcome) => outcome === each).length }))
    .filter(({ n }) => n > 0)
    .map(({ each, n }) => counted(forms[each], n))
    .join(' ')
}
