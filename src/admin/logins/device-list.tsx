'use client'

import type { ShownDevice } from './logins.js'
import { useLoginWords } from './use-login-words.js'

/** The register of an account's devices: what each is called, since when, by whom, and when it was used last. */
export function DeviceList({
  devices,
  onEnd,
}: {
  devices: ShownDevice[]
  onEnd: (device: ShownDevice) => void
}) {
  const { say } = useLoginWords()
  if (devices.length === 0) return <p className="torg-none">{say('noDevices')}</p>
  return (
    <ul className="torg-register">
      {devices.map((each) => (
        <li key={each.number}>
          <span>
            <strong>{`${say('device')} ${each.number}: ${each.label}`}</strong>
            <span className="torg-about">
              {[
                `${say('addedOn')} ${each.addedOn}`,
                each.addedBy && `${say('addedBy')} ${each.addedBy}`,
                each.lastUsedOn && `${say('lastUsed')} ${each.lastUsedOn}`,
                each.endedOn && `${say('endedOn')} ${each.endedOn}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {!each.endedOn && (
            <button
              className="torg-button torg-button--small"
              type="button"
              onClick={() => onEnd(each)}
              aria-label={`${say('end')}: ${each.label}`}
            >
              {say('end')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
