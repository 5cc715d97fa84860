'use client'

import { useEffect, useRef } from 'react'
import { type Shortcut, shortcutOf } from './decide/shortcut.js'

export type Shortcuts = Partial<Record<Shortcut, () => void>>

/** What single keys do while this is shown; nothing where they are switched off. Returns a listener for frames inside. */
export function useShortcuts(shortcuts: Shortcuts, on: boolean): (event: KeyboardEvent) => void {
  const now = useRef(shortcuts)
  useEffect(() => {
    now.current = shortcuts
  })
  const listener = useRef((event: KeyboardEvent) => {
    const shortcut = shortcutOf(event, event.target as Element | null)
    const act = shortcut && now.current[shortcut]
    if (!act || document.querySelector('dialog[open]')) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    if (!on) return
    const listen = listener.current
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on])
  return on ? listener.current : ignore
}

const ignore = () => undefined
