import { describe, expect, it } from 'vitest'
import { holdable } from '../../../editorial/hold.js'
import { actions } from '../../../moderation/states.js'
import { actionsByKey, isHeld, isInstant, menuActions } from './decision-keys.js'
import { shortcutOf } from './shortcut.js'

const may = (...names: string[]) => names.map((action) => ({ action }))
const keysOf = (...names: string[]) =>
  Object.entries(actionsByKey(may(...names)))
    .map(([key, { action }]) => `${key} ${action}`)
    .join(', ')

describe('the four keys', () => {
  it.each([
    [
      'what waits',
      ['claim', 'approve', 'approve-with-edits', 'request-changes', 'reject', 'remove'],
      'a approve, e approve-with-edits, c request-changes, r reject',
    ],
    ['an appeal', ['remove', 'uphold', 'overturn'], 'a overturn, r uphold'],
    ['an organisation that applies', ['approve', 'decline', 'leave'], 'a approve, r decline'],
    [
      'what went out unreviewed',
      ['look-over', 'correct', 'withdraw', 'remove'],
      'a look-over, e correct, r withdraw',
    ],
    ['what was taken down', ['restore', 'erase'], 'a restore'],
    ['an overdue confirmation', ['suspend', 'leave'], 'r suspend'],
  ])('do for %s what lies nearest', (_, offered, keys) => {
    expect(keysOf(...offered)).toBe(keys)
  })

  it('leave the rest to the menu, what takes something away last, and nothing of the author’s', () => {
    const rest = menuActions(may('save', 'remove', 'approve', 'claim', 'announce', 'erase', 'submit'), [
      'remove',
      'erase',
    ])
    expect(rest.map(({ action }) => action)).toEqual(['announce', 'remove', 'erase'])
  })
})

describe('undoing', () => {
  it('is possible for exactly what the server lets wait', () => {
    const waits = actions.filter((action) => isHeld('events', action, null))
    expect(waits.sort()).toEqual([...holdable].sort())
  })

  it('is not for organisations that are taken up, and is for their profiles', () => {
    expect(isHeld('organisations', 'approve', 'applied')).toBe(false)
    expect(isHeld('organisations', 'approve', 'approved')).toBe(true)
  })

  it('lets a key decide at once only where it can be taken back or nothing changes; the rest is asked first', () => {
    const instant = actions.filter((action) => isInstant('events', action, null))
    expect(instant).toEqual(['look-over', 'approve'])
    expect(isInstant('organisations', 'approve', 'applied')).toBe(false)
    expect(isInstant('organisations', 'approve', 'approved')).toBe(true)
  })
})

describe('single keys', () => {
  const press = (key: string, more: object = {}, inside = '') =>
    shortcutOf(
      { key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, ...more },
      {
        closest: ((selector: string) =>
          inside && selector.includes(inside) ? {} : null) as Element['closest'],
      },
    )

  it('mean something alone, and nothing together with others', () => {
    expect([press('a'), press('j'), press('?'), press('q')]).toEqual(['approve', 'next', 'help', null])
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'isComposing'])
      expect(press('a', { [modifier]: true })).toBe(null)
  })

  it('are letters while somebody types or a dialogue is open', () => {
    for (const inside of ['textarea', 'select', 'contenteditable', 'dialog'])
      expect(press('r', {}, inside)).toBe(null)
  })

  it('decide once however long they are held down', () => {
    expect([press('a', { repeat: true }), press('j', { repeat: true })]).toEqual([null, 'next'])
  })
})
