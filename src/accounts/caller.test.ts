import { describe, expect, it } from 'vitest'
import { dailyWords, prefixesOf, senderOf, trustedProxies } from './caller.js'

describe('the networks of an address', () => {
  it.each([
    ['192.0.2.17', ['192.0.2']],
    ['::ffff:192.0.2.17', ['192.0.2']],
    ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2', '2001:db8:1']],
    ['2001:DB8:0001::6', ['2001:db8:1:0', '2001:db8:1']],
    ['::1', ['0:0:0:0', '0:0:0']],
    ['fe80::1%eth0', ['fe80:0:0:0', 'fe80:0:0']],
    ['', ['unknown']],
    ['nonsense', ['unknown']],
  ])('of %s are %j', (address, prefixes) => {
    expect(prefixesOf(address)).toEqual(prefixes)
  })
})

describe('who sent a request', () => {
  const trusted = trustedProxies(['10.0.0.0/8', '2001:db8::1'])
  it.each([
    ['nobody in between', '192.0.2.1', undefined, '192.0.2.1'],
    ['a forwarded address that a stranger made up', '192.0.2.1', '203.0.113.9', '192.0.2.1'],
    ['a proxy', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['a proxy behind IPv4 in IPv6', '::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['two proxies', '2001:db8::1', '203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['what the sender put in front of it', '10.1.2.3', '198.51.100.7, 203.0.113.9', '203.0.113.9'],
    ['a proxy that says nothing', '10.1.2.3', undefined, '10.1.2.3'],
    ['a proxy that says nonsense', '10.1.2.3', 'unknown', '10.1.2.3'],
    ['only proxies', '10.1.2.3', '10.0.0.1', '10.0.0.1'],
  ])('with %s', (_what, peer, forwarded, sender) => {
    expect(senderOf(peer, forwarded, trusted)).toBe(sender)
  })
})

describe('the word for a network', () => {
  it('is the same all day, another tomorrow, another in another process, and tells nothing of it', () => {
    let now = new Date('2026-11-25T08:00:00Z')
    const words = dailyWords({ now: () => now })
    const today = words('192.0.2')
    expect(words('192.0.2')).toBe(today)
    expect(words('192.0.3')).not.toBe(today)
    expect(today).not.toContain('192')
    expect(dailyWords({ now: () => now })('192.0.2')).not.toBe(today)
    now = new Date('2026-11-26T00:00:01Z')
    expect(words('192.0.2')).not.toBe(today)
  })
})
