import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act } from '../support/queue-stage.js'
import {
  describeInBrowser,
  newContext,
  startAdmin,
  widths,
  writeEvent,
  type Admin,
} from '../support/browser.js'

let admin: Admin
let event: string

interface Watched {
  page: Page
  /** What the page was not let do, and every address beyond the server that it asked for. */
  faults: string[]
}

/** A page that notes each breach of its policy and each request to another server. */
async function watched(page: Page): Promise<Watched> {
  const faults: string[] = []
  await page.exposeFunction('torgTold', (said: string) => void faults.push(said))
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
        (window as unknown as { torgTold(said: string): void }).torgTold(
          `${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`,
        ),
    )
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(admin.base).origin) faults.push(request.url())
  })
  return { page, faults }
}

const directive = (policy: string, name: string) =>
  policy
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name} `)) ?? ''

describeInBrowser('pages under a strict policy', () => {
  beforeAll(async () => {
    admin = await startAdmin()
    const author = await admin.as('skribent')
    event = await writeEvent(author, admin)
    await author.context().close()
  })
  afterAll(() => admin?.stop())

  it.each([
    [
      'kommunadmin',
      [
        '',
        '/policies',
        '/incidents',
        '/retention',
        '/processing',
        '/log',
        '/notices',
        '/account',
        '/moderation',
      ],
    ],
    ['redaktor', ['', '/moderation', '/moderation/figures', '/collections/events', '/collections/media']],
    ['skribent', ['', '/members', '/extract', '/collections/posts/create', '/collections/media/create']],
  ])('of the admin work for %s, ask nobody else, and run no script of others', async (account, parts) => {
    const { page, faults } = await watched(await admin.as(account))
    const open = account === 'redaktor' ? [`/moderation?open=events/${event}`] : []
    for (const part of [...parts, ...open, `/collections/events/${event}`]) {
      const answer = await page.goto(`/admin${part}`)
      const policy = answer!.headers()['content-security-policy'] ?? ''
      expect(directive(policy, 'script-src'), part).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}'$/)
      expect(directive(policy, 'default-src')).toBe("default-src 'none'")
      expect(directive(policy, 'connect-src')).toBe("connect-src 'self'")
      // It is alive: what only a script draws is there.
      await page.locator('h1, .torg-who').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(faults.splice(0), part).toEqual([])
    }
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.torgWasHere = true'
      document.head.append(script)
    })
    expect(await page.evaluate(() => 'torgWasHere' in window)).toBe(false)
    expect(faults.join()).toContain('script-src')
    await page.context().close()
  })

  it('each have a word of their own for their scripts', async () => {
    const context = await newContext(admin.browser, admin.base, widths.desk)
    const page = await context.newPage()
    const words = new Set<string>()
    for (let n = 0; n < 3; n += 1)
      words.add((await page.goto('/admin/login'))!.headers()['content-security-policy']!)
    expect(words.size).toBe(3)
    await context.close()
  })

  it('for citizens run no script, set no cookie and ask nobody else', async () => {
    const editor = await admin.as('redaktor')
    await act(editor, admin, `events/${event}`, 'approve')
    await editor.context().close()
    const context = await newContext(admin.browser, admin.base, widths.telephone)
    const { page, faults } = await watched(await context.newPage())
    for (const address of [
      '/',
      '/ekby',
      '/ekby/privacy',
      `/ekby/e/x-${event}`,
      '/ekby/e/nothing-here',
      '/feed/v1/docs',
    ]) {
      const answer = await page.goto(address)
      const policy = answer!.headers()['content-security-policy'] ?? ''
      expect(policy, address).toContain("default-src 'none'")
      expect(directive(policy, 'script-src'), address).toMatch(/^$|^script-src 'none'$/)
      await page.waitForLoadState('networkidle')
      expect(faults.splice(0), address).toEqual([])
    }
    expect(await context.cookies()).toEqual([])
    await context.close()
  })
})
