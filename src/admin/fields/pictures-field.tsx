'use client'

import { useEffect, useState } from 'react'
import { fetchOnce, forget } from '../fetch-json.js'
import { useDocumentInfo, useField } from '../ui-kit.js'
import { useMunicipalityId } from '../use-municipality.js'
import { registerUrl, useRegister } from '../use-register.js'
import { useSibling } from './controls.js'
import { idAlways, idOf } from '../../shared/reference.js'
import { fieldId, FieldFrame, useFieldWords, type FieldProps } from './field-frame.js'
import { pictureUrl, type Picture } from './picture.js'
import { PictureUpload } from './picture-upload.js'
import { useOwnField } from './use-own-field.js'

/** Pictures of an event or post, in their order: choose among those that are there, or add one with its words. */
export function PicturesField(props: FieldProps) {
  const { value, setValue } = useField<unknown>({ path: props.path })
  return (
    <Pictures
      {...props}
      chosen={Array.isArray(value) ? value.map(idAlways) : []}
      onChange={(ids) => setValue(ids)}
      most={20}
    />
  )
}

/** One picture: the logo of an organisation. */
export function PictureField(props: FieldProps) {
  const { value, setValue } = useField<unknown>({ path: props.path })
  const chosen = idAlways(value)
  return (
    <Pictures
      {...props}
      chosen={chosen ? [chosen] : []}
      onChange={(ids) => setValue(ids.at(-1) ?? null)}
      most={1}
    />
  )
}

interface PicturesProps extends FieldProps {
  chosen: string[]
  onChange: (ids: string[]) => void
  most: number
}

function Pictures({ path, field, readOnly, chosen, onChange, most }: PicturesProps) {
  const { title, help, w } = useFieldWords(field)
  const { error, disabled } = useOwnField(path)
  const { collectionSlug, id: document } = useDocumentInfo()
  const named = useMunicipalityId()
  const sibling = useSibling('organisation')
  // A logo belongs to the very organisation, or municipality, whose form this is.
  const municipality = collectionSlug === 'municipalities' ? idOf(document) : named
  const organisation = idAlways(collectionSlug === 'organisations' ? document : sibling)
  const url = registerUrl('media', municipality, {
    sort: '-createdAt',
    limit: '60',
    ...(organisation ? { 'where[organisation][equals]': organisation } : {}),
    // The logo of a municipality is a picture of its own.
    ...(collectionSlug === 'municipalities' ? { 'where[organisation][exists]': 'false' } : {}),
  })
  const [added, setAdded] = useState<Picture[]>([])
  const found = useRegister<Picture>(url)
  const known = [...added, ...found]
  const off = readOnly || disabled
  const others = known.filter(({ id, withdrawn }) => !withdrawn && !chosen.includes(id))
  const add = (id: string) => onChange(most === 1 ? [id] : [...chosen, id].slice(0, most))
  return (
    <FieldFrame id={fieldId(path)} label={title} help={help} error={error} group>
      <ol className="torg-pictures">
        {chosen.map((id) => (
          <Chosen
            key={id}
            id={id}
            known={known}
            off={Boolean(off)}
            onRemove={() => onChange(chosen.filter((one) => one !== id))}
          />
        ))}
      </ol>
      {!off && (
        <>
          {others.length > 0 && (
            <details className="torg-details">
              <summary>{w.chooseAmongPictures}</summary>
              <div className="torg-picture-choice">
                {others.map((picture) => (
                  <button
                    type="button"
                    key={picture.id}
                    onClick={() => add(picture.id)}
                    aria-label={`${w.choosePicture} ${picture.alt || w.decoration}`}
                  >
                    <img src={pictureUrl(picture)} alt="" loading="lazy" />
                    <span>{picture.alt || w.decoration}</span>
                  </button>
                ))}
              </div>
            </details>
          )}
          <PictureUpload
            path={path}
            home={{ municipality, organisation }}
            onAdded={(picture) => {
              if (url) forget(url)
              setAdded([picture, ...added])
              add(picture.id)
            }}
          />
        </>
      )}
    </FieldFrame>
  )
}

function Chosen({
  id,
  known,
  off,
  onRemove,
}: {
  id: string
  known: Picture[]
  off: boolean
  onRemove: () => void
}) {
  const { w } = useFieldWords({ name: '' })
  const [single, setSingle] = useState<Picture | null>(null)
  const among = known.find((each) => each.id === id)
  useEffect(() => {
    if (!among)
      void fetchOnce<Picture>(`/api/media/${id}?depth=0`).then((found) => {
        setSingle(found)
        setAsked(true)
      })
  }, [among, id])
  const picture = among ?? single
  const [asked, setAsked] = useState(false)
  const words = picture
    ? picture.withdrawn
      ? w.consentIsTakenBack
      : picture.alt || (picture.decorative ? w.decoration : w.withoutAlt)
    : asked
      ? w.pictureOfOthers
      : '…'
  return (
    <li>
      {picture && !picture.withdrawn && <img src={pictureUrl(picture)} alt={picture.alt ?? ''} />}
      {/* One of the municipality's own, say: shown as citizens see it, where they do. */}
      {!picture && asked && (
        <img src={`/media/${id}/320.webp`} alt="" onError={(event) => (event.currentTarget.hidden = true)} />
      )}
      <span>{words}</span>
      {!off && (
        <button
          type="button"
          className="torg-button torg-button--small"
          aria-label={`${w.takeAway} ${words}`}
          onClick={onRemove}
        >
          {w.takeAway}
        </button>
      )}
    </li>
  )
}
