import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { installationLine } from '../../privacy/audit/log-entry.js'
import type { Actor } from '../../tenancy/actor.js'
import { appendEntry, bare } from './append-entry.js'

/** How the log was read. */
export const readings = ['list', 'one', 'count', 'export-csv', 'export-json', 'verify'] as const
export type Reading = (typeof readings)[number]

/** Reading the log is logged, once for each reading, before anything is answered: who read it, how, never what for. */
export const noteReading = (
  payload: Payload,
  { actor, line, reading, at }: { actor: Actor; line: string; reading: Reading; at: Date },
): Promise<void> =>
  appendEntry(payload, {
    ...bare,
    key: randomUUID(),
    at: at.toISOString(),
    action: 'read-log',
    kind: 'log',
    document: line,
    municipality: line === installationLine ? null : line,
    actor: actor.account,
    device: actor.device ?? null,
    reason: reading,
  })
