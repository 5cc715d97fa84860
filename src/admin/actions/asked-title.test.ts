import { expect, it } from 'vitest'
import { wordsIn } from '../language.js'
import { formFor } from '../../moderation/missing.js'
import { transitions } from '../../moderation/transitions.js'
import { askedTitle } from './asked-title.js'

const w = wordsIn('sv')
const withdrawing = (as: 'author' | 'editor') => ({
  action: 'withdraw',
  needs: formFor('withdraw', transitions.withdraw, as, []),
})

it('calls the message of a withdrawal after who reads it: the other side', () => {
  expect(askedTitle('message', withdrawing('author'), 'events', w)).toBe(w.askMessageToMunicipality)
  expect(askedTitle('message', withdrawing('author'), 'posts', w)).toBe(w.askMessageToMunicipality)
  expect(askedTitle('message', withdrawing('editor'), 'events', w)).toBe(w.askMessage)
  expect(askedTitle('explanation', withdrawing('editor'), 'events', w)).toBe(w.askExplanation)
})

it('calls other messages as before, and what is not asked for by its own name', () => {
  expect(askedTitle('message', { action: 'reject', needs: [] }, 'events', w)).toBe(w.askMessage)
  expect(askedTitle('message', { action: 'withdraw', needs: [] }, 'places', w)).toBe(w.askMessage)
  expect(askedTitle('start', { action: 'submit', needs: [] }, 'events', w)).toBe('start')
})
