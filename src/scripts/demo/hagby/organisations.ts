import type { DemoOrganisation } from '../demo-shape.js'

export const organisations: DemoOrganisation[] = [
  {
    key: 'ifhagen',
    kind: 'association',
    outcome: 'approved',
    trust: 'standard',
    surfaces: ['calendar', 'community'],
    organisationNumber: null,
    registerReference: 'FÖR-0114',
    message: null,
    profile: {
      name: 'IF Hagen',
      description:
        'Fotboll, innebandy, gymnastik och skidor för alla åldrar. Föreningen bildades av skogsarbetare i Hagaskog och har i dag drygt sexhundra medlemmar, varav hälften är under femton år.',
      contact: {
        email: 'kansliet@ifhagen.example',
        emailPublic: true,
        phone: null,
        phonePublic: false,
        website: 'https://www.ifhagen.example/',
        websitePublic: true,
      },
      logo: null,
    },
    pendingProfile: {
      description:
        'Fotboll, innebandy, gymnastik, skidor och gåfotboll. IF Hagen har drygt sexhundra medlemmar i åldrarna fyra till åttiosju. Från och med i vår har vi också ett lag för spelare med funktionsnedsättning.',
    },
  },
  {
    key: 'bibliotek',
    kind: 'unit',
    outcome: 'approved',
    trust: 'trusted',
    surfaces: ['calendar', 'community'],
    organisationNumber: null,
    registerReference: null,
    message: null,
    profile: {
      name: 'Hagby bibliotek',
      description:
        'Huvudbiblioteket vid Stortorget, filialen i Norrby och bokbussen som går till Ytterby. Lånekort får du direkt i disken.',
      contact: {
        email: 'biblioteket@hagby.example',
        emailPublic: true,
        phone: null,
        phonePublic: false,
        website: 'https://bibliotek.hagby.example/',
        websitePublic: true,
      },
      logo: null,
    },
    pendingProfile: null,
  },
  {
    key: 'kultur',
    kind: 'unit',
    outcome: 'approved',
    trust: 'trusted',
    surfaces: ['calendar', 'community'],
    organisationNumber: null,
    registerReference: null,
    message: null,
    profile: {
      name: 'Hagby kommun, kultur och fritid',
      description:
        'Vi driver Magasinet, kulturskolan och fritidsgården, ordnar torgdagar och festivaler och lägger ut kommunens egna möten och nyheter.',
      contact: {
        email: 'kultur@hagby.example',
        emailPublic: true,
        phone: null,
        phonePublic: false,
        website: 'https://www.hagby.example/kultur',
        websitePublic: true,
      },
      logo: null,
    },
    pendingProfile: null,
  },
  {
    key: 'nykomlingen',
    kind: 'association',
    outcome: 'applied',
    trust: 'standard',
    surfaces: ['calendar', 'community'],
    organisationNumber: null,
    registerReference: null,
    message:
      'Vi är en nystartad förening som ordnar språkkafé, brädspelskvällar och utflykter för den som är ny i Hagby. Vi har antagit stadgar och har plats i Norrbygården på torsdagar.',
    profile: {
      name: 'Föreningen Nykomlingen',
      description:
        'Mötesplats för den som nyss har flyttat till Hagby, från grannkommunen eller från andra sidan jorden.',
      contact: {
        email: 'hej@nykomlingen.example',
        emailPublic: true,
        phone: null,
        phonePublic: false,
        website: null,
        websitePublic: false,
      },
      logo: null,
    },
    pendingProfile: null,
  },
]
