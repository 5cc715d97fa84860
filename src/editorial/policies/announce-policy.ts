import type { Payload, Where } from 'payload'
import { everyRow } from '../../shared/every-row.js'
import { appendEntry, bare } from '../log/append-entry.js'
import { tellOf } from '../notices/tell.js'
import { together, type Write } from '../together.js'
import { homeOfPolicies, policyOf, policyVersions, type PolicyRow } from './policy-records.js'

type Update = Parameters<Payload['db']['updateOne']>[0]

/** Of what the log and the notices do not tell yet. */
const untold: Where = { outbox: { exists: true } }

/**
 * Logs a version and tells everybody who works or publishes in the municipality, each once however often this is tried:
 * the keys are made of the version.
 */
export async function announcePolicy(payload: Payload, row: PolicyRow, write?: Write): Promise<void> {
  if (!row.outbox) return
  const { id, municipality, number, validFrom, changes, publishedAt } = policyOf(row)
  const { actor, device } = row.outbox
  const cause = id
  await appendEntry(
    payload,
    {
      ...bare,
      key: cause,
      at: publishedAt,
      action: 'publish-policy',
      kind: 'policy',
      document: id,
      municipality,
      actor,
      device,
      number,
    },
    write,
  )
  const home = await homeOfPolicies(payload, municipality, new Date(publishedAt), write)
  await tellOf(
    payload,
    'publish-policy',
    cause,
    {
      at: publishedAt,
      kind: 'policy',
      document: id,
      municipality,
      title: `${home.name} ${number} (${validFrom})`,
      message: home.languages.map((language) => changes[language]).find(Boolean) ?? null,
    },
    { actor, organisation: null },
    write,
  )
  await payload.db.updateOne({
    collection: policyVersions,
    where: { id: { equals: id } },
    data: { outbox: null },
    options: { atomic: true },
    req: write,
  } as unknown as Update)
}

/** Announces what a process that died had published and not told of. Gives how many. */
export async function announceUntold(payload: Payload): Promise<number> {
  const rows = (await everyRow<PolicyRow>(payload, policyVersions, untold)).filter(({ outbox }) => outbox)
  for (const row of rows) await together(payload, (write) => announcePolicy(payload, row, write))
  return rows.length
}
