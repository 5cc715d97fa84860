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
  /** What this form changed, by field. */
  mine: Readonly<Record<string, unknown>>
  onReload: () => void
  onKeepMine?: () => void
  onClose: () => void
}

/** Somebody else was quicker: what they changed, and what can be done about one's own changes. */
export function Conflict({ problem, collection, mine, onReload, onKeepMine, onClose }: ConflictProps) {
  const { w, language } = useWords()
  const fields = useFields(collection)
  const theirs = problem.changed ?? []
  const names = Object.keys(mine)
  // Where both wrote in the same place, one's own words are shown against theirs before they are kept.
  const both = theirs
    .filter(({ field }) => names.includes(field))
    .map(({ field, after }) => ({ field, before: after, after: mine[field] }))
  const keeps = onKeepMine && names.length > 0
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
      {names.length > 0 && (
        <p>
          {w.yourChanges}: {names.map((name) => fieldTitle(fields, name, language)).join(', ')}
        </p>
      )}
      {both.length > 0 && (
        <>
          <h3>{onKeepMine ? w.wouldOverwrite : w.wouldBeLost}</h3>
          <Changes changes={both} collection={collection} />
        </>
      )}
      <div className="torg-buttons">
        {keeps && (
          <button
            type="button"
            className={
              both.length > 0 ? 'torg-button torg-button--grave' : 'torg-button torg-button--primary'
            }
            onClick={onKeepMine}
          >
            {both.length > 0 ? w.keepMine : w.keepBoth}
          </button>
        )}
        <button
          type="button"
          className={keeps && both.length === 0 ? 'torg-button' : 'torg-button torg-button--primary'}
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
