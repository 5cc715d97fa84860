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

  /** What is done in each round of the loop, while others have theirs. */
  async function inRounds(work: Promise<unknown>[], done: string[]): Promise<string[]> {
    let isOver = false
    const others = (): void => {
      done.push('|')
      if (!isOver) setImmediate(others)
    }
    setImmediate(others)
    await Promise.all(work)
    isOver = true
    return done
      .join(' ')
      .split('|')
      .map((one) => one.trim())
      .filter(Boolean)
  }

  it('are one after the other of work that goes on in promises, with others in between', async () => {
    const turns = createTurns()
    const done: string[] = []
    const work = Array.from({ length: 6 }, (_, at) =>
      turns.takeWhole(async () => {
        done.push(`${at} begins`)
        await Promise.resolve()
        busy(6)
        await Promise.resolve()
        done.push(`${at} ends`)
      }, always),
    )
    expect(await inRounds(work, done)).toEqual(
      Array.from({ length: 6 }, (_, at) => `${at} begins ${at} ends`),
    )
  })

  it('are not given to others while such work goes on, also where it is short or fails', async () => {
    const turns = createTurns()
    const done: string[] = []
    const failed = turns.takeWhole(async () => {
      await Promise.resolve()
      throw new Error('no')
    }, always)
    const whole = turns.takeWhole(async () => {
      for (let step = 0; step < 20; step += 1) await Promise.resolve()
      done.push('whole')
    }, always)
    const short = turns.take(() => done.push('short'), always)
    expect(done).toEqual([])
    await expect(failed).rejects.toThrow('no')
    await Promise.all([whole, short])
    expect(done).toEqual(['whole', 'short'])
  })

  it('go on behind those who wait, and are not refused where too many do', async () => {
    const turns = createTurns()
    const done: string[] = []
    void turns.take(() => busy(6), always)
    const waiting = Array.from({ length: 2_000 }, async (_, at) =>
      turns.take(() => at === 1_999 && done.push('the last'), always),
    )
    const further = turns.goOn(() => done.push('further'))
    await Promise.all([...waiting, further])
    expect(done).toEqual(['the last', 'further'])
    expect(await turns.goOn(() => 'also alone')).toBe('also alone')
  })
})
