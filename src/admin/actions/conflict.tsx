'use client'

import { Changes } from '../changes.js'
import type { Problem } from '../fetch-json.js'
import { Badge } from '../fields/badge.js'
import { fieldTitle } from '../read-values.js'
import { useFields } from '../changes.js'
import { useWords } from '../use-words.js'

interface ConflictProps {
  problem: Problem
  collection: string
  /** Names of the fields that this form changed. */
  mine: readonly string[]
  onReload: () => void
  onKeepMine?: () => void
  onClose: () => void
}

/** Somebody else was quicker: what they changed, and what can be done about one's own changes. */
export function Conflict({ problem, collection, mine, onReload, onKeepMine, onClose }: ConflictProps) {
  const { w, language } = useWords()
  const fields = useFields(collection)
  const theirs = problem.changed ?? []
  const apart = mine.length > 0 && !theirs.some(({ field }) => mine.includes(field))
  return (
    <div className="torg-conflict">
      <p role="alert">{w.conflictHappened}</p>
      <p>
        <Badge axis="state" value={problem.state} /> <Badge axis="publication" value={problem.publication} />
      </p>
      {theirs.length > 0 ? (
        <Changes changes={theirs} collection={collection} />
      ) : (
        <p>{w.conflictOnlyState}</p>
      )}
      {mine.length > 0 && (
        <p>
          {w.yourChanges}: {mine.map((name) => fieldTitle(fields, name, language)).join(', ')}
        </p>
      )}
      <div className="torg-buttons">
        {apart && onKeepMine && (
          <button type="button" className="torg-button torg-button--primary" onClick={onKeepMine}>
            {w.keepBoth}
          </button>
        )}
        <button
          type="button"
          className={apart && onKeepMine ? 'torg-button' : 'torg-button torg-button--primary'}
          onClick={onReload}
        >
          {w.readNewVersion}
        </button>
        <button type="button" className="torg-button" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </div>
  )
}
