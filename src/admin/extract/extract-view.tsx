import type { AdminViewServerProps } from 'payload'
import { OwnView } from '../own-view.js'
import { ExtractPage } from './extract-page.js'

/** `/admin/extract`: all that is stored about the account that is logged in, for its holder. */
export const ExtractView = (props: AdminViewServerProps) => (
  <OwnView {...props} href="/admin/extract" show={() => <ExtractPage />} />
)
