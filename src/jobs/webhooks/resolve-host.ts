import { Resolver } from 'node:dns/promises'
import net from 'node:net'
import { hostOf } from '../../webhooks/receiver-faults.js'
import { mayConnectTo } from '../../webhooks/addresses.js'

/** Milliseconds for a question to a name server, and how often it is asked. */
const patience = { timeout: 2000, tries: 2 }

export type Found = { address: string } | { fault: 'no-such-host' | 'forbidden-address' }

/**
 * The address to connect to. A name is asked of DNS alone, by a resolver that takes none of the threads that files and
 * passwords need: neither the machine's own list of hosts nor its search domains count. Where any of its addresses is
 * forbidden none is used: a name that leads into a network as well is no receiver. `nameServers` take the place of the
 * machine's own.
 */
export async function resolveHost(
  url: URL,
  loopback: boolean,
  deadline: AbortSignal,
  nameServers?: readonly string[],
): Promise<Found> {
  const host = hostOf(url)
  const addresses = net.isIP(host) > 0 ? [host] : await ask(host, deadline, nameServers)
  if (addresses.length === 0) return { fault: 'no-such-host' }
  return addresses.every((each) => mayConnectTo(each, { loopback }))
    ? { address: addresses[0]! }
    : { fault: 'forbidden-address' }
}

async function ask(host: string, deadline: AbortSignal, nameServers?: readonly string[]): Promise<string[]> {
  const resolver = new Resolver(patience)
  if (nameServers) resolver.setServers(nameServers)
  const cancel = () => resolver.cancel()
  deadline.addEventListener('abort', cancel)
  const none = (): string[] => []
  const [four, six] = await Promise.all([
    resolver.resolve4(host).catch(none),
    resolver.resolve6(host).catch(none),
  ])
  deadline.removeEventListener('abort', cancel)
  return [...four, ...six]
}
