import type { DemoEvent } from '../demo-shape.js'
import { once, weekly } from '../demo-when.js'

const kultur = { organisation: 'kultur' } as const
const square = { ...kultur, place: 'stortorget', accessibility: ['step-free'] } satisfies Partial<DemoEvent>

/** Markets and feasts through the year. */
export const seasons: DemoEvent[] = [
  {
    ...square,
    key: 'lordagstorg',
    title: 'Lördagstorget',
    categories: ['markets'],
    pictures: ['torget'],
    summary: 'Grönsaker, ost, blommor och korv från gårdar inom fyra mils radie.',
    body: [
      'Odlare bokar bordsplats hos torgvakten i veckan före.',
      'På vintern står färre stånd, men potatisen och honungen är där.',
    ],
    when: weekly('SA', '09:00', '14:00', { breaks: [{ from: '12-24', to: '01-15' }] }),
  },
  {
    ...square,
    key: 'julmarknad',
    title: 'Julmarknad kring granen',
    categories: ['markets', 'family', 'music'],
    pictures: ['lyktor', 'torget'],
    summary: 'Femtio bord med hantverk, glögg vid brasan och ponnyridning bakom rådhuset.',
    body: [
      'Tomten tar emot önskelistor i bibliotekets entré mellan tolv och två.',
      'Gatan stängs för biltrafik hela dagen; bussarna stannar på Hamngatan.',
    ],
    when: once({ on: '12-11', weekday: 'SA', plus: 1 }, '11:00', '17:00'),
    coOrganisers: ['bibliotek'],
    translations: [
      {
        language: 'en',
        title: 'Christmas market around the tree',
        summary: 'Fifty craft stalls, mulled wine by the fire and pony rides behind the town hall.',
        body: ['Father Christmas receives wish lists in the library entrance between twelve and two.'],
      },
    ],
  },
  {
    ...square,
    key: 'advent',
    title: 'Ljuständning på första advent',
    categories: ['family', 'music'],
    pictures: ['lyktor'],
    summary: 'Granen tänds klockan fyra, och sedan alla lyktor längs Hamngatan.',
    body: [
      'Blåsorkestern värmer upp med marscher, och scouterna säljer marschaller.',
      'En trappfri yta är avdelad framför rådhuset för den som sitter.',
    ],
    when: once({ on: '11-27', weekday: 'SU' }, '15:30', '17:00'),
  },
  {
    ...square,
    key: 'valborg',
    title: 'Valborgsfirande med fackeltåg',
    categories: ['family', 'music'],
    summary: 'Fackeltåg från torget till elden på Strandängen.',
    body: [
      'Facklor delas ut till den som är över tolv; mindre barn får ljusstav.',
      'Lämna inget eget ris vid bålet, där bor igelkottar.',
    ],
    when: once({ on: '04-30' }, '19:30', '22:00'),
    areas: ['centrum', 'strandangen'],
  },
  {
    ...kultur,
    key: 'midsommar',
    place: 'hembygdsgarden',
    title: 'Midsommar i Ytterby',
    categories: ['family', 'music'],
    areas: ['ytterby'],
    summary: 'Vi klär stången på förmiddagen och dansar från klockan två.',
    body: [
      'Ta med blommor och filt; sill och potatis finns så länge grytan räcker.',
      'Extrabussar går från stationen klockan elva, tolv och ett.',
    ],
    when: once({ on: '06-19', weekday: 'FR' }, '10:00', '17:00'),
    priceNote: 'Lunchtallrik 95 kr, barn 45 kr.',
    capacityNote: 'Parkering på gärdet, följ vakterna.',
    translations: [
      {
        language: 'en',
        title: 'Midsummer in Ytterby',
        summary: 'We dress the maypole in the morning and dance from two o’clock.',
        body: ['Bring flowers and a blanket; herring and potatoes are served while they last.'],
      },
    ],
  },
  {
    ...square,
    key: 'loppis',
    title: 'Stora bakluckeloppisen',
    categories: ['markets'],
    pictures: ['torget'],
    summary: 'Åttio bilar, åttio bagageluckor.',
    body: ['Uppställning sker i turordning från klockan sju, utan förbokning och endast för privatpersoner.'],
    when: once({ on: '05-15', weekday: 'SA' }, '09:00', '13:00'),
    priceNote: 'Fritt för besökare. Säljplats 100 kr.',
  },
  {
    ...square,
    key: 'skordemarknad',
    title: 'Skördemarknad',
    categories: ['markets', 'family'],
    pictures: ['hostlov', 'torget'],
    summary: 'Äppelmust ur press, pumpavägning och kökets lärlingar som konserverar mot klockan.',
    body: [
      'Den som bär hit mer än tio kilo äpplen får musten med sig hem.',
      'Kompostgruppen byter daggmask mot kaffesump.',
    ],
    when: once({ on: '09-18', weekday: 'SA' }, '10:00', '15:00'),
  },
  {
    ...kultur,
    key: 'spokvandring',
    place: 'stortorget',
    title: 'Lyktvandring i gamla stan',
    categories: ['family', 'talks'],
    audiences: ['children', 'adults'],
    age: [7, null],
    pictures: ['lyktor'],
    summary: 'Sanna historier och några vi önskar vore det.',
    body: ['Turen går i barnens takt och slutar vid brandstationen, där någon väntar med varm choklad.'],
    when: once({ on: '10-31', weekday: 'FR' }, '18:30', '20:00'),
    price: 30,
    booking: { url: 'https://biljetter.hagby.example/lyktvandring' },
  },
  {
    ...kultur,
    key: 'snoskulptur',
    title: 'Snöskulpturer på isbanan',
    place: 'hagavallen',
    categories: ['family', 'outdoors'],
    audiences: ['children', 'youth'],
    pictures: ['vinterspar'],
    summary: 'Bygg i lag om högst fem. Spadar finns, snön kör vi dit.',
    body: ['Juryn består av förra årets vinnare, numera fyra och ett halvt år.'],
    when: once({ on: '02-25' }, '11:00', '15:00'),
    fate: {
      outcome: 'changes-requested',
      message:
        'Hör med IF Hagen att banan är fri den dagen och lägg till vad som händer om det är plusgrader.',
    },
  },
]
