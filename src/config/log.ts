import { pino, type Logger } from 'pino'

/**
 * The one log of the process: JSON lines of level, time, an event in a few fixed words, and what locates a fault. What
 * people typed never gets there: messages of errors repeat it (a value that was refused, the parameters of a query, the
 * name of a file), so an error is told by its name, its code and where it was thrown.
 */
export interface LoggedError {
  name: string
  code?: string | number
  /** Only of errors of the machine and its network, which know no content. */
  message?: string
  /** Where it was thrown, nearest first. */
  at: string[]
}

/** What can happen, in our own words; all else is the framework's. */
const events: readonly unknown[] = [
  'clock',
  'reconcile',
  'jobs',
  'fan-out',
  'discard',
  'feed',
  'change stream',
  'current operations',
  'webhook',
  'mail',
  'log',
  'retention',
  'console',
  'consent',
  'files',
  'stray files',
]
/** Facts that may stand beside an event: codes, ids and how many. */
const facts = ['code', 'kind', 'document', 'count'] as const
/** The framework's own words about migrations name files of ours. */
const ofMigrations = /^(Migrat|Reading migration|Done)/
const mostFrames = 8

type Thrown = Record<string, unknown>

const isThrown = (value: unknown): value is Thrown =>
  value instanceof Error ||
  (typeof value === 'object' && value !== null && 'message' in value && 'stack' in value)

/** A refusal is an answer to the client and no fault of ours. */
const isRefusal = ({ status }: Thrown): boolean => typeof status === 'number' && status >= 400 && status < 500

export function loggedError(error: Thrown): LoggedError {
  const name = String(error.name ?? 'Error')
  const message = String(error.message ?? '')
  const stack = typeof error.stack === 'string' ? error.stack : ''
  // Only what follows the message, which may itself look like a stack.
  const after = stack.includes(message) ? stack.slice(stack.lastIndexOf(message) + message.length) : ''
  const at = after
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, mostFrames)
  const { code } = error
  const ofMachine = typeof error.syscall === 'string' || /^Mongo(Network|ServerSelection)/.test(name)
  return {
    name: /^\w{1,60}$/.test(name) ? name : 'Error',
    ...(typeof code === 'number' || (typeof code === 'string' && /^[\w-]{1,60}$/.test(code)) ? { code } : {}),
    ...(ofMachine ? { message } : {}),
    at,
  }
}

/** What of a call to the logger is written: an event with its facts, or null where it is nothing to log. */
export function loggedEntry(parts: readonly unknown[]): [Record<string, unknown>, string] | null {
  const [first, second] = parts
  const given = (typeof first === 'object' && first !== null ? first : {}) as Record<string, unknown>
  const error = [first, given.err, given.error].find(isThrown)
  const said = [second, given.msg, first].find((each): each is string => typeof each === 'string')
  const known =
    said !== undefined && (events.includes(said) || (error === undefined && ofMigrations.test(said)))
  if (!known && (!error || isRefusal(error))) return null
  return [
    {
      ...(isThrown(first)
        ? {}
        : Object.fromEntries(
            facts.flatMap((name) =>
              ['string', 'number'].includes(typeof given[name]) ? [[name, given[name]]] : [],
            ),
          )),
      ...(error ? { err: loggedError(error) } : {}),
    },
    known ? said : 'fault',
  ]
}

export const createLog = (write: (line: string) => void, name = 'torg'): Logger =>
  pino(
    {
      name,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(parts, method) {
          const entry = loggedEntry(parts)
          if (entry) method.apply(this, entry)
        },
      },
    },
    { write },
  )

export const log = createLog((line) => void process.stdout.write(line))

/** What the framework writes past the log goes through it, by the same rules. */
export function logConsole(target: Pick<Console, 'error' | 'warn'> = console, to: Logger = log): void {
  target.error = (...parts: unknown[]) => to.error({ err: parts.find(isThrown) }, 'console')
  target.warn = (...parts: unknown[]) => to.warn({ err: parts.find(isThrown) }, 'console')
}
