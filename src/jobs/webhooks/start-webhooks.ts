import { enabledWebhooks } from '../../editorial/webhooks/webhook-records.js'
import { holdLease, leaseLasts } from '../lease.js'
import { patience } from './post-message.js'
import { sendWebhook, slugs, type Sending } from './send-webhooks.js'

const everyLook = 1000

/**
 * Sends webhooks from this process while it holds a lease of its own: what a receiver takes in time, the clock of
 * publishing does not lose. Each webhook works by itself, so that one that hangs holds up no other. Returns how to stop:
 * what is on its way is cut off and sent again by whoever sends next.
 */
export function startWebhooks(options: Omit<Sending, 'signal' | 'maySend'>): { stop(): Promise<void> } {
  const { payload, clock } = options
  const stopping = new AbortController()
  const lease = holdLease(payload, 'webhooks', clock)
  const working = new Map<string, Promise<void>>()
  let heldUntil = 0
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout

  const sending: Sending = {
    ...options,
    signal: stopping.signal,
    // A message that was begun is over before another process can take the lease.
    maySend: () => clock.now().getTime() + patience < heldUntil,
  }
  const tell = (error: unknown) => payload.logger.error({ err: error }, 'webhook')

  async function look(): Promise<void> {
    const asked = clock.now().getTime()
    if (!(await lease.mine())) return
    heldUntil = asked + leaseLasts
    const webhooks = await enabledWebhooks(payload)
    if (webhooks.length === 0) return
    const slugOf = await slugs(payload)
    for (const { id, municipality } of webhooks) {
      const slug = slugOf.get(municipality)
      if (working.has(id) || !slug) continue
      const work = sendWebhook(sending, id, slug)
        .catch(tell)
        .finally(() => working.delete(id))
      working.set(id, work)
    }
  }

  function schedule(): void {
    timer = setTimeout(() => {
      running = look()
        .catch(tell)
        .finally(() => {
          if (!stopping.signal.aborted) schedule()
        })
    }, everyLook)
    timer.unref()
  }
  schedule()

  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
      await Promise.all(working.values())
      await lease.release()
    },
  }
}
