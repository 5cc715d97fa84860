import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** The only reader of `process.env`. Every fault is listed at once and stops the start; nothing is guessed. */
export interface Settings {
  role: 'all' | 'feed' | 'admin' | 'worker'
  host: string
  port: number
  publicUrl: string
  databaseUrl: string
  database: 'sqlite' | 'mongodb'
  dataDir: string
  mediaDir: string
  secret: string
  /** `null`: decide from the database (demo on an embedded database that is empty or holds only demo municipalities). */
  demo: boolean | null
  demoPassword: string | null
  trustedProxies: string[]
  production: boolean
}

export class SettingsFault extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(`Torg cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'SettingsFault'
    this.faults = faults
  }
}

const loopbackHosts = ['127.0.0.1', '::1', 'localhost']
const empty = (value: string | undefined) =>
  value === undefined || value.trim() === '' ? undefined : value.trim()

const shape = z.object({
  TORG_ROLE: z.enum(['all', 'feed', 'admin', 'worker'], {
    error: 'TORG_ROLE must be one of all, feed, admin, worker',
  }),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a whole number between 1 and 65535')
    .transform(Number),
  HOST: z.string(),
  TORG_DEMO: z.enum(['0', '1'], { error: 'TORG_DEMO must be 0 or 1' }).nullable(),
  TORG_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'TORG_PUBLIC_URL must be an http or https address' })
    .nullable(),
})

function databaseFaults(url: string, faults: string[]): 'sqlite' | 'mongodb' {
  if (url.startsWith('file:')) return 'sqlite'
  if (!/^mongodb(\+srv)?:\/\//.test(url)) {
    faults.push('DATABASE_URL must begin with file: (embedded) or mongodb:// (a replica set)')
    return 'sqlite'
  }
  if (!/[?&]replicaSet=[^&]+/.test(url) && !url.startsWith('mongodb+srv://')) {
    faults.push(
      'DATABASE_URL names a MongoDB without a replica set: add ?replicaSet=… (a set of one is enough)',
    )
  }
  return 'mongodb'
}

/** Pure: settings from the given environment, or every fault in it. Paths are made absolute below `folder`. */
export function readSettings(env: Record<string, string | undefined>, folder: string): Settings {
  const faults: string[] = []
  const parsed = shape.safeParse({
    TORG_ROLE: empty(env.TORG_ROLE) ?? 'all',
    PORT: empty(env.PORT) ?? '3000',
    HOST: empty(env.HOST) ?? '127.0.0.1',
    TORG_DEMO: empty(env.TORG_DEMO) ?? null,
    TORG_PUBLIC_URL: empty(env.TORG_PUBLIC_URL) ?? null,
  })
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => issue.message))
  const values = parsed.data
  if (values && (values.PORT < 1 || values.PORT > 65535))
    faults.push('PORT must be a whole number between 1 and 65535')

  const dataDir = path.resolve(folder, empty(env.TORG_DATA_DIR) ?? 'var')
  const databaseUrl = empty(env.DATABASE_URL) ?? `file:${path.join(dataDir, 'torg.db')}`
  const database = databaseFaults(databaseUrl, faults)
  const host = values?.HOST ?? '127.0.0.1'
  if (!loopbackHosts.includes(host) && !empty(env.TORG_PUBLIC_URL)) {
    faults.push(`HOST ${host} is not loopback: set TORG_PUBLIC_URL to the address that people use`)
  }
  if (database === 'sqlite' && values && values.TORG_ROLE !== 'all') {
    faults.push(
      'The embedded database runs in one process only: TORG_ROLE must be all, or DATABASE_URL a MongoDB',
    )
  }
  const secret = empty(env.PAYLOAD_SECRET) ?? null
  if (!secret && database === 'mongodb')
    faults.push('PAYLOAD_SECRET is missing: set at least 32 random characters')
  if (secret && secret.length < 32) faults.push('PAYLOAD_SECRET is too short: at least 32 characters')
  const demoPassword = empty(env.TORG_DEMO_PASSWORD) ?? null
  if (demoPassword && demoPassword.length < 15)
    faults.push('TORG_DEMO_PASSWORD is too short: at least 15 characters')
  if (faults.length > 0 || !values) throw new SettingsFault(faults)
  return {
    role: values.TORG_ROLE,
    host,
    port: values.PORT,
    publicUrl: (values.TORG_PUBLIC_URL ?? `http://${host === '::1' ? '[::1]' : host}:${values.PORT}`).replace(
      /\/+$/,
      '',
    ),
    databaseUrl,
    database,
    dataDir,
    mediaDir: path.resolve(folder, empty(env.TORG_MEDIA) ?? path.join(dataDir, 'media')),
    secret: secret ?? '',
    demo: values.TORG_DEMO === null ? null : values.TORG_DEMO === '1',
    demoPassword,
    trustedProxies: (empty(env.TORG_TRUSTED_PROXIES) ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    production: env.NODE_ENV === 'production',
  }
}

/** Made once for the embedded profile and kept beside its database, readable by the owner only. */
function embeddedSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret')
  try {
    fs.writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8').trim()
}

/** Settings of this process; makes the data folders and, for the embedded profile, the secret. */
export function loadSettings(): Settings {
  const settings = readSettings(process.env, process.cwd())
  for (const folder of [settings.dataDir, settings.mediaDir]) {
    try {
      fs.mkdirSync(folder, { recursive: true })
      fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
    } catch {
      throw new SettingsFault([
        `The folder ${folder} cannot be written: give this user the right, or set TORG_DATA_DIR`,
      ])
    }
  }
  return settings.secret ? settings : { ...settings, secret: embeddedSecret(settings.dataDir) }
}
