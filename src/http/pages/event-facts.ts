import { accessibilityFacts, type AccessibilityFact } from '../../calendar/accessibility.js'
import { pageUrl, wordsIn, type Setting } from '../../feed/formats/setting.js'
import type { Live, MunicipalityIndex } from '../../feed/municipality-index.js'
import type { EventData, Labels, PlaceFacts } from '../../publication/public-data.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { link } from '../page-frame.js'
import { labelIn, type PageSetting } from './page-parts.js'
import { pageWords, type PageLanguage } from './page-words.js'
import { localeOf, timeOf } from './times.js'

/** Another site: it learns neither where its visitor comes from nor gets hold of the page. */
const out = (url: string, words: string): string =>
  `<a href="${escapeHtml(url)}" rel="nofollow noopener noreferrer">${escapeHtml(words)}</a>`
const isWeb = (url: string): boolean => /^https?:\/\//.test(url)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const joined = (lines: (string | null | undefined | false)[]): string => lines.filter(Boolean).join('<br>')

export function placeInWords(place: PlaceFacts | null): string {
  const { name = '', address = '' } = place ?? {}
  // An address that begins with the name of the place says it already.
  return address?.startsWith(name) ? address : [name, address].filter(Boolean).join(', ')
}

/** What it costs, in words: `Gratis`, `50–100 kr`, `från 50 kr`, with what the organiser adds. */
export function priceInWords(price: NonNullable<EventData['price']>, language: PageLanguage): string {
  const words = pageWords[language]
  const { free, from, to, currency, note } = price
  const whole = [from, to].every((one) => one === null || Number.isInteger(one))
  const format = new Intl.NumberFormat(localeOf(language), {
    ...(currency && { style: 'currency', currency }),
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  })
  const sum = (amount: number): string => format.format(amount)
  const both = from !== null && to !== null
  const amount = free
    ? words.free
    : both
      ? from === to
        ? sum(from)
        : format.formatRange(from, to)
      : from !== null
        ? `${words.priceFrom} ${sum(from)}`
        : to !== null
          ? `${words.priceUpTo} ${sum(to)}`
          : ''
  return [amount, note].filter(Boolean).join('. ')
}

/** For whom it is by age: `7–12 år`, `från 7 år`, `till och med 12 år`. */
export function ageInWords({ from, to }: NonNullable<EventData['age']>, language: PageLanguage): string {
  const words = pageWords[language]
  if (from !== null && to !== null)
    return from === to ? `${from} ${words.years}` : `${from}–${to} ${words.years}`
  return from !== null ? `${words.ageFrom} ${from} ${words.years}` : `${words.ageUpTo} ${to} ${words.years}`
}

function bookingOf({ booking, zone }: EventData, event: EventData, { now, language }: PageSetting): string {
  if (!booking) return ''
  const words = pageWords[language]
  const { url, closes } = booking
  if (!closes) return isWeb(url) ? out(url, words.book) : ''
  const over = Date.parse(closes) <= now.getTime()
  const until = `${over ? words.closed : words.closes} ${timeOf({ start: closes, end: null }, { ...event, zone, allDay: false }, language)}`
  return over ? until : joined([isWeb(url) && out(url, words.book), until])
}

function contactOf({ contact }: EventData): string {
  if (!contact) return ''
  const { name, email, phone } = contact
  return joined([
    name && escapeHtml(name),
    email && link(`mailto:${email}`, email),
    phone && link(`tel:${phone.replace(/[^\d+]/g, '')}`, phone),
  ])
}

/** Everything beside its words and times that a citizen may want to know of an event, as pairs of name and HTML. */
export function eventFactsOf(
  event: EventData,
  index: MunicipalityIndex,
  here: Setting,
  setting: PageSetting,
  place: PlaceFacts | null,
): [string, string][] {
  const { language, now } = setting
  const words = pageWords[language]
  const { municipality } = here
  const seen = <K extends 'event' | 'organisation' | 'place'>(
    kind: K,
    id: string | null,
  ): Live<K>['data'] | null => {
    const row = id === null ? undefined : index.find(kind, id)
    return row && index.sees(row, now) ? (row as Live<K>).data : null
  }
  const labels = (codes: string[], labelsOf: (code: string) => Labels | undefined): string =>
    escapeHtml(
      [...new Set(codes)].map((code) => labelIn(labelsOf(code), code, language, municipality)).join(', '),
    )
  const terms = (codes: string[], all: { code: string; labels: Labels }[]): string =>
    labels(codes, (code) => all.find((one) => one.code === code)?.labels)
  const website = seen('organisation', event.organisation.id)?.contact.website
  const umbrella = seen('event', event.umbrella)
  const access = [...event.accessibility, ...(seen('place', place?.id ?? null)?.accessibility ?? [])]
  const facts: [string, string][] = [
    [words.where, escapeHtml(placeInWords(place))],
    [words.online, event.onlineUrl && isWeb(event.onlineUrl) ? out(event.onlineUrl, words.joinOnline) : ''],
    [words.price, event.price ? escapeHtml(capital(priceInWords(event.price, language))) : ''],
    [words.booking, bookingOf(event, event, setting)],
    [words.capacity, escapeHtml(event.capacityNote ?? '')],
    [words.age, event.age ? escapeHtml(capital(ageInWords(event.age, language))) : ''],
    [words.audiences, terms(event.audiences, municipality.audiences)],
    [words.accessibility, labels(access, (code) => accessibilityFacts[code as AccessibilityFact])],
    [words.areas, terms(event.areas, municipality.areas)],
    [words.category, labels(event.categories, (code) => here.categories?.get(code))],
    [
      words.who,
      joined([
        escapeHtml(event.organisation.name),
        website && isWeb(website) && out(website, new URL(website).host),
      ]),
    ],
    [words.withOthers, escapeHtml(event.coOrganisers.map(({ name }) => name).join(', '))],
    [words.contact, contactOf(event)],
    [
      words.partOf,
      umbrella ? link(`${pageUrl(here, umbrella)}?lang=${language}`, wordsIn(umbrella, language).title) : '',
    ],
  ]
  return facts.filter(([, html]) => html !== '')
}
