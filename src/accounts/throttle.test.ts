import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { loginLimits, LoginThrottle, type Admitted, type Refused } from './throttle.js'

const clockAt = (start = '2026-11-25T08:00:00Z') => {
  let at = Date.parse(start)
  return { now: () => new Date(at), pass: (seconds: number) => void (at += seconds * 1000) }
}
const isAdmitted = (answer: Admitted | Refused): answer is Admitted => 'succeed' in answer
const waits = (answer: Admitted | Refused) => ('retryAfter' in answer ? answer.retryAfter : 0)
/** How many of these attempts, all wrong, are looked at. */
const admitted = (attempts: (Admitted | Refused)[]) => attempts.filter(isAdmitted).length
const many = <T>(times: number, attempt: (index: number) => T) =>
  Array.from({ length: times }, (_, at) => attempt(at))

describe('whoever guesses', () => {
  it('at one account from one network has five tries, then one a minute, and is told when', () => {
    const clock = clockAt()
    const throttle = new LoginThrottle(clock)
    const guess = () => throttle.admit(['a'], 'kultur')
    expect(admitted(many(1000, guess))).toBe(5)
    expect(waits(guess())).toBe(60)
    clock.pass(59)
    expect(waits(guess())).toBe(1)
    clock.pass(1)
    expect(admitted(many(1000, guess))).toBe(1)
  })

  it('is held back no longer where the clock is set back meanwhile', () => {
    const clock = clockAt()
    const throttle = new LoginThrottle(clock)
    const guess = () => throttle.admit(['a'], 'kultur')
    expect(isAdmitted(guess())).toBe(true)
    clock.pass(-3 * 3_600)
    expect(admitted(many(1000, guess))).toBe(4)
    expect(waits(guess())).toBe(60)
  })

  it('at many accounts from one network has twenty tries, however they are spread', () => {
    const throttle = new LoginThrottle(clockAt())
    expect(admitted(many(1000, (index) => throttle.admit(['a'], `account-${index}`)))).toBe(20)
  })

  it('from the many networks that one subscriber of IPv6 has, is counted by the wide one, too', () => {
    const throttle = new LoginThrottle(clockAt())
    expect(
      admitted(many(1000, (index) => throttle.admit([`narrow-${index}`, 'wide'], `account-${index}`))),
    ).toBe(60)
  })

  it('from a thousand networks at once never gets a second try at an account that is under attack', () => {
    const throttle = new LoginThrottle(clockAt())
    const attempts = many(1000, (index) => throttle.admit([`network-${index}`], 'kultur'))
    expect(admitted(attempts)).toBe(1000)
    expect(admitted(many(1000, (index) => throttle.admit([`network-${index}`], 'kultur')))).toBe(0)
  })
})

it('what was typed as a name is not kept', () => {
  const throttle = new LoginThrottle(clockAt())
  const answer = throttle.admit(['a'], 'typed-password')
  if (isAdmitted(answer)) answer.succeed()
  throttle.admit(['b'], 'typed-password')
  expect(throttle.size).toBeGreaterThan(0)
  expect(inspect(throttle, { depth: null, maxArrayLength: null })).not.toContain('typed-password')
})

describe('the holder of an account under attack', () => {
  const attack = (throttle: LoginThrottle) =>
    many(2000, (index) => throttle.admit([`stranger-${index % 400}`], 'kultur'))

  it('is let in from a network that has not failed there', () => {
    const throttle = new LoginThrottle(clockAt())
    attack(throttle)
    const answer = throttle.admit(['townhall'], 'kultur')
    expect(isAdmitted(answer)).toBe(true)
  })

  it('is let in again the same day from where it worked, whatever neighbours in that network try', () => {
    const throttle = new LoginThrottle(clockAt())
    const first = throttle.admit(['townhall'], 'kultur')
    if (isAdmitted(first)) first.succeed()
    attack(throttle)
    many(1000, (index) => throttle.admit(['townhall'], `account-${index}`))
    const again = throttle.admit(['townhall'], 'kultur')
    expect(isAdmitted(again) && again.known).toBe(true)
  })

  it('waits a quarter of a minute at most where a neighbour guesses at the very account', () => {
    const throttle = new LoginThrottle(clockAt())
    const first = throttle.admit(['townhall'], 'kultur')
    if (isAdmitted(first)) first.succeed()
    many(1000, () => throttle.admit(['townhall'], 'kultur'))
    expect(waits(throttle.admit(['townhall'], 'kultur'))).toBeLessThanOrEqual(loginLimits.knownPair.every)
  })
})

describe('an attempt', () => {
  it('that was right costs nothing, however often', () => {
    const throttle = new LoginThrottle(clockAt())
    for (let times = 0; times < 200; times += 1) {
      const attempt = throttle.admit(['a'], 'kultur')
      expect(isAdmitted(attempt)).toBe(true)
      if (isAdmitted(attempt)) attempt.succeed()
    }
  })

  it('that was not carried out costs nothing and makes nobody known', () => {
    const throttle = new LoginThrottle(clockAt())
    for (let times = 0; times < 50; times += 1) {
      const attempt = throttle.admit(['a'], 'kultur')
      expect(isAdmitted(attempt) && attempt.known).toBe(false)
      if (isAdmitted(attempt)) {
        attempt.withdraw()
        attempt.withdraw()
      }
    }
    expect(admitted(many(1000, () => throttle.admit(['a'], 'kultur')))).toBe(5)
  })

  it('that is refused costs nothing: nobody is kept out by being refused', () => {
    const clock = clockAt()
    const throttle = new LoginThrottle(clock)
    many(10_000, () => throttle.admit(['a'], 'kultur'))
    clock.pass(60)
    expect(waits(throttle.admit(['a'], 'kultur'))).toBe(0)
  })

  it('of yesterday makes nobody known today', () => {
    const clock = clockAt('2026-11-25T23:59:00Z')
    const throttle = new LoginThrottle(clock)
    const first = throttle.admit(['a'], 'kultur')
    if (isAdmitted(first)) first.succeed()
    clock.pass(120)
    const next = throttle.admit(['a'], 'kultur')
    expect(isAdmitted(next) && next.known).toBe(false)
  })
})

it('what is kept is bounded, whoever comes', () => {
  const throttle = new LoginThrottle(clockAt())
  many(70_000, (index) => {
    const attempt = throttle.admit([`n-${index}`, `w-${index}`], `account-${index}`)
    if (isAdmitted(attempt) && index % 2 === 0) attempt.succeed()
  })
  expect(throttle.size).toBeLessThanOrEqual(80_000)
})
