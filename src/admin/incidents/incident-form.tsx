'use client'

import { useState, type FormEvent } from 'react'
import {
  incidentCategories,
  incidentKinds,
  reportings,
  type IncidentCategory,
  type IncidentFacts,
  type IncidentKind,
  type Reporting,
} from '../../privacy/incidents/incident.js'
import { fetchJson, type Problem } from '../fetch-json.js'
import { incidentCategoryLabels, incidentKindLabels, reportingLabels } from '../messages/incidents.js'
import { faultSentence, faultWords } from '../problem-words.js'
import { inputFromInstant, instantFromInput } from '../time-words.js'
import { Choice, Long, Moment } from './incident-parts.js'
import { useIncidentWords } from './use-incidents.js'

interface IncidentFormProps {
  municipality: string
  zone: string
  /** What is added to, with the newest entry that was seen; null for a new incident. */
  of: { id: string; sequence: number; facts: IncidentFacts } | null
  onSaved: (sentence: string) => Promise<void>
}

/** Everything that is known of an incident now. Times are typed on the clock of the municipality. */
export function IncidentForm({ municipality, zone, of, onSaved }: IncidentFormProps) {
  const { say, label, language } = useIncidentWords()
  const before = of?.facts
  const [kind, setKind] = useState<IncidentKind>(before?.kind ?? 'published-wrongly')
  const [times, setTimes] = useState({
    discoveredAt: inputFromInstant(before?.discoveredAt, zone),
    authorityAt: inputFromInstant(before?.authorityAt, zone),
    toldAt: inputFromInstant(before?.toldAt, zone),
  })
  const [categories, setCategories] = useState<readonly IncidentCategory[]>(before?.categories ?? [])
  const [people, setPeople] = useState(before?.people == null ? '' : String(before.people))
  const [texts, setTexts] = useState({
    consequences: before?.consequences ?? '',
    measures: before?.measures ?? '',
    authorityReason: before?.authorityReason ?? '',
  })
  const [authority, setAuthority] = useState<Reporting>(before?.authority ?? 'not-yet')
  const [told, setTold] = useState<Reporting>(before?.told ?? 'not-yet')
  const [closed, setClosed] = useState(before?.closed ?? false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sending, setSending] = useState(false)

  const faultOf = (field: string) => {
    const fault = problem?.faults?.find((one) => one.field === field)
    return fault ? faultSentence(fault, language) : null
  }
  /** What was not touched is sent as it is stored: typed, a time has no seconds. */
  const instant = (field: keyof typeof times) =>
    before?.[field] && times[field] === inputFromInstant(before[field], zone)
      ? before[field]
      : instantFromInput(times[field], zone)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const { ok, body } = await fetchJson(of ? `/api/incidents/${of.id}/entries` : '/api/incidents', {
      method: 'POST',
      body: {
        municipality,
        sequence: of?.sequence ?? 0,
        kind,
        discoveredAt: instant('discoveredAt'),
        categories,
        people: people === '' ? null : Number(people),
        ...texts,
        authority,
        authorityAt: authority === 'done' ? instant('authorityAt') : null,
        told,
        toldAt: told === 'done' ? instant('toldAt') : null,
        closed,
      },
    })
    setSending(false)
    setProblem(ok ? null : body)
    if (ok) await onSaved(say('saved'))
  }
  const moment = (field: keyof typeof times) => (
    <Moment
      title={say(field)}
      value={times[field]}
      fault={faultOf(field)}
      onChange={(value) => setTimes({ ...times, [field]: value })}
    />
  )
  const long = (field: keyof typeof texts, required = false) => (
    <Long
      title={say(field)}
      value={texts[field]}
      required={required}
      fault={faultOf(field)}
      onChange={(value) => setTexts({ ...texts, [field]: value })}
    />
  )
  const reporting = (title: string, value: Reporting, onChange: (next: Reporting) => void) => (
    <Choice
      title={title}
      value={value}
      choices={reportings.map((each) => [each, label(reportingLabels[each])])}
      onChange={(next) => onChange(next as Reporting)}
    />
  )
  const toggle = (category: IncidentCategory) =>
    setCategories(
      categories.includes(category)
        ? categories.filter((each) => each !== category)
        : [...categories, category],
    )
  return (
    <form className="torg-incident__form" onSubmit={(event) => void send(event)}>
      <Choice
        title={say('kind')}
        value={kind}
        choices={incidentKinds.map((each) => [each, label(incidentKindLabels[each])])}
        onChange={(next) => setKind(next as IncidentKind)}
      />
      {moment('discoveredAt')}
      <fieldset>
        <legend>{say('categories')}</legend>
        {incidentCategories.map((each) => (
          <label key={each} className="torg-incident__check">
            <input type="checkbox" checked={categories.includes(each)} onChange={() => toggle(each)} />
            {label(incidentCategoryLabels[each])}
          </label>
        ))}
        {faultOf('categories') && <p className="torg-fault">{faultOf('categories')}</p>}
      </fieldset>
      <Moment
        title={say('people')}
        type="number"
        value={people}
        fault={faultOf('people')}
        onChange={setPeople}
      />
      {long('consequences', true)}
      {long('measures')}
      {reporting(say('authority'), authority, setAuthority)}
      {authority === 'done' && moment('authorityAt')}
      {authority !== 'not-yet' && long('authorityReason', authority === 'not-needed')}
      {reporting(say('told'), told, setTold)}
      {told === 'done' && moment('toldAt')}
      {of && (
        <label className="torg-incident__check">
          <input type="checkbox" checked={closed} onChange={() => setClosed(!closed)} />
          {say('close')}
        </label>
      )}
      {faultOf('closed') && <p className="torg-fault">{faultOf('closed')}</p>}
      {problem && (
        <p className="torg-fault" role="alert">
          {faultWords(problem, language)}
        </p>
      )}
      <p className="torg-buttons">
        <button
          type="submit"
          className="torg-button torg-button--primary"
          aria-disabled={sending || undefined}
        >
          {sending ? say('saving') : say('save')}
        </button>
      </p>
    </form>
  )
}
