import { describe, expect, it } from 'vitest'
import { holdsLineBreak, holdsUnshowable, showable } from './characters.js'

const named: Record<string, string> = {
  nul: '\u0000',
  bell: '\u0007',
  'vertical tab': '\u000b',
  escape: '\u001b',
  delete: '\u007f',
  'next line': '\u0085',
  'right-to-left override': '\u202e',
  'right-to-left isolate': '\u2067',
  'half a pair': '\ud83e',
  'the other half': '\udd89',
  'U+FFFE': '\ufffe',
  'U+FFFF': '\uffff',
  'U+FDD0': '\ufdd0',
  'U+1FFFF': '\u{1ffff}',
}

describe('characters', () => {
  it.each(Object.entries(named))('refuses %s and takes it out', (_, character) => {
    const text = `Öppet${character} hus`
    expect(holdsUnshowable(text)).toBe(true)
    expect(holdsUnshowable(showable(text))).toBe(false)
    expect(showable(text).replace('\ufffd', '')).toBe('Öppet hus')
  })

  it('keeps what people write', () => {
    const text = 'Sámi čájáhus 🦉 👩‍👩‍👧, שלום – «ja»\tnei\r\nto\u200e linjer'
    expect(holdsUnshowable(text)).toBe(false)
    expect(showable(text)).toBe(text)
  })

  it.each(['\n', '\r', '\u2028', '\u2029'])('knows a line break: %j', (sign) => {
    expect(holdsLineBreak(`ett${sign}två`)).toBe(true)
    expect(holdsLineBreak('ett två')).toBe(false)
  })
})
