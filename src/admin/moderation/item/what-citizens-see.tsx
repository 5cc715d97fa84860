'use client'

import { useState } from 'react'
import type { Preview, ProfileView, ReviewItem } from '../../../moderation/review-item.js'
import { languageNames } from '../../fields/choice-field.js'
import { useWords } from '../../use-words.js'
import { FramedPage } from './framed-page.js'

type Side = 'waits' | 'public'

/** What citizens would see after the decision, and what they see now, in each language of it. */
export function WhatCitizensSee({
  item,
  onKey,
}: {
  item: Pick<ReviewItem, 'change' | 'preview' | 'profile'>
  onKey: (event: KeyboardEvent) => void
}) {
  const { w } = useWords()
  const waits = item.preview.waits.length > 0 || item.profile.waits !== null
  const shown = item.preview.public.length > 0 || item.profile.public !== null
  const [side, setSide] = useState<Side>('waits')
  const [language, setLanguage] = useState<string | null>(null)
  const both = item.change && waits && shown
  const now: Side = both ? side : waits ? 'waits' : 'public'
  const previews = item.preview[now]
  const preview = previews.find((each) => each.language === language) ?? previews[0]
  return (
    <section className="torg-seen" aria-labelledby="torg-seen">
      <div className="torg-seen__head">
        <h2 id="torg-seen">{w.whatCitizensSee}</h2>
        {both && (
          <Choices
            title={w.whatCitizensSee}
            choices={[
              { value: 'waits', words: w.afterDecision },
              { value: 'public', words: w.publicNow },
            ]}
            chosen={now}
            onChoose={(value) => setSide(value as Side)}
          />
        )}
        {previews.length > 1 && (
          <Choices
            title={w.language}
            choices={previews.map((each) => ({
              value: each.language,
              words: languageNames[each.language] ?? each.language,
            }))}
            chosen={preview?.language ?? ''}
            onChoose={setLanguage}
          />
        )}
      </div>
      {preview ? (
        <Pages preview={preview} onKey={onKey} />
      ) : item.profile[now] ? (
        <Profile profile={item.profile[now]} />
      ) : (
        <p className="torg-none">{w.noPreview}</p>
      )}
    </section>
  )
}

function Choices({
  title,
  choices,
  chosen,
  onChoose,
}: {
  title: string
  choices: { value: string; words: string }[]
  chosen: string
  onChoose: (value: string) => void
}) {
  return (
    <div className="torg-choices" role="group" aria-label={title}>
      {choices.map(({ value, words }) => (
        <button type="button" key={value} aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {words}
        </button>
      ))}
    </div>
  )
}

function Pages({ preview, onKey }: { preview: Preview; onKey: (event: KeyboardEvent) => void }) {
  const { w } = useWords()
  return (
    <>
      <h3>{w.inList}</h3>
      <FramedPage title={w.inList} html={preview.card} onKey={onKey} />
      <h3>{w.wholePage}</h3>
      <FramedPage title={w.wholePage} html={preview.page} onKey={onKey} />
    </>
  )
}

/** An organisation has no page of its own; this is what apps get of it. */
function Profile({ profile: { name, description, contact, logo } }: { profile: ProfileView }) {
  const known = [contact.email, contact.phone, contact.website].filter(Boolean)
  return (
    <div className="torg-profile">
      {logo && <img src={logo} alt="" width={96} height={96} />}
      <p>
        <strong>{name}</strong>
      </p>
      {description && <p className="torg-profile__words">{description}</p>}
      {known.length > 0 && <p className="torg-about">{known.join(' · ')}</p>}
    </div>
  )
}
