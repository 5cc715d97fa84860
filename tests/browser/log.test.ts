import { readFileSync } from 'node:fs'
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
import { makeAccount } from '../support/people.js'

let admin: Admin

const readers = [
  {
    account: 'granskare-sv',
    width: widths.desk,
    theme: 'light',
    title: 'Loggen',
    check: 'Kontrollera loggen',
    whole: /Loggen är hel/,
  },
  {
    account: 'granskare-nb',
    width: widths.telephone,
    theme: 'dark',
    title: 'Loggen',
    check: 'Kontroller loggen',
    whole: /Loggen er hel/,
  },
  {
    account: 'granskare-en',
    width: widths.telephone,
    theme: 'light',
    title: 'The log',
    check: 'Check the log',
    whole: /The log is whole/,
  },
] as const

describeInBrowser('the log, for auditors', () => {
  beforeAll(async () => {
    admin = await startAdmin(async (payload) => {
      const { docs } = await payload.db.find<{ id: string }>({ collection: 'municipalities', limit: 1 })
      for (const language of ['sv', 'nb', 'en']) {
        const made = {
          username: `granskare-${language}`,
          role: 'auditor',
          municipality: String(docs[0]!.id),
        } as const
        const account = await makeAccount(payload, made)
        const where = { id: { equals: account.id } }
        await payload.db.updateOne({ collection: 'accounts', where, data: { language } })
      }
    })
    const author = await admin.as('skribent')
    await writeEvent(author, admin, {})
    await author.context().close()
  })
  afterAll(() => admin?.stop())

  describe.each(readers)('in the language of $account', ({ account, width, theme, title, check, whole }) => {
    let page: Page
    beforeAll(async () => {
      page = await admin.as(account, width)
      await page.context().addCookies([{ name: 'payload-theme', value: theme, url: admin.base }])
      await page.emulateMedia({ colorScheme: theme })
    })
    afterAll(() => page?.context().close())

    it('is read and checked, by keyboard alone, and accessible', async () => {
      await page.goto('/admin/log')
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.locator('.torg-log__entries tbody tr').first().waitFor()
      await page.getByRole('button', { name: check }).focus()
      await page.keyboard.press('Enter')
      await page.getByText(whole).waitFor()
      await expectAccessible(page)
      await expectToFit(page)
    })
  })

  it('is narrowed down by what happened, by account and by day, and taken along as it is shown', async () => {
    const page = await admin.as('kommunadmin')
    await page.goto('/admin/log')
    const rows = page.locator('.torg-log__entries tbody tr')
    await rows.first().waitFor()
    await page.getByLabel('Vad som hände').selectOption('log-in')
    await expect
      .poll(async () => new Set(await rows.locator('td:nth-child(3)').allTextContents()))
      .toEqual(new Set(['Loggade in']))
    await page.locator('.torg-log__actor').first().click()
    await page.getByText(/Bara konto …/).waitFor()
    expect(page.url()).toMatch(/actor=/)
    await page.getByLabel('Från').fill('2020-01-01')
    await page.getByLabel('Till och med').fill('2020-01-02')
    await page.getByText('Inget i loggen passar in på det.').waitFor()
    await page.getByLabel('Till och med').fill('')
    await rows.first().waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Som tabell (CSV)' }).click(),
    ])
    const [, ...lines] = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every((line) => line.includes(',log-in,account,'))).toBe(true)
    await page.context().close()
  })

  it('shows editors what concerns decisions and neither check nor export, and others that it is not for them', async () => {
    const editor = await admin.as('redaktor')
    await editor.goto('/admin/log')
    await editor.locator('.torg-log__entries tbody tr').first().waitFor()
    expect(await editor.locator('.torg-log__check').count()).toBe(0)
    await editor.context().close()
    const author = await admin.as('skribent')
    await author.goto('/admin/log')
    await author.getByText('Loggen läses av redaktörer').waitFor()
    await author.context().close()
  })

  it('is listed by no door of the admin’s own framework without an entry that says so', async () => {
    const page = await admin.as('kommunadmin')
    const readings = async () => {
      const where = 'where[action][equals]=read-log&limit=1'
      const answer = await page.request.get(`/api/moderation-log?${where}`, {
        headers: { Origin: admin.base },
      })
      return ((await answer.json()) as { totalDocs: number }).totalDocs
    }
    const before = await readings()
    expect(await ask(page, 'render-list', listOf('moderation-log'))).toContain('log-in')
    // One for the question that counts, one for the list.
    expect((await readings()) - before).toBe(2)
    await page.context().close()
  })

  it('and what hides behind a relation is not guessed through such a door', async () => {
    const page = await admin.as('skribent')
    const guess = (field: string) => listOf('events', { and: [{ [field]: { exists: true } }] })
    expect(await ask(page, 'render-list', guess('title'))).toContain('Öppen träning')
    expect(await ask(page, 'render-list', guess('organisation.trust'))).not.toContain('Öppen träning')
    // This one hands the question on without the browser's words around it.
    for (const name of ['table-state', 'get-folder-results-component-and-data', 'schedule-publish'])
      expect(await ask(page, name, guess('title')), name).not.toContain('Öppen träning')
    await page.context().close()
  })
})

const listOf = (collectionSlug: string, where?: object) => ({
  collectionSlug,
  overrideEntityVisibility: true,
  columns: [{ accessor: 'title', active: true }],
  query: { limit: 50, where },
})

/** Asks a server function of the framework as its own pages do, and returns what it says. */
async function ask(page: Page, name: string, args: object): Promise<string> {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, unknown>
  }
  const answers = await Promise.all(
    Object.keys(manifest.node).map((action) =>
      page.request.post('/admin', {
        headers: {
          'Next-Action': action,
          'Content-Type': 'text/plain;charset=UTF-8',
          Origin: admin.base,
        },
        data: JSON.stringify([{ name, args }]),
      }),
    ),
  )
  return (await Promise.all(answers.map((answer) => answer.text()))).join('')
}
