import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inputFromInstant } from '../../src/admin/time-words.js'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  startAdmin,
  widths,
  type Admin,
} from '../support/browser.js'
import { makeAccount } from '../support/people.js'

let admin: Admin
const zone = 'Europe/Stockholm'
const hour = 3_600_000

describeInBrowser('the register of incidents', () => {
  beforeAll(async () => {
    admin = await startAdmin(async (payload) => {
      const { docs } = await payload.db.find<{ id: string }>({ collection: 'municipalities', limit: 1 })
      const municipality = String(docs[0]!.id)
      for (const language of ['nb', 'en']) {
        const made = { username: `granskare-${language}`, role: 'auditor', municipality } as const
        const { id } = await makeAccount(payload, made)
        await payload.db.updateOne({
          collection: 'accounts',
          where: { id: { equals: id } },
          data: { language },
        })
      }
    })
  })
  afterAll(() => admin?.stop())

  it('is written by the admin from a telephone, and its clock stands on the overview in words', async () => {
    const page = await admin.as('kommunadmin', widths.telephone)
    await page.goto('/admin/incidents')
    await page.getByText('Inga incidenter är registrerade.').waitFor()
    await page.getByLabel('Vad som hände').selectOption('sent-wrongly')
    // The page's own zone is another one than the municipality's.
    const discovered = new Date(Date.now() - 30.5 * hour).toISOString()
    await page.getByLabel('Upptäckt (kommunens tid)').fill(inputFromInstant(discovered, zone))
    await page.getByLabel('Kontaktuppgifter').check()
    await page.getByLabel(/^Ungefär hur många/).fill('12')
    await page.getByLabel('Följder').fill('Ring 070-174 06 05.')
    await page.getByRole('button', { name: 'Spara i registret' }).press('Enter')
    await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await page.getByLabel('Följder').fill('En lista kom till fel förening.')
    await page.getByRole('button', { name: 'Spara i registret' }).press('Enter')
    await page.getByText('41 h kvar att anmäla').waitFor()
    await page.goto('/admin')
    const open = page.getByRole('region', { name: /^Öppna incidenter/ })
    await open.getByText('41 h kvar att anmäla').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await open.getByRole('link').press('Enter')

    await page.getByRole('button', { name: 'Lägg till vad som är känt nu' }).press('Enter')
    const form = page.locator('form').first()
    await form.getByLabel('Anmäld till tillsynsmyndigheten').selectOption('not-needed')
    await form.getByLabel(/^Varför för sent/).fill('Ingen risk.')
    await form.getByLabel('Åtgärder').fill('Listan är raderad.')
    await form.getByLabel('De berörda underrättade').selectOption('not-needed')
    await form.getByLabel('Avsluta incidenten').check()
    await form.getByRole('button', { name: 'Spara i registret' }).press('Enter')
    await page.getByText('behöver inte anmälas').waitFor()
    await page.getByText('Alla uppgifter (2)').press('Enter')
    await page.getByRole('heading', { name: /^Uppgift 1, / }).waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await page.context().close()
  })

  it.each([
    ['granskare-nb', 'Avvik', 'trenger ikke å meldes', 'Last ned som fil (JSON)'],
    ['granskare-en', 'Incidents', 'need not be reported', 'Download as a file (JSON)'],
  ])('is read by %s, who writes nothing in it', async (account, title, clock, link) => {
    const page = await admin.as(account, widths.telephone)
    await page.goto('/admin/incidents')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByText(clock).waitFor()
    expect(await page.locator('.torg-incident :is(form, .torg-button)').count()).toBe(0)
    await expectAccessible(page)
    await expectToFit(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).press('Enter'),
    ])
    const read = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
      incidents: { entries: unknown[] }[]
    }
    expect(read.incidents.map(({ entries }) => entries.length)).toEqual([2])
    await page.context().close()
  })
})
