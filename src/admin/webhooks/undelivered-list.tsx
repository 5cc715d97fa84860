'use client'

import { DocumentCell } from '../fields/document-cell.js'
import { logWords } from '../messages/log-words.js'
import { timeWords } from '../time-words.js'
import { useZone } from '../use-municipality.js'
import { useWords } from '../use-words.js'
import { useFaultWords } from './use-fault-words.js'
import type { Undelivered } from './use-webhook.js'

interface Props {
  /** How many there are; not all are shown. */
  all: number
  waiting: Undelivered[]
  onSend: (delivery: string) => void
}

/** The messages that were not received, each with why and when it is tried next, and a button to send it now. */
export function UndeliveredList({ all, waiting, onSend }: Props) {
  const { w } = useWords()
  return (
    <>
      <h2>
        {w.webhookUndelivered} <span className="torg-count">{all}</span>
      </h2>
      {all === 0 && <p className="torg-none">{w.webhookAllReceived}</p>}
      {all > waiting.length && <p>{`${w.webhookShownOf} ${all}.`}</p>}
      <ul className="torg-lines torg-undelivered">
        {waiting.map((each) => (
          <Line key={each.id} {...each} onSend={() => onSend(each.id)} />
        ))}
      </ul>
    </>
  )
}

function Line({
  id,
  kind,
  document,
  state,
  attempts,
  nextAt,
  fault,
  onSend,
}: Undelivered & { onSend: () => void }) {
  const { w, label, language } = useWords()
  const zone = useZone()
  const say = useFaultWords()
  const name = `torg-undelivered-${id}`
  const about = [
    `${w.webhookAttempts}: ${attempts}`,
    fault && say(fault),
    state === 'pending' && attempts > 0 && `${w.webhookNextTry}: ${timeWords(nextAt, zone, language)}`,
  ]
  return (
    <li>
      <span id={name}>
        {document ? <DocumentCell cellData={document} rowData={{ kind }} /> : label(logWords.kind?.[kind])}
      </span>
      <span className="torg-about">
        {about.filter(Boolean).join(' · ')}
        {state === 'failed' && <span className="torg-mark torg-mark--late">{w.webhookGivenUp}</span>}
      </span>
      <button
        type="button"
        id={`${name}-send`}
        className="torg-button torg-button--small"
        aria-labelledby={`${name}-send ${name}`}
        onClick={onSend}
      >
        {w.webhookSendAgain}
      </button>
    </li>
  )
}
