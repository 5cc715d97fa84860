import { expect, it } from 'vitest'
import {
  eventData,
  municipalityData,
  organisationData,
  postData,
  publicationOf,
} from './examples/publications.js'
import { bestLanguage } from './formats/setting.js'
import { createLanguages } from './languages.js'
import { createMunicipalityIndex } from './municipality-index.js'

const translated = (...languages: string[]) =>
  languages.map((language) => ({ language, title: language, summary: null, body: null }))

function town() {
  const index = createMunicipalityIndex('hagby', (fault) => {
    throw fault
  })
  const texts = [
    { ...eventData, translations: translated('en-GB', 'ar') },
    { ...postData, translations: translated('nn', 'zh-Hans') },
  ]
  for (const data of [municipalityData, organisationData, ...texts]) index.apply(publicationOf(data))
  return { index, texts, here: createLanguages() }
}

it.each([
  ['sv', 'sv'],
  ['no', 'no'],
  ['en-gb', 'en-gb'],
  ['en-au', 'en'],
  ['ar-eg', 'ar'],
  ['zh-hans', 'zh-hans'],
  ['zh-hant', 'zh'],
  ['nn-no', 'nn'],
  ['fi', undefined],
  ['svx', undefined],
  ['x-klingon', undefined],
])('%s is %s where that is what there is', (asked, found) => {
  const { index, here } = town()
  expect(here(index, asked)).toBe(found)
})

it('chooses the same language of each item as what was asked for', () => {
  const { index, texts, here } = town()
  for (const asked of [
    'sv',
    'sv-fi',
    'nb',
    'no',
    'nn',
    'da',
    'en',
    'en-us',
    'en-gb',
    'ar',
    'zh',
    'zh-tw',
    'fi',
    'de-at',
  ])
    for (const text of texts) expect(bestLanguage(text, here(index, asked))).toBe(bestLanguage(text, asked))
})

it('knows a language as soon as something is in it', () => {
  const { index, here } = town()
  expect(here(index, 'so')).toBeUndefined()
  index.apply(publicationOf({ ...eventData, translations: translated('so') }))
  expect(here(index, 'so')).toBe('so')
  expect(here(index, 'ar')).toBeUndefined()
})
