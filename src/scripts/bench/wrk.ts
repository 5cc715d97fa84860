import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { onPath } from '../tools/on-path.mjs'
import { load, type Asked, type Effort, type Load } from './load.js'

/** What wrk runs: the addresses of a file in turn, and in the end one line of JSON. Times are in microseconds. */
const script = `
local addresses, next = {}, 0
init = function(args)
  for line in io.lines(args[1]) do addresses[#addresses + 1] = wrk.format("GET", line) end
end
request = function()
  next = next % #addresses + 1
  return addresses[next]
end
done = function(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format('\\n{"answers":%d,"wrong":%d,"micros":%d,"bytes":%d,"p50":%d,"p99":%d}\\n',
    summary.requests, wrong, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99)))
end
`

interface Told {
  answers: number
  wrong: number
  micros: number
  bytes: number
  p50: number
  p99: number
}

/**
 * Asks with wrk where it is on the PATH: it costs a third of what our own asking does, so that the server stays what is
 * measured. Else with ours. `name` says which.
 */
export function chooseLoad(folder: string): {
  name: string
  ask(asked: Asked, effort: Effort): Promise<Load>
} {
  const [wrk] = onPath('wrk')
  if (!wrk) return { name: 'sockets of Node', ask: load }
  const file = path.join(folder, 'wrk.lua')
  fs.writeFileSync(file, script)
  let runs = 0
  return {
    name: 'wrk',
    async ask({ port, addresses, headers }, { connections, seconds }) {
      const list = path.join(folder, `addresses-${(runs += 1)}.txt`)
      fs.writeFileSync(list, `${addresses.join('\n')}\n`)
      const heads = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
      const many = ['-t1', `-c${connections}`, `-d${Math.max(1, Math.round(seconds))}s`]
      const args = [...many, '--timeout', '10s', '-s', file, ...heads, `http://127.0.0.1:${port}`, '--', list]
      const { stdout } = await promisify(execFile)(wrk, args)
      fs.rmSync(list)
      const told = JSON.parse(stdout.slice(stdout.lastIndexOf('\n{'))) as Told
      const taken = told.micros / 1e6
      return {
        answers: told.answers,
        wrong: told.wrong,
        seconds: taken,
        perSecond: told.answers / taken,
        p50: told.p50 / 1_000,
        p99: told.p99 / 1_000,
        bytes: told.bytes / Math.max(1, told.answers),
      }
    },
  }
}
