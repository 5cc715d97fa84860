import { describe, expect, it } from 'vitest'
import { checkRichText } from './check-rich-text.js'
import { escapeHtml, plainText, toRichText } from './rich-text.js'

const text = (words: unknown, format = 0) => ({ type: 'text', text: words, format })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const link = (url: string, words = 'här') => ({
  type: 'link',
  fields: { url, linkType: 'custom' },
  children: [text(words)],
})
const doc = (...children: unknown[]) => ({ root: { type: 'root', children } })
const html = (...children: unknown[]) => toRichText(doc(...children))?.html ?? null
const codes = (value: unknown) => checkRichText(value).map((fault) => fault.code)

describe('a text for the public', () => {
  it('leaves out what no reader of XML or HTML takes, also where it is only escaped', () => {
    expect(escapeHtml('Öppet\u0000 <hus>\uffff \ufffe\u202e\ud83eidag')).toBe('Öppet &lt;hus&gt; \ufffdidag')
  })

  it('keeps paragraphs, headings, lists, links, emphasis and line breaks', () => {
    const heading = { type: 'heading', tag: 'h3', children: [text('Ta med')] }
    const nested = {
      type: 'list',
      listType: 'number',
      children: [{ type: 'listitem', children: [text('röda')] }],
    }
    const list = {
      type: 'list',
      listType: 'bullet',
      children: [
        { type: 'listitem', children: [text('skor')] },
        { type: 'listitem', children: [nested] },
      ],
    }
    expect(
      html(heading, paragraph(text('Kom', 3), { type: 'linebreak' }, link('https://hagby.example/a')), list),
    ).toBe(
      '<h3>Ta med</h3><p><strong><em>Kom</em></strong><br>' +
        '<a href="https://hagby.example/a" rel="nofollow noopener">här</a></p>' +
        '<ul><li>skor</li><li><ol><li>röda</li></ol></li></ul>',
    )
    expect(plainText(toRichText(doc(heading, paragraph(text('Kom')), list)))).toBe('Ta med\nKom\nskor\nröda')
  })

  it('escapes everything that was typed', () => {
    expect(html(paragraph(text(`<script>alert("1")</script> & 'x'`)))).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
    )
    expect(html(paragraph(link('https://a.example/?q="><b>')))).not.toContain('<b>')
  })

  it('keeps the text of what it does not know, and no markup of it', () => {
    const block = {
      type: 'block',
      html: '<iframe>',
      children: [{ type: 'quote', children: [text('Citat')] }],
    }
    expect(html(block)).toBe('<p>Citat</p>')
    expect(html(paragraph({ type: 'mention', children: [text('Anna')] }))).toBe('<p>Anna</p>')
    expect(html({ type: 'upload', value: 'x' })).toBeNull()
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '//evil.example',
    '/path',
    'data:text/html,x',
    'http:\\\\evil.example',
    'https://user:pass@evil.example',
    'https://',
    '',
  ])('shows the words of a link to %j without the link, and the server refuses it', (url) => {
    const value = doc(paragraph(link(url)))
    expect(toRichText(value)?.html).toBe('<p>här</p>')
    expect(codes(value)).toEqual(['rich-text-link'])
  })

  it.each([
    'https://hagby.example/',
    'http://a.example/x?y=1#z',
    'mailto:kultur@hagby.example',
    'tel:+46-8-123',
  ])('links to %s', (url) => {
    expect(html(paragraph(link(url)))).toContain(`href="${url}"`)
    expect(codes(doc(paragraph(link(url))))).toEqual([])
  })

  it.each([null, undefined, 'x', 7, [], {}, { root: null }, { root: [] }, doc(), doc(paragraph(text('  ')))])(
    'is nothing where no text is: %j',
    (value) => expect(toRichText(value)).toBeNull(),
  )

  it('survives a document nested ten thousand deep', () => {
    let node: unknown = text('djupt')
    for (let depth = 0; depth < 10_000; depth += 1) node = { type: 'listitem', children: [node] }
    expect(toRichText(doc(node))).toBeNull()
    expect(codes(doc(node))).toEqual(['rich-text-too-deep'])
  })

  it('drops control characters and lone surrogates, which break XML and JSON readers', () => {
    expect(html(paragraph(text('a\u0000\u001Fb\uD800')))).toBe('<p>ab\uFFFD</p>')
  })
})

describe('the server refuses', () => {
  it.each([
    ['unknown kinds', doc({ type: 'upload' }), 'rich-text-kind'],
    ['nodes without a kind', doc({ children: [] }), 'rich-text-kind'],
    ['headings of level 1', doc({ type: 'heading', tag: 'h1', children: [text('x')] }), 'rich-text-heading'],
    ['texts that are no document', { root: 'x' }, 'rich-text-form'],
    ['plain words', 'hej', 'rich-text-form'],
    ['children that are no list', doc({ type: 'paragraph', children: 'x' }), 'rich-text-form'],
    ['children that are no nodes', doc(null), 'rich-text-form'],
    ['a number as text', doc(paragraph(text(7))), 'rich-text-form'],
    ['50 001 characters', doc(paragraph(text('x'.repeat(50_001)))), 'rich-text-too-large'],
    ['5 001 nodes', doc(...Array.from({ length: 5_001 }, () => paragraph())), 'rich-text-too-large'],
  ])('%s', (_, value, code) => expect(codes(value)).toContain(code))

  it('nothing where there is no text', () => expect([codes(null), codes(undefined)]).toEqual([[], []]))
})
