import type { Page } from 'playwright-core'
import { inbox, type GuideViews } from './guide-views.js'

/** Opens the first document that a question of the API finds. */
async function open(page: Page, collection: string, question: string): Promise<void> {
  const { origin } = new URL(page.url() === 'about:blank' ? await home(page) : page.url())
  const answer = await page.request.get(`/api/${collection}?${question}&limit=1&depth=0`, {
    headers: { Origin: origin },
  })
  const [found] = ((await answer.json()) as { docs: { id: string }[] }).docs
  if (!found) throw new Error(`The demo has nothing to show for ${question}`)
  await page.goto(`/admin/collections/${collection}/${found.id}`)
  await page.locator('.torg-actions').waitFor()
}

async function home(page: Page): Promise<string> {
  await page.goto('/admin')
  await page.locator('#torg-coming').waitFor()
  return page.url()
}

/** Opens why something was rejected. */
async function statement(page: Page): Promise<void> {
  const { origin } = new URL(page.url() === 'about:blank' ? await home(page) : page.url())
  for (const collection of ['events', 'posts']) {
    const answer = await page.request.get(
      `/api/${collection}?where[state][equals]=rejected&limit=1&depth=0`,
      {
        headers: { Origin: origin },
      },
    )
    const [found] = ((await answer.json()) as { docs: { id: string }[] }).docs
    if (!found) continue
    await page.goto(`/admin/statement/${collection}/${found.id}`)
    return page.locator('.torg-statement').waitFor()
  }
  throw new Error('The demo has nothing that was rejected')
}

/** What its admin sees beside that. */
export const associationAdminViews: GuideViews = {
  members: async (page) => {
    await page.goto('/admin/members')
    await page.locator('.torg-members .torg-lines li').first().waitFor()
  },
}

/** What the guide for associations shows, by the name of its picture. Nothing is sent, so each can be shown again. */
export const associationViews = (town: string): GuideViews => ({
  apply: async (page) => {
    await page.goto(`/admin/apply/${town}`)
    await page.locator('form input').first().waitFor()
  },
  desk: async (page) => void (await home(page)),
  cancel: async (page) => {
    await home(page)
    await page.locator('.torg-coming li:not([data-off]) button').first().click()
    await page.getByRole('dialog').waitFor()
  },
  form: async (page) => {
    await open(page, 'events', 'where[state][equals]=draft')
    await page.locator('#field-title').waitFor()
  },
  repetition: async (page) => {
    await open(page, 'events', 'where[recurrenceRule][contains]=WEEKLY&where[publication][equals]=live')
    await page.locator('.tabs-field__tab-button').nth(1).click()
    await page.locator('[data-torg-field="field-recurrenceRule"] .torg-said').waitFor()
    await page.locator('[data-torg-field="field-recurrenceRule"]').scrollIntoViewIfNeeded()
  },
  inbox,
  statement,
  share: async (page) => {
    await open(page, 'events', 'where[state][equals]=draft')
    const panel = page.locator('.torg-share')
    await panel.locator('summary').click()
    await panel.scrollIntoViewIfNeeded()
  },
  submit: async (page) => {
    await open(page, 'events', 'where[state][equals]=draft')
    await page.locator('.torg-actions .torg-button--primary').click()
    await page.getByRole('dialog').waitFor()
  },
})
