/**
 * The beginning of a post for lists: one line, at most `most` characters, cut between words.
 */
export function excerpt(text: string, most = 200): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const blank = cut.lastIndexOf(' ')
  // A text without blanks is cut where it must be, but never within a surrogate pair.
  const kept = blank > most / 2 ? cut.slice(0, blank) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[\s,.;:–-]+$/, '')}…`
}
