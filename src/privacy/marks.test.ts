import { describe, expect, it } from 'vitest'
import { marksIn } from './marks.js'

const today = new Date('2026-11-25T12:00:00Z')
/** A telephone number that the Swedish authority keeps for films and books. */
const phone = '031-390 06 05'

const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const words = (text: string) => ({ type: 'text', text })

describe('marks for the writer', () => {
  it('show the words among their neighbours', () => {
    expect(marksIn(`Ring ${phone} före lördag.`, today)).toEqual([
      {
        kind: 'phone',
        before: 'Ring ',
        found: phone,
        after: ' före lördag.',
        at: [{ node: 0, from: 5, to: 5 + phone.length }],
      },
    ])
  })

  it('cut long neighbours', () => {
    const [mark] = marksIn(`${'ord '.repeat(20)}${phone}${' ord'.repeat(20)}`, today)
    expect([mark!.before.length, mark!.after.length, mark!.found]).toEqual([25, 25, phone])
    expect([mark!.before[0], mark!.after.at(-1)]).toEqual(['…', '…'])
  })

  it('count the text nodes of a rich text as the page shows them', () => {
    const bold = paragraph(words('Ring '), words('031-390'), words(' 06 05 nu'))
    const [mark, ...none] = marksIn({ root: { children: [paragraph(words('Hej')), bold] } }, today)
    expect(none).toEqual([])
    expect(mark).toMatchObject({
      before: 'Hej Ring ',
      found: phone,
      after: ' nu',
      at: [
        { node: 2, from: 0, to: 7 },
        { node: 3, from: 0, to: 6 },
      ],
    })
  })

  it('show the address of a link, which stands nowhere in the words', () => {
    const link = { type: 'link', fields: { url: 'mailto:eva@example.org' }, children: [words('Skriv')] }
    expect(marksIn({ root: { children: [paragraph(link)] } }, today)).toEqual([
      { kind: 'email', before: 'mailto:', found: 'eva@example.org', after: '', at: [] },
    ])
  })
})
