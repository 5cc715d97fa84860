import type { Period } from './period.js'

type Words = { sv: string; nb: string; en: string }

/**
 * On what the processing rests (GDPR, article 6(1) e, c and a). No legitimate interest: a public authority cannot rest what
 * it does in its tasks on that.
 */
export type LegalGround = 'public-task' | 'legal-obligation' | 'consent'

/** What is done when the time is over. */
export type RetentionAction = 'erase' | 'anonymise' | 'archive'

export interface RetentionRow {
  /** What the rows are, for people. */
  name: Words
  purpose: Words
  ground: LegalGround
  /** From when the time counts. */
  trigger: Words
  /** At most; a municipality may keep it shorter where `shorter` says so. */
  period: Period
  shorter: boolean
  /** At least, where a shorter one would take a right away: in the unit of `period`. */
  least?: Period
  action: RetentionAction
  /** Whether a municipality can hold a single one of them for a while: a lawsuit, a request that is under way. */
  holdable: boolean
  /** Who sees to it: the nightly run, or another rule of the program, named by its file. */
  doneBy:
    'nightly-run' | 'src/editorial/end-consent.ts' | 'src/editorial/stray-files.ts' | 'src/feed/tombstones.ts'
}

export const words = (sv: string, nb: string, en: string): Words => ({ sv, nb, en })

export const publishing = words(
  'Visa vad som händer i kommunen',
  'Vise hva som skjer i kommunen',
  'Show what happens in the municipality',
)
export const deciding = words(
  'Pröva vad som publiceras',
  'Vurdere hva som publiseres',
  'Decide on what is published',
)
export const lettingIn = words(
  'Släppa in dem som publicerar',
  'Slippe inn dem som publiserer',
  'Let in those who publish',
)
export const running = words('Driva tjänsten', 'Drifte tjenesten', 'Run the service')

/** A refusal can be appealed against for six months: as long, and a month, what was decided on and its reasons stay. */
export const appealing: Period = { months: 7 }
