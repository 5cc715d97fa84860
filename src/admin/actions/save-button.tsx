'use client'

import { useEffect } from 'react'
import { forgetUnfinished } from '../fields/unfinished-pictures.js'
import { useFormModified } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { Conflict } from './conflict.js'
import { Dialogue } from './dialogue.js'
import { useSave } from './use-save.js'
import { useSaveKey } from './use-save-key.js'

/** Saves a draft and nothing else: what is public changes by actions only. Ctrl-S or Cmd-S does the same. */
export function SaveButton() {
  const { w } = useWords()
  const modified = useFormModified()
  const { open, save, saving, conflict, setConflict } = useSave()
  const button = useSaveKey()
  const may = !open.id || open.list?.maySave === true
  const off = saving || !may || (Boolean(open.id) && !modified)
  useEffect(() => forgetUnfinished, [])
  if (!may) return null
  return (
    <>
      <button
        ref={button}
        id="torg-save"
        type="button"
        className="torg-button"
        aria-disabled={off}
        onClick={() => !off && void save()}
      >
        {saving ? w.saving : open.collection === 'organisations' ? w.saveProfile : w.saveDraft}
      </button>
      {conflict && (
        <Dialogue title={w.conflictTitle} onClose={() => setConflict(null)}>
          <Conflict
            problem={conflict}
            collection={open.collection}
            mine={open.edits()}
            onReload={() => {
              setConflict(null)
              void open.readAnew()
            }}
            onKeepMine={() => {
              setConflict(null)
              void save(conflict.revision)
            }}
            onClose={() => setConflict(null)}
          />
        </Dialogue>
      )}
    </>
  )
}
