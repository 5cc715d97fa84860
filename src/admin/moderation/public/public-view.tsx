import type { AdminViewServerProps } from 'payload'
import { DeskView } from '../desk-view.js'
import { PublicApp } from './public-app.js'

/** `/admin/moderation/public` */
export const PublicView = (props: AdminViewServerProps) => (
  <DeskView
    {...props}
    href="/admin/moderation/public"
    part={(municipalities) => <PublicApp municipalities={municipalities} />}
  />
)
