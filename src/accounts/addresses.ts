/** An address as two people would call it the same. */
export const foldedAddress = (address: string): string => address.trim().toLowerCase()

/** As RFC 5321 allows, without what nobody has: quoted names and addresses without a dot in the domain. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text)

/** Domains' own words before the @ that name a task. */
const tasks =
  /^(info|kontakt|contact|post|mail|epost|e-post|kommun|kommune|kultur|fritid|idrott|idrett|kansli|kontor|office|red|redaktion|redaksjon|press|presse|bibliotek|library|admin|support|service|servicecenter|kontaktcenter|turism|turisme|event|kalender|medborgare|registrator|postmottak|webb|web|styrelse|styre|ordforande|leder|kassor|kasserer|sekreterare|sekretaer|noreply)([._-].*)?$/

/**
 * Whether an address looks like a person's (`anna.berg@…`), which a role account had better not have: the address
 * would tell who it is. Only a hint: a role may be called by two words.
 */
export const looksLikeAPerson = (address: string): boolean => {
  const name = foldedAddress(address).split('@')[0] ?? ''
  return /^\p{L}{2,}[._-]\p{L}{2,}\d*$/u.test(name) && !tasks.test(name)
}
