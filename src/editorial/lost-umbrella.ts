import type { Payload } from 'payload'
import type { EventContent } from '../calendar/event-content.js'
import type { savedContent } from './saved-content.js'
import type { Write } from './together.js'
import type { Content, WorkingDocument } from './working-document.js'

type Saved = ReturnType<typeof savedContent>

const umbrellaOf = (content: Content | null): string | null =>
  (content as Partial<EventContent> | null)?.umbrella ?? null

/**
 * What is saved, without a larger event that the document was part of and that has been deleted or erased since: SQLite
 * empties that field by itself, and no draft has to be mended before it can be saved. One that is chosen now is asked for.
 */
export async function withoutLostUmbrella(
  payload: Payload,
  { content: before }: Pick<WorkingDocument, 'content'>,
  saved: Saved,
  write: Write,
): Promise<Saved> {
  const umbrella = umbrellaOf(saved.content)
  if (umbrella === null || umbrella !== umbrellaOf(before)) return saved
  const row = await payload.db.findOne<{ id: string; state: string }>({
    collection: 'events',
    where: { id: { equals: umbrella } },
    select: { state: true },
    req: write,
  })
  if (row && row.state !== 'erased') return saved
  const none = { umbrella: null }
  return { content: { ...saved.content, ...none }, native: { ...saved.native, ...none } }
}
