import { createHash } from 'node:crypto'
import { idOf } from '../../shared/reference.js'

/**
 * One entry of the log: what was done, to what, by which account with which device. Ids and closed codes only: no name,
 * no address, no text.
 */
export interface LogEntry {
  /** Makes the entry the only one of its cause, and its hash one that nobody can guess. */
  key: string
  /** ISO 8601, UTC. */
  at: string
  action: string
  kind: string
  document: string | null
  /** Null for what concerns the installation. */
  municipality: string | null
  organisation: string | null
  /** Null for the clock, the system, and commands on the machine. */
  actor: string | null
  device: number | null
  fromState: string | null
  toState: string | null
  publication: string | null
  revision: number | null
  reason: string | null
  ground: string | null
  rule: string | null
  automated: boolean
  override: string | null
  number: number | null
}

/** What belongs to no municipality stands in a line of its own. */
export const installationLine = 'installation'
export const lineOf = ({ municipality }: Pick<LogEntry, 'municipality'>): string =>
  municipality ?? installationLine

type Row = Record<string, unknown>
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: unknown): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value)

/** An entry as both databases give it back: what is empty is null, however it was stored. */
export const entryOf = (row: Row): LogEntry => ({
  key: String(row.key),
  at: new Date(row.at as string).toISOString(),
  action: String(row.action),
  kind: String(row.kind),
  document: text(row.document),
  municipality: idOf(row.municipality),
  organisation: idOf(row.organisation),
  actor: text(row.actor),
  device: number(row.device),
  fromState: text(row.fromState),
  toState: text(row.toState),
  publication: text(row.publication),
  revision: number(row.revision),
  reason: text(row.reason),
  ground: text(row.ground),
  rule: text(row.rule),
  automated: row.automated === true,
  override: text(row.override),
  number: number(row.number),
})

/** The fields in the order in which they are hashed: never changed, only added to at the end. */
export const entryFields = [
  'key',
  'at',
  'action',
  'kind',
  'document',
  'municipality',
  'organisation',
  'actor',
  'device',
  'fromState',
  'toState',
  'publication',
  'revision',
  'reason',
  'ground',
  'rule',
  'automated',
  'override',
  'number',
] as const satisfies readonly (keyof LogEntry)[]

/** What an entry says, always in the same characters. */
export const canonicalEntry = (entry: LogEntry): string =>
  JSON.stringify(['torg log entry 1', ...entryFields.map((field) => entry[field])])

export const digestOf = (entry: LogEntry): string =>
  createHash('sha256').update(canonicalEntry(entry), 'utf8').digest('hex')
