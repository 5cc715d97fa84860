import net from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import type { SealingKey } from '../shared/sealing.js'
import type { Settings } from './env.js'
import { mailSettings } from './mail-settings.js'
import { connectionsOf, declaredProcessors } from './processing-settings.js'
import { databaseInClear, isLoopback, publicUrlInClear } from './in-the-clear.js'

const shortestSecret = 32
const shortestPassword = 15
const mostProcesses = 64

type Environment = Record<string, string | undefined>
const given = (env: Environment, name: string) => env[name]?.trim() || undefined

const shape = z.object({
  TORG_ROLE: z.enum(['all', 'feed', 'admin', 'worker'], {
    error: 'TORG_ROLE must be one of all, feed, admin, worker',
  }),
  PORT: z.string().refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535, {
    error: 'PORT must be a whole number between 1 and 65535',
  }),
  HOST: z
    .string()
    .regex(
      /^[A-Za-z0-9.:-]+$/,
      'HOST must be an address or a host name alone, without http:// and without a port',
    ),
  TORG_FEED_PROCESSES: z.string().refine((text) => /^[1-9]\d?$/.test(text) && Number(text) <= mostProcesses, {
    error: `TORG_FEED_PROCESSES must be a whole number between 1 and ${mostProcesses}`,
  }),
  TORG_DEMO: z.enum(['0', '1'], { error: 'TORG_DEMO must be 0 or 1' }).optional(),
  TORG_WEBHOOKS_LOOPBACK: z.enum(['0', '1'], { error: 'TORG_WEBHOOKS_LOOPBACK must be 0 or 1' }),
})

/** The address that people use; links are made by adding a path to it, so it has none itself. */
function publicUrlFaults(url: string): string[] {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return ['TORG_PUBLIC_URL must be an http or https address']
  if (parsed.pathname !== '/' || parsed.search || parsed.hash || parsed.username) {
    return ['TORG_PUBLIC_URL must be the address alone, such as https://torg.example, with nothing after it']
  }
  return publicUrlInClear(url)
}

/** Whether anybody but this machine uses this installation. */
const isReachable = (host: string, publicUrl: string | undefined): boolean => {
  const named = publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).hostname : host
  return ![host, named].every(isLoopback)
}

/** MongoDB has transactions and change streams on a replica set only, and is silent about lacking them. */
function mongodbFaults(url: string): string[] {
  if (/\s/.test(url) || !/^mongodb(\+srv)?:\/\/[^/?]+/.test(url))
    return ['DATABASE_URL names no MongoDB host']
  const faults = []
  if (!url.startsWith('mongodb+srv:') && !/[?&]replicaSet=[^&]+/.test(url)) {
    faults.push(
      'DATABASE_URL names a MongoDB without a replica set: add ?replicaSet=… (a set of one is enough)',
    )
  }
  if (!/^mongodb(\+srv)?:\/\/[^/?]+\/[^/?]+/.test(url)) {
    // The driver would take the database "test" and say nothing.
    faults.push(
      'DATABASE_URL names no database: add it after the host, as in mongodb://db:27017/torg?replicaSet=…',
    )
  }
  return faults
}

function secretFaults(secret: string | undefined, database: Settings['database']): string[] {
  if (!secret) {
    return database === 'mongodb'
      ? [`PAYLOAD_SECRET is missing: set at least ${shortestSecret} random characters`]
      : []
  }
  if (secret.length < shortestSecret)
    return [`PAYLOAD_SECRET is too short: at least ${shortestSecret} characters`]
  return new Set(secret).size < 8 ? ['PAYLOAD_SECRET can be guessed: set random characters'] : []
}

const shortestKey = 32

/** `id:key, id:key`: the first seals, the others still open what they sealed. */
function sealingKeys(given: string | undefined): { keys: SealingKey[]; faults: string[] } {
  const keys = listed(given).map((each): SealingKey => {
    const [id = '', key = ''] = each.split(':')
    return { id, secret: Buffer.from(key, 'base64') }
  })
  const wrong = keys.some(
    ({ id, secret }) =>
      !/^[a-z0-9][a-z0-9-]{0,19}$/.test(id) || secret.length < shortestKey || new Set(secret).size < 8,
  )
  const faults = wrong
    ? [
        `TORG_KEYS must list keys as id:key, each id of small letters and digits, each key at least ${shortestKey} random bytes in base64`,
      ]
    : new Set(keys.map(({ id }) => id)).size < keys.length
      ? ['TORG_KEYS names the same id twice']
      : []
  return { keys, faults }
}

const listed = (text: string | undefined): string[] =>
  (text ?? '').split(',').flatMap((each) => each.trim() || [])

function proxyFaults(proxies: string[]): string[] {
  const isRange = (text: string) => {
    const [address = '', bits, ...more] = text.split('/')
    const longest = net.isIP(address) === 6 ? 128 : 32
    return (
      net.isIP(address) > 0 &&
      more.length === 0 &&
      (bits === undefined || (/^\d+$/.test(bits) && +bits <= longest))
    )
  }
  return proxies
    .filter((proxy) => !isRange(proxy))
    .map(
      (proxy) =>
        `TORG_TRUSTED_PROXIES must list addresses or ranges such as 10.0.0.0/8, and "${proxy}" is none`,
    )
}

/** Pure: the settings that an environment means, and every fault in it. Paths are made absolute below `folder`. */
export function examineSettings(env: Environment, folder: string): { settings: Settings; faults: string[] } {
  const named = {
    TORG_ROLE: given(env, 'TORG_ROLE') ?? 'all',
    PORT: given(env, 'PORT') ?? '3000',
    HOST: given(env, 'HOST') ?? '127.0.0.1',
    TORG_FEED_PROCESSES: given(env, 'TORG_FEED_PROCESSES') ?? '1',
    TORG_DEMO: given(env, 'TORG_DEMO'),
    TORG_WEBHOOKS_LOOPBACK: given(env, 'TORG_WEBHOOKS_LOOPBACK') ?? '0',
  }
  const parsed = shape.safeParse(named)
  const faults = parsed.success ? [] : parsed.error.issues.map(({ message }) => message)
  const { HOST: host, PORT: port, TORG_ROLE: role, TORG_DEMO: demo, TORG_FEED_PROCESSES: processes } = named
  if (processes !== '1' && role !== 'feed')
    faults.push('TORG_FEED_PROCESSES is for TORG_ROLE=feed: every other role runs in one process')

  const publicUrl = given(env, 'TORG_PUBLIC_URL')
  if (publicUrl) faults.push(...publicUrlFaults(publicUrl))
  else if (!isLoopback(host)) {
    faults.push(`HOST ${host} is not loopback: set TORG_PUBLIC_URL to the address that people use`)
  }

  const dataDir = path.resolve(folder, given(env, 'TORG_DATA_DIR') ?? 'var')
  const databaseUrl = given(env, 'DATABASE_URL') ?? `file:${path.join(dataDir, 'torg.db')}`
  const database = /^mongodb(\+srv)?:/.test(databaseUrl) ? 'mongodb' : 'sqlite'
  const privateNetwork = listed(given(env, 'TORG_PRIVATE_NETWORK'))
  if (database === 'mongodb') {
    faults.push(...mongodbFaults(databaseUrl), ...databaseInClear(databaseUrl, privateNetwork))
  } else if (!/^file:./.test(databaseUrl)) {
    faults.push('DATABASE_URL must begin with file: (embedded) or mongodb:// (a replica set)')
  } else if (['feed', 'admin', 'worker'].includes(role)) {
    faults.push(
      'The embedded database runs in one process only: TORG_ROLE must be all, or DATABASE_URL a MongoDB',
    )
  }

  const webhooksLoopback = named.TORG_WEBHOOKS_LOOPBACK === '1'
  if (webhooksLoopback && isReachable(host, publicUrl))
    faults.push('TORG_WEBHOOKS_LOOPBACK is for trying Torg out on this machine: others reach this one')

  const secret = given(env, 'PAYLOAD_SECRET')
  faults.push(...secretFaults(secret, database))
  const demoPassword = given(env, 'TORG_DEMO_PASSWORD') ?? null
  if (demoPassword && demoPassword.length < shortestPassword) {
    faults.push(`TORG_DEMO_PASSWORD is too short: at least ${shortestPassword} characters`)
  }
  const trustedProxies = listed(given(env, 'TORG_TRUSTED_PROXIES'))
  const { keys, faults: keyFaults } = sealingKeys(given(env, 'TORG_KEYS'))
  const { mail, faults: mailFaults } = mailSettings(given(env, 'TORG_SMTP_URL'), given(env, 'TORG_MAIL_FROM'))
  const declared = declaredProcessors(given(env, 'TORG_PROCESSORS'), folder)
  faults.push(...proxyFaults(trustedProxies), ...keyFaults, ...mailFaults, ...declared.faults)

  const shownHost = host.includes(':') ? `[${host}]` : host
  const reachedAt = (publicUrl ?? `http://${shownHost}:${port}`).replace(/\/+$/, '')
  const settings: Settings = {
    role: role as Settings['role'],
    feedProcesses: Number(processes),
    host,
    port: Number(port),
    publicUrl: reachedAt,
    databaseUrl,
    database,
    dataDir,
    mediaDir: path.resolve(folder, given(env, 'TORG_MEDIA') ?? path.join(dataDir, 'media')),
    secret: secret ?? '',
    demo: demo === undefined ? null : demo === '1',
    demoPassword,
    trustedProxies,
    privateNetwork,
    keys,
    webhooksLoopback,
    mail,
    processing: {
      operator: declared.operator,
      processors: declared.processors,
      connections: connectionsOf(
        database === 'mongodb' ? { url: databaseUrl, privateNetwork } : null,
        mail?.host ?? null,
      ),
      https: reachedAt.startsWith('https:'),
      ownKeys: keys.length > 0,
    },
    production: env.NODE_ENV === 'production',
  }
  return { settings, faults }
}
