import type { DemoEvent } from '../demo-shape.js'
import { allDay, monthly, weekly } from '../demo-when.js'

const magasinet = {
  organisation: 'kultur',
  place: 'magasinet',
  accessibility: ['step-free', 'hearing-loop', 'accessible-toilet'],
} satisfies Partial<DemoEvent>

/** Exhibitions, courses and open afternoons. */
export const cultureCourses: DemoEvent[] = [
  {
    ...magasinet,
    key: 'korhelg',
    title: 'Sjung-tillsammans-helg',
    categories: ['music', 'courses'],
    audiences: ['adults', 'seniors'],
    summary: 'Kom utan körvana på lördagen, sjung fyrstämmigt på söndagen.',
    body: [
      'Noter delas ut, men allt lärs in på gehör.',
      '- Lördag: andning, rundsånger och stämmor',
      '- Söndag: repetition och öppen kyrkokonsert',
    ],
    when: allDay({ on: '03-20', weekday: 'SA' }, 2),
    price: 350,
    capacityNote: '80 deltagare.',
    booking: { url: 'https://biljetter.hagby.example/korhelg' },
    fate: { outcome: 'in-review' },
  },
  {
    ...magasinet,
    key: 'akvarell',
    title: 'Utställning: Akvareller från åstranden',
    categories: ['exhibition'],
    summary: 'Studiecirkelns deltagare visar ett års målande vid samma åkrök.',
    body: [
      'Trettio blad, trettio sorters väder.',
      'Foajén är öppen när det är föreställning samt onsdag till söndag mitt på dagen.',
    ],
    when: allDay(40, 31),
  },
  {
    ...magasinet,
    key: 'textil',
    title: 'Utställning: Lappat och lagat',
    categories: ['exhibition', 'courses'],
    summary: 'Kläder som har fått leva om sitt liv, och ett långt bord där du kan laga dina egna.',
    body: [
      'Symaskiner, stoppgarn och en kunnig syslöjdslärare finns på plats lördagar elva till tre.',
      'Plaggen kommer från hushåll i hela kommunen och bär sina historier på etiketter.',
    ],
    when: allDay(110, 52),
    fate: { outcome: 'scheduled', visibleFrom: { day: 75, time: '09:00' } },
  },
  {
    ...magasinet,
    key: 'keramik',
    title: 'Keramik för nyfikna',
    categories: ['courses'],
    audiences: ['adults'],
    summary: 'Sex onsdagar i verkstaden bakom scenen. Lera, glasyr och bränning ingår.',
    body: [
      'Du hinner med en skål, två koppar och minst ett misslyckande.',
      'Verkstaden ligger en halvtrappa ned och har ramp från gården.',
    ],
    when: weekly('WE', '18:00', '20:30', { first: 10, until: 112 }),
    price: 950,
    capacityNote: '10 platser.',
    booking: { url: 'https://biljetter.hagby.example/keramik', closes: { day: 60, time: '16:00' } },
  },
  {
    ...magasinet,
    key: 'seniordans',
    title: 'Eftermiddagsdans till levande musik',
    categories: ['stage', 'music'],
    audiences: ['seniors'],
    summary: 'Foxtrot, bugg och schottis på blankt golv. Singel eller par, förare eller följare.',
    body: ['Dansvärdar bjuder upp dem som sitter för länge.', 'Smörgås och kaffe kostar fyrtio kronor.'],
    when: monthly(3, 'SU', '15:00', '18:00', {
      breaks: [
        { from: '06-15', to: '08-15' },
        { from: '12-20', to: '12-31' },
      ],
    }),
    price: 60,
    announce: [{ status: 'cancelled', reason: 'illness', nth: 2 }],
  },
  {
    ...magasinet,
    key: 'finska',
    title: 'Suomi-kahvila: finsk eftermiddag',
    categories: ['talks', 'music'],
    audiences: ['seniors', 'adults'],
    summary: 'Kaffe, korvapuusti och allsång på finska för alla som vill höra eller tala språket.',
    body: [
      'Kommunen är förvaltningsområde för finska, och träffen leds av äldreomsorgens finskspråkiga personal.',
      'Tervetuloa!',
    ],
    when: monthly(2, 'WE', '14:00', '16:00', { breaks: [{ from: '06-15', to: '08-15' }] }),
  },
  {
    organisation: 'kultur',
    key: 'rollspel',
    title: 'Rollspelskväll på fritidsgården',
    categories: ['stage', 'courses'],
    audiences: ['youth'],
    age: [12, 18],
    areas: ['norrby'],
    summary: 'Drakar, detektiver och tärningar med tjugo sidor.',
    body: ['Nybörjarbordet leds av en spelledare som aldrig har dödat en rollperson första kvällen.'],
    when: weekly('FR', '18:00', '22:00', { breaks: [{ from: '06-10', to: '08-20' }] }),
    address: {
      name: 'Fritidsgården Kvarnen',
      address: 'Norrbygatan 20, Norrby',
      latitude: 59.1191,
      longitude: 17.2171,
    },
    fate: {
      outcome: 'withdrawn',
      reason: 'organiser',
      explanation:
        'Fritidsgårdens lokaler renoveras. Gruppen träffas under tiden på Norrby bibliotek och kommer tillbaka i kalendern när datum är klart.',
    },
  },
]
