import { errorCodes } from '../../src/shared/errors.js'
import type { Answer } from './people.js'
import type { Running } from './torg.js'

/** How many documents every collection holds: a refused request leaves all of them alone. */
export async function stored({ payload }: Running): Promise<string> {
  const counts = await Promise.all(
    Object.keys(payload.collections).map(async (slug) => {
      const { totalDocs } = await payload.db.count({ collection: slug as 'events' })
      return `${slug} ${totalDocs}`
    }),
  )
  return counts.join(', ')
}

/** What is wrong with an answer that should be a documented refusal; null where it is one. */
export function notRefused({ status, body }: Answer, statuses?: readonly number[]): string | null {
  if (status < 400) return `was taken: ${status}`
  if (status >= 500) return `broke: ${status}`
  if (statuses && !statuses.includes(status)) return `answered ${status}, not ${statuses.join(' or ')}`
  if (typeof body !== 'object' || body === null) return `answered ${status} without a problem`
  if (!(String(body.code) in errorCodes)) return `answered ${status} with the code ${String(body.code)}`
  if (typeof body.detail !== 'string' || body.detail === '') return `answered ${status} without a sentence`
  if (!Array.isArray(body.errors)) return `answered ${status} without a list of errors`
  return null
}

/** Everything that is written to the log from now on. */
export function listenToLog({ payload }: Running): { lines: string[] } {
  const lines: string[] = []
  const words = (value: unknown): string =>
    value instanceof Error
      ? `${value.message} ${String((value as { cause?: unknown }).cause ?? '')} ${JSON.stringify(value)}`
      : typeof value === 'object' && value !== null
        ? Object.values(value).map(words).join(' ')
        : String(value)
  const logger = payload.logger as unknown as Record<string, (...parts: unknown[]) => void>
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'])
    logger[level] = (...parts) => void lines.push(`${level} ${parts.map(words).join(' ')}`)
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    const before = console[level].bind(console)
    console[level] = (...parts: unknown[]) => {
      lines.push(`${level} ${parts.map(words).join(' ')}`)
      before(...parts)
    }
  }
  return { lines }
}
