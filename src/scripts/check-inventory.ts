import configPromise from '../../payload.config.js'
import { fieldLabels } from '../privacy/inventory/field-labels.js'
import { inventoryFaults } from '../privacy/inventory/inventory-faults.js'
import { storedFields } from '../privacy/inventory/stored-fields.js'

/** Says which fields of the running config have no label, and which labels have no field; exits 1 where there is one. */
async function checkInventory(): Promise<number> {
  const { collections, globals } = await configPromise
  const stored = [...collections, ...globals]
  const faults = inventoryFaults(stored, fieldLabels)
  const fields = stored.reduce((sum, one) => sum + storedFields(one).length, 0)
  process.stdout.write(
    faults.length > 0
      ? `${faults.join('\n')}\n`
      : `${fields} fields of ${stored.length} collections are labelled`,
  )
  return faults.length > 0 ? 1 : 0
}

checkInventory().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
    process.exit(1)
  },
)
