import os from 'node:os'
import { goals, keptBesideBare } from './goals.js'
import { medianOf, ratio, type Sample } from './measure.js'
import { fixed, whole, type Result } from './result.js'
import type { QuestionResult } from './side-by-side.js'
import { whatAChangeCosts } from './what-a-change-costs.js'
import { whatIsMissed } from './what-is-missed.js'

const speed = (sample: Sample): number => sample.perSecond

export function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

const others = ['feed', 'bare', 'nginx', 'express'] as const

function sideBySide(questions: QuestionResult[]): string {
  const heads = ['asked for', 'bytes', 'Torg', 'bare Node', 'nginx', 'Express', 'Torg ÷ bare', 'Torg ÷ nginx']
  const rows = questions.map(({ name, bytes, samples }) => [
    name,
    whole(bytes),
    ...others.map((who) => whole(medianOf(samples, who, speed))),
    fixed(ratio(samples, ['feed', 'bare'], speed)),
    fixed(ratio(samples, ['feed', 'nginx'], speed)),
  ])
  return table(heads, rows)
}

function costs(questions: QuestionResult[]): string {
  const heads = [
    'asked for',
    'p50 ms Torg',
    'bare',
    'p99 ms Torg',
    'bare',
    'nginx',
    'CPU µs Torg',
    'bare',
    'nginx',
    'Express',
  ]
  const rows = questions.map(({ name, samples }) => [
    name,
    ...['feed', 'bare'].map((who) => fixed(medianOf(samples, who, (one) => one.p50))),
    ...['feed', 'bare', 'nginx'].map((who) => fixed(medianOf(samples, who, (one) => one.p99))),
    ...others.map((who) =>
      fixed(
        medianOf(samples, who, (one) => one.cpu),
        1,
      ),
    ),
  ])
  return table(heads, rows)
}

function sizes({ feeds, flat }: Result): string {
  const names = feeds.map(({ size }) => String(size))
  const heads = [
    'asked for',
    ...names.map((name) => `${whole(Number(name))} publications`),
    'smallest ÷ largest',
  ]
  const rows = flat.map(({ name, samples }) => [
    name,
    ...names.map(
      (size) =>
        `${whole(medianOf(samples, size, speed))} (${fixed(
          medianOf(samples, size, (one) => one.cpu),
          1,
        )} µs)`,
    ),
    fixed(ratio(samples, [names[0]!, names.at(-1)!], speed)),
  ])
  return table(heads, rows)
}

function processes({ feeds }: Result): string {
  const heads = ['publications', 'own bytes each', 'ready after', 'resident memory']
  return table(
    heads,
    feeds.map(({ size, ownBytes, readyAfter, resident }) => [
      whole(size),
      whole(ownBytes),
      `${fixed(readyAfter / 1000, 1)} s`,
      `${whole(resident / 1e6)} MB`,
    ]),
  )
}

function changing({ changing: results }: Result): string {
  const heads = [
    'asked for',
    'still',
    '20 changes a second',
    'ratio',
    'ratio of bare Node',
    'the one ÷ the other',
    'p99 ms still',
    'changing',
  ]
  const rows = results.map(({ name, samples }) => [
    name,
    ...['still', 'changing'].map((who) => whole(medianOf(samples, who, speed))),
    fixed(ratio(samples, ['changing', 'still'], speed)),
    fixed(ratio(samples, ['bareChanging', 'bareStill'], speed)),
    fixed(keptBesideBare(samples)),
    ...['still', 'changing'].map((who) => fixed(medianOf(samples, who, (one) => one.p99))),
  ])
  return table(heads, rows)
}

function scaled({ scaling }: Result): string {
  const heads = ['', 'one process', 'two', 'two ÷ one', 'CPU µs, one', 'two']
  const row = (name: string, one: string, two: string): string[] => [
    name,
    whole(medianOf(scaling.samples, one, speed)),
    whole(medianOf(scaling.samples, two, speed)),
    fixed(ratio(scaling.samples, [two, one], speed)),
    fixed(
      medianOf(scaling.samples, one, (each) => each.cpu),
      1,
    ),
    fixed(
      medianOf(scaling.samples, two, (each) => each.cpu),
      1,
    ),
  ]
  return table(heads, [row('Torg', 'one', 'two'), row('bare Node', 'bareOne', 'bareTwo')])
}

function seen({ delays }: Result): string {
  const rows = delays.map(({ writing, p50, p99, longest, decisions }, at) => [
    String(at + 1),
    whole(decisions),
    `${whole(writing)} ms`,
    `${whole(p50)} ms`,
    `${whole(p99)} ms`,
    `${whole(longest)} ms`,
  ])
  return table(
    ['feed process', 'decisions', 'written in', 'seen: half within', '99 of 100 within', 'longest'],
    rows,
  )
}

const payloads = ({ payload }: Result): string =>
  table(
    ['asked for', 'Torg', "Payload's REST", 'Torg ÷ Payload', 'p99 ms Torg', 'Payload'],
    payload.map(({ name, samples }) => [
      name,
      ...['feed', 'payload'].map((who) => whole(medianOf(samples, who, speed))),
      fixed(ratio(samples, ['feed', 'payload'], speed), 1),
      ...['feed', 'payload'].map((who) =>
        fixed(
          medianOf(samples, who, (one) => one.p99),
          1,
        ),
      ),
    ]),
  )

/** docs/performance.md: what was measured, how, on what, and which goals were met. */
export function asDocument(result: Result): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor'
  const busy = os.loadavg().map((value) => value.toFixed(1))
  return `# Performance

Written by \`npm run bench\`: one run of ${fixed(result.minutes, 0)} minutes over loopback, everything side by side on the same data. Invented
publications of 30 municipalities, two fifths of them in one city, which is the one that is asked about; MongoDB, feed processes
(\`TORG_ROLE=feed\`) as \`npm start\` runs them. Those who are compared take turns; shown is the middle of ${result.rounds} rounds, ratios are those of one
round. All share the machine with each other and with what asks (${result.generator}, one thread): so the processor time that an answer took is told
too, which does not depend on how fast it is asked for.

Machine: ${os.cpus().length} cores (${cpu}), ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}. Its load at the end (1, 5, 15 minutes):
${busy.join(', ')}; with more than ${os.cpus().length + 2} other programs were running too, and absolute numbers and p99 are worse than they would be alone.

## Goals

${table(
  ['goal', 'wanted', 'measured', ''],
  goals(result).map(({ name, wanted, measured, met }) => [
    name,
    wanted,
    measured,
    met ? 'met' : '**missed**',
  ]),
)}

${whatIsMissed}## Ready answers: answers a second

32 connections, one question at a time on each. *Bare Node* is a \`node:http\` server that sends the recorded status, headers and bytes without a
thought; *nginx* serves the same bytes as files with one worker; *Express* does \`res.json\` of the same object (unpacked). What is asked for
the first time is in no memory: another list each time, of one category from another second of two months.

${sideBySide(result.questions)}

## What they cost

${costs(result.questions)}

## The size of the catalogue

${processes(result)}

Answers a second, and processor time for each:

${sizes(result)}

## Payload's own REST

In a process of its own, with its publications open to everybody and an index in the database for the question; \`pagination=false\`, \`depth=0\`, 8
connections, nothing packed on either side. It gives the stored events by their first start and knows no occurrences, so it is asked for less.

${payloads(result)}

## While things change

20 corrections a second, each a numbered publication in a transaction of its own (${whole(result.changesWritten)} in this run), all of events that the answers show.
A bare process that gives the same bytes is asked in the same rounds. Nothing changes for it: what it loses goes to the writer, the database and
what asks, on the same cores.

${changing(result)}

${whatAChangeCosts}
## When a decision is seen

Four feed processes, each asked by 16 connections as fast as they can; 20 decisions a second. From when a decision was written, and its
maker told so, until the process told it in \`changes\`; *written in* is how long half of the decisions took until then.

${seen(result)}

## A second process

\`TORG_FEED_PROCESSES=2\` beside two bare processes on one port, 64 connections, the middle of ${result.scaling.samples.get('one')?.length ?? 0} rounds in turns. What asks needs a part of the
two cores, so not even the bare second process doubles anything.

${scaled(result)}
`
}
