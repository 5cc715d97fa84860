/** The words of deciding about several at once, in English. `one|many`: the form for one and the form for the others. */
export const bulkEn = {
  bulkDecide: 'Decide about {n} selected|Decide about {n} selected',
  bulkDone: 'done',
  bulkFailed: 'failed',
  bulkGo: 'Decide',
  bulkHelp: 'Each is checked and logged on its own.',
  bulkInLanguage: '{language}: {n} of those selected|{language}: {n} of those selected',
  bulkLanguageHelp: 'Each gets the text in the language that they wrote in, until you change it.',
  bulkOwnWordsHelp: 'What you wrote goes to all as it stands, in whichever language they wrote.',
  bulkProgress: '{n} of {of} done',
  bulkResult: '{done} done, {failed} failed',
  bulkTitleHelp: '{title} is replaced by the title of each.',
  bulkUndone: 'undone',
  bulkWaiting: 'waiting',
  bulkWhat: 'Decision',
}
