import os from 'node:os'
import { type DeskRow, fullDesk } from './desk.js'
import type { Load } from './load.js'

export interface Row {
  name: string
  /** Length of the answer's body as it was sent. */
  bytes: number
  feed: Load
  bare: Load
}

const whole = (value: number) => Math.round(value).toLocaleString('en').replaceAll(',', ' ')

export function asTable(rows: Row[]): string {
  const lines = rows.map(({ name, bytes, feed, bare }) =>
    [
      name,
      whole(bytes),
      whole(feed.perSecond),
      whole(bare.perSecond),
      (feed.perSecond / bare.perSecond).toFixed(2),
      feed.p99.toFixed(1),
      bare.p99.toFixed(1),
    ].join(' | '),
  )
  return [
    '| asked for | bytes sent | Torg, answers/s | bare, answers/s | ratio | Torg, p99 ms | bare, p99 ms |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n')
}

/** Queries and time of editors' views, on a full database beside an empty one. */
export function asDeskTable(rows: DeskRow[]): string {
  const lines = rows.map(({ name, empty, full }) =>
    [
      name,
      empty.queries,
      full.queries,
      empty.milliseconds.toFixed(1),
      full.milliseconds.toFixed(1),
      (full.milliseconds / empty.milliseconds).toFixed(2),
    ].join(' | '),
  )
  return [
    '| view | queries, empty | queries, full | empty, ms | full, ms | ratio |',
    '| --- | --: | --: | --: | --: | --: |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n')
}

/** docs/performance.md: what was measured, how, and on what. */
export function asDocument(
  rows: Row[],
  how: { connections: number; milliseconds: number; rounds: number },
  desk: DeskRow[],
): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor'
  const busy = os.loadavg().map((value) => value.toFixed(1))
  return `# Performance

Written by \`npm run bench\`. The feed of the demo municipality Hagby (SQLite, one process, no admin pages) beside a bare \`node:http\` server
that sends the same status, headers and bytes without a thought, over loopback, in turns in one run. The ratio is what counts: both share
the machine with each other and with the program that asks, which is one process on plain sockets and limits both.

${asTable(rows)}

${how.connections} connections, one question at a time on each; ${how.rounds} rounds of ${how.milliseconds / 1000} s for each after one to warm up; the middle one is shown. p99: 99 of 100
answers were complete within it.

## Editors' views

The answers that editors' workbench is made of, on SQLite in one process: an empty database beside one with ${whole(fullDesk.waiting)} waiting and
${whole(fullDesk.live)} live events and ${whole(fullDesk.decisions)} decisions in the log. Queries are database statements of one request, those of the login and its memberships
included; the time is the middle one of 15 requests one after the other, over loopback. One event in 500 is of the organisation, category and
language that are asked for. A page of 40 lines has to be looked up and named where there are 40, which an empty database spares.

${asDeskTable(desk)}

Machine: ${os.cpus().length} cores (${cpu}), ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}. Load of the machine at the end (1, 5, 15 minutes):
${busy.join(', ')}; with more than ${os.cpus().length + 1} other programs were running too, and the absolute numbers are too low.
`
}
