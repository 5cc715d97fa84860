'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../use-words.js'
import type { Offered } from './action-list.js'
import { ActionForm, type ActionInput } from './action-form.js'
import { grave, inOrder, savesFirst } from './action-order.js'
import { Conflict } from './conflict.js'
import { Dialogue } from './dialogue.js'
import { Held } from './held.js'
import { asksWithText, RefusalForm } from './refusal-form.js'
import { useDecide } from './use-decide.js'

/** The buttons of a document: what this account may do with it now, from the moderation table, and nothing else. */
export function ActionBar() {
  const { w, label } = useWords()
  const { open, fields, prepare, decide, undo, fault, setFault, sending, conflict, setConflict } = useDecide()
  const [asked, setAsked] = useState<Offered | null>(null)
  const [menuOpen, setMenuOpen] = useState(false)
  // What was typed for each action: closing the dialogue, or undoing the decision, loses nothing.
  const typed = useRef<Record<string, ActionInput>>({})
  const { list, reload, readAnew } = open
  const { bar, keepFocus } = useFocusKept()
  const whenDue = useCallback(async () => {
    const now = await reload()
    if (now && !now.pending) await readAnew()
  }, [reload, readAnew])
  if (!open.id || !list) return null
  if (list.pending)
    return (
      <div ref={bar}>
        <Held
          pending={list.pending}
          onUndo={() => {
            keepFocus()
            void undo()
          }}
          onDue={() => void whenDue()}
        />
      </div>
    )

  const ordered = inOrder(list.actions, open.changed.length > 0)
  const choose = async (offered: Offered) => {
    setMenuOpen(false)
    setFault(null)
    if (await prepare(offered)) setAsked(offered)
  }
  const close = () => {
    setAsked(null)
    setConflict(null)
  }
  const send = async (offered: Offered, input: ActionInput) => {
    keepFocus()
    const outcome = await decide(offered, input)
    if (!outcome) return
    if (outcome === 'done') typed.current = {}
    close()
  }
  // Whoever is refused something is written to with care, wherever an editor does it.
  const Form = asked && asksWithText.includes(asked.action) ? RefusalForm : ActionForm
  const tone = (action: string) => (grave.includes(action) ? 'torg-button--grave' : '')
  return (
    <div className="torg-actions" role="group" aria-label={w.actions} ref={bar}>
      {ordered.beside.map((each) => (
        <button
          type="button"
          key={each.action}
          className={`torg-button torg-wide ${tone(each.action)}`}
          onClick={() => void choose(each)}
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
                onClick={() => void choose(each)}
              >
                {label(each.label)}
              </button>
            ))}
            {ordered.menu.map((each) => (
              <button
                type="button"
                key={each.action}
                className={tone(each.action)}
                onClick={() => void choose(each)}
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
          onClick={() => void choose(ordered.primary!)}
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
            <Form
              offered={asked}
              collection={open.collection}
              typed={typed.current[asked.action] ?? {}}
              onType={(input) => (typed.current[asked.action] = input)}
              changed={open.changed}
              fields={fields}
              missing={savesFirst.includes(asked.action) ? list.missing : []}
              findings={savesFirst.includes(asked.action) ? list.findings : []}
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

/**
 * After a decision its buttons are gone, and the focus with them. It goes to the first button that is there then: to
 * undoing, or to what can be done next.
 */
function useFocusKept() {
  const bar = useRef<HTMLDivElement>(null)
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current || document.activeElement !== document.body) return
    // Behind a dialogue nothing can have it yet.
    if (document.querySelector('dialog[open]')) return
    const next = bar.current?.querySelector<HTMLElement>('button, summary')
    next?.focus()
    // While the decision can be undone, its end takes the focus away once more.
    if (next) wanted.current = bar.current?.querySelector('.torg-held') !== null
  })
  return { bar, keepFocus: () => (wanted.current = true) }
}
