import { describe, expect, it } from 'vitest'
import { usernameFault } from './usernames.js'

describe('a username', () => {
  it.each(['a', 'hagby-editor', 'hagby-editor-2', 'åsa.öberg', 'Ærlig_1', '7an', 'x'.repeat(64)])(
    'may be %s',
    (name) => {
      expect(usernameFault(name)).toBe(null)
    },
  )

  it.each([
    ['an e-mail address', 'kultur@hagby.example'],
    ['invisible at its end', 'hagby-editor\u200B'],
    ['written with Cyrillic look-alikes', 'h\u0430gby'],
    ['empty', ''],
    ['a space', 'a b'],
    ['a line break', 'a\nb'],
    ['begun by a sign', '.a'],
    ['too long', 'x'.repeat(65)],
    ['no text', 7],
    ['nothing', null],
  ])('is refused when it is %s', (_, name) => {
    expect(usernameFault(name)).toMatchObject({ field: 'username', code: 'format' })
  })
})
