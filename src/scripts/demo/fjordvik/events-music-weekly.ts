import type { DemoEvent } from '../demo-shape.js'
import { once, weekly, type Break } from '../demo-when.js'

const jul: Break = { from: '12-19', to: '01-05' }
const sommer: Break = { from: '06-20', to: '08-18' }
const korps = { organisation: 'korps' } as const

/** The school band’s rehearsals and courses. */
export const bandWeek: DemoEvent[] = [
  {
    ...korps,
    key: 'aspirantovelse',
    title: 'Øvelse for aspirantene',
    categories: ['music'],
    audiences: ['children'],
    age: [8, 10],
    place: 'skolen',
    pictures: ['korps'],
    summary: 'For deg som nettopp har fått instrument. Vi begynner med én tone og ender med en marsj.',
    body: [
      'Instrumentet låner du av korpset så lenge du er med.',
      'Foresatte kan sitte bakerst i musikkrommet de første ukene.',
    ],
    when: weekly('TU', '17:00', '18:00', { breaks: [jul, sommer, { from: '10-04', to: '10-10' }] }),
    price: 600,
    priceNote: 'Per halvår; søskenmoderasjon.',
    accessibility: ['step-free', 'accessible-toilet'],
    translations: [
      {
        language: 'en',
        title: 'Rehearsal for beginners',
        summary: 'For those who have just got an instrument. We start with one note and end with a march.',
        body: ['The band lends you an instrument for as long as you take part.'],
      },
    ],
  },
  {
    ...korps,
    key: 'juniorovelse',
    title: 'Juniorkorpset øver',
    categories: ['music'],
    audiences: ['children'],
    age: [10, 13],
    place: 'skolen',
    summary: 'Samspill, takttelling og brødskiver i pausen.',
    body: [
      'Nye musikanter blir med på prøve i fire uker før de melder seg inn.',
      'Slagverkerne møter et kvarter før for å rigge.',
    ],
    when: weekly('TU', '18:00', '19:15', {
      breaks: [jul, sommer],
      moved: [
        {
          nth: 2,
          place: 'grendehuset',
          note: 'Musikkrommet males; vi øver i grendehuset denne gangen. Felles skyss fra skolen.',
        },
      ],
    }),
  },
  {
    ...korps,
    key: 'hovedkorps',
    title: 'Hovedkorpset øver',
    categories: ['music'],
    audiences: ['youth'],
    age: [13, 19],
    place: 'skolen',
    pictures: ['korps'],
    summary: 'To og en halv time med pause. Voksne gjester får låne notestativ.',
    body: [
      'Vårens repertoar er filmmusikk, en slåttesuite og konkurransestykket som ingen får nynne på utenfor øvingslokalet.',
      'Gruppeøvelse ved instruktør annenhver uke fra klokka fem.',
    ],
    when: weekly('TH', '18:30', '21:00', { breaks: [jul, sommer], skip: [5] }),
    announce: [{ status: 'cancelled', reason: 'illness', nth: 1 }],
  },
  {
    ...korps,
    key: 'drill',
    title: 'Drilltropp for nybegynnere',
    categories: ['music', 'sport'],
    audiences: ['children'],
    age: [7, 12],
    place: 'skolen',
    summary: 'Stav, takt og formasjoner i gymsalen.',
    body: [
      'Staver i tre lengder ligger klare i kurven.',
      'Troppen får sin første oppvisning i juletretenningen.',
    ],
    when: weekly('MO', '17:30', '18:30', { breaks: [jul, sommer] }),
    price: 500,
    priceNote: 'Per halvår.',
  },
  {
    ...korps,
    key: 'prov-instrument',
    title: 'Prøv et instrument',
    categories: ['music', 'family'],
    audiences: ['children'],
    place: 'skolen',
    pictures: ['korps'],
    summary: 'Blås, slå og trykk på alt vi har i instrumentlageret.',
    body: [
      'En musikant står ved hvert bord og viser hvordan du får lyd.',
      'Munnstykkene vaskes mellom hver prøve.',
    ],
    when: once({ on: '09-01', weekday: 'WE' }, '17:30', '19:00'),
  },
  {
    ...korps,
    key: 'mai-ovelse',
    title: 'Marsjøvelse i gatene',
    categories: ['music'],
    areas: ['sentrum', 'bakkelia'],
    place: 'skolen',
    summary: 'Korpset går runden Skulevegen, Torget og Strandgata fem mandager før nasjonaldagen.',
    body: [
      'Bilister må regne med korte stopp bak fanen.',
      'Naboer som jobber natt, kan be om stille passering hos styret.',
    ],
    when: weekly('MO', '18:00', '19:00', {
      start: { on: '04-12', weekday: 'MO' },
      until: { on: '04-12', weekday: 'MO', plus: 28 },
    }),
  },
  {
    ...korps,
    key: 'dirigentkurs',
    title: 'Dirigentkurs for ungdom',
    categories: ['courses', 'music'],
    audiences: ['youth'],
    age: [15, 19],
    place: 'naustet',
    summary: 'Tre lørdager med taktstokk og speil.',
    body: ['Juniorkorpset er øvingsorkester og lover å følge selv de rareste slagene.'],
    when: weekly('SA', '10:00', '14:00', { first: 11, until: 98 }),
    capacityNote: '8 plasser.',
    price: 300,
    fate: { outcome: 'in-review' },
  },
]
