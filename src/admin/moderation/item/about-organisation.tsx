'use client'

import type { OrganisationFacts, ReviewItem } from '../../../moderation/review-item.js'
import { hasRole } from '../../account.js'
import { Badge } from '../../fields/badge.js'
import type { Messages } from '../../messages/en.js'
import { dayWords } from '../../time-words.js'
import { useAccount } from '../../use-account.js'
import { useWords } from '../../use-words.js'
import { fill } from '../fill.js'

const trust: Record<string, keyof Messages> = {
  standard: 'trustStandard',
  trusted: 'trustTrusted',
  probation: 'trustProbation',
}
const kinds: Record<string, keyof Messages> = {
  association: 'kindAssociation',
  company: 'kindCompany',
  unit: 'kindUnit',
}

/** Who sends this: how far they are trusted, and what became of what they sent before. */
export function AboutOrganisation({ item }: { item: ReviewItem }) {
  const { w, language } = useWords()
  const { organisation } = item
  const looksAfterLogins = hasRole(useAccount(), 'municipality-admin')
  const day = (at: string) => dayWords(at.slice(0, 10), language)
  return (
    <section className="torg-panel" aria-labelledby="torg-organisation">
      <h2 id="torg-organisation">{w.aboutOrganisation}</h2>
      <p className="torg-organisation__name">
        <strong>{organisation.name}</strong>
        <Badge axis="life" value={organisation.life} />
        <span className={`torg-badge ${organisation.trust === 'probation' ? 'torg-badge--warning' : ''}`}>
          {String(w[trust[organisation.trust] ?? 'trustStandard'])}
        </span>
      </p>
      <p className="torg-about">
        {[
          String(w[kinds[organisation.kind] ?? 'kindAssociation']),
          fill(w.knownSince, { at: day(organisation.createdAt) }),
          organisation.confirmedAt && fill(w.confirmedOn, { at: day(organisation.confirmedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Record record={organisation.record} />
      <p className="torg-buttons">
        <a href={`/admin/collections/organisations/${organisation.id}`}>{w.openOrganisation}</a>
        {looksAfterLogins && <a href={`/admin/members?organisation=${organisation.id}`}>{w.members}</a>}
      </p>
    </section>
  )
}

function Record({ record }: Pick<OrganisationFacts, 'record'>) {
  const { w } = useWords()
  const figures = [
    [w.recordApproved, record.approved],
    [w.recordChanges, record.changesRequested],
    [w.recordRefused, record.refused],
    [w.recordLate, record.lateChanges],
    [w.recordTakenDown, record.takenDown],
  ] as const
  return (
    <>
      <h3>{record.complete ? w.lastYear : fill(w.lastDecisions, { n: record.counted })}</h3>
      <dl className="torg-record">
        {figures.map(([words, n]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
