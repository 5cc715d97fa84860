import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import sharp from 'sharp'
import { findBrowser } from '../tools/browser.mjs'
import { bundled, bundleFlags } from '../tools/bundle.mjs'
import { associationAdminViews, associationViews } from './association-views.js'
import { editorViews, type GuideViews } from './guide-views.js'

const folder = path.resolve('docs', 'guide', 'pictures')
const password = 'pictures for the guides'

interface Guide {
  language: string
  account: string
  desk: 'light' | 'dark'
  telephone: 'light' | 'dark'
  views: GuideViews
}

/** Each language with its readers of the demo; between them every view is shown at both widths, light and dark. */
const guides: Guide[] = (
  [
    { language: 'sv', town: 'hagby', association: 'ifhagen', desk: 'light', telephone: 'dark' },
    { language: 'nb', town: 'fjordvik', association: 'korps', desk: 'dark', telephone: 'light' },
    { language: 'en', town: 'hagby', association: 'ifhagen', desk: 'light', telephone: 'light' },
  ] as const
).flatMap(({ town, association, ...guide }) => [
  { ...guide, account: `${town}-editor`, views: editorViews },
  { ...guide, account: `${town}-${association}`, views: associationViews(town) },
  { ...guide, account: `${town}-${association}-admin`, views: associationAdminViews },
])

const sizes = { desk: { width: 1280, height: 860 }, telephone: { width: 390, height: 860 } } as const
const gap = 24

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function startDemo(port: number): Promise<ChildProcess> {
  const data = path.resolve('var', 'guide')
  fs.rmSync(data, { recursive: true, force: true })
  fs.mkdirSync(data, { recursive: true })
  const server = spawn(process.execPath, [...bundleFlags, await bundled('src/scripts/serve.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      TORG_DATA_DIR: data,
      TORG_DEMO: '1',
      TORG_DEMO_PASSWORD: password,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The demo ended with ${server.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) return server
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function pageFor(
  browser: Browser,
  base: string,
  guide: Guide,
  size: keyof typeof sizes,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: sizes[size],
    colorScheme: guide[size],
    reducedMotion: 'reduce',
  })
  await context.addCookies([
    { name: 'payload-theme', value: guide[size], url: base },
    { name: 'payload-lng', value: guide.language, url: base },
  ])
  const login = await context.request.post('/api/accounts/login', {
    data: { username: guide.account, password },
    headers: { Origin: base },
  })
  if (!login.ok()) throw new Error(`${guide.account} cannot log in: ${login.status()}`)
  // An account is shown its own language, whatever a browser asks for.
  const { user } = (await login.json()) as { user: { id: string } }
  const chosen = await context.request.patch(`/api/accounts/${user.id}`, {
    data: { language: guide.language },
    headers: { Origin: base },
  })
  if (!chosen.ok()) throw new Error(`${guide.account} cannot choose a language: ${chosen.status()}`)
  return context.newPage()
}

/** The same view on a computer and on a telephone, beside each other in one picture. */
async function beside(desk: Buffer, telephone: Buffer, file: string): Promise<void> {
  const { width, height } = sizes.desk
  await sharp({
    create: { width: width + gap + sizes.telephone.width, height, channels: 3, background: '#8a9da3' },
  })
    .composite([
      { input: desk, left: 0, top: 0 },
      { input: telephone, left: width + gap, top: 0 },
    ])
    .webp({ quality: 70, effort: 6 })
    .toFile(file)
}

/** `npm run pictures`: the pictures of the guides, made anew from the demo. */
async function makePictures(): Promise<void> {
  const { binary, missing } = findBrowser()
  if (!binary) throw new Error(missing)
  fs.mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const server = await startDemo(port)
  const browser = await chromium.launch({
    executablePath: binary,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  try {
    for (const guide of guides) {
      const pages = {
        desk: await pageFor(browser, `http://127.0.0.1:${port}`, guide, 'desk'),
        telephone: await pageFor(browser, `http://127.0.0.1:${port}`, guide, 'telephone'),
      }
      for (const [name, show] of Object.entries(guide.views)) {
        const take = async (page: Page) => {
          await show(page)
          await page.waitForTimeout(800)
          return page.screenshot()
        }
        const file = path.join(folder, `${name}.${guide.language}.webp`)
        await beside(await take(pages.desk), await take(pages.telephone), file)
        process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
      }
      await pages.desk.context().close()
      await pages.telephone.context().close()
    }
  } finally {
    await browser.close()
    server.kill('SIGTERM')
  }
}

makePictures().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
    process.exit(1)
  },
)
