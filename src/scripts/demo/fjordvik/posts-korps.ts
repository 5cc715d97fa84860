import type { DemoPost } from '../demo-shape.js'

const korps = { organisation: 'korps' } as const

/** What the school band writes. */
export const bandPosts: DemoPost[] = [
  {
    ...korps,
    key: 'musikanter',
    type: 'question',
    categories: ['music'],
    audiences: ['children'],
    title: 'Hvem vil spille tuba?',
    pictures: ['korps'],
    body: [
      'Tre blanke tubaer står ledige etter at storebrødrene begynte å studere.',
      'Du må ikke være stor, du må bare like å bestemme hvor gulvet er.',
    ],
  },
  {
    ...korps,
    key: 'uniformer',
    type: 'offer',
    categories: ['music', 'markets'],
    title: 'Gamle korpsjakker gis bort',
    body: [
      'Jakkene er marineblå, har messingknapper og lukter svakt av syttende mai.',
      'Barnehagene står først i køen, så teatergruppa.',
    ],
  },
  {
    ...korps,
    key: 'takk',
    type: 'news',
    categories: ['music'],
    title: 'Takk for rekordinnsats på loppemarkedet',
    body: [
      'Etter at alt var talt opp, satt vi igjen med nok til elleve nye instrumenter.',
      'Særlig takk til dere som kjørte tilhenger i to døgn.',
    ],
    fate: {
      outcome: 'approved-with-pending-edit',
      edit: {
        body: [
          'Etter at alt var talt opp, satt vi igjen med nok til tretten nye instrumenter, for det kom en gave på slutten.',
        ],
      },
    },
  },
  {
    ...korps,
    key: 'hus',
    type: 'dialogue',
    categories: ['music', 'civic'],
    title: 'Skal korpset øve på en annen dag enn håndballen?',
    body: [
      'Åtte musikanter må i dag velge mellom to ting de elsker.',
      'Vi har spurt klubben og vil gjerne høre fra flere familier før vi bytter.',
    ],
  },
  {
    ...korps,
    key: 'notesok',
    type: 'question',
    categories: ['music'],
    title: 'Har du noter liggende på loftet?',
    body: ['Vi leter etter tredje kornett til en marsj som korpset spilte på femtitallet.'],
    fate: { outcome: 'in-review' },
  },
  {
    ...korps,
    key: 'innsamling',
    type: 'offer',
    categories: ['music'],
    title: 'Kjøp dopapir til inntekt for korpset',
    body: ['En sekk rekker til påske for en familie på fire.'],
    fate: {
      outcome: 'removed',
      reason: 'no-advertising',
      message:
        'Varesalg på bestilling regnes som reklame i Community. Fortell gjerne om salget i et arrangement når dere står på stand.',
    },
  },
  {
    ...korps,
    key: 'dirigent',
    type: 'news',
    categories: ['music'],
    title: 'Ny dirigent på plass over nyttår',
    body: ['Juniorkorpset får endelig sin egen, utdannet ved musikkhøgskolen og oppvokst i nabobygda.'],
    fate: { outcome: 'draft' },
  },
  {
    ...korps,
    key: 'parkering',
    type: 'dialogue',
    categories: ['services'],
    title: 'Hvorfor får noen stå utenfor skolen hele dagen?',
    body: ['Det er alltid de samme to bilene, og alle vet hvem som eier dem.'],
    fate: {
      outcome: 'appealed',
      reason: 'respect',
      message: 'Teksten henger ut naboer. Skriv om parkeringen, ikke om hvem som parkerer.',
      appeal: 'Vi nevner ingen navn og ber bare om en løsning for instrumentbilen. Les den en gang til.',
    },
  },
]
