import type { PayloadRequest } from 'payload'

/**
 * Whether somebody outside asks this, in words of their own: over REST, or over the admin's own pages and server
 * functions, whose questions come from the address or the browser too. What Torg asks itself carries no headers.
 */
export const askedFromOutside = (req: PayloadRequest, { overrideAccess }: { overrideAccess?: boolean }) =>
  req.payloadAPI === 'REST' || (overrideAccess === false && !req.headers.entries().next().done)
