import { randomUUID } from 'node:crypto'
import type {
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { reEncode } from '../media/re-encode.js'
import { actorOf } from '../src/accounts/standing.js'
import { awaitDecision, isPictureLetOut, isPictureUsed, publicWords } from '../src/editorial/picture-uses.js'
import { refuseNumbersIn } from '../src/editorial/refuse-numbers.js'
import { municipalitySlug } from '../src/editorial/registers.js'
import { loosensConsent, namesNobody, namesSomebody } from '../src/privacy/consent.js'
import { DomainError } from '../src/shared/errors.js'
import type { Actor } from '../src/tenancy/actor.js'
import { belongsTo, isEditorOf } from '../src/tenancy/membership.js'
import { keepHome } from './keep-home.js'
import { logChanges } from './log-changes.js'
import { idAlways, idOf } from '../src/shared/reference.js'

/** What describes the file: made with it, and never a client's to say; by these names files are served and deleted. */
const ofFile = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'sizes',
  'url',
  'thumbnailURL',
  'focalX',
  'focalY',
]

/** File names join words by underscores, and may come with escapes. */
function nameWithoutSeparators(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll('_', ' ')
  } catch {
    return name.replaceAll('_', ' ')
  }
}

/** Makes a new upload clean before anything is written; a picture's file never changes afterwards. */
const cleanPicture: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (req.query && 'uploadEdits' in req.query) {
    // Payload would crop the stored file and its renditions, those of what is live as well.
    throw new DomainError('invalid-input', 'The file of a picture is not cut here. Upload a new picture.', {
      faults: [{ field: 'uploadEdits', code: 'immutable', message: 'Upload a new picture' }],
    })
  }
  if (operation === 'update' || operation === 'updateByID') {
    if (req.file) {
      throw new DomainError(
        'invalid-input',
        'The file of a picture cannot be replaced. Upload a new picture instead.',
        {
          faults: [{ field: 'file', code: 'immutable', message: 'Upload a new picture' }],
        },
      )
    }
    // Before Payload looks at them: a point to focus on would draw the file anew.
    const { data = {}, ...rest } = args as { data?: Record<string, unknown> }
    const kept = Object.entries(data).filter(([name]) => !ofFile.includes(name))
    return { ...rest, data: Object.fromEntries(kept) } as typeof args
  }
  if (operation !== 'create') return args
  const words = (args as { data?: unknown }).data
  if (Array.isArray(words) || Array.isArray(req.data) || (words && typeof words !== 'object')) {
    throw new DomainError('malformed-request', 'Send the words about the picture as a JSON object.')
  }
  if (!req.file?.data?.length) {
    throw new DomainError('incomplete', 'Choose a picture to upload.', {
      faults: [{ field: 'file', code: 'required', message: 'A file is needed' }],
    })
  }
  // It is not kept, and still says whom the picture shows.
  refuseNumbersIn({ file: nameWithoutSeparators(req.file.name) }, new Date())
  const { bytes } = await reEncode(Buffer.from(req.file.data))
  // Named by its id: what a person called the file may name people, and renditions are found without a look-up.
  const id = randomUUID()
  req.file = { ...req.file, data: bytes, name: `${id}.webp`, mimetype: 'image/webp', size: bytes.length }
  return { ...args, data: { ...(args as { data?: object }).data, id } }
}

/** Fields that describe the file are the server's to set; a client that sends them is refused nothing and changes nothing. */
const keepUploader: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  if (operation === 'create') return { ...data, uploadedBy: req.user?.id ?? null, revision: 1 }
  const kept = ofFile.filter((name) => name in data)
  return { ...data, ...Object.fromEntries(kept.map((name) => [name, originalDoc?.[name]])) }
}

/** What is said of the people who are shown: who they are, and until when they agree. */
const peopleFacts = (row: Record<string, unknown>): string =>
  JSON.stringify([row.peopleShown, (row.consent as { validUntil?: unknown } | null)?.validUntil ?? null])

/**
 * What an editor has read must be what she decides on: words and what is said of people rest while a decision waits. An
 * editor may put them right, unless what waits is of an association of her own.
 */
const keepWordsUnderReview: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req)
  if (!data || operation !== 'update' || !originalDoc || !actor || req.context.asSystem === true) return data
  const after = { ...originalDoc, ...data }
  const same =
    publicWords(after) === publicWords(originalDoc) && peopleFacts(after) === peopleFacts(originalDoc)
  if (same && !loosensConsent(originalDoc, after)) return data
  const municipality = idAlways(originalDoc.municipality)
  const waiting = await awaitDecision(req.payload, { id: String(originalDoc.id), municipality }, req)
  const outside = isEditorOf(actor, municipality, null)
  if (waiting.some((organisation) => !outside || belongsTo(actor, { municipality, organisation }))) {
    throw new DomainError(
      'not-possible-in-this-state',
      'Something with this picture waits for a decision. Take it back, or wait, before you change its words.',
    )
  }
  return data
}

/** A picture that is shown, or that can come back with what it belongs to, stays. */
const keepUsed: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // As the system: an erasure has asked for itself what else uses the picture.
  if (!actorOf(req) || req.context.asSystem === true) return
  const row = await req.payload.db.findOne<{ id: string; municipality: unknown }>({
    collection: 'media',
    where: { id: { equals: id } },
    req,
  })
  if (!row) return
  const municipality = idAlways(row.municipality)
  const slug = await municipalitySlug(req.payload, municipality, req)
  if (await isPictureUsed(req.payload, { id: String(id), municipality, slug }, req)) {
    throw new DomainError(
      'not-possible-in-this-state',
      'The picture is in use. Take it out of what uses it first.',
    )
  }
}

/** Whose consent it is stays with whoever keeps it: the reference names nobody. */
function refuseNames(consent: unknown): void {
  const { reference } = (consent ?? {}) as { reference?: unknown }
  if (typeof reference !== 'string' || !namesSomebody(reference, new Date())) return
  throw new DomainError('invalid-input', 'The reference of a consent names nobody.', {
    faults: [{ field: 'consent.reference', code: 'names-person', message: namesNobody }],
  })
}

/**
 * What is recorded of the people who are shown. A picture that was taken back stays so; a consent that is recorded anew
 * is looked at by the clock again.
 */
const keepConsent: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req)
  if (!data || !actor || req.context.asSystem === true) return data
  refuseNames(data.consent)
  if (operation !== 'update') return data
  if (originalDoc?.withdrawn === true) {
    throw new DomainError(
      'not-possible-in-this-state',
      'The consent for this picture was taken back. Upload another picture.',
    )
  }
  const after = { ...originalDoc, ...data }
  await requireEditorToLoosen(actor, originalDoc as Record<string, unknown>, after, req)
  return peopleFacts(after) !== peopleFacts(originalDoc as Record<string, unknown>)
    ? { ...data, consentOver: false }
    : data
}

/**
 * While a picture whose people have agreed is let out, and once that has ended, whoever gave it records another consent;
 * that none is needed is an editor's to say.
 */
async function requireEditorToLoosen(
  actor: Actor,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  req: PayloadRequest,
): Promise<void> {
  if (!loosensConsent(before, after)) return
  const municipality = idAlways(before.municipality)
  // Who belongs to those who gave the picture is no outsider to it, editor or not.
  const gave = idOf(before.organisation)
  if (
    isEditorOf(actor, municipality, null) &&
    !(gave && belongsTo(actor, { municipality, organisation: gave }))
  )
    return
  const slug = await municipalitySlug(req.payload, municipality, req)
  const picture = { id: String(before.id), municipality, slug }
  if (!before.consentEndedAt && !(await isPictureLetOut(req.payload, picture, req))) return
  throw new DomainError(
    'not-possible-in-this-state',
    'This picture is approved under a consent, or that has ended. Record a new one, or ask an editor if nobody can be seen.',
  )
}

const logged = logChanges('media', {
  create: 'upload-picture',
  update: 'change-picture',
  delete: 'delete-picture',
})

export const mediaHooks: CollectionConfig['hooks'] = {
  beforeOperation: [cleanPicture],
  beforeValidate: [keepHome, keepUploader, keepConsent, keepWordsUnderReview],
  beforeDelete: [keepUsed],
  afterChange: [logged.change],
  afterDelete: [logged.end],
}
