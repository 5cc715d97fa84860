import { reEncode } from '../../media/re-encode.js'
import { pngOfZeros } from './picture-files.js'

// Reads several of the largest pictures at the same moment, in a process of its own, and tells how much memory it took.
const picture = pngOfZeros(7000, 7000, { interlaced: true })
const before = process.resourceUsage().maxRSS
await Promise.all(Array.from({ length: 3 }, () => reEncode(picture)))
process.stdout.write(String(Math.round((process.resourceUsage().maxRSS - before) / 1024)))
