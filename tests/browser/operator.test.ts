import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, newContext, startAdmin, widths, type Admin } from '../support/browser.js'
import { Visitor } from '../support/people.js'
import { password } from '../support/torg.js'

let admin: Admin

describeInBrowser('an operator', () => {
  beforeAll(async () => {
    admin = await startAdmin()
  })
  afterAll(() => admin?.stop())

  it('makes a municipality and its first admin, who can log in and run it', async () => {
    const page = await admin.as('driften')
    await page.goto('/admin/collections/municipalities/create')
    await page.locator('#field-name').fill('Nyby kommun')
    await page.locator('#field-slug').fill('nyby')
    await page.getByLabel('Svenska').check()
    await page.locator('#action-save').click()
    await page.waitForURL(/municipalities\/[0-9a-f-]{30,}/)
    await page.goto('/admin/collections/accounts/create')
    await page.locator('#field-username').fill('nyby-admin')
    await page.locator('#field-homeMunicipality').selectOption({ label: 'Nyby kommun' })
    await page.locator('#action-save').click()
    await page.waitForURL(/accounts\/[0-9a-f-]{20,}/)
    expect(page.url()).not.toContain('notFound')
    const account = page.url()
    await page.goto('/admin/collections/memberships/create')
    await page.locator('#field-account').selectOption({ label: 'nyby-admin' })
    await page.locator('#field-role').selectOption('municipality-admin')
    await page.locator('#field-municipality').selectOption({ label: 'Nyby kommun' })
    await page.locator('#action-save').click()
    await page.waitForURL(/memberships\/[0-9a-f-]{30,}/)
    expect(page.url()).not.toContain('notFound')
    await page.goto(account)
    await page.getByRole('button', { name: 'Ge en engångskod' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ge en engångskod' }).click()
    const code = (await page.locator('.torg-one-time-code').textContent())!
    await page.context().close()

    const context = await newContext(admin.browser, admin.base, widths.desk)
    const first = await context.newPage()
    await first.goto('/admin/login')
    await first.locator('input[name="username"]').fill('nyby-admin')
    await first.getByRole('button', { name: 'Jag har fått en engångskod' }).click()
    await first.locator('input[name="one-time-code"]').fill(code)
    await first.keyboard.press('Enter')
    await first.locator('input[name="new-password"]').fill(password)
    await first.keyboard.press('Enter')
    await first.waitForURL(/\/admin\/?$/)
    await first.getByText('Kommunadministratör · Nyby kommun').waitFor()
    await context.close()
  })

  it('closes a municipality and opens it again by buttons that say what follows', async () => {
    const page = await admin.as('driften')
    const citizen = new Visitor(admin.base)
    await page.goto(`/admin/collections/municipalities/${admin.ids.municipality}`)
    const bar = page.locator('.torg-actions')
    for (const [name, status] of [
      ['Stäng kommunen', 410],
      ['Öppna kommunen igen', 200],
    ] as const) {
      await bar.getByRole('button', { name }).click()
      await page.getByRole('dialog').getByRole('button', { name }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(async () => (await citizen.get('/feed/v1/ekby')).status).toBe(status)
    }
    await page.context().close()
    const editor = await admin.as('redaktor')
    const list = await editor.request.get(`/api/municipalities/${admin.ids.municipality}/actions`, {
      headers: { Origin: admin.base },
    })
    expect(await list.json()).toMatchObject({ state: 'open', actions: [] })
    await editor.context().close()
  })
})
