/** What somebody else does with the data of an installation. */
export const processorServices = [
  'hosting',
  'database',
  'e-mail',
  'storage',
  'backup',
  'network',
  'support',
  'monitoring',
] as const
export type ProcessorService = (typeof processorServices)[number]

/**
 * On what a transfer out of the EU and the EEA rests: a decision of the Commission (GDPR, article 45), its standard clauses
 * or binding corporate rules (article 46(2) c and b). The exceptions of article 49 are for single cases, not for a service.
 */
export const transferGrounds = ['adequacy-decision', 'standard-clauses', 'binding-rules'] as const
export type TransferGround = (typeof transferGrounds)[number]

/** Somebody who handles data for whoever runs Torg (GDPR, article 28(2) and (4)). */
export interface Processor {
  name: string
  services: ProcessorService[]
  /** Where the data lies or can be reached from, support included: ISO 3166-1, two letters. */
  countries: string[]
  /** Where, more closely, as the processor calls it. */
  region: string | null
  /** Needed where one of the countries is outside the EU and the EEA. */
  ground: TransferGround | null
  /** Hosts of its that Torg connects to, as they stand in the settings. */
  hosts: string[]
}

/** Whoever runs the installation for its municipalities. */
export interface Operator {
  name: string
  contact: string
  dataProtectionOfficer: string | null
}

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'
const beside = 'IS LI NO'
const inside = new Set(`${union} ${beside}`.split(' '))

/** The countries of a processor in which the GDPR does not hold by itself. */
export const outsideOf = ({ countries }: Pick<Processor, 'countries'>): string[] =>
  countries.filter((country) => !inside.has(country))

/** A sentence for each processor that takes data out of the EU and the EEA without saying on what ground. */
export const transferFaults = (processors: readonly Processor[]): string[] =>
  processors.flatMap((one) => {
    const outside = outsideOf(one)
    return outside.length === 0 || one.ground
      ? []
      : [
          `"${one.name}" handles data in ${outside.join(', ')}, outside the EU and the EEA, and names no ground: add "ground" (${transferGrounds.join(', ')}), or take another`,
        ]
  })
