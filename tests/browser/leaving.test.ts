import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  startAdmin,
  widths,
  type Admin,
} from '../support/browser.js'
import { makeAccount, Visitor } from '../support/people.js'
import { password } from '../support/torg.js'

const readers = [
  {
    language: 'nb',
    width: widths.telephone,
    title: 'Forlate en kommune eller slette kontoen',
    goes: 'alle roller',
  },
  {
    language: 'en',
    width: widths.desk,
    title: 'Leave a municipality or delete the account',
    goes: 'all roles',
  },
] as const

describeInBrowser('the holder of an account', () => {
  let admin: Admin

  beforeAll(async () => {
    admin = await startAdmin(async (payload) => {
      const { docs } = await payload.db.find<{ id: string }>({ collection: 'municipalities', limit: 1 })
      const municipality = String(docs[0]!.id)
      await makeAccount(payload, { username: 'flyttar', role: 'auditor', municipality })
      await makeAccount(payload, { username: 'slutar', role: 'auditor', municipality })
    })
  })
  afterAll(() => admin?.stop())

  it('is told what goes and what stays, and deletes it, with the keyboard alone', async () => {
    const page = await admin.as('slutar', widths.telephone)
    await page.goto('/admin/account')
    await page.getByRole('link', { name: 'Lämna en kommun eller radera kontot' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Lämna en kommun eller radera kontot' }).waitFor()
    await page.getByText('alla behörigheter, i alla kommuner och föreningar').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await page.getByRole('button', { name: 'Radera kontot' }).focus()
    await page.keyboard.press('Enter')
    const dialogue = page.getByRole('dialog', { name: 'Radera kontot' })
    const present = dialogue.getByLabel('Ditt nuvarande lösenord')
    await present.focus()
    await page.keyboard.type('fel lösenord, helt')
    await page.keyboard.press('Enter')
    await dialogue.getByText('Det här är inte ditt nuvarande lösenord.').waitFor()
    await expectAccessible(page)
    await present.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.getByText('Kontot är raderat.').waitFor()
    await expectAccessible(page)
    expect((await new Visitor(admin.base).login('slutar')).status).toBe(401)
    await page.goto('/admin')
    await page.waitForURL(/\/admin\/login/)
    await page.context().close()
  })

  it('leaves a municipality, and logs in again', async () => {
    const page = await admin.as('flyttar')
    await page.goto('/admin/leaving')
    await page.getByRole('button', { name: /^Lämna / }).click()
    await page.getByRole('dialog').getByText('Alla dina behörigheter där tar slut').waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Lämna / })
      .click()
    await page.getByText(/^Du har lämnat /).waitFor()
    await page.getByRole('link', { name: 'Logga in' }).click()
    await page.waitForURL(/\/admin\/login/)
    await page.context().close()
  })

  it('is told what to do first as the last admin', async () => {
    const page = await admin.as('foreningsadmin')
    await page.goto('/admin/leaving')
    await page.getByText('Lämna över föreningen först').waitFor()
    expect(await page.getByRole('button', { name: 'Radera kontot' }).count()).toBe(0)
    await expectAccessible(page)
    await page.context().close()
  })

  it.each(readers)('reads it in $language', async ({ language, width, title, goes }) => {
    const page = await admin.as(`skribent-${language}`, width)
    await page.goto('/admin/leaving')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByText(goes).first().waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await page.context().close()
  })
})
