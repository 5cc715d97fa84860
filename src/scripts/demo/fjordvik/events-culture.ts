import type { DemoEvent } from '../demo-shape.js'
import { allDay, monthly, once, weekly, type Break } from '../demo-when.js'

const jul: Break = { from: '12-20', to: '01-06' }
const sommer: Break = { from: '06-18', to: '08-18' }
const library = { organisation: 'kultur', place: 'biblioteket' } as const
const naustet = {
  organisation: 'kultur',
  place: 'naustet',
  accessibility: ['step-free', 'hearing-loop', 'accessible-toilet'],
} satisfies Partial<DemoEvent>

/** Concerts, film and exhibitions in the culture house. */
export const culture: DemoEvent[] = [
  {
    ...naustet,
    key: 'korkonsert',
    title: 'Adventskonsert med bygdekorene',
    categories: ['music'],
    pictures: ['kor', 'lykter'],
    place: 'kirken',
    summary: 'Tre kor, to orgler og én stjernegutt på elleve år.',
    body: [
      'Kvinnekoret, mannskoret og det nye barnekoret synger hver for seg før de fyller midtgangen sammen.',
      'Ingen pause, kollekt til Frelsesarmeens matutdeling.',
    ],
    when: once({ on: '12-04', weekday: 'SU' }, '18:00', '19:15'),
    capacityNote: 'Dørene åpner en halvtime før.',
  },
  {
    ...naustet,
    key: 'korovelse',
    title: 'Kom og syng! Åpent kor',
    categories: ['music'],
    audiences: ['adults', 'seniors'],
    pictures: ['kor'],
    summary: 'Ingen opptaksprøve, ingen konserter, bare halvannen time sang.',
    body: ['Repertoaret bestemmes av hvem som kommer og hva pianisten husker.'],
    when: weekly('WE', '19:00', '20:30', { breaks: [jul, sommer] }),
  },
  {
    ...naustet,
    key: 'kino',
    title: 'Bygdekino',
    categories: ['stage'],
    audiences: ['adults', 'youth'],
    summary: 'Én familiefilm og én for voksne, annenhver søndag.',
    body: [
      'Programmet for måneden slås opp i vinduet og på [kulturhusets side](https://www.fjordvik.example/kino).',
      'Popkornmaskinen drives av tiendeklasse, som sparer til tur.',
    ],
    when: weekly('SU', '16:00', '21:00', { every: 2, breaks: [sommer] }),
    price: [90, 120],
  },
  {
    ...naustet,
    key: 'ungdomsklubb',
    title: 'Ungdomsklubben Låven',
    categories: ['family'],
    audiences: ['youth'],
    age: [13, 18],
    summary: 'Biljard, øvingsrom, sofakrok og middag til tjue kroner.',
    body: [
      'To ansatte er på jobb hver kveld, og de har hørt det meste før.',
      'Buss til Nordsida venter til dørene stenger.',
    ],
    when: weekly('FR', '18:00', '23:00', { breaks: [jul, sommer] }),
    announce: [{ status: 'cancelled', reason: 'venue', nth: 3 }],
  },
  {
    ...naustet,
    key: 'revy',
    title: 'Fjordvikrevyen: Stengt for arbeid',
    categories: ['stage', 'music'],
    summary: 'Tunnelen, fergekøen og den nye rundkjøringa får sitt pass påskrevet.',
    body: [
      'Femten amatører, fem sketsjer for mye og et husband med fire trekkspill.',
      'Ekstraforestillinger settes opp fortløpende når billettene tar slutt.',
    ],
    when: weekly(['FR', 'SA'], '19:00', '21:15', { first: 12, until: 104 }),
    price: [180, 280],
    booking: { url: 'https://billetter.fjordvik.example/revy' },
    capacityNote: '240 seter, nummerert.',
  },
  {
    ...naustet,
    key: 'utstilling-hav',
    title: 'Utstilling: Hav i hånda',
    categories: ['exhibition', 'family'],
    pictures: ['fjord'],
    summary: 'Drivtre, garnkuler, reinskåret plast: kunst av ting som fjorden leverte tilbake.',
    body: [
      'Alle skoleklasser har samlet og sortert, og to kunstnere har satt sammen.',
      'Du får ta på nesten alt.',
    ],
    when: allDay(15, 38),
    coOrganisers: ['korps'],
  },
  {
    ...naustet,
    key: 'utstilling-vev',
    title: 'Utstilling: Åkle etter åkle',
    categories: ['exhibition'],
    summary: 'Tretti vevde tepper fra fjordbygdene, det eldste eldre enn kirken.',
    body: ['Vevstolen i midten er i bruk; hver besøkende får slå inn én tråd.'],
    when: allDay(95, 42),
    fate: { outcome: 'scheduled', visibleFrom: { day: 60, time: '10:00' } },
  },
  {
    ...naustet,
    key: 'dans',
    title: 'Folkedanskveld med lærevillige spelemenn',
    categories: ['stage', 'music'],
    audiences: ['adults', 'youth'],
    summary: 'Reinlender, springar og en vals for pustens skyld.',
    body: [
      'Vi lærer trinnene den første halvtimen, så kom presis.',
      'Sko med glatt såle er lurt, tresko er det ikke.',
    ],
    when: monthly(4, 'TH', '19:00', '21:30', { breaks: [sommer, { from: '12-20', to: '12-31' }] }),
    price: 80,
  },
  {
    ...naustet,
    key: 'kvinnedag',
    title: '8. mars-samtale: Damene bak diskene',
    categories: ['talks', 'civic'],
    summary: 'Historien om hermetikkfabrikken, fortalt av arkivet og fire generasjoner.',
    body: ['Kvelden åpner med at sirena på fabrikktaket går, for første gang på førti år.'],
    when: once({ on: '03-08' }, '18:00', '20:00'),
  },
  {
    ...naustet,
    key: 'plate',
    title: 'Platemesse og byttekveld',
    categories: ['markets', 'music'],
    summary: 'Vinyl, kassetter og en spiller for å høre før du kjøper.',
    body: ['Bordplass er gratis for dem under tjue.'],
    when: once(66, '17:00', '21:00'),
    fate: {
      outcome: 'withdrawn',
      reason: 'organiser',
      explanation: 'Platemessa slås sammen med loppemarkedet i april.',
    },
  },
]
