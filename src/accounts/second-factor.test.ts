import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { codeHash, folded, newOneTimeCode, newRecoveryCode } from './codes.js'
import {
  devicesIn,
  hasSecondFactor,
  isStillShown,
  newSecret,
  noSecondFactor,
  otpAddress,
  stepOf,
  tryCode,
  withDevice,
  withoutDevices,
  type SecondFactor,
} from './second-factor.js'

const account = 'konto'
/** The begin of a step of 30 seconds. */
const start = Date.UTC(2026, 10, 25, 8, 0, 0)
const at = (seconds: number) => new Date(start + seconds * 1000)
const code = (secret: string, seconds: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: start + seconds * 1000 })
const [first, second] = [newSecret(), newSecret()]
const added = (secret: string, label: string) => ({ secret, label, addedBy: 'admin', step: 0 })
const one = withDevice(noSecondFactor, added(first, 'Växeln'), at(0)).factor
const two = withDevice(one, added(second, 'Kulturskolan'), at(0)).factor
const attempt = (factor: SecondFactor, typed: string, seconds: number) =>
  tryCode(factor, typed, at(seconds), account, ({ secret }) => secret!)

describe('a code', () => {
  it('is that of RFC 6238, appendix B', () => {
    const secret = Secret.fromLatin1('12345678901234567890').base32
    expect(stepOf(secret, '287082', new Date(59_000))).toBe(1)
    expect(stepOf(secret, '081804', new Date(1_111_111_109_000))).toBe(37_037_036)
  })

  // The step lasts from 0 to 30; its code counts from 30 seconds before to 30 after.
  it.each([
    [-31, false],
    [-30, true],
    [0, true],
    [29, true],
    [59, true],
    [60, false],
  ])('of one step is taken %i seconds from its begin: %s', (seconds, taken) => {
    const outcome = attempt(one, code(first, 0), seconds)
    expect(outcome.is).toBe(taken ? 'right' : 'wrong')
  })

  it('is taken once: neither again, nor one of an earlier step afterwards', () => {
    const outcome = attempt(one, code(first, 0), 0)
    expect(outcome).toMatchObject({ is: 'right', device: 1 })
    const { factor } = outcome as { factor: SecondFactor }
    expect(attempt(factor, code(first, 0), 1).is).toBe('wrong')
    expect(attempt(factor, code(first, -30), 1).is).toBe('wrong')
    expect(attempt(factor, code(first, 30), 1).is).toBe('right')
  })

  it('says which of several devices it is of, each with its own steps', () => {
    const outcome = attempt(two, code(second, 0), 0)
    expect(outcome).toMatchObject({ is: 'right', device: 2 })
    const { factor } = outcome as { factor: SecondFactor }
    expect(attempt(factor, code(first, 0), 1)).toMatchObject({ is: 'right', device: 1 })
    expect(devicesIn(factor).map(({ lastUsedOn }) => lastUsedOn)).toEqual(['2026-11-25', '2026-11-25'])
  })

  it('of a device that has ended is wrong; its number is not given again', () => {
    const left = withoutDevices(two, ({ number }) => number === 1, at(0))
    expect(attempt(left, code(second, 0), 0).is).toBe('right')
    expect(attempt(left, code(first, 0), 0).is).toBe('wrong')
    expect(left.devices[0]).toMatchObject({ secret: null, endedOn: '2026-11-25' })
    expect(withDevice(left, added(first, 'Ny'), at(0)).device.number).toBe(3)
  })

  it.each(['', '12345', '1234567', '12345a', '      ', '１２３４５６'])(
    'that is none is wrong: "%s"',
    (typed) => {
      expect(attempt(one, typed, 0).is).toBe('wrong')
    },
  )

  it('that is wrong costs nothing five times, then doubles the time to wait up to a quarter of an hour', () => {
    let factor = one
    let seconds = 0
    const waited: number[] = []
    for (let times = 0; times < 14; times += 1) {
      const outcome = attempt(factor, 'nej', seconds)
      if (outcome.is !== 'wrong') throw new Error(outcome.is)
      factor = outcome.factor
      const wait =
        factor.waitUntil === null ? 0 : (Date.parse(factor.waitUntil) - at(seconds).getTime()) / 1000
      waited.push(wait)
      // Within that time nothing is looked at, not even the right one.
      if (wait > 0)
        expect(attempt(factor, code(first, seconds + wait - 1), seconds + wait - 1)).toEqual({
          is: 'too-soon',
          retryAfter: 1,
        })
      seconds += wait
    }
    expect(waited).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900])
    const right = attempt(factor, code(first, seconds), seconds)
    expect(right).toMatchObject({ is: 'right', factor: { wrong: 0, waitUntil: null } })
  })
})

describe('what a login has shown still holds', () => {
  const ended = withoutDevices(one, () => true, at(0))
  it.each([
    ['nothing, and there is no device', null, noSecondFactor, true],
    ['nothing, and the first device came meanwhile', null, one, false],
    ['its device', 1, one, true],
    ['its device, which ended meanwhile', 1, ended, false],
    ['another device, which there never was', 2, one, false],
    ['a recovery code', 0, one, true],
    ['a recovery code, and the last device ended meanwhile', 0, ended, false],
  ])('where that was %s: %s', (_what, device, factor, holds) => {
    expect(isStillShown(device, factor)).toBe(holds)
  })
})

describe('a recovery code', () => {
  const codes = [newRecoveryCode(), newRecoveryCode()]
  const kept: SecondFactor = { ...one, recovery: codes.map((each) => codeHash(account, each)) }

  it('lets in once, however it is written', () => {
    const typed = ` ${codes[0]!.toLowerCase().replaceAll('-', ' ')} `
    const outcome = attempt(kept, typed, 0)
    expect(outcome).toMatchObject({ is: 'right', device: 0 })
    const { factor } = outcome as { factor: SecondFactor }
    expect(factor.recovery).toHaveLength(1)
    expect(attempt(factor, codes[0]!, 0).is).toBe('wrong')
    expect(attempt(factor, codes[1]!, 0).is).toBe('right')
  })

  it('of another account is wrong', () => {
    const outcome = tryCode(kept, codes[0]!, at(0), 'another', ({ secret }) => secret!)
    expect(outcome.is).toBe('wrong')
  })

  it('ends with the last device', () => {
    const none = withoutDevices(kept, () => true, at(0))
    expect([none.recovery, hasSecondFactor(none)]).toEqual([[], false])
  })

  it('and a one-time code have no letter that is mistaken for another', () => {
    expect(newRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(newOneTimeCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(folded('oOiIlL-7f k2')).toBe('001111' + '7FK2')
  })
})

it('what a telephone reads says whose account it is, and where', () => {
  const address = new URL(otpAddress(first, 'Torg torg.example', 'kultur'))
  expect([address.protocol, decodeURIComponent(address.pathname)]).toEqual([
    'otpauth:',
    '/Torg torg.example:kultur',
  ])
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret: first, digits: '6', period: '30' })
})
