import cluster, { type Worker } from 'node:cluster'

/** A process that dies sooner than this after its start is replaced later each time; in milliseconds. */
const lives = 60_000
const longestWait = 30_000
/** With this a process listens only when it can answer: others answer meanwhile. */
const replaces = '--replaces'

export const replacesAnother = (): boolean => process.argv.includes(replaces)

/**
 * Keeps so many feed processes on one port, each with an index of its own; what comes in goes to them in turn. One that
 * dies is replaced. The first takes the port and the others follow, so that a fault of the settings is told once.
 * Resolves with an exit code when all have ended: because this process was asked to, or because the first could not start.
 */
export function keepFeedProcesses(count: number): Promise<number> {
  let stopping = false
  let listening = false
  let quickDeaths = 0
  const waiting = new Set<NodeJS.Timeout>()
  const living = new Set<Worker>()
  const serving = new Set<Worker>()

  function stop(signal: NodeJS.Signals): void {
    stopping = true
    for (const timer of waiting) clearTimeout(timer)
    for (const worker of living) worker.process.kill(signal)
  }

  function replace(born: number): void {
    quickDeaths = Date.now() - born < lives ? quickDeaths + 1 : 0
    const timer = setTimeout(
      () => {
        waiting.delete(timer)
        cluster.setupPrimary({ args: [...process.argv.slice(2), replaces] })
        begin()
      },
      quickDeaths === 0 ? 0 : Math.min(longestWait, 500 * 2 ** quickDeaths),
    )
    waiting.add(timer)
  }

  let ended: (code: number) => void = () => undefined
  function begin(): void {
    const born = Date.now()
    const worker = cluster.fork()
    living.add(worker)
    worker.once('listening', () => {
      serving.add(worker)
      if (serving.size === count) process.stdout.write(`${count} feed processes serve one port.\n`)
      if (listening) return
      listening = true
      for (let one = 1; one < count; one += 1) begin()
    })
    worker.once('exit', (code, signal) => {
      living.delete(worker)
      serving.delete(worker)
      if (listening && !stopping) {
        process.stderr.write(`A feed process ended (${signal ?? code}) and is replaced.\n`)
        return replace(born)
      }
      if (living.size === 0) ended(stopping ? 0 : code || 1)
    })
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal))
  return new Promise((resolve) => {
    ended = resolve
    begin()
  })
}
