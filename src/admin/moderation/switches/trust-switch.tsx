'use client'

import { useEffect, useState } from 'react'
import { trustLevels, type Trust } from '../../../organisations/life.js'
import { Dialogue } from '../../actions/dialogue.js'
import { fetchJson, type Problem } from '../../fetch-json.js'
import type { Messages } from '../../messages/en.js'
import { useSettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import { FilterChoice, useFilterChoices } from '../queue/filter-bar.js'
import { useAnnounce } from '../use-announce.js'
import { SwitchButtons, useWaiting, WhatItMeans } from './what-it-means.js'

const names: Record<Trust, keyof Messages> = {
  standard: 'trustStandard',
  trusted: 'trustTrusted',
  probation: 'trustProbation',
}
const meanings: Record<Trust, keyof Messages> = {
  standard: 'meansStandard',
  trusted: 'meansTrusted',
  probation: 'meansProbation',
}

interface Organisation {
  id: string
  name: string
  trust?: Trust
  revision: number
}

/** How far one organisation is trusted, switched after saying what it means. */
export function TrustSwitch({ municipality }: { municipality: string }) {
  const { w } = useWords()
  const announce = useAnnounce()
  const { organisations } = useFilterChoices(useSettings(municipality))
  const [chosen, setChosen] = useState<string | null>(null)
  const [organisation, setOrganisation] = useState<Organisation | null>(null)
  const [wanted, setWanted] = useState<Trust | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const waiting = useWaiting(municipality, chosen)
  useEffect(() => {
    let here = true
    setOrganisation(null)
    if (chosen) {
      void fetchJson<Organisation>(`/api/organisations/${chosen}?depth=0`).then(({ ok, body }) => {
        if (here && ok) setOrganisation(body)
      })
    }
    return () => {
      here = false
    }
  }, [chosen])
  const now = organisation?.trust ?? 'standard'
  const close = () => {
    setWanted(null)
    setProblem(null)
  }
  const switchNow = async () => {
    if (!organisation || !wanted) return
    const { ok, body } = await fetchJson<{ doc?: Organisation }>(`/api/organisations/${organisation.id}`, {
      method: 'PATCH',
      body: { revision: organisation.revision, trust: wanted },
    })
    if (!ok) return setProblem(body)
    if (body.doc) setOrganisation(body.doc)
    close()
    announce(w.switched)
  }
  return (
    <section className="torg-panel" aria-labelledby="torg-trust">
      <h2 id="torg-trust">{w.trustOf}</h2>
      <FilterChoice
        title={w.chooseOrganisation}
        value={chosen}
        choices={organisations}
        none={w.chooseOne}
        onChange={setChosen}
      />
      {organisation && (
        <fieldset className="torg-field torg-trust">
          <legend className="field-label">{organisation.name}</legend>
          {trustLevels.map((level) => (
            <div key={level}>
              <label className="torg-box">
                <input
                  type="radio"
                  name="torg-trust"
                  checked={now === level}
                  onChange={() => level !== now && setWanted(level)}
                />
                {String(w[names[level]])}
              </label>
              <p className="torg-help">{String(w[meanings[level]])}</p>
            </div>
          ))}
        </fieldset>
      )}
      {organisation && wanted && (
        <Dialogue title={`${organisation.name}: ${String(w[names[wanted]])}`} onClose={close}>
          <WhatItMeans sentence={String(w[meanings[wanted]])} waiting={waiting ?? []} />
          <SwitchButtons problem={problem} onSwitch={() => void switchNow()} onClose={close} />
        </Dialogue>
      )}
    </section>
  )
}
