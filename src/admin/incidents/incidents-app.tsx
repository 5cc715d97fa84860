'use client'

import { useState } from 'react'
import { MunicipalityChoice } from '../moderation/queue/municipality-choice.js'
import { useAddress } from '../moderation/use-address.js'
import { Announcer, useAnnounce } from '../moderation/use-announce.js'
import { toast } from '../ui-kit.js'
import { useSettings } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { IncidentCard } from './incident-card.js'
import { IncidentForm } from './incident-form.js'
import { registerAddress, useIncidents, useIncidentWords } from './use-incidents.js'

interface IncidentsAppProps {
  municipalities: string[]
  /** Those in whose register the account writes. */
  administers: string[]
}

/** The register of incidents of a municipality. */
export function IncidentsApp({ municipalities, administers }: IncidentsAppProps) {
  const { say } = useIncidentWords()
  const [search, change] = useAddress()
  const named = search.get('municipality')
  const chosen = named && municipalities.includes(named) ? named : municipalities[0]!
  return (
    <div className="torg-workbench">
      <h1>{say('title')}</h1>
      <p className="torg-about">{say('intro')}</p>
      <MunicipalityChoice
        municipalities={municipalities}
        chosen={chosen}
        onChoose={(id) => change({ municipality: id })}
      />
      <Announcer>
        <OfMunicipality key={chosen} municipality={chosen} admin={administers.includes(chosen)} />
      </Announcer>
    </div>
  )
}

function OfMunicipality({ municipality, admin }: { municipality: string; admin: boolean }) {
  const { w } = useWords()
  const { say } = useIncidentWords()
  const announce = useAnnounce()
  const { found, read } = useIncidents(municipality)
  const zone = useSettings(municipality)?.zone
  const [made, setMade] = useState(0)
  if (found === 'failed') {
    return (
      <p className="torg-panel" role="alert">
        {w.couldNotLoad}
      </p>
    )
  }
  // Times are typed on the clock of the municipality: no form stands before it is known.
  if (!found || !zone) return <p className="torg-none">{w.loading}</p>
  const saved = async (sentence: string) => {
    announce(sentence)
    toast.success(sentence)
    setMade(made + 1)
    await read()
  }
  return (
    <>
      <p>
        <a href={registerAddress(municipality)} download>
          {say('asFile')}
        </a>
      </p>
      {found.length === 0 && <p className="torg-none">{say('none')}</p>}
      {found.map((incident) => (
        <IncidentCard
          key={incident.id}
          municipality={municipality}
          incident={incident}
          zone={zone}
          admin={admin}
          onSaved={saved}
        />
      ))}
      {admin && (
        <section className="torg-panel torg-incident" aria-labelledby="torg-incident-new">
          <h2 id="torg-incident-new">{say('register')}</h2>
          <p>{say('registerWhy')}</p>
          <IncidentForm key={made} municipality={municipality} zone={zone} of={null} onSaved={saved} />
        </section>
      )}
    </>
  )
}
