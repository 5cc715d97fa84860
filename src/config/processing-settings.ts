import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Connection } from '../privacy/processing/connections.js'
import {
  processorServices,
  transferFaults,
  transferGrounds,
  type Operator,
  type Processor,
} from '../privacy/processing/processors.js'
import { databaseAddress, isLoopback } from './in-the-clear.js'

const name = z.string().trim().min(1).max(200)
const host = z
  .string()
  .regex(/^\.?[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/, 'a host name in small letters, without a port')

const declaration = z.strictObject({
  operator: z
    .strictObject({ name, contact: name, dataProtectionOfficer: name.nullable().default(null) })
    .nullable()
    .default(null),
  processors: z
    .array(
      z.strictObject({
        name,
        services: z.array(z.enum(processorServices)).min(1),
        countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'two capital letters such as SE')).min(1),
        region: name.nullable().default(null),
        ground: z.enum(transferGrounds).nullable().default(null),
        hosts: z.array(host).default([]),
      }),
    )
    .max(100),
})

interface Declared {
  operator: Operator | null
  processors: Processor[] | null
  faults: string[]
}
const nothing = { operator: null, processors: null }
const faulty = (...faults: string[]): Declared => ({
  ...nothing,
  faults: faults.map((fault) => `TORG_PROCESSORS: ${fault}`),
})

/**
 * Who runs the installation and who handles data for it, from JSON or from a file of JSON, and every fault of it. A
 * country that nobody has heard of counts as outside the EU and the EEA.
 */
export function declaredProcessors(given: string | undefined, folder: string): Declared {
  if (!given) return { ...nothing, faults: [] }
  const text = given.startsWith('{') ? given : readText(path.resolve(folder, given))
  if (text === null) return faulty(`the file ${path.resolve(folder, given)} cannot be read`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return faulty('this is neither JSON that begins with { nor the name of a file that holds such')
  }
  const parsed = declaration.safeParse(json)
  if (!parsed.success)
    return faulty(
      ...parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the whole'}: ${message}`),
    )
  const { operator, processors } = parsed.data
  const faults = transferFaults(processors)
  return faults.length > 0 ? faulty(...faults) : { operator, processors, faults: [] }
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const bare = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/** Every host that Torg connects to by itself, and how far away it is. Webhooks are the municipalities' own choice. */
export function connectionsOf(
  database: { url: string; privateNetwork: readonly string[] } | null,
  mailHost: string | null,
): Connection[] {
  const hosts = database ? databaseAddress(database.url).hosts.map(bare) : []
  const reach = (host: string, privately: readonly string[]): Connection['reach'] =>
    isLoopback(host) ? 'this-machine' : privately.includes(host) ? 'private-network' : 'elsewhere'
  return [
    ...hosts.map((host) => ({
      use: 'database' as const,
      host,
      reach: reach(host, (database?.privateNetwork ?? []).map(bare)),
    })),
    ...(mailHost ? [{ use: 'e-mail' as const, host: bare(mailHost), reach: reach(bare(mailHost), []) }] : []),
  ]
}
