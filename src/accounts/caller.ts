import { createHmac, randomBytes } from 'node:crypto'
import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { Clock } from '../shared/clock.js'

/**
 * The networks that an address belongs to, narrow one first: of IPv4 256 addresses (/24), of IPv6 what one customer has
 * (/64) and what one subscriber may be given (/48). An address itself is never kept.
 */
export function prefixesOf(address: string): string[] {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  if (isIPv4(plain)) return [plain.split('.').slice(0, 3).join('.')]
  if (!isIPv6(plain)) return ['unknown']
  const groups = expanded(plain)
  return [groups.slice(0, 4).join(':'), groups.slice(0, 3).join(':')]
}

function expanded(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(missing).fill('0'), ...after].map((each) =>
    each.toLowerCase().replace(/^0+(?=.)/, ''),
  )
}

/**
 * Who sent a request: the other end of the connection, or, where that is a proxy that is trusted, the last address in
 * `X-Forwarded-For` that is none. What stands before it is the sender's own invention.
 */
export function senderOf(peer: string, forwarded: string | undefined, trusted: BlockList): string {
  const isTrusted = (address: string) =>
    isIPv4(address) ? trusted.check(address, 'ipv4') : isIPv6(address) && trusted.check(address, 'ipv6')
  const chain = [
    ...(forwarded ?? '').split(',').map((each) => each.trim()),
    peer.replace(/^::ffff:(?=\d+\.)/i, ''),
  ]
  for (let at = chain.length - 1; at > 0; at -= 1) {
    const next = chain[at - 1]!
    if (!isTrusted(chain[at]!) || next === '') return chain[at]!
    // Something that is no address was not written by a proxy: the proxy itself is all that is known.
    if (!isIPv4(next) && !isIPv6(next)) return chain[at]!
  }
  return chain[0]!
}

/** The proxies of `TORG_TRUSTED_PROXIES`, addresses and ranges. */
export function trustedProxies(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

const day = (clock: Clock) => clock.now().toISOString().slice(0, 10)

/**
 * Turns prefixes into words that mean nothing by tomorrow: HMAC under a key that is made anew each day (UTC) and stands
 * nowhere but in the memory of this process.
 */
export function dailyWords(clock: Clock): (prefix: string) => string {
  let key = { day: '', secret: Buffer.alloc(0) }
  return (prefix) => {
    const today = day(clock)
    if (key.day !== today) key = { day: today, secret: randomBytes(32) }
    return createHmac('sha256', key.secret).update(prefix).digest('base64url').slice(0, 22)
  }
}
