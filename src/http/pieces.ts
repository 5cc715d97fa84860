import type { MunicipalityData } from '../publication/public-data.js'
import type { Publication } from '../publication/publication.js'
import type { Turns } from './turns.js'

/** Where pieces of answers are kept: what one item says in one form, made once and used in every list that holds it. */
export interface Pieces {
  /**
   * `key` names the form. What is made may depend on the publication, on the municipality and on nothing else that
   * changes. A string is kept as it is, anything else as JSON.
   */
  of(municipality: MunicipalityData, publication: Publication, key: string, make: () => unknown): Buffer
}

type Store = WeakMap<Publication, Map<string, Buffer>>
/** By municipality as it is now: when its name or zone changes, all is made anew. */
type Generation = WeakMap<MunicipalityData, Store>

/** Bytes of the pieces made since the last generation; twice as many are kept at most. */
const generationSize = 16 * 1024 * 1024
/** What a piece costs beside its bytes. */
const overhead = 200

/**
 * Pieces are held by their publication, which goes when it changes: nothing of what was taken down is left. Those that
 * nobody asked for during two generations go too.
 */
export function createPieces(size = generationSize): Pieces {
  let young: Generation = new WeakMap()
  let old: Generation = new WeakMap()
  let made = 0

  function keep(municipality: MunicipalityData, publication: Publication, key: string, piece: Buffer): void {
    made += piece.length + overhead
    if (made > size) {
      old = young
      young = new WeakMap()
      made = piece.length + overhead
    }
    let store = young.get(municipality)
    if (!store) young.set(municipality, (store = new WeakMap()))
    let forms = store.get(publication)
    if (!forms) store.set(publication, (forms = new Map()))
    forms.set(key, piece)
  }

  return {
    of(municipality, publication, key, make) {
      const here = young.get(municipality)?.get(publication)?.get(key)
      if (here) return here
      let piece = old.get(municipality)?.get(publication)?.get(key)
      if (!piece) {
        const value = make()
        piece = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
      }
      keep(municipality, publication, key, piece)
      return piece
    },
  }
}

/** An answer that is put together from parts, each made when its turn comes. */
export class Assembly {
  readonly parts: readonly (string | (() => Buffer))[]
  constructor(parts: readonly (string | (() => Buffer))[]) {
    this.parts = parts
  }
}

/** `{"items":[…],…}` in which the items are pieces and `more` are the members after them. */
export function listOf(items: readonly (() => Buffer)[], more: Record<string, unknown> = {}): Assembly {
  const rest = JSON.stringify(more).slice(1, -1)
  const parts = items.flatMap((item, at) => (at > 0 ? [',', item] : [item]))
  return new Assembly(['{"items":[', ...parts, rest ? `],${rest}}` : ']}'])
}

/** A slice of the work on one answer is so long; in milliseconds. */
const longest = 8

/** So often it is put together in slices; then in one go, for which most of its pieces are at hand by then. */
const attempts = 2

/** How an answer is put together that takes long. */
export interface Assembling<T> {
  /** The same answer as it is now. */
  again: () => Assembly
  /** Whether what was begun last is still what is there. */
  isStill: () => boolean
  /** Called in the turn in which the bytes are there and still true. */
  finish: (bytes: Buffer) => T | Promise<T>
  /** Each slice but the first, which is in the turn of whoever asks, takes a turn of its own. */
  turns: Pick<Turns, 'goOn'>
}

/**
 * An answer that is put together. What takes long is made in slices, each of them a turn like any other, so that others
 * are answered in between; where it is no longer what is there by then, it is put together anew. That comes to an end
 * however many changes come.
 */
export function assemble<T>(assembly: Assembly, how: Assembling<T>): T | Promise<T> {
  const slices = slicesOf(() => assembly)
  const bytes = slices.next().value
  return bytes ? how.finish(bytes) : goOn(slices, how)
}

async function goOn<T>(
  first: Generator<null, Buffer>,
  { again, isStill, finish, turns }: Assembling<T>,
): Promise<T> {
  let slices = first
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) slices = slicesOf(again)
    for (let isWhole = false; !isWhole;) {
      const step = await turns.goOn(() => {
        const bytes = slices.next().value
        // Within an object: what is done with it may be a promise, for which nobody has to wait here.
        return { isWhole: bytes !== null, done: bytes && isStill() ? { value: finish(bytes) } : null }
      })
      if (step.done) return step.done.value
      isWhole = step.isWhole
    }
  }
  return turns.goOn(() => finish(slicesOf(again, Infinity).next().value!))
}

/** Gives null where it stops for the others, and the bytes in the end. */
function* slicesOf(make: () => Assembly, length = longest): Generator<null, Buffer> {
  const made: Buffer[] = []
  let until = performance.now() + length
  for (const part of make().parts) {
    if (performance.now() > until) {
      yield null
      until = performance.now() + length
    }
    made.push(typeof part === 'string' ? Buffer.from(part) : part())
  }
  return Buffer.concat(made)
}
