import { Router } from 'express'
import type { FeedDoors } from './feed-listener.js'

/** The public feed where an Express app serves it, to be mounted at `/feed/v1`: the same doors as in front of it. */
export function feedRouter(doors: FeedDoors): Router {
  const router = Router()
  router.use((request, response) =>
    // An address may name its host (RFC 9112, 3.2.2).
    doors.answer(request, response, request.url.replace(/^https?:\/\/[^/?]*/i, '')),
  )
  return router
}
