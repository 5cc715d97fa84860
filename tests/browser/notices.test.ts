import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  startAdmin,
  widths,
  writeEvent,
  type Admin,
} from '../support/browser.js'
import { act, ask } from '../support/queue-stage.js'

let admin: Admin
let editor: Page
let author: Page

/** Presses Tab until a control of this name within the region has the focus; there is no mouse. */
async function tabTo(page: Page, region: string, name: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    const at = await page.evaluate((within) => {
      const focused = document.activeElement as HTMLInputElement | null
      if (!focused?.closest(within)) return ''
      return focused.labels?.[0]?.textContent ?? focused.textContent ?? ''
    }, region)
    if (at.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${name}`)
}

const inbox = async (page: Page) => {
  await page.goto('/admin/notices')
  await page.locator('.torg-inbox__list').waitFor()
}
const entry = (page: Page, words: string) => page.locator('.torg-notice', { hasText: words })

describeInBrowser('what somebody is told', () => {
  beforeAll(async () => {
    admin = await startAdmin()
    editor = await admin.as('redaktor')
    author = await admin.as('skribent')
  }, 240_000)
  afterAll(() => admin?.stop())

  it('a decision is read in the inbox, mended, sent in again and approved, by keyboard on a telephone', async () => {
    const id = await writeEvent(author, admin, { title: 'Quiz' })
    await act(editor, admin, `events/${id}`, 'request-changes', { message: 'I vilken lokal är det?' })
    const page = await admin.as('foreningsadmin', widths.telephone)
    await inbox(page)
    const notice = entry(page, 'Ändringar önskas: Quiz')
    await notice.getByText('I vilken lokal är det?').waitFor()
    await notice.getByText('Oläst').waitFor()
    await tabTo(page, '.torg-notice', 'Ändra och skicka in igen')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/collections/events/${id}$`))
    await page.locator('#field-summary').waitFor()
    await page.locator('#field-summary').focus()
    await page.keyboard.type('I biblioteket.')
    await tabTo(page, '.torg-actions', 'Skicka in')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'dialog', 'Skicka in')
    await page.keyboard.press('Enter')
    await page.locator('.torg-situation').getByText('Väntar på beslut', { exact: true }).waitFor()
    await act(editor, admin, `events/${id}`, 'approve', { message: 'Tack, det blev bra.' })
    await inbox(page)
    await entry(page, 'Godkänt: Quiz').getByText('Tack, det blev bra.').waitFor()
    // The way to it was the reading of it.
    expect(await entry(page, 'Ändringar önskas: Quiz').getByText('Oläst').count()).toBe(0)
    await page.context().close()
  })

  it('one is marked, then all; the number in the navigation follows, and for others nothing is read', async () => {
    const id = await writeEvent(author, admin, { title: 'Körsång' })
    await act(editor, admin, `events/${id}`, 'reject', { reason: 'commercial', message: 'Det är reklam.' })
    const page = await admin.as('foreningsadmin')
    const count = page.locator('.torg-home', { hasText: 'Aviseringar' }).locator('.torg-count')
    await page.goto('/admin/notices?show=unread')
    await entry(page, 'Avslaget: Körsång').getByText('Skäl:').waitFor()
    const before = Number.parseInt((await count.textContent()) ?? '', 10)
    expect(before).toBeGreaterThan(1)
    await tabTo(page, '.torg-notice', 'Markera som läst')
    await page.keyboard.press('Enter')
    await expect.poll(async () => Number.parseInt((await count.textContent()) ?? '', 10)).toBe(before - 1)
    // The button is gone; the focus stays at what was read.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Körsång')
    await page.getByRole('button', { name: 'Markera alla som lästa' }).click()
    await count.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('Du har läst allt.').waitFor()
    const { unread } = await ask<{ unread: number }>(author, admin, 'GET', '/api/inbox/count')
    expect(unread).toBeGreaterThan(1)
    await page.context().close()
  })

  const readers = [
    { account: 'skribent', width: widths.telephone, theme: 'dark' },
    { account: 'skribent', width: widths.desk, theme: 'light' },
    { account: 'skribent-nb', width: widths.telephone, theme: 'light' },
    { account: 'skribent-en', width: widths.desk, theme: 'dark' },
  ] as const

  describe.each(readers)('for $account at $width.width pixels, $theme', ({ account, width, theme }) => {
    it('breaks no rule of WCAG 2.2 AA, and fits', async () => {
      const page = await admin.as(account, width)
      await page.context().addCookies([{ name: 'payload-theme', value: theme, url: admin.base }])
      await page.emulateMedia({ colorScheme: theme })
      await inbox(page)
      await expectAccessible(page)
      await expectToFit(page)
      if (process.env.TORG_SHOTS)
        await page.screenshot({
          path: `${process.env.TORG_SHOTS}/inbox-${account}-${width.width}.png`,
          fullPage: true,
        })
      await page.context().close()
    })
  })
})
