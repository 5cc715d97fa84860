/** What the check finds, by how it is treated: identity numbers stop a submission, the others are told and looked at. */
export const kinds = {
  'se-personnummer': 'identity',
  'no-fodselsnummer': 'identity',
  'dk-cpr': 'identity',
  'fi-hetu': 'identity',
  phone: 'contact',
  email: 'contact',
  iban: 'account',
  giro: 'account',
  'no-account': 'account',
} as const

export type Kind = keyof typeof kinds
export type Treatment = (typeof kinds)[Kind]

/** Where something stands in one text: characters from (included) and to (not included), as JavaScript counts them. */
export interface Span {
  from: number
  to: number
}

/** Something found in one text. The value itself is in no finding: it is never stored, logged or sent. */
export interface Hit extends Span {
  kind: Kind
}

/** A part of a finding in one node of a rich text; `node` is the way to it through `children`, empty for plain text. */
export interface NodeSpan extends Span {
  node: readonly number[]
}

export interface Finding {
  kind: Kind
  /** Path with dots, such as `translations.0.body`. */
  field: string
  /** One part, or one for each node of a rich text that it is spread over. */
  place: NodeSpan[]
}

export const isIdentity = ({ kind }: { kind: Kind }): boolean => kinds[kind] === 'identity'
