import { fetchJson, type Problem } from '../fetch-json.js'

interface Announcement {
  id: string
  revision: number
  status: 'cancelled' | 'scheduled'
  reason?: string
  /** Null is the whole event. */
  occurrence: string | null
}

/** Tells citizens at once that something is off, or on again, over the door that every client uses. Null: it is done. */
export async function announceStatus({
  id,
  occurrence,
  ...said
}: Announcement): Promise<(Problem & { status: number }) | null> {
  const { ok, status, body } = await fetchJson<object>(`/api/events/${id}/actions/announce`, {
    method: 'POST',
    body: { ...said, ...(occurrence ? { occurrence } : {}) },
  })
  return ok ? null : { ...body, status }
}
