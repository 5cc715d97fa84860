'use client'

import { MunicipalityChoice } from '../moderation/queue/municipality-choice.js'
import { useAddress } from '../moderation/use-address.js'
import { Announcer, useAnnounce } from '../moderation/use-announce.js'
import { toast } from '../ui-kit.js'
import { useSettings } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { PublishForm } from './publish-form.js'
import { usePolicies, usePolicyWords } from './use-policies.js'
import { VersionList } from './version-list.js'

interface PoliciesAppProps {
  municipalities: string[]
  /** Those in which the account publishes for an organisation. */
  publishes: string[]
  /** Those whose terms it publishes. */
  administers: string[]
}

/** The terms of a municipality: what holds, what comes, what held; and for its admin the next version. */
export function PoliciesApp({ municipalities, publishes, administers }: PoliciesAppProps) {
  const { say } = usePolicyWords()
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
        <OfMunicipality
          key={chosen}
          municipality={chosen}
          publishes={publishes.includes(chosen)}
          admin={administers.includes(chosen)}
        />
      </Announcer>
    </div>
  )
}

interface OfMunicipalityProps {
  municipality: string
  publishes: boolean
  admin: boolean
}

function OfMunicipality({ municipality, publishes, admin }: OfMunicipalityProps) {
  const { w } = useWords()
  const { say } = usePolicyWords()
  const announce = useAnnounce()
  const { found, read } = usePolicies(municipality)
  const zone = useSettings(municipality)?.zone ?? 'Europe/Stockholm'
  if (found === 'failed') {
    return (
      <p className="torg-panel" role="alert">
        {w.couldNotLoad}
      </p>
    )
  }
  if (!found) return <p className="torg-none">{w.loading}</p>
  const changed = async (sentence: string) => {
    announce(sentence)
    toast.success(sentence)
    await read()
  }
  return (
    <>
      <VersionList shown={found} zone={zone} publishes={publishes} onAccepted={() => changed(say('done'))} />
      {admin && <PublishForm key={found.versions.length} shown={found} onPublished={changed} />}
    </>
  )
}
