import { expect, it } from 'vitest'
import { eventData, municipalityData, organisationData, publicationOf } from './examples/publications.js'
import { createMunicipalityIndex } from './municipality-index.js'

const now = new Date('2026-11-23T12:00:00Z')
const event = { ...eventData, coOrganisers: [{ id: 'o7', name: 'Kören', hidden: true as const }] }
const choir = { ...organisationData, id: 'o7', name: 'Kören' }
let number = 10_000

function index() {
  const made = createMunicipalityIndex('hagby', (fault) => {
    throw fault
  })
  made.apply(publicationOf(municipalityData))
  made.apply(publicationOf(organisationData))
  const named = () => {
    const row = made.find('event', event.id)!
    return {
      names: row.data?.kind === 'event' && row.data.coOrganisers,
      hits: made.eventsHaving('organisation', ['o7']).size,
    }
  }
  const choirIs = (active: boolean) => made.apply(publicationOf(choir, { active, number: (number += 1) }))
  const tell = (more: object = {}) => made.apply(publicationOf(event, { number: (number += 1), ...more }))
  return { made, named, choirIs, tell }
}
const shown = { names: [{ id: 'o7', name: 'Kören' }], hits: 1 }
const hidden = { names: [], hits: 0 }

it('names who is active beside the organiser, in whatever order they are told', () => {
  const { named, choirIs, tell } = index()
  tell()
  expect(named()).toEqual(hidden)
  choirIs(true)
  expect(named()).toEqual(shown)
  choirIs(false)
  expect(named()).toEqual(hidden)
  tell()
  expect(named()).toEqual(hidden)
  choirIs(true)
  expect(named()).toEqual(shown)
})

it('forgets an event that is taken down, and answers anew with every change of who is active', () => {
  const { made, named, choirIs, tell } = index()
  choirIs(true)
  tell()
  const before = made.version()
  choirIs(false)
  expect(made.version()).toBeGreaterThan(before)
  expect(made.takenDownAt()).toBe(made.version())
  tell({ state: 'withdrawn', data: null, ended: now.toISOString() })
  choirIs(true)
  expect(named()).toEqual({ names: false, hits: 0 })
  expect(made.live('event', now)).toEqual([])
})
