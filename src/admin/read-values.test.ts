import { expect, it } from 'vitest'
import { readValue, type ReadableField } from './read-values.js'

const reading = { language: 'sv' as const, zone: 'Europe/Stockholm', names: new Map<string, string>() }
const body = (url: string) => ({
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'link', fields: { url }, children: [{ type: 'text', text: 'Anmälan' }] }],
      },
    ],
  },
})
const translations: ReadableField = {
  name: 'translations',
  type: 'array',
  fields: [
    { name: 'language', type: 'text', label: { sv: 'Språk' } },
    { name: 'body', type: 'richText', label: { sv: 'Text' } },
  ],
}

it('another address under the same words is another value, in a text and in a translation', () => {
  const [old, now] = [body('https://klubben.se/'), body('https://annat.example/')]
  expect(readValue(now, null, reading)).toBe('[länk: Anmälan → https://annat.example/]')
  const said = (value: object) => readValue([{ id: 'x', language: 'en', body: value }], translations, reading)
  expect(said(old)).toBe('Språk: en · Text: [länk: Anmälan → https://klubben.se/]')
  expect(said(now)).not.toBe(said(old))
})

it('the words alone are the same, so that it can be said that they are', () => {
  const bare = { ...reading, bare: true }
  expect(readValue(body('https://a.se/'), null, bare)).toBe(readValue(body('https://b.se/'), null, bare))
  expect(readValue({ root: { children: [] } }, null, reading)).toBe('–')
})

it('a repetition is read in words', () => {
  const field: ReadableField = { name: 'recurrenceRule', type: 'text' }
  expect(readValue('FREQ=WEEKLY;BYDAY=TU', field, reading)).toMatch(/varje tisdag/i)
})
