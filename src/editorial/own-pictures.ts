import type { Payload } from 'payload'
import { pictureConsentFault } from '../privacy/consent.js'
import { everyRow, withIds } from '../shared/every-row.js'
import { DomainError } from '../shared/errors.js'
import { idAlways, idOf } from '../shared/reference.js'
import { consentOf, referencesOf } from './snapshot.js'
import type { Write } from './together.js'
import type { Content, ModeratedKind, WorkingDocument } from './working-document.js'

/**
 * An association shows its own pictures and those of the municipality itself: who may use another's, and who agreed to be
 * seen on it, is between those two.
 * A picture that the content shows already, since an editor put it there, may stay. Throws where one is not its own.
 */
export async function requireOwnPictures(
  payload: Payload,
  kind: ModeratedKind,
  document: Pick<WorkingDocument, 'organisation' | 'content' | 'approvedSnapshot'>,
  content: Content,
  write: Write,
): Promise<void> {
  const shown = [document.content, document.approvedSnapshot?.content].flatMap((before) =>
    before ? referencesOf(kind, before).pictures : [],
  )
  const added = referencesOf(kind, content).pictures.filter((id) => !shown.includes(id))
  if (added.length === 0) return
  const pictures = await everyRow(payload, 'media', withIds(added), write)
  const mayUse = [document.organisation, null]
  if (pictures.every(({ organisation }) => mayUse.includes(idOf(organisation)))) return
  throw new DomainError('incomplete', 'A picture belongs to another organisation.', {
    faults: [
      {
        field: kind === 'organisation' ? 'logo' : 'pictures',
        code: 'not-found',
        message: 'Something chosen here is not yours. Upload it for this organisation.',
      },
    ],
  })
}

/**
 * The logo of a municipality is a picture of its own, of whose people nobody has to agree or has agreed: no editor decides
 * on it, and what an association says of a picture is public by a decision only. Throws where another one is chosen.
 */
export async function requireMunicipalLogo(
  payload: Payload,
  municipality: string | null,
  logo: string,
  now: Date,
  write: Write,
): Promise<void> {
  const [picture] = await everyRow(payload, 'media', withIds([logo]), write)
  const isOwn =
    picture && idAlways(picture.municipality) === municipality && idOf(picture.organisation) === null
  const fault = isOwn
    ? pictureConsentFault(consentOf(picture), now)
    : { code: 'not-found', message: 'Choose a picture that belongs to the municipality itself.' }
  if (fault)
    throw new DomainError('invalid-input', 'This picture cannot be the logo of the municipality.', {
      faults: [{ field: 'logo', ...fault }],
    })
}
