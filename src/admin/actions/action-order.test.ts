import { describe, expect, it } from 'vitest'
import { inOrder } from './action-order.js'

const may = (...names: string[]) =>
  names.map((action) => ({
    action,
    needs: ['approve-with-edits', 'correct'].includes(action) ? [{ field: 'edits', required: true }] : [],
  }))
const names = (list: { action: string }[]) => list.map(({ action }) => action)

describe('the order of the buttons', () => {
  it('puts approving first and the other answers beside it', () => {
    const { primary, beside, menu } = inOrder(
      may('claim', 'approve', 'approve-with-edits', 'request-changes', 'reject', 'remove', 'erase'),
      false,
    )
    expect(primary?.action).toBe('approve')
    expect(names(beside)).toEqual(['request-changes', 'reject'])
    expect(names(menu)).toEqual(['claim', 'remove', 'erase'])
  })

  it('offers what takes edits only where there are some, and then instead of approving without them', () => {
    const edited = inOrder(may('approve', 'approve-with-edits', 'reject'), true)
    expect(edited.primary?.action).toBe('approve-with-edits')
    expect([...names(edited.beside), ...names(edited.menu)]).toEqual(['reject'])
    expect(inOrder(may('correct'), false).primary).toBeNull()
    expect(inOrder(may('correct'), true).primary?.action).toBe('correct')
  })

  it('puts what takes away last', () => {
    const { primary, menu } = inOrder(may('delete-draft', 'submit', 'pin'), false)
    expect(primary?.action).toBe('submit')
    expect(names(menu)).toEqual(['pin', 'delete-draft'])
  })

  it('shows how to take down what is public without opening the menu, with edits too', () => {
    const live = may('announce', 'correct', 'withdraw', 'remove', 'erase', 'pin')
    expect(names(inOrder(live, false).beside)).toEqual(['withdraw'])
    expect(names(inOrder(live, true).beside)).toEqual(['announce', 'withdraw'])
  })

  it('offers nothing to somebody who may do nothing', () => {
    expect(inOrder([], true)).toEqual({ primary: null, beside: [], menu: [] })
  })
})
