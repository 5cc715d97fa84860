import type { EventData, PostData } from '../publication/public-data.js'
import { plainText } from '../publication/rich-text.js'
import { fold } from './fold-text.js'

/** All that a search looks in, in each of the languages of an item, folded. */
export function searchTextOf(data: EventData | PostData): string {
  const texts =
    data.kind === 'event'
      ? [data, ...data.translations].flatMap((one) => [one.title, one.summary, plainText(one.body)])
      : [data, ...data.translations].flatMap((one) => [one.title, plainText(one.body)])
  const place = data.kind === 'event' ? data.place?.name : null
  return fold([...texts, place, data.organisation.name].join(' '))
}
