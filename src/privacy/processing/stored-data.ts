import { fieldLabels } from '../inventory/field-labels.js'
import { personalIn, personalLabels, type PersonalLabel } from '../inventory/label.js'
import { periodIn, type OwnPeriods } from '../retention/own-periods.js'
import type { Period } from '../retention/period.js'
import type { LegalGround, RetentionAction, RetentionRow, words } from '../retention/retention-row.js'
import { retentionTable, type RetentionCategory } from '../retention/retention-table.js'
import { whereKept } from '../retention/where-kept.js'
import { kindsOfData, purposes, type Purpose } from './purposes.js'

type Words = ReturnType<typeof words>

/** How long something is kept, and what becomes of it: a row of the retention table as it stands in a municipality. */
export interface KeptFor {
  category: RetentionCategory
  name: Words
  purpose: Words
  ground: LegalGround
  from: Words
  period: Period
  doneBy: RetentionRow['doneBy']
  then: RetentionAction
}

/** What a collection holds of people: which fields hold what, for what, and until when. */
export interface StoredData {
  collection: string
  name: Words
  purpose: Purpose
  ground: LegalGround
  fields: Partial<Record<PersonalLabel, string[]>>
  kept: KeptFor[]
  /** What holds beside: while it is in use. */
  otherwise: Words | null
}

const keptFor = (category: RetentionCategory, own: OwnPeriods): KeptFor => {
  const { name, purpose, ground, trigger, action, doneBy }: RetentionRow = retentionTable[category]
  const period = periodIn(category, own)
  return { category, name, purpose, ground, from: trigger, period, doneBy, then: action }
}

/** Everything that is kept of people, by collection; what the labels say holds nothing of anybody is left out. */
export function storedData(own: OwnPeriods): StoredData[] {
  return Object.entries(kindsOfData).map(([collection, { purpose, name }]) => ({
    collection,
    name,
    purpose,
    ground: purposes[purpose].ground,
    fields: fieldsOf(collection),
    kept: whereKept[collection]!.categories.map((category) => keptFor(category, own)),
    otherwise: whereKept[collection]!.otherwise,
  }))
}

function fieldsOf(collection: string): StoredData['fields'] {
  const labels = Object.entries(fieldLabels[collection]!)
  return Object.fromEntries(
    personalLabels.flatMap((label) => {
      const fields = labels.filter(([, one]) => personalIn(one).includes(label)).map(([path]) => path)
      return fields.length > 0 ? [[label, fields] as const] : []
    }),
  )
}

/** The rows of the retention table in which something of people is kept, each once, in the order of the table. */
export function keptOfPeople(own: OwnPeriods): KeptFor[] {
  const named = new Set(storedData(own).flatMap(({ kept }) => kept.map(({ category }) => category)))
  return (Object.keys(retentionTable) as RetentionCategory[])
    .filter((category) => named.has(category))
    .map((category) => keptFor(category, own))
}
