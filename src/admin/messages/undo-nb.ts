import type { undoEn } from './undo-en.js'

/** What is said of taking held decisions back, in Norwegian (bokmål). */
export const undoNb: typeof undoEn = {
  heldManyTooLate:
    'Én avgjørelse gikk ikke å angre: den hadde allerede trådt i kraft.|{n} avgjørelser gikk ikke å angre: de hadde allerede trådt i kraft.',
  heldManyUndone: 'Én avgjørelse er angret.|{n} avgjørelser er angret.',
  heldRefused:
    'Avgjørelsen kunne ikke angres: serveren sa nei. Last siden på nytt og se hvordan det ble.|{n} avgjørelser kunne ikke angres: serveren sa nei. Last siden på nytt og se hvordan det ble.',
  heldTooLate: 'Det gikk ikke å angre: avgjørelsen hadde allerede trådt i kraft.',
  heldUndone: 'Avgjørelsen er angret: {title}.',
  heldUnknown:
    'Det er ukjent om avgjørelsen ble angret: det kom ikke noe svar. Det blir undersøkt.|Om {n} avgjørelser er det ukjent om de ble angret: det kom ikke noe svar. Det blir undersøkt.',
}
