'use client'

import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { shareDays, type ShareLink } from '../../moderation/share-links.js'
import { CopyOnce } from '../copy-once.js'
import { fetchJson } from '../fetch-json.js'
import { labelIn } from '../language.js'
import { shareLabels } from '../messages/share.js'
import { faultWords } from '../problem-words.js'
import { timeWords } from '../time-words.js'
import { toast, useDocumentInfo } from '../ui-kit.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'

function useShareWords() {
  const { language } = useWords()
  const say = (word: keyof typeof shareLabels, facts: Record<string, string | number> = {}): string =>
    labelIn(shareLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
  return { say, language }
}

/** Links to a preview of this document: make one, see which hold and who made them, end them. */
export function SharePanel() {
  const { id, collectionSlug } = useDocumentInfo()
  // What was never saved has no page.
  return id && collectionSlug ? <Shares door={`/api/${collectionSlug}/${id}/shares`} /> : null
}

function Shares({ door }: { door: string }) {
  const { say, language } = useShareWords()
  const zone = useZone()
  const choice = useId()
  const [open, setOpen] = useState(false)
  const [links, setLinks] = useState<ShareLink[]>([])
  const [days, setDays] = useState<number>(shareDays.usual)
  const [made, setMade] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const address = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLHeadingElement>(null)
  const read = useCallback(async () => {
    const { ok, body } = await fetchJson<{ links: ShareLink[] }>(door)
    if (ok) setLinks(body.links)
  }, [door])
  useEffect(() => {
    // Asked for only when somebody looks.
    if (open) void read()
  }, [open, read])
  useEffect(() => {
    if (made) address.current?.focus()
    if (made) address.current?.select()
  }, [made])
  const tell = (sentence: string) => {
    setSaid(sentence)
    toast.success(sentence)
  }
  const make = async () => {
    const { ok, body } = await fetchJson<{ token: string }>(door, { method: 'POST', body: { days } })
    if (!ok) return void toast.error(faultWords(body, language))
    setMade(`${window.location.origin}/share/${body.token}`)
    await read()
  }
  const end = async (link: ShareLink) => {
    const { ok, body } = await fetchJson(`${door}/${link.id}/revoke`, { method: 'POST' })
    if (!ok) return void toast.error(faultWords(body, language))
    // The address on the page may be the one that has just ended.
    setMade(null)
    await read()
    tell(say('ended'))
    list.current?.focus()
  }
  const at = (instant: string) => timeWords(instant, zone, language) ?? ''
  return (
    <details
      className="torg-details torg-share field-type"
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      <summary>{say('title')}</summary>
      <p className="torg-about">{say('why')}</p>
      <p>
        <label htmlFor={choice}>{say('days')}</label>
        <select id={choice} value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {shareDays.choices.map((each) => (
            <option key={each} value={each}>
              {each === 1 ? say('oneDay') : say('manyDays', { n: each })}
            </option>
          ))}
        </select>
      </p>
      <button type="button" className="torg-button" onClick={() => void make()}>
        {say('make')}
      </button>
      {made && (
        <p className="torg-share__made">
          <label htmlFor={`${choice}-made`}>{say('made')}</label>
          <input id={`${choice}-made`} ref={address} type="text" readOnly value={made} />
          <CopyOnce text={made} shown={address} done={say('copied')}>
            {say('copy')}
          </CopyOnce>
        </p>
      )}
      {links.length > 0 && (
        <>
          <h3 ref={list} tabIndex={-1}>
            {say('links')}
          </h3>
          <ul className="torg-lines">
            {links.map((link) => (
              <li key={link.id}>
                <span>
                  {say('line', {
                    until: at(link.until),
                    made: at(link.madeAt),
                    by: link.by ?? say('gone'),
                  })}
                </span>
                <button
                  type="button"
                  className="torg-button torg-button--small"
                  aria-label={say('endName', { until: at(link.until) })}
                  onClick={() => void end(link)}
                >
                  {say('end')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="torg-hidden" role="status">
        {said}
      </p>
    </details>
  )
}
