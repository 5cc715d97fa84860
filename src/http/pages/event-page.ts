import type { Occurrence } from '../../calendar/occurrences.js'
import { recurrenceWords } from '../../calendar/recurrence-words.js'
import { statusInWords } from '../../calendar/event-status-labels.js'
import { wholeTimes } from '../../calendar/whole-times.js'
import { dayAt } from '../../calendar/zoned-time.js'
import { comingOccurrences } from '../../feed/coming-occurrences.js'
import { findOccurrences } from '../../feed/event-query.js'
import { eventJsonLd } from '../../feed/formats/json-ld.js'
import { feedUrl, wordsIn, type Setting } from '../../feed/formats/setting.js'
import type { Live, MunicipalityIndex } from '../../feed/municipality-index.js'
import type { EventData } from '../../publication/public-data.js'
import { escapeHtml, plainText } from '../../publication/rich-text.js'
import { daysOf } from './days-of-events.js'
import { eventFactsOf, placeInWords } from './event-facts.js'
import { inLanguage, itemPage } from './item-page.js'
import { pictureOf, type PageSetting } from './page-parts.js'
import { pageWords, type PageLanguage } from './page-words.js'
import { fateOf, spanInWords, timeOf, type Told } from './times.js'

/** How many times a page names; the feed has them all. */
const mostTimes = 50
/** These are shown at once, the others are one press away. */
const firstTimes = 6

/** The page of an event: all that the feed tells of it. `here` carries the labels of categories. */
export function eventPage(
  event: Live<'event'>,
  index: MunicipalityIndex,
  here: Setting,
  setting: PageSetting,
  websites: ReadonlyMap<string, string>,
): string {
  const { language, now } = setting
  const words = pageWords[language]
  const { data } = event
  const text = wordsIn(data, here.lang)
  const own = inLanguage(text.language)
  const whole = wholeTimes(data)
  const place = whole.place ?? data.place
  const { coming, shown } = timesFor(event, index, now)
  const facts = eventFactsOf(data, index, here, setting, place)
  const [first, ...others] = data.pictures
  const article =
    `<article><h1${own}>${escapeHtml(text.title)}</h1>${bannerOf(whole, data, language)}` +
    (text.summary ? `<p class="lead"${own}>${escapeHtml(text.summary)}</p>` : '') +
    `<dl><div><dt>${words.when}</dt><dd class="said">${whenOf(data, whole, coming, here, language)}</dd></div>` +
    facts.map(([name, html]) => `<div><dt>${name}</dt><dd>${html}</dd></div>`).join('') +
    `</dl><p><a class="button" href="${escapeHtml(feedUrl(here, 'events', `${event.id}.ics`))}">${words.calendar}</a></p>` +
    (first ? pictureOf(first, here, language, true) : '') +
    (text.body ? `<div class="body"${own}>${text.body.html}</div>` : '') +
    others.map((one) => pictureOf(one, here, language, false)).join('') +
    (data.recurrence ? listOfTimes(shown, event, coming.length > 0, here, language) : '') +
    partsOf(event, whole, index, here, setting) +
    `</article>`
  const status = statusInWords(whole.status, text.language)
  const when = spanInWords(data.recurrence ? (shown[0] ?? whole) : whole, data, language)
  const description = [status, when, placeInWords(place), text.summary ?? plainText(text.body).slice(0, 200)]
  const shared = {
    title: status ? `${status}: ${text.title}` : text.title,
    description: description.filter(Boolean).join(' · '),
    language: text.language,
    jsonLd: eventJsonLd(event, coming.slice(0, mostTimes), here, websites),
  }
  return itemPage(event, shared, article, here.municipality, setting)
}

/** The times to come, from the start of today, so that a page stays true all day; of what is over the last one. */
function timesFor(event: Live<'event'>, index: MunicipalityIndex, now: Date) {
  const coming = comingOccurrences(index, event, now, Infinity)
  const shown = coming.length > 0 ? coming.slice(0, mostTimes) : index.occurrencesOf(event.id).slice(-1)
  return { coming, shown }
}

/** Said before anything else: that it does not take place as planned, why, and when it would have been. */
function bannerOf(whole: Told, event: EventData, language: PageLanguage): string {
  const fate = fateOf(whole, event, language)
  return fate ? `<p class="fate">${fate}</p>` : ''
}

function whenOf(
  event: EventData,
  whole: Told,
  coming: Occurrence[],
  { municipality: { zone } }: Setting,
  language: PageLanguage,
): string {
  const words = pageWords[language]
  const off = whole.status === 'cancelled' || whole.status === 'postponed'
  const span = (one: Told): string =>
    off ? `<s>${timeOf(one, event, language, zone)}</s>` : timeOf(one, event, language, zone)
  if (!event.recurrence) return span(whole)
  const said = recurrenceWords(event.recurrence.rule, language, event.zone, event.allDay)
  const next = coming.find((one) => one.status !== 'cancelled' && one.status !== 'postponed') ?? coming[0]
  return [next && span(next), said && `${words.repeats} ${escapeHtml(said)}`].filter(Boolean).join('<br>')
}

/** The times one by one, with what has become of each. */
function listOfTimes(
  occurrences: Occurrence[],
  { data: event }: Live<'event'>,
  isComing: boolean,
  { municipality }: Setting,
  language: PageLanguage,
): string {
  const words = pageWords[language]
  const lines = occurrences.map((one) => {
    const off = one.status === 'cancelled' || one.status === 'postponed'
    const time = timeOf(one, event, language, municipality.zone)
    const place = one.place ? ` · ${escapeHtml(placeInWords(one.place))}` : ''
    // What holds for the whole series stands above.
    const fate = one.status === event.status && !one.note ? '' : ` ${fateOf(one, event, language)}`
    return `<li class="said">${off ? `<s>${time}</s>` : time}${place}${fate}</li>`
  })
  const list = (some: string[]): string => `<ul class="list">${some.join('')}</ul>`
  const rest = lines.slice(firstTimes)
  return (
    `<h2>${isComing ? words.times : words.timesPast}</h2>${list(lines.slice(0, firstTimes))}` +
    (rest.length > 0
      ? `<details><summary>${words.allTimes} (${rest.length})</summary>${list(rest)}</details>`
      : '')
  )
}

/** What a larger event consists of, from its own beginning on. */
function partsOf(
  event: Live<'event'>,
  whole: Told,
  index: MunicipalityIndex,
  here: Setting,
  { language, now }: PageSetting,
): string {
  const from = event.data.allDay ? whole.start : dayAt(whole.start, event.data.zone)
  const { found } = findOccurrences(index, { umbrella: [event.id], from, limit: 100 }, now)
  if (found.length === 0) return ''
  return `<h2>${pageWords[language].parts}</h2>${daysOf(found, here, language)}`
}
