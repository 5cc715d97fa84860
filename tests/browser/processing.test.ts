import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ControllerRecord } from '../../src/privacy/processing/records.js'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  startAdmin,
  widths,
  type Admin,
} from '../support/browser.js'

let admin: Admin

describeInBrowser('the records of processing, for those who answer for them', () => {
  beforeAll(async () => {
    admin = await startAdmin()
  })
  afterAll(() => admin?.stop())

  it('are read in a language of the municipality, with the keyboard alone, and are the same as the file', async () => {
    const page = await admin.as('kommunadmin', widths.telephone)
    await page.goto('/admin/processing')
    await page.getByRole('heading', { level: 1, name: 'Register över behandlingar' }).waitFor()
    const asController = page.locator('#torg-controller')
    await asController.getByText('Kommunen som personuppgiftsansvarig').waitFor()
    const stored = page.locator('.torg-log__entries tr', { has: page.getByText('Loggen', { exact: true }) })
    await stored.getByText(/36 månader/).waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Ladda ner som fil (JSON)' }).first().press('Enter'),
    ])
    const record = JSON.parse(readFileSync(await file.path(), 'utf8')) as ControllerRecord
    expect(record.format).toBe('torg-record-30-1')
    for (const { name } of record.activities)
      expect(await page.getByRole('heading', { level: 3, name: name.sv }).count()).toBe(1)
    await page.getByRole('button', { name: 'English' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Records of processing' }).waitFor()
    await expectAccessible(page)
    const shown = page.getByRole('link', { name: 'What everybody can read' })
    await shown.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Personal data' }).waitFor()
    await page.context().close()
  })

  it('are not for others', async () => {
    const editor = await admin.as('redaktor')
    await editor.goto('/admin/processing')
    await editor.getByText('Sidan är för granskare').waitFor()
    await editor.context().close()
  })
})
