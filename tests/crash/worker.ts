import type { Payload } from 'payload'
import type { Torg } from '../../src/server.js'
import { verifyLog } from '../../src/editorial/log/verify-log.js'
import { everyRow } from '../../src/shared/every-row.js'

/**
 * The process that the crash tests kill: Torg without its admin. Over its IPC channel it tells what is stored, columns
 * that no door shows included. `TORG_TEST_ACKNOWLEDGE_EARLY=1` makes it lie about the commit point: the negative control.
 */
const early = process.env.TORG_TEST_ACKNOWLEDGE_EARLY === '1'
/** Milliseconds by which a commit is late in the negative control. */
const late = 400

type Update = Payload['db']['updateOne']
const moderated = ['events', 'posts', 'organisations']

function acknowledgeEarly(payload: Payload): void {
  const write = payload.db.updateOne.bind(payload.db) as Update
  payload.db.updateOne = (async (args: Parameters<Update>[0]) => {
    const { collection, options, data } = args as unknown as {
      collection: string
      options?: { atomic?: boolean }
      data: { outbox?: unknown }
    }
    if (!moderated.includes(collection) || !options?.atomic || data.outbox === undefined) return write(args)
    // Outside of its transaction, which is over by then.
    const alone = { ...args, req: undefined } as Parameters<Update>[0]
    setTimeout(() => void write(alone).catch(() => undefined), late)
    return { id: 'acknowledged' }
  }) as Update
}

type Row = Record<string, unknown> & { id: string }

async function everything(payload: Payload): Promise<Record<string, Row[]>> {
  const dump: Record<string, Row[]> = {}
  for (const collection of [
    'events',
    'posts',
    'organisations',
    'publications',
    'moderation-log',
    'change-counters',
    'revisions',
    'media',
  ]) {
    dump[collection] = await everyRow<Row>(payload, collection, {})
  }
  dump['log-reports'] = (await verifyLog(payload)).map((report) => ({ ...report, id: report.line }))
  return dump
}

/** Loads the program, then waits to be told to go: loading takes seconds and touches no database. */
async function work(): Promise<void> {
  process.on('disconnect', () => process.exit(0))
  const { startTorg } = await import('../../src/server.js')
  const told = new Promise<void>((resolve) => process.once('message', () => resolve()))
  process.send!({ loaded: true })
  await told
  const torg: Torg = await startTorg({ withAdmin: false })
  if (early) acknowledgeEarly(torg.payload)
  process.on('message', (message: { ask: string; number: number }) => {
    if (message.ask !== 'everything') return
    everything(torg.payload).then(
      (answer) => process.send!({ number: message.number, answer }),
      (error: Error) => process.send!({ number: message.number, fault: error.stack }),
    )
  })
  process.on('SIGTERM', () => void torg.stop().then(() => process.exit(0)))
  process.send!({ ready: true })
}

work().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
