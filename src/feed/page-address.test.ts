import { describe, expect, it } from 'vitest'
import {
  eventData,
  instant,
  municipalityData,
  organisationData,
  postData,
  publicationOf,
} from './examples/publications.js'
import { createMunicipalityIndex } from './municipality-index.js'
import { findPage, pageName } from './page-address.js'

const uuid = '019ac1b2-7c3d-7e4f-8a9b-0c1d2e3f4a5b'
const index = createMunicipalityIndex('hagby', (fault) => {
  throw fault
})
const ended = { data: null, ended: '2026-11-22T08:00:00Z' }
for (const row of [
  publicationOf(municipalityData),
  publicationOf(organisationData),
  publicationOf({ ...eventData, id: uuid, title: 'Kör & körsång', slug: 'kor-korsang' }),
  publicationOf({ ...eventData, id: 'a1', title: 'Öppet hus', slug: 'oppet-hus' }),
  publicationOf({ ...eventData, id: 'a2', title: 'Öppet hus!', slug: 'oppet-hus' }),
  publicationOf({ ...eventData, id: 'a3', title: 'Öppet hus igen', slug: 'oppet-hus-igen' }),
  publicationOf({ ...eventData, id: 'g1' }, { ...ended, state: 'withdrawn', reason: 'organiser' }),
  publicationOf({ ...eventData, id: 'x1' }, { ...ended, state: 'erased' }),
  publicationOf({ ...postData, id: 'b1' }),
])
  index.apply(row)
const find = (name: string, kind: 'event' | 'post' = 'event') => findPage(index, kind, name, instant)
const ids = (name: string) => {
  const found = find(name)
  return found.is === 'several' ? found.items.map((one) => one.id).sort() : found.is
}

describe('the address of a page', () => {
  it.each([
    [`kor-korsang-${uuid}`, 'here', uuid],
    [`what-it-was-called-before-${uuid}`, 'elsewhere', uuid],
    [uuid, 'elsewhere', uuid],
    ['kor-korsang', 'elsewhere', uuid],
    ['oppet-hus-a1', 'here', 'a1'],
    ['oppet-hus-a2', 'here', 'a2'],
    ['oppet-hus-igen', 'elsewhere', 'a3'],
  ])('%s is %s', (name, is, id) => {
    expect(find(name)).toMatchObject({ is, item: { id } })
  })

  it('that names two gives both to choose from', () => {
    expect(ids('oppet-hus')).toEqual(['a1', 'a2'])
  })

  it('of what was taken down still says so, under any words', () => {
    for (const name of ['g1', 'oppen-traning-g1'])
      expect(find(name)).toMatchObject({ is: 'gone', presence: { state: 'withdrawn', reason: 'organiser' } })
    expect(find('oppen-traning').is).toBe('nothing')
  })

  it.each([
    'x1',
    'oppet',
    'b1',
    '',
    '-',
    'constructor',
    '__proto__',
    `${'a-'.repeat(3_000)}a1x`,
    'ÖPPET-HUS',
  ])('%s leads nowhere', (name) => expect(find(name).is).toBe('nothing'))

  it('has the words and the id of the item', () => {
    expect(pageName({ id: 'b1', slug: 'vatten' })).toBe('vatten-b1')
    expect(find('vattnet-stangs-av-b1', 'post').is).toBe('here')
  })
})
