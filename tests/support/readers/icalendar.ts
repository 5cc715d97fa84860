import ICAL from 'ical.js'
import { convertIcsCalendar } from 'ts-ics'

interface Line {
  name: string
  parameters: Record<string, string>
  value: string
}

/** Properties of a VEVENT that stand at most once (RFC 5545, 3.6.1), and those that must. */
const once =
  'UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION LOCATION GEO STATUS SEQUENCE CLASS CREATED LAST-MODIFIED URL RRULE RECURRENCE-ID'.split(
    ' ',
  )
const required = ['UID', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'STATUS', 'SUMMARY']

/**
 * A calendar by the letter of RFC 5545 and 7986, and then by two parsers that are not ours, which must find the same
 * events in it.
 */
export function calendarFaults(text: string): string[] {
  const faults = lineFaults(text)
  if (faults.length > 0) return faults
  const components = readComponents(text)
  const events = components.filter((one) => one.kind === 'VEVENT')
  const zones = new Set(
    components.flatMap((one) => (one.kind === 'VTIMEZONE' ? (one.first('TZID')?.value ?? '') : [])),
  )
  faults.push(...events.flatMap((event) => eventFaults(event, zones)))
  const names = events.map((one) => `${one.first('UID')?.value} ${one.first('RECURRENCE-ID')?.value ?? ''}`)
  if (new Set(names).size !== names.length) faults.push('iCalendar: an event or occurrence stands twice')
  const calendar = components.find((one) => one.kind === 'VCALENDAR')
  for (const [name, value] of [
    ['VERSION', '2.0'],
    ['REFRESH-INTERVAL', 'PT1H'],
  ])
    if (calendar?.first(name!)?.value !== value) faults.push(`iCalendar: ${name} is ${value}`)
  if (!calendar?.first('PRODID')) faults.push('iCalendar: there is a PRODID')
  return [...faults, ...parserFaults(text, events.length)]
}

/** Content lines, RFC 5545, 3.1: CRLF, at most 75 octets, no controls. */
function lineFaults(text: string): string[] {
  if (!text.startsWith('BEGIN:VCALENDAR\r\n') || !text.endsWith('\r\nEND:VCALENDAR\r\n'))
    return ['iCalendar: it begins and ends as a calendar']
  if (/[\r\n]/.test(text.replaceAll('\r\n', ''))) return ['iCalendar: a line ends otherwise than with CRLF']
  const lines = text.slice(0, -2).split('\r\n')
  const faults = lines.flatMap((line) => {
    if (Buffer.byteLength(line) > 75) return [`iCalendar: more than 75 octets: ${line}`]
    return line === '' ? ['iCalendar: an empty line'] : []
  })

  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
    ? [...faults, 'iCalendar: a control character']
    : faults
}

interface Component {
  kind: string
  lines: Line[]
  first(name: string): Line | undefined
}

function readComponents(text: string): Component[] {
  const found: Component[] = []
  const open: Component[] = []
  for (const raw of text
    .replace(/\r\n[ \t]/g, '')
    .trim()
    .split('\r\n')) {
    const line = readLine(raw)
    if (line.name === 'BEGIN') {
      const lines: Line[] = []
      open.push({ kind: line.value, lines, first: (name) => lines.find((one) => one.name === name) })
    } else if (line.name === 'END') found.push(open.pop()!)
    else open.at(-1)!.lines.push(line)
  }
  return found
}

function readLine(raw: string): Line {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s.exec(
    raw,
  )
  if (!match) throw new Error(`Not a content line: ${raw}`)
  const pairs = [...match[2]!.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^;:]*)/g)]
  const parameters = Object.fromEntries(pairs.map(([, name, value]) => [name!, value!.replace(/^"|"$/g, '')]))
  return { name: match[1]!, parameters, value: match[3]! }
}

const utc = /^\d{8}T\d{6}Z$/

function eventFaults({ lines, first }: Component, zones: Set<string>): string[] {
  const faults: string[] = []
  const uid = first('UID')?.value
  const must = (holds: unknown, sentence: string): void =>
    void (holds || faults.push(`iCalendar: ${uid}: ${sentence}`))
  for (const name of required) must(first(name), `has ${name}`)
  for (const name of once) must(lines.filter((one) => one.name === name).length <= 1, `has one ${name}`)
  for (const name of ['DTSTAMP', 'CREATED', 'LAST-MODIFIED'])
    must(!first(name) || utc.test(first(name)!.value), `${name} is in UTC (3.8.7)`)
  must(/^\d+$/.test(first('SEQUENCE')?.value ?? ''), 'SEQUENCE is a whole number')
  must(/^(CONFIRMED|TENTATIVE|CANCELLED)$/.test(first('STATUS')?.value ?? ''), 'STATUS is one of VEVENT')
  const start = first('DTSTART')
  const wholeDay = start?.parameters.VALUE === 'DATE'
  for (const line of lines.filter((one) => /^(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)$/.test(one.name))) {
    const values = line.value.split(',')
    must(
      values.every((one) => (wholeDay ? /^\d{8}$/ : /^\d{8}T\d{6}Z?$/).test(one)),
      `${line.name} is written as DTSTART is`,
    )
    must((line.parameters.VALUE === 'DATE') === wholeDay, `${line.name} is of the kind of DTSTART`)
    if (!wholeDay)
      must(
        zones.has(line.parameters.TZID ?? '') || values.every((one) => utc.test(one)),
        `${line.name} has a zone that is defined`,
      )
  }
  const end = first('DTEND')
  must(!end || end.value > start!.value || (end.value >= start!.value && !wholeDay), 'ends after it starts')
  const until = /UNTIL=([^;]+)/.exec(first('RRULE')?.value ?? '')?.[1]
  must(!until || (wholeDay ? /^\d{8}$/ : utc).test(until), 'UNTIL is of the kind of DTSTART (3.3.10)')
  must(!(first('RRULE') && first('RECURRENCE-ID')), 'a changed occurrence has no rule')
  must(!first('GEO') || /^-?\d+(\.\d+)?;-?\d+(\.\d+)?$/.test(first('GEO')!.value), 'GEO is two numbers')
  for (const name of ['SUMMARY', 'DESCRIPTION', 'LOCATION'])
    must(
      !/(^|[^\\])(\\\\)*[;,]|(^|[^\\])(\\\\)*\\(?![\\;,nN])/.test(first(name)?.value ?? ''),
      `${name} is escaped (3.3.11)`,
    )
  for (const name of ['IMAGE', 'CONFERENCE'])
    for (const line of lines.filter((one) => one.name === name))
      must(line.parameters.VALUE === 'URI' && URL.canParse(line.value), `${name} is a URI (RFC 7986)`)
  return faults
}

function parserFaults(text: string, events: number): string[] {
  const faults: string[] = []
  const compare = (reader: string, count: () => number): void => {
    try {
      const found = count()
      if (found !== events) faults.push(`iCalendar: ${reader} finds ${found} events of ${events}`)
    } catch (fault) {
      faults.push(`iCalendar: ${reader} cannot read it: ${String(fault)}`)
    }
  }
  compare(
    'ical.js',
    () => new ICAL.Component(ICAL.parse(text) as unknown as string).getAllSubcomponents('vevent').length,
  )
  compare('ts-ics', () => (convertIcsCalendar(undefined, text).events ?? []).length)
  return faults
}
