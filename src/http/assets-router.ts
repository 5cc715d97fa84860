import { Router } from 'express'
import { DomainError } from '../shared/errors.js'
import { readyAnswer } from './ready-answers.js'
import { takesOnly, openToAll, sendAnswer, sendFault } from './send-answer.js'

export interface AssetsRouterOptions {
  /** The script of `<torg-calendar>`; null where it was not built. */
  calendarScript: Buffer | null
  onFault?: (fault: unknown) => void
}

/** `/assets/torg-calendar.js`: the script that other sites include. It is asked for like the feed, by anyone from anywhere. */
export function assetsRouter({ calendarScript, onFault = () => {} }: AssetsRouterOptions): Router {
  const script =
    calendarScript &&
    readyAnswer('text/javascript; charset=utf-8', calendarScript, [
      // Pages that isolate themselves may include it too.
      'Cross-Origin-Resource-Policy',
      'cross-origin',
    ])
  const router = Router()
  router.use(async (request, response) => {
    openToAll(response)
    try {
      if (takesOnly(request, response)) return
      if (request.path !== '/torg-calendar.js')
        throw new DomainError('not-found', 'There is nothing at this address.')
      if (!script) throw new DomainError('unavailable', 'The script has not been built. Run: npm run build')
      await sendAnswer(request, response, script)
    } catch (fault) {
      sendFault(request, response, fault, onFault)
    }
  })
  return router
}
