'use client'

import { useEffect } from 'react'
import { happenedLabels } from '../../moderation/notices/happened.js'
import { sendRead } from '../inbox/use-inbox.js'
import { Link, useDocumentInfo, useField, useForm } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { collectionOfKind } from './document-cell.js'
import { useFieldWords, type FieldProps } from './field-frame.js'

/** What a notice is about, as the way into it. */
export function NoticeCell({ cellData, rowData }: { cellData?: unknown; rowData?: { id?: unknown } }) {
  const { label } = useWords()
  return (
    <a className="torg-title" href={`/admin/collections/notices/${String(rowData?.id)}`}>
      {label((happenedLabels as Record<string, unknown>)[String(cellData)]) || String(cellData ?? '')}
    </a>
  )
}

interface Notice {
  title?: unknown
  action?: unknown
  kind?: unknown
  document?: unknown
}

const aboutLogins: readonly string[] = [
  'confirm-soon',
  'confirm-due',
  'offer-hand-over',
  'accept-hand-over',
  'decline-hand-over',
  'end-hand-over',
  'make-admin',
  'make-contributor',
  'member-left',
]

/** Decisions that took something away, and what became of an appeal against one. */
const statements: readonly string[] = ['reject', 'remove', 'withdraw', 'suspend', 'uphold', 'overturn']

/** The title that a notice tells of, as the way to what it is about; nothing leads to what was erased. */
function About({ title, action, kind, document }: Notice) {
  const { w } = useWords()
  const name = String(title ?? '') || w.withoutTitle
  // What concerns logins is answered where they are.
  if (aboutLogins.includes(String(action))) {
    return (
      <Link href="/admin/members" prefetch={false}>
        {name}
      </Link>
    )
  }
  const collection = collectionOfKind[String(kind ?? '')]
  if (!collection || !document || action === 'erase' || action === 'forget')
    return <span>{title ? name : '–'}</span>
  return (
    <Link href={`/admin/collections/${collection}/${String(document)}`} prefetch={false}>
      {name}
    </Link>
  )
}

export function NoticeAboutCell({ rowData }: { rowData?: Notice }) {
  return <About {...rowData} />
}

export function NoticeAbout({ field }: FieldProps) {
  const { title } = useFieldWords(field)
  const { w } = useWords()
  const { getData } = useForm()
  const notice = getData() as Notice
  const collection = collectionOfKind[String(notice.kind ?? '')]
  return (
    <div className="field-type torg-fact">
      <span className="torg-fact__name">{title}</span>
      <About {...notice} />
      {collection && statements.includes(String(notice.action)) && (
        <Link href={`/admin/statement/${collection}/${String(notice.document)}`} prefetch={false}>
          {w.statementLink}
        </Link>
      )}
    </div>
  )
}

/** The words of a notice, where it has any. */
export function NoticeMessage({ field, path }: FieldProps) {
  const { title } = useFieldWords(field)
  const { value } = useField<string>({ path })
  if (!value) return null
  return (
    <div className="field-type torg-fact">
      <span className="torg-fact__name">{title}</span>
      <p className="torg-message">{value}</p>
    </div>
  )
}

/** Whoever has opened a notice has read it; nobody ticks that off by hand. */
export function NoticeRead() {
  const { id } = useDocumentInfo()
  useEffect(() => {
    if (id) void sendRead(String(id), false)
  }, [id])
  return null
}

/** There is nothing to save in what somebody else wrote. */
export const NothingToSave = () => null
