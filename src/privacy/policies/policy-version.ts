/** One version of what a municipality asks of those who publish. Once published nothing of it changes. */
export interface PolicyVersion {
  id: string
  municipality: string
  /** 1, 2, 3 … in the municipality. */
  number: number
  /** The first day on which it is in force, `YYYY-MM-DD` in the municipality's zone. */
  validFrom: string
  /** By language: one for each that the municipality had when it was published. Plain text; an empty line parts paragraphs. */
  texts: Readonly<Record<string, string>>
  /** What is otherwise than in the version before, by language; empty for the first one. */
  changes: Readonly<Record<string, string>>
  /** Instant, RFC 3339. */
  publishedAt: string
}

type Dated = Pick<PolicyVersion, 'number' | 'validFrom'>

/**
 * The version in force on a day: of those that have begun the one with the highest number, so that a version mends another
 * from the same day on. Null where none has begun.
 */
export const versionInForce = <Version extends Dated>(
  versions: readonly Version[],
  today: string,
): Version | null =>
  versions
    .filter(({ validFrom }) => validFrom <= today)
    .reduce<Version | null>((newest, one) => (newest && newest.number > one.number ? newest : one), null)

/** The versions that are announced and not in force yet, the next one first. */
export const comingVersions = <Version extends Dated>(
  versions: readonly Version[],
  today: string,
): Version[] =>
  versions.filter(({ validFrom }) => validFrom > today).sort((one, other) => one.number - other.number)

/** Whether somebody who accepted these versions may go on publishing on a day. Where nothing is in force nothing is asked. */
export function mayPublishUnder(
  versions: readonly Pick<PolicyVersion, 'id' | 'number' | 'validFrom'>[],
  accepted: ReadonlySet<string>,
  today: string,
): boolean {
  const version = versionInForce(versions, today)
  return version === null || accepted.has(version.id)
}

/** How a version stands to an account on a day: the past ones ask nothing any more. */
export type PolicyStanding = 'past' | 'in-force' | 'coming'

export function standingOf(versions: readonly Dated[], one: Dated, today: string): PolicyStanding {
  if (one.validFrom > today) return 'coming'
  return versionInForce(versions, today)?.number === one.number ? 'in-force' : 'past'
}

/** A version as the account that asks is shown it. */
export interface ShownPolicy extends PolicyVersion {
  standing: PolicyStanding
  /** When this account accepted it, an instant; null where it did not. */
  acceptedAt: string | null
}

/** What a municipality has published, for one account. */
export interface ShownPolicies {
  municipality: string
  name: string
  languages: readonly string[]
  /** Today in the municipality: the first day from which a new version may be in force. */
  today: string
  versions: readonly ShownPolicy[]
}

/** A version that an account is asked to accept. */
export interface DuePolicy {
  policy: ShownPolicy
  municipality: { id: string; name: string }
  /** What is in force must be accepted before the next submission; what is coming may be accepted ahead. */
  needed: boolean
}
