import type { Field } from 'payload'
import { expect, it } from 'vitest'
import { fieldLabels } from './field-labels.js'
import { inventoryFaults } from './inventory-faults.js'
import { personalIn, type FieldLabels } from './label.js'
import { storedFields } from './stored-fields.js'

const fields: Field[] = [
  { name: 'panel', type: 'ui', admin: {} },
  {
    type: 'tabs',
    tabs: [
      { label: 'A', fields: [{ name: 'title', type: 'text' }] },
      { name: 'more', fields: [{ name: 'note', type: 'text' }] },
    ],
  },
  { type: 'row', fields: [{ name: 'start', type: 'date' }] },
  { name: 'contact', type: 'group', fields: [{ name: 'name', type: 'text' }] },
  {
    name: 'rules',
    type: 'array',
    fields: [{ name: 'words', type: 'array', fields: [{ name: 'text', type: 'textarea' }] }],
  },
  { name: 'parts', type: 'blocks', blocks: [{ slug: 'quote', fields: [{ name: 'by', type: 'text' }] }] },
  { name: 'body', type: 'richText' },
]
const labels: Record<string, FieldLabels> = {
  things: {
    id: 'none',
    title: 'content',
    'more.note': 'content',
    start: 'none',
    'contact.name': 'contact',
    'rules.words.text': 'none',
    parts: 'content',
    'parts.quote.by': 'content',
    body: ['content', 'contact'],
  },
}
const faultsOf = (stored: Field[], labelled = labels) =>
  inventoryFaults([{ slug: 'things', fields: stored }], labelled)

it('every field is found by its path: in tabs, rows, groups, lists, lists of lists and blocks', () => {
  expect(storedFields({ slug: 'things', fields })).toEqual(Object.keys(labels.things!))
  expect(faultsOf(fields)).toEqual([])
})

it('a new field fails wherever it stands, and so does one that is gone', () => {
  const secret: Field = { name: 'nickname', type: 'text' }
  expect(faultsOf([...fields, secret])).toEqual([expect.stringContaining('things nickname has no label')])
  const inContact = fields.map((field) =>
    'name' in field && field.name === 'contact'
      ? ({ ...field, fields: [{ name: 'name', type: 'text' }, secret] } as Field)
      : field,
  )
  expect(faultsOf(inContact)).toEqual([expect.stringContaining('things contact.nickname has no label')])
  expect(faultsOf(fields.slice(0, -1))).toEqual([
    expect.stringContaining('things body is labelled and is no field'),
  ])
})

it('a collection that nobody labelled fails with each of its fields, and a labelled one that is not there too', () => {
  expect(
    inventoryFaults([{ slug: 'visitors', fields: [{ name: 'address', type: 'text' }] }], {}),
  ).toHaveLength(2)
  expect(inventoryFaults([], labels)).toHaveLength(Object.keys(labels.things!).length)
})

it('no field holds anything of those who read: there is no label for it', () => {
  const used = new Set(Object.values(fieldLabels).flatMap((one) => Object.values(one).flatMap(personalIn)))
  expect([...used].sort()).toEqual(['contact', 'content', 'login'])
  for (const one of Object.values(fieldLabels))
    for (const label of Object.values(one))
      expect(new Set(personalIn(label)).size).toBe(personalIn(label).length)
})
