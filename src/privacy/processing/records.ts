import { labelWords, personalLabels, subjectWords, type PersonalLabel } from '../inventory/label.js'
import type { OwnPeriods } from '../retention/own-periods.js'
import type { LegalGround, words } from '../retention/retention-row.js'
import { shownConnections, type Processing, type ShownConnection } from './connections.js'
import { measuresFor, type Protected } from './measures.js'
import { outsideOf, type Operator, type Processor, type TransferGround } from './processors.js'
import { purposeCodes, purposes, type Purpose } from './purposes.js'
import { recipients } from './recipients.js'
import { storedData, type StoredData } from './stored-data.js'

type Words = ReturnType<typeof words>

/** What a municipality says of itself, as far as the records tell of it. */
export interface RecordedMunicipality extends Protected {
  slug: string
  name: string
  languages: string[]
  /** The authority that answers for it; the municipality itself where none is named. */
  controller: string | null
  dataProtectionContact: string | null
  own: OwnPeriods
  /** How many systems of its own are told of changes by webhooks. They get ids and codes, nothing of people. */
  webhooks: number
}

/** The categories of people and of their data (articles 30(1)(c) and 30(2)(b)). */
interface Kind {
  code: PersonalLabel
  subjects: Words
  data: Words
}

/** What is done for one purpose, with which data, and until when (article 30(1)(b), (c) and (f)). */
export interface Activity {
  purpose: Purpose
  name: Words
  ground: LegalGround
  kinds: Kind[]
  stored: StoredData[]
}

/** A processor that takes data out of the EU and the EEA (articles 30(1)(e) and 30(2)(c)). */
export interface Transfer {
  processor: string
  countries: string[]
  ground: TransferGround | null
}

interface Shared {
  made: string
  operator: Operator | null
  /** Null where nobody has declared them. */
  processors: Processor[] | null
  transfers: Transfer[]
  connections: ShownConnection[]
  measures: { code: string; name: Words }[]
}

/** GDPR, article 30(1): what a municipality does as controller. */
export interface ControllerRecord extends Shared {
  format: 'torg-record-30-1'
  municipality: string
  languages: RecordLanguage[]
  controller: { name: string; dataProtectionContact: string | null }
  activities: Activity[]
  recipients: { code: string; name: Words }[]
  webhooks: number
}

/** GDPR, article 30(2): what whoever runs Torg does as processor, for each of its municipalities. */
export interface ProcessorRecord extends Shared {
  format: 'torg-record-30-2'
  controllers: {
    municipality: string
    name: string
    dataProtectionContact: string | null
    activities: Pick<Activity, 'purpose' | 'name' | 'kinds'>[]
    measures: { code: string; name: Words }[]
  }[]
}

export type RecordLanguage = keyof Words
const ours: Record<string, RecordLanguage> = { sv: 'sv', nb: 'nb', no: 'nb', nn: 'nb', en: 'en' }

/** The languages of a municipality in which Torg can say it, its own order; English where it has none of them. */
export function recordLanguages(languages: readonly string[]): RecordLanguage[] {
  const own = [...new Set(languages.flatMap((code) => ours[code.toLowerCase().split('-')[0]!] ?? []))]
  return own.length > 0 ? own : ['en']
}

export const controllerOf = ({
  controller,
  name,
}: Pick<RecordedMunicipality, 'controller' | 'name'>): string => controller?.trim() || name

function activitiesOf(own: OwnPeriods): Activity[] {
  const all = storedData(own)
  return purposeCodes.map((purpose) => {
    const stored = all.filter((one) => one.purpose === purpose)
    const kinds = personalLabels
      .filter((label) => stored.some(({ fields }) => fields[label]))
      .map((code) => ({ code, subjects: subjectWords[code], data: labelWords[code] }))
    return { purpose, ...purposes[purpose], kinds, stored }
  })
}

function shared(processing: Processing, municipality: Protected | null, at: Date): Shared {
  const { operator, processors } = processing
  return {
    made: at.toISOString(),
    operator,
    processors,
    transfers: (processors ?? []).flatMap((one) => {
      const countries = outsideOf(one)
      return countries.length > 0 ? [{ processor: one.name, countries, ground: one.ground }] : []
    }),
    connections: shownConnections(processing),
    measures: measuresFor(processing, municipality),
  }
}

/** What a municipality does with data of people, made of the labels of the fields, the retention table and the settings. */
export function controllerRecord(
  municipality: RecordedMunicipality,
  processing: Processing,
  at: Date,
): ControllerRecord {
  const { slug, languages, dataProtectionContact, own, webhooks } = municipality
  return {
    format: 'torg-record-30-1',
    municipality: slug,
    languages: recordLanguages(languages),
    controller: { name: controllerOf(municipality), dataProtectionContact },
    activities: activitiesOf(own),
    recipients: recipients.filter(({ holds }) => holds(processing)).map(({ code, name }) => ({ code, name })),
    webhooks,
    ...shared(processing, municipality, at),
  }
}

/** What whoever runs Torg does with data of people for these municipalities. */
export function processorRecord(
  municipalities: readonly RecordedMunicipality[],
  processing: Processing,
  at: Date,
): ProcessorRecord {
  return {
    format: 'torg-record-30-2',
    controllers: municipalities.map((one) => ({
      municipality: one.slug,
      name: controllerOf(one),
      dataProtectionContact: one.dataProtectionContact,
      activities: activitiesOf(one.own).map(({ purpose, name, kinds }) => ({ purpose, name, kinds })),
      measures: measuresFor(processing, one),
    })),
    ...shared(processing, null, at),
  }
}
