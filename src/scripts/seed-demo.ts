import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { dayAt } from '../calendar/zoned-time.js'
import { demoAccounts, demoOperator } from './demo-accounts.js'
import { demos, resolveDemo, type DemoSlug } from './demo/resolve-demo.js'
import { makeContent } from './seed/content.js'
import { approveOrganisation, finishOrganisation, makeOrganisation } from './seed/organisations.js'
import { makeAccount } from './seed/people.js'
import { makeMunicipality, makePictures, makeRegisters } from './seed/registers.js'

/**
 * Fills an empty database with the two demo municipalities. Everything goes the way that people's work goes.
 */
export async function seedDemo(
  payload: Payload,
  password: string,
  progress: (line: string) => void,
  /** Throws where another process has begun to make it. */
  requireTurn: () => void = () => undefined,
): Promise<void> {
  for (const slug of Object.keys(demos) as DemoSlug[]) {
    progress(`Making ${slug} …`)
    await seedMunicipality(payload, slug, password, requireTurn)
  }
  await makeAccount(payload, { username: demoOperator, role: 'operator', kind: 'person' }, null, password)
}

async function seedMunicipality(
  payload: Payload,
  slug: DemoSlug,
  password: string,
  requireTurn: () => void,
): Promise<void> {
  const zone = demos[slug].municipality.zone
  const demo = resolveDemo(slug, dayAt(new Date(), zone))
  const made = await makeMunicipality(payload, slug, demo)
  await makeRegisters(payload, demo, made)
  for (const organisation of demo.organisations) await makeOrganisation(payload, organisation, made)
  for (const account of demoAccounts(slug)) {
    made.accounts.set(account.username, await makeAccount(payload, account, made, password))
  }
  for (const organisation of demo.organisations) await approveOrganisation(payload, organisation, made)
  await makePictures(payload, demo, made)
  for (const event of demo.events) {
    await makeContent(payload, 'event', event, made)
    // The embedded database answers at once, so nothing else in this process would get its turn for half a minute.
    await setImmediate()
    requireTurn()
  }
  // What was removed comes first: a removal holds back what would go out by rule, which the others of it wait behind.
  const posts = [...demo.posts].sort(
    (a, b) => Number(b.fate.outcome === 'removed') - Number(a.fate.outcome === 'removed'),
  )
  for (const post of posts) {
    await makeContent(payload, 'post', post, made)
    await setImmediate()
    requireTurn()
  }
  for (const organisation of demo.organisations) await finishOrganisation(payload, organisation, made)
}
