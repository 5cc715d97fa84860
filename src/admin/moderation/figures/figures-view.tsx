import type { AdminViewServerProps } from 'payload'
import { DeskView } from '../desk-view.js'
import { FiguresApp } from './figures-app.js'

/** `/admin/moderation/figures` */
export const FiguresView = (props: AdminViewServerProps) => (
  <DeskView
    {...props}
    href="/admin/moderation/figures"
    part={(municipalities) => <FiguresApp municipalities={municipalities} />}
  />
)
