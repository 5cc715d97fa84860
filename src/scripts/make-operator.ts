import { SettingsFault } from '../config/env.js'
import { logAccount } from '../editorial/accounts/account-log.js'
import { accountById } from '../editorial/accounts/find-account.js'
import { codeFor } from '../editorial/accounts/give-code.js'
import { systemClock } from '../shared/clock.js'
import { sayCode } from './say-code.js'
import { onThisMachine } from './on-this-machine.js'

/**
 * `npm run operator -- <username>`: makes an operator, from the machine itself, since nobody can be let in over HTTP to
 * make the first account. Prints a one-time code: the operator chooses a password with it and adds a second factor.
 */
onThisMachine(async (payload) => {
  const username = process.argv[2]
  if (!username || !/^[a-z0-9][a-z0-9._-]{1,62}$/.test(username)) {
    throw new SettingsFault([
      'Say a username of small letters, digits, dots and hyphens: npm run operator -- <username>',
    ])
  }
  const there = await payload.db.count({ collection: 'accounts', where: { username: { equals: username } } })
  if (there.totalDocs > 0) {
    throw new SettingsFault([
      `There is an account ${username} already: choose another name, or give it a code with npm run code -- ${username}`,
    ])
  }
  // As the system: who may start programs on this machine is the installation's owner.
  const asSystem = { overrideAccess: true, context: { asSystem: true } } as const
  const account = await payload.create({
    collection: 'accounts',
    data: { username, kind: 'person', roleTitle: 'Operator', language: 'en' } as never,
    ...asSystem,
  })
  await payload.create({
    collection: 'memberships',
    data: { account: account.id, role: 'operator' } as never,
    ...asSystem,
  })
  const made = (await accountById(payload, String(account.id)))!
  const code = await codeFor(payload, made, 'password', { actor: null, withinMaking: true }, systemClock)
  await logAccount(payload, {
    action: 'make-account',
    kind: 'account',
    account: made.id,
    municipality: null,
    actor: null,
    device: null,
    reason: 'password',
    at: systemClock.now(),
  })
  process.stdout.write(`Operator ${username} is made. ${sayCode(code)}\n`)
})
