import type { AdminViewServerProps } from 'payload'
import { auditsIn, isMunicipalityAdminOf, readsLogIn } from '../../tenancy/membership.js'
import { labelIn } from '../language.js'
import { auditLabels } from '../messages/audit.js'
import { OwnView } from '../own-view.js'
import { LogApp } from './log-app.js'

/** `/admin/log`: what was done, for whoever looks after it. */
export const LogView = (props: AdminViewServerProps) => (
  <OwnView
    {...props}
    href="/admin/log"
    show={(actor, language) => {
      const municipalities = readsLogIn(actor)
      return municipalities.length > 0 ? (
        <LogApp
          municipalities={municipalities}
          audits={auditsIn(actor)}
          seesAll={municipalities.filter((id) => isMunicipalityAdminOf(actor, id))}
        />
      ) : (
        <>
          <h1>{labelIn(auditLabels.title, language)}</h1>
          <p>{labelIn(auditLabels.notForYou, language)}</p>
        </>
      )
    }}
  />
)
