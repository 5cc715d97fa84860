import { describe, expect, it } from 'vitest'
import { en } from '../../messages/en.js'
import { nb } from '../../messages/nb.js'
import { sv } from '../../messages/sv.js'
import { allUndoneWords, undoneWords } from './undo-words.js'

describe('what is said of undoing', () => {
  it('one: that it is undone, was too late, or is not known', () => {
    expect(undoneWords('undone', 'Körövning', sv)).toBe('Beslutet är ångrat: Körövning.')
    expect(undoneWords('too-late', 'Körövning', sv)).toBe(sv.heldTooLate)
    expect(undoneWords('unknown', 'Körövning', en)).toBe(
      'It is not known whether the decision was undone: no answer came. It is being looked for.',
    )
  })

  it('what the server refused, as no lost answer', () => {
    expect(undoneWords('refused', 'Körövning', nb)).toMatch(
      /^Avgjørelsen kunne ikke angres: serveren sa nei\./,
    )
    expect(allUndoneWords(['refused', 'undone', 'refused'], en)).toMatch(
      /^One decision was undone\. 2 decisions could not be undone: the server said no\./,
    )
  })

  it('many: of each how many, and nothing of what there was none of', () => {
    expect(allUndoneWords(['undone', 'undone', 'undone'], en)).toBe('3 decisions were undone.')
    expect(allUndoneWords(['too-late', 'undone', 'too-late'], sv)).toBe(
      'Ett beslut är ångrat. 2 beslut gick inte att ångra: de hade redan trätt i kraft.',
    )
    expect(allUndoneWords(['too-late'], nb)).toBe(
      'Én avgjørelse gikk ikke å angre: den hadde allerede trådt i kraft.',
    )
    expect(allUndoneWords(['unknown', 'undone', 'unknown'], en)).toBe(
      'One decision was undone. Of 2 decisions it is not known whether they were undone: no answer came. They are being looked for.',
    )
  })
})
