import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { bundled } from '../../src/scripts/tools/bundle.mjs'

/** Made once: two at the same time hold each other up. */
let program: Promise<string> | undefined

/** Torg as a process of its own, with what it wrote to its log. */
export class ApartTorg {
  log = ''
  private child: ChildProcess | null = null
  /** Keeps the port while no Torg is there: other tests on this machine would take it. */
  private keeper: net.Server | null = null

  constructor(public env: Record<string, string>) {}

  /** Starts it, without waiting until it answers. `flags`: for Node itself. */
  async start(flags: readonly string[] = []): Promise<void> {
    const file = await (program ??= bundled('tests/support/torg-apart.ts'))
    await new Promise<void>((resolve) => (this.keeper ? this.keeper.close(() => resolve()) : resolve()))
    this.keeper = null
    this.child = spawn(process.execPath, ['-C', 'production', ...flags, file], {
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (text: Buffer) => (this.log += text.toString()))
  }

  get exitCode(): number | null {
    return this.child?.exitCode ?? null
  }

  signal(name: NodeJS.Signals): void {
    this.child?.kill(name)
  }

  async stop(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    // Whoever asks meanwhile is hung up on.
    const keeper = net.createServer((socket) => socket.destroy())
    keeper.listen(Number(this.env.PORT), '127.0.0.1')
    await once(keeper, 'listening')
    this.keeper = keeper
  }

  /** Kills it as a power cut would. */
  kill(): void {
    this.child?.kill('SIGKILL')
    this.keeper?.close()
  }
}
