import { readFileSync } from 'node:fs'
import type { CollectionSlug } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  startAdmin,
  widths,
  writeEvent,
  type Admin,
} from '../support/browser.js'
import { makeAccount } from '../support/people.js'

let admin: Admin

const readers = [
  {
    account: 'gallring-nb',
    width: widths.telephone,
    theme: 'dark',
    title: 'Lagringstider',
    ask: 'Tell',
    none: /alt er innenfor fristen/,
  },
  {
    account: 'gallring-en',
    width: widths.desk,
    theme: 'light',
    title: 'Retention',
    ask: 'Count',
    none: /everything is within its time/,
  },
] as const

describeInBrowser('what is kept, for those who look after it', () => {
  beforeAll(async () => {
    admin = await startAdmin(async (payload) => {
      const { docs } = await payload.db.find<{ id: string }>({ collection: 'municipalities', limit: 1 })
      const municipality = String(docs[0]!.id)
      for (const language of ['nb', 'en']) {
        const made = { username: `gallring-${language}`, role: 'auditor', municipality } as const
        const { id } = await makeAccount(payload, made)
        await payload.db.updateOne({
          collection: 'accounts',
          where: { id: { equals: id } },
          data: { language },
        })
      }
      for (const [day, failed] of [
        ['2026-01-01', []],
        ['2026-01-02', ['pictures']],
      ] as const) {
        const at = `${day}T00:00:04.000Z`
        await payload.db.create({
          collection: 'retention-runs' as CollectionSlug,
          data: {
            id: day,
            day,
            began: at,
            finished: at,
            step: 9,
            done: { content: { [municipality]: 3 }, notices: { [municipality]: 12 } },
            held: { drafts: { [municipality]: 1 } },
            failed,
          },
        })
      }
    })
  })
  afterAll(() => admin?.stop())

  /** The row of the table that begins with these words. */
  const rowOf = (page: Page, name: string) =>
    page.locator('.torg-log__entries tr', { has: page.getByText(name, { exact: true }) })

  it('is kept for a shorter time, held back and let go by the admin, with the keyboard alone', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, {})
    const address = `${admin.base}/admin/collections/events/${id}?locale=sv`
    await author.context().close()
    const page = await admin.as('kommunadmin')
    await page.goto('/admin')
    await page.getByRole('link', { name: 'Gallring' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Gallring' }).waitFor()

    await page.getByRole('button', { name: 'Ändra tiden: Utkast som aldrig visades' }).focus()
    await page.keyboard.press('Enter')
    const months = page.getByLabel('Månader (1–24)')
    await months.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('18')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await rowOf(page, 'Utkast som aldrig visades').getByText('18 månader').waitFor()
    await rowOf(page, 'Utkast som aldrig visades').getByText('kortare här, annars 24 månader').waitFor()

    const where = page.getByLabel('Sidans adress, eller id')
    await where.focus()
    await page.keyboard.type('något annat')
    await page.keyboard.press('Enter')
    await page.getByText('Här står varken en adress').waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(address)
    await page.keyboard.press('Enter')
    const held = page.locator('.torg-register li')
    await held.getByText('Rättstvist').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await held.getByRole('button', { name: /^Släpp/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Inget hålls kvar.').waitFor()
    await page.context().close()
  })

  it.each(readers)('is read in the language of $account, and changed by no auditor', async (reader) => {
    const page = await admin.as(reader.account, reader.width)
    await page.context().addCookies([{ name: 'payload-theme', value: reader.theme, url: admin.base }])
    await page.emulateMedia({ colorScheme: reader.theme })
    await page.goto('/admin/retention')
    await page.getByRole('heading', { level: 1, name: reader.title }).waitFor()
    await page.getByRole('button', { name: reader.ask }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(reader.none).waitFor()
    expect(await page.locator('.torg-retention :is(form, .torg-button--small)').count()).toBe(0)
    await expectAccessible(page)
    await expectToFit(page)
    await page.context().close()
  })

  it('is read by everybody about their own account, with the keyboard alone', async () => {
    const page = await admin.as('skribent', widths.telephone)
    await page.goto('/admin/account')
    await page.getByRole('link', { name: 'Det som är sparat om kontot' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Det som är sparat om mitt konto' }).waitFor()
    const login = page.locator('section', { has: page.getByRole('heading', { name: 'Behörigheter' }) })
    await login.getByText('Skribent').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Ladda ner som fil (JSON)' }).press('Enter'),
    ])
    const { parts } = JSON.parse(readFileSync(await file.path(), 'utf8')) as { parts: { account: unknown[] } }
    expect(parts.account).toMatchObject([{ facts: { username: 'skribent' } }])
    await page.context().close()
  })

  it('is not for others', async () => {
    const editor = await admin.as('redaktor')
    await editor.goto('/admin/retention')
    await editor.getByText('Sidan är för granskare').waitFor()
    await editor.context().close()
  })
})
