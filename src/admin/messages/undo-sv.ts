import type { undoEn } from './undo-en.js'

/** What is said of taking held decisions back, in Swedish. */
export const undoSv: typeof undoEn = {
  heldManyTooLate:
    'Ett beslut gick inte att ångra: det hade redan trätt i kraft.|{n} beslut gick inte att ångra: de hade redan trätt i kraft.',
  heldManyUndone: 'Ett beslut är ångrat.|{n} beslut är ångrade.',
  heldRefused:
    'Beslutet kunde inte ångras: servern sa nej. Ladda om sidan och se hur det blev.|{n} beslut kunde inte ångras: servern sa nej. Ladda om sidan och se hur det blev.',
  heldTooLate: 'Det gick inte att ångra: beslutet hade redan trätt i kraft.',
  heldUndone: 'Beslutet är ångrat: {title}.',
  heldUnknown:
    'Det är okänt om beslutet ångrades: inget svar kom. Det tas reda på.|Om {n} beslut är det okänt om de ångrades: inget svar kom. Det tas reda på.',
}
