import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillQueue } from '../support/queue-stage.js'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  startAdmin,
  widths,
  type Admin,
} from '../support/browser.js'

let admin: Admin

const views: Record<string, (page: Page) => Promise<void>> = {
  'the queue, with its filters and a selection': async (page) => {
    await page.goto('/admin/moderation')
    await page.locator('[data-queue-key]').first().waitFor()
    await page.locator('.torg-filter-bar > summary').click()
    await page.locator('.torg-queue__box input').first().check()
  },
  'deciding about several at once': async (page) => {
    await page.goto('/admin/moderation')
    await page.locator('[data-queue-key]').first().waitFor()
    await page.locator('.torg-queue__box input').first().check()
    await page.locator('.torg-queue__tools .torg-button--primary').click()
    await page.locator('dialog input[type="radio"]').nth(3).check()
  },
  'a change, with what is public now': async (page) => {
    await page.goto('/admin/moderation')
    await page.locator('[data-queue-key]', { hasText: 'Ändrad 1' }).click()
    await page.locator('.torg-diff').waitFor()
    await page.locator('.torg-choices button').nth(1).click()
  },
  'a profile': async (page) => {
    await page.goto('/admin/moderation?surface=organisations')
    await page.locator('[data-queue-key]', { hasText: 'IF Ekby' }).click()
    await page.locator('.torg-profile').waitFor()
  },
  'a rejection that is being written': async (page) => {
    await page.goto('/admin/moderation?surface=calendar')
    await page.locator('[data-queue-key]', { hasText: 'Ändrad 2' }).click()
    await page.locator('.torg-decide').waitFor()
    await page.keyboard.press('r')
    await page.locator('dialog select').first().selectOption({ index: 2 })
  },
  'an event that is being mended': async (page) => {
    await page.goto('/admin/moderation?surface=calendar')
    await page.locator('[data-queue-key]', { hasText: 'Ändrad 2' }).click()
    await page.locator('.torg-decide').waitFor()
    await page.keyboard.press('e')
    await page.locator('dialog input').first().fill('Ändrad 3')
    await page.locator('dialog .torg-diff').waitFor()
  },
  'the shortcuts': async (page) => {
    await page.goto('/admin/moderation')
    await page.locator('[data-queue-key]').first().waitFor()
    await page.keyboard.press('?')
    await page.locator('dialog .torg-keys').waitFor()
  },
  'what is public': async (page) => {
    await page.goto('/admin/moderation/public')
    await page.locator('[data-queue-key]').first().waitFor()
  },
  'the figures, with a table': async (page) => {
    await page.goto('/admin/moderation/figures')
    await page.locator('.torg-chart').first().waitFor()
    await page.locator('.torg-chart summary').first().click()
  },
  'modes and trust': async (page) => {
    await page.goto('/admin/moderation/modes')
    await page.locator('.torg-switches dt').first().waitFor()
  },
}

/** Each language at one width, the first at both; each with one of the two themes. */
const readers = [
  { account: 'redaktor', width: widths.desk, theme: 'light' },
  { account: 'redaktor', width: widths.telephone, theme: 'dark' },
  { account: 'editor-nb', width: widths.telephone, theme: 'light' },
  { account: 'editor-en', width: widths.desk, theme: 'dark' },
] as const

describeInBrowser('the workbench, by WCAG 2.2 AA', () => {
  beforeAll(async () => {
    admin = await startAdmin()
    const author = await admin.as('foreningsadmin')
    const editor = await admin.as('redaktor')
    await fillQueue(author, editor, admin, 12)
    await author.context().close()
    await editor.context().close()
  }, 240_000)
  afterAll(() => admin?.stop())

  describe.each(readers)('for $account at $width.width pixels, $theme', ({ account, width, theme }) => {
    let page: Page
    beforeAll(async () => {
      page = await admin.as(account, width)
      await page.context().addCookies([{ name: 'payload-theme', value: theme, url: admin.base }])
      await page.emulateMedia({ colorScheme: theme })
    })
    afterAll(() => page?.context().close())

    it.each(Object.entries(views))('%s', async (_, show) => {
      await show(page)
      await expectAccessible(page)
      await expectToFit(page)
    })
  })

  it('fits at twice the size, keeps what has the focus in sight, and moves nothing', async () => {
    // 1280 pixels at 200 % are 640.
    const page = await admin.as('redaktor', { width: 640, height: 450 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const name of ['the queue, with its filters and a selection', 'a change, with what is public now']) {
      await views[name]!(page)
      await expectToFit(page)
      const covered = await page.evaluate(async () => {
        const bar = document.querySelector('.torg-decide')
        const controls = [
          ...document.querySelectorAll<HTMLElement>('.torg-desk :is(a, button, input, summary)'),
        ]
        const hidden: string[] = []
        for (const control of controls) {
          if (bar?.contains(control) || control.offsetParent === null) continue
          control.focus()
          await new Promise((resolve) => requestAnimationFrame(resolve))
          const { bottom } = control.getBoundingClientRect()
          // WCAG 2.4.11: not entirely hidden by what sticks to the bottom.
          const top = bar?.getBoundingClientRect().top ?? innerHeight
          if (bottom - control.offsetHeight >= top) hidden.push(control.textContent ?? '')
        }
        return hidden
      })
      expect(covered).toEqual([])
      // Not what moves at this moment, which ends by itself, but what anything would take to move.
      const longest = () =>
        page.evaluate(() => {
          const styles = [...document.querySelectorAll('*')].flatMap((element) =>
            [null, '::before', '::after'].map((part) => getComputedStyle(element, part)),
          )
          const seconds = styles.flatMap(({ transitionDuration, animationDuration }) =>
            [transitionDuration, animationDuration].flatMap((each) => each.split(',').map(parseFloat)),
          )
          return Math.max(...seconds.filter(Number.isFinite))
        })
      expect(await longest()).toBeLessThan(0.001)
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      expect(await longest()).toBeGreaterThan(0.05)
      await page.emulateMedia({ reducedMotion: 'reduce' })
    }
    await page.context().close()
  })
})
