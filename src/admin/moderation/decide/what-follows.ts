import type { ReviewItem } from '../../../moderation/review-item.js'
import type { Messages } from '../../messages/en.js'
import { isHeld } from './decision-keys.js'

/** What is asked of a document to tell what an action would do to it. */
export interface FollowFacts {
  collection: string
  life: string | null
  /** It is public, or will be. */
  change: boolean
  /** Citizens see it now. */
  live: boolean
  unreviewed: boolean
  /** The actions after which citizens would see nothing: its time has passed. */
  publishesNothing: readonly string[]
}

/** The facts of an open document. */
export const followFactsOf = (item: ReviewItem, { publication }: { publication: string }): FollowFacts => ({
  collection: item.collection,
  life: item.collection === 'organisations' ? item.organisation.life : null,
  change: item.change,
  live: publication === 'live',
  unreviewed: item.unreviewed,
  publishesNothing: item.publishesNothing,
})

const back: readonly (keyof Messages)[] = ['followBack', 'followNotice']
const gone: readonly (keyof Messages)[] = ['followDisappears', 'followGonePage']

const follows: Record<string, (facts: FollowFacts) => readonly (keyof Messages)[]> = {
  approve: ({ collection, life }) =>
    collection === 'organisations' && life !== 'approved'
      ? ['followMayWrite', 'followNotice']
      : ['followGoesLive', 'followNotice'],
  'approve-with-edits': () => ['followGoesLive', 'followNotice'],
  publish: () => ['followGoesLive', 'followNotice'],
  'request-changes': ({ change }) => [...back, ...(change ? (['followPublicStays'] as const) : [])],
  reject: ({ change }) => [
    'followNotice',
    'followAppeal',
    ...(change ? (['followPublicStays'] as const) : []),
  ],
  correct: ({ unreviewed }) => ['followNotice', ...(unreviewed ? (['followOffList'] as const) : [])],
  announce: () => ['followStatus', 'followNotice'],
  pin: () => ['followOnTop', 'followNoNotice'],
  unpin: () => ['followNoNotice'],
  'look-over': () => ['followOffList', 'followNoNotice'],
  'accept-numbers': () => ['followNotice'],
  withdraw: ({ live, unreviewed }) => [
    ...(live ? gone : []),
    'followNotice',
    'followRestorable',
    ...(unreviewed ? (['followOffList'] as const) : []),
  ],
  remove: ({ live }) => [...(live ? gone : []), 'followNotice', 'followAppeal', 'followRestorable'],
  restore: () => ['followGoesLive', 'followNotice'],
  uphold: () => ['followDecisionStands', 'followNotice'],
  overturn: () => ['followGoesLive', 'followNotice'],
  erase: ({ live }) => [...(live ? (['followDisappears'] as const) : []), 'followDestroyed', 'followNotice'],
  suspend: () => ['followAllHidden', 'followNotice'],
  reinstate: () => ['followGoesLive', 'followNotice'],
  decline: () => ['followNotice'],
}

/** What follows from an action, sentence by sentence, for the person about to take it. */
export function whatFollows(action: string, facts: FollowFacts): (keyof Messages)[] {
  const over = facts.publishesNothing.includes(action)
  const own = (follows[action]?.(facts) ?? []).map((key) =>
    over && key === 'followGoesLive' ? 'followShownNoMore' : key,
  )
  return [...own, isHeld(facts.collection, action, facts.life) ? 'followUndo' : 'followNoUndo']
}
