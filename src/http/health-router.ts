import { Router, type Response } from 'express'
import type { Clock } from '../shared/clock.js'

/** `/healthz`: the process lives. `/readyz`: it may be sent readers; what it waits for is named, nothing else. */
export function healthRouter(isReady: (now: Date) => boolean, clock: Clock): Router {
  const answer = (response: Response, status: number, state: string): void => {
    response.removeHeader('X-Powered-By')
    response.setHeader('Cache-Control', 'no-store')
    response
      .status(status)
      .type('application/json')
      .send(JSON.stringify({ status: state }))
  }
  const router = Router()
  router.get('/healthz', (_request, response) => answer(response, 200, 'ok'))
  router.get('/readyz', (_request, response) =>
    isReady(clock.now()) ? answer(response, 200, 'ready') : answer(response, 503, 'reading'),
  )
  router.all(['/healthz', '/readyz'], (_request, response) => {
    response.setHeader('Allow', 'GET, HEAD')
    answer(response, 405, 'method-not-allowed')
  })
  return router
}
