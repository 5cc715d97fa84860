'use client'

import { useEffect, useState } from 'react'
import { Conflict } from '../../actions/conflict.js'
import { Dialogue } from '../../actions/dialogue.js'
import type { Offered } from '../../actions/action-list.js'
import { Held } from '../../actions/held.js'
import { happenedLabels } from '../../../moderation/notices/happened.js'
import { useWords } from '../../use-words.js'
import { actionsByKey, type DecisionKey } from '../decide/decision-keys.js'
import { DecisionForm, Faults } from '../decide/decision-form.js'
import { followFactsOf } from '../decide/what-follows.js'
import { EditForm } from '../decide/edit-form.js'
import type { HeldDecision } from '../decide/use-held.js'
import { useAnnounce } from '../use-announce.js'
import { type Shortcuts, useShortcuts } from '../use-shortcuts.js'
import { AboutOrganisation } from './about-organisation.js'
import { AppealedPanel } from './appealed-panel.js'
import { ChangesInWords } from './changes-in-words.js'
import { DecideBar } from './decide-bar.js'
import { takenBackByKey } from '../decide/undo-order.js'
import { HouseRules } from './house-rules.js'
import { ItemHead } from './item-head.js'
import { Thread } from './thread.js'
import { type Decided, useDeciding } from './use-deciding.js'
import { type OpenItem, useItem } from './use-item.js'
import { WhatCitizensSee } from './what-citizens-see.js'
import { WorthALook } from './worth-a-look.js'

interface ItemViewProps {
  /** `events/{id}` */
  itemKey: string
  keys: boolean
  /** What keys do beside deciding: moving on, undoing, going back. */
  shortcuts: Shortcuts
  /** How many decisions of one's own can still be taken back. */
  ownHeld: number
  onDecided: (decided: Decided) => void
  /** Takes back what waits on this document, whoever decided it. */
  onUndo: (waiting: HeldDecision) => Promise<void>
}

/** One document, with everything that is needed to decide about it, and the decisions. */
export function ItemView({ itemKey, keys, shortcuts, ownHeld, onDecided, onUndo }: ItemViewProps) {
  const { w, label } = useWords()
  const announce = useAnnounce()
  const { open, reload } = useItem(itemKey)
  const known = typeof open === 'object' ? open : null
  const [broken, setBroken] = useState<string | null>(null)
  useEffect(() => setBroken(null), [itemKey])
  const deciding = useDeciding(known, (decided) => {
    if (decided.action !== 'claim' && decided.action !== 'release') return onDecided(decided)
    announce(label(happenedLabels[decided.action as 'claim' | 'release']))
    void reload()
  })
  const offered = known?.list.actions ?? []
  const byKey = actionsByKey(offered)
  const choose = (one: Offered | undefined) => one && deciding.choose(one)
  const press = (key: DecisionKey) => () => choose(byKey[key])
  const pending = known?.list.pending
  const undo = async () => {
    if (!known || !pending) return
    const { collection, id, title } = known.item
    const effectiveAt = Date.parse(pending.effectiveAt)
    await onUndo({ collection, id, title: title ?? '', action: pending.action, effectiveAt })
    await reload()
    // The button that was pressed is gone.
    document.querySelector<HTMLElement>('.torg-item h1')?.focus()
  }
  const onKey = useShortcuts(
    {
      ...shortcuts,
      ...(takenBackByKey(ownHeld, Boolean(pending)) === 'document' ? { undo: () => void undo() } : {}),
      approve: press('a'),
      edit: press('e'),
      changes: press('c'),
      reject: press('r'),
      claim: () => choose(offered.find(({ action }) => action === 'claim' || action === 'release')),
    },
    keys,
  )
  if (open === 'loading') return <p className="torg-none">{w.loading}</p>
  if (!known) {
    return (
      <div className="torg-panel" role="alert">
        <p>{open === 'gone' ? w.itemGone : w.couldNotLoad}</p>
        <button type="button" className="torg-button" onClick={() => void reload()}>
          {w.tryAgain}
        </button>
      </div>
    )
  }
  return (
    <article className="torg-item">
      <ItemHead {...known} />
      <Body open={known} broken={broken} onBreak={setBroken} onKey={onKey} />
      {!deciding.asked && deciding.fault && <Faults fault={deciding.fault} />}
      {pending ? (
        <div className="torg-decide">
          <Held pending={pending} onUndo={() => void undo()} onDue={() => void reload()} />
        </div>
      ) : offered.length > 0 ? (
        <DecideBar offered={offered} sending={deciding.sending} keys={keys} onChoose={choose} />
      ) : (
        <p className="torg-decide">{w.cannotDecide}</p>
      )}
      <Ask open={known} deciding={deciding} suggested={broken} />
      {deciding.conflict && (
        <Dialogue title={w.conflictTitle} onClose={() => deciding.setConflict(null)}>
          <Conflict
            problem={deciding.conflict}
            collection={known.item.collection}
            mine={{}}
            onReload={() => {
              deciding.setConflict(null)
              void reload()
            }}
            onClose={() => deciding.setConflict(null)}
          />
        </Dialogue>
      )}
    </article>
  )
}

interface BodyProps {
  open: OpenItem
  broken: string | null
  onBreak: (code: string | null) => void
  onKey: (event: KeyboardEvent) => void
}

function Body({ open: { item, list }, broken, onBreak, onKey }: BodyProps) {
  const { w } = useWords()
  const said = list.said
  return (
    <div className="torg-item__columns">
      <div className="torg-item__first">
        {said && (
          <blockquote className="torg-said-by-author">
            <strong>{item.organisation.name}</strong>
            <p>{said.message}</p>
          </blockquote>
        )}
        <AppealedPanel item={item} />
        <WorthALook item={item} list={list} />
        {item.change && list.changes.length > 0 && (
          <section className="torg-panel" aria-labelledby="torg-what-changed">
            <h2 id="torg-what-changed">{w.whatChanged}</h2>
            <ChangesInWords
              changes={list.changes}
              collection={item.collection}
              zone={item.zone}
              pictures={item.pictures}
            />
          </section>
        )}
        <WhatCitizensSee key={item.id} item={item} onKey={onKey} />
      </div>
      <div className="torg-item__second">
        <Thread thread={item.thread} zone={item.municipality.zone} organisation={item.organisation.name} />
        <AboutOrganisation item={item} />
        <HouseRules rules={item.houseRules} broken={broken} onChange={onBreak} />
      </div>
    </div>
  )
}

interface AskProps {
  open: OpenItem
  deciding: ReturnType<typeof useDeciding>
  suggested: string | null
}

/** The dialogue of the action that was chosen. */
function Ask({ open, deciding, suggested }: AskProps) {
  const { label } = useWords()
  const { item, list } = open
  const { asked } = deciding
  if (!asked) return null
  const shared = {
    item,
    offered: asked,
    facts: followFactsOf(item, list),
    typed: deciding.typedFor(asked.action),
    onType: (input: object) => deciding.type(asked.action, input),
    fault: deciding.fault,
    sending: deciding.sending,
    onSend: (input: object) => void deciding.send(asked, input),
    onClose: deciding.close,
  }
  const edits = asked.needs.some(({ field, required }) => field === 'edits' && required)
  return (
    <Dialogue title={label(asked.label)} onClose={deciding.close}>
      {edits ? <EditForm {...shared} /> : <DecisionForm {...shared} suggested={suggested} />}
    </Dialogue>
  )
}
