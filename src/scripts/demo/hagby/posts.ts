import type { DemoPost } from '../demo-shape.js'

const kommun = { organisation: 'kultur' } as const

/** What the municipality writes. */
export const posts: DemoPost[] = [
  {
    ...kommun,
    key: 'vattenlacka',
    type: 'notice',
    importance: 'urgent',
    pinned: true,
    categories: ['services'],
    areas: ['norrby'],
    visibleUntil: 6,
    title: 'Koka vattnet i Norrby tills vidare',
    body: [
      'En huvudledning på Norrbygatan har gått av och vattnet kan ha förorenats när vi bytte rör.',
      '- Koka allt vatten som du dricker, lagar mat med eller borstar tänderna i',
      '- Du kan duscha och tvätta som vanligt',
      '- Tankar med rent vatten står vid Norrby bibliotek',
      'Provsvar väntas inom tre dygn och vi skriver här så fort vi vet.',
    ],
    translations: [
      {
        language: 'en',
        title: 'Boil your tap water in Norrby until further notice',
        body: [
          'A main pipe in Norrbygatan has burst and the water may have been contaminated during the repair.',
          'Boil all water for drinking, cooking and brushing teeth; showering is safe.',
          'Tanks of clean water stand outside Norrby library.',
        ],
      },
    ],
  },
  {
    ...kommun,
    key: 'snorojning',
    type: 'notice',
    importance: 'important',
    categories: ['services'],
    title: 'Flytta bilen på onsdag kväll',
    body: [
      'Natten mot torsdag fräser vi bort snövallarna på Storgatan, Lindvägen och Tallstigen.',
      'Bilar som står kvar efter klockan tio på kvällen flyttas till Hamngatans parkering utan avgift.',
    ],
    translations: [
      {
        language: 'en',
        title: 'Please move your car on Wednesday evening',
        body: ['Overnight we will remove the snow banks in Storgatan, Lindvägen and Tallstigen.'],
      },
    ],
  },
  {
    ...kommun,
    key: 'oversiktsplan',
    type: 'dialogue',
    importance: 'important',
    pinned: true,
    categories: ['civic'],
    title: 'Var ska Hagby växa? Säg vad du tycker om översiktsplanen',
    link: 'https://www.hagby.example/oversiktsplan',
    pictures: ['radhus'],
    body: [
      'Förslaget pekar ut mark för niohundra bostäder, de flesta mellan stationen och Norrby.',
      '## Tre frågor som vi vill ha svar på',
      '- Vilka stråk går du eller cyklar du på varje dag?',
      '- Vilken grönyta får inte bebyggas?',
      '- Vad saknar du där du bor?',
      'Synpunkter lämnas på [kommunens sida](https://www.hagby.example/oversiktsplan) eller på papper i rådhusets reception.',
    ],
  },
  {
    ...kommun,
    key: 'skolval',
    type: 'news',
    categories: ['civic', 'family'],
    audiences: ['children'],
    title: 'Så söker du förskoleklass till hösten',
    body: [
      'Ansökan är öppen hela januari, och datumet när du söker påverkar inte turordningen.',
      'Varje skola har en visningskväll; saknar du e-legitimation hjälper receptionen dig på plats.',
    ],
    fate: { outcome: 'scheduled', visibleFrom: { day: 21, time: '07:00' } },
  },
  {
    ...kommun,
    key: 'fritidsbank',
    type: 'offer',
    categories: ['sport', 'outdoors'],
    title: 'Låna skidor gratis i fjorton dagar',
    pictures: ['vinterspar'],
    body: [
      'Fritidsbanken har fått in sextio par nyvallade längdskidor i barnstorlekar.',
      'Du behöver varken medlemskap eller legitimation, bara ett förnamn till lånelappen.',
    ],
    translations: [
      {
        language: 'en',
        title: 'Borrow skis free of charge for a fortnight',
        body: [
          'The lending shop has received sixty pairs of freshly waxed cross-country skis in children’s sizes.',
        ],
      },
    ],
  },
  {
    ...kommun,
    key: 'bygglov',
    type: 'news',
    categories: ['civic', 'services'],
    title: 'Kortare väntan på bygglov',
    body: [
      'Två nya handläggare och en enklare blankett har minskat väntetiden från elva till sex veckor.',
      'Attefallshus och altaner går nu oftast igenom på tio arbetsdagar.',
    ],
  },
  {
    ...kommun,
    key: 'torgfraga',
    type: 'question',
    categories: ['civic', 'markets'],
    title: 'Ska lördagstorget ha öppet på kvällen i sommar?',
    pictures: ['torget'],
    body: [
      'Några odlare vill prova torsdagar mellan fem och åtta i stället för lördag förmiddag i juli.',
      'Vad skulle få dig att komma: musik, sittplatser, något att äta eller bara färska jordgubbar?',
    ],
  },
  {
    ...kommun,
    key: 'sopor',
    type: 'notice',
    categories: ['services'],
    title: 'Ändrade tömningsdagar kring jul och nyår',
    body: [
      'Kärl som brukar tömmas på fredagar töms en dag tidigare i båda veckorna.',
      'Pappersåtervinningen vid Stortorget får extra tömningar, så ställ inget på marken.',
    ],
  },
  {
    ...kommun,
    key: 'belysning',
    type: 'news',
    categories: ['services', 'outdoors'],
    areas: ['hagaskog'],
    title: 'Elljusspåret är tänt igen',
    body: [
      'Alla åttiotvå armaturer är utbytta mot lampor som dimras när ingen är i närheten.',
      'Spåret lyser från fem på morgonen till elva på kvällen.',
    ],
  },
  {
    ...kommun,
    key: 'feriejobb',
    type: 'offer',
    categories: ['civic'],
    audiences: ['youth'],
    title: 'Sök feriejobb i kommunen',
    body: [
      'Hundrafyrtio platser väntar på dig som går ut nian eller första året på gymnasiet.',
      '- Parklag och badvakter',
      '- Sommarläsare på förskolor',
      '- Teknikhjälp på äldreboenden',
      'Lottning sker i mars om fler söker än vi har platser.',
    ],
    fate: {
      outcome: 'approved-with-pending-edit',
      edit: {
        title: 'Sök feriejobb i kommunen: tjugo nya platser',
        body: ['Hundrasextio platser väntar, sedan även kyrkogårdsförvaltningen har anslutit sig.'],
      },
    },
  },
  {
    ...kommun,
    key: 'halka',
    type: 'notice',
    categories: ['services'],
    audiences: ['seniors'],
    title: 'Fri sand och broddar till äldre',
    body: [
      'Hämta en hink sand vid brandstationen när som helst på dygnet.',
      'Du som fyllt sextiofem får ett par broddar mot uppvisande av busskortet för seniorer.',
    ],
  },
]
