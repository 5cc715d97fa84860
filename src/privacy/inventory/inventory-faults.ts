import type { FieldLabels } from './label.js'
import { storedFields, type Stored } from './stored-fields.js'

/** A sentence for each field that has no label, and for each label that has no field. */
export function inventoryFaults(
  stored: readonly Stored[],
  labels: Readonly<Record<string, FieldLabels>>,
): string[] {
  const running = stored.flatMap((one) => storedFields(one).map((path) => `${one.slug} ${path}`))
  const labelled = Object.entries(labels).flatMap(([slug, fields]) =>
    Object.keys(fields).map((path) => `${slug} ${path}`),
  )
  const known = new Set(labelled)
  const there = new Set(running)
  return [
    ...running
      .filter((field) => !known.has(field))
      .map((field) => `${field} has no label: say in src/privacy/inventory what of a person it may hold`),
    ...labelled
      .filter((field) => !there.has(field))
      .map((field) => `${field} is labelled and is no field: take its label away`),
  ]
}
