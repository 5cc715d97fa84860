import { randomUUID } from 'node:crypto'
import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook, CollectionConfig } from 'payload'
import { reEncode } from '../media/re-encode.js'
import { DomainError } from '../src/shared/errors.js'
import { keepHome } from './keep-home.js'

/** Makes a new upload clean before anything is written; a picture's file never changes afterwards. */
const cleanPicture: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
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
    return args
  }
  if (operation !== 'create') return args
  if (!req.file) {
    throw new DomainError('incomplete', 'Choose a picture to upload.', {
      faults: [{ field: 'file', code: 'required', message: 'A file is needed' }],
    })
  }
  const { bytes } = await reEncode(Buffer.from(req.file.data))
  // Named by its id: what a person called the file may name people, and renditions are found without a look-up.
  const id = randomUUID()
  req.file = { ...req.file, data: bytes, name: `${id}.webp`, mimetype: 'image/webp', size: bytes.length }
  return { ...args, data: { ...(args as { data?: object }).data, id } }
}

/** Fields that describe the file are Payload's to set; a client that sends them is refused nothing and changes nothing. */
const keepUploader: CollectionBeforeValidateHook = ({ data, operation, req }) => {
  if (!data) return data
  if (operation === 'create') return { ...data, uploadedBy: req.user?.id ?? null, revision: 1 }
  return data
}

export const mediaHooks: CollectionConfig['hooks'] = {
  beforeOperation: [cleanPicture],
  beforeValidate: [keepHome, keepUploader],
}
