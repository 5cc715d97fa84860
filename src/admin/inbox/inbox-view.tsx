import type { AdminViewServerProps } from 'payload'
import { OwnView } from '../own-view.js'
import { InboxApp } from './inbox-app.js'

/** `/admin/notices`: what somebody was told. Everybody who is logged in has one. */
export const InboxView = (props: AdminViewServerProps) => (
  <OwnView {...props} href="/admin/notices" show={() => <InboxApp />} />
)
