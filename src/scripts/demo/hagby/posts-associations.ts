import type { DemoPost } from '../demo-shape.js'

const bibliotek = { organisation: 'bibliotek' } as const
const ifhagen = { organisation: 'ifhagen' } as const

/** What the library and IF Hagen write. */
export const associationPosts: DemoPost[] = [
  {
    ...bibliotek,
    key: 'meroppet',
    type: 'news',
    categories: ['books'],
    pictures: ['bocker'],
    title: 'Nu kan du låna böcker före frukost',
    body: [
      'Från och med måndag är biblioteket obemannat öppet mellan sex och nio.',
      'Du behöver lånekort, kod och en kort introduktion i disken, sedan är huset ditt.',
    ],
    translations: [
      {
        language: 'en',
        title: 'Borrow books before breakfast',
        body: [
          'From Monday the library is open without staff between six and nine in the morning.',
          'You need a library card, a code and a short introduction at the desk.',
        ],
      },
    ],
  },
  {
    ...bibliotek,
    key: 'fronamn',
    type: 'offer',
    categories: ['books', 'outdoors'],
    title: 'Fröbiblioteket fylls på',
    body: [
      'Ta högst tre påsar, så, skörda och lämna tillbaka en näve frön i höst.',
      'Ringblommor, sockerärtor och den gamla Ytterbybönan finns i lådan vid tidskrifterna.',
    ],
  },
  {
    ...bibliotek,
    key: 'bokfraga',
    type: 'question',
    categories: ['books'],
    title: 'Vilken bok borde hela Hagby läsa?',
    pictures: ['bocker'],
    body: [
      'I mars köper vi in tvåhundra exemplar av en enda titel och lägger ut dem på bussar, väntrum och kaféer.',
      'Skriv ditt förslag på väggen i entrén eller i biblioteksappen.',
    ],
  },
  {
    ...bibliotek,
    key: 'norrby-stangt',
    type: 'notice',
    categories: ['books', 'services'],
    areas: ['norrby'],
    title: 'Norrbyfilialen stängd i två veckor',
    body: [
      'Golven slipas, så reservationer därifrån hämtas under tiden vid Stortorget.',
      'Inga förseningsavgifter löper på lån från filialen.',
    ],
  },
  {
    ...bibliotek,
    key: 'ordlos',
    type: 'news',
    language: 'en',
    categories: ['books'],
    audiences: ['newcomers'],
    title: 'New shelf: easy Swedish with audio',
    body: [
      'Two hundred titles now come with a sound file, so that you can read and listen at the same time.',
      'Ask for the green dots on the spine.',
    ],
  },
  {
    ...ifhagen,
    key: 'tranare',
    type: 'question',
    categories: ['sport'],
    title: 'Vill du hjälpa till med knattarna?',
    pictures: ['fotboll'],
    body: [
      'Bollskoj har växt till två grupper och vi är en ledare kort.',
      'Du behöver inte kunna spela, men du ska tycka om att knyta skor.',
      'Utdrag ur belastningsregistret visas upp för kansliet innan du börjar.',
    ],
  },
  {
    ...ifhagen,
    key: 'planen',
    type: 'notice',
    categories: ['sport', 'services'],
    areas: ['hagaskog'],
    title: 'Konstgräset vilar den här veckan',
    body: [
      'Granulatet djuprengörs och fylls på, så alla pass flyttas till grusplanen bredvid.',
      'Ta gamla skor.',
    ],
    visibleUntil: 10,
  },
  {
    ...ifhagen,
    key: 'spar',
    type: 'news',
    categories: ['sport', 'outdoors'],
    title: 'Tvåkilometersspåret är draget',
    pictures: ['vinterspar'],
    body: [
      'Vi har fått tjugo centimeter natursnö och tre nätters kyla.',
      'Gå gärna med hund, men på vänster sida om spåret.',
    ],
    fate: { outcome: 'in-review' },
  },
  {
    ...ifhagen,
    key: 'troja',
    type: 'offer',
    categories: ['sport', 'markets'],
    title: 'Gamla matchtröjor söker nytt hem',
    body: [
      'Förrådet är fullt av nittiotal: lila kragar, breda ränder och nummer i filt.',
      'Hämta en i kiosken under tisdagsträningen, betala vad du vill till ungdomskassan.',
    ],
    fate: {
      outcome: 'changes-requested',
      message:
        'Kul! Det ser ut som om en av bilderna i länken visar barn som kan kännas igen. Ta bort länken eller bekräfta att det finns samtycke.',
    },
  },
  {
    ...ifhagen,
    key: 'domare',
    type: 'dialogue',
    categories: ['sport'],
    title: 'Hur får vi lugnare läktare?',
    body: [
      'Tre unga domare har slutat i höst, och alla nämner ropen från sidlinjen.',
      'Vi bjuder in till ett samtal i klubbstugan och samlar idéer här under tiden.',
    ],
  },
  {
    ...ifhagen,
    key: 'domare-kritik',
    type: 'dialogue',
    categories: ['sport'],
    title: 'Skandaldomare i lördagens match',
    body: ['Den som dömde i lördags borde inte få hålla i en visselpipa igen.'],
    fate: {
      outcome: 'rejected',
      reason: 'respect',
      message:
        'Inlägget pekar ut en enskild person. Skriv gärna om hur ni vill ha det på läktaren och planen i stället.',
    },
  },
  {
    ...ifhagen,
    key: 'pantburkar',
    type: 'offer',
    categories: ['sport'],
    title: 'Vi hämtar din pant',
    body: ['Ställ säcken vid grinden på söndag, så cyklar fotbollslaget förbi.'],
    fate: { outcome: 'draft' },
  },
  {
    ...ifhagen,
    key: 'lotter',
    type: 'offer',
    categories: ['sport'],
    title: 'Köp årets sista lotter',
    body: ['Högsta vinsten är ett års förbrukning av kaffe.'],
    fate: { outcome: 'withdrawn', reason: 'organiser', explanation: null },
  },
]
