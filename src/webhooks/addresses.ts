import ipaddr from 'ipaddr.js'
import net from 'node:net'

const globalUnicast = ipaddr.IPv6.parse('2000::')
const globalUnicastBits = 3

/**
 * Whether Torg may connect to an address for a webhook: one of the open internet, never one of this machine or of the
 * networks around it. Every range with a special purpose is refused (registries of RFC 6890), and of IPv6 all that is no
 * global unicast address (RFC 4291), so also those in which an IPv4 address lies (mapped, NAT64, 6to4, Teredo).
 * `loopback` lets this machine itself through, for tests.
 */
export function mayConnectTo(address: string, { loopback }: { loopback: boolean }): boolean {
  if (net.isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (range === 'loopback') return loopback
  if (range !== 'unicast') return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(globalUnicast, globalUnicastBits)
}
