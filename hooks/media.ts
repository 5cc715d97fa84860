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
import {
  awaitDecision,
  isMunicipalLogo,
  isPictureLetOut,
  isPictureUsed,
} from '../src/editorial/picture-uses.js'
import { refuseNumbersIn } from '../src/editorial/refuse-numbers.js'
import { municipalitySlug } from '../src/editorial/registers.js'
import { isHeldBack } from '../src/editorial/retention/held-back.js'
import { loosensConsent, namesNobody, namesSomebody, peopleFacts } from '../src/privacy/consent.js'
import {
  changesWhatIsRead,
  deletionRefusal,
  looseningRefusal,
  takenBackRefusal,
  wordsRefusal,
} from '../src/publication/picture-changes.js'
import { DomainError } from '../src/shared/errors.js'
import type { Actor } from '../src/tenancy/actor.js'
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

/** What an editor has read must be what she decides on, and what goes out when she holds that for a moment. */
const keepWordsUnderReview: CollectionBeforeValidateHook = async ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req)
  if (!data || operation !== 'update' || !originalDoc || !actor || req.context.asSystem === true) return data
  if (!changesWhatIsRead(originalDoc, { ...originalDoc, ...data })) return data
  const municipality = idAlways(originalDoc.municipality)
  const picture = { id: String(originalDoc.id), municipality }
  const waiting = await awaitDecision(req.payload, picture, new Date(), req)
  const isLogo = await isMunicipalLogo(req.payload, picture, req)
  const refusal = wordsRefusal(actor, municipality, { waiting, isLogo })
  if (refusal) throw refusal
  return data
}

/** What is held, shown, or can come back with what it belongs to, stays. */
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
  const refusal = deletionRefusal({
    held: await isHeldBack(req.payload, 'media', String(id), req),
    used: await isPictureUsed(req.payload, { id: String(id), municipality, slug }, req),
  })
  if (refusal) throw refusal
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
  const before = originalDoc as Record<string, unknown>
  const after = { ...before, ...data }
  const refusal = takenBackRefusal(before) ?? (await looseningOf(actor, before, after, req))
  if (refusal) throw refusal
  return peopleFacts(after) !== peopleFacts(before) ? { ...data, consentOver: false } : data
}

/** Whether less may be said of the consent, from where the picture is shown now. */
async function looseningOf(
  actor: Actor,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  req: PayloadRequest,
): Promise<DomainError | null> {
  if (!loosensConsent(before, after)) return null
  const municipality = idAlways(before.municipality)
  const slug = await municipalitySlug(req.payload, municipality, req)
  return looseningRefusal(actor, {
    municipality,
    organisation: idOf(before.organisation),
    ended: Boolean(before.consentEndedAt),
    letOut: await isPictureLetOut(req.payload, { id: String(before.id), municipality, slug }, req),
  })
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
