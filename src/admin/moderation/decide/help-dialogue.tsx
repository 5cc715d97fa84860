'use client'

import { Dialogue } from '../../actions/dialogue.js'
import type { Messages } from '../../messages/en.js'
import { useWords } from '../../use-words.js'
import { type Shortcut, shortcutKeys } from './shortcut.js'

const words: Record<Shortcut, keyof Messages> = {
  next: 'keyNext',
  previous: 'keyPrevious',
  approve: 'keyApprove',
  edit: 'keyEdit',
  changes: 'keyChanges',
  reject: 'keyReject',
  undo: 'keyUndo',
  claim: 'keyClaim',
  select: 'keySelect',
  back: 'keyBack',
  help: 'keyHelp',
}

/** The keys of the workbench, and the switch that turns them off. */
export function HelpDialogue({
  on,
  onSwitch,
  onClose,
}: {
  on: boolean
  onSwitch: (on: boolean) => void
  onClose: () => void
}) {
  const { w } = useWords()
  return (
    <Dialogue title={w.shortcuts} onClose={onClose}>
      <label className="torg-box">
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
        {w.shortcutsOn}
      </label>
      <p className="torg-help">{w.shortcutsHelp}</p>
      <dl className="torg-keys">
        {shortcutKeys.map(({ key, shortcut }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{String(w[words[shortcut]])}</dd>
          </div>
        ))}
      </dl>
      <div className="torg-buttons">
        <button type="button" className="torg-button torg-button--primary" onClick={onClose}>
          {w.close}
        </button>
      </div>
    </Dialogue>
  )
}
