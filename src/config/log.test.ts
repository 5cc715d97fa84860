import { describe, expect, it } from 'vitest'
import { DomainError } from '../shared/errors.js'
import { createLog, logConsole } from './log.js'

const typed = 'Kari Nordmann skrev dette'

function written(act: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  act(createLog((line) => void lines.push(line)))
  for (const line of lines) expect(line).not.toContain(typed)
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the log', () => {
  it('tells an error by its name, its code and where it was thrown, never by its message', () => {
    const error = Object.assign(new TypeError(`${typed}\n    at ${typed}`), { code: 'SQLITE_CONSTRAINT' })
    const cause = Object.assign(new Error(typed, { cause: error }), { params: [typed], query: typed })
    const ways: ((log: ReturnType<typeof createLog>) => void)[] = [
      (log) => log.error(error),
      (log) => log.error({ err: cause }),
      (log) => log.error({ err: cause, msg: `Error: ${typed}` }),
      (log) => log.error({ error: cause, title: typed }, typed),
      (log) => log.warn(cause, `a ${typed}`),
    ]
    for (const way of ways) {
      const [line] = written(way)
      expect(line).toMatchObject({ name: 'torg', msg: 'fault' })
      expect((line!.err as { at: string[] }).at[0]).toMatch(/^at .*log\.test\.ts/)
    }
    expect(written((log) => log.error(error))[0]!.err).toMatchObject({
      name: 'TypeError',
      code: 'SQLITE_CONSTRAINT',
    })
  })

  it('says nothing of a refusal, whoever made it', () => {
    const refused = Object.assign(new Error(typed), { name: 'AuthenticationError', status: 401 })
    expect(written((log) => log.error({ err: refused }))).toEqual([])
    expect(written((log) => log.error(new DomainError('invalid-input', typed)))).toEqual([])
  })

  it('tells of a refusal that stops work of our own', () => {
    const refused = new DomainError('municipality-closed', typed)
    const [line] = written((log) => log.error({ err: refused, kind: 'event', document: 'e1' }, 'clock'))
    expect(line).toMatchObject({ msg: 'clock', document: 'e1', err: { code: 'municipality-closed' } })
  })

  it('keeps events, codes and ids, and drops words of others', () => {
    expect(
      written((log) => {
        log.error({ code: 'internal', kind: 'event', document: 'e1', title: typed }, 'clock')
        log.warn(`Origin "${typed}" is unknown`)
        log.info({ msg: 'Migrating: 20261101_120000' })
      }).map(({ level: _level, time: _time, ...rest }) => rest),
    ).toEqual([
      { name: 'torg', code: 'internal', kind: 'event', document: 'e1', msg: 'clock' },
      { name: 'torg', msg: 'Migrating: 20261101_120000' },
    ])
  })

  it('keeps what the machine says of itself', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    })
    expect(written((log) => log.error(full))[0]!.err).toMatchObject({
      code: 'ENOSPC',
      message: 'ENOSPC: no space left on device, write',
    })
  })

  it('takes over what is written to the console', () => {
    const lines = written((log) => {
      const target = { error: (): void => {}, warn: (): void => {} } as Pick<Console, 'error' | 'warn'>
      logConsole(target, log)
      target.error(typed, new RangeError(typed))
      target.warn(typed)
    })
    expect(lines.map((line) => [line.msg, (line.err as { name?: string } | undefined)?.name])).toEqual([
      ['console', 'RangeError'],
      ['console', undefined],
    ])
  })
})
