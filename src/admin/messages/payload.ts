/** Our words in Payload's own dictionaries: key by key in each language of the admin. */
export const adminTranslations = {
  sv: { general: { true: 'Ja', false: 'Nej', untitled: 'Utan rubrik', noLabel: '–', noValue: '–' } },
  nb: { general: { true: 'Ja', false: 'Nei', untitled: 'Uten tittel', noLabel: '–', noValue: '–' } },
  en: { general: { true: 'Yes', false: 'No', untitled: 'No title yet', noLabel: '–', noValue: '–' } },
}
