import type { AdminViewServerProps } from 'payload'
import { DeskView } from '../desk-view.js'
import { QueueApp } from './queue-app.js'

/** `/admin/moderation` */
export const QueueView = (props: AdminViewServerProps) => (
  <DeskView
    {...props}
    href="/admin/moderation"
    part={(municipalities) => <QueueApp municipalities={municipalities} />}
  />
)
