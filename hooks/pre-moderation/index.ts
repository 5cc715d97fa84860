import type { CollectionConfig } from 'payload'
import type { ModeratedKind } from '../../src/editorial/working-document.js'
import { keepHome } from '../keep-home.js'
import { keepZone } from '../keep-zone.js'
import { keepOrganisation } from '../keep-organisation.js'
import { completeSave, holdForReview } from './hold-for-review.js'
import { refuseForgedState } from './refuse-forged-state.js'
import { requireSerial } from './require-serial.js'

/** What every save of moderated content goes through, in this order. */
export const moderatedHooks = (kind: ModeratedKind): NonNullable<CollectionConfig['hooks']> => ({
  beforeValidate: [refuseForgedState(kind), keepHome, ...(kind === 'event' ? [keepZone] : [])],
  beforeChange: [requireSerial, holdForReview(kind)],
  afterChange: [completeSave(kind)],
})

/** The profile of an organisation is moderated too; the rest of it has rules of its own. */
export const organisationHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeValidate: [refuseForgedState('organisation'), keepOrganisation],
  beforeChange: [requireSerial, holdForReview('organisation')],
  afterChange: [completeSave('organisation')],
}
