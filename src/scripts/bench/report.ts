import os from 'node:os'
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

/** docs/performance.md: what was measured, how, and on what. */
export function asDocument(
  rows: Row[],
  how: { connections: number; milliseconds: number; rounds: number },
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

Machine: ${os.cpus().length} cores (${cpu}), ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}. Load of the machine at the end (1, 5, 15 minutes):
${busy.join(', ')}; with more than ${os.cpus().length + 1} other programs were running too, and the absolute numbers are too low.
`
}
