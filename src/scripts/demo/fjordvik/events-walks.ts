import type { DemoEvent } from '../demo-shape.js'
import { once, weekly } from '../demo-when.js'

const kultur = { organisation: 'kultur' } as const
const turlag = { organisation: 'turlag' } as const

/** Walks, work parties and nights outdoors. */
export const walks: DemoEvent[] = [
  {
    ...kultur,
    key: 'skidag',
    title: 'Familiedag i lysløypa',
    categories: ['outdoors', 'family'],
    areas: ['bakkelia'],
    pictures: ['skilype'],
    summary: 'Rebusløp, akebakke og pølser på bål.',
    body: [
      'Utlån av ski og akebrett fra klokka ti.',
      'Lengde: halvannen kilometer, lett. Ta med sitteunderlag og kopp.',
    ],
    when: once({ on: '02-13', weekday: 'SU' }, '11:00', '14:00'),
    address: {
      name: 'Bakkelia lysløype',
      address: 'Lysløypevegen 1, Bakkelia',
      latitude: 61.0601,
      longitude: 5.6188,
    },
  },
  {
    ...kultur,
    key: 'lysloype',
    title: 'Natt i lysløypa når klokka stilles',
    categories: ['outdoors'],
    audiences: ['youth', 'adults'],
    pictures: ['skilype'],
    summary: 'Stafett fra lørdag kveld til søndag morgen. En time mer eller mindre, det er spørsmålet.',
    body: [
      'Minst én fra hvert lag er ute i løypa til enhver tid, til fots eller på ski etter føret.',
      'Lengde per runde: 1,5 kilometer, lett. Ta med hodelykt, skift og sovepose.',
    ],
    when: once({ clockChange: -1 }, '22:00', '06:00', 1),
    address: {
      name: 'Bakkelia lysløype',
      address: 'Lysløypevegen 1, Bakkelia',
      latitude: 61.0601,
      longitude: 5.6188,
    },
  },
  {
    ...kultur,
    key: 'paskeegg',
    title: 'Påskeeggjakt på Holmen',
    categories: ['family', 'outdoors'],
    audiences: ['children'],
    areas: ['holmen'],
    pictures: ['rorbuer'],
    summary: 'Ta ferga over, finn sju gule egg, løs koden.',
    body: [
      'Natursti med spørsmål, uten bratte partier, to kilometer tur-retur.',
      'Støvler anbefales på myra.',
    ],
    when: once({ easter: -1 }, '11:00', '14:00'),
    address: {
      name: 'Holmen fergekai',
      address: 'Holmevegen 1, Holmen',
      latitude: 61.0421,
      longitude: 5.5702,
    },
  },
  {
    ...kultur,
    key: 'kystrydd',
    title: 'Strandryddedag',
    categories: ['outdoors', 'civic'],
    pictures: ['rorbuer'],
    summary: 'Sekker og hansker deles ut på kaien, gryterett venter når du er tilbake.',
    body: ['Vi veier alt og setter årets tall på tavla, i håp om at det går ned.'],
    when: once({ on: '04-24', weekday: 'SA' }, '10:00', '15:00'),
    place: 'kaien',
  },
  {
    ...turlag,
    key: 'tur-vardefjellet',
    title: 'Fellestur til Vardefjellet',
    categories: ['outdoors'],
    audiences: ['adults'],
    summary: 'Middels krevende tur på tolv kilometer med sju hundre høydemeter.',
    body: ['Ta med fjellsko, vindtøy og mat for sju timer.', 'Turen snur ved vannet dersom tåka ligger.'],
    when: once({ on: '06-12', weekday: 'SA' }, '09:00', '16:00'),
    address: {
      name: 'Parkeringa i Bakkelia',
      address: 'Bakkelivegen 90, Bakkelia',
      latitude: 61.0622,
      longitude: 5.6211,
    },
  },
  {
    ...turlag,
    key: 'tirsdagstur',
    title: 'Tirsdagstur for pensjonister',
    categories: ['outdoors'],
    audiences: ['seniors'],
    summary: 'Lett tur på fire kilometer i rolig tempo.',
    body: ['Kaffe på egen termos, kake på rundgang.', 'Vi møtes ved kirken og deler biler derfra.'],
    when: weekly('TU', '10:30', '13:00', { breaks: [{ from: '12-15', to: '01-10' }] }),
    place: 'kirken',
  },
  {
    ...turlag,
    key: 'dugnad',
    title: 'Dugnad på stien over Bakkelia',
    categories: ['outdoors'],
    areas: ['bakkelia'],
    summary: 'Klopper, merking og grøfting; spade og arbeidshansker trengs.',
    body: ['To kilometer inn med lett bør, deretter arbeid til klokka tre.'],
    when: once({ on: '05-29', weekday: 'SA' }, '09:30', '15:00'),
    address: {
      name: 'Parkeringa i Bakkelia',
      address: 'Bakkelivegen 90, Bakkelia',
      latitude: 61.0622,
      longitude: 5.6211,
    },
  },
  {
    organisation: 'korps',
    key: 'kanotur',
    place: 'kaien',
    title: 'Robåttur med korpset',
    categories: ['outdoors', 'family'],
    summary: 'Vi ror til Holmen og griller.',
    body: ['Meld fra i kommentarfeltet om du har båt.'],
    when: once({ on: '06-18', weekday: 'SA' }, '10:00', '15:00'),
    fate: {
      outcome: 'appealed',
      reason: 'safe-outdoors',
      message:
        'Oppgi hvor langt dere ror, hvem som har ansvar for sikkerheten og om det er redningsvester til alle.',
      appeal:
        'Vi har nå avtale med redningsskøyta om følgebåt og førti vester. Distansen er tre kilometer hver vei, og turen avlyses ved vind over seks sekundmeter.',
    },
  },
]
