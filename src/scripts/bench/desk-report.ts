import os from 'node:os'
import { fullDesk, type DeskRow } from './desk.js'
import { table } from './report.js'
import { fixed, whole } from './result.js'

/** Queries and time of editors' views, on a full database beside an empty one. */
export function asDeskTable(rows: DeskRow[]): string {
  const heads = ['view', 'queries, empty', 'queries, full', 'empty, ms', 'full, ms', 'full ÷ empty']
  const lines = rows.map(({ name, empty, full }) => [
    name,
    whole(empty.queries),
    whole(full.queries),
    fixed(empty.milliseconds, 1),
    fixed(full.milliseconds, 1),
    fixed(full.milliseconds / empty.milliseconds),
  ])
  return table(heads, lines)
}

/** docs/performance-workbench.md: what was measured, how, and on what. */
export function asDeskDocument({ sqlite, mongodb }: Record<'sqlite' | 'mongodb', DeskRow[]>): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor'
  const busy = os.loadavg().map((value) => value.toFixed(1))
  return `# Performance of the workbench

Written by \`npm run bench\` (this half alone: \`npm run bench -- --workbench\`). The answers that the workbench of editors is made of,
in one process, on each of the two databases: an empty database beside one with ${whole(fullDesk.waiting)} waiting and ${whole(fullDesk.live)} live events and ${whole(fullDesk.decisions)} decisions in the log.
Queries are database statements of one request (on MongoDB what its profiler wrote down), those of the login and its memberships included; the time is the middle one of 15 requests
one after the other, over loopback. One event in 500 is of the organisation, category and language that are asked for. A page of 40 lines
has to be looked up and named where there are 40, which an empty database spares.

## MongoDB

${asDeskTable(mongodb)}

## SQLite

${asDeskTable(sqlite)}

Machine: ${os.cpus().length} cores (${cpu}), ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}. Its load at the end (1, 5, 15 minutes):
${busy.join(', ')}.
`
}
