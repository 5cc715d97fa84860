import axe from 'axe-core'
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core'
import { describe, expect } from 'vitest'
import { ensureBuilt } from '../../src/scripts/tools/build.mjs'
import { bundled, bundleFlags } from '../../src/scripts/tools/bundle.mjs'
import { findBrowser } from '../../src/scripts/tools/browser.mjs'
import { makeApprovedOrganisation } from './approved.js'
import { makeAccount, makeCategory, makeMunicipality } from './people.js'
import { password, startForTests, type Payload } from './torg.js'

const { binary, missing } = findBrowser()
if (missing) process.stdout.write(`${missing} The tests of the admin are skipped.\n`)

/** `describe` where there is a browser; skipped, and counted so, where there is none. */
export const describeInBrowser = binary ? describe : describe.skip

/** Nothing but the page under test: no sandbox in containers, and no calls home. */
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const ready = 120_000

export const widths = { desk: { width: 1280, height: 900 }, telephone: { width: 390, height: 844 } } as const

export interface Admin {
  base: string
  browser: Browser
  ids: { municipality: string; organisation: string; category: string }
  /** A page of somebody who is logged in; the account's language is Swedish unless it says otherwise. */
  as(username: string, viewport?: { width: number; height: number }): Promise<Page>
  stop(): Promise<void>
}

/**
 * The whole of Torg as it runs, with its pages, on a municipality of its own: the stage is set in this process, then a
 * process of its own serves it. Built before where sources changed. Once per test file.
 */
export async function startAdmin(setMore?: (payload: Payload) => Promise<void>): Promise<Admin> {
  await ensureBuilt()
  const torg = await startForTests()
  const ids = await setStage(torg.payload)
  await setMore?.(torg.payload)
  await torg.stop()
  const server = spawn(process.execPath, [...bundleFlags, await bundled('src/scripts/serve.ts')], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, ...torg.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await whenReady(server, torg.base)
  const browser = await launch()
  return {
    base: torg.base,
    browser,
    ids,
    as: async (username, viewport = widths.desk) => {
      const context = await newContext(browser, torg.base, viewport)
      const answer = await context.request.post('/api/accounts/login', {
        data: { username, password },
        headers: { Origin: torg.base },
      })
      if (!answer.ok()) throw new Error(`${username} cannot log in: ${answer.status()}`)
      return context.newPage()
    },
    stop: async () => {
      await browser.close()
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    },
  }
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: binary, args: browserArguments })

export async function newContext(
  browser: Browser,
  base: string,
  viewport: { width: number; height: number },
  more: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: base,
    viewport,
    locale: 'sv-SE',
    timezoneId: 'UTC',
    ...more,
  })
  context.setDefaultTimeout(60_000)
  const asked = new Set<Request>()
  context.on('request', (request) => asked.add(request))
  context.on('response', (response) => asked.delete(response.request()))
  context.on('requestfailed', (request) => asked.delete(request))
  unanswered.set(context, asked)
  return context
}

/**
 * What each browser has asked and not been answered yet. Playwright's `networkidle` waits for the end of every body, and
 * Chromium tells of none that a page leaves unread, as Payload does when it stores which tab is open.
 */
const unanswered = new WeakMap<BrowserContext, Set<Request>>()

/** Resolves when everything that the page asked for has been answered and it asks for nothing more. */
async function allAnswered(page: Page): Promise<void> {
  const asked = unanswered.get(page.context())!
  for (let quiet = 0; quiet < 5; quiet = asked.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(50)
}

/** A municipality with an approved association, its contributor, two editors and an account for each other language. */
async function setStage(payload: Parameters<typeof makeMunicipality>[0]): Promise<Admin['ids']> {
  const municipality = String((await makeMunicipality(payload, { slug: 'ekby' })).id)
  const category = String((await makeCategory(payload, municipality)).id)
  const organisation = await makeApprovedOrganisation(payload, municipality, 'IF Ekby')
  await makeAccount(payload, { username: 'skribent', role: 'contributor', municipality, organisation })
  await makeAccount(payload, {
    username: 'foreningsadmin',
    role: 'organisation-admin',
    municipality,
    organisation,
  })
  await makeAccount(payload, {
    username: 'redaktor',
    role: 'editor',
    kind: 'role',
    email: 'kultur@ekby.example',
    municipality,
  })
  await makeAccount(payload, { username: 'redaktor-2', role: 'editor', municipality })
  await makeAccount(payload, { username: 'kommunadmin', role: 'municipality-admin', municipality })
  await makeAccount(payload, { username: 'driften', role: 'operator', municipality: null })
  for (const language of ['nb', 'en']) {
    const accounts = [
      await makeAccount(payload, { username: `editor-${language}`, role: 'editor', municipality }),
      await makeAccount(payload, {
        username: `skribent-${language}`,
        role: 'contributor',
        municipality,
        organisation,
      }),
    ]
    for (const { id } of accounts)
      await payload.db.updateOne({ collection: 'accounts', id, data: { language } })
  }
  return { municipality, organisation, category }
}

async function whenReady(server: ChildProcess, base: string): Promise<void> {
  let said = ''
  server.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const until = Date.now() + ready
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}: ${said}`)
    const answer = await fetch(`${base}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The server is not ready after ${ready / 1000} s: ${said}`)
}

/** WCAG 2.2, levels A and AA, as far as a program can tell. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Fails with each rule that the page breaks and where. */
export async function expectAccessible(page: Page): Promise<void> {
  await allAnswered(page)
  // While Payload fades its navigation in, every colour in it is paler than a reader ever sees it.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    return Promise.allSettled(ending.map(({ finished }) => finished))
  })
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async (values) => {
    const { axe: here } = window as unknown as { axe: typeof axe }
    const found = await here.run(document, { runOnly: { type: 'tag', values } })
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  }, levels)
  expect(violations).toEqual([])
}

/** Nobody scrolls a telephone sideways to read. */
export async function expectToFit(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
}

/** An event of the association, made over HTTP as its contributor; answers its id. */
export async function writeEvent(
  page: Page,
  { ids, base }: Admin,
  more: object = {},
  submit = true,
): Promise<string> {
  const headers = { Origin: base }
  const created = await page.request.post('/api/events', {
    headers,
    data: {
      title: 'Öppen träning',
      language: 'sv',
      start: '2027-03-02T17:00:00Z',
      end: '2027-03-02T18:30:00Z',
      zone: 'Europe/Stockholm',
      categories: [ids.category],
      ...more,
    },
  })
  const { doc } = (await created.json()) as { doc: { id: string; revision: number } }
  if (submit) {
    const sent = await page.request.post(`/api/events/${doc.id}/actions/submit`, {
      headers,
      data: { revision: doc.revision },
    })
    if (!sent.ok()) throw new Error(`Not submitted: ${await sent.text()}`)
  }
  return doc.id
}
