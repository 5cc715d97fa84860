import { describe, expect, it } from 'vitest'
import { afterError, afterFault, faultOf, triedFor } from './after-sending.js'
import { waitingMessage } from './message.js'
import { nextMorning, workingMorning } from './mornings.js'

describe('the morning of a municipality', () => {
  it('is at seven on its own clock, in summer and in winter, and always still to come', () => {
    const stockholm = (at: string) => nextMorning(new Date(at), 'Europe/Stockholm').toISOString()
    expect(stockholm('2026-12-01T05:00:00Z')).toBe('2026-12-01T06:00:00.000Z')
    expect(stockholm('2026-12-01T06:00:00Z')).toBe('2026-12-02T06:00:00.000Z')
    expect(stockholm('2026-07-01T04:00:00Z')).toBe('2026-07-01T05:00:00.000Z')
    // The night in which clocks go forward.
    expect(stockholm('2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00:00.000Z')
  })

  it('is one of work on working days alone, until noon', () => {
    const on = (at: string) => workingMorning(new Date(at), 'Europe/Stockholm', 'SE')
    expect(on('2026-11-30T06:30:00Z')).toBe('2026-11-30')
    expect(on('2026-11-30T05:30:00Z')).toBeNull()
    expect(on('2026-11-30T11:00:00Z')).toBeNull()
    expect(on('2026-12-05T06:30:00Z')).toBeNull()
    // Christmas Eve is a working day in Norway.
    expect(on('2026-12-24T06:30:00Z')).toBeNull()
    expect(workingMorning(new Date('2026-12-24T06:30:00Z'), 'Europe/Oslo', 'NO')).toBe('2026-12-24')
  })
})

describe('what a server answers', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'address-refused'],
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'recipient-later'],
    [{ code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'server'],
    [{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'message-refused'],
    [{ code: 'EMESSAGE', responseCode: 452, command: 'DATA' }, 'recipient-later'],
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'server'],
    [{ code: 'ECONNECTION' }, 'server'],
    [{ code: 'ETLS' }, 'server'],
    [new Error('<anna@ekby.example> is unknown'), 'server'],
  ] as const)('%o means %s', (thrown, fault) => {
    const sent = faultOf(thrown)
    expect(sent).toMatchObject({ fault })
    // Of its words nothing goes on: they may hold the address.
    expect(JSON.stringify(sent)).not.toContain('ekby')
  })

  it('decides whether it is tried again: not what was refused, not for ever, and no message suffers for its server', () => {
    const createdAt = new Date('2026-11-30T06:00:00Z')
    const after = (fault: 'server' | 'recipient-later' | 'message-refused' | 'address-refused', hours = 1) =>
      afterFault(
        { fault },
        { attempts: 2, createdAt, now: new Date(createdAt.getTime() + hours * 3_600_000), chance: 0 },
      )
    expect(after('address-refused')).toEqual({ drop: true })
    expect(after('message-refused')).toEqual({ drop: true })
    expect(after('recipient-later')).toMatchObject({ drop: false, attempts: 3 })
    expect(after('server')).toMatchObject({ drop: false, attempts: 2 })
    expect(after('server', triedFor / 3_600_000)).toEqual({ drop: true })
    const failed = (time: number) =>
      afterError({ attempts: 2, createdAt, now: new Date(createdAt.getTime() + time) })
    const inAQuarter = new Date(createdAt.getTime() + 15 * 60_000)
    expect(failed(0)).toEqual({ drop: false, attempts: 3, nextAt: inAQuarter })
    expect(failed(triedFor)).toEqual({ drop: true })
  })
})

it('a message says what waits in numbers, and a title cannot break its headers', () => {
  const counts = [
    { reason: 'decision', count: 99, more: true },
    { reason: 'appeal', count: 0, more: false },
  ] as const
  const setting = { language: 'nb', publicUrl: 'https://torg.example', keys: ['k'] } as const
  const message = waitingMessage({ town: 'Ås\r\nBcc: x@y.example', counts, soon: null, late: 2 }, setting)
  expect(message.subject).toBe('99+ venter på avgjørelse i Ås Bcc: x@y.example')
  expect(message.text).toContain('Avgjørelse: 99+')
  expect(message.text).not.toContain('Klage')
  expect(message.html).not.toContain('\r\n')
})
