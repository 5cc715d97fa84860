import type { AdminViewServerProps } from 'payload'
import { DeskView } from '../desk-view.js'
import { SwitchesApp } from './switches-app.js'

/** `/admin/moderation/modes` */
export const SwitchesView = (props: AdminViewServerProps) => (
  <DeskView
    {...props}
    href="/admin/moderation/modes"
    part={(municipalities) => <SwitchesApp municipalities={municipalities} />}
  />
)
