import type { AdminViewServerProps } from 'payload'
import { isMunicipalityAdminOf, municipalitiesOf, publishesIn } from '../../tenancy/membership.js'
import { labelIn } from '../language.js'
import { policyLabels } from '../messages/policies.js'
import { OwnView } from '../own-view.js'
import { PoliciesApp } from './policies-app.js'

/** `/admin/policies`: what those who publish agree to. */
export const PoliciesView = (props: AdminViewServerProps) => (
  <OwnView
    {...props}
    href="/admin/policies"
    show={(actor, language) => {
      const municipalities = municipalitiesOf(actor)
      return municipalities.length > 0 ? (
        <PoliciesApp
          municipalities={municipalities}
          publishes={publishesIn(actor)}
          administers={municipalities.filter((one) => isMunicipalityAdminOf(actor, one))}
        />
      ) : (
        <>
          <h1>{labelIn(policyLabels.title, language)}</h1>
          <p>{labelIn(policyLabels.notForYou, language)}</p>
        </>
      )
    }}
  />
)
