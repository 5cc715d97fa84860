import type { Payload } from 'payload'
import { acceptPolicy } from '../../editorial/policies/accept-policy.js'
import { publishPolicy } from '../../editorial/policies/publish-policy.js'
import { dayIn } from '../../moderation/working-days.js'
import { systemClock } from '../../shared/clock.js'
import type { DemoMunicipality } from '../demo/demo-shape.js'
import { actorFor, type Made } from './people.js'

/** The terms of a demo municipality. Contributors have accepted them; the admins of associations meet them on their desk. */
export async function makeTerms(
  payload: Payload,
  { terms }: Pick<DemoMunicipality, 'terms'>,
  { municipality, accounts, zone }: Made,
): Promise<void> {
  if (!terms) return
  const all = [...accounts.values()].map(actorFor)
  const withRole = (role: string) =>
    all.filter(({ memberships }) => memberships.some((one) => one.role === role))
  const [admin] = withRole('municipality-admin')
  const wanted = { municipality, validFrom: dayIn(systemClock.now(), zone), texts: terms, changes: null }
  const { id } = await publishPolicy(payload, wanted, admin!, systemClock)
  for (const contributor of withRole('contributor')) await acceptPolicy(payload, id, contributor, systemClock)
}
