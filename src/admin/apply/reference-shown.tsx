'use client'

import { useEffect, useRef } from 'react'
import { CopyOnce } from '../copy-once.js'
import { useWords } from '../use-words.js'
import type { Town } from './apply-view.js'

/** The reference of an application, shown this once, and the address under which it is followed. */
export function ReferenceShown({ town, reference }: { town: Town; reference: string }) {
  const { w } = useWords()
  const shown = useRef<HTMLElement>(null)
  const here = useRef<HTMLParagraphElement>(null)
  useEffect(() => here.current?.focus(), [])
  // Behind the number sign: a browser never sends that part, so the reference stands in nobody's log.
  const follow = `/admin/apply/${town.slug}/follow#${reference}`
  return (
    <section className="torg-panel" aria-label={w.applyReference}>
      <p tabIndex={-1} ref={here}>
        {w.applyReferenceWhy}
      </p>
      <p className="torg-one-time-code">
        <code ref={shown}>{reference}</code>
      </p>
      <p className="torg-buttons">
        <CopyOnce text={reference} shown={shown}>
          {w.applyCopy}
        </CopyOnce>
        <a className="torg-button torg-button--primary" href={follow}>
          {w.applyFollow}
        </a>
      </p>
    </section>
  )
}
