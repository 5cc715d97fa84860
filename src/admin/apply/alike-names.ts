import { searchName } from '../../calendar/similar-place.js'

const shortest = 4

/** Names of a list that are likely the same as the one typed: one holds the other. At most three. */
export function alikeNames(typed: string, names: readonly string[]): string[] {
  const wanted = searchName(typed)
  if (wanted.length < shortest) return []
  return names
    .filter((name) => {
      const known = searchName(name)
      return (
        known.length >= shortest &&
        (` ${known} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${known} `))
      )
    })
    .slice(0, 3)
}
