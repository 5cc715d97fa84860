import { expect, it } from 'vitest'
import type { Announcements, EventContent } from './event-content.js'
import { strayFaults, strayFindings, type Known } from './stray-occurrences.js'

const now = new Date('2026-03-20T12:00:00Z')
const unknown: Known = { approved: null, said: null }

/** Tuesdays at 18:00 from 17 March. */
const tuesdays = (more: Partial<EventContent> = {}) =>
  ({
    ...{ allDay: false, start: '2026-03-17T17:00:00Z', end: null, startDate: null, zone: 'Europe/Stockholm' },
    ...{ recurrenceRule: 'FREQ=WEEKLY', exceptions: [], additions: [], overrides: [], ...more },
  }) as unknown as EventContent
const noted = (...names: string[]) => ({
  overrides: names.map((occurrence) => ({ occurrence, start: null, end: null, place: null, note: 'Ute' })),
})
const said = (...faults: { field: string; code: string; message: string }[]) =>
  faults.map(({ field, code, message }) => `${field} ${code} ${message.match(/\d{4}-\d\d-\d\d/g)?.join()}`)
const faults = (content: EventContent, known = unknown) => said(...strayFaults(content, known, now))
const findings = (content: EventContent, known = unknown) => said(...strayFindings(content, known, now))

const tuesday = '2026-03-24T17:00:00Z'

it('says nothing of what is left out and noted at times of the series, an extra one too', () => {
  const content = tuesdays({
    ...noted(tuesday, '2026-03-26T17:00:00Z'),
    ...{ exceptions: [tuesday], additions: ['2026-03-26T17:00:00Z'] },
  })
  expect([faults(content), findings(content)]).toEqual([[], []])
})
it('refuses what is moved or noted where the series has no time, and names the days', () => {
  expect(faults(tuesdays(noted('2026-03-25T17:00:00Z', '2026-03-24T18:00:00Z')))).toEqual([
    'overrides no-such-time 2026-03-24,2026-03-25',
  ])
})
it('refuses a day that is left out and on which the series takes place at another time', () => {
  expect(faults(tuesdays({ exceptions: ['2026-03-24T18:00:00Z'] }))).toEqual([
    'exceptions left-out-unclear 2026-03-24',
  ])
  // Unless all of that day is left out.
  expect(faults(tuesdays({ exceptions: [tuesday, '2026-03-24T18:00:00Z'] }))).toEqual([])
})
it('tells of a day that is left out and that the series does not have, while it goes on', () => {
  const content = tuesdays({ exceptions: ['2026-03-25T17:00:00Z'] })
  expect([faults(content), findings(content)]).toEqual([[], ['exceptions left-out-gone 2026-03-25']])
  const over = { ...content, recurrenceRule: 'FREQ=WEEKLY;COUNT=2' }
  expect(findings(over)).toEqual([])
})
it('leaves the past alone, and what was decided on like this', () => {
  expect(faults(tuesdays(noted('2026-03-18T17:00:00Z')))).toEqual([])
  const stray = tuesdays(noted('2026-03-25T17:00:00Z'))
  expect(faults(stray, { approved: stray, said: null })).toEqual([])
})
it('asks nothing of what takes place once, or cannot be read', () => {
  const stray = noted('2026-03-25T17:00:00Z')
  expect(faults(tuesdays({ ...stray, recurrenceRule: null }))).toEqual([])
  expect(faults(tuesdays({ ...stray, recurrenceRule: 'FREQ=NEVER' }))).toEqual([])
})

const off = (status: 'cancelled' | 'scheduled'): Announcements => ({
  series: null,
  occurrences: { [tuesday]: { status, reason: null, previousStart: null } },
})

it('refuses a change after which nobody can tell what was called off', () => {
  const known = { approved: tuesdays(), said: off('cancelled') }
  const twice = tuesdays({ start: '2026-03-17T09:00:00Z', recurrenceRule: 'FREQ=WEEKLY;BYHOUR=10,19' })
  expect(faults(twice, known)).toEqual(['start announced-unclear 2026-03-24'])
  expect(faults(twice, { ...known, said: off('scheduled') })).toEqual([])
  expect(faults(tuesdays({ start: '2026-03-17T18:00:00Z' }), known)).toEqual([])
  // Nothing of that day takes place.
  const left = { ...twice, exceptions: ['2026-03-24T09:00:00Z', '2026-03-24T18:00:00Z'] }
  expect(faults(left, known)).toEqual([])
})
it('tells of what was called off on a day that the series has no more', () => {
  const known = { approved: tuesdays(), said: off('cancelled') }
  const monthly = tuesdays({ recurrenceRule: 'FREQ=MONTHLY' })
  expect([faults(monthly, known), findings(monthly, known)]).toEqual([
    [],
    ['start announced-gone 2026-03-24'],
  ])
})
