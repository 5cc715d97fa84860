'use client'

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

type Announce = (sentence: string) => void
const Context = createContext<Announce>(() => undefined)

/** Says a sentence to those who do not see what happened on the page. The same sentence again is said again. */
export const useAnnounce = (): Announce => useContext(Context)

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 })
  const announce = useCallback<Announce>(
    (sentence) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })),
    [],
  )
  return (
    <Context.Provider value={announce}>
      {children}
      <p className="torg-hidden" role="status">
        {/* Another node for another turn: a screen reader speaks what is new. */}
        <span key={said.turn}>{said.sentence}</span>
      </p>
    </Context.Provider>
  )
}
