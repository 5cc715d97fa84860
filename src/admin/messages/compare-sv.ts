import type { compareEn } from './compare-en.js'

/** What is said of what changed, in Swedish. */
export const compareSv: typeof compareEn = {
  formBold: 'fetstil',
  formHeading: 'Rubrik {n}',
  formItalic: 'kursiv',
  formLink: 'länk',
  nothingReadChanged: 'Ingenting som går att läsa här har ändrats.',
  onlyFormChanged: 'Bara formen eller en länk har ändrats, inte orden:',
}
