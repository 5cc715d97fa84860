import type { bulkEn } from './bulk-en.js'

/** The words of deciding about several at once, in Norwegian (bokmål). */
export const bulkNb: typeof bulkEn = {
  bulkDecide: 'Avgjør {n} valgt|Avgjør {n} valgte',
  bulkDone: 'ferdig',
  bulkFailed: 'gikk ikke',
  bulkGo: 'Avgjør',
  bulkHelp: 'Hver og en prøves og logges for seg.',
  bulkInLanguage: '{language}: {n} av de valgte|{language}: {n} av de valgte',
  bulkLanguageHelp: 'Hver og en får teksten på det språket den skrev på, til du endrer den.',
  bulkOwnWordsHelp: 'Det du har skrevet, går til alle slik det står, uansett hvilket språk de skrev på.',
  bulkProgress: '{n} av {of} ferdige',
  bulkResult: '{done} ferdige, {failed} gikk ikke',
  bulkTitleHelp: '{title} byttes ut med tittelen på hver enkelt.',
  bulkUndone: 'angret',
  bulkWaiting: 'venter',
  bulkWhat: 'Avgjørelse',
}
