/** Our words in Payload's own dictionaries: key by key in each language of the admin. */
export const adminTranslations = {
  sv: {},
  nb: {},
  en: {},
}
