import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  isSealed,
  keyFromSecret,
  open,
  resealed,
  seal,
  tracesOf,
  type KeyRing,
  type Purpose,
} from './sealing.js'

const key = (id: string) => ({ id, secret: randomBytes(32) })
const [first, second] = [key('a'), key('b')]
const ring: KeyRing = [first]
const device: Purpose = { name: 'second-factor', of: 'account 1' }

describe('what is sealed', () => {
  it('is opened by whoever has the key, and is another text each time', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', ring, device)
    expect(open(sealed, ring, device)).toBe('JBSWY3DPEHPK3PXP')
    expect(seal('JBSWY3DPEHPK3PXP', ring, device)).not.toBe(sealed)
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
    expect(isSealed(sealed)).toBe(true)
    expect(isSealed('kultur@hagby.example')).toBe(false)
  })

  it('is opened neither for another row, nor for another purpose, nor with another key, nor after one bit changed', () => {
    const sealed = seal('secret', ring, device)
    const [version, id, body] = sealed.split('.') as [string, string, string]
    const bytes = Buffer.from(body, 'base64url')
    bytes[20]! ^= 1
    for (const broken of [
      () => open(sealed, ring, { ...device, of: 'account 2' }),
      () => open(sealed, ring, { ...device, name: 'contact' }),
      () => open(sealed, [{ ...first, secret: randomBytes(32) }], device),
      () => open(sealed, [second], device),
      () => open([version, id, bytes.toString('base64url')].join('.'), ring, device),
      () => open(`${version}.${id}.AAAA`, ring, device),
    ])
      expect(broken).toThrow()
  })

  it('moves to a new key, and is left where it is under it already', () => {
    const sealed = seal('secret', ring, device)
    const rotated: KeyRing = [second, first]
    const moved = resealed(sealed, rotated, device)!
    expect(open(moved, [second], device)).toBe('secret')
    expect(resealed(moved, rotated, device)).toBe(null)
  })

  it('is found by the trace of its text, under each key, and under no other purpose', () => {
    const contact: Purpose = { name: 'contact', of: '' }
    expect(tracesOf('a@b.example', [second, first], contact)[1]).toBe(
      tracesOf('a@b.example', ring, contact)[0],
    )
    expect(tracesOf('a@b.example', ring, device)).not.toEqual(tracesOf('a@b.example', ring, contact))
  })

  it('has a key of each secret', () => {
    expect(keyFromSecret('one').id).not.toBe(keyFromSecret('two').id)
    expect(keyFromSecret('one')).toEqual(keyFromSecret('one'))
  })
})
