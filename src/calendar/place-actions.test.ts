import { expect, it } from 'vitest'
import { namesPlace, placeRefusal, withoutPlace, type PlaceAction } from './place-actions.js'

const author = { editor: false, municipalityAdmin: false }
const editor = { editor: true, municipalityAdmin: false }
const admin = { editor: true, municipalityAdmin: true }

it.each([
  ['withdraw', author, true, 'not-allowed'],
  ['withdraw', editor, true, 'ok'],
  ['withdraw', editor, false, 'not-possible-in-this-state'],
  ['withdraw', admin, true, 'ok'],
  ['erase', author, true, 'not-allowed'],
  ['erase', editor, true, 'not-allowed'],
  ['erase', admin, true, 'ok'],
  ['erase', admin, false, 'ok'],
] as [PlaceAction, typeof author, boolean, string][])(
  'may somebody %s a place? %o, public: %s: %s',
  (action, who, isPublic, answer) => {
    expect(placeRefusal(action, { ...who, public: isPublic })?.code ?? 'ok').toBe(answer)
  },
)

const event: { title: string; place: string; overrides: object[] } = {
  title: 'Fest',
  place: 'p1',
  overrides: [{ note: 'Ute', place: 'p2' }, { place: null }],
}

it('finds a place of the whole event and of one of its times', () => {
  expect(['p1', 'p2', 'p3'].filter((place) => namesPlace(event, place))).toEqual(['p1', 'p2'])
  expect(namesPlace(null, 'p1')).toBe(false)
  expect(namesPlace({ place: null }, 'p1')).toBe(false)
})

it('takes a place out and leaves the rest', () => {
  expect(withoutPlace(event, 'p1')).toEqual({ ...event, place: null })
  expect(withoutPlace(event, 'p2')).toEqual({
    ...event,
    overrides: [{ note: 'Ute', place: null }, { place: null }],
  })
  expect(withoutPlace({ place: 'p2' }, 'p1')).toEqual({ place: 'p2' })
})
