/** The closed vocabulary of accessibility facts, for events and places. */
export const accessibilityFacts = {
  'step-free': { sv: 'Stegfritt', nb: 'Trinnfritt', en: 'Step-free' },
  'accessible-toilet': { sv: 'Tillgänglig toalett', nb: 'HC-toalett', en: 'Accessible toilet' },
  'hearing-loop': { sv: 'Hörslinga', nb: 'Teleslynge', en: 'Hearing loop' },
  'sign-language': { sv: 'Teckenspråkstolkning', nb: 'Tegnspråktolking', en: 'Sign language' },
  captions: { sv: 'Textning', nb: 'Teksting', en: 'Captions' },
  'audio-description': { sv: 'Syntolkning', nb: 'Synstolking', en: 'Audio description' },
  'easy-language': { sv: 'Lättläst språk', nb: 'Lettlest språk', en: 'Easy language' },
  'quiet-room': { sv: 'Lugnt rum', nb: 'Stille rom', en: 'Quiet space' },
  'assistance-dog': {
    sv: 'Assistanshund välkommen',
    nb: 'Førerhund velkommen',
    en: 'Assistance dogs welcome',
  },
  'accessible-parking': { sv: 'Parkering för rörelsehindrade', nb: 'HC-parkering', en: 'Accessible parking' },
} as const

export type AccessibilityFact = keyof typeof accessibilityFacts
