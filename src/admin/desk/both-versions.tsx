'use client'

import { useEffect, useState } from 'react'
import type { BeforeSubmit, DeskItem } from '../../moderation/desk.js'
import { Dialogue } from '../actions/dialogue.js'
import { fetchJson } from '../fetch-json.js'
import { WhatCitizensSee } from '../moderation/item/what-citizens-see.js'
import { useWords } from '../use-words.js'

const noKeys = () => undefined

/** What citizens see now, beside what is being written or waits for the municipality. */
export function BothVersions({ item, onClose }: { item: DeskItem; onClose: () => void }) {
  const { w } = useWords()
  const [before, setBefore] = useState<BeforeSubmit | 'failed' | null>(null)
  useEffect(() => {
    let here = true
    void fetchJson<BeforeSubmit>(`/api/desk/before-submit/${item.collection}/${item.id}`).then(
      ({ ok, body }) => here && setBefore(ok ? body : 'failed'),
    )
    return () => {
      here = false
    }
  }, [item])
  return (
    <Dialogue title={item.title ?? w.withoutTitle} onClose={onClose}>
      {before === null && <p role="status">{w.loading}</p>}
      {before === 'failed' && <p role="alert">{w.itemGone}</p>}
      {before && before !== 'failed' && (
        <WhatCitizensSee
          item={{ change: true, preview: before.preview, profile: { waits: null, public: null } }}
          onKey={noKeys}
        />
      )}
      <div className="torg-buttons">
        <button type="button" className="torg-button" onClick={onClose}>
          {w.close}
        </button>
      </div>
    </Dialogue>
  )
}
