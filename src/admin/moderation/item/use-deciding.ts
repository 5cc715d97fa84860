'use client'

import { useEffect, useRef, useState } from 'react'
import type { Offered } from '../../actions/action-list.js'
import { askedTitle } from '../../actions/asked-title.js'
import { useFields } from '../../changes.js'
import type { Problem } from '../../fetch-json.js'
import { faultSentence, faultWords } from '../../problem-words.js'
import { fieldTitle } from '../../read-values.js'
import { useWords } from '../../use-words.js'
import { isInstant } from '../decide/decision-keys.js'
import type { Fault } from '../decide/decision-form.js'
import { type DecisionInput, sendDecision } from '../decide/send-decision.js'
import type { HeldDecision } from '../decide/use-held.js'
import type { OpenItem } from './use-item.js'

export interface Decided {
  action: string
  title: string
  /** Null where it took effect at once. */
  held: HeldDecision | null
}

/** While somebody writes an answer, colleagues should see that it is being read. */
const takesTime: readonly string[] = ['approve-with-edits', 'request-changes', 'reject']

/** Takes decisions about the document that is open; what was typed is kept until it was decided. */
export function useDeciding(open: OpenItem | null, onDecided: (decided: Decided) => void) {
  const { w, language } = useWords()
  const fields = useFields(open?.item.collection ?? '')
  const [asked, setAsked] = useState<Offered | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [conflict, setConflict] = useState<Problem | null>(null)
  const [sending, setSending] = useState(false)
  const typed = useRef<Record<string, DecisionInput>>({})
  const claimed = useRef(false)
  const key = open ? `${open.item.collection}/${open.item.id}` : ''
  useEffect(() => {
    typed.current = {}
    claimed.current = false
    setAsked(null)
    setFault(null)
    setConflict(null)
  }, [key])

  const target = open && {
    collection: open.item.collection,
    id: open.item.id,
    revision: open.list.revision,
    life: open.item.collection === 'organisations' ? open.item.organisation.life : null,
  }
  const titleOf = (field: string, offered: Offered) => {
    const name = field.replace(/^edits\./, '')
    const said = askedTitle(name, offered, open?.item.collection ?? '', w)
    return said === name ? fieldTitle(fields, name, language) : said
  }

  /** Whether it was taken. */
  const send = async (offered: Offered, input: DecisionInput): Promise<boolean> => {
    if (!target || !open || sending) return false
    setFault(null)
    setSending(true)
    const sent = await sendDecision(target, offered.action, input)
    setSending(false)
    if (sent.outcome === 'refused') {
      const { problem } = sent
      if (problem.code === 'revision-conflict') {
        setAsked(null)
        setConflict(problem)
        return false
      }
      const details = (problem.faults ?? []).map(
        (each) => `${titleOf(each.field, offered)}: ${faultSentence(each, language)}`,
      )
      setFault({ sentence: faultWords(problem, language), details })
      return false
    }
    typed.current = {}
    setAsked(null)
    const title = open.item.title ?? ''
    const { collection, id } = target
    const { action } = offered
    onDecided({
      action,
      title,
      held: sent.outcome === 'held' ? { collection, id, title, action, effectiveAt: sent.effectiveAt } : null,
    })
    return true
  }

  /** Claims or releases without saying so: a colleague sees it, and nobody is kept waiting for it. */
  const quietly = (action: 'claim' | 'release') => {
    if (target) void sendDecision(target, action, {})
  }
  const choose = (offered: Offered) => {
    setFault(null)
    if (target && isInstant(target.collection, offered.action, target.life)) return void send(offered, {})
    const free = open?.list.actions.some(({ action }) => action === 'claim') && !open.item.claim
    if (takesTime.includes(offered.action) && free && !claimed.current) {
      claimed.current = true
      quietly('claim')
    }
    setAsked(offered)
  }
  const close = () => {
    setAsked(null)
    setFault(null)
    if (claimed.current) {
      claimed.current = false
      quietly('release')
    }
  }
  return {
    asked,
    fault,
    sending,
    conflict,
    setConflict,
    choose,
    close,
    send,
    typedFor: (action: string): DecisionInput => typed.current[action] ?? {},
    type: (action: string, input: DecisionInput) => void (typed.current[action] = input),
  }
}
