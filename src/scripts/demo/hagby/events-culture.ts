import type { DemoEvent } from '../demo-shape.js'
import { monthly, once, weekly } from '../demo-when.js'

const magasinet = {
  organisation: 'kultur',
  place: 'magasinet',
  accessibility: ['step-free', 'hearing-loop', 'accessible-toilet'],
} satisfies Partial<DemoEvent>

/** Concerts, theatre and film. */
export const culture: DemoEvent[] = [
  {
    ...magasinet,
    key: 'luciakonsert',
    title: 'Luciakonsert med kulturskolans körer',
    categories: ['music', 'family'],
    summary:
      'Hundra sångare, levande ljus och en tärna som alltid svimmar på repetitionen men aldrig på konserten.',
    body: [
      'Konserten ges två gånger samma kväll, med samma program.',
      'Biljetterna släpps två veckor i förväg på [kulturbiljetter](https://biljetter.hagby.example/lucia).',
    ],
    when: once({ on: '12-13' }, '17:00', '18:00'),
    pictures: ['lyktor'],
    price: [0, 80],
    priceNote: 'Under 18 år gratis.',
    booking: { url: 'https://biljetter.hagby.example/lucia' },
    capacityNote: '320 platser.',
    translations: [
      {
        language: 'en',
        title: 'Lucia concert with the music school choirs',
        summary: 'A hundred singers and real candles on the darkest evening of the year.',
        body: [
          'The concert is given twice on the same evening with the same programme.',
          'The songs are in Swedish; a leaflet in English explains the tradition.',
        ],
      },
    ],
  },
  {
    ...magasinet,
    key: 'jazz',
    title: 'Torsdagsjazz i foajén',
    categories: ['music'],
    audiences: ['adults', 'seniors'],
    summary: 'Kulturskolans lärare spelar standardlåtar medan du äter kvällens soppa.',
    body: [
      'Musiken börjar när köket har hunnit ifatt, oftast en kvart över sex.',
      'Ta med instrument om du vill sitta in på sista setet.',
    ],
    when: monthly(2, 'TH', '18:00', '20:30', { breaks: [{ from: '06-10', to: '08-31' }] }),
    pictures: ['scen'],
    priceNote: 'Soppa 75 kr.',
  },
  {
    ...magasinet,
    key: 'barnteater',
    title: 'Barnteater: Pappersdraken',
    categories: ['stage', 'family'],
    audiences: ['preschool', 'children'],
    age: [4, 8],
    summary: 'En ensam drake av papper letar efter någon som vågar hålla i snöret.',
    body: [
      'Gästspel utan ord, så språket hemma spelar ingen roll.',
      'Publiken sitter på kuddar på scenen och draken flyger över den.',
    ],
    when: once(13, '14:00', '14:45'),
    pictures: ['scen'],
    price: 60,
    capacityNote: '90 platser.',
    booking: { url: 'https://biljetter.hagby.example/pappersdraken' },
  },
  {
    ...magasinet,
    key: 'filmstudio',
    title: 'Hagby filmstudio',
    categories: ['stage'],
    audiences: ['adults'],
    summary: 'Varannan måndag: en film som aldrig kom till köpcentrets biograf.',
    body: [
      'Kvällens film presenteras muntligt i fem minuter, eftersnacket tar så lång tid det tar.',
      'Alla filmer visas med svensk text.',
    ],
    when: weekly('MO', '19:00', '21:30', {
      every: 2,
      breaks: [
        { from: '12-18', to: '01-10' },
        { from: '05-20', to: '09-05' },
      ],
    }),
    price: 90,
    priceNote: 'Säsongskort 600 kr.',
  },
  {
    ...magasinet,
    key: 'syntolkad',
    title: 'Matinéfilm med dämpat ljud och tänt ljus',
    categories: ['stage', 'family'],
    summary: 'Film för den som behöver resa sig, prata lite och slippa överraskningar.',
    body: [
      'Inga trailrar visas, dörren står öppen och det finns ett stilla rum bredvid.',
      'En innehållsbeskrivning scen för scen går att läsa i förväg på kultursidan.',
    ],
    when: monthly(4, 'SU', '13:00', '15:00'),
    price: 40,
    accessibility: ['step-free', 'hearing-loop', 'accessible-toilet', 'quiet-room', 'captions'],
  },
  {
    ...magasinet,
    key: 'nyarskonsert',
    title: 'Nyårskonsert med Hagby blåsorkester',
    categories: ['music'],
    summary: 'Wienervals, filmmusik och en polka som publiken får dirigera.',
    body: [
      'I pausen bjuder orkestern på cider med eller utan alkohol.',
      'Hörslinga finns i hela salongen, bäst hörs den på rad sju.',
    ],
    when: once({ on: '01-02', weekday: 'SU' }, '15:00', '17:00'),
    pictures: ['scen'],
    price: [80, 160],
    booking: {
      url: 'https://biljetter.hagby.example/nyar',
      closes: { day: { on: '01-02', weekday: 'SU', plus: -1 }, time: '20:00' },
    },
  },
  {
    ...magasinet,
    key: 'standup',
    title: 'Ung scen: musik, dans och ståupp',
    categories: ['stage', 'music'],
    audiences: ['youth'],
    age: [13, 20],
    summary: 'Niondeklassare, debutanter och några som har gjort det här förut.',
    body: [
      'Alla som anmäler sig får stå på scen; ljud och ljus sköts av gymnasiets teknikelever.',
      'Två akter väljs ut till länsfinalen i mars.',
    ],
    when: once({ on: '02-05', weekday: 'FR' }, '18:30', '21:30'),
    pictures: ['scen'],
  },
  {
    ...magasinet,
    key: 'varkonsert',
    title: 'Kulturskolans vårkonsert',
    categories: ['music', 'family'],
    summary: 'Från första fiolstråket till avgångselevernas kammarmusik.',
    body: [
      'Programmet är långt, så det går bra att smyga in och ut mellan numren.',
      'Instrumentprovning i foajén en timme före: lämna läppavtryck på en tuba.',
    ],
    when: once({ on: '05-20', weekday: 'TH' }, '18:00', '20:00'),
    pictures: ['scen'],
  },
]
