'use client'

import { useEffect, useState } from 'react'
import { fetchJson, type Problem } from '../../fetch-json.js'
import { faultSentence, faultWords } from '../../problem-words.js'
import { useWords } from '../../use-words.js'
import { counted } from '../fill.js'

export interface Waiting {
  surface: 'calendar' | 'community'
  count: number
  more: boolean
}

/** How much waits, which a switch leaves waiting. */
export function useWaiting(municipality: string | null, organisation: string | null): Waiting[] | null {
  const [waiting, setWaiting] = useState<Waiting[] | null>(null)
  useEffect(() => {
    let here = true
    if (!municipality) return
    const query = new URLSearchParams({ municipality, ...(organisation ? { organisation } : {}) })
    void fetchJson<{ waiting: Waiting[] }>(`/api/moderation/switch?${query}`).then(({ ok, body }) => {
      if (here) setWaiting(ok ? body.waiting : [])
    })
    return () => {
      here = false
    }
  }, [municipality, organisation])
  return waiting
}

/** What a switch changes from now on, and what it leaves as it is. */
export function WhatItMeans({ sentence, waiting }: { sentence: string; waiting: readonly Waiting[] }) {
  const { w } = useWords()
  const sum = waiting.reduce((total, { count }) => total + count, 0)
  const more = waiting.some((each) => each.more)
  return (
    <ul className="torg-means">
      <li>{sentence}</li>
      <li>{sum === 0 ? w.noneWaiting : counted(w.stillWaiting, sum, more)}</li>
      <li>{w.nothingPublicChanges}</li>
    </ul>
  )
}

export function SwitchButtons({
  problem,
  onSwitch,
  onClose,
}: {
  problem: Problem | null
  onSwitch: () => void
  onClose: () => void
}) {
  const { w, language } = useWords()
  return (
    <>
      {problem && (
        <p className="torg-fault" role="alert">
          {faultWords(problem, language)}{' '}
          {(problem.faults ?? []).map((fault) => faultSentence(fault, language)).join(' ')}
        </p>
      )}
      <div className="torg-buttons">
        <button type="button" className="torg-button torg-button--primary" onClick={onSwitch}>
          {w.switchNow}
        </button>
        <button type="button" className="torg-button" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </>
  )
}
