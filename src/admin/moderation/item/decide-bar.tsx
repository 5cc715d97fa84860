'use client'

import { useState } from 'react'
import type { Offered } from '../../actions/action-list.js'
import { grave } from '../../actions/action-order.js'
import { useWords } from '../../use-words.js'
import { actionsByKey, claimActions, decisionKeys, menuActions } from '../decide/decision-keys.js'

interface DecideBarProps {
  offered: readonly Offered[]
  sending: boolean
  /** Single keys are switched on, so their letters stand on the buttons. */
  keys: boolean
  onChoose: (offered: Offered) => void
}

const toneOf = (key: string, { action }: Offered): string =>
  key === 'a' ? 'torg-button--primary' : grave.includes(action) ? 'torg-button--grave' : ''

/** What can be decided, always in sight: the four that have keys, claiming, and the rest in a menu. */
export function DecideBar({ offered, sending, keys, onChoose }: DecideBarProps) {
  const { w, label } = useWords()
  const [menu, setMenu] = useState(false)
  const byKey = actionsByKey(offered)
  const rest = menuActions(offered, grave)
  const claim = offered.find(({ action }) => claimActions.includes(action))
  // On a telephone there is room for the three answers; these two lie in the menu.
  const narrow = [byKey.e, claim].filter((one): one is Offered => one !== undefined)
  const press = (one: Offered) => {
    setMenu(false)
    onChoose(one)
  }
  return (
    <div className="torg-decide" role="group" aria-label={w.decisions}>
      {Object.keys(byKey).length === 0 && <p>{w.cannotDecide}</p>}
      {decisionKeys.map((key) => {
        const one = byKey[key]
        if (!one) return null
        return (
          <button
            type="button"
            key={key}
            className={`torg-button ${toneOf(key, one)} ${key === 'e' ? 'torg-wide' : ''}`}
            disabled={sending}
            aria-keyshortcuts={keys ? key : undefined}
            onClick={() => press(one)}
          >
            {label(one.label)}
            {keys && <kbd aria-hidden="true">{key}</kbd>}
          </button>
        )
      })}
      {claim && (
        <button
          type="button"
          className="torg-button torg-decide__claim torg-wide"
          disabled={sending}
          aria-keyshortcuts={keys ? 'm' : undefined}
          onClick={() => press(claim)}
        >
          {label(claim.label)}
          {keys && <kbd aria-hidden="true">m</kbd>}
        </button>
      )}
      {rest.length + narrow.length > 0 && (
        <details
          className={`torg-menu torg-menu--up ${rest.length === 0 ? 'torg-narrow' : ''}`}
          open={menu}
          onToggle={(event) => setMenu(event.currentTarget.open)}
          onKeyDown={(event) => event.key === 'Escape' && setMenu(false)}
        >
          <summary className="torg-button">{w.moreActions}</summary>
          <div className="torg-menu__list">
            {[...narrow, ...rest].map((one) => (
              <button
                type="button"
                key={one.action}
                className={`${grave.includes(one.action) ? 'torg-button--grave' : ''} ${narrow.includes(one) ? 'torg-narrow' : ''}`}
                onClick={() => press(one)}
              >
                {label(one.label)}
              </button>
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
