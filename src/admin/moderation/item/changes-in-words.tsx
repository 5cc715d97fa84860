'use client'

import type { ReviewPicture } from '../../../moderation/review-item.js'
import { useFields, useNames } from '../../changes.js'
import type { Change } from '../../fetch-json.js'
import { fieldNamed, fieldTitle, readValue } from '../../read-values.js'
import { useWords } from '../../use-words.js'
import { isEdit, wordDiff } from '../word-diff.js'

interface ChangesInWordsProps {
  changes: readonly Change[]
  collection: string
  zone: string
  pictures: readonly ReviewPicture[]
}

const pictureFields = ['pictures', 'logo']

/** What changed, field by field: words marked inside their sentences, pictures beside each other, repetition in words. */
export function ChangesInWords({ changes, collection, zone, pictures }: ChangesInWordsProps) {
  const { w, language } = useWords()
  const fields = useFields(collection)
  const names = useNames(changes, language)
  const reading = { language, zone, names }
  const bare = { ...reading, bare: true }
  return (
    <dl className="torg-changes torg-diff">
      {changes.map(({ field, before, after }) => {
        const known = fieldNamed(fields, field)
        return (
          <div key={field}>
            <dt>{fieldTitle(fields, field, language)}</dt>
            {pictureFields.includes(field) ? (
              <dd className="torg-diff__pictures">
                <Pictures title={w.picturesBefore} ids={before} pictures={pictures} />
                <Pictures title={w.picturesAfter} ids={after} pictures={pictures} />
              </dd>
            ) : (
              <dd>
                <Compared
                  before={readValue(before, known, reading)}
                  after={readValue(after, known, reading)}
                  sameWords={readValue(before, known, bare) === readValue(after, known, bare)}
                />
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

/** Two values in words. Where every word stayed it is said, so that nobody looks for one that changed. */
function Compared({ before, after, sameWords }: { before: string; after: string; sameWords: boolean }) {
  const { w } = useWords()
  if (before === after && sameWords) return <p className="torg-about">{w.nothingReadChanged}</p>
  return (
    <>
      {sameWords && <p className="torg-about">{w.onlyFormChanged}</p>}
      <Words before={before} after={after} />
    </>
  )
}

/** Two texts as one with its changes marked; where hardly a word stayed, one below the other. */
export function Words({ before, after }: { before: string; after: string }) {
  const { w } = useWords()
  const parts = wordDiff(before, after)
  // What reads alike and is not is shown as two.
  if (before === after || !isEdit(parts)) {
    return (
      <>
        <del>
          <span className="torg-hidden">{w.before}: </span>
          {before}
        </del>
        <ins>
          <span className="torg-hidden">{w.after}: </span>
          {after}
        </ins>
      </>
    )
  }
  return (
    <p className="torg-diff__words">
      {parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'out' ? (
          <del key={index}>
            <span className="torg-hidden">[{w.before}: </span>
            {text}
            <span className="torg-hidden">]</span>
          </del>
        ) : (
          <ins key={index}>
            <span className="torg-hidden">[{w.after}: </span>
            {text}
            <span className="torg-hidden">]</span>
          </ins>
        ),
      )}
    </p>
  )
}

function Pictures({
  title,
  ids,
  pictures,
}: {
  title: string
  ids: unknown
  pictures: readonly ReviewPicture[]
}) {
  const { w } = useWords()
  const wanted = (Array.isArray(ids) ? ids : [ids]).filter((id): id is string => typeof id === 'string')
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {wanted.length === 0 && <p className="torg-none">–</p>}
      {wanted.map((id) => {
        const picture = pictures.find((each) => each.id === id)
        const said = picture?.decorative ? w.onlyDecoration : picture?.alt || w.withoutAlt
        return (
          <div key={id}>
            {picture?.urls['320'] && <img src={picture.urls['320']} alt={picture.alt ?? ''} />}
            <span className="torg-about">{said}</span>
          </div>
        )
      })}
    </figure>
  )
}
