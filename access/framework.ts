import type { Config, Endpoint, Payload } from 'payload'
import { preferenceRefusal } from '../src/accounts/preferences.js'
import { actorOf } from '../src/accounts/standing.js'
import { DomainError } from '../src/shared/errors.js'
import { closedDoors } from './closed-doors.js'
import { nobody } from './rules.js'

/** Rules for what Payload brings along: nothing of it is left at its default, which is any account of any collection. */
export const framework: Pick<Config, 'jobs' | 'folders' | 'queryPresets'> = {
  jobs: {
    tasks: [],
    access: { run: nobody, queue: nobody, cancel: nobody },
    jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
      ...defaultJobsCollection,
      access: { create: nobody, read: nobody, update: nobody, delete: nobody },
      admin: { ...defaultJobsCollection.admin, hidden: true },
    }),
  },
  folders: false,
}

/** The admin reads and writes settings by their key, each account its own. The framework's other doors to them are closed. */
function byKeyOnly(endpoints: Endpoint[]): Endpoint[] {
  return endpoints
    .filter(({ path }) => path === '/:key')
    .map((door) => ({
      ...door,
      handler: async (req) => {
        const account = actorOf(req)?.account
        if (!account) throw new DomainError('not-logged-in', 'Log in first.')
        const key = String(req.routeParams?.key ?? '')
        if (door.method === 'post') {
          const body: unknown = await req.json?.().catch(() => undefined)
          const refusal = preferenceRefusal(key, body)
          if (refusal) throw refusal
          req.json = () => Promise.resolve(body)
        }
        if (door.method === 'delete') {
          const { totalDocs } = await req.payload.db.count({
            collection: 'payload-preferences',
            where: { and: [{ key: { equals: key } }, { 'user.value': { equals: account } }] },
            req,
          })
          if (totalDocs === 0) throw new DomainError('not-found', 'There is no such setting.')
        }
        return door.handler(req)
      },
    }))
}

/** Preferences are the account's own; Payload's other collections are closed to every account. */
export function withFrameworkRules(payload: Payload): void {
  for (const { config } of Object.values(payload.collections)) {
    if (config.slug === 'payload-preferences') {
      config.endpoints = byKeyOnly(config.endpoints || [])
      const own = ({ req }: { req: { user?: { id: unknown } | null } }) =>
        actorOf(req) ? { 'user.value': { equals: req.user!.id } } : false
      config.access = {
        ...config.access,
        read: own,
        update: own,
        delete: own,
        create: ({ req }) => actorOf(req) !== null,
        readVersions: nobody,
        unlock: nobody,
      }
    } else if (config.slug.startsWith('payload-')) {
      if (config.endpoints) config.endpoints = [...closedDoors, ...config.endpoints]
      config.access = {
        ...config.access,
        create: nobody,
        read: nobody,
        update: nobody,
        delete: nobody,
        readVersions: nobody,
        unlock: nobody,
      }
    }
  }
}
