'use client'

import { useCallback, useRef, useState } from 'react'
import { useWords } from '../use-words.js'
import type { Offered } from './action-list.js'
import { ActionForm, type ActionInput } from './action-form.js'
import { grave, inOrder } from './action-order.js'
import { Conflict } from './conflict.js'
import { Dialogue } from './dialogue.js'
import { Held } from './held.js'
import { useDecide } from './use-decide.js'

/** The buttons of a document: what this account may do with it now, from the moderation table, and nothing else. */
export function ActionBar() {
  const { w, label } = useWords()
  const { open, decide, undo, fault, setFault, sending, conflict, setConflict } = useDecide()
  const [asked, setAsked] = useState<Offered | null>(null)
  const [menuOpen, setMenuOpen] = useState(false)
  // What was typed for each action: closing the dialogue, or undoing the decision, loses nothing.
  const typed = useRef<Record<string, ActionInput>>({})
  const { list, reload, readAnew } = open
  const whenDue = useCallback(async () => {
    const now = await reload()
    if (now && !now.pending) await readAnew()
  }, [reload, readAnew])
  if (!open.id || !list) return null
  if (list.pending)
    return <Held pending={list.pending} onUndo={() => void undo()} onDue={() => void whenDue()} />

  const ordered = inOrder(list.actions, open.changed.length > 0)
  const choose = (offered: Offered) => {
    setMenuOpen(false)
    setFault(null)
    setAsked(offered)
  }
  const close = () => {
    setAsked(null)
    setConflict(null)
  }
  const send = async (offered: Offered, input: ActionInput) => {
    const outcome = await decide(offered, input)
    if (!outcome) return
    if (outcome === 'done') typed.current = {}
    close()
  }
  const tone = (action: string) => (grave.includes(action) ? 'torg-button--grave' : '')
  return (
    <div className="torg-actions" role="group" aria-label={w.actions}>
      {ordered.beside.map((each) => (
        <button
          type="button"
          key={each.action}
          className={`torg-button torg-wide ${tone(each.action)}`}
          onClick={() => choose(each)}
        >
          {label(each.label)}
        </button>
      ))}
      {ordered.menu.length + ordered.beside.length > 0 && (
        <details
          className={`torg-menu ${ordered.menu.length === 0 ? 'torg-narrow' : ''}`}
          open={menuOpen}
          onToggle={(event) => setMenuOpen(event.currentTarget.open)}
          onKeyDown={(event) => event.key === 'Escape' && setMenuOpen(false)}
        >
          <summary className="torg-button">{w.more}</summary>
          <div className="torg-menu__list">
            {ordered.beside.map((each) => (
              <button
                type="button"
                key={each.action}
                className={`torg-narrow ${tone(each.action)}`}
                onClick={() => choose(each)}
              >
                {label(each.label)}
              </button>
            ))}
            {ordered.menu.map((each) => (
              <button
                type="button"
                key={each.action}
                className={tone(each.action)}
                onClick={() => choose(each)}
              >
                {label(each.label)}
              </button>
            ))}
          </div>
        </details>
      )}
      {ordered.primary && (
        <button
          type="button"
          className="torg-button torg-button--primary"
          onClick={() => choose(ordered.primary!)}
        >
          {label(ordered.primary.label)}
        </button>
      )}
      {asked && (
        <Dialogue title={conflict ? w.conflictTitle : label(asked.label)} onClose={close}>
          {conflict ? (
            <Conflict
              problem={conflict}
              collection={open.collection}
              mine={open.edits()}
              onReload={() => {
                close()
                void readAnew()
              }}
              onClose={close}
            />
          ) : (
            <ActionForm
              offered={asked}
              collection={open.collection}
              typed={typed.current[asked.action] ?? {}}
              onType={(input) => (typed.current[asked.action] = input)}
              changed={open.changed}
              fault={fault}
              sending={sending}
              onSend={(input) => void send(asked, input)}
              onClose={close}
            />
          )}
        </Dialogue>
      )}
    </div>
  )
}
