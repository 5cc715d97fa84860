import { describe, expect, it } from 'vitest'
import { feedShapes, shapeSchemas } from '../feed/shapes/index.js'
import { municipalityRoutes } from './feed-routes.js'
import { ask, serveFeed } from './examples/served-feed.js'

serveFeed()

describe('the shapes', () => {
  const doors = municipalityRoutes.flatMap(({ path, shape }) =>
    shape
      ? [
          [
            `/feed/v1${path.replace('{m}', 'hagby').replace('{id}', path.includes('/posts/') ? 'n1' : 'e1')}`,
            shape,
          ] as const,
        ]
      : [],
  )

  it.each([
    ['/feed/v1', 'Municipalities'] as const,
    ...doors,
    ['/feed/v1/hagby/changes?after=0', 'Changes'] as const,
  ])('%s answers what %s describes, and no field beside', async (path, shape) => {
    const { json } = await ask(path)
    const read = feedShapes[shape].safeParse(json)
    expect(read.error?.issues ?? []).toEqual([])
    const items = (json as { items?: unknown[] }).items
    if (items) expect(items.length).toBeGreaterThan(0)
  })

  it('find a field that nobody described', async () => {
    const { json } = await ask('/feed/v1/hagby/posts/n1')
    expect(feedShapes.Post.safeParse({ ...(json as object), author: 'x' }).success).toBe(false)
  })

  it('are given to readers who ignore what they do not know', () => {
    expect(JSON.stringify(shapeSchemas())).not.toContain('"additionalProperties":false')
  })

  it('stand in the documentation, each with its fields', async () => {
    const { text } = await ask('/feed/v1/docs')
    for (const [name, schema] of Object.entries(shapeSchemas())) {
      expect(text).toContain(`<section id="${name}">`)
      for (const field of Object.keys((schema.properties as object | undefined) ?? {}))
        expect(text, name).toContain(`<code>${field}</code>`)
    }
  })
})
