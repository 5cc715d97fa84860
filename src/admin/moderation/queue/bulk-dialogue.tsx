'use client'

import { useMemo, useRef, useState } from 'react'
import type { QueueRow } from '../../../moderation/queue.js'
import { Dialogue } from '../../actions/dialogue.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import type { HeldDecision } from '../decide/use-held.js'
import type { UndoingDecisions } from '../decide/use-undoing.js'
import { counted } from '../fill.js'
import { BulkForm } from './bulk-form.js'
import { type BulkInput, bulkTexts, inputFor } from './bulk-message.js'
import { BulkResults, resultWords } from './bulk-results.js'
import { type BulkAction, type BulkResult, runBulk } from './bulk-run.js'
import { keyOf } from './lines.js'

export interface BulkTyped extends BulkInput {
  action: BulkAction
}

interface BulkDialogueProps {
  /** As they were when it was opened: what is decided leaves the list, and not this. */
  rows: readonly QueueRow[]
  municipality: MunicipalitySettings | null
  /** What was typed before the dialogue was closed without deciding. */
  typed: BulkTyped | null
  onType: (typed: BulkTyped | null) => void
  held: readonly HeldDecision[]
  onUndoAll: UndoingDecisions['undoAll']
  onResult: (action: BulkAction, result: BulkResult) => void
  onClose: () => void
}

/** Decides about what was selected, each on its own, shows what became of each, and takes all back while there is time. */
export function BulkDialogue(props: BulkDialogueProps) {
  const { rows, municipality, onType, held, onUndoAll, onResult, onClose } = props
  const { w } = useWords()
  const texts = useMemo(() => bulkTexts(municipality), [municipality])
  const afterwards = rows.every(({ reason }) => reason === 'afterwards')
  const [typed, setTyped] = useState<BulkTyped>(
    props.typed ?? { action: afterwards ? 'look-over' : 'approve', reason: '', own: null },
  )
  const [results, setResults] = useState<BulkResult[] | null>(null)
  const [running, setRunning] = useState(false)
  const [undone, setUndone] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const stopped = useRef(false)
  const run = useRef<Promise<BulkResult[]> | null>(null)
  const type = (some: Partial<BulkTyped>) => {
    const next = { ...typed, ...some }
    setTyped(next)
    onType(next)
  }
  const go = async () => {
    const { action } = typed
    setRunning(true)
    run.current = runBulk(rows, action, {
      inputFor: (row) => inputFor(row, typed, texts, action),
      onResult: (result, some) => {
        setResults(some)
        onResult(action, result)
      },
      stopped: () => stopped.current,
    })
    const all = await run.current
    setRunning(false)
    onType(null)
    if (!stopped.current) setSaid(resultWords(all, w.bulkResult))
  }
  const own = held.filter((decision) => rows.some((row) => keyOf(row) === keyOf(decision)))
  const undoAll = async () => {
    // Whoever takes all back wants none of the rest either, nor those that are under way.
    stopped.current = true
    await run.current
    const { said: sentence, undone: back } = await onUndoAll(rows.map(keyOf))
    setUndone((known) => new Set([...known, ...back]))
    setSaid(sentence)
  }
  return (
    <Dialogue title={counted(w.bulkDecide, rows.length)} onClose={running ? () => undefined : onClose}>
      {/* Here, because the page behind a modal dialogue is silent. */}
      <p role="status">{said}</p>
      {results === null && !running ? (
        <BulkForm
          rows={rows}
          typed={typed}
          texts={texts}
          onType={type}
          onSend={() => void go()}
          onClose={onClose}
        />
      ) : (
        <BulkResults
          results={results ?? rows.map((row) => ({ row, outcome: 'waiting' }))}
          running={running}
          undone={undone}
          held={own}
          onUndoAll={() => void undoAll()}
          onClose={onClose}
        />
      )}
    </Dialogue>
  )
}
