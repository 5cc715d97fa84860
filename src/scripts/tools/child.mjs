import { spawn } from 'node:child_process'

/** An end that needs no stack: its sentence tells the person what to do. */
export class Said extends Error {
  constructor(sentence) {
    super(sentence)
    this.said = sentence
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
// What a shell answers for a program that a signal ended.
const numbers = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 }

/** Runs a program with this terminal, passes signals on to it, resolves with its exit code. */
export function run(program, args, { env = {}, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd, env: { ...process.env, ...env } })
    const pass = (signal) => child.kill(signal)
    const heard = signals.map((signal) => [signal, () => pass(signal)])
    for (const [signal, listener] of heard) process.on(signal, listener)
    // npm starts us through a shell, which a SIGTERM ends without a word to its children.
    const parent = process.ppid
    const orphaned = setInterval(() => process.ppid !== parent && pass('SIGTERM'), 500)
    const done = () => {
      clearInterval(orphaned)
      for (const [signal, listener] of heard) process.off(signal, listener)
    }
    child.on('error', (error) => {
      done()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      done()
      resolve(code ?? numbers[signal] ?? 1)
    })
  })
}

/** Runs a program quietly and resolves with what it said and its exit code; a program that is missing gives 127. */
export function listen(program, args, { env = {}, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const add = (chunk) => (said += chunk)
    child.stdout.setEncoding('utf8').on('data', add)
    child.stderr.setEncoding('utf8').on('data', add)
    child.on('error', (error) => resolve({ code: 127, said: `${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

/**
 * Arguments with which every process of Torg starts Node; see docs/decisions/0001-stack-and-one-process.md. The long
 * form, since Next hands it on in NODE_OPTIONS, where the short one is refused.
 */
export const nodeFlags = ['--conditions=production', '--import', 'tsx']

/** Runs a TypeScript file of ours. */
export const runTypeScript = (file, args = [], options = {}) =>
  run(process.execPath, [...nodeFlags, file, ...args], options)
