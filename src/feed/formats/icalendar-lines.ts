import { showable } from '../../shared/characters.js'

/** Octets in a line without its break, RFC 5545, 3.1. */
const longestLine = 75

/** A TEXT value, RFC 5545, 3.3.11. */
export function escapedText(text: string): string {
  return showable(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
}

/** The value of a parameter: in quotes where it needs them; it can hold neither quotes nor line breaks (3.1). */
function parameterValue(text: string): string {
  const clean = showable(text).replace(/"/g, "'").replace(/\s+/g, ' ')
  return /[:;,]/.test(clean) ? `"${clean}"` : clean
}

/** One property as a line, folded. The value is written as it is: `escapedText` is for those that hold words. */
export function contentLine(name: string, value: string, parameters: Record<string, string> = {}): string {
  const more = Object.entries(parameters).map(([key, each]) => `;${key}=${parameterValue(each)}`)
  return folded(`${name}${more.join('')}:${value.replace(/[\r\n]/g, '')}`)
}

/** Folds by octets and never within a character. */
export function folded(line: string): string {
  // No sign takes more than three octets in UTF-8 for each of its code units.
  if (line.length * 3 <= longestLine) return line
  const octets = Buffer.from(line)
  const parts: string[] = []
  for (let from = 0; from < octets.length;) {
    // The space that begins a folded line counts.
    let to = Math.min(from + longestLine - (from === 0 ? 0 : 1), octets.length)
    while (to < octets.length && (octets[to]! & 0xc0) === 0x80) to -= 1
    parts.push(octets.toString('utf8', from, to))
    from = to
  }
  return parts.join('\r\n ')
}
