// What `npm start`, `npm test` and the others do. Plain JavaScript without dependencies: it runs on a machine that
// has Node and this folder and nothing else yet.
import { fileURLToPath } from 'node:url'
import { nodeFault } from './tools/node-version.mjs'

const commands = {
  start: () => import('./tools/serve.mjs').then(({ start }) => start),
  dev: () => import('./tools/serve.mjs').then(({ dev }) => dev),
  build: () => import('./tools/build.mjs').then(({ build }) => build),
  seed: () => import('./tools/serve.mjs').then(({ seed }) => seed),
  operator: () => import('./tools/serve.mjs').then(({ operator }) => operator),
  code: () => import('./tools/serve.mjs').then(({ code }) => code),
  reseal: () => import('./tools/serve.mjs').then(({ reseal }) => reseal),
  audit: () => import('./tools/serve.mjs').then(({ audit }) => audit),
  retention: () => import('./tools/serve.mjs').then(({ retention }) => retention),
  test: () => import('./tools/test.mjs').then(({ test }) => test),
  'test:crash': () => import('./tools/test.mjs').then(({ testCrash }) => testCrash),
  check: () => import('./tools/check.mjs').then(({ check }) => check),
  generate: () => import('./tools/serve.mjs').then(({ generate }) => generate),
  pictures: () => import('./tools/serve.mjs').then(({ pictures }) => pictures),
  bench: () => import('./tools/serve.mjs').then(({ bench }) => bench),
}

const [name = '', ...rest] = process.argv.slice(2)

async function main() {
  const fault = nodeFault(process.versions.node)
  if (fault) return say(fault, 1)
  if (!Object.hasOwn(commands, name)) {
    return say(`Torg knows no command "${name}". There are: ${Object.keys(commands).join(', ')}.`, 2)
  }
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
  const command = await commands[name]()
  process.exitCode = await command(rest)
}

function say(sentence, code) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = code
}

main().catch((error) => say(error.said ?? error.stack ?? String(error), 1))
