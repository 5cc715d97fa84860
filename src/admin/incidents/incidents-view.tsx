import type { AdminViewServerProps } from 'payload'
import { auditsIn, isMunicipalityAdminOf } from '../../tenancy/membership.js'
import { labelIn } from '../language.js'
import { incidentLabels } from '../messages/incidents.js'
import { OwnView } from '../own-view.js'
import { IncidentsApp } from './incidents-app.js'

/** `/admin/incidents`: breaches of personal data and their clock, for whoever answers for them. */
export const IncidentsView = (props: AdminViewServerProps) => (
  <OwnView
    {...props}
    href="/admin/incidents"
    show={(actor, language) => {
      const municipalities = auditsIn(actor)
      return municipalities.length > 0 ? (
        <IncidentsApp
          municipalities={municipalities}
          administers={municipalities.filter((one) => isMunicipalityAdminOf(actor, one))}
        />
      ) : (
        <>
          <h1>{labelIn(incidentLabels.title, language)}</h1>
          <p>{labelIn(incidentLabels.notForYou, language)}</p>
        </>
      )
    }}
  />
)
