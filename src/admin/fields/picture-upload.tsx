'use client'

import { useEffect, useRef, useState } from 'react'
import { useWords } from '../use-words.js'
import { faultWords } from '../problem-words.js'
import type { Problem } from '../fetch-json.js'
import { isComplete, nobodyShown, PeopleShown } from '../pictures/people-shown.js'
import { FoundIn } from '../writing/found.js'
import { fieldId } from './field-frame.js'
import type { Picture } from './picture.js'
import { keepUnfinished, unfinishedAt, whenUnfinished } from './unfinished-pictures.js'

interface UploadProps {
  path: string
  home: { municipality: string | null; organisation: string }
  onAdded: (picture: Picture) => void
}

/** A new picture with the words for those who do not see it, asked for before it is sent. */
export function PictureUpload({ path, home, onAdded }: UploadProps) {
  const { w, language } = useWords()
  // Another tab may have been open meanwhile: what was chosen here is still there.
  const [kept] = useState(() => unfinishedAt(path))
  const [file, setFile] = useState<File | null>(kept?.file ?? null)
  const [alt, setAlt] = useState(kept?.alt ?? '')
  const [decorative, setDecorative] = useState(kept?.decorative ?? false)
  const [people, setPeople] = useState(kept?.people ?? nobodyShown)
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const id = fieldId(path)
  const chooser = useRef<HTMLInputElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    keepUnfinished(path, file && { file, alt, decorative, people })
  }, [file, alt, decorative, people, path])
  useEffect(() => {
    if (!file) return
    return whenUnfinished(path, () => {
      setFault(w.pictureNotAdded)
      add.current?.focus()
    })
  }, [file, path, w])
  const begin = () => {
    setFile(null)
    setAlt('')
    setDecorative(false)
    setPeople(nobodyShown)
    setFault(null)
    if (chooser.current) chooser.current.value = ''
  }
  const send = async () => {
    if (!file) return
    if (!alt.trim() && !decorative) return setFault(w.describePicture)
    if (!isComplete(people)) return setFault(w.consentNeeded)
    setSending(true)
    const form = new FormData()
    const { municipality, organisation } = home
    const { peopleShown, consent } = people
    const words = { alt, decorative, peopleShown, ...(peopleShown === 'consent-held' ? { consent } : {}) }
    form.append(
      '_payload',
      JSON.stringify({ ...words, municipality, ...(organisation ? { organisation } : {}) }),
    )
    form.append('file', file)
    const answer = await fetch('/api/media?depth=0', {
      method: 'POST',
      body: form,
      credentials: 'include',
    }).catch(() => null)
    const body = (await answer?.json().catch(() => ({}))) as ({ doc?: Picture } & Problem) | undefined
    setSending(false)
    if (!answer?.ok || !body?.doc) return setFault(faultWords(body ?? {}, language))
    begin()
    onAdded(body.doc)
  }
  return (
    <div className="torg-upload">
      <label className="torg-inline" htmlFor={`${id}-file`}>
        <span>{w.newPicture}</span>
        <input
          id={`${id}-file`}
          ref={chooser}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
      {file && (
        <>
          <p className="torg-help">{file.name}</p>
          <label className="torg-stack" htmlFor={`${id}-alt`}>
            <span>{w.altText}</span>
            <input
              className="torg-input"
              id={`${id}-alt`}
              type="text"
              maxLength={300}
              value={alt}
              disabled={decorative}
              onChange={(event) => setAlt(event.target.value)}
            />
          </label>
          <FoundIn text={alt} />
          <label className="torg-box">
            <input
              type="checkbox"
              checked={decorative}
              onChange={(event) => setDecorative(event.target.checked)}
            />
            <span>{w.onlyDecoration}</span>
          </label>
          <PeopleShown
            id={id}
            people={people}
            onChange={(next) => {
              setPeople(next)
              setFault(null)
            }}
          />
          <span className="torg-inline">
            <button
              type="button"
              ref={add}
              className="torg-button torg-button--primary"
              disabled={sending}
              onClick={() => void send()}
            >
              {sending ? w.sending : w.addPicture}
            </button>
            <button type="button" className="torg-button" disabled={sending} onClick={begin}>
              {w.cancel}
            </button>
          </span>
        </>
      )}
      {fault && (
        <p className="torg-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
