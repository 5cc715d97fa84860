import type { ServerOptions } from 'node:http'

/**
 * How long clients may take, in milliseconds. Whoever sends nothing, or drop by drop, holds a connection and nothing
 * else, and not for long; a picture over a slow line still arrives.
 */
export function patience(onlyReads: boolean): ServerOptions {
  return {
    headersTimeout: 10_000,
    requestTimeout: onlyReads ? 15_000 : 300_000,
    // Longer than load balancers keep theirs, so that none writes into a connection that is closing.
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
    // Cookies and all that proxies add; more is answered with 431.
    maxHeaderSize: 16_384,
  }
}
