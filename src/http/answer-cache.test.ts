import { describe, expect, it } from 'vitest'
import { createAnswerCache, createDoorkeeper } from './answer-cache.js'

describe('kept answers', () => {
  it('never take more room than they may, in number and bytes', () => {
    const cache = createAnswerCache<string>({ answers: 20, bytes: 1_000 })
    for (let at = 0; at < 500; at += 1) {
      cache.keep(`key ${at % 60}`, 'x', at % 90)
      const { answers, bytes } = cache.size()
      expect(answers).toBeLessThanOrEqual(20)
      expect(bytes).toBeLessThanOrEqual(1_000)
    }
  })

  it('stay while they are asked for, however many others come', () => {
    const cache = createAnswerCache<string>({ answers: 20, bytes: 1_000_000 })
    cache.keep('hot', 'hot', 10)
    for (let at = 0; at < 500; at += 1) {
      cache.keep(`key ${at}`, 'x', 10)
      if (at % 5 === 0) expect(cache.find('hot')).toBe('hot')
    }
    expect(cache.find('key 0')).toBeUndefined()
  })

  it('are given as they are now', () => {
    const cache = createAnswerCache<string>({ answers: 20, bytes: 100 })
    cache.keep('key', 'old', 10)
    cache.keep('key', 'new', 20)
    expect(cache.find('key')).toBe('new')
    expect(cache.size()).toEqual({ answers: 1, bytes: 20 })
    // Too large to be kept: the old one is not kept in its place.
    cache.keep('key', 'huge', 90)
    expect(cache.find('key')).toBeUndefined()
    expect(cache.size()).toEqual({ answers: 0, bytes: 0 })
  })

  it('go where they are of no use any more, also those of before', () => {
    const cache = createAnswerCache<number>({ answers: 20, bytes: 1_000 })
    for (let at = 0; at < 15; at += 1) cache.keep(`key ${at}`, at, 10)
    cache.dropWhere((value) => value % 2 === 0)
    expect(cache.find('key 2')).toBeUndefined()
    expect(cache.find('key 3')).toBe(3)
    expect(cache.size()).toEqual({ answers: 7, bytes: 70 })
  })
})

describe('the doorkeeper', () => {
  it('knows what was asked for before, and nothing else', () => {
    const isAskedAgain = createDoorkeeper(1_000)
    expect(isAskedAgain('/hagby/events?area=north')).toBe(false)
    expect(isAskedAgain('/hagby/events?area=south')).toBe(false)
    expect(isAskedAgain('/hagby/events?area=north')).toBe(true)
  })

  it('forgets, so that it needs no more room however much is asked for', () => {
    const isAskedAgain = createDoorkeeper(100)
    isAskedAgain('first')
    for (let at = 0; at < 200; at += 1) isAskedAgain(`key ${at}`)
    expect(isAskedAgain('first')).toBe(false)
  })
})
