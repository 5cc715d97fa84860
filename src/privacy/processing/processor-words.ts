import { words } from '../retention/retention-row.js'
import type { ProcessorService, TransferGround } from './processors.js'

type Words = ReturnType<typeof words>

/** What a processor does, for people. */
export const serviceWords: Record<ProcessorService, Words> = {
  hosting: words('drift av servrar', 'drift av servere', 'hosting'),
  database: words('databas', 'database', 'database'),
  'e-mail': words('e-post', 'e-post', 'e-mail'),
  storage: words('lagring av bilder', 'lagring av bilder', 'storage of pictures'),
  backup: words('säkerhetskopior', 'sikkerhetskopier', 'backups'),
  network: words(
    'nät och skydd mot överbelastning',
    'nett og vern mot overbelastning',
    'network and protection',
  ),
  support: words('support', 'brukerstøtte', 'support'),
  monitoring: words('övervakning av driften', 'overvåking av driften', 'monitoring'),
}

/** On what a transfer out of the EU and the EEA rests, for people. */
export const transferWords: Record<TransferGround, Words> = {
  'adequacy-decision': words(
    'EU-kommissionen har beslutat att skyddet där är tillräckligt (GDPR artikel 45)',
    'EU-kommisjonen har bestemt at vernet der er tilstrekkelig (GDPR artikkel 45)',
    'the European Commission has decided that protection there is adequate (GDPR article 45)',
  ),
  'standard-clauses': words(
    'EU-kommissionens standardavtal (GDPR artikel 46.2 c)',
    'EU-kommisjonens standardavtale (GDPR artikkel 46.2 c)',
    'standard clauses of the European Commission (GDPR article 46(2)(c))',
  ),
  'binding-rules': words(
    'bindande företagsbestämmelser (GDPR artikel 46.2 b)',
    'bindende virksomhetsregler (GDPR artikkel 46.2 b)',
    'binding corporate rules (GDPR article 46(2)(b))',
  ),
}

/** A country as people call it; its code where nobody has heard of it. */
export function countryWords(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
