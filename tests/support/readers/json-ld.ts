import jsonld from 'jsonld'

const schema = 'https://schema.org/'
const words =
  `name description inLanguage keywords typicalAgeRange streetAddress addressRegion addressCountry latitude
  longitude startDate endDate previousStartDate isAccessibleForFree price lowPrice highPrice priceCurrency validFrom
  availabilityEnds location organizer offers address geo superEvent subEvent`.split(/\s+/)
const links = ['url', 'image', 'eventStatus', 'eventAttendanceMode', 'availability']
const kinds =
  `Event EventSeries Place PostalAddress GeoCoordinates VirtualLocation Organization Offer AggregateOffer`.split(
    ' ',
  )

/**
 * The terms of schema.org that Torg uses, and no others: what is not named here is not understood, which the processor
 * reports. Embedded, so that nothing is asked of the network.
 */
const context = {
  '@context': {
    ...Object.fromEntries([...words, ...kinds].map((name) => [name, `${schema}${name}`])),
    ...Object.fromEntries(links.map((name) => [name, { '@id': `${schema}${name}`, '@type': '@id' }])),
  },
}
const documentLoader = async (url: string) => {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`No document is loaded from ${url}`)
  return { contextUrl: undefined, documentUrl: url, document: context }
}

type Json = Record<string, unknown>
const listOf = (value: unknown): Json[] =>
  value === undefined ? [] : ((Array.isArray(value) ? value : [value]) as Json[])

/** Read by a JSON-LD processor in safe mode (whatever it would drop is an error), then held against the rules for events. */
export async function jsonLdFaults(body: Json): Promise<string[]> {
  try {
    const [event] = await jsonld.expand(body, { documentLoader, safe: true })
    if (!event) return ['JSON-LD: it says nothing']
  } catch (fault) {
    const { message, details } = fault as { message: string; details?: unknown }
    return [`JSON-LD: ${message} ${JSON.stringify(details ?? '').slice(0, 300)}`]
  }
  return [body, ...listOf(body.subEvent)].flatMap(eventFaults)
}

const iso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** The rules of https://developers.google.com/search/docs/appearance/structured-data/event, required and recommended. */
function eventFaults(event: Json): string[] {
  const faults: string[] = []
  const must = (holds: unknown, sentence: string): void =>
    void (holds || faults.push(`Google: ${String(event['@id'])} ${sentence}`))
  must(event['@type'] === 'Event' || event['@type'] === 'EventSeries', 'is an event')
  must(typeof event.name === 'string' && event.name !== '', 'has a name')
  must(iso.test(String(event.startDate)), 'has a start with the offset of its zone, or a date')
  must(event.endDate === undefined || iso.test(String(event.endDate)), 'ends at a time')
  const states = listOf(event.eventStatus).map((one) => String(one).replace(`${schema}Event`, ''))
  must(
    states.length > 0 &&
      states.every((one) => /^(Scheduled|Cancelled|Postponed|Rescheduled|MovedOnline)$/.test(one)),
    'has a status',
  )
  // "If you add previousStartDate, also set eventStatus to EventRescheduled."
  const rescheduled = states.includes('Rescheduled')
  must(
    rescheduled === (event.previousStartDate !== undefined),
    'names its former start where it has a new one, and only there',
  )
  must(
    event.previousStartDate === undefined || iso.test(String(event.previousStartDate)),
    'had its former start at a time',
  )
  const mode = String(event.eventAttendanceMode).replace(schema, '')
  const locations = listOf(event.location)
  const real = locations.filter((one) => one['@type'] === 'Place')
  const virtual = locations.filter((one) => one['@type'] === 'VirtualLocation')
  must(locations.length > 0 && real.length + virtual.length === locations.length, 'has a location')
  must(
    mode !== 'OnlineEventAttendanceMode' || (virtual.length === 1 && real.length === 0),
    'on the net has a virtual location alone',
  )
  must(
    mode !== 'OfflineEventAttendanceMode' || (real.length === 1 && virtual.length === 0),
    'at a place has that place alone',
  )
  must(mode !== 'MixedEventAttendanceMode' || (real.length === 1 && virtual.length === 1), 'at both has both')
  must(/^(Online|Offline|Mixed)EventAttendanceMode$/.test(mode), 'says how one takes part')
  must(
    !states.includes('MovedOnline') || mode === 'OnlineEventAttendanceMode',
    'that moved to the net is there',
  )
  for (const one of real) {
    const address = one.address as Json | undefined
    must(
      one.name && address?.['@type'] === 'PostalAddress' && address.addressCountry,
      'has a place with name and address',
    )
  }
  for (const one of virtual) must(URL.canParse(String(one.url)), 'has a virtual location with an address')
  for (const one of listOf(event.offers)) {
    must(URL.canParse(String(one.url)) && one.availability, 'has offers with address and availability')
    must((one.price === undefined) === (one.priceCurrency === undefined), 'has prices with a currency')
    must(
      one.price === undefined || (typeof one.price === 'number' && one.price >= 0),
      'has prices that are numbers',
    )
  }
  for (const one of listOf(event.image)) must(URL.canParse(String(one)), 'has pictures with addresses')
  for (const one of listOf(event.organizer))
    must(one.name && one['@type'] === 'Organization', 'has organisers with names')
  must(listOf(event.organizer).length > 0, 'has an organiser')
  return faults
}
