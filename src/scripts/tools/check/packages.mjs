import { readFileSync } from 'node:fs'

const lock = () => JSON.parse(readFileSync('package-lock.json', 'utf8'))
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

// Two copies of one of these hold two states: sessions, models and `instanceof` stop meeting each other.
const single = ['payload', 'mongodb', 'graphql', 'react', 'react-dom', 'next', 'mongoose']

export const singleCopies = {
  name: 'one copy of each',
  async run() {
    const paths = Object.keys(lock().packages)
    const wrong = single.flatMap((name) => {
      const copies = paths.filter((path) => path !== '' && nameOf(path) === name)
      return copies.length === 1 ? [] : [`${name}: ${copies.length} copies (${copies.join(', ')})`]
    })
    return { holds: wrong.length === 0, said: wrong.join('\n'), note: single.join(', ') }
  },
}

const isPayload = (name) => name === 'payload' || name.startsWith('@payloadcms/')

/** Payload refuses mixed versions at the start; here they are refused before. */
export const onePayload = {
  name: 'Payload is pinned',
  async run() {
    const own = JSON.parse(readFileSync('package.json', 'utf8'))
    const asked = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(([name]) =>
      isPayload(name),
    )
    const wanted = asked.find(([name]) => name === 'payload')?.[1] ?? 'none'
    const ranges = asked.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range) || range !== wanted)
    const installed = Object.entries(lock().packages).filter(
      ([path, { version }]) => path !== '' && isPayload(nameOf(path)) && version !== wanted,
    )
    const said = [
      ...ranges.map(([name, range]) => `package.json asks for ${name} ${range}, and payload is ${wanted}`),
      ...installed.map(
        ([path, { version }]) => `package-lock.json has ${path} ${version}, and payload is ${wanted}`,
      ),
    ]
    return { holds: said.length === 0, said: said.join('\n'), note: `all at ${wanted}` }
  },
}

/** The lock file names no host, so that it works behind any registry; and it has a hash of every package. */
export const lockFile = {
  name: 'lock file',
  async run() {
    const packages = Object.entries(lock().packages).filter(([path, each]) => path !== '' && !each.link)
    const withHost = packages.filter(([, each]) => each.resolved).map(([path]) => `${path} names a host`)
    const withoutHash = packages
      .filter(([, each]) => !each.integrity && !each.inBundle)
      .map(([path]) => `${path} has no hash`)
    const own = JSON.parse(readFileSync('package.json', 'utf8'))
    const next = own.dependencies.next
    const compilers = Object.keys(lock().packages[`node_modules/next`].optionalDependencies ?? {})
      .filter((name) => name.startsWith('@next/swc-') && !lock().packages[`node_modules/${name}`])
      .map((name) => `${name} of next ${next} is missing; npm ci would refuse`)
    const said = [...withHost, ...withoutHash, ...compilers]
    return { holds: said.length === 0, said: said.join('\n'), note: `${packages.length} packages, no host` }
  },
}
