import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, newContext, startAdmin, widths, type Admin } from '../support/browser.js'
import { password } from '../support/torg.js'

let admin: Admin

async function logIn(name: string) {
  const context = await newContext(admin.browser, admin.base, widths.desk)
  const page = await context.newPage()
  await page.goto('/admin/login')
  await page.locator('input[name="username"]').fill(name)
  await page.locator('input[name="password"]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/?$/)
  return page
}

describeInBrowser('logging in', () => {
  beforeAll(async () => {
    admin = await startAdmin()
  })
  afterAll(() => admin?.stop())

  it('works with a username and no e-mail, and shows what concerns an author', async () => {
    const page = await logIn('skribent')
    await page.getByRole('link', { name: 'Nytt evenemang' }).waitFor()
    const navigation = await page.locator('nav').first().textContent()
    expect(navigation).toContain('Evenemang')
    expect(navigation).not.toContain('Konton')
    expect(navigation).not.toContain('Beslutslogg')
    await page.context().close()
  })

  it('answers an address that cannot be read as what it is', async () => {
    for (const address of ['/admin/%E0%A4%A', '/admin/%', '/%c3%28'])
      expect((await fetch(admin.base + address)).status, address).toBe(400)
  })

  it('works with a role address', async () => {
    const page = await logIn('kultur@ekby.example')
    await page.getByRole('heading', { name: /^Väntar/ }).waitFor()
    await page.context().close()
  })

  it('shows the admin in the language of the account', async () => {
    const norwegian = await logIn('editor-nb')
    await norwegian.getByRole('heading', { name: 'Oversikt' }).waitFor()
    expect(await norwegian.locator('html').getAttribute('lang')).toBe('nb')
    await norwegian.context().close()
    const english = await logIn('editor-en')
    await english.getByRole('heading', { name: 'Overview' }).waitFor()
    await english.getByRole('link', { name: 'New event' }).waitFor()
    await english.context().close()
  })

  it('is refused with a wrong password, without saying which part was wrong', async () => {
    const context = await newContext(admin.browser, admin.base, widths.desk)
    const page = await context.newPage()
    await page.goto('/admin/login')
    await page.locator('input[name="username"]').fill('skribent')
    await page.locator('input[name="password"]').fill('inte rätt lösenord alls')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'Namnet, lösenordet eller koden stämmer inte' }).waitFor()
    expect(page.url()).toContain('/admin/login')
    await context.close()
  })

  it('is asked of strangers on every page', async () => {
    const context = await newContext(admin.browser, admin.base, widths.desk)
    const page = await context.newPage()
    for (const address of ['/admin', '/admin/collections/events', '/admin/collections/events/create']) {
      await page.goto(address)
      await page.waitForURL(/\/admin\/login/)
    }
    await context.close()
  })
})
