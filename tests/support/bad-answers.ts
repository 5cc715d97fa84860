import { inspect } from 'node:util'
import { sealLog } from '../../src/editorial/log/seal-log.js'
import { errorCodes } from '../../src/shared/errors.js'
import type { Answer } from './people.js'
import type { Running } from './torg.js'

/**
 * How many documents every collection holds: a refused request leaves all of them alone. The log has its places first,
 * because a municipality's line begins, with an entry of its own, at the clock's next round.
 */
export async function stored({ payload }: Running): Promise<string> {
  while ((await sealLog(payload)) > 0);
  const counts = await Promise.all(
    // What the clock writes for itself comes when it comes.
    Object.keys(payload.collections)
      .filter((slug) => !['leases', 'retention-runs'].includes(slug))
      .map(async (slug) => {
        const { totalDocs } = await payload.db.count({ collection: slug as 'events' })
        return `${slug} ${totalDocs}`
      }),
  )
  return counts.join(', ')
}

/** The same once nothing more comes of what was done before: what is public follows a moment after a stage is set. */
export async function storedAtRest(torg: Running): Promise<string> {
  for (let before = await stored(torg); ;) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    const now = await stored(torg)
    if (now === before) return now
    before = now
  }
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

/** Everything that the process writes from now on: to the log, to the console, past both. */
export function listenToLog({ payload }: Running): { lines: string[]; stop(): void } {
  const lines: string[] = []
  const { level } = payload.logger
  payload.logger.level = 'trace'
  const undo = [process.stdout, process.stderr].map((stream) => {
    const before = stream.write.bind(stream)
    stream.write = ((...parts: Parameters<typeof before>) => {
      lines.push(String(parts[0]))
      return true
    }) as typeof stream.write
    return () => void (stream.write = before)
  })
  const words = (value: unknown): string => inspect(value, { depth: 8, breakLength: Infinity })
  for (const name of ['log', 'info', 'warn', 'error'] as const) {
    const before = console[name]
    console[name] = (...parts: unknown[]) => void lines.push(`${name} ${parts.map(words).join(' ')}`)
    undo.push(() => void (console[name] = before))
  }
  return {
    lines,
    stop() {
      payload.logger.level = level
      for (const each of undo) each()
    },
  }
}
