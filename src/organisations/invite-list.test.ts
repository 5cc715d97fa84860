import { describe, expect, it } from 'vitest'
import { mostInvited, readInviteList } from './invite-list.js'

const codes = (text: string) =>
  readInviteList(text, 'SE').map(({ faults }) => faults.map(({ code }) => code).join())

describe('a pasted list of organisations', () => {
  it('is read from a table or a text: name first, number and e-mail in any order', () => {
    expect(
      readInviteList(
        'IF Hagby\t802002-4280\tif@hagby.example\n\nKören; kor@hagby.example\nSchack, 8020024298',
        'SE',
      ),
    ).toMatchObject([
      { line: 1, name: 'IF Hagby', organisationNumber: '8020024280', email: 'if@hagby.example' },
      { line: 3, name: 'Kören', organisationNumber: null, email: 'kor@hagby.example' },
      { line: 4, name: 'Schack' },
    ])
  })

  it('tells of each line why it cannot be used, and leaves the others', () => {
    expect(codes('A\nGott namn\nIF;802002-4281\nKör;vad är detta')).toEqual([
      'format',
      '',
      'check-digit',
      'unknown-field',
    ])
  })

  it('finds the same organisation twice, by number or by name', () => {
    expect(codes('IF;802002-4280\nIdrotten;8020024280\nif')).toEqual(['', 'duplicate', 'duplicate'])
  })

  it('takes no more than one list should hold', () => {
    const long = Array.from({ length: mostInvited + 10 }, (_, n) => `Förening ${n}`).join('\n')
    expect(readInviteList(long, 'SE')).toHaveLength(mostInvited)
  })
})
