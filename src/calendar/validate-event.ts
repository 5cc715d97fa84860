import type { FieldFault } from '../shared/errors.js'
import { type HouseTimes, leadTimeFinding } from '../moderation/house-rules.js'
import {
  isEmpty,
  isInstant,
  missingAltTexts,
  type PictureForCheck,
  plainText,
  required,
} from '../moderation/validation.js'
import { translationFaults } from '../moderation/translation-faults.js'
import { contactFaults } from '../privacy/consent.js'
import type { EventContent } from './event-content.js'
import { lenientEvent } from './lenient-event.js'
import { addDays, startOfDay } from './zoned-time.js'

/** What an event must have before it is submitted, beside what is asked of every saved one. */
export function strictEvent(
  content: EventContent,
  context: { pictures: readonly PictureForCheck[]; now: Date },
): FieldFault[] {
  const faults = lenientEvent(content)
  // Further checks read the content as what it should be.
  if (faults.length > 0) return faults
  if (isEmpty(content.title)) faults.push(required('title', 'Write a title.'))
  if (isEmpty(content.language)) faults.push(required('language', 'Choose the language.'))
  if (content.allDay && isEmpty(content.startDate)) faults.push(required('startDate', 'Choose the day.'))
  if (!content.allDay && isEmpty(content.start)) faults.push(required('start', 'Choose when it starts.'))
  if (isEmpty(content.zone)) faults.push(required('zone', 'Choose the time zone of the place.'))
  if (!content.categories?.length) faults.push(required('categories', 'Choose at least one category.'))
  faults.push(...translationFaults(content.translations))
  content.translations?.forEach((one, index) => {
    if (isEmpty(one.title))
      faults.push(required(`translations.${index}.title`, 'Write the title of the translation.'))
  })
  if (content.contact) faults.push(...contactFaults(content.contact, context.now))
  if (hasPrice(content.price) && isEmpty(content.price?.currency))
    faults.push(required('price.currency', 'Choose the currency of the price.'))
  return [...faults, ...missingAltTexts(context.pictures, content.pictures ?? [])]
}

/** The organiser is named already: nobody is named beside itself. */
export const namedBesideItself = ({ coOrganisers }: EventContent, organisation: string): FieldFault[] =>
  coOrganisers?.includes(organisation)
    ? [{ field: 'coOrganisers', code: 'organiser', message: 'This is the organiser itself.' }]
    : []

const hasPrice = (price: EventContent['price']): boolean =>
  price?.free !== true && [price?.from, price?.to].some((amount) => typeof amount === 'number')

export interface EventContext {
  now: Date
  times: HouseTimes
  /** The last start there will be, where the recurrence has been expanded; null for an endless one. */
  lastStart?: Date | null
  /** What the personal-data check found, as findings. */
  personalData: readonly FieldFault[]
}

/** What author and editor are told, and what never stops an event: a missing place, body or link, a late or past date. */
export function eventFindings(content: EventContent, context: EventContext): FieldFault[] {
  const found: FieldFault[] = []
  const tell = (field: string, code: string, message: string): void =>
    void found.push({ field, code, message })
  const placeNamed = content.place || !isEmpty(content.address?.name) || !isEmpty(content.address?.address)
  if (content.attendance !== 'online' && !placeNamed) tell('place', 'missing', 'There is no place.')
  if (content.attendance !== 'in-person' && isEmpty(content.onlineUrl))
    tell('onlineUrl', 'missing', 'There is no link for those who take part online.')
  if (plainText(content.body) === '') tell('body', 'missing', 'There is no description.')
  const start = firstStart(content)
  if (start) {
    const last =
      context.lastStart === undefined && !content.recurrenceRule ? endOf(content, start) : context.lastStart
    if (last && last.getTime() <= context.now.getTime()) tell('start', 'in-the-past', 'The date has passed.')
    const late = leadTimeFinding(start, context.now, context.times)
    if (late) found.push(late)
  }
  return [...found, ...context.personalData]
}

/** When an event begins for the first time; null while that is not said. */
export function firstStart({ allDay, start, startDate, zone }: EventContent): Date | null {
  if (!allDay) return start && isInstant(start) ? new Date(start) : null
  return startDate && zone ? startOfDay(startDate, zone) : null
}

/** What has begun but not ended is not past; an all-day event lasts to the end of its last day. */
function endOf({ allDay, end, endDate, startDate, zone }: EventContent, start: Date): Date {
  if (!allDay) return end && isInstant(end) ? new Date(end) : start
  const lastDay = endDate ?? startDate
  return zone && lastDay ? startOfDay(addDays(lastDay, 1), zone) : start
}
