import { Router } from 'express'
import { assetsRouter } from './assets-router.js'
import type { FeedAnswersOptions } from './feed-answers.js'
import type { FeedDoors } from './feed-listener.js'
import { feedRouter } from './feed-router.js'
import { healthRouter } from './health-router.js'
import { mediaRouter, type PictureStore } from './media-router.js'
import { pagesRouter } from './pages-router.js'
import type { DeclaredProcessing } from './pages/privacy-page.js'

export interface PublicRouterOptions extends FeedAnswersOptions {
  feed: FeedDoors
  pictures: PictureStore
  /** The script that other sites include; null where it was not built. */
  calendarScript: Buffer | null
  /** Who handles data for the installation, as its settings declare it. */
  processing: DeclaredProcessing
  /** Where people log in. */
  adminUrl: string
}

/** Every door that citizens use, in one router. What it does not know goes on to whoever is mounted after it. */
export function publicRouter(options: PublicRouterOptions): Router {
  const { index, clock } = options
  const router = Router()
  router.use('/feed/v1', feedRouter(options.feed))
  router.use('/media', mediaRouter(options))
  router.use('/assets', assetsRouter(options))
  router.use(healthRouter((now) => index.ready(now), clock))
  router.use(pagesRouter(options))
  return router
}
