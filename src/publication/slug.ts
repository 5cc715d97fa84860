/** The part of an address that a person reads: small letters, digits and hyphens, at most 60 characters. */
export function slugOf(title: string): string {
  const folded = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return folded.slice(0, 60).replace(/-+$/, '') || 'x'
}
