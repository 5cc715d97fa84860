import type { MunicipalityIndex } from '../feed/municipality-index.js'
import type { UseCounter, UseKind } from '../privacy/use/use-counter.js'

const lists: readonly string[] = ['events', 'posts', 'organisations', 'places', 'categories']

/** What of the closed list an address below `/feed/v1` is, and of which municipality; null for what is not counted. */
export function useOf(address: string): { municipality: string; kind: UseKind } | null {
  const question = address.indexOf('?')
  const [, municipality = '', list, id] = (question < 0 ? address : address.slice(0, question)).split('/')
  const kind = kindOf(list, id)
  return municipality === '' || kind === null ? null : { municipality, kind }
}

function kindOf(list: string | undefined, id: string | undefined): UseKind | null {
  if (list === undefined) return 'app-starts'
  const last = id ?? list
  if (last.endsWith('.ics')) return 'calendars'
  if (id === undefined && /\.(json|rss|atom)$/.test(list)) return 'feeds'
  if (list === 'changes') return 'changes'
  if (!lists.includes(list)) return null
  return id === undefined ? 'lists' : 'items'
}

/** Counts what was answered. A name that is no municipality is counted nowhere: nothing of an asker's own words is held. */
export interface UseOfDoors {
  ofFeed(address: string): void
  ofPage(municipality: string): void
}

export function useOfDoors(
  counter: Pick<UseCounter, 'count'>,
  isMunicipality: (slug: string) => boolean,
): UseOfDoors {
  return {
    ofFeed(address) {
      const use = useOf(address)
      if (use && isMunicipality(use.municipality)) counter.count(use.municipality, use.kind)
    },
    ofPage(municipality) {
      if (isMunicipality(municipality)) counter.count(municipality, 'pages')
    },
  }
}

/** The zone in which the days of a municipality are counted. */
export const zoneIn = (index: MunicipalityIndex | null | undefined): string =>
  (index?.municipality()?.data as { zone?: string } | null | undefined)?.zone ?? 'Europe/Stockholm'
