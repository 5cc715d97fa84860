import { readFileSync } from 'node:fs'
import { reEncode } from '../../media/re-encode.js'
import { pngOfZeros } from './picture-files.js'

/** The most memory that this process has had, in kilobytes. On Linux, `resourceUsage` tells that of its parent if that had more. */
function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}

// Reads several of the largest pictures at the same moment, in a process of its own, and tells how much memory it took.
const picture = pngOfZeros(7000, 7000, { interlaced: true })
const before = mostMemory()
await Promise.all(Array.from({ length: 3 }, () => reEncode(picture)))
process.stdout.write(String(Math.round((mostMemory() - before) / 1024)))
