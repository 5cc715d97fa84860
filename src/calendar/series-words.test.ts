import { describe, expect, it } from 'vitest'
import { seriesWords } from './series-words.js'

const training = {
  rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270615T215959Z',
  start: '2026-12-01T17:00:00Z',
  end: '2026-12-01T18:30:00Z',
  zone: 'Europe/Stockholm',
  allDay: false,
  exceptions: ['2026-12-29T17:00:00Z'],
}

describe('a series in words', () => {
  it.each([
    ['en', 'every Tuesday 18:00–19:30, until 15 June 2027, not 29 December 2026'],
    ['sv', 'varje tisdag 18:00–19:30, till och med 15 juni 2027, inte 29 december 2026'],
    ['nb', 'hver tirsdag 18.00–19.30, til og med 15. juni 2027, ikke 29. desember 2026'],
  ] as const)('in %s', (language, sentence) => {
    expect(seriesWords(training, language)).toBe(sentence)
  })

  it('says only when it begins where it ends on another day, and no time where it lasts all day', () => {
    expect(seriesWords({ ...training, end: '2026-12-02T01:00:00Z', exceptions: [] }, 'en')).toBe(
      'every Tuesday 18:00, until 15 June 2027',
    )
    expect(
      seriesWords(
        {
          ...training,
          rule: 'FREQ=WEEKLY;BYDAY=TU',
          allDay: true,
          start: '2026-12-01',
          end: null,
          exceptions: ['2026-12-29'],
        },
        'en',
      ),
    ).toBe('every Tuesday, not 29 December 2026')
  })

  it('names four dates that are left out, and counts the others', () => {
    const exceptions = ['01', '08', '15', '22', '29'].map((day) => `2026-12-${day}T17:00:00Z`)
    expect(seriesWords({ ...training, exceptions }, 'en')).toMatch(
      /, not 1 December 2026, 8 December 2026, 15 December 2026, 22 December 2026 and 1 more$/,
    )
  })

  it('has no words for what is no rule', () => {
    expect(seriesWords({ ...training, rule: 'FREQ=SOMETIMES' }, 'en')).toBe(null)
  })
})
