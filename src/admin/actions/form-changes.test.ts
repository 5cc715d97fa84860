import { describe, expect, it } from 'vitest'
import { changedNames, dataOf, newNames } from './form-changes.js'

describe('what the form has changed', () => {
  it('is told by the names of its fields, those inside groups and lists by their group or list', () => {
    const fields = {
      title: { value: 'Öppen träning', initialValue: 'Träning' },
      summary: { value: 'Som förut', initialValue: 'Som förut' },
      'price.free': { value: true, initialValue: false },
      translations: { value: 1, initialValue: 0, disableFormData: true, rows: [] },
      'translations.0.title': { value: 'Open training' },
    }
    expect(changedNames(fields)).toEqual(['title', 'price', 'translations'])
  })

  it('is nothing where only the spelling of nothing or of a document differs', () => {
    const fields = {
      summary: { value: '', initialValue: undefined },
      categories: { value: ['c1'], initialValue: [{ id: 'c1', code: 'sport' }] },
      audiences: { value: [], initialValue: null },
    }
    expect(changedNames(fields)).toEqual([])
  })

  it('never holds what decisions set', () => {
    expect(changedNames({ state: { value: 'approved', initialValue: 'draft' } })).toEqual([])
    expect(newNames({ state: 'draft', title: 'Ny', revision: 1, summary: undefined })).toEqual(['title'])
  })

  it('is sent with relations as ids and emptied fields as nothing', () => {
    const place = { id: 'p1', name: 'Sporthallen', createdAt: '2026-11-01' }
    expect(
      dataOf({ place, categories: [{ ...place, id: 'c1' }], summary: '' }, [
        'place',
        'categories',
        'summary',
      ]),
    ).toEqual({
      place: 'p1',
      categories: ['c1'],
      summary: null,
    })
  })

  it('is sent with an empty list where no rows are left, and a number that is nought stays one', () => {
    expect(
      dataOf({ translations: 0, ageFrom: 0 }, ['translations', 'ageFrom'], (name) => name === 'translations'),
    ).toEqual({
      translations: [],
      ageFrom: 0,
    })
  })
})
