import type { PayloadRequest, Where } from 'payload'
import { actorOf } from '../../accounts/standing.js'
import { decidesIn } from '../../tenancy/membership.js'
import { decides, hasRole, municipalitiesOf, organisationsOf, writes, type AdminAccount } from '../account.js'
import { DeskApp } from '../desk/desk-app.js'
import { Badge } from '../fields/badge.js'
import { adminLanguage, labelIn, wordsIn, type AdminLanguage } from '../language.js'
import { loginLabels } from '../messages/logins.js'
import { dueRoles } from '../review/due.js'
import { Lines, type Line, type SeeAll } from './lines.js'
import { QueuePanel } from './queue-panel.js'
import { findAs, linesOf, noticeLines, zoneOf } from './waiting.js'

interface Props {
  payload: PayloadRequest['payload']
  i18n: PayloadRequest['i18n']
  user?: unknown
}

/**
 * What waits for this account, what goes out soon and what it was told. Everything is read with the account's own
 * rights; a custom view is shown without Payload's own check of the login, so it is made here.
 */
export async function Dashboard({ payload, i18n, user }: Props) {
  const actor = actorOf({ user })
  if (!actor) return null
  const deciding = decidesIn(actor)
  const account = user as AdminAccount
  const language = adminLanguage(i18n.language)
  const w = wordsIn(language)
  const due = (await dueRoles(payload, account, new Date())).length
  const doors = <Doors account={account} due={due} language={language} />
  // Whoever writes for an association and decides nothing comes to their desk.
  if (writes(account) && !decides(account)) {
    return (
      <div className="torg-dashboard torg-mine">
        <DeskApp />
        {doors}
      </div>
    )
  }
  const as = findAs(payload, account)
  const zone = await zoneOf(as, municipalitiesOf(account)[0])
  const say = { zone, language }
  const editor = decides(account)
  const author = writes(account)
  const inReview = { state: { equals: 'in-review' } }
  const soon: Where = {
    and: [{ publication: { equals: 'live' } }, { startsAt: { greater_than: new Date().toISOString() } }],
  }

  const sections: { title: string; lines: Line[]; empty: string; all?: SeeAll[] }[] = []
  if (author) {
    const mine = { state: { in: ['changes-requested', 'draft', 'rejected'] } }
    const toDo = [
      ...linesOf('events', await as('events', mine, 'state', 8), say),
      ...linesOf('posts', await as('posts', mine, 'state', 6), say),
    ]
    sections.push({ title: w.goOnWith, lines: toDo, empty: w.nothingToGoOnWith })
    const sent = [
      ...linesOf('events', await as('events', inReview, 'startsAt', 6), say),
      ...linesOf('posts', await as('posts', inReview, '-updatedAt', 4), say),
    ]
    if (sent.length > 0) sections.push({ title: w.sentIn, lines: sent, empty: '' })
  }
  // Who runs the municipality is told what concerns all of it, such as a webhook that was switched off.
  const told = author || hasRole(account, 'municipality-admin')
  const notices = told ? noticeLines(await as('notices', {}, '-at', 6), say) : []
  if (author || notices.length > 0) {
    sections.push({
      title: w.youWereTold,
      lines: notices,
      empty: w.noNotices,
      all: [{ href: '/admin/notices', what: w.youWereTold }],
    })
  }
  // Whoever writes for an organisation that is not approved learns it here, not when submitting.
  const own = { id: { in: organisationsOf(account) } }
  const silent = author
    ? await as('organisations', { and: [own, { life: { not_equals: 'approved' } }] }, 'name', 5)
    : []
  const mayWrite = editor || silent.length < organisationsOf(account).length
  if (mayWrite && (editor || author)) {
    sections.push({
      title: w.comingSoon,
      lines: linesOf('events', await as('events', soon, 'startsAt', 6), say).map(
        ({ axis: _, ...line }) => line,
      ),
      empty: w.nothingComing,
    })
  }
  return (
    <div className="torg-dashboard">
      <h1>{w.overview}</h1>
      {silent.map(({ id, name, life }) => (
        <p key={id} className="torg-panel torg-silent">
          <strong>{name}</strong> <Badge axis="life" value={life} />
          <span>{life === 'suspended' ? w.isSuspended : w.isNotApproved}</span>
        </p>
      ))}
      {mayWrite && (
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
      {doors}
      <div className="torg-sections">
        {deciding.map((municipality) => (
          <QueuePanel key={municipality} municipality={municipality} named={deciding.length > 1} />
        ))}
        {sections.map((section) => (
          <Lines key={section.title} {...section} seeAll={w.seeAll} />
        ))}
      </div>
    </div>
  )
}

interface DoorsProps {
  account: AdminAccount
  /** How many roles are due for review. */
  due: number
  language: AdminLanguage
}

/** The ways to what only some roles have. */
function Doors({ account, due, language }: DoorsProps) {
  const w = wordsIn(language)
  return (
    <>
      {writes(account) && <Door href="/admin/members" title={w.members} text={w.membersDoor} />}
      {hasRole(account, 'auditor') && <Door href="/admin/log" title={w.toTheLog} text={w.toTheLogText} />}
      {hasRole(account, 'operator') && (
        <>
          <Door
            href="/admin/collections/municipalities"
            title={w.toMunicipalities}
            text={w.toMunicipalitiesText}
          />
          <Door href="/admin/collections/accounts" title={w.toAccounts} text={w.toAccountsText} />
        </>
      )}
      {due > 0 && (
        <Door
          href="/admin/collections/memberships"
          title={`${labelIn(loginLabels.review, language)} (${due})`}
          text={labelIn(loginLabels.reviewWhy, language)}
        />
      )}
    </>
  )
}

const Door = ({ href, title, text }: { href: string; title: string; text: string }) => (
  <p className="torg-panel torg-door">
    <a href={href}>{title}</a>
    <span>{text}</span>
  </p>
)
