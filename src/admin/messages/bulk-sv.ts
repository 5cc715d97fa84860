import type { bulkEn } from './bulk-en.js'

/** The words of deciding about several at once, in Swedish. */
export const bulkSv: typeof bulkEn = {
  bulkDecide: 'Besluta om {n} vald|Besluta om {n} valda',
  bulkDone: 'klar',
  bulkFailed: 'gick inte',
  bulkGo: 'Besluta',
  bulkHelp: 'Var och en prövas och loggas för sig.',
  bulkInLanguage: '{language}: {n} av de valda|{language}: {n} av de valda',
  bulkLanguageHelp: 'Var och en får texten på det språk som den skrev på, tills du ändrar den.',
  bulkOwnWordsHelp: 'Det du har skrivit går till alla som det står, vilket språk de än skrev på.',
  bulkProgress: '{n} av {of} klara',
  bulkResult: '{done} klara, {failed} gick inte',
  bulkTitleHelp: '{title} byts mot rubriken på var och en.',
  bulkUndone: 'ångrad',
  bulkWaiting: 'väntar',
  bulkWhat: 'Beslut',
}
