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
import { dateIn } from '../support/days.js'

let admin: Admin

/** Goes to something with the keyboard's focus, and presses Enter. */
async function press(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await page.getByRole(role, { name }).focus()
  await page.keyboard.press('Enter')
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

describeInBrowser('the terms for those who publish', () => {
  beforeAll(async () => {
    admin = await startAdmin()
  })
  afterAll(() => admin?.stop())

  it('are published by the admin with the keyboard alone, from a telephone', async () => {
    const page = await admin.as('kommunadmin', widths.telephone)
    await page.goto('/admin/policies')
    await page.getByText('Kommunen har inga villkor än.').waitFor()
    await page.getByLabel('Gäller från och med').fill(dateIn(0))
    await fill(page, 'Villkoren på svenska', 'Skriv det som angår alla.')
    await press(page, 'button', 'Publicera versionen')
    // What is missing is asked for where it is missing.
    expect(await page.getByLabel('Villkoren på engelska').evaluate((area) => area.matches(':invalid'))).toBe(
      true,
    )
    await fill(page, 'Villkoren på engelska', 'Write what concerns everybody.')
    await expectAccessible(page)
    await expectToFit(page)
    await press(page, 'button', 'Publicera versionen')
    await page.getByRole('heading', { name: 'Version 1' }).waitFor()
    await page.getByLabel('Vad som ändras, på svenska').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await page.context().close()
  })

  it('are a step of submitting, and the submission goes on from there', async () => {
    const page = await admin.as('skribent', widths.telephone)
    const id = await writeEvent(page, admin, {}, false)
    await page.goto(`/admin/collections/events/${id}`)
    await page.locator('.torg-situation').waitFor()
    await press(page, 'button', /^Skicka in/)
    const dialogue = page.getByRole('dialog')
    await dialogue.getByRole('heading', { name: 'Först: kommunens villkor' }).waitFor()
    const send = dialogue.getByRole('button', { name: /^Skicka in/ })
    expect(await send.isDisabled()).toBe(true)
    await dialogue.getByText('Läs villkoren').focus()
    await page.keyboard.press('Enter')
    await dialogue.getByText('Skriv det som angår alla.').waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await dialogue.getByRole('button', { name: 'Jag godkänner villkoren' }).focus()
    await page.keyboard.press('Enter')
    const said = dialogue.getByText('Du har godkänt villkoren.')
    await said.waitFor()
    await expect.poll(() => said.evaluate((line) => line === document.activeElement)).toBe(true)
    await send.focus()
    await page.keyboard.press('Enter')
    await dialogue.waitFor({ state: 'detached' })
    const state = async () =>
      (
        (await (await page.request.get(`/api/events/${id}`, { headers: { Origin: admin.base } })).json()) as {
          state: string
        }
      ).state
    await expect.poll(state).toBe('in-review')
    await page.context().close()
  })

  it.each([
    [
      'skribent-nb',
      'Godta vilkårene for ekby kommun',
      'Jeg godtar vilkårene',
      'Write what concerns everybody.',
    ],
    [
      'skribent-en',
      'Accept the terms of ekby kommun',
      'I accept the terms',
      'Write what concerns everybody.',
    ],
  ])('stand on the desk of %s until they are accepted', async (account, title, button, text) => {
    const page = await admin.as(account, widths.telephone)
    await page.goto('/admin')
    const panel = page.getByRole('region', { name: title })
    await panel.waitFor()
    if (account === 'skribent-en') {
      await panel.locator('summary').press('Enter')
      await panel.getByText(text).waitFor()
    }
    await expectAccessible(page)
    await expectToFit(page)
    await press(page, 'button', button)
    await panel.waitFor({ state: 'detached' })
    expect(await page.locator('h1').evaluate((heading) => heading === document.activeElement)).toBe(true)
    await page.context().close()
  })
})
