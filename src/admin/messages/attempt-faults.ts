import type { Labels } from '../../moderation/reasons.js'
import type { AttemptFault } from '../../webhooks/after-attempt.js'

/** Why a receiver did not take a message. A refusal is shown with the number of its answer. */
export const attemptFaultLabels: Record<AttemptFault, Labels> = {
  status: { sv: 'Mottagaren svarade', nb: 'Mottakeren svarte', en: 'The receiver answered' },
  redirect: {
    sv: 'Mottagaren hänvisar till en annan adress, och det följs inte',
    nb: 'Mottakeren viser til en annen adresse, og det følges ikke',
    en: 'The receiver points to another address, which is not followed',
  },
  timeout: {
    sv: 'Inget svar inom tio sekunder',
    nb: 'Ikke noe svar innen ti sekunder',
    en: 'No answer within ten seconds',
  },
  'no-such-host': {
    sv: 'Adressens namn finns inte',
    nb: 'Adressens navn finnes ikke',
    en: 'There is no such host',
  },
  'forbidden-address': {
    sv: 'Adressen leder in i ett eget nät',
    nb: 'Adressen leder inn i et eget nett',
    en: 'The address leads into a private network',
  },
  certificate: {
    sv: 'Mottagarens certifikat går inte att lita på',
    nb: 'Mottakerens sertifikat kan ikke stoles på',
    en: 'The certificate of the receiver cannot be trusted',
  },
  connection: {
    sv: 'Förbindelsen kom inte till stånd eller bröts',
    nb: 'Forbindelsen kom ikke i stand eller ble brutt',
    en: 'The connection failed or broke',
  },
  'no-secret': {
    sv: 'Hemligheten går inte att läsa längre. Gör en ny',
    nb: 'Hemmeligheten kan ikke leses lenger. Lag en ny',
    en: 'The secret can no longer be read. Make a new one',
  },
}
