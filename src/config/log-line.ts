import { isLoggedEvent, mostFrames } from './log.js'

const faultKeys = ['name', 'code', 'message', 'at']
const id = /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const code = /^[\w-]{1,60}$/

/** Each field that a line may have, and what it may hold. No address, no text, no user agent has a place here. */
const shapes: Record<string, (value: unknown) => boolean> = {
  level: (value) => typeof value === 'number' && value >= 10 && value <= 60,
  time: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value),
  name: (value) => value === 'torg',
  msg: (value) => isLoggedEvent(value),
  code: (value) => typeof value === 'number' || (typeof value === 'string' && code.test(value)),
  kind: (value) => typeof value === 'string' && code.test(value),
  document: (value) => typeof value === 'string' && (id.test(value) || code.test(value)),
  count: (value) => typeof value === 'number',
  err: isFault,
}
const needed = ['level', 'time', 'name', 'msg']

function isFault(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { name, code: said, message, at } = value as Record<string, unknown>
  return (
    Object.keys(value).every((key) => faultKeys.includes(key)) &&
    typeof name === 'string' &&
    /^\w{1,60}$/.test(name) &&
    (said === undefined || shapes.code!(said)) &&
    (message === undefined || typeof message === 'string') &&
    Array.isArray(at) &&
    at.length <= mostFrames &&
    at.every((frame) => typeof frame === 'string' && frame.startsWith('at '))
  )
}

/** What is wrong with a line of the log, by the names of its fields; empty for one that may be written. */
export function lineFaults(line: string): string[] {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return ['no JSON']
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return ['no object']
  const fields = read as Record<string, unknown>
  return [
    ...needed.filter((name) => !(name in fields)).map((name) => `${name} is missing`),
    ...Object.entries(fields).flatMap(([name, value]) =>
      Object.hasOwn(shapes, name) ? (shapes[name]!(value) ? [] : [name]) : [`${name} is unknown`],
    ),
  ]
}
