'use client'

import { useEffect, useRef } from 'react'
import type { QueueRow } from '../../../moderation/queue.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import { counted } from '../fill.js'
import type { Shortcuts } from '../use-shortcuts.js'
import { useShortcuts } from '../use-shortcuts.js'
import { QueueLine } from './queue-line.js'
import { keyOf } from './lines.js'
import type { Queue } from './use-queue.js'

interface QueueListProps {
  queue: Queue
  municipality: MunicipalitySettings | null
  filtered: boolean
  keys: boolean
  selected: ReadonlySet<string>
  onSelect: (keys: ReadonlySet<string>) => void
  onOpen: (row: QueueRow) => void
  onBulk: () => void
  /** Where the focus goes when somebody comes back from a document. */
  cameFrom: string | null
  shortcuts: Shortcuts
}

const line = (key: string): HTMLElement | null =>
  document.querySelector(`[data-queue-key="${CSS.escape(key)}"]`)

/** Everything that waits, to be read down and opened, or selected and decided about together. */
export function QueueList(props: QueueListProps) {
  const { queue, municipality, filtered, keys, selected, onSelect, onOpen, onBulk, cameFrom } = props
  const { w } = useWords()
  const { rows, state, hasMore } = queue
  const place = { country: municipality?.country ?? 'SE', zone: municipality?.zone ?? 'Europe/Stockholm' }
  const now = new Date()
  const returned = useRef(false)
  useEffect(() => {
    if (returned.current || rows.length === 0) return
    returned.current = true
    if (cameFrom) line(cameFrom)?.focus()
  }, [rows.length, cameFrom])

  /** Moves the focus along the titles; from elsewhere to the first. */
  const step = (by: number) => () => {
    const at = rows.findIndex((row) => line(keyOf(row)) === document.activeElement)
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) line(keyOf(next))?.focus()
    queue.near(at + by)
  }
  const toggle = (key: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(key)
    else next.delete(key)
    onSelect(next)
  }
  useShortcuts(
    {
      ...props.shortcuts,
      next: step(1),
      previous: step(-1),
      select: () => {
        const row = rows.find((each) => line(keyOf(each)) === document.activeElement)
        if (row) toggle(keyOf(row), !selected.has(keyOf(row)))
      },
    },
    keys,
  )
  if (state === 'failed') {
    return (
      <div className="torg-panel" role="alert">
        <p>{w.couldNotLoad}</p>
        <button type="button" className="torg-button" onClick={() => void queue.reload()}>
          {w.tryAgain}
        </button>
      </div>
    )
  }
  if (rows.length === 0 && (state === 'loading' || hasMore)) return <p className="torg-none">{w.loading}</p>
  if (rows.length === 0)
    return <p className="torg-panel torg-empty">{filtered ? w.queueEmptyFiltered : w.queueEmpty}</p>
  const all = rows.every((row) => selected.has(keyOf(row)))
  return (
    <>
      <div className="torg-queue__tools">
        <label className="torg-box">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => onSelect(event.target.checked ? new Set(rows.map(keyOf)) : new Set())}
          />
          {w.selectAll}
        </label>
        {selected.size > 0 && (
          <>
            <span role="status">{counted(w.chosen, selected.size)}</span>
            <button type="button" className="torg-button torg-button--primary" onClick={onBulk}>
              {counted(w.bulkDecide, selected.size)}
            </button>
            <button type="button" className="torg-button" onClick={() => onSelect(new Set())}>
              {w.chooseNone}
            </button>
          </>
        )}
      </div>
      <ul className="torg-queue" aria-label={w.queueList}>
        {rows.map((row) => (
          <QueueLine
            key={keyOf(row)}
            row={row}
            place={place}
            now={now}
            selected={selected.has(keyOf(row))}
            onSelect={(on) => toggle(keyOf(row), on)}
            onOpen={() => onOpen(row)}
          />
        ))}
      </ul>
      {hasMore && (
        <button type="button" className="torg-button" onClick={() => void queue.readMore()}>
          {w.showMore}
        </button>
      )}
    </>
  )
}
