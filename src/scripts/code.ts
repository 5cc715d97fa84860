import { keyRing, loadSettings, SettingsFault } from '../config/env.js'
import { accountNamed } from '../editorial/accounts/find-account.js'
import { codeFor } from '../editorial/accounts/give-code.js'
import { systemClock } from '../shared/clock.js'
import { sayCode } from './say-code.js'
import { onThisMachine } from './on-this-machine.js'

/**
 * `npm run code -- <username> [--lost-device]`: a one-time code for an account that nobody else can give one to: an
 * operator, or the last admin of a municipality. It is logged like every other.
 */
onThisMachine(async (payload) => {
  const [username = '', ...options] = process.argv.slice(2)
  const unknown = options.filter((each) => each !== '--lost-device')
  if (username === '' || unknown.length > 0)
    throw new SettingsFault([
      'Say whose: npm run code -- <username>, with --lost-device where the telephone is lost, too',
    ])
  const account = await accountNamed(payload, username, keyRing(loadSettings()))
  if (!account) throw new SettingsFault([`There is no account ${username}`])
  if (account.disabled)
    throw new SettingsFault([`The account ${username} is disabled: its municipality's admin enables it`])
  const purpose = options.length > 0 ? 'all' : 'password'
  process.stdout.write(`${sayCode(await codeFor(payload, account, purpose, { actor: null }, systemClock))}\n`)
})
