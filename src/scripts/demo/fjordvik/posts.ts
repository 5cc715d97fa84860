import type { DemoPost } from '../demo-shape.js'

const kommune = { organisation: 'kultur' } as const

/** What the municipality writes. */
export const posts: DemoPost[] = [
  {
    ...kommune,
    key: 'rasfare',
    type: 'notice',
    importance: 'urgent',
    pinned: true,
    categories: ['services'],
    areas: ['nordsida'],
    visibleUntil: 4,
    title: 'Nordsidevegen er stengt på grunn av rasfare',
    body: [
      'Geologene vurderer skråningen ved Svartneset på nytt i morgen tidlig.',
      '- Skoleskyss går med båt fra Nordsida kai klokka 07.40',
      '- Hjemmesykepleien kommer sjøvegen',
      '- Er du usikker på om huset ditt ligger i faresonen, møt opp på grendehuset',
      'Neste melding kommer her klokka åtte i kveld.',
    ],
    translations: [
      {
        language: 'en',
        title: 'Nordsidevegen is closed because of landslide risk',
        body: [
          'Geologists will assess the slope at Svartneset again tomorrow morning.',
          'The school run goes by boat from Nordsida quay; home care arrives by sea.',
        ],
      },
    ],
  },
  {
    ...kommune,
    key: 'stromstans',
    type: 'notice',
    importance: 'important',
    categories: ['services'],
    areas: ['bakkelia'],
    title: 'Planlagt strømstans i Bakkelia natt til tirsdag',
    body: [
      'Nettselskapet bytter trafo mellom klokka ett og fem.',
      'Har du medisinsk utstyr som trenger strøm, tar tjenestekontoret kontakt på forhånd.',
    ],
  },
  {
    ...kommune,
    key: 'kulturplan',
    type: 'dialogue',
    importance: 'important',
    pinned: true,
    categories: ['civic', 'music'],
    title: 'Hva skal Naustet være om ti år?',
    link: 'https://www.fjordvik.example/kulturplan',
    pictures: ['rorbuer'],
    body: [
      'Kulturplanen skal skrives på nytt, og vi begynner med blanke ark på veggen i foajeen.',
      '## Skriv til oss om',
      '- noe du savner på scenen',
      '- et rom du ville brukt hver uke',
      '- det som aldri må endres',
      'Alle innspill blir lest høyt i kulturutvalget.',
    ],
  },
  {
    ...kommune,
    key: 'barnehageopptak',
    type: 'news',
    categories: ['civic', 'family'],
    audiences: ['preschool'],
    title: 'Hovedopptaket til barnehagene åpner',
    body: [
      'Søknadsfristen er første mars, og alle med rett til plass får svar før påske.',
      'Åpen barnehage på Nordsida utvider samtidig til tre dager i uka.',
    ],
  },
  {
    ...kommune,
    key: 'ny-ferge',
    type: 'news',
    categories: ['services'],
    areas: ['holmen'],
    title: 'Elektrisk ferge til Holmen fra neste måned',
    pictures: ['fjord'],
    body: [
      'Overfarten tar fortsatt elleve minutter, men nå uten motordur.',
      'Siste avgang på fredager flyttes til halv tolv etter ønske fra ungdomsrådet.',
    ],
    translations: [
      {
        language: 'en',
        title: 'Electric ferry to Holmen from next month',
        body: ['The crossing still takes eleven minutes, but without engine noise.'],
      },
    ],
  },
  {
    ...kommune,
    key: 'utstyr',
    type: 'offer',
    categories: ['outdoors', 'sport'],
    title: 'Lån telt, pulk og kajakk på biblioteket',
    body: [
      'Lånetida er én uke, og kajakk krever at du har våttkort.',
      'Pulken er populær, så bestill den før vinterferien.',
    ],
  },
  {
    ...kommune,
    key: 'gratis-bad',
    type: 'offer',
    categories: ['sport', 'family'],
    audiences: ['children', 'youth'],
    title: 'Gratis svømming i vinterferien',
    body: ['Skolebassenget holder åpent for alle under atten, med badevakt og flyteleker.'],
  },
  {
    ...kommune,
    key: 'benk',
    type: 'question',
    categories: ['civic', 'outdoors'],
    audiences: ['seniors'],
    title: 'Hvor mangler det en benk?',
    body: [
      'Vi har penger til femten nye benker med ryggstøtte og armlener.',
      'Marker stedet på kartet i kommunehuset, eller fortell oss hvor du pleier å snu.',
    ],
  },
  {
    ...kommune,
    key: 'avfall',
    type: 'notice',
    categories: ['services'],
    title: 'Hytterenovasjonen stenger for vinteren',
    body: [
      'Konteinerne på Holmen hentes inn når ferga går over til vinterrute.',
      'Julepapir med glitter hører hjemme i restavfallet.',
    ],
  },
  {
    ...kommune,
    key: 'velkomstsider',
    type: 'question',
    categories: ['civic'],
    audiences: ['newcomers'],
    language: 'en',
    title: 'New in Fjordvik? Tell us what was hard to find out',
    body: [
      'We are rewriting the welcome pages and would like to start with your questions, not our answers.',
      'Come by the service desk, or write in any language.',
    ],
  },
  {
    ...kommune,
    key: 'bibliotekapent',
    type: 'news',
    categories: ['books'],
    pictures: ['boker'],
    title: 'Biblioteket åpner dørene på søndager',
    body: [
      'Mellom tolv og fire er det nå bemannet, med kaffe og brettspill på langbordet.',
      'Tilbudet er en prøveordning fram til sommeren.',
    ],
  },
  {
    ...kommune,
    key: 'tilskudd',
    type: 'news',
    categories: ['civic'],
    title: 'Søk om tilskudd til lag og foreninger',
    body: [
      'Potten er på ni hundre tusen kroner, og aktivitet for barn går først.',
      'Foreninger med mindre enn tjue medlemmer kan bruke et forenklet regnskap.',
    ],
    fate: { outcome: 'scheduled', visibleFrom: { day: 14, time: '08:00' } },
  },
]
