import { describe, expect, it } from 'vitest'
import { eventData, municipalityData, publicationOf } from '../feed/examples/publications.js'
import { assemble, Assembly, createPieces, listOf } from './pieces.js'
import { createTurns } from './turns.js'

const said = (value: unknown) => () => Buffer.from(JSON.stringify(value))

describe('an answer that is put together', () => {
  it.each([
    { items: [] },
    { items: [1] },
    { items: [{ a: 'å' }, null], next: 'https://torg.example/?a=1', license: 'x' },
  ])('is the same as one that is written at once: %j', ({ items, ...more }) => {
    const text = assemble(listOf(items.map(said), more), {
      again: () => new Assembly([]),
      isStill: () => true,
      finish: String,
      turns: createTurns(),
    })
    expect(text).toBe(JSON.stringify({ items, ...more }))
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
    const text = assemble(new Assembly([slow('old '), slow('and older')]), {
      again: () => ((begun = version), new Assembly(['new'])),
      isStill: () => begun === version,
      finish: String,
      turns: createTurns(),
    })
    expect(text).toBeInstanceOf(Promise)
    version = 2
    // What was begun before the change is not given.
    expect(await text).toBe('new')
    expect(between).toBe(1)
  })

  it('comes to an end also where something changes all the time', async () => {
    let made = 0
    const again = () => new Assembly([slow(`${(made += 1)}, `), slow('new')])
    const old = new Assembly([slow('old '), slow('and older')])
    const how = { again, isStill: () => false, finish: String, turns: createTurns() }
    expect(await assemble(old, how)).toBe('2, new')
  })

  it('is finished in the turn in which it was still true', async () => {
    let version = 1
    const finished: number[] = []
    const first = createTurns()
    // Whoever comes right behind a turn finds it changed.
    const turns = { goOn: <T>(work: () => T | Promise<T>) => first.goOn(work).finally(() => (version += 1)) }
    const finish = () => finished.push(version)
    const how = { again: () => new Assembly([slow('a'), slow('b')]), isStill: () => true, finish, turns }
    await assemble(how.again(), how)
    expect(finished).toEqual([1])
  })

  it('takes turns with all others: never two slices without a moment for what is ready', async () => {
    const turns = createTurns()
    const order: string[] = []
    const part = (name: string) => () => (order.push(name), slow(name)())
    const put = async (name: string) =>
      turns.take(
        () => {
          const assembly = new Assembly([1, 2, 3, 4].map(() => part(name)))
          return assemble(assembly, { again: () => assembly, isStill: () => true, finish: String, turns })
        },
        () => true,
      )
    let isOver = false
    const others = (): void => {
      order.push('ready')
      if (!isOver) setImmediate(others)
    }
    setImmediate(others)
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map(put))
    expect(await all).toEqual(['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'])
    isOver = true
    const made = order
      .join(' ')
      .split('ready')
      .map((one) => one.trim())
      .filter(Boolean)
    // One slice between two moments for the others, and each answer has its share of them.
    expect(made.join(' ')).toBe('a a b c d e a b c d e a b c d e b c d e')
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
