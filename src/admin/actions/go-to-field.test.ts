import { describe, expect, it } from 'vitest'
import { tabOf } from './go-to-field.js'

const fields = [
  { name: 'situation', type: 'ui' },
  {
    type: 'tabs',
    tabs: [
      { fields: [{ name: 'title', type: 'text' }] },
      { fields: [{ type: 'row', fields: [{ name: 'start', type: 'date' }] }] },
      { fields: [{ name: 'address', type: 'group', fields: [{ name: 'title', type: 'text' }] }] },
    ],
  },
  { name: 'municipality', type: 'relationship' },
]

describe('the tab of a field', () => {
  it('is found through rows, by the name at the top', () => {
    expect(['title', 'start', 'address'].map((name) => tabOf(fields, name))).toEqual([0, 1, 2])
  })

  it('is none for what stands beside the tabs or nowhere, and in a form without tabs', () => {
    expect(['municipality', 'name'].map((name) => tabOf(fields, name))).toEqual([null, null])
    expect(tabOf([{ name: 'title', type: 'text' }], 'title')).toBeNull()
  })
})
