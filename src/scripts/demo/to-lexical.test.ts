import { describe, expect, it } from 'vitest'
import { toLexical } from './to-lexical.js'

describe('a body as its author wrote it', () => {
  it('becomes headings, paragraphs and one list for list points in a row', () => {
    const { root } = toLexical(['One.', '## Two', '### Three', '- a', '- b', 'Four.', '- c'])
    expect(root.children.map(({ type, tag }) => [type, tag])).toEqual([
      ['paragraph', undefined],
      ['heading', 'h2'],
      ['heading', 'h3'],
      ['list', 'ul'],
      ['paragraph', undefined],
      ['list', 'ul'],
    ])
    expect(root.children[3]).toMatchObject({
      listType: 'bullet',
      children: [
        { type: 'listitem', value: 1 },
        { type: 'listitem', value: 2 },
      ],
    })
  })

  it('keeps the words around a link and names its target', () => {
    const { root } = toLexical(['See [the page](https://www.hagby.example/a), then come.'])
    expect(root.children[0]?.children).toMatchObject([
      { type: 'text', text: 'See ', detail: 0, format: 0, mode: 'normal', style: '', version: 1 },
      {
        type: 'link',
        fields: { url: 'https://www.hagby.example/a', linkType: 'custom', newTab: false },
        children: [{ type: 'text', text: 'the page' }],
      },
      { type: 'text', text: ', then come.' },
    ])
  })

  it('makes no link of another scheme', () => {
    const { root } = toLexical(['[x](javascript:alert)'])
    expect(root.children[0]?.children).toMatchObject([{ type: 'text', text: '[x](javascript:alert)' }])
  })
})
