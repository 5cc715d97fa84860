'use client'

import { DecisionForm } from '../moderation/decide/decision-form.js'
import { followFactsOf } from '../moderation/decide/what-follows.js'
import { useItem } from '../moderation/item/use-item.js'
import { fieldTitle } from '../read-values.js'
import { useDocumentInfo } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { ActionForm, type FormProps } from './action-form.js'

/** What an editor says no with, or asks for, in words that can begin from a text of the municipality. */
export const asksWithText: readonly string[] = ['request-changes', 'reject', 'remove']

/** The form of the workbench on the document's own page: texts to begin from, and the message as its reader gets it. */
export function RefusalForm(props: FormProps) {
  const { collection, changed, fields } = props
  const { id } = useDocumentInfo()
  const { w, language } = useWords()
  const { open } = useItem(`${collection}/${String(id)}`)
  if (open === 'loading')
    return (
      <p className="torg-none" role="status">
        {w.loading}
      </p>
    )
  if (typeof open === 'string') return <ActionForm {...props} />
  return (
    <>
      {changed.length > 0 && (
        <p className="torg-note">
          {`${w.editsStayBehind} ${changed.map((name) => fieldTitle(fields, name, language)).join(', ')}`}
        </p>
      )}
      <DecisionForm
        {...props}
        item={open.item}
        facts={followFactsOf(open.item, open.list)}
        suggested={null}
      />
    </>
  )
}
