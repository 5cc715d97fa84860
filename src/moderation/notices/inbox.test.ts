import { describe, expect, it } from 'vitest'
import { drawTogether, hasRead } from './inbox.js'

const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`
const notice = (id: string, hour: number) => ({ id, createdAt: at(hour) })
const all = [notice('a', 1), notice('b', 2), notice('c', 3), notice('d', 4)]

describe('what somebody has read', () => {
  it('is everything up to an instant and single notices after it', () => {
    const readings = { readUntil: at(2), read: ['d'] }
    expect(all.map((each) => hasRead(readings, each))).toEqual([true, true, false, true])
  })

  it('is drawn together up to the first that is unread', () => {
    expect(drawTogether({ readUntil: at(0), read: ['a', 'b', 'd'] }, all)).toEqual({
      readUntil: at(2),
      read: ['d'],
    })
    expect(drawTogether({ readUntil: at(0), read: ['a', 'b', 'c', 'd'] }, all)).toEqual({
      readUntil: at(4),
      read: [],
    })
  })

  it('never swallows an unread one, not even one written in the same instant', () => {
    const twins = [notice('a', 1), notice('b', 2), notice('c', 2)]
    const drawn = drawTogether({ readUntil: at(0), read: ['a', 'b'] }, twins)
    expect(twins.map((each) => hasRead(drawn, each))).toEqual([true, true, false])
    const stays = { readUntil: at(0), read: ['b'] }
    expect(drawTogether(stays, all)).toBe(stays)
  })
})
