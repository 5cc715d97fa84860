import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { requireKnown, type FieldSort } from '../src/shared/known-fields.js'

/** The body as an object; the bridge has refused what is no JSON object. */
export async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  if (req.data === undefined) await addDataAndFileToRequest(req)
  return (req.data ?? {}) as Record<string, unknown>
}

/** The same, with every field that is not known here, or of another type, refused by its name. */
export async function knownBody(
  req: PayloadRequest,
  known: Readonly<Record<string, FieldSort>>,
): Promise<Record<string, unknown>> {
  const body = await bodyOf(req)
  requireKnown(body, known)
  return body
}
