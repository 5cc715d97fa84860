/** Answer of Torg's own API: the body, or the problem that it describes (RFC 9457). */
export interface Answer<T> {
  ok: boolean
  status: number
  body: T & Problem
}

export interface Problem {
  code?: string
  detail?: string
  faults?: { field: string; code: string; message: string }[]
  state?: string
  publication?: string
  revision?: number
  changed?: Change[]
}

export interface Change {
  field: string
  before: unknown
  after: unknown
}

/** One request to the API as the account that is logged in. A lost connection answers with status 0, never throws. */
export async function fetchJson<T>(
  url: string,
  options: { method?: string; body?: unknown; keepalive?: boolean } = {},
): Promise<Answer<T>> {
  try {
    const answer = await fetch(url, {
      method: options.method ?? 'GET',
      credentials: 'include',
      headers: {
        Accept: 'application/json',
        ...(options.body ? { 'Content-Type': 'application/json' } : {}),
      },
      body: options.body ? JSON.stringify(options.body) : undefined,
      keepalive: options.keepalive,
    })
    const body = (await answer.json().catch(() => ({}))) as T & Problem
    return { ok: answer.ok, status: answer.status, body }
  } catch {
    return { ok: false, status: 0, body: { code: 'unavailable' } as T & Problem }
  }
}

const kept = new Map<string, Promise<unknown>>()

/** A document or list that many fields of one form read: asked for once per page. */
export function fetchOnce<T>(url: string): Promise<T | null> {
  const known = kept.get(url)
  if (known) return known as Promise<T | null>
  const asked = fetchJson<T>(url).then(({ ok, body }) => {
    if (!ok) kept.delete(url)
    return ok ? body : null
  })
  kept.set(url, asked)
  return asked
}

/** Forgets what was read, so that what was just added is found. */
export function forget(url: string): void {
  kept.delete(url)
}
