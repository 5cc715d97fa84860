'use client'

import { useState } from 'react'
import { useWords } from '../use-words.js'
import { DeletionPanel } from './deletion-panel.js'
import { PlacesPanel } from './places-panel.js'
import { useLeaving, useLeavingWords, type Leaving } from './use-leaving.js'

/** Where an account has roles, each to be left; and what deleting it would do. */
export function LeavingPage() {
  const { w } = useWords()
  const { say } = useLeavingWords()
  const found = useLeaving()
  return (
    <div className="torg-workbench torg-extract">
      <h1>{say('title')}</h1>
      {found === 'failed' && (
        <p className="torg-panel" role="alert">
          {w.couldNotLoad}
        </p>
      )}
      {found === null && <p className="torg-none">{w.loading}</p>}
      {found && found !== 'failed' && <Found leaving={found} />}
    </div>
  )
}

function Found({ leaving }: { leaving: Leaving }) {
  const { say } = useLeavingWords()
  const [gone, setGone] = useState<{ from: string } | 'deleted' | null>(null)
  if (gone === 'deleted')
    return (
      <div className="torg-panel" role="status">
        <p>{say('deleted')}</p>
        <p>{say('deletedId')}</p>
      </div>
    )
  if (gone)
    return (
      <div className="torg-panel" role="status">
        <p>{say('left', gone.from)}</p>
        <p>
          <a className="torg-button" href="/admin/login">
            {say('logIn')}
          </a>
        </p>
      </div>
    )
  return (
    <>
      <PlacesPanel leaving={leaving} onLeft={(from) => setGone({ from })} />
      <DeletionPanel leaving={leaving} onDeleted={() => setGone('deleted')} />
    </>
  )
}
