import { expect, it } from 'vitest'
import { toldOf } from '../../../moderation/notices/happenings.js'
import { transitions } from '../../../moderation/transitions.js'
import { actions } from '../../../moderation/states.js'
import { elsewhere } from './decision-keys.js'
import { type FollowFacts, whatFollows } from './what-follows.js'

const live: FollowFacts = {
  collection: 'events',
  life: null,
  change: true,
  live: true,
  unreviewed: false,
  publishesNothing: [],
}
const byEditors = actions.filter(
  (action) =>
    !elsewhere.includes(action) &&
    !transitions[action].who.includes('clock') &&
    !['claim', 'release'].includes(action),
)

it('every action of editors says what follows, beside whether it can be undone', () => {
  for (const action of byEditors) expect(whatFollows(action, live).length, action).toBeGreaterThan(1)
})

it('who is told is what the table of happenings says', () => {
  for (const action of byEditors) {
    const tells = whatFollows(action, live).includes('followNotice')
    expect(tells, action).toBe(toldOf(action, { own: false }).includes('organisation'))
  }
})

it('what is public is said to stay only where it is, and to disappear only where it was there', () => {
  expect(whatFollows('reject', live)).toContain('followPublicStays')
  expect(whatFollows('reject', { ...live, change: false, live: false })).not.toContain('followPublicStays')
  expect(whatFollows('remove', { ...live, live: false })).not.toContain('followDisappears')
})

it('what cannot be undone does not say that it can', () => {
  expect(whatFollows('erase', live)).toEqual(expect.arrayContaining(['followDestroyed', 'followNoUndo']))
  expect(whatFollows('erase', live)).not.toContain('followUndo')
  expect(whatFollows('approve', { ...live, collection: 'organisations', life: 'applied' })).toEqual([
    'followMayWrite',
    'followNotice',
    'followNoUndo',
  ])
})

it('nothing is said to become public whose time has passed', () => {
  const over = { ...live, publishesNothing: ['approve', 'restore'] }
  for (const action of ['approve', 'restore']) {
    expect(whatFollows(action, over)).toContain('followShownNoMore')
    expect(whatFollows(action, over)).not.toContain('followGoesLive')
  }
  expect(whatFollows('publish', over)).toContain('followGoesLive')
})
