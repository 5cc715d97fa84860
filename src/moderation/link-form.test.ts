import { describe, expect, it } from 'vitest'
import { withScheme, linkForm, linksIn } from './link-form.js'

describe('a link, looked at and not followed', () => {
  it.each<[string, string | null, string[]]>([
    ['https://www.hagby.example/bokning', 'www.hagby.example', []],
    ['http://hagby.example', 'hagby.example', ['not-encrypted']],
    ['https://192.0.2.7/a', '192.0.2.7', ['number-for-a-name']],
    ['https://[2001:db8::1]/', '[2001:db8::1]', ['number-for-a-name']],
    // WHATWG: one number is an address too.
    ['https://3221225985/', '192.0.2.1', ['number-for-a-name']],
    ['http://www.bit.ly/x', 'www.bit.ly', ['not-encrypted', 'hides-its-goal']],
    ['https://hаgby.example/', 'xn--hgby-53d.example', ['looks-alike']],
    ['https://bank.example@evil.example/', null, ['unreadable']],
    ['javascript:alert(1)', null, ['unreadable']],
  ])('%s', (url, host, remarks) => {
    expect(linkForm(url)).toEqual({ url, host, remarks })
  })
})

it('the links of some content are found in its fields and texts, each once', () => {
  const text = (url: string) => ({ root: { children: [{ type: 'link', fields: { url }, children: [] }] } })
  const found = linksIn({
    bookingUrl: 'https://a.example/',
    onlineUrl: null,
    body: text('https://b.example/'),
    translations: [
      { language: 'en', body: text('https://a.example/') },
      { body: text('mailto:a@b.example') },
    ],
    contact: { website: 'http://c.example' },
  }).map(({ url }) => url)
  expect(found.sort()).toEqual(['http://c.example', 'https://a.example/', 'https://b.example/'])
  expect(linksIn(null)).toEqual([])
})

it.each([
  ['www.klubben.se', 'https://www.klubben.se'],
  ['klubben.se/om-oss?a=1#b', 'https://klubben.se/om-oss?a=1#b'],
  ['gård-å.museum', 'https://gård-å.museum'],
  ['https://klubben.se', 'https://klubben.se'],
  ['http://klubben.se', 'http://klubben.se'],
  ['anna@klubben.se', 'anna@klubben.se'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['vår sida.se', 'vår sida.se'],
  ['127.0.0.1', '127.0.0.1'],
  ['klubben', 'klubben'],
  ['', ''],
])('a link as people write it: %s', (typed, link) => expect(withScheme(typed)).toBe(link))
