'use client'

import { useRef, useState } from 'react'
import { readOrganisationNumber } from '../../organisations/organisation-number.js'
import { fetchJson } from '../fetch-json.js'
import { nothingSaid, Step, TextField, useSaid } from '../logins/parts.js'
import { faultSentence } from '../problem-words.js'
import { useTypedAhead } from '../use-typed-ahead.js'
import { usePublicList } from '../use-register.js'
import { useWords } from '../use-words.js'
import { FoundIn } from '../writing/found.js'
import { alikeNames } from './alike-names.js'
import type { Town } from './apply-view.js'
import { InTownWords } from './town-words.js'

const texts = ['name', 'organisationNumber', 'email', 'website', 'description', 'message'] as const
type Field = (typeof texts)[number]
const nothing = Object.fromEntries(texts.map((name) => [name, ''])) as Record<Field, string>

/** The form of an application. What the server would refuse in a number is said while it is typed. */
export function ApplyForm({ town, onSent }: { town: Town; onSent: (reference: string) => void }) {
  const { w, language } = useWords()
  const toSaid = useSaid()
  const [typed, setTyped] = useState(nothing)
  const [kind, setKind] = useState<'association' | 'company'>('association')
  const [accepted, setAccepted] = useState(false)
  const [said, setSaid] = useState(nothingSaid)
  const [busy, setBusy] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const known = usePublicList<{ id: string; name: string }>(town.slug, 'organisations')
  const alike = alikeNames(
    typed.name,
    known.map(({ name }) => name),
  )
  const number = typed.organisationNumber.trim()
  const read = number ? readOrganisationNumber(number, town.country) : null
  const numberFault = read && !read.valid && number.length > 7 ? faultSentence(read.fault, language) : null
  const optional = (label: string) => `${label} (${w.optional})`
  const set = (name: Field) => (text: string) => setTyped((before) => ({ ...before, [name]: text }))
  const fieldOf = (name: Field, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      label={label}
      fault={said.faults[name] ?? said.faults[`contact.${name}`]}
      name={name}
      value={typed[name]}
      onText={set(name)}
      {...more}
    />
  )
  const send = async () => {
    if (!accepted) {
      setSaid({ words: w.applyAcceptFirst, faults: { accepted: w.applyAcceptFirst } })
      return frame.current?.querySelector<HTMLElement>('[name="accepted"]')?.focus()
    }
    setBusy(true)
    const answer = await fetchJson<{ reference: string }>('/api/organisations/apply', {
      method: 'POST',
      body: {
        municipality: town.slug,
        kind,
        ...Object.fromEntries(
          texts.flatMap((name) => (typed[name].trim() ? [[name, typed[name].trim()]] : [])),
        ),
      },
    })
    setBusy(false)
    if (answer.ok) return onSent(answer.body.reference)
    setSaid(toSaid(answer))
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  return (
    <div ref={frame}>
      <Step onSubmit={send} busy={busy} said={said.words} submit={w.applySend}>
        {fieldOf('name', w.applyName, { autoComplete: 'organization', maxLength: 120, required: true })}
        {alike.length > 0 && (
          <p className="torg-note" role="status">{`${w.applyAlike} ${alike.join(', ')}`}</p>
        )}
        <fieldset className="torg-field">
          <legend>{w.applyKind}</legend>
          <div className="torg-boxes">
            {(['association', 'company'] as const).map((each) => (
              <label className="torg-box" key={each}>
                <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
                <span>{each === 'association' ? w.kindAssociation : w.kindCompany}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {fieldOf('organisationNumber', optional(w.applyNumber), {
          help: w.applyNumberHelp,
          fault: said.faults.organisationNumber ?? numberFault,
          maxLength: 20,
        })}
        {fieldOf('email', optional(w.applyEmail), { type: 'email', help: w.applyEmailHelp, maxLength: 200 })}
        {fieldOf('website', optional(w.applyWebsite), {
          type: 'url',
          help: w.applyWebsiteHelp,
          maxLength: 300,
        })}
        <Words
          name="description"
          label={w.applyAbout}
          value={typed.description}
          onText={set('description')}
          most={2000}
        />
        <Words
          name="message"
          label={w.applyMessage}
          value={typed.message}
          onText={set('message')}
          most={4000}
        />
        {town.houseRules.length > 0 && (
          <>
            <h2>{w.houseRules}</h2>
            <ul>
              {town.houseRules.map(({ code, wording }) => (
                <li key={code}>
                  <InTownWords words={wording} />
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <InTownWords words={town.privacyNotice} />
        </p>
        <label className="torg-box">
          <input
            type="checkbox"
            name="accepted"
            aria-invalid={said.faults.accepted && !accepted ? true : undefined}
            checked={accepted}
            onChange={({ target }) => setAccepted(target.checked)}
          />
          <span>{w.applyAccept}</span>
        </label>
      </Step>
    </div>
  )
}

interface WordsProps {
  name: string
  label: string
  value: string
  most: number
  onText: (text: string) => void
}

/** A text of several lines, read for personal data while it is written. */
function Words({ name, label, value, most, onText }: WordsProps) {
  const { w } = useWords()
  const field = useTypedAhead<HTMLTextAreaElement>(value, onText)
  return (
    <div className="torg-field">
      <label className="field-label" htmlFor={`torg-apply-${name}`}>
        {label}
        <span className="torg-optional"> ({w.optional})</span>
      </label>
      <textarea
        ref={field}
        className="torg-input"
        id={`torg-apply-${name}`}
        name={name}
        rows={3}
        maxLength={most}
        value={value}
        onChange={({ target }) => onText(target.value)}
      />
      <FoundIn text={value} />
    </div>
  )
}
