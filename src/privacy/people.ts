/** Words of associations, places and roles: a name with one of them is nobody's. */
const notPeople =
  /f[öo]rening|klubb|club|lag(et)?\b|kår|korps|kansli|kontor|styrelse|styret|kommun|huset\b|museum|muse[et]|bibliotek|skol|skole|hall(en)?\b|kyrk|kirke|orkester|kör(en)?\b|kor(et)?\b|teater|center|senter|stiftelse|byrå|tjänst|tjeneste|ansvarig|ansvarlig|ledare|leder|ordförande|kassör|sekreterare|utvalg|nämnd|team|grupp|info|kontakt|kultur|fritid|sport|idrott|bokning|booking|press|post|mail|admin|kundtj/i

/** Whether a text reads as a person's name: two to four words that begin with a capital and go on in small letters. */
export function looksLikeName(text: string): boolean {
  const name =
    /^\p{Lu}\p{Ll}+(-\p{Lu}?\p{Ll}+)?(\s+(\p{Lu}\.|(af|av|von|de|di|el)|\p{Lu}\p{Ll}+(-\p{Lu}?\p{Ll}+)?)){1,4}$/u
  return name.test(text.trim()) && !notPeople.test(text)
}

/** Whether an e-mail address reads as a person's (`anna.svensson@`) and not as that of a role (`kansli@`). */
export function looksLikePersonsAddress(address: string): boolean {
  const [local = ''] = address.split('@')
  return /^\p{L}{2,}[._-]\p{L}{2,}\d{0,4}$/u.test(local) && !notPeople.test(local)
}
