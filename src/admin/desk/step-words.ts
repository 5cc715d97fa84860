import type { DeskItem, NextStep } from '../../moderation/desk.js'
import type { AdminLanguage } from '../language.js'
import type { Messages } from '../messages/en.js'
import { fill } from '../moderation/fill.js'
import { timeWords } from '../time-words.js'

const steps = {
  finish: 'stepFinish',
  'send-change': 'stepSendChange',
  mend: 'stepMend',
  'read-rejection': 'stepReadRejection',
  'appeal-rejection': 'stepAppealRejection',
  wait: 'stepWait',
  'wait-late': 'stepWaitLate',
  'wait-appeal': 'stepWaitAppeal',
  seen: 'stepSeen',
  'goes-out': 'stepGoesOut',
  over: 'stepOver',
  'taken-down': 'stepTakenDown',
  'read-removal': 'stepReadRemoval',
  'appeal-removal': 'stepAppealRemoval',
} as const satisfies Record<NextStep, keyof Messages>

/** The next step in plain words, with the day that goes with it. */
export function stepWords(
  { step, dueAt, visibleFrom, zone }: Pick<DeskItem, 'step' | 'dueAt' | 'visibleFrom' | 'zone'>,
  w: Messages,
  language: AdminLanguage,
): string {
  const at = (instant: string | null) => timeWords(instant, zone, language) ?? ''
  if (step === 'wait' && dueAt) return `${w.stepWait} ${fill(w.stepWaitBy, { at: at(dueAt) })}.`
  if (step === 'goes-out' && visibleFrom) return `${fill(w.deskGoesOutAt, { at: at(visibleFrom) })}.`
  return w[steps[step]]
}
