import { SettingsFault } from '../config/env.js'
import { verifyLog } from '../editorial/log/verify-log.js'
import type { LineFaultKind, LineReport } from '../privacy/audit/check-line.js'
import type { Place } from '../privacy/audit/log-chain.js'
import { onThisMachine } from './on-this-machine.js'

const said: Record<LineFaultKind, string> = {
  changed: 'says something else than when it was written',
  missing: 'is missing',
  inserted: 'was put in from outside',
  forged: 'was not made by this installation',
  'not-as-noted': 'is not as it was noted down',
  'key-missing': 'is stamped with a key that is not here: add it to TORG_KEYS',
}

/** Places that were noted down from an earlier report, each `<line>:<number>:<hash>`. */
function notedIn(words: readonly string[]): Map<string, Place[]> {
  const noted = new Map<string, Place[]>()
  for (const word of words) {
    const [, line, sequence, hash] = /^([\w-]{1,40}):(\d{1,12}):([0-9a-f]{64})$/.exec(word) ?? []
    if (!line || !sequence || !hash) {
      throw new SettingsFault([
        'Say places as an earlier report said them: npm run audit -- <line>:<number>:<hash>',
      ])
    }
    noted.set(line, [...(noted.get(line) ?? []), { sequence: Number(sequence), hash }])
  }
  return noted
}

function sentence({ line, entries, from, to, fault }: LineReport): string {
  if (!fault) return `whole   ${line}:${to.sequence}:${to.hash} (${entries} entries from ${from})`
  const where = fault.sequence === null ? 'an entry without a place' : `entry ${fault.sequence}`
  return `BROKEN  ${line}: ${where}${fault.entry ? ` (${fault.entry})` : ''} ${said[fault.kind]}`
}

/**
 * `npm run audit [-- <line>:<number>:<hash> …]`: looks through every line of the log and says whether it is as it was
 * written; ends with 1 where one is not. What it prints can be kept elsewhere and given to it again, so that even a log
 * that was replaced as a whole is found.
 */
onThisMachine(async (payload) => {
  const reports = await verifyLog(payload, notedIn(process.argv.slice(2)))
  for (const report of reports) process.stdout.write(`${sentence(report)}\n`)
  const broken = reports.filter(({ whole }) => !whole).length
  if (broken > 0) throw new SettingsFault([`${broken} of ${reports.length} lines of the log are not whole.`])
})
