import { holdsLineBreak, holdsUnshowable } from '../shared/characters.js'
import type { FieldFault } from '../shared/errors.js'

/** Longest texts, in characters, and lists. */
export const limits = {
  title: 200,
  summary: 300,
  body: 60_000,
  note: 300,
  name: 200,
  organisation: 120,
  address: 300,
  link: 2_000,
  contact: 200,
  list: 50,
  pictures: 20,
  translations: 20,
  overrides: 400,
  dates: 1_000,
} as const

const years = { first: 1900, last: 2200 }
const yearWords = `The year must lie between ${years.first} and ${years.last}.`

/** Collects what is wrong with the content of one document; each check is silent about what is absent (null). */
export class Faults {
  readonly found: FieldFault[] = []

  add(field: string, code: string, message: string): void {
    this.found.push({ field, code, message })
  }

  text(field: string, value: unknown, longest: number): value is string {
    if (value == null) return false
    if (typeof value !== 'string') return this.no(field, 'type', 'This must be a text.')
    if (value.length > longest)
      return this.no(field, 'too-long', `This can have at most ${longest} characters.`)
    // Titles travel in iCalendar lines, feeds and e-mail subjects, which such characters break or forge.
    if (holdsUnshowable(value))
      return this.no(field, 'characters', 'This holds characters that cannot be shown.')
    return true
  }

  /** A text without line breaks. */
  line(field: string, value: unknown, longest: number): value is string {
    if (!this.text(field, value, longest)) return false
    return !holdsLineBreak(value) || this.no(field, 'line-break', 'This must be one line.')
  }

  boolean(field: string, value: unknown): void {
    if (value != null && typeof value !== 'boolean') this.add(field, 'type', 'This must be true or false.')
  }

  number(field: string, value: unknown, low: number, high: number, whole = false): value is number {
    if (value == null) return false
    if (typeof value !== 'number' || !Number.isFinite(value))
      return this.no(field, 'type', 'This must be a number.')
    if (whole && !Number.isInteger(value)) return this.no(field, 'type', 'This must be a whole number.')
    return (
      (value >= low && value <= high) || this.no(field, 'range', `This must lie between ${low} and ${high}.`)
    )
  }

  /** One of a closed vocabulary. */
  oneOf(field: string, value: unknown, words: readonly string[]): void {
    if (value != null && !(typeof value === 'string' && words.includes(value)))
      this.add(field, 'unknown-code', `This is one of ${words.join(', ')}.`)
  }

  /** A list of texts without repetitions; absent is empty. */
  list(field: string, value: unknown, most: number): value is string[] {
    if (value == null) return false
    if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' || one === ''))
      return this.no(field, 'type', 'This must be a list of texts.')
    if (value.length > most) return this.no(field, 'too-many', `This can have at most ${most}.`)
    return (
      new Set(value).size === value.length || this.no(field, 'repeated', 'This names the same one twice.')
    )
  }

  rows(field: string, value: unknown, most: number): value is Record<string, unknown>[] {
    if (value == null) return false
    if (!Array.isArray(value) || value.some((one) => !isObject(one)))
      return this.no(field, 'type', 'This must be a list of objects.')
    return value.length <= most || this.no(field, 'too-many', `This can have at most ${most}.`)
  }

  object(field: string, value: unknown): value is Record<string, unknown> {
    if (value == null) return false
    return isObject(value) || this.no(field, 'type', 'This must be an object.')
  }

  /** A rich text: the editor's tree, whose nodes are checked where it is projected. */
  richText(field: string, value: unknown): void {
    if (value == null) return
    if (!isObject(value)) this.add(field, 'type', 'This must be a rich text.')
    else if (JSON.stringify(value).length > limits.body * 4)
      this.add(field, 'too-long', 'This text is too long.')
    else if (plainText(value).length > limits.body)
      this.add(field, 'too-long', `This can have at most ${limits.body} characters.`)
  }

  /** RFC 3339 with an offset: without one nobody knows when it is. */
  instant(field: string, value: unknown): value is string {
    if (value == null) return false
    if (typeof value === 'string' && isInstant(value)) return this.year(field, value)
    return this.no(field, 'format', 'This must be a time with its offset, such as 2026-12-01T18:00:00+01:00.')
  }

  /** Calendars and databases tell years of four digits only, and clocks had no zones before. */
  private year(field: string, value: string): boolean {
    const year = Number(value.slice(0, 4))
    return (year >= years.first && year <= years.last) || this.no(field, 'year', yearWords)
  }

  date(field: string, value: unknown): value is string {
    if (value == null) return false
    if (typeof value === 'string' && isDate(value)) return this.year(field, value)
    return this.no(field, 'format', 'This must be a date such as 2026-12-01.')
  }

  zone(field: string, value: unknown): value is string {
    if (value == null) return false
    return (
      (typeof value === 'string' && isZoneName(value)) ||
      this.no(field, 'zone', 'This must be a zone such as Europe/Stockholm.')
    )
  }

  language(field: string, value: unknown): value is string {
    if (value == null) return false
    return (
      (typeof value === 'string' && /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(value)) ||
      this.no(field, 'language', 'This must be a language code such as sv or nb (BCP 47).')
    )
  }

  currency(field: string, value: unknown): void {
    if (value != null && !(typeof value === 'string' && currencies.has(value)))
      this.add(field, 'currency', 'This must be a currency code such as SEK or NOK (ISO 4217).')
  }

  link(field: string, value: unknown): void {
    if (!this.line(field, value, limits.link) || value === '') return
    if (!isWebLink(value))
      this.add(field, 'link', 'This must be a link that begins with https:// or http://.')
  }

  /** `visibleFrom` before `visibleUntil`. */
  window(from: unknown, until: unknown): void {
    // Both are looked at, even where the first is absent or wrong.
    const valid = [this.instant('visibleFrom', from), this.instant('visibleUntil', until)]
    if (valid.every(Boolean) && Date.parse(until as string) <= Date.parse(from as string))
      this.add('visibleUntil', 'before-start', 'This must be later than the time from which it is visible.')
  }

  private no(field: string, code: string, message: string): false {
    this.add(field, code, message)
    return false
  }
}

export const isEmpty = (value: unknown): boolean => typeof value !== 'string' || value.trim() === ''

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

export function isInstant(value: string): boolean {
  const match =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
      value,
    )
  return match !== null && isDate(match[1] ?? '') && !Number.isNaN(Date.parse(value))
}

/** As they are spelt in the IANA database: other spellings would name no VTIMEZONE in a calendar. */
const zones: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])

/** An IANA zone; offsets such as `+01:00` know no clock changes and are refused. */
export function isZoneName(value: string): boolean {
  return zones.has(value)
}

/** Only the web: no scripts, no credentials that would be shown to everyone. */
export function isWebLink(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || /\s/.test(value) || !URL.canParse(value)) return false
  const { hostname, username, password } = new URL(value)
  return hostname !== '' && username === '' && password === ''
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** The words of a rich text, whatever its nodes are called. */
export function plainText(tree: unknown): string {
  const words: string[] = []
  const waiting: unknown[] = [tree]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (Array.isArray(node)) waiting.push(...[...node].reverse())
    else if (isObject(node)) {
      if (typeof node.text === 'string') words.push(node.text)
      waiting.push(node.children, node.root)
    }
  }
  return words.join(' ').trim()
}

/** A picture as far as the strict check asks: words for those who cannot see it. */
export interface PictureForCheck {
  id: string
  alt: string | null
  decorative: boolean
}

/** What every kind of content needs before it is submitted: an alt text for each picture not marked decorative. */
export function missingAltTexts(pictures: readonly PictureForCheck[], used: readonly string[]): FieldFault[] {
  return used.flatMap((id, index) => {
    const picture = pictures.find((one) => one.id === id)
    if (!picture)
      return [
        { field: `pictures.${index}`, code: 'not-found', message: 'This picture does not exist any more.' },
      ]
    if (picture.decorative || !isEmpty(picture.alt)) return []
    return [
      {
        field: `pictures.${index}.alt`,
        code: 'required',
        message: 'Describe the picture, or mark it as decorative.',
      },
    ]
  })
}

export function required(field: string, message: string): FieldFault {
  return { field, code: 'required', message }
}
