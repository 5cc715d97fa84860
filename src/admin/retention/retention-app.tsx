'use client'

import { MunicipalityChoice } from '../moderation/queue/municipality-choice.js'
import { Announcer } from '../moderation/use-announce.js'
import { useAddress } from '../moderation/use-address.js'
import { useSettings } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { DryRunPanel } from './dry-run-panel.js'
import { HoldPanel } from './hold-panel.js'
import { KeptTable } from './kept-table.js'
import { RunTable } from './run-table.js'
import { useRetention, useRetentionWords } from './use-retention.js'

interface RetentionAppProps {
  municipalities: string[]
  /** Those in which the account chooses shorter times and holds things back. */
  administers: string[]
}

/** What a municipality keeps, what it holds back, what would go now and what went in the last nights. */
export function RetentionApp({ municipalities, administers }: RetentionAppProps) {
  const { say } = useRetentionWords()
  const [search, change] = useAddress()
  const named = search.get('municipality')
  const line = named && municipalities.includes(named) ? named : municipalities[0]!
  return (
    <div className="torg-workbench torg-retention">
      <h1>{say('title')}</h1>
      <p className="torg-about">{say('intro')}</p>
      <MunicipalityChoice
        municipalities={municipalities}
        chosen={line}
        onChoose={(id) => change({ municipality: id })}
      />
      <OfMunicipality key={line} line={line} admin={administers.includes(line)} />
    </div>
  )
}

function OfMunicipality({ line, admin }: { line: string; admin: boolean }) {
  const { w } = useWords()
  const { found, read } = useRetention(line)
  const zone = useSettings(line)?.zone ?? 'Europe/Stockholm'
  if (found === 'failed') {
    return (
      <p className="torg-panel" role="alert">
        {w.couldNotLoad}
      </p>
    )
  }
  if (!found) return <p className="torg-none">{w.loading}</p>
  return (
    <Announcer>
      <RunTable runs={found.runs} zone={zone} />
      <DryRunPanel line={line} />
      <HoldPanel line={line} holds={found.holds} zone={zone} admin={admin} onChange={read} />
      <KeptTable line={line} rows={found.rows} admin={admin} onChange={read} />
    </Announcer>
  )
}
