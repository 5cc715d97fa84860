import type { Payload } from 'payload'
import { SettingsFault } from '../config/env.js'
import { decideLedger, lookAtLedger } from '../editorial/erasure/settle-ledger.js'
import { logDoing } from '../editorial/log/log-doing.js'
import type { Verdict } from '../privacy/erasure/ledger-verdict.js'
import { systemClock } from '../shared/clock.js'
import { onThisMachine } from './on-this-machine.js'

const said: Record<Verdict['kind'], string> = {
  level: 'The ledger says nothing that this database has not. There is nothing to decide.',
  older:
    'This database is an older copy of itself. The next start erases what these lines name; there is nothing to decide.',
  forked: 'Another copy of this database has gone on with the ledger. These lines are not of this one:',
  damaged: 'The ledger goes beyond this database and is not whole. These lines can be read:',
  stranger: 'This database stands in no ledger, and there is one. It says:',
}

async function show(payload: Payload): Promise<void> {
  const { verdict, standing, reading } = await lookAtLedger(payload)
  if (standing)
    process.stdout.write(`This database ends at line ${standing.number} of ${standing.lineage}.\n`)
  process.stdout.write(
    `The ledger has ${reading.lines.length} lines; ${reading.torn} cut off, ${reading.damaged.length} damaged.\n`,
  )
  process.stdout.write(`${said[verdict.kind]}\n`)
  if (verdict.kind === 'level') return
  for (const { lineage, number, kind, id, at } of verdict.lines)
    process.stdout.write(`${lineage}\t${number}\t${at}\t${kind}\t${id}\n`)
}

/**
 * `npm run ledger`: where this database and the ledger of what was erased stand to each other. Where a start was refused
 * for that: `-- erase` erases here, too, what those lines name, and `-- keep` leaves everything here as it is. Both cannot
 * be undone, and are asked for while Torg is stopped.
 */
onThisMachine(async (payload) => {
  const [choice, ...rest] = process.argv.slice(2)
  if (choice === undefined) return show(payload)
  if ((choice !== 'erase' && choice !== 'keep') || rest.length > 0)
    throw new SettingsFault([
      'Say what you choose: npm run ledger, npm run ledger -- erase, npm run ledger -- keep',
    ])
  const { lines, erased, spared, decided } = await decideLedger(payload, systemClock, choice)
  if (!decided) return show(payload)
  await logDoing(payload, {
    action: choice === 'erase' ? 'follow-ledger' : 'set-ledger-aside',
    kind: 'installation',
    document: 'installation',
    municipality: null,
    by: null,
    automated: false,
    at: systemClock.now(),
  })
  process.stdout.write(
    choice === 'erase'
      ? `Of ${lines} that the ledger names ${erased} were here, and were erased; ${spared} are held back here and stay.\n`
      : `Nothing was erased. ${lines} that the ledger names are left as they are here, for good.\n`,
  )
})
