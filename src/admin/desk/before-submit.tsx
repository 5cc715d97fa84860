'use client'

import { useEffect, useState } from 'react'
import type { BeforeSubmit as Before } from '../../moderation/desk.js'
import { fetchJson } from '../fetch-json.js'
import { counted, fill } from '../moderation/fill.js'
import { WhatCitizensSee } from '../moderation/item/what-citizens-see.js'
import { timeWords } from '../time-words.js'
import { useDocumentInfo } from '../ui-kit.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'

const noKeys = () => undefined

/** What an author should know before sending something in: the time left, the rules of the house, how it will look. */
export function BeforeSubmit({ collection }: { collection: string }) {
  const { w, label, language } = useWords()
  const { id } = useDocumentInfo()
  const zone = useZone()
  const [before, setBefore] = useState<Before | null>(null)
  useEffect(() => {
    let here = true
    if (!id) return
    void fetchJson<Before>(`/api/desk/before-submit/${collection}/${id}`).then(({ ok, body }) => {
      if (here && ok) setBefore(body)
    })
    return () => {
      here = false
    }
  }, [collection, id])
  if (!before) return null
  const leadForm = ({ left, late }: NonNullable<Before['lead']>) =>
    left === 0 ? w.beforeLeadNone : counted(late ? w.beforeLeadLate : w.beforeLead, left)
  const { lead, decisionBy, goesOutAtOnce, houseRules, preview } = before
  const look = preview.waits.length > 0
  return (
    <div className="torg-before">
      {lead && (
        <p className={lead.late ? 'torg-found__notice' : undefined} role={lead.late ? 'status' : undefined}>
          {fill(leadForm(lead), { of: lead.needed })}
        </p>
      )}
      {goesOutAtOnce ? (
        <p>{w.beforeGoesOut}</p>
      ) : (
        decisionBy && <p>{fill(w.beforeDecisionBy, { at: timeWords(decisionBy, zone, language) ?? '' })}</p>
      )}
      {houseRules.length > 0 && (
        <>
          <h3>{w.houseRules}</h3>
          <ul>
            {houseRules.map((rule) => (
              <li key={rule.code}>{label(rule.label)}</li>
            ))}
          </ul>
        </>
      )}
      {look && (
        <details className="torg-details">
          <summary>{w.beforeLook}</summary>
          <WhatCitizensSee
            item={{ change: before.change, preview, profile: { waits: null, public: null } }}
            onKey={noKeys}
          />
        </details>
      )}
    </div>
  )
}
