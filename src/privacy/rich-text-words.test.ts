import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInTexts } from '../editorial/find-in-texts.js'
import { plainText, toRichText } from '../publication/rich-text.js'
import { findInFields } from './find-in-fields.js'
import { findPersonalData } from './find-personal-data.js'

const today = new Date('2026-11-25T12:00:00Z')
/** Of Skatteverket's test series. */
const [date, rest] = ['900107', '-2397']
const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more })
const node = (type: string, ...children: object[]) => ({ type, children })
const doc = (...children: object[]) => ({ root: node('root', ...children) })
const kindsIn = (value: { root: unknown }) =>
  findInFields([{ field: 'body', value }], today).map(({ kind }) => kind)

describe('the words that are checked are those that are published', () => {
  const link = { type: 'link', fields: { url: 'https://example.org' } }
  it.each([
    ['a control', doc(node('paragraph', text(`${date}\u0096${rest}`)))],
    ['a noncharacter', doc(node('paragraph', text(`${date}\ufdd0${rest}`)))],
    ['one of two units', doc(node('paragraph', text(`90\u{1fffe}0107${rest}`)))],
    ['a vertical tab', doc(node('paragraph', text(`90\u000b0107${rest}`)))],
    ['a text with children', doc(node('paragraph', text(date, { children: [] }), text(rest)))],
    ['words below a text', doc(node('paragraph', text(date, { children: [text('7')] }), text(rest)))],
    [
      'a heading of paragraphs',
      doc(node('heading', node('paragraph', text(date)), node('paragraph', text(rest)))),
    ],
    ['a link of paragraphs', doc({ ...link, children: [node('paragraph', text(date)), text(rest)] })],
    [
      'an empty link',
      doc(node('paragraph', text('90'), { ...link, children: [text(' ')] }, text(`0107${rest}`))),
    ],
    [
      'an entry of paragraphs',
      doc(
        node(
          'list',
          node('listitem', node('paragraph', text(date)), node('list'), node('paragraph', text(rest))),
        ),
      ),
    ],
    [
      'a tab without a text',
      doc(node('paragraph', { ...link, children: [text('90'), { type: 'tab' }, text(`0107${rest}`)] })),
    ],
  ])('where they hold %s', (_, value) => {
    expect(plainText(toRichText(value))).toBe(date + rest)
    expect(kindsIn(value)).toEqual(['se-personnummer'])
  })

  it('and what is not published is read all the same', () => {
    const below = text('Hej', { children: [text(date + rest)] })
    expect(kindsIn(doc(node('paragraph', below)))).toEqual(['se-personnummer'])
    let deep: object = text(date + rest)
    for (let depth = 0; depth < 200; depth += 1) deep = node('paragraph', deep)
    expect(kindsIn(doc(deep))).toEqual(['se-personnummer'])
  })

  const words = fc.constantFrom(
    date,
    rest,
    date + rest,
    '90',
    '0107',
    '-23',
    '97',
    '\u0096',
    ' ',
    '',
    'a ',
    '\ufffe',
  )
  const { tree } = fc.letrec<{ tree: object }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      words.map((each) => text(each)),
      fc.record({
        type: fc.constantFrom(
          'paragraph',
          'heading',
          'list',
          'listitem',
          'link',
          'linebreak',
          'tab',
          'text',
          'odd',
        ),
        text: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: words }),
        url: fc.constantFrom('https://example.org', 'javascript:1', undefined),
        children: fc.array(tie('tree'), { maxLength: 4 }),
      }),
    ),
  }))

  it('for any tree', () => {
    let held = 0
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (children) => {
        const value = doc(...children)
        const published = plainText(toRichText(value))
        const kinds = new Set(findPersonalData(published, today).map(({ kind }) => kind))
        const found = new Set(findInTexts([{ field: 'body', value }], today).map(({ kind }) => kind))
        for (const kind of kinds) expect(found).toContain(kind)
        // On one line it is found without a second look, and so where it stands.
        const alone = published.split('\n').some((line) => findPersonalData(line, today).length > 0)
        if (alone) expect(kindsIn(value).length).toBeGreaterThan(0)
        if (alone) held += 1
      }),
      { numRuns: 3_000, seed: 1 },
    )
    expect(held).toBeGreaterThan(100)
  })
})
