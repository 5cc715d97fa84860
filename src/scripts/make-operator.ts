import { randomBytes } from 'node:crypto'
import { getPayload } from 'payload'
import config from '../../payload.config.js'
import { loadSettings, SettingsFault } from '../config/env.js'
import { prepareDatabase } from '../config/prepare-database.js'

/**
 * `npm run operator -- <username>`: makes an operator, from the machine itself, since nobody can be let in over HTTP to
 * make the first account. Prints a password that the operator changes after logging in.
 */
async function makeOperator(username: string | undefined): Promise<void> {
  if (!username || !/^[a-z0-9][a-z0-9._-]{1,62}$/.test(username)) {
    throw new SettingsFault([
      'Say a username of small letters, digits, dots and hyphens: npm run operator -- <username>',
    ])
  }
  loadSettings()
  const payload = await getPayload({ config })
  await prepareDatabase(payload)
  const there = await payload.db.count({ collection: 'accounts', where: { username: { equals: username } } })
  if (there.totalDocs > 0)
    throw new SettingsFault([`There is an account ${username} already: choose another name`])
  const password = randomBytes(18).toString('base64url')
  // As the system: who may start programs on this machine is the installation's owner.
  const asSystem = { overrideAccess: true, context: { asSystem: true } } as const
  const account = await payload.create({
    collection: 'accounts',
    data: { username, password, kind: 'person', roleTitle: 'Operator', language: 'en' } as never,
    ...asSystem,
  })
  await payload.create({
    collection: 'memberships',
    data: { account: account.id, role: 'operator' } as never,
    ...asSystem,
  })
  process.stdout.write(`Operator ${username} is made. Password: ${password}\n`)
  await payload.destroy()
}

makeOperator(process.argv[2]).then(
  () => process.exit(0),
  (error: unknown) => {
    const said =
      error instanceof SettingsFault ? error.faults.join('\n') : ((error as Error).stack ?? String(error))
    process.stderr.write(`${said}\n`)
    process.exit(1)
  },
)
