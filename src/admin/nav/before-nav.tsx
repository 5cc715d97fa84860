import type { PayloadRequest } from 'payload'
import { roleLabels } from '../../tenancy/role-labels.js'
import { decides, hasRole, membershipsOf, municipalitiesOf, writes, type AdminAccount } from '../account.js'
import { labelIn, wordsIn } from '../language.js'
import { auditLabels } from '../messages/audit.js'
import { processingLabels } from '../messages/processing.js'
import { retentionLabels } from '../messages/retention.js'
import { InboxLink } from './inbox-link.js'
import { KeepOpen } from './keep-open.js'
import { QueueLink } from './queue-link.js'

interface Props {
  payload: PayloadRequest['payload']
  i18n: PayloadRequest['i18n']
  user?: unknown
}

/** Who is logged in, where and as what, and the way back to the overview. */
export async function BeforeNav({ payload, i18n, user }: Props) {
  const account = user as AdminAccount | null | undefined
  if (!account) return null
  const w = wordsIn(i18n.language)
  const home = municipalitiesOf(account)[0]
  const municipality = home
    ? await payload
        .findByID({
          collection: 'municipalities',
          id: home,
          depth: 0,
          overrideAccess: false,
          user: account as never,
          disableErrors: true,
        })
        .then((found) => (found as { name?: string } | null)?.name)
    : null
  const role = membershipsOf(account)[0]?.role
  return (
    <div className="torg-who">
      <KeepOpen />
      <p>
        <strong>{account.roleTitle || account.username}</strong>
        <span>
          {[role && labelIn(roleLabels[role], i18n.language), municipality].filter(Boolean).join(' · ')}
        </span>
      </p>
      <a className="torg-home" href="/admin">
        {w.overview}
      </a>
      <InboxLink />
      {writes(account) && (
        <a className="torg-home" href="/admin/members">
          {w.members}
        </a>
      )}
      {decides(account) && <QueueLink />}
      {(decides(account) || hasRole(account, 'auditor')) && (
        <a className="torg-home" href="/admin/log">
          {labelIn(auditLabels.title, i18n.language)}
        </a>
      )}
      {(hasRole(account, 'municipality-admin') || hasRole(account, 'auditor')) && (
        <a className="torg-home" href="/admin/retention">
          {labelIn(retentionLabels.title, i18n.language)}
        </a>
      )}
      {(['municipality-admin', 'auditor', 'operator'] as const).some((role) => hasRole(account, role)) && (
        <a className="torg-home" href="/admin/processing">
          {labelIn(processingLabels.title, i18n.language)}
        </a>
      )}
    </div>
  )
}
