import type { Payload } from 'payload'
import type { Processing } from '../privacy/processing/connections.js'
import {
  controllerRecord,
  processorRecord,
  type ControllerRecord,
  type ProcessorRecord,
  type RecordedMunicipality,
} from '../privacy/processing/records.js'
import { ownPeriodsOf } from '../privacy/retention/own-periods.js'
import { everyRow, withIds } from '../shared/every-row.js'
import { nothingHere } from '../shared/errors.js'

type Row = Record<string, unknown> & { id: string }

/** What the settings of this process say about who handles data; payload.config.ts hands it on. */
const processingOf = (payload: Payload): Processing =>
  (payload.config.custom as { processing: () => Processing }).processing()

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)

async function recorded(payload: Payload, row: Row): Promise<RecordedMunicipality> {
  const { totalDocs } = await payload.db.count({
    collection: 'webhooks',
    where: { and: [{ municipality: { equals: row.id } }, { enabled: { equals: true } }] },
  })
  return {
    slug: String(row.slug),
    name: String(row.name),
    languages: Array.isArray(row.languages) ? (row.languages as string[]) : [],
    controller: text(row.controller),
    dataProtectionContact: text(row.dataProtectionContact),
    secondFactor: row.secondFactor === 'everyone' ? 'everyone' : 'deciders',
    loginPolicy: row.loginPolicy === 'role-only' ? 'role-only' : 'any',
    demo: row.demo === true,
    own: ownPeriodsOf(row.retention),
    webhooks: totalDocs,
  }
}

/** The record of a municipality as controller, as it stands now. Who may read it has been asked before. */
export async function controllerRecordOf(
  payload: Payload,
  municipality: string,
  now: Date,
): Promise<ControllerRecord> {
  const [row] = await everyRow<Row>(payload, 'municipalities', { id: { equals: municipality } })
  if (!row) throw nothingHere()
  return controllerRecord(await recorded(payload, row), processingOf(payload), now)
}

/** The record of whoever runs Torg as processor: for these municipalities, or for all of them. */
export async function processorRecordOf(
  payload: Payload,
  municipalities: readonly string[] | 'all',
  now: Date,
): Promise<ProcessorRecord> {
  const where = municipalities === 'all' ? {} : withIds([...municipalities])
  const rows = await everyRow<Row>(payload, 'municipalities', where)
  const all: RecordedMunicipality[] = []
  for (const row of rows) all.push(await recorded(payload, row))
  all.sort((a, b) => a.slug.localeCompare(b.slug, 'en'))
  return processorRecord(all, processingOf(payload), now)
}
