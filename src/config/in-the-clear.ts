import net from 'node:net'

/**
 * What would travel unencrypted beyond this machine (GDPR, article 32(1)(a)). Loopback is the machine itself; a private
 * network to the database is allowed by naming its hosts, so that nobody has one by mistake.
 */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (net.isIP(plain) === 4) return plain.startsWith('127.')
  return plain === '::1' || plain === 'localhost' || plain.endsWith('.localhost')
}

/** A sentence where the address that people use would carry logins in the clear. `url` is one that can be read. */
export function publicUrlInClear(url: string): string[] {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !isLoopback(hostname)
    ? [
        'TORG_PUBLIC_URL is http beyond this machine, where logins would travel in the clear: put a proxy that ends TLS in front and use its https address',
      ]
    : []
}

interface DatabaseAddress {
  /** `host:port` as written, without a port where none is given. */
  hosts: string[]
  encrypted: boolean
  /** Options that take the check of the certificate away, so that anybody in between could answer. */
  unchecked: string[]
}

const withoutPort = (host: string) => host.replace(/:\d+$/, '')

/** The hosts of a MongoDB connection string, and whether it asks for TLS (mongodb+srv does unless told otherwise). */
export function databaseAddress(url: string): DatabaseAddress {
  const [, scheme = '', authority = '', query = ''] =
    /^(mongodb(?:\+srv)?):\/\/([^/?]+)[^?]*\??(.*)$/.exec(url) ?? []
  const options = new Map(
    [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value.toLowerCase()]),
  )
  const asked = options.get('tls') ?? options.get('ssl')
  return {
    hosts: authority
      .slice(authority.lastIndexOf('@') + 1)
      .split(',')
      .filter(Boolean),
    encrypted: asked === undefined ? scheme === 'mongodb+srv' : asked === 'true',
    unchecked: ['tlsInsecure', 'tlsAllowInvalidCertificates', 'tlsAllowInvalidHostnames'].filter(
      (name) => options.get(name.toLowerCase()) === 'true',
    ),
  }
}

/** Hosts beyond this machine that are not named as a private network. */
export const openHosts = (hosts: readonly string[], privateNetwork: readonly string[]): string[] =>
  hosts.filter((host) => !isLoopback(withoutPort(host)) && !privateNetwork.includes(withoutPort(host)))

/** Sentences where what is stored would travel to the database in the clear. */
export function databaseInClear(url: string, privateNetwork: readonly string[]): string[] {
  const { hosts, encrypted, unchecked } = databaseAddress(url)
  const open = openHosts(hosts, privateNetwork)
  if (open.length === 0) return []
  if (encrypted)
    return unchecked.map(
      (name) => `DATABASE_URL asks for TLS without a check of who answers: take ${name} away`,
    )
  return [
    `DATABASE_URL reaches ${open.join(', ')} in the clear: add tls=true, or name the hosts in TORG_PRIVATE_NETWORK where the network to them is private`,
  ]
}
