import type { FieldFault } from '../shared/errors.js'
import { kinds, type Finding, type Kind } from './kinds.js'

const names: Record<Kind, string> = {
  'se-personnummer': 'a Swedish personal identity number',
  'no-fodselsnummer': 'a Norwegian identity number',
  'dk-cpr': 'a Danish CPR number',
  'fi-hetu': 'a Finnish personal identity code',
  phone: 'a telephone number',
  email: 'an e-mail address',
  iban: 'an account number (IBAN)',
  giro: 'a giro number',
  'no-account': 'a Norwegian account number',
}
const advice = {
  identity: 'Take it out.',
  contact: 'Let it stand only with the consent of whose it is.',
  account: 'Let it stand only where it is not a private account.',
} as const

/** In words where it stands: characters counted from 1, in a rich text with the way to its node. */
function whereItStands({ place }: Finding): string {
  const [first] = place
  const last = place.at(-1)
  if (!first || !last) return ''
  if (first.node.length === 0) return `characters ${first.from + 1} to ${last.to}`
  const node = ({ node }: { node: readonly number[] }) => node.map((index) => index + 1).join('.')
  return first === last
    ? `part ${node(first)}, characters ${first.from + 1} to ${first.to}`
    : `from part ${node(first)}, character ${first.from + 1}, to part ${node(last)}, character ${last.to}`
}

/** A finding as clients are told of it: field, kind and place in words, never the value. */
export const findingFault = (finding: Finding): FieldFault => ({
  field: finding.field,
  code: finding.kind,
  message: `This looks like ${names[finding.kind]} (${whereItStands(finding)}). ${advice[kinds[finding.kind]]}`,
})
