import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  newContext,
  startAdmin,
  widths,
  writeEvent,
  type Admin,
} from '../support/browser.js'
import { tabTo } from '../support/keyboard.js'
import { shareWords } from '../../src/http/share-words.js'
import { act, ask } from '../support/queue-stage.js'

let admin: Admin
let editor: Page
let author: Page

/** A picture of the page for whoever looks it over, where a folder for them is named. */
const shot = async (page: Page, name: string) => {
  const folder = process.env.TORG_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
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
    await tabTo(page, 'Ändra och skicka in igen', { within: '.torg-notice' })
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/collections/events/${id}$`))
    await page.locator('#field-summary').waitFor()
    await page.locator('#field-summary').focus()
    await page.keyboard.type('I biblioteket.')
    await tabTo(page, 'Skicka in', { within: '.torg-actions' })
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Skicka in', { within: 'dialog' })
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
    await tabTo(page, 'Markera som läst', { within: '.torg-notice' })
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

  it('a preview is shared from the form by keyboard, seen without a login, ended, and gone', async () => {
    const id = await writeEvent(author, admin, { title: 'Premiär i hemlighet' }, false)
    const page = await admin.as('skribent', widths.telephone)
    await page.goto(`/admin/collections/events/${id}`)
    await page.locator('.torg-share').waitFor()
    await tabTo(page, 'Dela förhandsvisning', { within: '.torg-share' })
    await page.keyboard.press('Enter')
    await tabTo(page, 'Skapa länk', { within: '.torg-share' })
    await page.keyboard.press('Enter')
    const made = page.locator('.torg-share__made input')
    await made.waitFor()
    // It has the focus, and is selected, so that it can be copied at once.
    expect(await page.evaluate(() => window.getSelection()?.toString() ?? '')).toContain('/share/')
    const address = await made.inputValue()
    await expectToFit(page)
    await shot(page, 'share-form-390')

    const context = await newContext(admin.browser, admin.base, widths.telephone)
    const guest = await context.newPage()
    await guest.goto(address)
    await guest.getByText('Inte publicerat. Det här är en förhandsvisning.').waitFor()
    await guest.getByRole('heading', { name: 'Premiär i hemlighet' }).waitFor()
    await expectAccessible(guest)
    await expectToFit(guest)
    expect(await context.cookies()).toEqual([])
    await shot(guest, 'share-page-390')

    // Anew: whoever tabs through a text leaves the framework's own toolbar open.
    await page.reload()
    await page.locator('.torg-share summary').press('Enter')
    await page.getByText('Länkar som gäller').waitFor()
    await expectAccessible(page)
    await tabTo(page, 'Avsluta', { within: '.torg-share' })
    await page.keyboard.press('Enter')
    await page.getByText('Länken är avslutad.', { exact: false }).first().waitFor()
    const gone = await guest.goto(address)
    expect(gone?.status()).toBe(404)
    await guest.getByRole('heading', { name: 'Här finns inget att se' }).waitFor()
    await expectAccessible(guest)
    await shot(guest, 'share-gone-390')
    await context.close()
    await page.context().close()
  })

  it.each(['sv', 'nb', 'en'])(
    'the page of a shared preview, and the setting for e-mail, read well in %s',
    async (language) => {
      const { municipality } = admin.ids
      const boss = await admin.as('kommunadmin')
      await ask(boss, admin, 'PATCH', `/api/municipalities/${municipality}`, { languages: [language] })
      const id = await writeEvent(author, admin, { title: `Förhand ${language}`, language }, false)
      const { token } = await ask<{ token: string }>(author, admin, 'POST', `/api/events/${id}/shares`)
      const context = await newContext(admin.browser, admin.base, widths.desk)
      const guest = await context.newPage()
      await guest.goto(`/share/${token}`)
      await guest.getByText(shareWords[language as 'sv'].unpublished).waitFor()
      await expectAccessible(guest)
      await shot(guest, `share-page-${language}-1280`)
      await context.close()
      await ask(boss, admin, 'PATCH', `/api/municipalities/${municipality}`, { languages: ['sv', 'en'] })
      await boss.context().close()
      const page = await admin.as(language === 'sv' ? 'skribent' : `skribent-${language}`)
      await inbox(page)
      await page.locator('.torg-inbox a').first().click()
      await page.locator('#field-noticeMail').waitFor()
      await expectAccessible(page)
      await shot(page, `mail-setting-${language}-1280`)
      await page.context().close()
    },
  )

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
      await shot(page, `inbox-${account}-${width.width}`)
      await page.context().close()
    })
  })
})
