'use client'

import { useEffect, useRef, useState } from 'react'
import { useSettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import type { QueueRow } from '../../../moderation/queue.js'
import { HeldBar } from '../decide/held-bar.js'
import { HelpDialogue } from '../decide/help-dialogue.js'
import { useUndoing } from '../decide/use-undoing.js'
import { ItemView } from '../item/item-view.js'
import type { Decided } from '../item/use-deciding.js'
import { readAhead } from '../item/use-item.js'
import { Announcer } from '../use-announce.js'
import { singleKeysOn, usePreferences } from '../use-preferences.js'
import type { Shortcuts } from '../use-shortcuts.js'
import { BulkDialogue, type BulkTyped } from './bulk-dialogue.js'
import type { BulkAction, BulkResult } from './bulk-run.js'
import { FilterBar } from './filter-bar.js'
import { ItemNav } from './item-nav.js'
import { keyOf } from './lines.js'
import { MunicipalityChoice } from './municipality-choice.js'
import { QueueList } from './queue-list.js'
import { ReasonTabs } from './reason-tabs.js'
import { useAnnounceFound } from './use-announce-found.js'
import { useCounts } from './use-counts.js'
import { useQueueAddress } from './use-queue-address.js'
import { usePages } from './use-queue.js'

/** The queue, and the document that is open out of it. */
export const QueueApp = ({ municipalities }: { municipalities: string[] }) => (
  <Announcer>
    <Queue municipalities={municipalities} />
  </Announcer>
)

function Queue({ municipalities }: { municipalities: string[] }) {
  const { w } = useWords()
  const [preferences, prefer] = usePreferences()
  const address = useQueueAddress(municipalities, preferences, prefer)
  const { filters, open } = address
  const municipality = useSettings(address.municipality)
  const queue = usePages<QueueRow>('/api/moderation/queue', address.query)
  useAnnounceFound(address.query, queue)
  const counts = useCounts(address.municipality)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [help, setHelp] = useState(false)
  /** What is decided about together, as it was when that was asked for. */
  const [bulk, setBulk] = useState<readonly QueueRow[] | null>(null)
  const typed = useRef<BulkTyped | null>(null)
  const [left, setLeft] = useState<string | null>(null)
  const keys = singleKeysOn(preferences)
  // Only what is in sight is decided about: another question or a decision may have left the rest behind.
  const chosen = queue.rows.filter((row) => selected.has(keyOf(row)))
  useEffect(() => setSelected(new Set()), [address.query])
  const undoing = useUndoing({ lines: queue, onOpen: (key) => address.setOpen(key) })
  const { held } = undoing

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

  const onDecided = (decided: Decided) => {
    const next = queue.rows[index + 1] ?? queue.rows[index - 1]
    undoing.decided(decided, open, next || queue.hasMore ? '' : w.queueEmpty)
    if (next) show(next, true)
    else back()
  }
  /** As soon as one is decided it can be taken back, while the others are still under way. */
  const onResult = (action: BulkAction, { row, outcome, effectiveAt }: BulkResult) => {
    if (outcome === 'refused' || outcome === 'waiting') return
    const key = keyOf(row)
    queue.takeOut(key)
    const { collection, id, title } = row
    if (effectiveAt) undoing.hold({ collection, id, title: title ?? '', action, effectiveAt })
    else queue.forget(key)
  }

  const shared: Shortcuts = {
    help: () => setHelp(true),
    undo: undoing.undoLast,
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
            onHelp={() => setHelp(true)}
          />
          <ItemView
            key={open}
            itemKey={open}
            keys={keys}
            shortcuts={{ ...shared, next: move(1), previous: move(-1), back }}
            onDecided={onDecided}
            ownHeld={undoing.held.length}
            onUndo={undoing.undoOf}
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
            <button type="button" className="torg-button torg-button--small" onClick={() => setHelp(true)}>
              {w.shortcuts} {keys && <kbd aria-hidden="true">?</kbd>}
            </button>
          </div>
          <FilterBar filters={filters} municipality={municipality} onChange={address.setFilters} />
          <QueueList
            queue={queue}
            municipality={municipality}
            filtered={filtered}
            keys={keys}
            selected={new Set(chosen.map(keyOf))}
            onSelect={setSelected}
            onOpen={(row) => show(row)}
            onBulk={() => setBulk(chosen)}
            cameFrom={left}
            shortcuts={shared}
          />
        </>
      )}
      <HeldBar
        held={held}
        done={undoing.done}
        onUndo={(decision) => void undoing.undoOne(decision)}
        onUndoAll={() => void undoing.undoAll()}
      />
      {bulk && (
        <BulkDialogue
          rows={bulk}
          municipality={municipality}
          typed={typed.current}
          onType={(some) => (typed.current = some)}
          held={held}
          onUndoAll={undoing.undoAll}
          onResult={onResult}
          onClose={() => setBulk(null)}
        />
      )}
      {help && (
        <HelpDialogue on={keys} onSwitch={(on) => prefer({ shortcuts: on })} onClose={() => setHelp(false)} />
      )}
    </div>
  )
}
