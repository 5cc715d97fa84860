import net from 'node:net'
import type { FieldFault } from '../shared/errors.js'
import { holdsUnshowable } from '../shared/characters.js'
import { mayConnectTo } from './addresses.js'

export const longestName = 80
export const longestAddress = 2000
/** So many webhooks may one municipality have. */
export const mostWebhooks = 10

const fault = (field: string, code: string, message: string): FieldFault => ({ field, code, message })

/** The host of an address as a socket takes it: brackets belong to the address only. */
export const hostOf = (address: URL): string => address.hostname.replace(/^\[|\]$/g, '')

/**
 * What cannot be used of a webhook's name and address. An address is https and names a host of the open internet; what
 * the name leads to is looked at anew before each message. `loopback` also lets http to this machine through, for tests.
 */
export function receiverFaults(
  data: { name?: unknown; url?: unknown },
  { loopback }: { loopback: boolean },
): FieldFault[] {
  const { name, url } = data
  const faults = addressFaults(url, loopback)
  if (typeof name !== 'string' || name.trim() === '')
    faults.unshift(fault('name', 'required', 'Name the receiver'))
  else if (name.length > longestName)
    faults.unshift(fault('name', 'too-long', `At most ${longestName} characters`))
  else if (holdsUnshowable(name))
    faults.unshift(fault('name', 'characters', 'Characters that cannot be shown'))
  return faults
}

function addressFaults(url: unknown, loopback: boolean): FieldFault[] {
  if (typeof url !== 'string' || url.trim() === '')
    return [fault('url', 'required', 'Write the address of the receiver')]
  if (url.length > longestAddress) return [fault('url', 'too-long', `At most ${longestAddress} characters`)]
  if (/\s/.test(url) || holdsUnshowable(url) || !URL.canParse(url))
    return [fault('url', 'format', 'An address such as https://app.example/torg')]
  const address = new URL(url)
  const host = hostOf(address)
  const isAddress = net.isIP(host) > 0
  const own =
    loopback && isAddress && mayConnectTo(host, { loopback }) && !mayConnectTo(host, { loopback: false })
  if (address.protocol !== 'https:' && !(own && address.protocol === 'http:'))
    return [fault('url', 'https', 'The address begins with https://')]
  if (address.username || address.password || address.hash)
    return [fault('url', 'bare-address', 'No name, password or # in the address')]
  // A name without a dot, or below these, means something on this machine or its network.
  const within =
    !isAddress && (!/[^.]\.[^.]/.test(host) || /\.(localhost|local|internal|home\.arpa)\.?$/i.test(host))
  return within || (isAddress && !mayConnectTo(host, { loopback }))
    ? [fault('url', 'not-public', 'The address must be reachable from the internet')]
    : []
}
