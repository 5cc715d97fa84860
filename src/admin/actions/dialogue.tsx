'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

interface DialogueProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/**
 * A modal `<dialog>`: the browser keeps the focus inside, closes it with Escape and gives the focus back. It stands at
 * the end of the page, because a form cannot stand in a form.
 */
export function Dialogue({ title, onClose, children }: DialogueProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return createPortal(
    <dialog
      ref={ref}
      className="torg-dialogue"
      aria-labelledby="torg-dialogue-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // Payload listens for keys and changes on its form, of which this is a part for React.
      onKeyDown={(event) => event.stopPropagation()}
      onChange={(event) => event.stopPropagation()}
      onSubmit={(event) => event.stopPropagation()}
    >
      <h2 id="torg-dialogue-title">{title}</h2>
      {children}
    </dialog>,
    document.body,
  )
}
