import { isWebLink } from './validation.js'

/** What can be said of a link by looking at it alone; nothing is fetched. */
export type LinkRemark =
  'unreadable' | 'not-encrypted' | 'number-for-a-name' | 'hides-its-goal' | 'looks-alike'

export interface LinkForm {
  url: string
  /** Where it leads, as it is read; null where it leads nowhere. */
  host: string | null
  remarks: LinkRemark[]
}

/** Services whose addresses say nothing about where they lead. */
const shorteners: ReadonlySet<string> = new Set([
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  'shorturl.at',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'urlz.fr',
])

/**
 * A link as people write it, `www.klubben.se`, as one that leads somewhere; `https`, since that is what sites have. What
 * does not read as the name of a host is left as it is.
 */
export function withScheme(typed: string): string {
  const [host = ''] = typed.split(/[/?#]/)
  const labels = host.split('.')
  const named = labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}-]+$/u.test(label))
  return named && /^\p{L}{2,}$/u.test(labels.at(-1)!) ? `https://${typed}` : typed
}

/**
 * Looks at a web link without following it. A letter of another script in a name (`xn--`, Unicode TS 39) may look like
 * one of ours; å, ä, ö, æ and ø are spelt so too, so it is a remark and no fault.
 */
export function linkForm(url: string): LinkForm {
  if (!isWebLink(url)) return { url, host: null, remarks: ['unreadable'] }
  const { hostname, protocol } = new URL(url)
  const bare = hostname.replace(/^www\./, '')
  const remarks: LinkRemark[] = []
  if (protocol === 'http:') remarks.push('not-encrypted')
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) remarks.push('number-for-a-name')
  if (shorteners.has(bare)) remarks.push('hides-its-goal')
  if (hostname.split('.').some((part) => part.startsWith('xn--'))) remarks.push('looks-alike')
  return { url, host: hostname, remarks }
}

/** The web links of some content, each once: those of its fields, and those in its texts. */
export function linksIn(content: Record<string, unknown> | null): LinkForm[] {
  if (!content) return []
  const found = new Set<string>()
  for (const field of ['bookingUrl', 'onlineUrl', 'link']) {
    const value = content[field]
    if (typeof value === 'string' && value !== '') found.add(value)
  }
  const contact = content.contact as { website?: unknown } | null | undefined
  if (typeof contact?.website === 'string' && contact.website !== '') found.add(contact.website)
  const waiting: unknown[] = [content.body, content.translations]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (Array.isArray(node)) waiting.push(...(node as unknown[]))
    else if (typeof node === 'object' && node !== null) {
      const { url, ...rest } = node as { url?: unknown }
      if (typeof url === 'string' && /^https?:/i.test(url)) found.add(url)
      waiting.push(...Object.values(rest))
    }
  }
  return [...found].map(linkForm)
}
