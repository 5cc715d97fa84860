'use client'

import { useEffect, useState } from 'react'
import { happenedLabels } from '../../../moderation/notices/happened.js'
import { useSettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import type { QueueRow } from '../../../moderation/queue.js'
import { HeldBar } from '../decide/held-bar.js'
import { HelpDialogue } from '../decide/help-dialogue.js'
import { allUndoneWords, undoneWords, type Undoing } from '../decide/undo-words.js'
import { type HeldDecision, useHeld } from '../decide/use-held.js'
import { fill } from '../fill.js'
import { ItemView } from '../item/item-view.js'
import type { Decided } from '../item/use-deciding.js'
import { readAhead } from '../item/use-item.js'
import { Announcer, useAnnounce } from '../use-announce.js'
import { singleKeysOn, usePreferences } from '../use-preferences.js'
import type { Shortcuts } from '../use-shortcuts.js'
import { BulkDialogue } from './bulk-dialogue.js'
import type { BulkAction, BulkResult } from './bulk-run.js'
import { FilterBar } from './filter-bar.js'
import { ItemNav } from './item-nav.js'
import { MunicipalityChoice } from './municipality-choice.js'
import { QueueList } from './queue-list.js'
import { ReasonTabs } from './reason-tabs.js'
import { useAnnounceFound } from './use-announce-found.js'
import { useCounts } from './use-counts.js'
import { useQueueAddress } from './use-queue-address.js'
import { keyOf, queueChanged, usePages } from './use-queue.js'

/** The queue, and the document that is open out of it. */
export const QueueApp = ({ municipalities }: { municipalities: string[] }) => (
  <Announcer>
    <Queue municipalities={municipalities} />
  </Announcer>
)

function Queue({ municipalities }: { municipalities: string[] }) {
  const { w, label } = useWords()
  const announce = useAnnounce()
  const [preferences, prefer] = usePreferences()
  const address = useQueueAddress(municipalities, preferences, prefer)
  const { filters, open } = address
  const municipality = useSettings(address.municipality)
  const queue = usePages<QueueRow>('/api/moderation/queue', address.query)
  useAnnounceFound(address.query, queue)
  const counts = useCounts(address.municipality)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [dialogue, setDialogue] = useState<'bulk' | 'help' | null>(null)
  const [left, setLeft] = useState<string | null>(null)
  /** Lines that were taken out, with their place, so that what is undone comes back to it. */
  const [taken] = useState(() => new Map<string, { row: QueueRow; index: number }>())
  const keys = singleKeysOn(preferences)
  const changed = () => window.dispatchEvent(new Event(queueChanged))

  const takeOut = (key: string) => {
    const index = queue.rows.findIndex((row) => keyOf(row) === key)
    if (index >= 0) taken.set(key, { row: queue.rows[index]!, index })
    queue.remove(key)
    setSelected((known) => new Set([...known].filter((each) => each !== key)))
  }
  const putBack = (key: string) => {
    const line = taken.get(key)
    if (line) queue.putBack(line.row, line.index)
  }
  const { held, hold, undo } = useHeld({
    onVoid: (decision, undone) => {
      putBack(keyOf(decision))
      announce(fill(undone ? w.heldUndone : w.heldVoid, { title: decision.title || w.withoutTitle }))
      changed()
    },
    onDone: (_, undoing) => {
      if (undoing) announce(w.heldTooLate)
      changed()
    },
  })

  const index = open ? queue.rows.findIndex((row) => keyOf(row) === open) : -1
  const show = (row: QueueRow | undefined, replace = false) => {
    address.setOpen(row ? keyOf(row) : null, replace)
    if (row) queue.near(queue.rows.indexOf(row))
  }
  const back = () => {
    setLeft(open)
    address.setOpen(null)
  }
  const move = (by: number) => () => {
    const next = queue.rows[index + by]
    if (next) show(next)
  }
  const following = index >= 0 ? queue.rows[index + 1] : undefined
  const followingKey = following ? keyOf(following) : null
  useEffect(() => readAhead(followingKey), [followingKey])

  const onDecided = ({ action, title, held: waiting }: Decided) => {
    const what = label((happenedLabels as Record<string, unknown>)[action])
    const said = fill(w.decided, { what, title: title || w.withoutTitle })
    const next = queue.rows[index + 1] ?? queue.rows[index - 1]
    if (open) takeOut(open)
    if (waiting) hold(waiting)
    else changed()
    announce([said, waiting ? w.canUndoNow : '', next ? '' : w.queueEmpty].filter(Boolean).join(' '))
    if (next) show(next, true)
    else back()
  }
  const undoOne = async (decision: HeldDecision) => {
    const outcome = await undo(decision)
    announce(undoneWords(outcome, decision.title || w.withoutTitle, w))
    if (outcome !== 'undone') return
    putBack(keyOf(decision))
    address.setOpen(keyOf(decision))
    changed()
  }
  const undoAll = async () => {
    const outcomes: Undoing[] = []
    for (const decision of [...held].reverse()) {
      const outcome = await undo(decision)
      if (outcome === 'undone') putBack(keyOf(decision))
      outcomes.push(outcome)
    }
    announce(allUndoneWords(outcomes, w))
    changed()
  }
  const onResults = (action: BulkAction, results: readonly BulkResult[]) => {
    for (const { row, outcome, effectiveAt } of results) {
      if (outcome === 'refused' || outcome === 'waiting') continue
      takeOut(keyOf(row))
      const { collection, id, title } = row
      if (effectiveAt) hold({ collection, id, title: title ?? '', action, effectiveAt })
    }
    changed()
  }

  const shared: Shortcuts = {
    help: () => setDialogue('help'),
    undo: () => {
      const last = held.at(-1)
      if (last) void undoOne(last)
      else announce(w.nothingToUndo)
    },
  }
  const filtered = Object.values(filters).some((value) => value !== null && value !== false)
  return (
    <div className="torg-workbench">
      {open ? (
        <>
          <ItemNav
            position={index >= 0 ? { n: index + 1, of: queue.rows.length, more: queue.hasMore } : null}
            onBack={back}
            onPrevious={index > 0 ? move(-1) : null}
            onNext={following ? move(1) : null}
            onHelp={() => setDialogue('help')}
          />
          <ItemView
            key={open}
            itemKey={open}
            keys={keys}
            shortcuts={{ ...shared, next: move(1), previous: move(-1), back }}
            onDecided={onDecided}
          />
        </>
      ) : (
        <>
          <h1 className="torg-hidden">{w.tabQueue}</h1>
          <div className="torg-workbench__tools">
            <MunicipalityChoice
              municipalities={municipalities}
              chosen={address.municipality}
              onChoose={address.setMunicipality}
            />
            <ReasonTabs
              counts={counts}
              chosen={filters.reason}
              onChoose={(reason) => address.setFilters({ ...filters, reason })}
            />
            <button
              type="button"
              className="torg-button torg-button--small"
              onClick={() => setDialogue('help')}
            >
              {w.shortcuts} {keys && <kbd aria-hidden="true">?</kbd>}
            </button>
          </div>
          <FilterBar filters={filters} municipality={municipality} onChange={address.setFilters} />
          <QueueList
            queue={queue}
            municipality={municipality}
            filtered={filtered}
            keys={keys}
            selected={selected}
            onSelect={setSelected}
            onOpen={(row) => show(row)}
            onBulk={() => setDialogue('bulk')}
            cameFrom={left}
            shortcuts={shared}
          />
        </>
      )}
      <HeldBar held={held} onUndo={(decision) => void undoOne(decision)} onUndoAll={() => void undoAll()} />
      {dialogue === 'bulk' && (
        <BulkDialogue
          rows={queue.rows.filter((row) => selected.has(keyOf(row)))}
          municipality={municipality}
          onResults={onResults}
          onClose={() => setDialogue(null)}
        />
      )}
      {dialogue === 'help' && (
        <HelpDialogue
          on={keys}
          onSwitch={(on) => prefer({ shortcuts: on })}
          onClose={() => setDialogue(null)}
        />
      )}
    </div>
  )
}
