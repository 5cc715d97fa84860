import { generateImportMap, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'
import configPromise from '../../payload.config.js'

/**
 * Writes what is generated from the config: the list of the admin's own components and the types of the collections.
 * Both files are committed; `npm run check` fails where they are not current.
 */
async function generate(): Promise<void> {
  const config: SanitizedConfig = await configPromise
  await generateImportMap(config, { force: true, log: false })
  await generateTypes(config, { log: false })
}

generate().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
    process.exit(1)
  },
)
