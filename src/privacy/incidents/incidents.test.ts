import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { IncidentFacts } from './incident.js'
import { clockOf, reportBy, warningOf } from './incident-clock.js'
import { factsOf, incidentFaults, longestText } from './incident-faults.js'

const zone = 'Europe/Stockholm'
const wall = (time: string) =>
  new Date(Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds)
const onWall = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
const open = (discovered: Date) => ({
  discoveredAt: discovered.toISOString(),
  authority: 'not-yet' as const,
  authorityAt: null,
})

describe('the 72 hours', () => {
  it.each([
    ['in an ordinary week', '2026-03-10T12:00', '2026-03-13T12:00'],
    ['over the beginning of summer time', '2026-03-27T12:00', '2026-03-30T13:00'],
    ['begun in the hour before the leap', '2026-03-29T01:30', '2026-04-01T02:30'],
    ['over the end of summer time', '2026-10-23T12:00', '2026-10-26T11:00'],
    ['over a leap day', '2028-02-27T09:15', '2028-03-01T09:15'],
    ['over a new year', '2026-12-30T23:59', '2027-01-02T23:59'],
  ])('%s are hours that pass', (_, discovered, end) => {
    const by = reportBy(open(wall(discovered)))
    expect(onWall(by)).toBe(end)
    expect(by.getTime() - wall(discovered).getTime()).toBe(72 * 3_600_000)
  })

  it('are counted down, then up, in whole hours', () => {
    const from = wall('2026-03-27T12:00')
    const after = (hours: number) => new Date(from.getTime() + hours * 3_600_000)
    const said = (hours: number) => {
      const { standing, hours: n } = clockOf(open(from), after(hours))
      return `${standing} ${n}`
    }
    expect([0, 0.5, 31, 71.5, 72, 72.01, 73, 81].map(said)).toEqual([
      'left 72',
      'left 71',
      'left 41',
      'left 0',
      'left 0',
      'late 0',
      'late 1',
      'late 9',
    ])
  })

  it('stop with the report, which is in time up to the last moment', () => {
    const discoveredAt = '2026-10-23T10:00:00.000Z'
    const reported = (authorityAt: string) =>
      clockOf({ discoveredAt, authority: 'done', authorityAt }, new Date('2026-12-01T00:00:00Z')).standing
    expect(reported('2026-10-26T10:00:00.000Z')).toBe('in-time')
    expect(reported('2026-10-26T10:00:00.001Z')).toBe('reported-late')
    expect(clockOf({ discoveredAt, authority: 'not-needed', authorityAt: null }, new Date()).standing).toBe(
      'not-needed',
    )
  })

  it('are warned of when 24 of them are left, and when they are over', () => {
    const from = wall('2026-10-23T12:00')
    const at = (hours: number) => warningOf(open(from), new Date(from.getTime() + hours * 3_600_000))
    expect([47.99, 48, 71, 72, 72.01].map(at)).toEqual([
      null,
      'incident-soon',
      'incident-soon',
      'incident-soon',
      'incident-late',
    ])
    const done = { ...open(from), authority: 'done' as const, authorityAt: from.toISOString() }
    expect(warningOf(done, new Date(from.getTime() + 80 * 3_600_000))).toBe(null)
  })
})

describe('an entry of the register', () => {
  const now = new Date('2026-11-01T12:00:00Z')
  const good: Record<keyof IncidentFacts, unknown> = {
    kind: 'sent-wrongly',
    discoveredAt: '2026-10-30T09:00:00+01:00',
    categories: ['contact'],
    people: 12,
    consequences: 'Adresser kom till fel förening.',
    measures: '',
    authority: 'not-yet',
    authorityAt: null,
    authorityReason: null,
    told: 'not-yet',
    toldAt: null,
    closed: false,
  }
  const faults = (more: object) =>
    incidentFaults({ ...good, ...more }, now).map(({ field, code }) => `${field} ${code}`)

  it('says what is known, as far as it is', () => {
    expect(faults({})).toEqual([])
    expect(faults({ people: null, authorityAt: undefined, closed: undefined })).toEqual([])
    expect(factsOf(good)).toMatchObject({
      discoveredAt: '2026-10-30T08:00:00.000Z',
      people: 12,
      closed: false,
    })
  })

  it.each([
    [{ kind: 'aliens' }, ['kind unknown-choice']],
    [{ kind: null }, ['kind required']],
    [{ discoveredAt: '2026-10-30' }, ['discoveredAt format']],
    [{ discoveredAt: '2026-10-30T09:00:00' }, ['discoveredAt format']],
    [{ discoveredAt: '2026-11-01T12:00:01Z' }, ['discoveredAt future']],
    [{ categories: [] }, ['categories required']],
    [{ categories: 'contact' }, ['categories wrong-type']],
    [{ categories: ['contact', 'names'] }, ['categories unknown-choice']],
    [{ categories: ['contact', 'contact'] }, ['categories repeated']],
    [{ people: -1 }, ['people range']],
    [{ people: 1.5 }, ['people range']],
    [{ people: '12' }, ['people wrong-type']],
    [{ consequences: ' ' }, ['consequences required']],
    [{ measures: 'x'.repeat(longestText + 1) }, ['measures too-long']],
    [{ measures: 'a\u0000' }, ['measures characters']],
    [{ authority: 'done' }, ['authorityAt required']],
    [{ authority: 'done', authorityAt: '2026-10-29T09:00:00Z' }, ['authorityAt before-discovery']],
    [{ authorityAt: '2026-10-31T09:00:00Z' }, ['authorityAt contradiction']],
    [{ authority: 'not-needed' }, ['authorityReason required']],
    [{ told: 'done' }, ['toldAt required']],
    [{ toldAt: '2026-10-31T09:00:00Z' }, ['toldAt contradiction']],
    [{ closed: 'yes' }, ['closed wrong-type']],
    [{ closed: true, measures: 'Gjort.' }, ['closed still-open']],
    [{ name: 'Någon' }, ['name unknown-field']],
  ])('is refused with %j', (more, expected) => {
    expect(faults(more)).toEqual(expected)
  })

  it('says why a report came after the 72 hours', () => {
    const late = {
      discoveredAt: '2026-10-20T09:00:00Z',
      authority: 'done',
      authorityAt: '2026-10-23T09:00:01Z',
    }
    expect(faults(late)).toEqual(['authorityReason required'])
    expect(faults({ ...late, authorityReason: 'Omfattningen var oklar.' })).toEqual([])
    expect(faults({ ...late, authorityAt: '2026-10-23T09:00:00Z' })).toEqual([])
  })

  it('closes what is settled', () => {
    const settled = {
      authority: 'not-needed',
      authorityReason: 'Ingen risk.',
      told: 'not-needed',
      closed: true,
    }
    expect(faults(settled)).toEqual(['measures required'])
    expect(faults({ ...settled, measures: 'Listan är raderad.' })).toEqual([])
  })
})
