/** What can be held back from the nightly run, one by one. */
export const holdKinds = ['event', 'post', 'organisation', 'media', 'account', 'log'] as const
export type HoldKind = (typeof holdKinds)[number]

/** Why something is kept although its time is over. */
export const holdReasons = ['legal-claim', 'request-under-way', 'authority'] as const
export type HoldReason = (typeof holdReasons)[number]

/** Where what can be held lies; the log of a municipality is held as a whole, by the municipality's id. */
export const collectionOfHeld: Record<HoldKind, string> = {
  event: 'events',
  post: 'posts',
  organisation: 'organisations',
  media: 'media',
  account: 'accounts',
  log: 'municipalities',
}
