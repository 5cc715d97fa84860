import type { AdminViewServerProps } from 'payload'
import type { Actor } from '../../tenancy/actor.js'
import { isMunicipalityAdminOf, municipalitiesOf, organisationsOf } from '../../tenancy/membership.js'
import { wordsIn } from '../language.js'
import { OwnView } from '../own-view.js'
import { MembersApp } from './members-app.js'

/** The organisations whose logins are shown: those of the reader, or one that a municipality's admin names. */
function shownTo(actor: Actor, wanted: unknown): string[] {
  const administers = municipalitiesOf(actor).some((each) => isMunicipalityAdminOf(actor, each))
  if (administers && typeof wanted === 'string' && /^[0-9a-f-]{24,36}$/.test(wanted)) return [wanted]
  return organisationsOf(actor)
}

/** `/admin/members`: who has a login for an organisation. */
export const MembersView = (props: AdminViewServerProps) => (
  <OwnView
    {...props}
    href="/admin/members"
    show={(actor, language) => {
      const organisations = shownTo(actor, props.searchParams?.organisation)
      const w = wordsIn(language)
      return organisations.length > 0 ? (
        <MembersApp organisations={organisations} />
      ) : (
        <>
          <h1>{w.members}</h1>
          <p>{w.membersNotForYou}</p>
        </>
      )
    }}
  />
)
