import { describe, expect, it } from 'vitest'
import { eventData, municipalityData, publicationOf } from '../feed/examples/publications.js'
import { assemble, Assembly, createPieces, listOf } from './pieces.js'

const said = (value: unknown) => () => Buffer.from(JSON.stringify(value))

describe('an answer that is put together', () => {
  it.each([
    { items: [] },
    { items: [1] },
    { items: [{ a: 'å' }, null], next: 'https://torg.example/?a=1', license: 'x' },
  ])('is the same as one that is written at once: %j', ({ items, ...more }) => {
    const bytes = assemble(
      listOf(items.map(said), more),
      () => new Assembly([]),
      () => true,
    )
    expect(bytes.toString()).toBe(JSON.stringify({ items, ...more }))
  })

  const slow = (text: string) => () => {
    const until = performance.now() + 10
    while (performance.now() < until);
    return Buffer.from(text)
  }

  it('lets others come between where it takes long, and is made anew where something changed meanwhile', async () => {
    let version = 1
    let begun = version
    let between = 0
    setImmediate(() => (between += 1))
    const bytes = assemble(
      new Assembly([slow('old '), slow('and older')]),
      () => ((begun = version), new Assembly(['new'])),
      () => begun === version,
    )
    expect(bytes).toBeInstanceOf(Promise)
    version = 2
    // What was begun before the change is not given.
    expect((await bytes).toString()).toBe('new')
    expect(between).toBe(1)
  })

  it('comes to an end also where something changes all the time', async () => {
    let made = 0
    const again = () => new Assembly([slow(`${(made += 1)}, `), slow('new')])
    const bytes = await assemble(new Assembly([slow('old '), slow('and older')]), again, () => false)
    expect(bytes.toString()).toBe('2, new')
  })
})

describe('pieces', () => {
  const publication = publicationOf(eventData)

  it('are made once for each publication, form and state of the municipality', () => {
    const pieces = createPieces()
    let made = 0
    const make = (): unknown => ({ made: (made += 1) })
    const first = pieces.of(municipalityData, publication, 'item', make)
    expect(pieces.of(municipalityData, publication, 'item', make)).toBe(first)
    expect(first.toString()).toBe('{"made":1}')
    pieces.of(municipalityData, publication, 'other', make)
    pieces.of(municipalityData, { ...publication }, 'item', make)
    pieces.of({ ...municipalityData }, publication, 'item', make)
    expect(made).toBe(4)
  })

  it('go when nobody asks for them while many others are made', () => {
    const pieces = createPieces(10_000)
    const of = (key: string, make: () => unknown) => pieces.of(municipalityData, publication, key, make)
    let made = 0
    const text = 'x'.repeat(1_000)
    of('hot', () => text)
    of('cold', () => text)
    for (let at = 0; at < 100; at += 1) {
      of(`other ${at}`, () => text)
      of('hot', () => ((made += 1), text))
    }
    expect(made).toBe(0)
    of('cold', () => ((made += 1), text))
    expect(made).toBe(1)
  })
})
