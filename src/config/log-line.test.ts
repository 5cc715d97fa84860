import { describe, expect, it } from 'vitest'
import { lineFaults } from './log-line.js'
import { createLog, loggedEvents } from './log.js'

const typed = 'Kari Nordmann, https://ekby.example/?q=kanarie Mozilla/5.0'
const written = (act: (log: ReturnType<typeof createLog>) => void): string[] => {
  const lines: string[] = []
  act(createLog((line) => void lines.push(line)))
  return lines
}

describe('a line of the log', () => {
  it('has the one shape, whatever is given to the logger', () => {
    const error = Object.assign(new TypeError(typed), { code: typed, url: typed })
    const lines = written((log) => {
      for (const event of loggedEvents) log.error({ err: error, kind: 'event', count: 3 }, event)
      log.error(error, typed)
      log.warn({ url: typed, headers: { 'user-agent': typed }, err: error })
      log.info({ msg: 'Migrating: 20261101_120000' })
      log.error({ err: Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC', syscall: 'write' }) })
    })
    expect(lines.length).toBe(loggedEvents.length + 4)
    expect(lines.flatMap((line) => lineFaults(line).map((fault) => `${fault}: ${line}`))).toEqual([])
    expect(lines.join('')).not.toMatch(/Nordmann|kanarie|Mozilla/)
  })

  const good = { level: 50, time: '2026-11-27T07:00:00.000Z', name: 'torg', msg: 'clock' }
  it.each([
    [{}, []],
    [{ url: '/ekby' }, ['url is unknown']],
    [{ msg: 'GET /ekby?q=1' }, ['msg']],
    [{ kind: 'Kari Nordmann' }, ['kind']],
    [{ document: 'kari@example.org' }, ['document']],
    [{ time: 1 }, ['time']],
    [{ err: { name: 'Error', at: [], stack: 'x' } }, ['err']],
    [{ err: { name: 'Error', at: ['/ekby'] } }, ['err']],
  ])('with %j has the faults %j', (more, faults) => {
    expect(lineFaults(JSON.stringify({ ...good, ...more }))).toEqual(faults)
  })
  it('is an object of JSON with all that it needs', () => {
    expect(lineFaults('GET / 200')).toEqual(['no JSON'])
    expect(lineFaults('[1]')).toEqual(['no object'])
    expect(lineFaults('{"level":30}')).toEqual(['time is missing', 'name is missing', 'msg is missing'])
  })
})
