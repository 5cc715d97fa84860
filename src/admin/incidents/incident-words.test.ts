import { expect, it } from 'vitest'
import type { IncidentClock } from '../../privacy/incidents/incident-clock.js'
import { clockWords, isPressing } from './incident-words.js'

const by = '2026-10-26T10:00:00.000Z'
it.each([
  ['left', 41, '41 h left to report', '41 h kvar att anmäla', '41 t igjen til å melde', false],
  ['left', 23, '23 h left to report', '23 h kvar att anmäla', '23 t igjen til å melde', true],
  [
    'left',
    0,
    'less than an hour left to report',
    'mindre än en timme kvar att anmäla',
    'under en time igjen til å melde',
    true,
  ],
  ['late', 9, '9 h late', '9 h för sent', '9 t for sent', true],
  ['late', 0, 'less than an hour late', 'mindre än en timme för sent', 'under en time for sent', true],
  ['in-time', null, 'reported in time', 'anmäld i tid', 'meldt i tide', false],
  ['reported-late', null, 'reported late', 'anmäld för sent', 'meldt for sent', true],
  ['not-needed', null, 'need not be reported', 'behöver inte anmälas', 'trenger ikke å meldes', false],
])('a clock that stands at %s %s says "%s"', (standing, hours, en, sv, nb, pressing) => {
  const clock = { standing, hours, by } as IncidentClock
  expect([clockWords(clock, 'en'), clockWords(clock, 'sv'), clockWords(clock, 'nb')]).toEqual([en, sv, nb])
  expect(isPressing(clock)).toBe(pressing)
})
