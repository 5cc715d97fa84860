import type { DemoPicture } from '../demo-shape.js'

const credit = 'Illustration: Hagby kommun'

export const pictures: DemoPicture[] = [
  {
    key: 'hall',
    motif: 'sport-hall',
    palette: 'day',
    credit,
    alt: 'Illustration av en ljus sporthall med linjer på golvet, två mål och höga fönster.',
  },
  {
    key: 'fotboll',
    motif: 'football',
    palette: 'day',
    credit,
    alt: 'Illustration av en fotboll i gräset framför ett mål, med skog i bakgrunden.',
  },
  {
    key: 'vinterspar',
    motif: 'winter-trail',
    palette: 'winter',
    credit,
    alt: 'Illustration av ett skidspår som slingrar sig mellan snötyngda granar i skymningen.',
  },
  {
    key: 'bocker',
    motif: 'books',
    palette: 'warm',
    credit,
    alt: 'Illustration av en bokhylla i olika färger med en läslampa och en krukväxt.',
  },
  {
    key: 'scen',
    motif: 'stage',
    palette: 'evening',
    credit,
    alt: 'Illustration av en scen med röd ridå och tre strålkastare.',
  },
  {
    key: 'torget',
    motif: 'market',
    palette: 'day',
    credit,
    alt: 'Illustration av marknadsstånd med randiga tak på ett torg.',
  },
  {
    key: 'radhus',
    motif: 'town-hall',
    palette: 'day',
    credit,
    alt: 'Illustration av ett gult rådhus med klocktorn och flaggstång.',
  },
  {
    key: 'hostlov',
    motif: 'autumn',
    palette: 'warm',
    credit,
    alt: 'Illustration av höstlöv i rött och gult som faller över en stig.',
  },
  {
    key: 'lyktor',
    motif: 'lanterns',
    palette: 'evening',
    credit,
    alt: 'Illustration av lysande lyktor som hänger över en mörk gata i snöfall.',
  },
  {
    key: 'lekplats',
    motif: 'playground',
    palette: 'day',
    credit,
    alt: 'Illustration av en lekplats med gungor och rutschkana under en stor lind.',
  },
]
