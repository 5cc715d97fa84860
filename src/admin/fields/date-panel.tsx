'use client'

import { useState } from 'react'
import { useOpenDocument } from '../actions/use-open-document.js'
import { CancelDialogue } from '../desk/cancel-dialogue.js'
import { whenWords } from '../when-words.js'
import { fill } from '../moderation/fill.js'
import { inputFromInstant, instantFromInput } from '../time-words.js'
import { toast, useFormModified } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import type { Override } from './date-grid.js'
import { useSeries } from './use-series.js'

interface PanelProps {
  occurrence: string
  /** It is left out of the series. */
  left: boolean
  override: Override | null
  off: boolean
  onLeave: (leave: boolean) => void
  onChange: (part: 'start' | 'end' | 'note', value: string | null) => void
  onClear: () => void
}

/** One date of a series: leave it out, move it, write a note; where citizens see it, call it off at once. */
export function DatePanel({ occurrence, left, override, off, onLeave, onChange, onClear }: PanelProps) {
  const { w, language } = useWords()
  const { zone } = useSeries()
  const { list } = useOpenDocument()
  const when = whenWords(occurrence, zone, language)
  const id = `torg-date-${occurrence.replace(/\W/g, '-')}`
  return (
    <section className="torg-date" aria-labelledby={id}>
      <h4 id={id}>{when}</h4>
      {!left && (
        <>
          <div className="torg-line">
            {(['start', 'end'] as const).map((part) => (
              <TimeInput
                key={part}
                title={part === 'start' ? w.seriesNewStart : w.seriesNewEnd}
                value={override?.[part] ?? null}
                off={off}
                onChange={(value) => onChange(part, value)}
              />
            ))}
          </div>
          <label className="torg-stack">
            <span>{w.seriesAddNote}</span>
            <input
              className="torg-input"
              maxLength={300}
              value={override?.note ?? ''}
              disabled={off}
              onChange={({ target: { value } }) => onChange('note', value || null)}
            />
          </label>
        </>
      )}
      <div className="torg-buttons">
        {!off && (
          <button type="button" className="torg-button" onClick={() => onLeave(!left)}>
            {left ? w.seriesHold : w.seriesLeaveOut}
          </button>
        )}
        {!off && override && !left && (
          <button type="button" className="torg-button" onClick={onClear}>
            {w.seriesAsBefore}
          </button>
        )}
        {!left && <CancelDate occurrence={occurrence} />}
      </div>
      {list?.publication === 'live' && <p className="torg-help">{w.seriesMovesWait}</p>}
    </section>
  )
}

interface TimeProps {
  title: string
  value: string | null
  off: boolean
  onChange: (value: string | null) => void
}

/** A new time of one date: a day where the event lasts all day. */
function TimeInput({ title, value, off, onChange }: TimeProps) {
  const { zone, allDay } = useSeries()
  // While somebody types, the input holds half a time that is no instant yet.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className="torg-stack">
      <span>{title}</span>
      <input
        className="torg-input"
        type={allDay ? 'date' : 'datetime-local'}
        value={typed ?? (allDay ? (value ?? '') : inputFromInstant(value, zone))}
        disabled={off}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange((allDay ? target.value : instantFromInput(target.value, zone)) || null)
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  )
}

/** Calls one date off at once; while nothing is unsaved in the form, which is read anew afterwards. */
function CancelDate({ occurrence }: { occurrence: string }) {
  const { w, language } = useWords()
  const { zone } = useSeries()
  const { id, list, revision, reload, readAnew } = useOpenDocument()
  const modified = useFormModified()
  const [asking, setAsking] = useState(false)
  const offered = list?.actions.some(({ action }) => action === 'announce') ?? false
  if (!id || !offered || modified) return null
  const title = whenWords(occurrence, zone, language)
  const time = {
    occurrence,
    start: occurrence,
    end: null,
    status: 'scheduled',
    reason: null,
    bySeries: false,
  }
  return (
    <>
      <button
        type="button"
        className="torg-button torg-button--grave"
        aria-label={fill(w.deskCancelTitle, { title })}
        onClick={() => setAsking(true)}
      >
        {w.deskCancel}
      </button>
      {asking && (
        <CancelDialogue
          cancelling={{ id, title, revision, zone, series: true, times: [time] }}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            toast.success(fill(w.deskCancelled, { title }))
            void readAnew()
          }}
          onStale={async () => (await reload())?.revision ?? null}
        />
      )}
    </>
  )
}
