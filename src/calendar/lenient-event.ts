import type { FieldFault } from '../shared/errors.js'
import { Faults, isDate, isEmpty, isInstant, limits } from '../moderation/validation.js'
import { accessibilityFacts } from './accessibility.js'
import type { EventContent } from './event-content.js'
import { checkRule } from './recurrence-rule.js'

export const attendances = ['in-person', 'online', 'mixed'] as const

/** What a saved event may never hold, however unfinished it is: wrong types, broken formats, unknown codes. */
export function lenientEvent(content: EventContent): FieldFault[] {
  const faults = new Faults()
  words(faults, content)
  for (const field of ['categories', 'audiences', 'areas', 'coOrganisers'] as const)
    faults.list(field, content[field], limits.list)
  const from = faults.number('ageFrom', content.ageFrom, 0, 120, true)
  const to = faults.number('ageTo', content.ageTo, 0, 120, true)
  if (from && to && (content.ageTo as number) < (content.ageFrom as number))
    faults.add('ageTo', 'before-start', 'The highest age must not be below the lowest.')
  where(faults, content)
  price(faults, content)
  faults.link('bookingUrl', content.bookingUrl)
  faults.instant('bookingCloses', content.bookingCloses)
  faults.line('capacityNote', content.capacityNote, limits.note)
  faults.list('pictures', content.pictures, limits.pictures)
  contact(faults, content)
  faults.window(content.visibleFrom, content.visibleUntil)
  faults.line('umbrella', content.umbrella, limits.name)
  when(faults, content)
  return faults.found
}

function words(faults: Faults, content: EventContent): void {
  faults.line('title', content.title, limits.title)
  faults.text('summary', content.summary, limits.summary)
  faults.richText('body', content.body)
  faults.language('language', content.language)
  if (!faults.rows('translations', content.translations, limits.translations)) return
  content.translations.forEach((one, index) => {
    const at = `translations.${index}`
    if (one.language == null)
      faults.add(`${at}.language`, 'required', 'Choose the language of the translation.')
    faults.language(`${at}.language`, one.language)
    faults.line(`${at}.title`, one.title, limits.title)
    faults.text(`${at}.summary`, one.summary, limits.summary)
    faults.richText(`${at}.body`, one.body)
    if (one.language != null && one.language === content.language)
      faults.add(`${at}.language`, 'repeated', 'This is the language of the event itself.')
  })
}

function where(faults: Faults, content: EventContent): void {
  faults.line('place', content.place, limits.name)
  if (faults.object('address', content.address)) {
    const { name, address, latitude, longitude } = content.address
    faults.line('address.name', name, limits.name)
    faults.line('address.address', address, limits.address)
    faults.number('address.latitude', latitude, -90, 90)
    faults.number('address.longitude', longitude, -180, 180)
    if ((latitude == null) !== (longitude == null))
      faults.add('address.latitude', 'incomplete-pair', 'Give both latitude and longitude, or neither.')
  }
  faults.oneOf('attendance', content.attendance, attendances)
  faults.link('onlineUrl', content.onlineUrl)
  if (faults.list('accessibility', content.accessibility, limits.list))
    content.accessibility.forEach((fact, index) =>
      faults.oneOf(`accessibility.${index}`, fact, Object.keys(accessibilityFacts)),
    )
}

function price(faults: Faults, content: EventContent): void {
  if (!faults.object('price', content.price)) return
  const { free, from, to, currency, note } = content.price
  faults.boolean('price.free', free)
  const low = faults.number('price.from', from, 0, 10_000_000)
  const high = faults.number('price.to', to, 0, 10_000_000)
  if (low && high && (to as number) < (from as number))
    faults.add('price.to', 'before-start', 'The highest price must not be below the lowest.')
  if ((low || high) && free === true && ((from ?? 0) > 0 || (to ?? 0) > 0))
    faults.add('price.free', 'contradiction', 'It is either free or has a price.')
  faults.currency('price.currency', currency)
  faults.line('price.note', note, limits.note)
}

function contact(faults: Faults, content: EventContent): void {
  if (!faults.object('contact', content.contact)) return
  const { name, email, phone, consentReference, consentUntil } = content.contact
  faults.line('contact.name', name, limits.contact)
  if (
    faults.line('contact.email', email, limits.contact) &&
    !isEmpty(email) &&
    !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email)
  )
    faults.add('contact.email', 'format', 'This must be an e-mail address.')
  if (
    faults.line('contact.phone', phone, limits.contact) &&
    !isEmpty(phone) &&
    !/^\+?[\d\s()/-]{4,30}$/.test(phone)
  )
    faults.add('contact.phone', 'format', 'This must be a telephone number.')
  faults.line('contact.consentReference', consentReference, limits.contact)
  if (
    consentUntil != null &&
    !(typeof consentUntil === 'string' && (isDate(consentUntil) || isInstant(consentUntil)))
  )
    faults.add('contact.consentUntil', 'format', 'This must be a date such as 2026-12-01.')
}

function when(faults: Faults, content: EventContent): void {
  faults.boolean('allDay', content.allDay)
  faults.zone('zone', content.zone)
  const instants = [faults.instant('start', content.start), faults.instant('end', content.end)]
  if (instants.every(Boolean) && Date.parse(content.end as string) < Date.parse(content.start as string))
    faults.add('end', 'before-start', 'The end must not be before the start.')
  const days = [faults.date('startDate', content.startDate), faults.date('endDate', content.endDate)]
  if (days.every(Boolean) && (content.endDate as string) < (content.startDate as string))
    faults.add('endDate', 'before-start', 'The last day must not be before the first.')
  const allDay = content.allDay === true
  lasting(faults, content, allDay)
  if (content.recurrenceRule != null && content.recurrenceRule !== '')
    faults.found.push(
      ...checkRule(content.recurrenceRule, allDay).map((fault) => ({ ...fault, field: 'recurrenceRule' })),
    )
  for (const field of ['exceptions', 'additions'] as const)
    if (faults.list(field, content[field], limits.dates))
      content[field].forEach((one, index) => original(faults, `${field}.${index}`, one, allDay))
  if (faults.rows('overrides', content.overrides, limits.overrides)) {
    const seen = new Set<string>()
    content.overrides.forEach((one, index) => {
      if (seen.has(one.occurrence))
        faults.add(`overrides.${index}.occurrence`, 'repeated', 'This occurrence is named twice.')
      seen.add(one.occurrence)
      override(faults, `overrides.${index}`, one, allDay)
    })
  }
}

/** What repeats and lasts longer than a year would take place many times at once, and take as long to work out. */
function lasting(faults: Faults, content: EventContent, allDay: boolean): void {
  const [field, from, to] = allDay
    ? ['endDate', content.startDate, content.endDate]
    : ['end', content.start, content.end]
  if (!isEmpty(content.recurrenceRule) && Date.parse(to ?? '') - Date.parse(from ?? '') > 366 * 86_400_000)
    faults.add(field!, 'lasts-too-long', 'What repeats can last a year at most each time.')
}

type Override = EventContent['overrides'][number]

function override(faults: Faults, at: string, one: Override, allDay: boolean): void {
  original(faults, `${at}.occurrence`, one.occurrence, allDay)
  const times = (['start', 'end'] as const).map(
    (end) => one[end] == null || original(faults, `${at}.${end}`, one[end], allDay),
  )
  // Without a new start it is the named occurrence that would end before it begins.
  if (times.every(Boolean) && one.end && Date.parse(one.end) < Date.parse(one.start ?? one.occurrence))
    faults.add(`${at}.end`, 'before-start', 'The end must not be before the start.')
  faults.line(`${at}.place`, one.place, limits.name)
  faults.text(`${at}.note`, one.note, limits.note)
}

/** An original start or a new time: an instant, or a date for an all-day event. */
function original(faults: Faults, field: string, value: unknown, allDay: boolean): boolean {
  if (value == null) faults.add(field, 'required', 'Name the occurrence by its original start.')
  return allDay ? faults.date(field, value) : faults.instant(field, value)
}
