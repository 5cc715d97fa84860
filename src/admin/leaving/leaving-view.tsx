import type { AdminViewServerProps } from 'payload'
import { OwnView } from '../own-view.js'
import { LeavingPage } from './leaving-page.js'

/** `/admin/leaving`: where the holder of an account leaves a municipality, or deletes the account. */
export const LeavingView = (props: AdminViewServerProps) => (
  <OwnView {...props} href="/admin/leaving" show={() => <LeavingPage />} />
)
