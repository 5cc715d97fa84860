import { median, medianOf, ratio, type Sample, type Samples } from './measure.js'
import { fixed, type Result } from './result.js'

export interface Goal {
  name: string
  wanted: string
  measured: string
  met: boolean
}

const speed = (sample: Sample): number => sample.perSecond
const slowness = (sample: Sample): number => sample.p99

/** On some machines not even a bare process of Node comes to half of nginx; so it is told how far that one comes. */
function besideBare(goal: Goal, ready: { samples: Samples }[]): Goal {
  const bare = ready.map(({ samples }) => ratio(samples, ['bare', 'nginx'], speed)).filter(Number.isFinite)
  return { ...goal, measured: `${goal.measured}; bare Node ${fixed(Math.min(...bare))}` }
}

/** Each goal with what was measured: of several questions the worst decides. */
export function goals(result: Result): Goal[] {
  const { questions, flat, payload, feeds, changing, scaling, delays } = result
  const ready = questions.filter((one) => !one.isFirst)
  const worst = (
    name: string,
    wanted: [number, 'least' | 'most'],
    values: { name: string; value: number }[],
    unit = '',
  ): Goal => {
    const known = values.filter(({ value }) => Number.isFinite(value)).sort((a, b) => a.value - b.value)
    const one = wanted[1] === 'least' ? known[0] : known.at(-1)
    const [sign, met] =
      wanted[1] === 'least'
        ? ['≥', (one?.value ?? NaN) >= wanted[0]]
        : ['≤', (one?.value ?? NaN) <= wanted[0]]
    const measured = one ? `${fixed(one.value)}${unit} (${one.name})` : 'not measured'
    return { name, wanted: `${sign} ${wanted[0]}${unit}`, measured, met }
  }
  const of = (list: { name: string; samples: Samples }[], value: (samples: Samples) => number) =>
    list.map(({ name, samples }) => ({ name, value: value(samples) }))
  const [small, large] = [feeds[0]!, feeds.at(-1)!]
  const flatNames = ['events, the next 50', 'one event, of 100', 'nothing new (304)', 'changes, the last 10']
  const memory = (large.resident - small.resident) / (large.size - small.size) - large.ownBytes
  const gain = (two: string, one: string): number[] =>
    (scaling.samples.get(two) ?? []).map(
      (sample, at) => speed(sample) - speed(scaling.samples.get(one)![at]!),
    )
  const gains = gain('two', 'one').map((own, at) => own / gain('bareTwo', 'bareOne')[at]!)
  const perCpu =
    medianOf(scaling.samples, 'two', (one) => one.cpu) / medianOf(scaling.samples, 'one', (one) => one.cpu)
  return [
    worst(
      'ready answers beside bare Node',
      [0.8, 'least'],
      of(ready, (all) => ratio(all, ['feed', 'bare'], speed)),
    ),
    besideBare(
      worst(
        'ready answers beside one nginx worker',
        [0.5, 'least'],
        of(ready, (all) => ratio(all, ['feed', 'nginx'], speed)),
      ),
      ready,
    ),
    worst(
      'filtered first-time lists of 50, times those of Payload',
      [20, 'least'],
      of(
        payload.filter((one) => one.isFirst),
        (all) => ratio(all, ['feed', 'payload'], speed),
      ),
    ),
    worst(
      'p99 of ready answers, times that of bare Node',
      [3, 'most'],
      of(ready, (all) => ratio(all, ['feed', 'bare'], slowness)),
    ),
    worst(
      `answers a second with ${small.size} publications, times those with ${large.size}`,
      [1.3, 'most'],
      of(
        flat.filter((one) => flatNames.includes(one.name)),
        (all) => ratio(all, [String(small.size), String(large.size)], speed),
      ),
    ),
    worst(
      `lists made for the first time with ${small.size} publications, times those with ${large.size}`,
      [1.3, 'most'],
      of(
        flat.filter((one) => one.name === 'events, filtered, first time'),
        (all) => ratio(all, [String(small.size), String(large.size)], speed),
      ),
    ),
    worst(
      'memory of each publication beside its own bytes',
      [3, 'most'],
      [{ name: 'resident', value: memory / 1_000 }],
      ' kB',
    ),
    worst(
      `ready with ${large.size} publications`,
      [10, 'most'],
      [{ name: 'from the start of the process', value: large.readyAfter / 1_000 }],
      ' s',
    ),
    worst(
      'a decision is seen in each process, 99 of 100',
      [1_000, 'most'],
      delays.map(({ p99 }, at) => ({ name: `process ${at + 1}`, value: p99 })),
      ' ms',
    ),
    underChange(
      worst(
        'answers with 20 changes a second, of those without',
        [0.8, 'least'],
        of(changing, (all) => ratio(all, ['changing', 'still'], speed)),
      ),
      changing,
    ),
    worst(
      'what a second process gains, of what a bare one gains',
      [0.85, 'least'],
      [{ name: 'middle of all rounds', value: median(gains) }],
    ),
    worst(
      'processor time of an answer with two processes, times that with one',
      [1.15, 'most'],
      [{ name: 'middle of all rounds', value: perCpu }],
    ),
  ]
}

/** The share of its answers that the feed keeps while things change, divided by the share that a bare process keeps. */
export const keptBesideBare = (samples: Samples): number =>
  ratio(samples, ['changing', 'still'], speed) / ratio(samples, ['bareChanging', 'bareStill'], speed)

/** The goal as it was set, and beside it what is the feed's own part of the loss: on that it is not judged. */
function underChange(goal: Goal, changing: Result['changing']): Goal {
  const values = changing.map(({ samples }) => keptBesideBare(samples)).filter(Number.isFinite)
  if (values.length === 0) return goal
  return { ...goal, measured: `${goal.measured}; ${fixed(Math.min(...values))} of what bare Node keeps` }
}
