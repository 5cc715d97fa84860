import type { DemoEvent } from '../demo-shape.js'
import { weekly, type Break } from '../demo-when.js'

const christmas: Break = { from: '12-20', to: '01-08' }
const summer: Break = { from: '06-15', to: '08-14' }

/** IF Hagen’s weekly trainings for grown-ups. */
export const adultTrainings: DemoEvent[] = [
  {
    key: 'gafotboll',
    organisation: 'ifhagen',
    title: 'Gåfotboll på Hagavallen',
    categories: ['sport'],
    audiences: ['seniors', 'adults'],
    age: [55, null],
    summary: 'Fotboll i gångtempo för dig som har fyllt femtiofem. Inga förkunskaper.',
    body: [
      'Ingen springer, ingen tacklar och resultatet glöms bort innan kaffet är uppdrucket.',
      'I november flyttar vi in i sporthallen när planen är för blöt; titta här före avfärd.',
    ],
    when: weekly('TH', '10:00', '11:15', {
      breaks: [christmas],
      moved: [
        {
          nth: 3,
          from: '13:00',
          to: '14:15',
          place: 'sporthallen',
          note: 'Planen är upptagen av skolans friluftsdag; vi spelar inne efter lunch i stället.',
        },
      ],
    }),
    place: 'hagavallen',
    pictures: ['fotboll'],
    accessibility: ['step-free'],
  },
  {
    key: 'cirkelpass',
    organisation: 'ifhagen',
    title: 'Cirkelpass med start från noll',
    categories: ['sport'],
    audiences: ['adults'],
    summary: 'Styrka och kondition i tolv stationer. Du väljer vikt och tempo själv.',
    body: [
      'Varje station har en lätt, en mellan och en svettig variant, uppritade på en skylt.',
      'Passet är en timme blankt, inklusive nedvarvning på matta.',
    ],
    when: weekly('MO', '19:00', '20:00', { breaks: [christmas, { from: '07-01', to: '08-05' }] }),
    place: 'sporthallen',
    price: 60,
    priceNote: 'Medlemmar gratis. Kort eller Swish i kiosken.',
  },
  {
    key: 'stolgympa',
    organisation: 'ifhagen',
    title: 'Stolgympa med kaffe',
    categories: ['sport'],
    audiences: ['seniors'],
    coOrganisers: ['bibliotek'],
    summary: 'Rörelser sittande eller stående bakom stolen, till dansbandsmusik.',
    body: [
      'Axlar, höfter, balans och ett gott skratt; sedan dukar vi fram kaffe i bibliotekets läshörna.',
      'Rullstol, rollator och käpp är lika självklara som gympaskor.',
    ],
    when: weekly('WE', '10:30', '11:30', { breaks: [christmas, summer] }),
    place: 'biblioteket',
    accessibility: ['step-free', 'hearing-loop', 'accessible-toilet'],
  },
  {
    key: 'motionsgrupp',
    organisation: 'ifhagen',
    title: 'Löpgruppen Lagom',
    categories: ['sport', 'outdoors'],
    audiences: ['adults'],
    areas: ['strandangen'],
    summary: 'Vi springer fem kilometer längs ån och väntar in varandra vid broarna.',
    body: [
      'Tempot sätts av den som har tyngst andhämtning den dagen.',
      'Reflexväst är ett krav när det är mörkt, och några extra hänger i väskan.',
    ],
    when: weekly('TH', '18:30', '19:30'),
    address: {
      name: 'Strandängens parkering',
      address: 'Åvägen 12, Hagby',
      latitude: 59.0951,
      longitude: 17.2122,
    },
  },
  {
    key: 'simskola-vuxna',
    organisation: 'ifhagen',
    title: 'Vattenvana för vuxna',
    categories: ['sport', 'courses'],
    audiences: ['adults', 'newcomers'],
    summary: 'Tio onsdagskvällar i grund bassäng för dig som aldrig fick lära dig simma.',
    body: [
      'Vi börjar med att andas ut under vattnet och slutar när du flyter av dig själv.',
      'Damgrupp varannan vecka, med endast kvinnliga ledare.',
    ],
    when: weekly('WE', '20:00', '21:00', { first: 8, until: 126 }),
    address: { name: 'Ådalsbadet', address: 'Badvägen 3, Hagby', latitude: 59.1066, longitude: 17.2098 },
    fate: {
      outcome: 'changes-requested',
      message:
        'Fint initiativ! Skriv ut vad kursen kostar och om bassängen har lyft, så kan vi publicera. Det står också "damgrupp varannan vecka" utan att det framgår vilka veckor.',
    },
  },
]
