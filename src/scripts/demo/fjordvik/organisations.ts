import type { DemoOrganisation } from '../demo-shape.js'

export const organisations: DemoOrganisation[] = [
  {
    key: 'korps',
    kind: 'association',
    outcome: 'approved',
    trust: 'standard',
    surfaces: ['calendar', 'community'],
    organisationNumber: null,
    registerReference: 'LAG-031',
    message: null,
    profile: {
      name: 'Fjordvik skolekorps',
      description:
        'Korpset for alle mellom åtte og nitten år, med aspiranter, juniorkorps og hovedkorps. Vi øver på Fjordvik skole, marsjerer i bygda 17. mai og drar på seminar hver høst.',
      contact: {
        email: 'styret@fjordvikkorps.example',
        emailPublic: true,
        phone: null,
        phonePublic: false,
        website: 'https://www.fjordvikkorps.example/',
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
      name: 'Fjordvik kommune, kultur og bibliotek',
      description:
        'Vi driver Fjordvik bibliotek, kulturhuset Naustet og ungdomsklubben, og legger ut møter og nyheter fra kommunen.',
      contact: {
        email: 'kultur@fjordvik.example',
        emailPublic: true,
        phone: null,
        phonePublic: false,
        website: 'https://www.fjordvik.example/kultur',
        websitePublic: true,
      },
      logo: null,
    },
    pendingProfile: null,
  },
  {
    key: 'turlag',
    kind: 'association',
    outcome: 'suspended',
    trust: 'probation',
    surfaces: ['calendar'],
    organisationNumber: null,
    registerReference: 'LAG-018',
    message:
      'Laget har ikke hatt et valgt styre siden i vår, og henvendelser blir ikke besvart. Sperret til årsmøtet er holdt og kontaktpunktet er på plass.',
    profile: {
      name: 'Fjordvik turlag',
      description: 'Turer til fots, på ski og med robåt, og dugnad på de merkede stiene over Bakkelia.',
      contact: {
        email: 'post@fjordvikturlag.example',
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
  {
    key: 'nykommeren',
    kind: 'association',
    outcome: 'applied',
    trust: 'standard',
    surfaces: ['calendar', 'community'],
    organisationNumber: null,
    registerReference: null,
    message:
      'Vi starter matfellesskap og kveldskafé for folk som nettopp har flyttet til Fjordvik. Vi har lånt kjøkkenet i grendehuset og ønsker å nå flere gjennom appen.',
    profile: {
      name: 'Foreningen Nykommeren',
      description: 'Felles middager, turer og hjelp til å finne fram for nye fjordvikinger.',
      contact: {
        email: 'hei@nykommeren.example',
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
