import type { DemoPicture } from '../demo-shape.js'

const credit = 'Illustrasjon: Fjordvik kommune'

export const pictures: DemoPicture[] = [
  {
    key: 'fjord',
    motif: 'fjord',
    palette: 'day',
    credit,
    alt: 'Illustrasjon av en seilbåt på en stille fjord mellom blå fjell.',
  },
  {
    key: 'korps',
    motif: 'concert',
    palette: 'evening',
    credit,
    alt: 'Illustrasjon av en trompet og en tromme på en scene med varmt lys og flytende noter.',
  },
  {
    key: 'kor',
    motif: 'choir',
    palette: 'warm',
    credit,
    alt: 'Illustrasjon av et kor i tre rekker under et høyt buet vindu.',
  },
  {
    key: 'boker',
    motif: 'books',
    palette: 'day',
    credit,
    alt: 'Illustrasjon av en bokhylle i klare farger ved siden av en leselampe.',
  },
  {
    key: 'brygge',
    motif: 'market',
    palette: 'evening',
    credit,
    alt: 'Illustrasjon av markedsboder med stripete tak i kveldslys.',
  },
  {
    key: 'skilype',
    motif: 'winter-trail',
    palette: 'day',
    credit,
    alt: 'Illustrasjon av en skiløype som svinger seg mellom snødekte graner i sollys.',
  },
  {
    key: 'lykter',
    motif: 'lanterns',
    palette: 'winter',
    credit,
    alt: 'Illustrasjon av lykter på snor over en blå vinterkveld med snøfnugg.',
  },
  {
    key: 'rorbuer',
    motif: 'harbour',
    palette: 'day',
    credit,
    alt: 'Illustrasjon av røde, gule og blå naust på rekke langs en kai, speilet i vannet.',
  },
]
