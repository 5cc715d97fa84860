'use client'

import { useState } from 'react'
import type { DeskGroup, DeskItem, DeskPage } from '../../moderation/desk.js'
import type { Messages } from '../messages/en.js'
import { useWords } from '../use-words.js'
import type { Cancelling } from './cancel-dialogue.js'
import { ItemLine } from './item-line.js'

const titles = {
  'to-do': ['deskToDo', 'deskToDoNone'],
  waiting: ['sentIn', 'deskWaitingNone'],
  public: ['deskPublic', 'deskPublicNone'],
  over: ['deskOver', 'deskOverNone'],
} as const satisfies Record<DeskGroup, [keyof Messages, keyof Messages]>

export interface ItemActions {
  nameOf: (organisation: string) => string | null
  onCancel: (cancelling: Cancelling) => void
  onCompare: (item: DeskItem) => void
  onChanged: (sentence: string, title: string) => Promise<void>
  onRefused: () => Promise<unknown>
}

interface ListProps extends ItemActions {
  group: DeskGroup
  page: DeskPage
  onMore: (group: DeskGroup) => Promise<void>
}

/** What lies in one place on the desk, page by page. */
export function ItemList({ group, page, onMore, ...actions }: ListProps) {
  const { w } = useWords()
  const [asking, setAsking] = useState(false)
  const [title, none] = titles[group]
  const more = async () => {
    setAsking(true)
    await onMore(group)
    setAsking(false)
  }
  return (
    <section className="torg-panel" aria-labelledby={`torg-desk-${group}`}>
      <h2 id={`torg-desk-${group}`}>{w[title]}</h2>
      {page.items.length === 0 && <p className="torg-none">{w[none]}</p>}
      <ul className="torg-lines" data-group={group}>
        {page.items.map((item) => (
          <ItemLine key={item.id} item={item} {...actions} />
        ))}
      </ul>
      {page.next && (
        <button
          type="button"
          className="torg-button"
          aria-disabled={asking || undefined}
          onClick={() => !asking && void more()}
        >
          {w.showMore}
          <span className="torg-hidden">: {w[title]}</span>
        </button>
      )}
    </section>
  )
}
