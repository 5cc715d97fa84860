import { foldedWords, holdsWords } from './fold-text.js'
import type { Live, MunicipalityIndex } from './municipality-index.js'
import type { Presence } from '../publication/visibility.js'

export type PageKind = 'event' | 'post'
export type PageItem = Live<PageKind>

/** The middle of the address of a page: `/{m}/e/…` for events, `/{m}/p/…` for posts. */
export const pagePart: Record<PageKind, 'e' | 'p'> = { event: 'e', post: 'p' }

/**
 * The last part of the address of a page: the words of its title, then its id. The words are for people and may change;
 * the id leads there for good, tells two of the same name apart, and still says what was taken down.
 */
export const pageName = ({ id, slug }: { id: string; slug: string }): string => `${slug}-${id}`

/** What the address of a page leads to. `elsewhere`: the page has another address now, or this was a short one. */
export type FoundPage =
  | { is: 'here' | 'elsewhere'; item: PageItem }
  | { is: 'several'; items: PageItem[] }
  | { is: 'gone'; presence: Presence & { status: 410 } }
  | { is: 'nothing' }

/** How many of the same name are shown to choose from. */
const mostOfOneName = 50

/**
 * Finds the page of an address: by the id at its end whatever the words before it, else by the words alone, where they
 * name one thing; where they name several, all of them. What was taken down is found by its id.
 */
export function findPage(index: MunicipalityIndex, kind: PageKind, name: string, now: Date): FoundPage {
  const row = endings(name)
    .map((id) => index.find(kind, id))
    .find((one) => one !== undefined)
  if (row) {
    const presence = index.presence(row, now)
    if (presence.status === 410) return { is: 'gone', presence }
    if (presence.status === 404) return { is: 'nothing' }
    const item = row as PageItem
    return { is: pageName(item.data) === name ? 'here' : 'elsewhere', item }
  }
  const items = /^[a-z0-9-]{2,60}$/.test(name) ? named(index, kind, name, now) : []
  if (items.length > 1) return { is: 'several', items }
  return items[0] ? { is: 'elsewhere', item: items[0] } : { is: 'nothing' }
}

/** The whole name, and what stands after each hyphen: an id may have hyphens of its own. */
function endings(name: string): string[] {
  const starts = [...name.matchAll(/-/g)].map(({ index }) => index + 1)
  return [0, ...starts].slice(0, 200).map((at) => name.slice(at))
}

/** Nobody keeps a list of the short names: few ask by them. The search that is there finds the same words. */
function named(index: MunicipalityIndex, kind: PageKind, slug: string, now: Date): PageItem[] {
  const words = foldedWords(slug.replaceAll('-', ' '))
  const found: PageItem[] = []
  index.eachText(kind, (text, publication) => {
    if (!holdsWords(text, words) || publication.data.slug !== slug || !index.sees(publication, now))
      return false
    found.push(publication)
    return found.length === mostOfOneName
  })
  return found
}
