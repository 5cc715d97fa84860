import type { compareEn } from './compare-en.js'

/** What is said of what changed, in Norwegian (bokmål). */
export const compareNb: typeof compareEn = {
  formBold: 'fet skrift',
  formHeading: 'Overskrift {n}',
  formItalic: 'kursiv',
  formLink: 'lenke',
  nothingReadChanged: 'Ingenting som kan leses her, er endret.',
  onlyFormChanged: 'Bare formen eller en lenke er endret, ikke ordene:',
}
