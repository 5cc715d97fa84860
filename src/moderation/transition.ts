import type { ReasonList } from './reasons.js'
import { type ModeratedKind, type PublicationState, type WorkflowState, workflowStates } from './states.js'

export type Who = 'author' | 'editor' | 'municipality-admin' | 'clock'
export type Need = 'required' | 'optional'

/** What the action asks of the person, beside the revision. What a row does not name, it does not take. */
export interface Needs {
  message?: Need
  /** A code of this closed list. */
  reason?: Need
  reasonList?: ReasonList
  /** Words that citizens will read. Editors only. */
  explanation?: Need
  edits?: Need
  status?: Need
  occurrence?: Need
  /** Why an identity number that was found may stand, a code of the list `override`. Editors only. */
  override?: Need
}

/** What the table asks beyond the two states; each is checked by name in decide-transition. */
export type Condition =
  | 'has-snapshot'
  | 'never-approved'
  | 'not-held'
  | 'no-open-appeal'
  | 'may-appeal'
  | 'appeal-open'
  | 'claimable'
  | 'claimed-by-actor'
  | 'same-fields-untouched'
  | 'unreviewed'
  | 'numbers-found'
  | 'nobody-waits'
  | 'not-shown'

export type PublicationEffect =
  | 'keep'
  /** Written from the snapshot: live, scheduled or expired by its dates. */
  | 'publish'
  | 'rewrite'
  | 'announce'
  | 'pin'
  | 'unpin'
  | 'withdraw'
  /** Never was public: back to none. */
  | 'unschedule'
  | 'remove'
  | 'erase'
  | 'expire'

export interface Effects {
  to: WorkflowState | 'same' | 'gone'
  /** `edit`: the same edits go into the snapshot as into the content. */
  snapshot: 'keep' | 'take' | 'edit' | 'drop'
  /** `take-down` and `remove-if-public` are settled by what is public now. */
  publication: PublicationEffect | 'take-down' | 'remove-if-public'
  content: 'keep' | 'edit' | 'back-to-snapshot' | 'destroy'
  /** An editor took or held something back: from now on only a person may approve. */
  objection: boolean
  /** A person approved: earlier objections are settled. */
  personalApproval: boolean
  listForReview: boolean
  /** An editor has looked at what went out unreviewed: it leaves that list. */
  looksOver: boolean
}

export interface Transition extends Effects {
  kinds: readonly ModeratedKind[]
  from: readonly WorkflowState[]
  /** Null: whatever is public. */
  publicationFrom: readonly PublicationState[] | null
  conditions: readonly Condition[]
  who: readonly Who[]
  /** Neither wrote nor submitted the revision, nor belongs to its organisation. */
  fourEyes: boolean
  needs: Needs
  /** How the content is checked before; the caller hands in the faults. */
  validation: 'lenient' | 'strict' | null
  /**
   * What is checked for identity numbers before: the words that come with the action, or the content as well, where the
   * action brings it before others. Drafts are their author's own.
   */
  personalData: 'words' | 'content'
  /** Still possible while the municipality is closed: only what takes back or takes down. */
  whileClosed: boolean
  /** Who may do it while the organisation is not approved (applied, declined, invited, suspended, left). */
  whileNotApproved: 'nobody' | 'editors' | 'all'
  /** It brings content out, or on its way out: only on a surface that organisation and municipality have. */
  needsSurface: boolean
  /** Claims are the one thing that other editors' forms need not know of. */
  revisionGrows: boolean
}

export const content: readonly ModeratedKind[] = ['event', 'post']
export const all: readonly ModeratedKind[] = ['event', 'post', 'organisation']
export const notErased = workflowStates.filter((state) => state !== 'erased')

/** A row that changes nothing; each row below says only what it does. */
export const quiet = {
  kinds: all,
  publicationFrom: null,
  conditions: [],
  fourEyes: false,
  needs: {},
  validation: null,
  personalData: 'words',
  whileClosed: false,
  whileNotApproved: 'all',
  needsSurface: false,
  to: 'same',
  snapshot: 'keep',
  publication: 'keep',
  content: 'keep',
  objection: false,
  personalApproval: false,
  listForReview: false,
  looksOver: false,
  revisionGrows: true,
} as const satisfies Partial<Transition>

/** What every approval by a person does. */
export const approval = {
  who: ['editor'],
  whileNotApproved: 'nobody',
  needsSurface: true,
  to: 'approved',
  snapshot: 'take',
  publication: 'publish',
  personalData: 'content',
  personalApproval: true,
  looksOver: true,
} as const satisfies Partial<Transition>
