'use client'

import { useState } from 'react'
import { roleLabels } from '../../tenancy/role-labels.js'
import { labelIn } from '../language.js'
import { Ask } from '../logins/ask.js'
import { useLeavingWords, type Leaving } from './use-leaving.js'

type Municipality = Leaving['municipalities'][number]

/** The municipalities in which the account has roles, each with a way out. */
export function PlacesPanel({ leaving, onLeft }: { leaving: Leaving; onLeft: (name: string) => void }) {
  const { say, language } = useLeavingWords()
  const [asked, setAsked] = useState<Municipality | null>(null)
  const { municipalities } = leaving
  const writes = municipalities.some(({ roles }) => roles.some(({ organisation }) => organisation !== null))
  return (
    <section className="torg-panel" aria-labelledby="torg-places">
      <h2 id="torg-places">{say('places')}</h2>
      {municipalities.length === 0 && <p className="torg-none">{say('noPlaces')}</p>}
      <ul className="torg-register">
        {municipalities.map((each) => (
          <li key={each.id ?? ''}>
            <span>
              {`${each.id === null ? say('installation') : each.name}: `}
              {each.roles
                .map(({ role, organisation, name }) =>
                  [labelIn(roleLabels[role], language), organisation !== null && `(${name})`]
                    .filter(Boolean)
                    .join(' '),
                )
                .join(', ')}
            </span>
            {each.id !== null && (
              <button className="torg-button torg-button--small" type="button" onClick={() => setAsked(each)}>
                {say('leave', each.name)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <p>
          {say('onlyOne')} <a href="/admin/members">{say('people')}</a>
        </p>
      )}
      {asked && (
        <Ask
          title={say('leave', asked.name)}
          submit={say('leave', asked.name)}
          address="/api/accounts/leave"
          body={{ municipality: asked.id }}
          withPassword={false}
          onDone={() => onLeft(asked.name)}
          onClose={() => setAsked(null)}
        >
          {(faults) => (
            <>
              <p>{say('leaveWhy')}</p>
              {faults.account && (
                <p className="torg-fault" role="alert">
                  {faults.account}
                </p>
              )}
            </>
          )}
        </Ask>
      )}
    </section>
  )
}
