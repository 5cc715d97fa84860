import type { Running } from './torg.js'
import { makeTown } from './town.js'

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'] as const
type Name = `person-${(typeof letters)[number]}`
const contributor = { role: 'contributor', organisation: 'Klara' } as const

/** A municipality whose admin deletes accounts. */
export const ekbyWithMany = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      admin: { role: 'municipality-admin' },
      ...(Object.fromEntries(letters.map((letter) => [`person-${letter}`, contributor])) as Record<
        Name,
        typeof contributor
      >),
    },
  })
export type { Name }
