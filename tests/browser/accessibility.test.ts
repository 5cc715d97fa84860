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

let admin: Admin
let waiting: string

describeInBrowser('the pages of the admin, by WCAG 2.2 AA', () => {
  beforeAll(async () => {
    admin = await startAdmin()
    const author = await admin.as('skribent')
    waiting = await writeEvent(author, admin, { recurrenceRule: 'FREQ=WEEKLY;BYDAY=TU' })
    await author.context().close()
  })
  afterAll(() => admin?.stop())

  describe.each(Object.entries(widths))('at the width of a %s', (_name, viewport) => {
    it('the login', async () => {
      const context = await newContext(admin.browser, admin.base, viewport)
      const page = await context.newPage()
      await page.goto('/admin/login')
      await page.locator('input[name="password"]').waitFor()
      await expectAccessible(page)
      await expectToFit(page)
      await context.close()
    })

    it.each(['redaktor', 'skribent'])('the overview of %s', async (account) => {
      const page = await admin.as(account, viewport)
      await page.goto('/admin')
      await page.locator('.torg-dashboard').waitFor()
      await expectAccessible(page)
      await expectToFit(page)
      await page.context().close()
    })

    it('the list of events', async () => {
      const page = await admin.as('redaktor', viewport)
      await page.goto('/admin/collections/events')
      await page.locator('.torg-title').first().waitFor()
      await expectAccessible(page)
      await expectToFit(page)
      await page.context().close()
    })

    it('the form of an event, each tab of it', async () => {
      const page = await admin.as('redaktor', viewport)
      await page.goto(`/admin/collections/events/${waiting}`)
      await page.locator('.torg-situation').waitFor()
      const tabs = page.locator('.tabs-field__tab-button')
      expect(await tabs.count()).toBe(6)
      for (let index = 0; index < 6; index += 1) {
        await tabs.nth(index).click()
        await expectAccessible(page)
        await expectToFit(page)
      }
      await page.context().close()
    })

    it('the dialogue of an action', async () => {
      const page = await admin.as('redaktor', viewport)
      await page.goto(`/admin/collections/events/${waiting}`)
      await page.locator('.torg-actions').waitFor()
      if (viewport.width < 800) {
        await page.locator('.torg-menu > summary').click()
        await expectToFit(page)
        const menu = (await page.locator('.torg-menu__list').boundingBox())!
        expect(menu.x + menu.width).toBeLessThanOrEqual(viewport.width)
      }
      await page.getByRole('button', { name: 'Avslå' }).click()
      await page.getByRole('dialog').waitFor()
      await expectAccessible(page)
      await page.context().close()
    })
  })
})
