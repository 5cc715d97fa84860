import { loosensConsent, peopleFacts } from '../privacy/consent.js'
import { heldFaults, keptForNow } from '../privacy/retention/holds.js'
import { DomainError } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import { belongsTo, isEditorOf } from '../tenancy/membership.js'

type Row = Record<string, unknown>

/** The words about a picture that citizens get: a decision on a document decides about them too. */
export const publicWords = (row: Row): string =>
  JSON.stringify([
    row.decorative === true ? '' : String(row.alt ?? ''),
    (row.credit as string | null) || null,
  ])

/** Whether a change touches what an editor reads of a picture: its words, and what is said of the people it shows. */
export const changesWhatIsRead = (before: Row, after: Row): boolean =>
  publicWords(after) !== publicWords(before) ||
  peopleFacts(after) !== peopleFacts(before) ||
  loosensConsent(before, after)

/**
 * Why words about a picture, and what is said of people, rest now; null where they may be changed. What an editor has
 * read must be what she decides on. An editor may put them right, unless what waits is of an association of her own.
 * `waiting`: the organisations of which something that shows the picture waits for a decision, or for one to take effect.
 * `isLogo`: the municipality shows it as its own, and is read by nobody before it is told again.
 */
export function wordsRefusal(
  actor: Actor,
  municipality: string,
  { waiting, isLogo }: { waiting: readonly string[]; isLogo: boolean },
): DomainError | null {
  const editor = isEditorOf(actor, municipality, null)
  if (isLogo && !editor)
    return new DomainError(
      'not-possible-in-this-state',
      'The municipality shows this picture as its logo. Ask an editor to change its words.',
    )
  const rests = waiting.some((organisation) => !editor || belongsTo(actor, { municipality, organisation }))
  return rests
    ? new DomainError(
        'not-possible-in-this-state',
        'Something with this picture waits for a decision. Take it back, or wait, before you change its words.',
      )
    : null
}

/** Whose a picture is, and how far its consent has gone. */
export interface ShownPicture {
  municipality: string
  /** Who gave it; null for one of the municipality itself. */
  organisation: string | null
  /** Citizens see it, or may without anybody deciding on it again. */
  letOut: boolean
  /** A consent for it has ended. */
  ended: boolean
}

/**
 * Why less may not be said of a consent than before; null where it may. While a picture whose people have agreed is let
 * out, and once that has ended, whoever gave it records another consent; that none is needed is an editor's to say, and
 * not of an association of her own.
 */
export function looseningRefusal(
  actor: Actor,
  { municipality, organisation, letOut, ended }: ShownPicture,
): DomainError | null {
  if (!letOut && !ended) return null
  const own = organisation !== null && belongsTo(actor, { municipality, organisation })
  if (isEditorOf(actor, municipality, null) && !own) return null
  return new DomainError(
    'not-possible-in-this-state',
    'This picture is approved under a consent, or that has ended. Record a new one, or ask an editor if nobody can be seen.',
  )
}

/** A picture whose people took their consent back stays so: nothing is said of them any more. */
export const takenBackRefusal = ({ withdrawn }: Row): DomainError | null =>
  withdrawn === true
    ? new DomainError(
        'not-possible-in-this-state',
        'The consent for this picture was taken back. Upload another picture.',
      )
    : null

/** Why a picture stays; null where it may be deleted. One that is shown, or can come back with what it belongs to, does. */
export function deletionRefusal({ held, used }: { held: boolean; used: boolean }): DomainError | null {
  if (held) return new DomainError('not-possible-in-this-state', keptForNow, { faults: heldFaults })
  return used
    ? new DomainError(
        'not-possible-in-this-state',
        'The picture is in use. Take it out of what uses it first.',
      )
    : null
}
