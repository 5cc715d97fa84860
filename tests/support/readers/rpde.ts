/**
 * Holds pages of `changes` against OpenActive RPDE 1.0, https://openactive.io/realtime-paged-data-exchange/ (ordering by
 * an incrementing unique change number). Written from the specification; knows nothing of how the pages are made.
 */
export interface RpdePage {
  url: string
  type: string
  body: unknown
}
type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with one page by itself. */
export function rpdePageFaults({ url, type, body }: RpdePage): string[] {
  const faults: string[] = []
  const must = (holds: unknown, sentence: string): void => void (holds || faults.push(`RPDE: ${sentence}`))
  must(/^application\/json(;|$)/.test(type), `the content type is application/json, not ${type}`)
  if (!isObject(body)) return [...faults, 'RPDE: a page is an object']
  must(isAbsolute(body.next), 'next is an absolute URL')
  must(isAbsolute(body.license), 'license is a URL')
  if (!Array.isArray(body.items)) return [...faults, 'RPDE: items is an array']
  const items = body.items as unknown[]
  let last = -1
  const seen = new Set<string>()
  for (const item of items) {
    if (!isObject(item)) {
      faults.push('RPDE: an item is an object')
      continue
    }
    const { id, kind, state, modified, data } = item
    must(typeof id === 'string' || Number.isInteger(id), 'id is a text or a whole number')
    must(typeof kind === 'string' && kind !== '', 'kind is a text')
    must(state === 'updated' || state === 'deleted', 'state is updated or deleted')
    must(Number.isSafeInteger(modified), 'modified is a whole number')
    must((modified as number) > last, `modified grows: ${String(modified)} came after ${last}`)
    last = modified as number
    must(!seen.has(String(id)), `${String(id)} stands once`)
    seen.add(String(id))
    must(state !== 'updated' || isObject(data), 'what is updated has data')
    must(state !== 'deleted' || !('data' in item), 'what is deleted has none')
    for (const fault of dataFaults(data, String(id))) faults.push(fault)
  }
  // "The next URL MUST be calculated from the last item … and use the current page's own URL if no items exist."
  if (items.length === 0) must(body.next === url, 'the next of a page without items is its own URL')
  else must(body.next !== url, 'the next of a page with items leads on')
  return faults
}

const isAbsolute = (value: unknown): boolean =>
  typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value)

/** No JSON-LD outside of it is asked; inside, times carry a zone and addresses are absolute. */
function dataFaults(data: unknown, at: string): string[] {
  if (Array.isArray(data)) return data.flatMap((one, index) => dataFaults(one, `${at}[${index}]`))
  if (isObject(data))
    return Object.entries(data).flatMap(([name, one]) => {
      if (/^(url|self|json|calendar)$/.test(name) && typeof one === 'string' && !URL.canParse(one))
        return [`RPDE: ${at}.${name} is an absolute URL`]
      return dataFaults(one, `${at}.${name}`)
    })
  if (typeof data !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(data)) return []
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(data)
    ? []
    : [`RPDE: ${at} is a time with a zone: ${data}`]
}

export interface Walk {
  faults: string[]
  /** What a reader holds in the end, by id. */
  state: Map<string, Json>
  pages: number
  /** The page to ask again later. */
  last: string
}

/** Follows `next` from a first page to the last one, as the specification tells consumers to. */
export async function walkRpde(first: string, read: (url: string) => Promise<RpdePage>): Promise<Walk> {
  const faults: string[] = []
  const state = new Map<string, Json>()
  let highest = -1
  for (let url = first, pages = 1; ; pages += 1) {
    const page = await read(url)
    faults.push(...rpdePageFaults(page))
    const { items, next } = page.body as { items: Json[]; next: string }
    for (const item of items) {
      if ((item.modified as number) <= highest)
        faults.push(`RPDE: ${String(item.modified)} came after ${highest} on an earlier page`)
      highest = item.modified as number
      if (item.state === 'updated') state.set(String(item.id), item)
      else state.delete(String(item.id))
    }
    if (items.length === 0 && next === url) return { faults, state, pages, last: url }
    if (pages > 10_000) return { faults: [...faults, 'RPDE: there is no last page'], state, pages, last: url }
    url = next
  }
}
