/** A text in the three languages of the admin. */
export type Labels = Record<'sv' | 'nb' | 'en', string>

const withdrawal = {
  organiser: {
    sv: 'Arrangören har tagit bort det',
    nb: 'Arrangøren har tatt det bort',
    en: 'Taken down by the organiser',
  },
  'wrong-information': {
    sv: 'Uppgifterna stämde inte',
    nb: 'Opplysningene stemte ikke',
    en: 'The information was wrong',
  },
  duplicate: { sv: 'Finns redan', nb: 'Finnes fra før', en: 'Already exists' },
  other: { sv: 'Annan orsak', nb: 'Annen grunn', en: 'Another reason' },
} satisfies Record<string, Labels>

const announcement = {
  organiser: {
    sv: 'Arrangören har förhinder',
    nb: 'Arrangøren er forhindret',
    en: 'The organiser cannot hold it',
  },
  weather: { sv: 'Vädret', nb: 'Været', en: 'The weather' },
  illness: { sv: 'Sjukdom', nb: 'Sykdom', en: 'Illness' },
  venue: {
    sv: 'Lokalen går inte att använda',
    nb: 'Lokalet kan ikke brukes',
    en: 'The venue cannot be used',
  },
  other: { sv: 'Annan orsak', nb: 'Annen grunn', en: 'Another reason' },
} satisfies Record<string, Labels>

const refusal = {
  'personal-data': {
    sv: 'Innehåller personuppgifter',
    nb: 'Inneholder personopplysninger',
    en: 'Contains personal data',
  },
  'not-local': {
    sv: 'Rör inte kommunen',
    nb: 'Gjelder ikke kommunen',
    en: 'Has nothing to do with the municipality',
  },
  commercial: { sv: 'Reklam', nb: 'Reklame', en: 'Advertising' },
  duplicate: { sv: 'Finns redan', nb: 'Finnes fra før', en: 'Already exists' },
  incomplete: {
    sv: 'Viktiga uppgifter saknas',
    nb: 'Viktige opplysninger mangler',
    en: 'Important facts are missing',
  },
  illegal: { sv: 'Olagligt innehåll', nb: 'Ulovlig innhold', en: 'Illegal content' },
  other: { sv: 'Annan orsak', nb: 'Annen grunn', en: 'Another reason' },
} satisfies Record<string, Labels>

const erasure = {
  'personal-data': { sv: 'Personuppgifter', nb: 'Personopplysninger', en: 'Personal data' },
  'legal-order': {
    sv: 'Beslut av domstol eller myndighet',
    nb: 'Avgjørelse fra domstol eller myndighet',
    en: 'Order of a court or authority',
  },
  request: { sv: 'Någon har begärt det', nb: 'Noen har bedt om det', en: 'Somebody asked for it' },
} satisfies Record<string, Labels>

/** Why an editor lets something pass that looks like an identity number. */
const override = {
  'not-an-identity-number': {
    sv: 'Det är inget personnummer, bara ett liknande nummer',
    nb: 'Det er ikke et fødselsnummer, bare et lignende nummer',
    en: 'It is no identity number, it only looks like one',
  },
  invented: {
    sv: 'Numret är påhittat och hör inte till någon',
    nb: 'Nummeret er oppdiktet og tilhører ingen',
    en: 'The number is invented and belongs to nobody',
  },
  'required-by-law': {
    sv: 'Det måste stå där enligt lag',
    nb: 'Det må stå der etter loven',
    en: 'The law requires it to be there',
  },
} satisfies Record<string, Labels>

/** The closed lists of reason codes; only their labels are ever shown to citizens. */
export const reasonLists = { withdrawal, announcement, refusal, erasure, override } as const
export type ReasonList = keyof typeof reasonLists

export interface ReasonChoice {
  code: string
  label: Labels
}

/** A house rule of the municipality that a refusal may name; the wording is its own. */
export interface HouseRule {
  code: string
  /** Wording by language code. */
  wording: Record<string, string>
  surfaces: readonly string[]
}

/** The codes that an action may give, house rules first: they say most precisely what was wrong. */
export function reasonChoices(list: ReasonList, houseRules: readonly HouseRule[]): ReasonChoice[] {
  const closed = Object.entries<Labels>(reasonLists[list]).map(([code, label]) => ({ code, label }))
  if (list !== 'refusal') return closed
  const own = houseRules.map(({ code, wording }) => ({ code, label: inThreeLanguages(code, wording) }))
  // A municipality that reuses a closed code gives it its own wording; the code stays one choice.
  return [...own, ...closed.filter(({ code }) => !own.some((rule) => rule.code === code))]
}

function inThreeLanguages(code: string, wording: Record<string, string>): Labels {
  const any = Object.values(wording)[0] ?? code
  return {
    sv: wording.sv ?? wording.en ?? any,
    nb: wording.nb ?? wording.no ?? wording.en ?? any,
    en: wording.en ?? any,
  }
}
