import type { Page } from 'playwright-core'

const lines = '[data-queue-key]'

async function queue(page: Page, query = ''): Promise<void> {
  await page.goto(`/admin/moderation${query}`)
  await page.locator(lines).first().waitFor()
}

/** Opens the first line that changes something public, or the first of all. */
async function openChange(page: Page): Promise<void> {
  await queue(page, '?reason=decision&surface=calendar')
  const all = page.locator(lines)
  for (let index = 0; index < (await all.count()); index += 1) {
    await queue(page, '?reason=decision&surface=calendar')
    await all.nth(index).click()
    await page.locator('.torg-decide').waitFor()
    if ((await page.locator('.torg-diff').count()) > 0) return
  }
}

/** What lies in the inbox of whoever looks. */
export async function inbox(page: Page): Promise<void> {
  await page.goto('/admin/notices')
  await page.locator('.torg-notice').first().waitFor()
}

export type GuideViews = Record<string, (page: Page) => Promise<void>>

/** What the guide for editors shows, by the name of its picture. Nothing is decided, so each can be shown again. */
export const editorViews: GuideViews = {
  queue: (page) => queue(page),
  item: openChange,
  reject: async (page) => {
    await queue(page, '?reason=decision')
    await page.locator(lines).first().click()
    await page.locator('.torg-decide').waitFor()
    await page.keyboard.press('r')
    await page.locator('dialog select').first().selectOption({ index: 3 })
  },
  bulk: async (page) => {
    await queue(page)
    for (const box of (await page.locator('.torg-queue__box input').all()).slice(0, 4)) await box.check()
    await page.locator('.torg-queue__tools .torg-button--primary').click()
    await page.locator('dialog input[type="radio"]').nth(2).check()
    await page.locator('dialog select').selectOption({ index: 1 })
  },
  public: async (page) => {
    await page.goto('/admin/moderation/public')
    await page.locator(lines).first().waitFor()
  },
  figures: async (page) => {
    await page.goto('/admin/moderation/figures')
    await page.locator('.torg-chart').nth(4).waitFor()
  },
  invite: async (page) => {
    await page.goto('/admin/moderation/invite')
    await page.locator('textarea').first().waitFor()
  },
  modes: async (page) => {
    await page.goto('/admin/moderation/modes')
    await page.locator('.torg-switches dt').first().waitFor()
    await page.locator('.torg-filter select').selectOption({ index: 1 })
    await page.locator('.torg-trust').waitFor()
  },
}
