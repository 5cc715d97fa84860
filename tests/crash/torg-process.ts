import { spawn, type ChildProcess } from 'node:child_process'
import { bundled } from '../../src/scripts/tools/bundle.mjs'

export type Row = Record<string, unknown> & { id: string }
export type Stored = Record<
  | 'events'
  | 'posts'
  | 'organisations'
  | 'publications'
  | 'moderation-log'
  | 'change-counters'
  | 'revisions'
  | 'media'
  /** What the verifier says of each line of the log. */
  | 'log-reports',
  Row[]
>

/** Torg as a process of its own, on the installation that `env` describes; started, killed and started again. */
export class TorgProcess {
  readonly env: Record<string, string>
  private child: ChildProcess | null = null
  private loading: ChildProcess | null = null
  private next: Promise<ChildProcess> | null = null
  private asked = 0
  private said = ''
  private program: Promise<string> | null = null

  constructor(env: Record<string, string>) {
    this.env = env
  }

  /** Starts Torg; the process that will follow it is loaded meanwhile, so that a restart takes no longer than it must. */
  async start(): Promise<void> {
    const child = await (this.next ?? this.load())
    this.child = child
    child.send({ go: true })
    await heardFrom(child, () => this.said)
    this.next = this.load()
    // Whoever starts again hears of a fault; whoever does not need not.
    this.next.catch(() => undefined)
  }

  private async load(): Promise<ChildProcess> {
    const worker = await (this.program ??= bundled('tests/crash/worker.ts'))
    const child = spawn(process.execPath, ['-C', 'production', worker], {
      env: { ...process.env, NODE_OPTIONS: '', ...this.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.loading = child
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (text: Buffer) => (this.said = (this.said + text.toString()).slice(-4000)))
    }
    await heardFrom(child, () => this.said)
    return child
  }

  /** What the process wrote last, for the message of a failing test. */
  words = () => this.said

  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  /** Ends Torg as an operator does, and what was loaded to follow it. */
  async stop(): Promise<void> {
    await this.end('SIGTERM')
    this.loading?.kill('SIGKILL')
    this.next = null
    this.program = null
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this
    this.child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    await gone
  }

  /** All rows of the collections that moderation writes, with the columns that are never shown. */
  everything(): Promise<Stored> {
    const number = (this.asked += 1)
    const child = this.child!
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`Torg ended before it told what is stored: ${this.said}`))
      const listen = (message: { number?: number; answer?: Stored; fault?: string }) => {
        if (message.number !== number) return
        child.off('message', listen)
        child.off('exit', ended)
        if (message.answer) resolve(message.answer)
        else reject(new Error(message.fault))
      }
      child.on('message', listen)
      child.once('exit', ended)
      child.send({ ask: 'everything', number })
    })
  }
}

/** Waits for the next message; rejects where the process ends instead. */
function heardFrom(child: ChildProcess, words: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`Torg did not start (exit ${code}): ${words()}`))
    child.once('exit', ended)
    child.once('message', () => {
      child.off('exit', ended)
      resolve()
    })
  })
}
