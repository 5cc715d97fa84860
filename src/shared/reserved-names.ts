/** First parts of addresses that the front door uses itself, or will: no municipality is called so. */
export const reservedNames: readonly string[] = [
  'admin',
  'api',
  'feed',
  'media',
  'metrics',
  'healthz',
  'readyz',
  '_next',
  'assets',
  'docs',
  'graphql',
  'e',
  'p',
  'share',
]
