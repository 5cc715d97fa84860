import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bundled, bundleFlags } from '../scripts/tools/bundle.mjs'
import { keyRing, readSettings, SettingsFault } from './env.js'

const key = 'fvPk2Qd0u5Xn8sYwRzL1oB7cJ4hT9aGmE6iVqWtKxCU='
const secret = 'correct-horse-battery-staple-0123456789'
const replicaSet = 'mongodb://db.internal:27017/torg?replicaSet=rs0&tls=true'

function faultsOf(env: Record<string, string>): string[] {
  try {
    readSettings(env, '/srv/torg')
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults
    throw error
  }
  return []
}

describe('settings that are given', () => {
  it('are the embedded profile on loopback where nothing is said', () => {
    expect(readSettings({}, '/srv/torg')).toEqual({
      role: 'all',
      feedProcesses: 1,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: 'file:/srv/torg/var/torg.db',
      database: 'sqlite',
      dataDir: '/srv/torg/var',
      mediaDir: '/srv/torg/var/media',
      secret: '',
      demo: null,
      demoPassword: null,
      trustedProxies: [],
      privateNetwork: [],
      keys: [],
      webhooksLoopback: false,
      mail: null,
      processing: { operator: null, processors: null, connections: [], https: false, ownKeys: false },
      production: false,
    })
  })

  it('are taken as they are for a municipality that runs it', () => {
    const settings = readSettings(
      {
        DATABASE_URL: replicaSet,
        PAYLOAD_SECRET: secret,
        HOST: '0.0.0.0',
        PORT: '8080',
        TORG_PUBLIC_URL: 'https://torg.hagby.example/',
        TORG_ROLE: 'feed',
        TORG_FEED_PROCESSES: '4',
        TORG_DATA_DIR: 'data',
        TORG_MEDIA: '/mnt/pictures',
        TORG_DEMO: '0',
        TORG_TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::1',
        NODE_ENV: 'production',
      },
      '/srv/torg',
    )
    expect(settings).toMatchObject({
      database: 'mongodb',
      role: 'feed',
      feedProcesses: 4,
      port: 8080,
      demo: false,
      production: true,
    })
    expect(settings.publicUrl).toBe('https://torg.hagby.example')
    expect([settings.dataDir, settings.mediaDir]).toEqual(['/srv/torg/data', '/mnt/pictures'])
    expect(settings.trustedProxies).toEqual(['10.0.0.0/8', '2001:db8::1'])
  })

  it('let nothing be encrypted to the database only where its hosts are named, or are this machine', () => {
    const inTheClear = 'mongodb://db1:27017,db2/torg?replicaSet=rs0'
    const env = { DATABASE_URL: inTheClear, PAYLOAD_SECRET: secret, TORG_PRIVATE_NETWORK: 'db1, db2' }
    expect(faultsOf(env)).toEqual([])
    expect(faultsOf({ ...env, TORG_PRIVATE_NETWORK: 'db1' })).toHaveLength(1)
    for (const host of ['127.0.0.1', '127.9.9.9:27017', 'localhost:1', '[::1]:27017'])
      expect(faultsOf({ ...env, DATABASE_URL: `mongodb://${host}/torg?replicaSet=rs0` }), host).toEqual([])
  })

  it('give the keys that seal, and always the one that is made of the secret', () => {
    const settings = readSettings({ TORG_KEYS: `2026b:${key}, 2026a:${key}`, PAYLOAD_SECRET: secret }, '/srv')
    expect(keyRing(settings).map(({ id }) => id)).toEqual([
      '2026b',
      '2026a',
      expect.stringMatching(/^secret-/),
    ])
  })

  it('count as absent where they are empty', () => {
    expect(readSettings({ PORT: ' ', TORG_DEMO: '', DATABASE_URL: '' }, '/srv/torg').port).toBe(3000)
  })

  it('let webhooks go to this machine only where nobody else uses it', () => {
    const named = { TORG_WEBHOOKS_LOOPBACK: '1', TORG_PUBLIC_URL: 'http://localhost:3000' }
    expect(readSettings(named, '/srv/torg').webhooksLoopback).toBe(true)
    expect(readSettings({ TORG_WEBHOOKS_LOOPBACK: '1', HOST: '::1' }, '/srv/torg').webhooksLoopback).toBe(
      true,
    )
  })
})

describe('a fault is named with what to do', () => {
  const mongodb = { DATABASE_URL: replicaSet, PAYLOAD_SECRET: secret }
  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a database of another kind',
      { DATABASE_URL: 'postgres://db/torg' },
      /DATABASE_URL must begin with file: .* mongodb:/,
    ],
    ['an embedded database without a file', { DATABASE_URL: 'file:' }, /DATABASE_URL must begin with file:/],
    [
      'a MongoDB without a replica set',
      { ...mongodb, DATABASE_URL: 'mongodb://127.0.0.1/torg' },
      /without a replica set/,
    ],
    [
      'an empty name of the replica set',
      { ...mongodb, DATABASE_URL: 'mongodb://127.0.0.1/torg?replicaSet=' },
      /without a replica/,
    ],
    [
      'a MongoDB without a host',
      { ...mongodb, DATABASE_URL: 'mongodb:///torg?replicaSet=rs0' },
      /no MongoDB host/,
    ],
    [
      'a MongoDB without a database',
      { ...mongodb, DATABASE_URL: 'mongodb://localhost/?replicaSet=rs0' },
      /no database/,
    ],
    ['a switch that is neither', { TORG_WEBHOOKS_LOOPBACK: 'yes' }, /TORG_WEBHOOKS_LOOPBACK must be 0 or 1/],
    [
      'webhooks within a machine that others reach',
      { TORG_WEBHOOKS_LOOPBACK: '1', TORG_PUBLIC_URL: 'https://torg.example' },
      /TORG_WEBHOOKS_LOOPBACK is for trying Torg out/,
    ],
    [
      'webhooks within a machine that listens to others',
      { TORG_WEBHOOKS_LOOPBACK: '1', HOST: '0.0.0.0', TORG_PUBLIC_URL: 'http://localhost:3000' },
      /TORG_WEBHOOKS_LOOPBACK is for trying Torg out/,
    ],
    ['MongoDB without a secret', { DATABASE_URL: replicaSet }, /PAYLOAD_SECRET is missing/],
    ['a short secret', { PAYLOAD_SECRET: 'x'.repeat(31) }, /PAYLOAD_SECRET is too short/],
    ['a secret of one letter', { PAYLOAD_SECRET: 'x'.repeat(64) }, /PAYLOAD_SECRET can be guessed/],
    ['a port that is no number', { PORT: '80a' }, /PORT must be a whole number/],
    ['a port of 0', { PORT: '0' }, /PORT must be a whole number/],
    ['a port beyond the last', { PORT: '65536' }, /PORT must be a whole number/],
    [
      'a host with a scheme',
      { HOST: 'http://torg', TORG_PUBLIC_URL: 'https://torg' },
      /HOST must be an address/,
    ],
    ['a host that others reach, with no public address', { HOST: '0.0.0.0' }, /set TORG_PUBLIC_URL/],
    [
      'a public address without a scheme',
      { TORG_PUBLIC_URL: 'torg.example' },
      /TORG_PUBLIC_URL must be an http/,
    ],
    [
      'a public address of another scheme',
      { TORG_PUBLIC_URL: 'ftp://torg.example' },
      /TORG_PUBLIC_URL must be an http/,
    ],
    ['a public address with a path', { TORG_PUBLIC_URL: 'https://a.example/torg' }, /the address alone/],
    ['a role that there is not', { TORG_ROLE: 'web' }, /TORG_ROLE must be one of/],
    [
      'one role of several on the embedded database',
      { TORG_ROLE: 'feed' },
      /embedded database runs in one process/,
    ],
    [
      'a number of processes that is none',
      { ...mongodb, TORG_ROLE: 'feed', TORG_FEED_PROCESSES: 'all' },
      /TORG_FEED_PROCESSES must be a whole/,
    ],
    [
      'no process at all',
      { ...mongodb, TORG_ROLE: 'feed', TORG_FEED_PROCESSES: '0' },
      /TORG_FEED_PROCESSES must be a whole/,
    ],
    [
      'more processes than any machine has',
      { ...mongodb, TORG_ROLE: 'feed', TORG_FEED_PROCESSES: '65' },
      /between 1 and 64/,
    ],
    [
      'several processes of a role that has one',
      { ...mongodb, TORG_ROLE: 'worker', TORG_FEED_PROCESSES: '2' },
      /TORG_FEED_PROCESSES is for TORG_ROLE=feed/,
    ],
    ['a demo of yes', { TORG_DEMO: 'yes' }, /TORG_DEMO must be 0 or 1/],
    ['a short demo password', { TORG_DEMO_PASSWORD: 'hagby' }, /TORG_DEMO_PASSWORD is too short/],
    ['a proxy by name', { TORG_TRUSTED_PROXIES: 'proxy' }, /TORG_TRUSTED_PROXIES .*"proxy" is none/],
    [
      'a public address that would carry logins in the clear',
      { TORG_PUBLIC_URL: 'http://torg.example' },
      /TORG_PUBLIC_URL is http beyond this machine/,
    ],
    [
      'a database beyond this machine without TLS',
      { ...mongodb, DATABASE_URL: 'mongodb://torg:x@127.0.0.1,db2:27017/torg?replicaSet=rs0' },
      /reaches db2:27017 in the clear: add tls=true, or name the hosts in TORG_PRIVATE_NETWORK/,
    ],
    [
      'TLS that is taken away again',
      { ...mongodb, DATABASE_URL: 'mongodb+srv://db.example/torg?ssl=false' },
      /reaches db.example in the clear/,
    ],
    [
      'TLS with anybody at the other end',
      { ...mongodb, DATABASE_URL: `${replicaSet}&tlsInsecure=true` },
      /without a check of who answers: take tlsInsecure away/,
    ],
    ['a key that is no key', { TORG_KEYS: '2026:short' }, /TORG_KEYS must list keys as id:key/],
    ['one id for two keys', { TORG_KEYS: `a:${key},a:${key}` }, /TORG_KEYS names the same id twice/],
    ['a proxy range beyond its bits', { TORG_TRUSTED_PROXIES: '10.0.0.0/33' }, /"10\.0\.0\.0\/33" is none/],
  ])('%s', (_what, env, sentence) => {
    const faults = faultsOf(env)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(sentence)
  })

  it('and all of them at once', () => {
    const env = { PORT: 'x', DATABASE_URL: 'mongodb://db/torg', TORG_DEMO: '2', HOST: '0.0.0.0' }
    expect(faultsOf(env)).toHaveLength(6)
    expect(new SettingsFault(faultsOf(env)).message.split('\n')).toHaveLength(7)
  })

  it('without showing the secret or the address of the database, which holds a password', () => {
    const env = { DATABASE_URL: 'mongodb://torg:hemligt@db/torg', PAYLOAD_SECRET: 'kortare' }
    expect(faultsOf(env).join()).not.toMatch(/hemligt|kortare/)
  })
})

describe('a start', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torg-settings-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  /** Starts the server as `npm start` does and resolves when it ended. */
  async function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
    const flags = [...bundleFlags, await bundled('src/scripts/serve.ts')]
    const own = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      TORG_DATA_DIR: folder,
    }
    const all = { ...own, ...env } as NodeJS.ProcessEnv
    const child = spawn(process.execPath, flags, { env: all, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.resume()
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
  }

  it('is refused with every fault listed, one to a line, and exit code 1', async () => {
    const file = path.join(folder, 'a-file')
    fs.writeFileSync(file, '')
    const { code, said } = await start({
      PORT: '99999',
      DATABASE_URL: 'mongodb://db/torg',
      TORG_PUBLIC_URL: 'http://torg.example',
      TORG_MEDIA: path.join(file, 'pictures'),
    })
    expect(code).toBe(1)
    expect(said.trim().split('\n')).toEqual([
      'Torg cannot start with these settings:',
      expect.stringMatching(/^ {2}- PORT must/),
      expect.stringMatching(/^ {2}- TORG_PUBLIC_URL is http beyond this machine/),
      expect.stringMatching(/^ {2}- DATABASE_URL names a MongoDB without a replica set/),
      expect.stringMatching(/^ {2}- DATABASE_URL reaches db in the clear/),
      expect.stringMatching(/^ {2}- PAYLOAD_SECRET is missing/),
      expect.stringMatching(/^ {2}- The folder .*a-file\/pictures cannot be written: .* set TORG_MEDIA/),
    ])
  })

  it('is refused where the data folder cannot be made', async () => {
    const file = path.join(folder, 'no-folder')
    fs.writeFileSync(file, '')
    const { code, said } = await start({ TORG_DATA_DIR: path.join(file, 'var') })
    expect(code).toBe(1)
    expect(said).toMatch(/no-folder\/var cannot be written: .* set TORG_DATA_DIR/)
  })

  it('is refused where the port is in use, before anything is seeded', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as net.AddressInfo
    const { code, said } = await start({ PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(said).toContain(`Port ${port} on 127.0.0.1 is in use`)
    expect(fs.existsSync(path.join(folder, 'torg.db'))).toBe(false)
  })
})
