import type { Payload } from 'payload'
import type { EventContent } from '../../calendar/event-content.js'
import { withIds } from '../../shared/every-row.js'
import { idOf } from '../../shared/reference.js'

interface Notice {
  id: string
  told?: string | null
  document?: string | null
  organisation?: unknown
}

type Named = { id: string; content?: unknown; approvedSnapshot?: { content?: unknown } | null }

/** The notices, by id, that tell an organisation of being named where it is not named any more: there is nothing left to do. */
export async function steppedAsideFrom(
  payload: Payload,
  notices: readonly Notice[],
): Promise<ReadonlySet<string>> {
  const asking = notices.filter(({ told, document }) => told === 'co-organisers' && document)
  if (asking.length === 0) return new Set()
  const ids = [...new Set(asking.map(({ document }) => document!))]
  const { docs } = await payload.db.find<Named>({
    collection: 'events',
    where: withIds(ids),
    select: { content: true, approvedSnapshot: true } as never,
    limit: ids.length,
    pagination: false,
  })
  const named = new Map(docs.map((row) => [String(row.id), namedIn(row)]))
  const gone = asking.filter(
    ({ document, organisation }) => !named.get(document!)?.includes(idOf(organisation) ?? ''),
  )
  return new Set(gone.map(({ id }) => id))
}

const namedIn = ({ content, approvedSnapshot }: Named): readonly string[] =>
  [content, approvedSnapshot?.content].flatMap((each) => (each as EventContent | null)?.coOrganisers ?? [])
