import type { MunicipalityIndex } from './municipality-index.js'
import type { MunicipalityData } from '../publication/public-data.js'

/** The languages of our own words (how a series repeats, the pages), and those whose readers read them too. */
const ours = ['sv', 'nb', 'no', 'nn', 'da', 'en']

const baseOf = (language: string): string => language.split('-')[0]!

/**
 * What a language that somebody asks for comes to where they ask: itself where something here is in it, else without its
 * region, else none. However many languages are thought up, no more of them lead to answers than there are here.
 */
export type LanguageHere = (municipality: MunicipalityIndex, lang: string) => string | undefined

export function createLanguages(): LanguageHere {
  const known = new Map<string, { version: number; all: Set<string> }>()

  function languagesOf(municipality: MunicipalityIndex): Set<string> {
    const { slug } = municipality
    const before = known.get(slug)
    const version = municipality.version()
    if (before?.version === version) return before.all
    const { languages = [] } = (municipality.municipality()?.data ?? {}) as Partial<MunicipalityData>
    const all = new Set(languages.map((one) => one.toLowerCase()))
    for (const { facts } of municipality.events()) for (const one of facts.languages) all.add(one)
    for (const { facts } of municipality.posts().all()) for (const one of facts.languages) all.add(one)
    for (const one of [...ours, ...all]) all.add(baseOf(one))
    known.set(slug, { version, all })
    return all
  }

  return (municipality, lang) => {
    // Asked by most, and told without looking.
    if (ours.includes(lang)) return lang
    const all = languagesOf(municipality)
    return [lang, baseOf(lang)].find((one) => all.has(one))
  }
}
