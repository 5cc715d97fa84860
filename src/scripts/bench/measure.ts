import type { Asked, Effort, Load } from './load.js'
import { cpuSeconds, type Running } from './processes.js'

/** Who is asked, and what. */
export interface Target {
  name: string
  running: Running
  asked: Omit<Asked, 'port'>
  /** No address is asked twice: each round has a part of them to itself. */
  isFirst?: true | undefined
}

/** One round of one target. */
export interface Sample extends Load {
  /** Microseconds of processor time for each answer, of all processes of the server. */
  cpu: number
}

/** The rounds of each target, in the order in which they took turns. */
export type Samples = Map<string, Sample[]>

export type Ask = (asked: Asked, effort: Effort) => Promise<Load>

/**
 * Asks the targets in turns, round after round, so that whatever else the machine does meets all of them alike. The
 * first round warms them up and is thrown away. Throws where an answer was not the wanted one.
 */
export async function measure(ask: Ask, targets: Target[], effort: Effort, rounds: number): Promise<Samples> {
  const samples: Samples = new Map(targets.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, running, asked, isFirst } of targets) {
      const part = Math.floor(asked.addresses.length / (rounds + 1))
      const addresses = isFirst ? asked.addresses.slice(round * part, (round + 1) * part) : asked.addresses
      const sample = await once(ask, running, { ...asked, addresses }, effort)
      if (sample.wrong > 0) throw new Error(`${name}: ${sample.wrong} answers were not ${asked.status}`)
      if (round > 0) samples.get(name)!.push(sample)
    }
  }
  return samples
}

async function once(ask: Ask, running: Running, asked: Omit<Asked, 'port'>, effort: Effort): Promise<Sample> {
  const before = cpuSeconds(running)
  const load = await ask({ ...asked, port: running.port }, effort)
  await atRest(running)
  return { ...load, cpu: ((cpuSeconds(running) - before) * 1e6) / Math.max(1, load.answers) }
}

/**
 * Until a server has done what it was still asked when the asking ended, five seconds at most: of one that answers in
 * half a second that is half a second of work for all its connections, and whoever is asked next would share the cores
 * with it.
 */
async function atRest(running: Running): Promise<void> {
  for (let looks = 0, used = cpuSeconds(running); looks < 50; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const now = cpuSeconds(running)
    if (!(now - used > 0.02)) return
    used = now
  }
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

export const medianOf = (samples: Samples, name: string, value: (sample: Sample) => number): number =>
  median((samples.get(name) ?? []).map(value))

/** The median of what one target had in a round divided by what the other had in the same round. */
export function ratio(
  samples: Samples,
  [one, other]: [string, string],
  value: (sample: Sample) => number,
): number {
  const others = samples.get(other) ?? []
  return median(
    (samples.get(one) ?? []).flatMap((sample, at) => (others[at] ? [value(sample) / value(others[at])] : [])),
  )
}
