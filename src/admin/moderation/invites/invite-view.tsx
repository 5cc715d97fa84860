import type { AdminViewServerProps } from 'payload'
import { DeskView } from '../desk-view.js'
import { InviteApp } from './invite-app.js'

/** `/admin/moderation/invite` */
export const InviteView = (props: AdminViewServerProps) => (
  <DeskView
    {...props}
    href="/admin/moderation/invite"
    part={(municipalities) => <InviteApp municipalities={municipalities} />}
  />
)
