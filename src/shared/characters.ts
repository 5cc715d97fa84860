/**
 * Characters that no text may hold: controls other than tab and line breaks (XML 1.0, 2.2 and RFC 5545, 3.1 know none
 * of them), marks that turn the direction of all that follows (UAX 9, explicit formatting), code points that are no
 * characters (Unicode, D14), and halves of a surrogate pair.
 */
const unshowable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{Cs}\p{Noncharacter_Code_Point}]/u

const everyUnshowable = new RegExp(unshowable.source, 'gu')

export const holdsUnshowable = (text: string): boolean => unshowable.test(text)

/** Line breaks of every spelling, also those that only some programs know. */
export const holdsLineBreak = (text: string): boolean => /[\r\n\u2028\u2029]/.test(text)

/** The text as every reader can show it: half a pair becomes U+FFFD, the rest is left out. */
export const showable = (text: string): string =>
  unshowable.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(everyUnshowable, '') : text

/** Every text in a JSON value, names of properties included. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return [...Object.keys(value), ...Object.values(value).flatMap(textsIn)]
}
