'use client'

import { useState } from 'react'
import { useWords } from '../use-words.js'
import { ApplyForm } from './apply-form.js'
import type { Town } from './apply-view.js'
import { PageHead } from './page-head.js'
import { ReferenceShown } from './reference-shown.js'

/** Where an organisation applies, without an account and without e-mail. */
export function ApplyApp({ town }: { town: Town | null }) {
  const { w } = useWords()
  const [reference, setReference] = useState<string | null>(null)
  if (!town) return <h1>{w.applyNowhere}</h1>
  if (!town.open) {
    return (
      <>
        <PageHead town={town} title={w.applyTitle} />
        <p>{w.applyClosed}</p>
      </>
    )
  }
  return (
    <>
      <PageHead town={town} title={reference ? w.applySent : w.applyTitle} />
      {reference ? (
        <ReferenceShown town={town} reference={reference} />
      ) : (
        <>
          <p>{w.applyIntro}</p>
          <p>
            <a href={`/admin/apply/${town.slug}/follow`}>{w.applyFollowLink}</a>
          </p>
          <ApplyForm town={town} onSent={setReference} />
        </>
      )}
    </>
  )
}
