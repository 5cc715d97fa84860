import { formatZoned } from '../../calendar/zoned-time.js'
import type { Live } from '../municipality-index.js'
import { pageUrl, type Setting } from './setting.js'

/** What money is called where no currency was given: an offer without one is not understood (ISO 4217). */
const currencies: Record<string, string> = { SE: 'SEK', NO: 'NOK', DK: 'DKK', FI: 'EUR', IS: 'ISK' }

/** What it costs to come, and where one books, as schema.org's offer; nothing where neither is said. */
export function offersOf({ data: event, published }: Live<'event'>, setting: Setting): unknown {
  const { price, booking } = event
  const costs = price?.free ? 0 : (price?.from ?? price?.to ?? null)
  if (costs === null && !booking) return undefined
  const range = !price?.free && price?.from != null && price.to != null && price.to !== price.from
  return {
    '@type': range ? 'AggregateOffer' : 'Offer',
    ...(costs === null
      ? {}
      : {
          price: costs,
          priceCurrency: price?.currency ?? currencies[setting.municipality.country] ?? 'EUR',
        }),
    ...(range ? { lowPrice: price.from, highPrice: price.to } : {}),
    url: booking?.url ?? pageUrl(setting, event),
    availability: 'https://schema.org/InStock',
    validFrom: published ? formatZoned(published, event.zone) : undefined,
    availabilityEnds: booking?.closes ? formatZoned(booking.closes, event.zone) : undefined,
  }
}
