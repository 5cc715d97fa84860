'use client'

import { useEffect, useState } from 'react'
import { type Figures, outcomes } from '../../../moderation/figures.js'
import { reasonLists } from '../../../moderation/reasons.js'
import { fetchJson } from '../../fetch-json.js'
import { dayWords } from '../../time-words.js'
import { useSettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import { counted, fill } from '../fill.js'
import { MunicipalityChoice } from '../queue/municipality-choice.js'
import { useAddress } from '../use-address.js'
import { BarChart, type Series } from './bar-chart.js'
import { useComingWeek } from './use-coming-week.js'

/** How the municipality keeps up: what waits, what was decided and how soon, what comes, who is to confirm. */
export function FiguresApp({ municipalities }: { municipalities: string[] }) {
  const { w } = useWords()
  const [search, change] = useAddress()
  const named = search.get('municipality')
  const chosen = named && municipalities.includes(named) ? named : (municipalities[0] ?? null)
  const [figures, setFigures] = useState<Figures | 'failed' | null>(null)
  useEffect(() => {
    let here = true
    void fetchJson<Figures>(`/api/moderation/figures?municipality=${chosen}`).then(({ ok, body }) => {
      if (here) setFigures(ok ? body : 'failed')
    })
    return () => {
      here = false
    }
  }, [chosen])
  return (
    <div className="torg-workbench">
      <h1>{w.tabFigures}</h1>
      <p className="torg-about">{w.figuresIntro}</p>
      <MunicipalityChoice
        municipalities={municipalities}
        chosen={chosen}
        onChoose={(id) => change({ municipality: id })}
      />
      {figures === null && <p className="torg-none">{w.loading}</p>}
      {figures === 'failed' && <p role="alert">{w.couldNotLoad}</p>}
      {typeof figures === 'object' && figures && (
        <div className="torg-charts">
          {figures.partial && <p className="torg-note">{w.figuresPartial}</p>}
          <QueueAge figures={figures} />
          <Weeks figures={figures} />
          <TimeToDecision figures={figures} />
          <Reasons figures={figures} municipality={chosen} />
          {figures.kinds.includes('event') && <ComingWeek figures={figures} />}
          <Confirmations figures={figures} />
        </div>
      )}
    </div>
  )
}

interface Part {
  figures: Figures
}

function QueueAge({ figures: { ages } }: Part) {
  const { w } = useWords()
  const sum = ages.reduce((total, { count }) => total + count, 0)
  const words = (from: number, index: number) => {
    if (from === 0) return w.daysToday
    const next = ages[index + 1]?.from
    if (next === undefined) return fill(w.daysAndMore, { n: from })
    return next - from === 1 ? String(from) : fill(w.daysBetween, { n: from, to: next - 1 })
  }
  return (
    <BarChart
      title={w.queueAge}
      summary={fill(w.totalOf, { n: sum })}
      what={w.columnDays}
      series={[
        { key: 'waits', words: w.clockInTime, tone: 'first' },
        { key: 'late', words: w.isLate, tone: 'late' },
      ]}
      bars={ages.map(({ from, count, late }, index) => ({
        label: words(from, index),
        parts: [{ series: late ? 'late' : 'waits', value: count }],
      }))}
    />
  )
}

function Weeks({ figures: { weeks } }: Part) {
  const { w, language } = useWords()
  const sum = weeks.reduce((total, week) => total + outcomes.reduce((all, each) => all + week[each], 0), 0)
  const series: Series[] = [
    { key: 'approved', words: w.outcomeApproved, tone: 'first' },
    { key: 'changes', words: w.outcomeChanges, tone: 'second' },
    { key: 'refused', words: w.outcomeRefused, tone: 'third' },
    { key: 'lookedOver', words: w.outcomeLookedOver, tone: 'fourth' },
  ]
  return (
    <BarChart
      title={w.decisionsPerWeek}
      summary={sum === 0 ? w.noDecisions : fill(w.totalOf, { n: sum })}
      what={w.columnWeek}
      series={series}
      bars={weeks.map((week) => ({
        label: dayWords(week.week, language)
          .replace(/^\S+ /, '')
          .replace(/ \d{4}$/, ''),
        parts: outcomes.map((each) => ({ series: each, value: week[each] })),
      }))}
    />
  )
}

function TimeToDecision({ figures }: Part) {
  const { w } = useWords()
  const { medianDays, byDays, inTime, answered, decisionDays } = figures
  const half =
    medianDays === null ? w.noDecisions : medianDays === 0 ? w.medianToday : counted(w.medianDays, medianDays)
  const kept =
    inTime === null || answered === 0
      ? ''
      : fill(w.inTimeOf, { n: inTime, of: answered, days: decisionDays ?? 0 })
  return (
    <BarChart
      title={w.timeToDecision}
      summary={[half, kept].filter(Boolean).join(' ')}
      what={w.columnDays}
      series={[{ key: 'count', words: w.columnCount, tone: 'first' }]}
      bars={byDays.map(({ days, count }, index) => ({
        label:
          days === 0
            ? w.daysToday
            : index === byDays.length - 1
              ? fill(w.daysAndMore, { n: days })
              : String(days),
        parts: [{ series: 'count', value: count }],
      }))}
    />
  )
}

function Reasons({ figures: { byReason }, municipality }: Part & { municipality: string | null }) {
  const { w, label, language } = useWords()
  const settings = useSettings(municipality)
  const words = (code: string) => {
    const rule = settings?.houseRules?.find((each) => each.code === code)
    const own = rule?.wording?.find((each) => each.language === language) ?? rule?.wording?.[0]
    return own?.text ?? (label((reasonLists.refusal as Record<string, unknown>)[code]) || code)
  }
  const sum = byReason.reduce((total, { count }) => total + count, 0)
  return (
    <BarChart
      title={w.refusedBecause}
      summary={sum === 0 ? w.nothingRefused : fill(w.totalOf, { n: sum })}
      what={w.columnReason}
      sentences
      series={[{ key: 'count', words: w.columnCount, tone: 'third' }]}
      bars={byReason.map(({ reason, count }) => ({
        label: words(reason),
        parts: [{ series: 'count', value: count }],
      }))}
    />
  )
}

function ComingWeek({ figures: { slug, zone } }: Part) {
  const { w, language } = useWords()
  const found = useComingWeek(slug, zone)
  if (!found) return null
  const sum = found.week.reduce((total, { count }) => total + count, 0)
  return (
    <BarChart
      title={w.comingWeek}
      summary={fill(w.totalOf, { n: found.more ? `${sum}+` : sum })}
      what={w.columnDay}
      series={[{ key: 'count', words: w.columnCount, tone: 'first' }]}
      bars={found.week.map(({ day, count }) => ({
        label: dayWords(day, language).replace(/ \d{4}$/, ''),
        parts: [{ series: 'count', value: count }],
      }))}
    />
  )
}

function Confirmations({ figures: { confirmations } }: Part) {
  const { w, language } = useWords()
  return (
    <section className="torg-chart" aria-labelledby="torg-confirmations">
      <h2 id="torg-confirmations">{w.confirmationsDue}</h2>
      {confirmations.length === 0 && <p className="torg-none">{w.noConfirmations}</p>}
      <ul className="torg-lines">
        {confirmations.map(({ id, name, dueAt, overdue }) => (
          <li key={id}>
            <a href={`/admin/collections/organisations/${id}`}>{name}</a>
            <span className="torg-about">
              {fill(w.confirmationDueAt, { at: dayWords(dueAt.slice(0, 10), language) })}
            </span>
            {overdue && <span className="torg-badge torg-badge--warning">{w.confirmationOverdue}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
