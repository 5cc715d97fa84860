import type { Config, Payload } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
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

/** Preferences are the account's own; Payload's other collections are closed to every account. */
export function withFrameworkRules(payload: Payload): void {
  for (const { config } of Object.values(payload.collections)) {
    if (config.slug === 'payload-preferences') {
      const own = ({ req }: { req: { user?: { id: unknown } | null } }) =>
        actorOf(req) ? { 'user.value': { equals: req.user!.id } } : false
      config.access = {
        ...config.access,
        read: own,
        update: own,
        delete: own,
        create: ({ req }) => actorOf(req) !== null,
      }
    } else if (config.slug.startsWith('payload-')) {
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
