import type { DemoEvent } from '../demo-shape.js'
import { allDay, once, type DemoDay } from '../demo-when.js'

const kultur = { organisation: 'kultur' } as const
/** Friday of the fjord days. */
const fjordDays = (plus = 0): DemoDay => ({ on: '08-06', weekday: 'FR', plus })

/** The fjord days: one umbrella and its parts. */
export const fjordDayEvents: DemoEvent[] = [
  {
    ...kultur,
    key: 'fjorddagene',
    place: 'kaien',
    title: 'Fjorddagene',
    categories: ['music', 'markets', 'family'],
    coOrganisers: ['korps'],
    pictures: ['fjord', 'rorbuer'],
    summary: 'Trebåter, konserter og fiskesuppe tre dager til ende.',
    body: [
      '## Praktisk',
      'Sentrum er bilfritt fra fredag ettermiddag, og pendelbuss går fra skolen hvert tjuende minutt.',
      '### Gratis og betalt',
      'Alt på kaien er gratis; båtturene koster det samme som rutebåten.',
      'Frivillige melder seg på [festivalsiden](https://www.fjordvik.example/fjorddagene).',
    ],
    when: allDay(fjordDays(), 3),
    translations: [
      {
        language: 'en',
        title: 'The Fjord Days',
        summary: 'Wooden boats, concerts and fish soup for three days on end.',
        body: ['Everything on the quay is free; boat trips cost the same as the scheduled ferry.'],
      },
    ],
  },
  {
    ...kultur,
    key: 'fjord-batparade',
    umbrella: 'fjorddagene',
    place: 'kaien',
    title: 'Fjorddagene: trebåtparade',
    categories: ['outdoors', 'family'],
    pictures: ['fjord'],
    summary: 'Førti seil og årer, ledet av losskøyta.',
    body: ['Best utsikt har du fra moloen, der speakeren forteller om hver båt.'],
    when: once(fjordDays(1), '12:00', '13:30'),
  },
  {
    organisation: 'korps',
    key: 'fjord-korps',
    umbrella: 'fjorddagene',
    place: 'kaien',
    title: 'Fjorddagene: korps mot kor',
    categories: ['music'],
    pictures: ['korps', 'kor'],
    summary: 'En duell i tre runder der publikum stemmer med applaus.',
    body: ['Taperen må servere vinneren vafler.'],
    when: once(fjordDays(), '19:00', '20:30'),
  },
  {
    ...kultur,
    key: 'fjord-suppe',
    umbrella: 'fjorddagene',
    place: 'kaien',
    title: 'Fjorddagene: suppekokekonkurranse',
    categories: ['markets'],
    pictures: ['brygge'],
    summary: 'Åtte lag, én torsk, hemmelig tilbehør.',
    body: ['Smaksprøvene er gratis til grytene er tomme, som regel etter tjue minutter.'],
    when: once(fjordDays(1), '15:00', '17:00'),
  },
  {
    ...kultur,
    key: 'fjord-natt',
    umbrella: 'fjorddagene',
    place: 'naustet',
    title: 'Fjorddagene: nattkonsert i Naustet',
    categories: ['music'],
    audiences: ['adults', 'youth'],
    age: [16, null],
    summary: 'Elektronisk musikk laget av lyder fra båtbyggeriet.',
    body: ['Sterke lysglimt forekommer.'],
    when: once(fjordDays(1), '22:00', '01:00', 1),
    price: 150,
    booking: { url: 'https://billetter.fjordvik.example/nattkonsert' },
  },
]
