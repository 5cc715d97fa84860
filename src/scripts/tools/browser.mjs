import { isProgram, onPath } from './on-path.mjs'

const advice = 'Install Chromium (apt-get install chromium), or set TORG_TEST_BROWSER to one.'

/** The browser for tests of the admin: `{ binary }`, or `{ missing }` with what to do. */
export function findBrowser(env = process.env) {
  const named = env.TORG_TEST_BROWSER
  if (named)
    return isProgram(named) ? { binary: named } : { missing: `TORG_TEST_BROWSER is no program: ${named}.` }
  const [binary] = onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
  return binary ? { binary } : { missing: `There is no browser. ${advice}` }
}
