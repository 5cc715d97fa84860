import { mostFaults, type ErrorCode, type FieldFault } from '../shared/errors.js'
import type { OrganisationState, Trust } from '../organisations/life.js'
import type { HouseRule } from './reasons.js'
import type { ModeratedKind, Mode, PublicationState, WorkflowState } from './states.js'
import type { Effects, PublicationEffect, Who } from './transition.js'

/** What a decision must know about the working document. Instants are RFC 3339. */
export interface Facts {
  kind: ModeratedKind
  state: WorkflowState
  publication: PublicationState
  /** An approved snapshot exists. */
  approvedBefore: boolean
  everPublic: boolean
  /** The municipality keeps it for a claim or a request; asked only where somebody would delete it. */
  held: boolean
  appeal: null | 'open' | 'decided'
  /** The newest reject or remove: what an appeal is, or would be, about. */
  appealable: null | 'reject' | 'remove'
  /** The last instant at which it can be appealed against; null where none is known. */
  appealUntil: string | null
  claimedBy: string | null
  claimedUntil: string | null
  /** An editor's reject, request-changes, withdraw or remove is newer than the last approval by a person. */
  objectedSinceApproval: boolean
  /** Everything in the content that looks like personal data, what editors have accepted excepted. */
  personalData: FieldFault[]
  /** Of that what looks like an identity number. */
  identityNumbers: FieldFault[]
  /** The same in the words that came with the action. */
  identityNumbersInWords: FieldFault[]
  /** It went out, or was announced, with nobody having looked at it yet. */
  unreviewed: boolean
  /** The content of this revision was written by an editor for the organisation, not by the organisation itself. */
  enteredOnBehalf: boolean
  /** Fields that both the correction and the change under way touch; empty but for `correct`. */
  conflictingFields: string[]
  /** What is wrong with the content as it would be, checked as the row's `validation` says. */
  faults: FieldFault[]
  now: Date
}

export interface Settings {
  mode: Mode
  trust: Trust
  organisationState: OrganisationState
  /** A unit of the municipality itself. */
  organisationIsUnit: boolean
  /** Who does not have the surface of this content (any more); null while both do, and for profiles. */
  surfaceTakenFrom: null | 'organisation' | 'municipality'
  municipalityActive: boolean
  /** Whether editors may `publish` without a second pair of eyes. */
  editorsMayPublish: boolean
  /** The municipality's own rules for this surface; their codes may be given as reasons. */
  houseRules: readonly HouseRule[]
}

/** What came with the action. Empty texts and null count as not given. */
export interface DecisionInput {
  message?: string | null
  reason?: string | null
  /** Words that citizens will read. */
  explanation?: string | null
  /** The same as `message` for a correction. */
  note?: string | null
  /** Whether edits came along; what they are is content, not moderation. */
  edits?: boolean
  status?: string | null
  /** The original start of one occurrence. */
  occurrence?: string | null
  /** Why an identity number that was found may stand. */
  override?: string | null
}

export type ByRule = null | 'mode-post' | 'trust'

export interface Allowed extends Effects {
  allowed: true
  to: WorkflowState | 'gone'
  publication: PublicationEffect
  revisionGrows: boolean
  byRule: ByRule
  /** In which capacity the actor acted; goes on record. */
  as: Who
  claim: 'keep' | 'take' | 'release'
  /** Fields in which an editor accepts what looks like an identity number, from now on. */
  acceptsNumbersIn: string[]
  /** What becomes of the appeal: `reset` makes a new one possible, because a new decision was taken. */
  appeal: 'keep' | 'open' | 'decided' | 'reset'
  /** The decision that may be appealed against from now on. */
  appealable: 'keep' | 'reject' | 'remove' | 'none'
}

export interface Refused {
  allowed: false
  code: ErrorCode
  message: string
  faults: FieldFault[]
}

export type Decision = Allowed | Refused

export function refused(code: ErrorCode, message: string, faults: FieldFault[] = []): Refused {
  return { allowed: false, code, message, faults: faults.slice(0, mostFaults) }
}
