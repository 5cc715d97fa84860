import { words } from '../retention/retention-row.js'
import type { Processing } from './connections.js'

interface Recipient {
  code: string
  name: ReturnType<typeof words>
  holds: (processing: Pick<Processing, 'processors' | 'connections'>) => boolean
}
const always = () => true

/** To whom something of people goes (GDPR, article 30(1)(d)). What webhooks carry holds nothing of people. */
export const recipients: readonly Recipient[] = [
  {
    code: 'everybody',
    name: words(
      'Alla, i kommunens app, på webben och som öppna data: det som publiceras, med kontakter och bilder som det finns samtycke till',
      'Alle, i kommunens app, på nettet og som åpne data: det som publiseres, med kontakter og bilder det er samtykket til',
      'Everybody, in the municipality’s app, on the web and as open data: what is published, with contacts and pictures for which there is a consent',
    ),
    holds: always,
  },
  {
    code: 'inside',
    name: words(
      'De som publicerar, granskar och administrerar i kommunen, efter sina roller',
      'De som publiserer, behandler og administrerer i kommunen, etter sine roller',
      'Those who publish, review and administer in the municipality, by their roles',
    ),
    holds: always,
  },
  {
    code: 'mail',
    name: words(
      'E-postservern, för aviseringar till konton som har en adress',
      'E-postserveren, for varsler til kontoer som har en adresse',
      'The mail server, for notices to accounts that have an address',
    ),
    holds: ({ connections }) => connections.some(({ use }) => use === 'e-mail'),
  },
  {
    code: 'processors',
    name: words(
      'Personuppgiftsbiträden och underbiträden, som nedan',
      'Databehandlere og underdatabehandlere, som nedenfor',
      'Processors and sub-processors, as below',
    ),
    holds: ({ processors }) => (processors ?? []).length > 0,
  },
]
