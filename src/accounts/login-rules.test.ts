import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../tenancy/actor.js'
import { isAddress, looksLikeAPerson } from './addresses.js'
import { mustHaveSecondFactor } from './factor-policy.js'
import { HashingQueue } from './hashing-queue.js'
import { nextLoginStep } from './login-step.js'
import { passwordFault } from './passwords.js'
import { isUnused } from './review.js'

describe('a password', () => {
  const fault = (password: unknown, hasSecondFactor = false) =>
    passwordFault(password, { username: 'hagby-kultur', hasSecondFactor })?.code ?? null
  it.each([
    ['en lång mening om havet', null],
    ['x'.repeat(14), 'too-short'],
    ['Correct horse battery', null],
    ['aaaaaaaaaaaaaaaaaaaa', 'too-simple'],
    ['passwordpassword', 'too-common'],
    ['1234567890qwerty', 'too-common'],
    ['sommarsommarsommar2026', 'too-common'],
    ['hagby-kultur-2026!', 'too-common'],
    [`${'blå hund '.repeat(28)}!`, null],
    [`${'blå hund '.repeat(29)}`, 'too-long'],
    ['', 'required'],
    [12, 'required'],
  ])('"%s" alone: %s', (password, code) => {
    expect(fault(password)).toBe(code)
  })
  it.each([
    ['kex-9tqm', null],
    ['kex-9tq', 'too-short-beside-factor'],
    ['football1', 'too-common'],
    ['qwertyui', 'too-common'],
  ])('"%s" beside a second factor: %s', (password, code) => {
    expect(fault(password, true)).toBe(code)
  })
})

describe('a second factor', () => {
  const home = { demo: false, secondFactor: 'deciders' } as const
  const asks = (role: Role, more: object = {}, municipality: object = {}) =>
    mustHaveSecondFactor({
      kind: 'person',
      demo: false,
      onlyDemo: false,
      memberships: [{ role, municipality: role === 'operator' ? null : { ...home, ...municipality } }],
      ...more,
    })
  it('is asked of those who decide, and of associations where the municipality says so', () => {
    const always = ['operator', 'municipality-admin', 'editor', 'auditor', 'app-editor']
    expect(roles.filter((role) => asks(role))).toEqual(always)
    expect(roles.filter((role) => asks(role, {}, { secondFactor: 'everyone' }))).toEqual([...roles])
  })
  it('is never asked of a machine, of nobody without a role, and of nobody in the demo', () => {
    expect(roles.filter((role) => asks(role, { kind: 'machine' }, { secondFactor: 'everyone' }))).toEqual([])
    expect(asks('editor', { memberships: [] })).toBe(false)
    expect(asks('editor', {}, { demo: true })).toBe(false)
    expect(asks('operator', { demo: true, onlyDemo: true })).toBe(false)
  })
  it('is asked of the demo’s operator as soon as there is a municipality that is none of the demo', () => {
    expect(asks('operator', { demo: true, onlyDemo: false })).toBe(true)
    expect(asks('operator', { demo: false, onlyDemo: true })).toBe(true)
  })
})

describe('the next step of a login', () => {
  const facts = {
    hasFactor: false,
    factorShown: false,
    needsPassword: false,
    mustHaveFactor: false,
    addsDevice: false,
  }
  it.each([
    [{}, 'in'],
    [{ mustHaveFactor: true }, 'enrolment'],
    [{ hasFactor: true }, 'second-factor'],
    [{ hasFactor: true, mustHaveFactor: true }, 'second-factor'],
    [{ hasFactor: true, factorShown: true, mustHaveFactor: true }, 'in'],
    [{ needsPassword: true, mustHaveFactor: true }, 'new-password'],
    [{ needsPassword: true, hasFactor: true }, 'second-factor'],
    [{ needsPassword: true, hasFactor: true, factorShown: true }, 'new-password'],
    [{ hasFactor: true, addsDevice: true }, 'enrolment'],
    [{ hasFactor: true, addsDevice: true, needsPassword: true }, 'new-password'],
  ] as const)('%j is %s', (more, step) => {
    expect(nextLoginStep({ ...facts, ...more })).toBe(step)
  })
})

describe('an address', () => {
  it.each(['kultur@kommun.se', 'info.kultur@hagby.example', 'å@b.example'])('%s is one', (text) => {
    expect(isAddress(text)).toBe(true)
  })
  it.each([
    '',
    'kultur',
    'a@b',
    'a b@c.example',
    '@c.example',
    'a@@c.example',
    `${'x'.repeat(65)}@c.example`,
  ])('"%s" is none', (text) => {
    expect(isAddress(text)).toBe(false)
  })
  it('of a person is told from that of a role', () => {
    expect(['anna.berg@kommun.se', 'Ola_Nordmann2@kommune.no'].every(looksLikeAPerson)).toBe(true)
    const roleAddresses = [
      'kultur@kommun.se',
      'info.kultur@kommun.se',
      'kontakt-center@kommun.se',
      'ifhagen@hagby.example',
    ]
    expect(roleAddresses.some(looksLikeAPerson)).toBe(false)
  })
})

describe('passwords are worked out', () => {
  it('two at a time, known ones first, and beyond those that wait people are asked to come back', async () => {
    const queue = new HashingQueue({ atOnce: 2, waiting: 3, retryAfter: 5 })
    const ends: (() => void)[] = []
    const begun: string[] = []
    const work = (name: string, known = false) =>
      queue.run(
        () => {
          begun.push(name)
          return new Promise<void>((resolve) => ends.push(resolve))
        },
        { known },
      )
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => work(name))
    await expect(work('f')).rejects.toMatchObject({ code: 'too-many-requests', facts: { retryAfter: 5 } })
    all.push(work('holder', true))
    expect(begun).toEqual(['a', 'b'])
    for (let at = 0; at < 6; at += 1) {
      ends[at]!()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(all)
    expect(begun).toEqual(['a', 'b', 'holder', 'c', 'd', 'e'])
  })
})

it('an account is unused 180 days after it was used, made or enabled last', () => {
  const now = new Date('2026-11-25T02:00:00Z')
  const unused = (lastActive: string | null, activeFrom: string | null) =>
    isUnused({ lastActive, activeFrom }, now)
  expect(unused('2026-05-29', '2020-01-01')).toBe(false)
  expect(unused('2026-05-28', '2020-01-01')).toBe(true)
  expect(unused('2020-01-01', '2026-11-01')).toBe(false)
  expect(unused(null, '2026-01-01')).toBe(true)
})
