import { words } from '../retention/retention-row.js'

interface Authority {
  name: ReturnType<typeof words>
  url: string
}
const authority = (name: string, url: string): Authority => ({ name: words(name, name, name), url })

/** Where people complain about a municipality of a country (GDPR, articles 13(2)(d) and 77). */
export const authorities: Record<string, Authority> = {
  SE: authority('Integritetsskyddsmyndigheten (IMY)', 'https://www.imy.se/'),
  NO: authority('Datatilsynet', 'https://www.datatilsynet.no/'),
  DK: authority('Datatilsynet', 'https://www.datatilsynet.dk/'),
  FI: {
    name: words(
      'Dataombudsmannens byrå',
      'Dataombudsmannens byrå',
      'the Office of the Data Protection Ombudsman',
    ),
    url: 'https://tietosuoja.fi/',
  },
}
