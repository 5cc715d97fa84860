import { expect, it } from 'vitest'
import { eventData, placeData, postData } from '../feed/examples/publications.js'
import { renamed, withoutErased } from './organisation-names.js'

const names = new Map([
  ['o1', 'IF Hagen och Vik'],
  ['o2', 'Kören'],
])

it('gives an event the present names of its organiser and co-organisers, and changes nothing else', () => {
  const event = {
    ...eventData,
    coOrganisers: [
      { id: 'o2', name: 'Gamla kören' },
      { id: 'o3', name: 'Andra' },
    ],
  }
  expect(renamed(event, names)).toEqual({
    ...event,
    organisation: { id: 'o1', name: 'IF Hagen och Vik' },
    coOrganisers: [
      { id: 'o2', name: 'Kören' },
      { id: 'o3', name: 'Andra' },
    ],
  })
})

it('notices a co-organiser alone', () => {
  const event = {
    ...eventData,
    organisation: { id: 'o9', name: 'Annan' },
    coOrganisers: [{ id: 'o2', name: 'Gamla kören' }],
  }
  expect(renamed(event, names)).toMatchObject({
    organisation: { name: 'Annan' },
    coOrganisers: [{ name: 'Kören' }],
  })
})

it('leaves what says the present names already, and what names nobody', () => {
  expect(renamed({ ...postData, organisation: { id: 'o1', name: 'IF Hagen och Vik' } }, names)).toBeNull()
  expect(renamed({ ...postData, organisation: { id: 'o9', name: 'Annan' } }, names)).toBeNull()
  expect(renamed(placeData, names)).toBeNull()
  expect(renamed(null, names)).toBeNull()
})

it('keeps the name that was decided on where the present one is not known', () => {
  expect(
    renamed({ ...postData, organisation: { id: 'o1', name: 'IF Hagen' } }, new Map([['o1', '']])),
  ).toBeNull()
})

it('names nobody beside the organiser who was erased', () => {
  const event = {
    ...eventData,
    coOrganisers: [
      { id: 'o2', name: 'Kören' },
      { id: 'o3', name: 'Andra' },
    ],
  }
  const present = new Map<string, string | null>([
    ['o2', 'Kören'],
    ['o3', null],
  ])
  expect(renamed(event, present)).toEqual({ ...event, coOrganisers: [{ id: 'o2', name: 'Kören' }] })
})

it('marks who is suspended beside the organiser, once, and takes the mark off when it is back', () => {
  const event = {
    ...eventData,
    organisation: { id: 'o1', name: 'IF Hagen och Vik' },
    coOrganisers: [{ id: 'o2', name: 'Kören' }],
  }
  const suspended = new Map([['o2', true]])
  const marked = renamed(event, names, suspended)
  expect(marked).toEqual({ ...event, coOrganisers: [{ id: 'o2', name: 'Kören', hidden: true }] })
  expect(renamed(marked, names, suspended)).toBeNull()
  expect(renamed(marked, names, new Map())).toBeNull()
  expect(renamed(marked, names, new Map([['o2', false]]))).toEqual(event)
})

it('takes from what is hidden the names of those who were erased, its own too, and no other', () => {
  const event = {
    ...eventData,
    organisation: { id: 'o1', name: 'IF Hagen' },
    coOrganisers: [
      { id: 'o2', name: 'Gamla kören' },
      { id: 'o3', name: 'Andra' },
    ],
  }
  const erased = (id: string) => new Map([...names, [id, null]])
  expect(withoutErased(event, names)).toBeNull()
  expect(withoutErased(event, erased('o1'))).toEqual({ ...event, organisation: { id: 'o1', name: '' } })
  expect(withoutErased(event, erased('o3'))).toEqual({
    ...event,
    coOrganisers: [{ id: 'o2', name: 'Gamla kören' }],
  })
  expect(withoutErased({ ...event, organisation: { id: 'o1', name: '' } }, erased('o1'))).toBeNull()
})
