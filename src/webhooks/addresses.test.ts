import { describe, expect, it } from 'vitest'
import { mayConnectTo } from './addresses.js'

const outside = [
  '93.184.215.14',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:2800:21f:cb07::1',
  '2a01:4f8::2',
]

/** By the registries of special purpose addresses, and every spelling in which one of them may hide. */
const refused: Record<string, string[]> = {
  'this machine': ['127.0.0.1', '127.8.9.1', '::1', '0.0.0.0', '0.1.2.3', '::'],
  'private networks': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
  'the local link': ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0'],
  'shared address space of carriers': ['100.64.0.1', '100.127.255.254'],
  'multicast and broadcast': ['224.0.0.1', '239.255.255.250', 'ff02::1', 'ff0e::1', '255.255.255.255'],
  'IPv4 inside IPv6': [
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '::ffff:0:127.0.0.1',
    '::127.0.0.1',
    '::8.8.8.8',
  ],
  NAT64: ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1'],
  'tunnels to IPv4': ['2002:7f00:1::1', '2001:0:7f00:1::1'],
  'documentation, tests and what is reserved': [
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.9',
    '198.18.0.1',
    '192.0.0.1',
    '240.0.0.1',
    '2001:db8::1',
    '2001:2::1',
    '100::1',
    'fec0::1',
    '4000::1',
    '5f00::1',
  ],
  'what is no address': ['', 'localhost', '127.1', '0x7f.1', '2130706433', '0177.0.0.1', '[::1]', '8.8.8.8 '],
}

describe('the addresses that a webhook may go to', () => {
  it.each(outside)('%s is one', (address) => {
    expect(mayConnectTo(address, { loopback: false })).toBe(true)
  })

  it.each(Object.entries(refused))('%s are none', (_, addresses) => {
    expect(addresses.filter((each) => mayConnectTo(each, { loopback: false }))).toEqual([])
  })

  it('are those of this machine only where that is set, and nothing else with them', () => {
    const let_ = Object.values(refused)
      .flat()
      .filter((each) => mayConnectTo(each, { loopback: true }))
    expect(let_).toEqual(['127.0.0.1', '127.8.9.1', '::1'])
  })
})
