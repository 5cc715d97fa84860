import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MailServer } from '../mail/mail-server.js'
import type { Processing } from '../privacy/processing/connections.js'
import { keyFromSecret, type KeyRing, type SealingKey } from '../shared/sealing.js'
import { examineSettings } from './read-settings.js'

/** The only reader of `process.env`. Every fault is listed at once and stops the start; nothing is guessed. */
export interface Settings {
  role: 'all' | 'feed' | 'admin' | 'worker'
  /** How many processes share the port, for the role `feed`. */
  feedProcesses: number
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
  /** Hosts of the database to which nothing needs to be encrypted, because the network to them is private. */
  privateNetwork: string[]
  /** Keys of TORG_KEYS, the first of which seals; the one made of the secret comes after them. */
  keys: SealingKey[]
  /** Whether webhooks may go to this machine itself and without encryption: for tests and for trying them out. */
  webhooksLoopback: boolean
  /** The server that takes e-mail; null where none is named, and then nothing is sent. */
  mail: MailServer | null
  /** Who handles data and where, as it was declared, and what Torg connects to. */
  processing: Processing
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

/** Pure: settings from the given environment, or every fault in it. Paths are made absolute below `folder`. */
export function readSettings(env: Record<string, string | undefined>, folder: string): Settings {
  const { settings, faults } = examineSettings(env, folder)
  if (faults.length > 0) throw new SettingsFault(faults)
  return settings
}

/** Makes the folders that Torg writes to; a sentence for each that it cannot. */
function folderFaults({ dataDir, mediaDir, databaseUrl }: Settings): string[] {
  const file = databaseUrl.startsWith('file:') ? databaseFile(databaseUrl) : null
  const folders = new Map([
    [dataDir, 'TORG_DATA_DIR'],
    [mediaDir, 'TORG_MEDIA'],
    ...(file ? ([[path.dirname(file), 'DATABASE_URL']] as const) : []),
  ])
  folders.set(dataDir, 'TORG_DATA_DIR')
  return [...folders].flatMap(([folder, setting]) => {
    try {
      fs.mkdirSync(folder, { recursive: true })
      fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
      return []
    } catch {
      return [`The folder ${folder} cannot be written: give this user the right, or set ${setting}`]
    }
  })
}

const databaseFile = (url: string) =>
  url.startsWith('file://') ? fileURLToPath(url) : path.resolve(url.slice('file:'.length))

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

/** All keys of the installation. The one made of its secret is always among them, and seals where no other is given. */
export const keyRing = ({ keys, secret }: Pick<Settings, 'keys' | 'secret'>): KeyRing =>
  [...keys, keyFromSecret(secret)] as unknown as KeyRing

/** Settings of this process; makes the data folders and, for the embedded profile, the secret. */
export function loadSettings(): Settings {
  const { settings, faults } = examineSettings(process.env, process.cwd())
  const all = [...faults, ...folderFaults(settings)]
  if (all.length > 0) throw new SettingsFault(all)
  return settings.secret ? settings : { ...settings, secret: embeddedSecret(settings.dataDir) }
}
