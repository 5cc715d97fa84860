import { expect, it } from 'vitest'
import { sv } from './messages/sv.js'
import { startWords } from './moderation/waiting-words.js'
import { whenWords } from './when-words.js'

/** The first instant of 2 March in Stockholm, as an all-day event is kept. */
const secondOfMarch = '2027-03-01T23:00:00.000Z'
const zone = 'Europe/Stockholm'

it('what lasts all day has a day and no clock, whichever way it is kept', () => {
  expect(whenWords(secondOfMarch, zone, 'sv', true)).toBe('tis 2 mars 2027')
  expect(whenWords('2027-03-02', zone, 'sv')).toBe('tis 2 mars 2027')
  // One that is over is kept by the day alone.
  expect(whenWords('2027-03-02T00:00:00.000Z', zone, 'nb', true)).toBe('tir. 2. mars 2027')
  expect(whenWords(secondOfMarch, zone, 'sv')).toBe('tis 2 mars 2027 00:00')
})

it('the queue names the same day, and has it begun only once the day is over', () => {
  const said = (now: string) =>
    startWords({ startsAt: secondOfMarch, allDay: true, zone }, new Date(now), zone, 'sv', sv)
  expect(said('2027-02-20T10:00:00Z')).toBe('Börjar tis 2 mars')
  expect(said('2027-03-02T20:00:00Z')).toBe('Börjar tis 2 mars')
  expect(said('2027-03-03T10:00:00Z')).toBe('Började tis 2 mars')
})
