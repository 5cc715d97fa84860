import { expect, it } from 'vitest'
import { surfaceFaults } from './category-faults.js'

it('puts no category on a surface that its municipality does not have, and leaves one that lies there already', () => {
  const here = { before: [], municipality: ['calendar'] }
  expect(surfaceFaults(['calendar'], here)).toEqual([])
  expect(surfaceFaults(['calendar', 'community'], here)).toMatchObject([
    { field: 'surfaces', code: 'surface-not-here' },
  ])
  expect(surfaceFaults(['community'], { ...here, before: ['community'] })).toEqual([])
  expect(surfaceFaults(undefined, here)).toEqual([])
})
