import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { actions } from '../../moderation/states.js'
import { organisationActions } from '../../organisations/life.js'
import { en } from './en.js'
import { systemActions } from '../../moderation/notices/happened.js'
import { inboxLabels } from './inbox.js'
import { nb } from './nb.js'
import { processingLabels } from './processing.js'
import { shareLabels } from './share.js'
import { sv } from './sv.js'

const folder = path.resolve(import.meta.dirname, '..')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages') && !file.includes('.test.'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n')

/** `w.key`, `words.key` and keys that stand in tables as texts. */
const used = (key: string) => new RegExp(`\\b(w|words|wordsIn\\([^)]*\\))\\.${key}\\b|'${key}'`).test(sources)

describe('the words of the admin', () => {
  it('say something in all three languages, and the same things', () => {
    for (const messages of [sv, nb]) {
      expect(Object.keys(messages)).toEqual(Object.keys(en))
      expect(Object.keys(messages.whatHappens)).toEqual(Object.keys(en.whatHappens))
    }
    for (const messages of [sv, nb, en]) {
      const texts = [...Object.values(messages), ...Object.values(messages.whatHappens)]
      expect(texts.filter((text) => typeof text === 'string' && text.trim() === '')).toEqual([])
    }
  })

  it('are all used: what nobody reads is deleted', () => {
    expect(Object.keys(en).filter((key) => !used(key))).toEqual([])
  })

  it('are all there: nothing is asked for that has no words', () => {
    const asked = [...sources.matchAll(/\bw\.([a-zA-Z]+)/g)].map(([, key]) => key)
    expect(asked.filter((key) => !(key! in en))).toEqual([])
  })

  it('of the inbox and of shared previews are all used, too', () => {
    const asked = (key: string) => new RegExp(`say\\('${key}'`).test(sources)
    const keys = [...Object.keys(inboxLabels), ...Object.keys(shareLabels)]
    expect(keys.filter((key) => !asked(key))).toEqual([])
  })

  it('of the records of processing are all used, too', () => {
    const asked = (key: string) => new RegExp(`'${key}'|processingLabels\\.${key}\\b`).test(sources)
    expect(Object.keys(processingLabels).filter((key) => !asked(key))).toEqual([])
  })

  it('tell of actions that there are', () => {
    const known: readonly string[] = [...actions, ...organisationActions, ...systemActions]
    expect(Object.keys(en.whatHappens).filter((action) => !known.includes(action))).toEqual([])
  })

  it('in Swedish, name nothing that also means sex, and no two parts of the workbench alike', () => {
    const texts = Object.values(sv).filter((text) => typeof text === 'string')
    expect(texts.filter((text) => /(^|[^\p{L}])kön([^\p{L}]|$)/iu.test(text))).toEqual([])
    for (const { tabQueue, tabPublic, tabFigures, tabSwitches, overview } of [sv, nb, en]) {
      const stems = [tabQueue, tabPublic, tabFigures, tabSwitches, overview].map((tab) => tab.slice(0, 3))
      expect(new Set(stems).size).toBe(stems.length)
    }
  })

  it('name seven days and five places in a month in each language', () => {
    for (const { weekdays, ordinals } of [sv, nb, en]) {
      expect([weekdays.split(',').length, ordinals.split(',').length]).toEqual([7, 5])
    }
  })
})
