import { describe, expect, it } from 'vitest'
import { createTurns } from './turns.js'

const busy = (milliseconds: number): void => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}
const always = (): boolean => true

describe('turns', () => {
  it('run at once where there is time', () => {
    expect(createTurns().take(() => 'now', always)).toBe('now')
  })

  it('let others come between when much is asked for at once, and keep the order', async () => {
    const turns = createTurns()
    const done: string[] = []
    const work = Array.from({ length: 8 }, async (_, at) =>
      turns.take(() => {
        busy(4)
        done.push(`made ${at}`)
      }, always),
    )
    // What is ready is sent whenever the loop comes round.
    let rounds = 0
    const others = (): void => {
      done.push('ready')
      if ((rounds += 1) < 4) setImmediate(others)
    }
    setImmediate(others)
    await Promise.all(work)
    expect(done.filter((one) => one !== 'ready')).toEqual(Array.from({ length: 8 }, (_, at) => `made ${at}`))
    expect(done.indexOf('ready')).toBeLessThan(done.indexOf('made 7'))
  })

  it('hand on faults, at once and later', async () => {
    const turns = createTurns()
    const fail = (): never => {
      busy(6)
      throw new Error('no')
    }
    expect(() => turns.take(fail, always)).toThrow('no')
    await expect(turns.take(fail, always)).rejects.toThrow('no')
  })

  it('are not taken for those who have left', async () => {
    const turns = createTurns()
    void turns.take(() => busy(6), always)
    let ran = false
    const left = turns.take(
      () => {
        ran = true
      },
      () => false,
    )
    await expect(left).rejects.toMatchObject({ code: 'unavailable' })
    expect(ran).toBe(false)
  })

  it('are refused where too many wait', async () => {
    const turns = createTurns()
    void turns.take(() => busy(6), always)
    const waiting = Array.from({ length: 2_000 }, async () => turns.take(() => 1, always))
    expect(() => turns.take(() => 1, always)).toThrow(/at once/)
    expect((await Promise.all(waiting)).length).toBe(2_000)
  })
})
