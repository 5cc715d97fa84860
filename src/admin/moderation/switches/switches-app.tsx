'use client'

import { useEffect, useState } from 'react'
import { Dialogue } from '../../actions/dialogue.js'
import { fetchJson, type Problem } from '../../fetch-json.js'
import { useAccount } from '../../use-account.js'
import type { MunicipalitySettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'
import { MunicipalityChoice } from '../queue/municipality-choice.js'
import { Announcer, useAnnounce } from '../use-announce.js'
import { useAddress } from '../use-address.js'
import { SwitchButtons, useWaiting, type Waiting, WhatItMeans } from './what-it-means.js'
import { TrustSwitch } from './trust-switch.js'

/** Modes of the surfaces and trust in organisations, each switched after saying what it means. */
export const SwitchesApp = ({ municipalities }: { municipalities: string[] }) => (
  <Announcer>
    <Switches municipalities={municipalities} />
  </Announcer>
)

type Mode = 'pre' | 'post'
const modeFields = { calendar: 'modeCalendar', community: 'modeCommunity' } as const

function Switches({ municipalities }: { municipalities: string[] }) {
  const { w } = useWords()
  const [search, change] = useAddress()
  const named = search.get('municipality')
  const chosen = named && municipalities.includes(named) ? named : (municipalities[0] ?? null)
  return (
    <div className="torg-workbench">
      <h1>{w.tabSwitches}</h1>
      <p>{w.switchesIntro}</p>
      <MunicipalityChoice
        municipalities={municipalities}
        chosen={chosen}
        onChoose={(id) => change({ municipality: id })}
      />
      {chosen && <Modes key={chosen} municipality={chosen} />}
      {chosen && <TrustSwitch key={`${chosen} trust`} municipality={chosen} />}
    </div>
  )
}

function Modes({ municipality }: { municipality: string }) {
  const { w } = useWords()
  const announce = useAnnounce()
  const account = useAccount()
  const waiting = useWaiting(municipality, null)
  const [settings, setSettings] = useState<MunicipalitySettings | null>(null)
  const [wanted, setWanted] = useState<{ surface: Waiting['surface']; mode: Mode } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const admin = (account?.memberships ?? []).some(
    (one) => one.role === 'municipality-admin' && one.municipality === municipality,
  )
  const address = `/api/municipalities/${municipality}`
  useEffect(() => {
    let here = true
    void fetchJson<MunicipalitySettings>(`${address}?depth=0`).then(({ ok, body }) => {
      if (here && ok) setSettings(body)
    })
    return () => {
      here = false
    }
  }, [address])
  if (!settings) return null
  const surfaces = { calendar: w.surfaceCalendar, community: w.surfaceCommunity }
  const modes = { pre: w.modePre, post: w.modePost }
  const switchNow = async () => {
    if (!wanted) return
    setProblem(null)
    const { ok, body } = await fetchJson<{ doc?: MunicipalitySettings }>(address, {
      method: 'PATCH',
      body: { revision: settings.revision, [modeFields[wanted.surface]]: wanted.mode },
    })
    if (!ok) return setProblem(body)
    if (body.doc) setSettings(body.doc)
    setWanted(null)
    announce(w.switched)
  }
  return (
    <section className="torg-panel" aria-labelledby="torg-modes">
      <h2 id="torg-modes">{w.modes}</h2>
      {!admin && <p className="torg-note">{w.onlyAdminSwitches}</p>}
      <dl className="torg-switches">
        {(waiting ?? []).map(({ surface }) => {
          const now = settings[modeFields[surface]] ?? 'pre'
          const other: Mode = now === 'pre' ? 'post' : 'pre'
          return (
            <div key={surface}>
              <dt>{surfaces[surface]}</dt>
              <dd>
                <span>{modes[now]}</span>
                {admin && (
                  <button
                    type="button"
                    className="torg-button"
                    onClick={() => setWanted({ surface, mode: other })}
                  >
                    {fill(w.switchTo, { what: modes[other] })}
                  </button>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {wanted && (
        <Dialogue
          title={`${surfaces[wanted.surface]}: ${modes[wanted.mode]}`}
          onClose={() => setWanted(null)}
        >
          <WhatItMeans
            sentence={wanted.mode === 'post' ? w.meansPost : w.meansPre}
            waiting={(waiting ?? []).filter(({ surface }) => surface === wanted.surface)}
          />
          <SwitchButtons
            problem={problem}
            onSwitch={() => void switchNow()}
            onClose={() => setWanted(null)}
          />
        </Dialogue>
      )}
    </section>
  )
}
