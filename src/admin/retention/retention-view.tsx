import type { AdminViewServerProps } from 'payload'
import { auditsIn, isMunicipalityAdminOf } from '../../tenancy/membership.js'
import { labelIn } from '../language.js'
import { retentionLabels } from '../messages/retention.js'
import { OwnView } from '../own-view.js'
import { RetentionApp } from './retention-app.js'

/** `/admin/retention`: what is kept, why and for how long, for whoever looks after it. */
export const RetentionView = (props: AdminViewServerProps) => (
  <OwnView
    {...props}
    href="/admin/retention"
    show={(actor, language) => {
      const municipalities = auditsIn(actor)
      return municipalities.length > 0 ? (
        <RetentionApp
          municipalities={municipalities}
          administers={municipalities.filter((one) => isMunicipalityAdminOf(actor, one))}
        />
      ) : (
        <>
          <h1>{labelIn(retentionLabels.title, language)}</h1>
          <p>{labelIn(retentionLabels.notForYou, language)}</p>
        </>
      )
    }}
  />
)
