import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  newContext,
  startAdmin,
  widths,
  type Admin,
} from '../support/browser.js'
import { codeOf, giveDevice } from '../support/devices.js'
import { look } from '../support/look.js'
import { makeAccount, makeMunicipality } from '../support/people.js'
import { password } from '../support/torg.js'

let admin: Admin
/** What the telephone of the admin shows codes of. */
let adminsPhone: string
const chosen = 'havet är blått i november'

async function loginPage(viewport: { width: number; height: number } = widths.desk): Promise<Page> {
  const context = await newContext(admin.browser, admin.base, viewport)
  const page = await context.newPage()
  await page.goto('/admin/login')
  await page.locator('input[name="username"]').fill('kultur')
  return page
}

/** The secret that a camera reads from the page. */
async function scanned(page: Page): Promise<string> {
  const picture = await page.locator('.torg-qr').screenshot()
  const { data, info } = await sharp(picture)
    .resize(600)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const address = new URL(decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) }))
  expect(decodeURIComponent(address.pathname)).toContain(':kultur')
  return address.searchParams.get('secret')!
}

/** Gives a code on the page of the account, as its municipality's admin. */
async function codeFromAdmin(page: Page, id: string, choose?: string): Promise<string> {
  await page.goto(`/admin/collections/accounts/${id}`)
  await page.getByRole('button', { name: 'Ge en engångskod' }).click()
  const dialogue = page.getByRole('dialog')
  if (choose) {
    await dialogue.getByLabel(choose).check()
    await dialogue.getByLabel('Vad ska enheten heta?').fill('Biblioteket')
  }
  await expectAccessible(page)
  await look(page, `ask-${choose ? 'device' : 'password'}`)
  await dialogue.getByRole('button', { name: 'Ge en engångskod' }).click()
  const code = (await page.locator('.torg-one-time-code').textContent())!
  await look(page, 'code-shown')
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  await page.getByRole('button', { name: 'Stäng', exact: true }).click()
  return code
}

describeInBrowser('a second factor', () => {
  let account: string
  let first: string

  beforeAll(async () => {
    admin = await startAdmin(async (payload) => {
      const municipality = String((await makeMunicipality(payload, { slug: 'sakby', demo: false })).id)
      const chief = { username: 'chefen', role: 'municipality-admin', municipality, demo: false } as const
      adminsPhone = await giveDevice(payload, String((await makeAccount(payload, chief)).id))
      const editor = {
        username: 'kultur',
        role: 'editor',
        kind: 'role',
        municipality,
        demo: false,
        password: null,
      } as const
      account = String((await makeAccount(payload, editor)).id)
    })
  })
  afterAll(() => admin?.stop())

  let chief: Page
  it('is asked of the admin, by keyboard alone', async () => {
    chief = await loginPage()
    await chief.locator('input[name="username"]').fill('chefen')
    await chief.keyboard.press('Tab')
    await chief.keyboard.type(password)
    await chief.keyboard.press('Enter')
    const code = chief.locator('input[name="code"]')
    await code.waitFor()
    await expectAccessible(chief)
    await look(chief, 'code')
    // The field has the focus: nothing is clicked.
    await chief.keyboard.type('000000')
    await chief.keyboard.press('Enter')
    await chief.getByRole('alert').filter({ hasText: 'Koden stämmer inte' }).waitFor()
    await chief.keyboard.type(codeOf(adminsPhone))
    await chief.keyboard.press('Enter')
    await chief.waitForURL(/\/admin\/?$/)
  })

  it('is added from a one-time code, without any e-mail', async () => {
    const code = await codeFromAdmin(chief, account)
    const page = await loginPage(widths.telephone)
    await expectAccessible(page)
    await look(page, 'login-telephone')
    await page.getByRole('button', { name: 'Jag har fått en engångskod' }).click()
    await page.locator('input[name="one-time-code"]').fill(code.toLowerCase().replaceAll('-', ' '))
    await look(page, 'one-time-code-telephone')
    await page.keyboard.press('Enter')
    await page.locator('input[name="new-password"]').fill('sommarsommarsommar')
    await page.keyboard.press('Enter')
    await page.getByText('Det lösenordet gissar andra först').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await look(page, 'new-password-telephone')
    await page.locator('input[name="new-password"]').fill(chosen)
    await page.keyboard.press('Enter')
    await page.locator('.torg-qr').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await look(page, 'device-telephone')
    first = await scanned(page)
    await page.locator('input[name="label"]').fill('Växeln')
    await page.locator('input[name="code"]').fill(codeOf(first))
    await page.keyboard.press('Enter')
    await page.locator('.torg-codes').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await look(page, 'recovery-telephone')
    expect(await page.locator('.torg-codes li').count()).toBe(10)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Ladda ner som text' }).click()
    expect((await download).suggestedFilename()).toBe('torg-kultur.txt')
    await page.getByRole('button', { name: 'Jag har sparat dem' }).click()
    await page.waitForURL(/\/admin\/?$/)
    await page.getByRole('heading', { name: /^Väntar/ }).waitFor()
    await page.context().close()
  })

  it('is two for a role account that two people hold, and the log says which of them acted', async () => {
    const code = await codeFromAdmin(chief, account, 'För en enhet till på samma konto')
    const page = await loginPage()
    await page.locator('input[name="password"]').fill(chosen)
    await page.keyboard.press('Enter')
    await page.locator('input[name="code"]').fill(code)
    await page.keyboard.press('Enter')
    const second = await scanned(page)
    expect(second).not.toBe(first)
    await look(page, 'device-desk')
    // Called as the admin called it.
    expect(await page.locator('input[name="label"]').inputValue()).toBe('Biblioteket')
    await page.locator('input[name="code"]').fill(codeOf(second))
    await page.keyboard.press('Enter')
    // There are recovery codes already: nothing more is shown.
    await page.waitForURL(/\/admin\/?$/)
    await page.goto('/admin/account')
    await page.getByText('Enhet 2: Biblioteket').waitFor()
    await page.getByText('Enhet 1: Växeln').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await look(page, 'account-desk')
    await page.setViewportSize(widths.telephone)
    await expectAccessible(page)
    await expectToFit(page)
    await look(page, 'account-telephone')
    await page.context().close()
    await chief.goto(`/admin/collections/accounts/${account}`)
    await chief.getByText('Enhet 2: Biblioteket').waitFor()
    await expectAccessible(chief)
    await look(chief, 'care-desk')
    expect(await chief.locator('#field-lastActive').inputValue()).toBe(new Date().toISOString().slice(0, 10))
    const log = await chief.request.get('/api/moderation-log?where[action][equals]=log-in&limit=100', {
      headers: { Origin: admin.base },
    })
    const { docs } = (await log.json()) as { docs: { document: string; device: number }[] }
    const devices = docs.filter(({ document }) => document === account).map(({ device }) => device)
    expect(devices.sort()).toEqual([1, 2])
  })

  it('is changed with everything beside it on the own page, by keyboard', async () => {
    const page = await loginPage()
    await page.locator('input[name="password"]').fill(chosen)
    await page.keyboard.press('Enter')
    await page.locator('input[name="code"]').fill(codeOf(first, 1))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/admin\/?$/)
    await page.goto('/admin/account')
    const open = page.getByRole('button', { name: 'Byt lösenord' })
    await open.focus()
    await page.keyboard.press('Enter')
    const dialogue = page.getByRole('dialog')
    await dialogue.locator('input[name="present"]').fill('fel lösenord helt och hållet')
    await dialogue.locator('input[name="new-password"]').fill('kex-9tqm')
    await page.keyboard.press('Enter')
    await dialogue.getByText('Det här är inte ditt nuvarande lösenord').waitFor()
    await expectAccessible(page)
    await look(page, 'change-password')
    await dialogue.locator('input[name="present"]').fill(chosen)
    await page.keyboard.press('Enter')
    await page.getByText('Lösenordet är bytt').waitFor()
    await page.context().close()
  })
})
