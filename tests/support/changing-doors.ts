/** How a door that changes something stands to the log. */
type Standing =
  | 'logged'
  /** The framework's; it answers as if it were not there, or refuses everybody. */
  | 'closed'
  /** It only asks, by POST. */
  | 'asks'
  /** Changes nothing for anybody but whoever knocks: written down, it would only tell when somebody was here. */
  | 'own'

type Operation = 'create' | 'update' | 'delete'

/** The doors that the framework gives every collection, of which these operations are open and logged. */
function framework(slug: string, open: readonly Operation[]): Record<string, Standing> {
  const standing = (operation: Operation): Standing => (open.includes(operation) ? 'logged' : 'closed')
  return {
    [`post /${slug}/`]: standing('create'),
    [`patch /${slug}/:id`]: standing('update'),
    [`delete /${slug}/:id`]: standing('delete'),
    // In bulk nothing is changed.
    [`patch /${slug}/`]: 'closed',
    [`delete /${slug}/`]: 'closed',
    [`post /${slug}/versions/:id`]: 'closed',
    [`post /${slug}/:id/duplicate`]: 'closed',
    [`post /${slug}/access/:id?`]: 'asks',
  }
}

const all: readonly Operation[] = ['create', 'update', 'delete']
const saved: readonly Operation[] = ['create', 'update']

/** What of each collection is open over REST. */
const collections: Record<string, readonly Operation[]> = {
  events: saved,
  posts: saved,
  organisations: saved,
  places: saved,
  categories: saved,
  municipalities: saved,
  media: all,
  accounts: all,
  memberships: all,
  webhooks: all,
  notices: [],
  inboxes: [],
  mails: [],
  'share-links': [],
  'retention-holds': ['create', 'delete'],
  'retention-runs': [],
  'moderation-log': [],
  'log-lines': [],
  credentials: [],
  sessions: [],
  'one-time-codes': [],
  'webhook-deliveries': [],
  'webhook-states': [],
  revisions: [],
  publications: [],
  'change-counters': [],
  leases: [],
  'payload-kv': [],
}

const logged = (...doors: string[]) => Object.fromEntries(doors.map((door) => [door, 'logged' as const]))
const closed = (...doors: string[]) => Object.fromEntries(doors.map((door) => [door, 'closed' as const]))
const asks = (...doors: string[]) => Object.fromEntries(doors.map((door) => [door, 'asks' as const]))
const own = (...doors: string[]) => Object.fromEntries(doors.map((door) => [door, 'own' as const]))

/** Every door that changes anything. A new one must be written in here, and with `logged` into the test beside it. */
export const doors: Record<string, Standing> = {
  ...Object.assign({}, ...Object.entries(collections).map(([slug, open]) => framework(slug, open))),
  ...logged(
    'post /events/:id/actions/:action',
    'post /posts/:id/actions/:action',
    'post /events/:id/shares',
    'post /posts/:id/shares',
    'post /events/:id/shares/:link/revoke',
    'post /posts/:id/shares/:link/revoke',
    'post /organisations/:id/actions/:action',
    'post /organisations/apply',
    'post /organisations/application/login',
    'post /organisations/invite',
    'post /organisations/:id/members',
    'post /organisations/:id/members/:account/actions/:action',
    'post /municipalities/:id/actions/:action',
    'post /places/:id/actions/:action',
    'post /media/:id/actions/withdraw-consent',
    'post /memberships/offer',
    'post /memberships/:id/actions/reviewed',
    'post /retention/periods',
    'post /webhooks/:id/actions/rotate-secret',
    'post /webhooks/:id/actions/send-again',
    'post /accounts/login',
    'post /accounts/logout',
    'post /accounts/password',
    'post /accounts/accept',
    'post /accounts/devices/confirm',
    'post /accounts/devices/end',
    'post /accounts/recovery-codes',
    'post /accounts/sessions/end',
    'post /accounts/:id/codes',
    'post /accounts/:id/devices/end',
    'post /accounts/:id/sessions/end',
  ),
  // The reference of an application is asked with in the body: an address would stand in logs.
  ...asks('post /organisations/application'),
  ...own(
    'post /accounts/refresh-token',
    'post /accounts/devices',
    'post /inbox/read',
    'post /payload-preferences/:key',
    'delete /payload-preferences/:key',
  ),
  ...closed(
    'post /accounts/first-register',
    'post /accounts/forgot-password',
    'post /accounts/reset-password',
    'post /accounts/unlock',
    'post /accounts/verify/:id',
    'post /accounts/:id/api-key/reveal',
  ),
}
