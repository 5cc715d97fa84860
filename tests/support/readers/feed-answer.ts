/** An answer of the feed as it came over HTTP; `path` is what was asked, with its query. */
export interface FeedAnswer {
  method: string
  path: string
  status: number
  headers: Record<string, string | undefined>
  text: string
}

/** Whether an address is one of the feed; the pages for people and the editorial API are not. */
export const isOfFeed = (path: string): boolean => /^\/(feed\/v1|media)(\/|\?|$)/.test(path)
