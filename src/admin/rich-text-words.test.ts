import { expect, it } from 'vitest'
import { en } from './messages/en.js'
import { sv } from './messages/sv.js'
import { richTextWords } from './rich-text-words.js'

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const link = (words: string, url: string) => ({ type: 'link', fields: { url }, children: [text(words)] })
const block = (type: string, children: object[], more: object = {}) => ({ type, children, ...more })
const state = (...children: object[]) => ({ root: { type: 'root', children } })
const item = (...children: object[]) => block('listitem', children)

it('says where a link leads, and what it spans', () => {
  const body = state(block('paragraph', [text('Anmäl '), link('dig här', 'https://a.example/x')]))
  expect(richTextWords(body, sv)).toBe('Anmäl [länk: dig här → https://a.example/x]')
  expect(richTextWords(body, null)).toBe('Anmäl dig här')
})

it('says levels of headings, sorts of lists and emphasis in words', () => {
  const body = (tag: string, listType: string, format: number) =>
    state(
      block('heading', [text('Tider')], { tag }),
      block('list', [item(text('Måndag')), item(text('Tisdag'))], { listType }),
      block('paragraph', [text('Ta med '), text('skor', format)]),
    )
  expect(richTextWords(body('h2', 'bullet', 0), sv)).toBe('Rubrik 2: Tider\n• Måndag\n• Tisdag\nTa med skor')
  expect(richTextWords(body('h3', 'number', 1), en)).toBe(
    'Heading 3: Tider\n№ Måndag\n№ Tisdag\nTa med [bold: skor]',
  )
  expect(richTextWords(body('h3', 'number', 3), en)).toContain('[italics: [bold: skor]]')
})

it('tells an author’s own brackets from those that say what something spans', () => {
  const bold = state(block('paragraph', [text('skor', 1)]))
  const typed = state(block('paragraph', [text('[fetstil: skor]')]))
  expect(richTextWords(bold, sv)).not.toBe(richTextWords(typed, sv))
  const ends = [
    state(block('paragraph', [text('a]', 1)])),
    state(block('paragraph', [text('a', 1), text(']')])),
  ]
  expect(richTextWords(ends[0], sv)).not.toBe(richTextWords(ends[1], sv))
})

it('tells a line break from a new paragraph, and an entry of a list inside another', () => {
  const broken = state(block('paragraph', [text('ett'), { type: 'linebreak' }, text('två')]))
  const parted = state(block('paragraph', [text('ett')]), block('paragraph', [text('två')]))
  expect([richTextWords(broken, sv), richTextWords(parted, sv)]).toEqual(['ett ↵ två', 'ett\ntvå'])
  const nested = state(
    block('list', [item(text('ute'), block('list', [item(text('inne'))], { listType: 'number' }))], {
      listType: 'bullet',
    }),
  )
  expect(richTextWords(nested, sv)).toBe('• ute\n– № inne')
  expect(richTextWords(null, sv)).toBe('')
})
