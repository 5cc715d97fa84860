'use client'

import { Fragment, useRef, useState } from 'react'
import type { DeskItem } from '../../moderation/desk.js'
import { Badge } from '../fields/badge.js'
import { fill } from '../moderation/fill.js'
import { Announcer, useAnnounce } from '../moderation/use-announce.js'
import { toast } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { BothVersions } from './both-versions.js'
import { CancelDialogue, type Cancelling } from './cancel-dialogue.js'
import { ConfirmPanel } from '../members/confirm-panel.js'
import { OfferPanel } from '../members/offer-panel.js'
import { useAccount } from '../use-account.js'
import { ComingList } from './coming-list.js'
import { ItemList } from './item-list.js'
import { NoticeList } from './notice-list.js'
import { useDesk } from './use-desk.js'

/** What somebody who writes for an association comes to after logging in. */
export const DeskApp = () => (
  <Announcer>
    <Desk />
  </Announcer>
)

function Desk() {
  const { w } = useWords()
  const announce = useAnnounce()
  const account = useAccount()
  const { desk, reload, more } = useDesk()
  const [cancelling, setCancelling] = useState<Cancelling | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [compared, setCompared] = useState<DeskItem | null>(null)
  if (desk === 'loading') {
    return (
      <>
        <h1>{w.overview}</h1>
        <p role="status">{w.loading}</p>
      </>
    )
  }
  if (desk === 'failed') {
    return (
      <>
        <h1>{w.overview}</h1>
        <p className="torg-fault" role="alert">
          {w.deskFailed}
        </p>
        <button type="button" className="torg-button" onClick={() => void reload()}>
          {w.tryAgain}
        </button>
      </>
    )
  }
  const { organisations, groups, zone } = desk
  const say = (sentence: string) => {
    announce(sentence)
    toast.success(sentence)
  }
  const changed = async (sentence: string, title: string) => {
    setCancelling(null)
    say(fill(sentence, { title }))
    await reload()
  }
  const answered = async (sentence: string) => {
    say(sentence)
    await reload()
    heading.current?.focus()
  }
  const nameOf = (id: string) =>
    organisations.length > 1 ? (organisations.find((one) => one.id === id)?.name ?? null) : null
  const lists = {
    nameOf,
    onCancel: setCancelling,
    onCompare: setCompared,
    onMore: more,
    onChanged: changed,
    onRefused: reload,
  }
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {organisations.map(({ name }) => name).join(', ')}
      </h1>
      {organisations
        .filter(({ life }) => life !== 'approved')
        .map(({ id, name, life }) => (
          <p key={id} className="torg-panel torg-silent">
            <strong>{name}</strong> <Badge axis="life" value={life} />
            <span>{life === 'suspended' ? w.isSuspended : w.isNotApproved}</span>
          </p>
        ))}
      {organisations.map((one) => (
        <Fragment key={one.id}>
          {one.offeredBy !== null && account && (
            <OfferPanel
              organisation={one}
              account={account.id}
              from={one.offeredBy}
              onDone={(sentence, answer) =>
                answer === 'accept-hand-over'
                  ? // What the account may do has changed, and with it the pages.
                    window.location.assign('/admin/members')
                  : void answered(sentence)
              }
            />
          )}
          {one.confirm && (
            <ConfirmPanel
              organisation={one}
              due={one.confirm}
              withWay
              onDone={(sentence) => void answered(sentence)}
            />
          )}
        </Fragment>
      ))}
      {desk.mayWrite && (
        <p className="torg-buttons">
          <a
            className="torg-button torg-button--primary torg-button--large"
            href="/admin/collections/events/create"
          >
            {w.newEvent}
          </a>
          <a className="torg-button torg-button--large" href="/admin/collections/posts/create">
            {w.newPost}
          </a>
        </p>
      )}
      <div className="torg-sections">
        <ComingList coming={desk.coming} {...lists} />
        <ItemList group="to-do" page={groups['to-do']} {...lists} />
        <NoticeList notices={desk.notices} zone={zone} />
        <ItemList group="waiting" page={groups.waiting} {...lists} />
        <ItemList group="public" page={groups.public} {...lists} />
        <ItemList group="over" page={groups.over} {...lists} />
      </div>
      {cancelling && (
        <CancelDialogue
          cancelling={cancelling}
          onClose={() => setCancelling(null)}
          onDone={() => void changed(w.deskCancelled, cancelling.title)}
          onStale={async () => newRevision(await reload(), cancelling.id)}
        />
      )}
      {compared && <BothVersions item={compared} onClose={() => setCompared(null)} />}
    </>
  )
}

/** The revision that an event has now, where it still lies on the desk. */
function newRevision(desk: Awaited<ReturnType<ReturnType<typeof useDesk>['reload']>>, id: string) {
  const lines = desk ? [...desk.coming, ...Object.values(desk.groups).flatMap(({ items }) => items)] : []
  return lines.find((line) => line.id === id)?.revision ?? null
}
