import { spawn } from 'node:child_process'
import { bundled, bundleFlags } from './bundle.mjs'

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The first start seeds the demo; a later one that is not ready after this long is a failure too. */
const readyWithin = 240_000
const endsWithin = 20_000

/** Starts the built server, waits until it is ready, reads the feed and the admin, ends it with a signal. */
export async function startOnce({ binary, folder, port, signal }) {
  const base = `http://127.0.0.1:${port}`
  const program = await bundled('src/scripts/serve.ts')
  const began = Date.now()
  const child = spawn(binary, [...bundleFlags, program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TORG_DATA_DIR: folder,
      PORT: String(port),
      DATABASE_URL: '',
      TORG_DEMO_PASSWORD: 'correct-horse-battery',
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => (said += chunk))
  let ended = null
  const end = new Promise((resolve) => child.on('exit', (code, signal) => resolve((ended = code ?? signal))))
  const fault = (sentence) => ({ holds: false, line: `${sentence}\n${said.trimEnd()}` })
  try {
    while (!(await answers(`${base}/readyz`))) {
      if (ended !== null) return fault(`ended with ${ended} before it was ready`)
      if (Date.now() - began > readyWithin) return fault(`not ready after ${readyWithin / 1000} s`)
      await pause(100)
    }
    const ready = Date.now() - began
    for (const path of [
      '/hagby',
      '/feed/v1/hagby/events',
      '/sitemap.xml',
      '/assets/torg-calendar.js',
      '/admin/login',
    ]) {
      if (!(await answers(base + path))) return fault(`${path} did not answer 200`)
    }
    child.kill(signal)
    const code = await Promise.race([end, pause(endsWithin).then(() => 'nothing')])
    if (code !== 0) return fault(`${signal} ended it with ${code}, not 0`)
    return {
      holds: true,
      line: `ready after ${(ready / 1000).toFixed(1)} s, feed and admin answered, ${signal} ended it with 0`,
    }
  } finally {
    if (ended === null) child.kill('SIGKILL')
    await end
  }
}

const answers = (url) =>
  fetch(url, { signal: AbortSignal.timeout(20_000) }).then(
    async (response) => (await response.arrayBuffer(), response.status === 200),
    () => false,
  )
