import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { bundled, bundleFlags } from '../tools/bundle.mjs'
import { freePort } from './database.js'

/** A server that the bench started, with all its processes. */
export interface Running {
  port: number
  child: ChildProcess
  /** Milliseconds from its start until it answered. */
  readyAfter: number
  stop(): Promise<void>
}

interface Begin {
  args?: string[]
  env?: Record<string, string>
  /** Path at which it answers 200 when it is ready. */
  readyAt: string
}

/** Programs that were bundled, one after the other: whoever is done first ends what all of them bundle with. */
const programs = new Map<string, Promise<string>>()
let last: Promise<unknown> = Promise.resolve()

export function program(file: string): Promise<string> {
  const known = programs.get(file) ?? last.then(() => bundled(file))
  programs.set(file, known)
  last = known
  return known
}

/** Starts one of our own programs on a port of its own, as `npm start` does: bundled, in production. */
export async function start(file: string, { args = [], env = {}, readyAt }: Begin): Promise<Running> {
  const bundle = await program(file)
  const port = await freePort()
  const settings = { NODE_ENV: 'production', NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: String(port), ...env }
  return run(process.execPath, [...bundleFlags, bundle, ...args], { env: settings, port, readyAt })
}

export async function run(
  program: string,
  args: string[],
  { env = {}, port, readyAt }: Begin & { port: number },
): Promise<Running> {
  const began = performance.now()
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await answers(`http://127.0.0.1:${port}${readyAt}`))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`)
    if (performance.now() - began > 180_000) throw new Error(`${args.join(' ')} did not become ready`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
    await ended
    clearTimeout(late)
  }
  return { port, child, readyAfter: performance.now() - began, stop }
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => null)
  await answer?.arrayBuffer().catch(() => undefined)
  return answer?.status === 200
}

/** A process and all that it started. */
function family(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  const children = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split(' ').filter(Boolean) : []
  return [pid, ...children.map(Number).flatMap(family)]
}

const clockTicks = 100

/** Seconds of processor time that a server and its processes have used; NaN where the system does not tell (not Linux). */
export function cpuSeconds({ child }: Running): number {
  if (!fs.existsSync('/proc/self/stat')) return NaN
  const used = family(child.pid!).map((pid) => {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / clockTicks
  })
  return used.reduce((sum, one) => sum + one, 0)
}

/** Resident memory of a server and its processes, in bytes; NaN where the system does not tell. */
export function residentBytes({ child }: Running): number {
  if (!fs.existsSync('/proc/self/status')) return NaN
  const sizes = family(child.pid!).map(
    (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
  )
  return sizes.reduce((sum, one) => sum + one, 0)
}
