import { isEditorOf, isMunicipalityAdminOf, belongsTo, writesFor } from './membership.js'
import type { Actor, Surface } from './actor.js'

/** What the actor is to one working document; everything that moderation may know about a person. */
export interface Relation {
  /** The acting account; null for the clock. */
  account: string | null
  /** Contributor, organisation-admin or api-client of the owning organisation. */
  author: boolean
  /** Editor of the municipality for this surface, or its municipality-admin. */
  editor: boolean
  municipalityAdmin: boolean
  /** Wrote or submitted the revision that waits (four eyes). */
  submittedThisRevision: boolean
  /** Has any membership in the owning organisation (four eyes). */
  belongsToOrganisation: boolean
  /** Took the decision that is appealed against. */
  tookTheDecision: boolean
  /** Whether another editor could decide the appeal instead. */
  otherEditorsExist: boolean
  clock: boolean
}

/** The facts of a document that say who may do what with it. All ids are document ids. */
export interface OwnedDocument {
  municipality: string
  organisation: string
  /** Null for the profile of an organisation, which belongs to no surface. */
  surface: Surface | null
  submittedBy: string | null
  /** Who wrote the content of this revision last; four eyes covers writer and submitter alike. */
  writtenBy: string | null
  /** Who took the decision that may be appealed against. */
  decidedBy: string | null
}

/** Relates an account to a document; `otherEditorsExist` is counted by the caller, who can see the accounts. */
export function relationTo(actor: Actor, document: OwnedDocument, otherEditorsExist: boolean): Relation {
  return {
    account: actor.account,
    author: writesFor(actor, document),
    editor: isEditorOf(actor, document.municipality, document.surface),
    municipalityAdmin: isMunicipalityAdminOf(actor, document.municipality),
    submittedThisRevision: [document.submittedBy, document.writtenBy].includes(actor.account),
    belongsToOrganisation: belongsTo(actor, document),
    tookTheDecision: document.decidedBy === actor.account,
    otherEditorsExist,
    clock: false,
  }
}

/** The clock is nobody: it has no rights but its own two actions. */
export const clockRelation: Relation = {
  account: null,
  author: false,
  editor: false,
  municipalityAdmin: false,
  submittedThisRevision: false,
  belongsToOrganisation: false,
  tookTheDecision: false,
  otherEditorsExist: false,
  clock: true,
}
