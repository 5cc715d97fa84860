import { describe, expect, it } from 'vitest'
import { ApplicationThrottle } from './application-throttle.js'

const clockAt = (start = '2026-11-25T08:00:00Z') => {
  let at = Date.parse(start)
  return { now: () => new Date(at), pass: (seconds: number) => void (at += seconds * 1000) }
}
const admitted = (throttle: ApplicationThrottle, networks: (index: number) => string[]) =>
  Array.from({ length: 100 }, (_, index) => throttle.admit(networks(index))).filter(
    (answer) => 'withdraw' in answer,
  ).length

describe('applications of organisations', () => {
  it('are twenty from one network, then one each three minutes, and it is told when', () => {
    const clock = clockAt()
    const throttle = new ApplicationThrottle(clock)
    expect(admitted(throttle, () => ['a'])).toBe(20)
    expect(throttle.admit(['a'])).toEqual({ retryAfter: 180 })
    expect(throttle.admit(['b'])).toHaveProperty('withdraw')
    clock.pass(180)
    expect(admitted(throttle, () => ['a'])).toBe(1)
  })

  it('are sixty from the many networks that one subscriber of IPv6 has', () => {
    const throttle = new ApplicationThrottle(clockAt())
    expect(admitted(throttle, (index) => [`narrow-${index}`, 'wide'])).toBe(60)
  })

  it('do not count where nothing was registered', () => {
    const throttle = new ApplicationThrottle(clockAt())
    for (let index = 0; index < 50; index += 1) {
      const answer = throttle.admit(['a'])
      if ('withdraw' in answer) answer.withdraw()
    }
    expect(admitted(throttle, () => ['a'])).toBe(20)
  })
})
