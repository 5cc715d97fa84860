import type { HouseRule, Labels } from './reasons.js'
import { reasonLabel } from './reason-label.js'
import { appealUntil, type Statement } from './statement.js'
import type { ModeratedKind } from './states.js'

/** What was told of a decision about a document, as it was told then. Instants are RFC 3339. */
export interface Told {
  at: string
  action: string
  message: string | null
  reason: string | null
  /** Null where the decision took nothing away. */
  ground: Statement['ground'] | null
  rule: string | null
  wording: HouseRule['wording'] | null
  automated: boolean
}

/** What became of the way to have a decision looked at again. */
export interface AppealStanding {
  /** Until when it can be appealed against. */
  until: string
  /** Whether the reader can do so now. */
  possible: boolean
  state: 'none' | 'open' | 'decided'
  appealedAt: string | null
  /** What the organisation wrote. */
  message: string | null
  /** By when an answer is promised, while it waits. */
  answerBy: string | null
  outcome: 'uphold' | 'overturn' | null
  outcomeAt: string | null
  outcomeMessage: string | null
}

/** A statement of reasons (EU 2022/2065, article 17(3)): what was decided, on which facts and ground, and what can be done. */
export interface StatementOfReasons {
  decision: string
  decidedAt: string
  facts: string | null
  ground: Statement['ground']
  reason: string | null
  reasonLabel: Labels | null
  /** The house rule that was broken, as it read that day. */
  rule: { code: string; wording: HouseRule['wording'] } | null
  /** Whether the decision was taken without a person. */
  automated: boolean
  /** Of a rejection: a version that was approved before it stays public, or will be. */
  versionStays: boolean
  /** Null for decisions that have no appeal here. */
  appeal: AppealStanding | null
}

/** The statements of one document, and what it is. */
export interface ShownStatements {
  kind: ModeratedKind
  collection: 'events' | 'posts' | 'organisations'
  id: string
  revision: number
  title: string | null
  municipality: { name: string; zone: string }
  organisation: { id: string; name: string }
  /** Newest first. */
  statements: StatementOfReasons[]
}

const appealable: readonly string[] = ['reject', 'remove']
const outcomes: readonly string[] = ['uphold', 'overturn']

interface Round {
  /** What the organisation wrote with each appeal. */
  appeals: readonly { at: string; message: string | null }[]
  /** Whether the reader may appeal now; only ever against the newest decision. */
  mayAppeal: boolean
  /** Whether an appeal waits, and by when an answer to it is promised. */
  open: boolean
  answerBy: string | null
  houseRules: readonly HouseRule[]
  /** Since when what is public now is, or what is planned to be was decided; null where nothing is. */
  standsSince: string | null
}

/** Puts together what was decided, why, and what became of it, newest first. An appeal is part of what it is about. */
export function statementsFrom(told: readonly Told[], round: Round): StatementOfReasons[] {
  const inOrder = [...told].sort((one, other) => one.at.localeCompare(other.at))
  const taking = inOrder.filter(({ action, ground }) => ground !== null && !outcomes.includes(action))
  const against = taking.filter(({ action }) => appealable.includes(action))
  return taking
    .map((each): StatementOfReasons => {
      const next = against.find(({ at }) => at > each.at)?.at ?? null
      return {
        decision: each.action,
        decidedAt: each.at,
        facts: each.message,
        ground: each.ground!,
        reason: each.reason,
        reasonLabel: reasonLabel(each.action, each.reason, round.houseRules),
        rule: each.rule && each.wording ? { code: each.rule, wording: each.wording } : null,
        automated: each.automated,
        versionStays: each.action === 'reject' && round.standsSince !== null && round.standsSince <= each.at,
        appeal: appealable.includes(each.action) ? standing(each, next, inOrder, round) : null,
      }
    })
    .reverse()
}

/** An appeal belongs to the last decision before it that can be appealed against. */
function standing(
  { at }: Told,
  next: string | null,
  told: readonly Told[],
  { appeals, mayAppeal, open, answerBy }: Round,
): AppealStanding {
  const within = (instant: string) => instant > at && (next === null || instant <= next)
  const appeal = appeals.find((each) => within(each.at)) ?? null
  const outcome = appeal
    ? (told.find((each) => outcomes.includes(each.action) && each.at >= appeal.at && within(each.at)) ?? null)
    : null
  const waits = appeal !== null && outcome === null && next === null && open
  return {
    until: appealUntil(at),
    possible: next === null && mayAppeal,
    state: outcome ? 'decided' : waits ? 'open' : 'none',
    appealedAt: appeal?.at ?? null,
    message: appeal?.message ?? null,
    answerBy: waits ? answerBy : null,
    outcome: (outcome?.action as AppealStanding['outcome']) ?? null,
    outcomeAt: outcome?.at ?? null,
    outcomeMessage: outcome?.message ?? null,
  }
}
