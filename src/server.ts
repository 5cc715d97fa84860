// Next must be loaded before anything that it patches.
import next from 'next'
import express from 'express'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import path from 'node:path'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import config from '../payload.config.js'
import { ApplicationThrottle, shareLimits } from './accounts/application-throttle.js'
import { dailyWords, prefixesOf, senderOf, trustedProxies } from './accounts/caller.js'
import { pictureStore } from '../media/picture-store.js'
import { keyRing, loadSettings, SettingsFault, type Settings } from './config/env.js'
import { refuseMembersInClear } from './config/members-in-clear.js'
import { prepareDatabase } from './config/prepare-database.js'
import { reachDatabase } from './config/reach-database.js'
import { publicationReader } from './config/publication-reader.js'
import { fillLists } from './editorial/queue/fill-lists.js'
import { keysInUse, sealOldAddresses } from './editorial/accounts/reseal.js'
import { sealLog } from './editorial/log/seal-log.js'
import { reconcile, repairNative } from './editorial/reconcile.js'
import { refreshMunicipalities } from './editorial/refresh-municipalities.js'
import { removeStrayFiles } from './editorial/stray-files.js'
import { createFeedIndex, type FeedIndex } from './feed/feed-index.js'
import { apiBridge } from './http/api-bridge.js'
import { createFeedDoors } from './http/feed-listener.js'
import { patience } from './http/patience.js'
import { publicRouter } from './http/public-router.js'
import { readableAddress } from './http/readable-address.js'
import { startJobs } from './jobs/start-jobs.js'
import { openLink } from './editorial/share/open-link.js'
import { shareRouter } from './http/share-router.js'
import { startMail } from './jobs/mail/start-mail.js'
import { startWebhooks } from './jobs/webhooks/start-webhooks.js'
import { systemClock } from './shared/clock.js'

export interface Torg {
  payload: Payload
  index: FeedIndex
  settings: Settings
  server: Server
  stop(): Promise<void>
}

export interface StartOptions {
  withAdmin: boolean
  dev: boolean
  /** Listens only when everything is ready: for a process that takes the place of another on a port that others serve. */
  listensLate: boolean
  populate?: (payload: Payload, settings: Settings) => Promise<void>
}

/** How long open connections may take to end when the process is asked to stop. */
const drainFor = 8_000

/**
 * The whole process: listening, database, what a dead process left, feed, admin, jobs. The port is taken first, so that
 * a port in use is told at once; until everything is ready all answers are 503. `withAdmin` false leaves Next out (tests
 * of the API). `populate` may fill the database before anything reads it. Resolves when requests are answered.
 */
export async function startTorg(options: Partial<StartOptions> = {}): Promise<Torg> {
  const settings = loadSettings()
  let answer: RequestListener = notReady
  const server = createServer(patience(settings.role === 'feed'), (request, response) =>
    answer(request, response),
  )
  const { listensLate = false } = options
  if (!listensLate) await listen(server, settings)
  try {
    const prepared = await prepare(settings, server, {
      withAdmin: true,
      dev: false,
      listensLate,
      ...options,
    })
    const { answer: ready, ...parts } = prepared
    answer = ready
    if (listensLate) await listen(server, settings)
    return { ...parts, settings, server, stop: () => stop(server, parts) }
  } catch (error) {
    server.closeAllConnections()
    server.close()
    throw error
  }
}

type Parts = Omit<Awaited<ReturnType<typeof prepare>>, 'answer'>

async function prepare(settings: Settings, server: Server, { withAdmin, dev, populate }: StartOptions) {
  await reachDatabase(settings)
  const payload = await getPayload({ config })
  refuseMembersInClear(payload, settings)
  const serves = (role: Settings['role']) => settings.role === 'all' || settings.role === role
  // A feed process only reads.
  if (settings.role !== 'feed') {
    await prepareDatabase(payload)
    await prepareKeys(payload, settings)
    await populate?.(payload, settings)
    await reconcile(payload, { atStart: true })
    await refreshMunicipalities(payload, new Date())
    await sealLog(payload)
    await repairNative(payload, new Date())
    await fillLists(payload)
    await withoutStrayFiles(payload)
  }
  const onFault = (fault: unknown) => payload.logger.error({ err: fault }, 'feed')
  const index = createFeedIndex({ reader: publicationReader(payload), clock: systemClock, onFault })
  await index.start()

  const words = dailyWords(systemClock)
  const proxies = trustedProxies(settings.trustedProxies)
  const networksOf = ({ socket, headers }: IncomingMessage): string[] =>
    prefixesOf(senderOf(socket.remoteAddress ?? '', headers['x-forwarded-for']?.toString(), proxies)).map(
      words,
    )
  const feedOptions = { index, baseUrl: settings.publicUrl, clock: systemClock, onFault }
  const feed = createFeedDoors(feedOptions)
  const app = express()
  app.disable('x-powered-by')
  app.use(
    publicRouter({
      ...feedOptions,
      feed,
      pictures: pictureStore(settings.mediaDir),
      calendarScript: calendarScript(),
      adminUrl: `${settings.publicUrl}/admin`,
      processing: settings.processing,
    }),
  )
  if (serves('admin')) {
    app.use(
      '/share',
      shareRouter({
        open: (token, now) => openLink(payload, token, now),
        baseUrl: settings.publicUrl,
        clock: systemClock,
        pictures: pictureStore(settings.mediaDir),
        throttle: new ApplicationThrottle(systemClock, shareLimits),
        networksOf,
        onFault,
      }),
    )
    app.use(
      '/api',
      apiBridge({
        publicUrl: settings.publicUrl,
        handle: (request) => handleEndpoints({ config, request }),
        networksOf,
      }),
    )
  }
  const admin =
    withAdmin && serves('admin') ? next({ dev, webpack: true, dir: process.cwd(), quiet: !dev }) : null
  if (admin) {
    await admin.prepare()
    const show = admin.getRequestHandler()
    // Express passes its own third argument, which Next would take for a parsed address.
    app.use(readableAddress, (request, response) => show(request, response))
    // While developing, Next tells the browser over a socket what changed.
    const upgrade = admin.getUpgradeHandler()
    if (dev) server.on('upgrade', (...asked) => void upgrade(...asked).catch(onFault))
  }
  const jobs = serves('worker') ? startJobs(payload, systemClock) : null
  const { publicUrl, webhooksLoopback: loopback } = settings
  const sending = { payload, clock: systemClock, ring: keyRing(settings), publicUrl, loopback }
  const webhooks = serves('worker') ? startWebhooks(sending) : null
  const post = serves('worker') ? settings.mail : null
  const mail = post && startMail({ ...sending, server: post })
  return { answer: feed.listener(app), payload, index, feed, admin, jobs, webhooks, mail }
}

/** A folder that cannot be read, or written, is told to the operator and keeps nobody from starting. */
async function withoutStrayFiles(payload: Payload): Promise<void> {
  await removeStrayFiles(payload, new Date()).catch((error: unknown) => {
    payload.logger.error({ err: error }, 'stray files')
  })
}

/** Refuses to start without a key that the database needs: people could not log in, and nobody would know why. */
async function prepareKeys(payload: Payload, settings: Settings): Promise<void> {
  const ring = keyRing(settings)
  const missing = [...(await keysInUse(payload))].filter((id) => !ring.some((key) => key.id === id))
  if (missing.length > 0) {
    throw new SettingsFault([
      `The database holds what was sealed with keys that are not here: ${missing.join(', ')}. Add them to TORG_KEYS, or set the PAYLOAD_SECRET that they were made of`,
    ])
  }
  await sealOldAddresses(payload, ring)
}

/** The script that other sites include, as `npm start` and `npm run build` make it. */
function calendarScript(): Buffer | null {
  const file = path.resolve('var', 'embed', 'torg-calendar.js')
  try {
    return readFileSync(file)
  } catch {
    process.stderr.write(`The embeddable calendar is not there (${file}). Run: npm run build\n`)
    return null
  }
}

/** Ends what is under way, then the jobs, the feed and the database, so that nothing is half written. */
async function stop(
  server: Server,
  { payload, index, feed, admin, jobs, webhooks, mail }: Parts,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), drainFor)
  await closed
  clearTimeout(cut)
  await Promise.all([jobs?.stop(), webhooks?.stop(), mail?.stop()])
  index.stop()
  feed.stop()
  await admin?.close()
  await payload.destroy()
}

const notReady: RequestListener = (request, response) => {
  const alive = request.url === '/healthz'
  response.writeHead(alive ? 200 : 503, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...(alive ? {} : { 'Retry-After': '2' }),
  })
  response.end(JSON.stringify({ status: alive ? 'ok' : 'starting' }))
}

async function listen(server: Server, { host, port }: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new SettingsFault([`Port ${port} on ${host} is in use: stop the other program or set PORT`])
          : error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL'
            ? new SettingsFault([`Torg cannot listen on ${host}:${port}: choose another HOST or PORT`])
            : error,
      )
    })
    server.listen(port, host, resolve)
  })
}
