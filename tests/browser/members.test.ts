import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApprovedOrganisation } from '../support/approved.js'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  newContext,
  startAdmin,
  widths,
  type Admin,
} from '../support/browser.js'
import { tabTo } from '../support/keyboard.js'
import { look } from '../support/look.js'
import { makeAccount } from '../support/people.js'
import type { Payload } from '../support/torg.js'

let admin: Admin
const languages = ['sv', 'nb', 'en'] as const

/** It was confirmed 400 days ago. */
async function setOverdue(payload: Payload, organisation: string): Promise<void> {
  const at = new Date(Date.now() - 400 * 86_400_000).toISOString()
  await payload.db.updateOne({
    collection: 'organisations',
    where: { id: { equals: organisation } },
    data: { confirmedAt: at, confirmKey: `${at} ${organisation}` },
    options: { atomic: true },
  } as never)
}

/** For each language a choir of its own, whose confirmation is overdue, with an admin and a singer. */
async function setChoirs(payload: Payload): Promise<void> {
  const first = async (collection: 'municipalities' | 'organisations') =>
    String((await payload.find({ collection: collection as 'events', limit: 1 })).docs[0]!.id)
  const municipality = await first('municipalities')
  await setOverdue(payload, await first('organisations'))
  for (const language of languages) {
    const organisation = await makeApprovedOrganisation(payload, municipality, `Kören Klang ${language}`)
    await setOverdue(payload, organisation)
    for (const [name, role] of [
      ['ledare', 'organisation-admin'],
      ['sangare', 'contributor'],
    ] as const) {
      const { id } = await makeAccount(payload, {
        username: `${name}-${language}`,
        role,
        municipality,
        organisation,
      })
      await payload.db.updateOne({ collection: 'accounts', id, data: { language } })
    }
  }
}

const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
const inDialogue = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('dialog').waitFor()
  await press(page, name)
}
const desk = async (page: Page) => {
  await page.goto('/admin')
  await page.locator('#torg-coming').waitFor()
}

describeInBrowser('the logins of an organisation, by the keyboard alone on a telephone', () => {
  beforeAll(async () => {
    admin = await startAdmin(setChoirs)
  }, 400_000)
  afterAll(() => admin?.stop())

  it('its details are confirmed with one press, and the desk asks no more', async () => {
    const page = await admin.as('foreningsadmin', widths.telephone)
    await desk(page)
    await page.getByRole('heading', { name: 'Stämmer uppgifterna om IF Ekby?' }).waitFor()
    await press(page, 'Ja, allt stämmer')
    await page.getByRole('heading', { name: 'Stämmer uppgifterna' }).waitFor({ state: 'detached' })
    await page.locator('[role="status"]', { hasText: 'Bekräftat. Tack!' }).first().waitFor()
    await page.context().close()
  })

  it('somebody is invited, logs in by the code, is handed the organisation, and the former admin leaves', async () => {
    const page = await admin.as('foreningsadmin', widths.telephone)
    await desk(page)
    await press(page, 'Inloggningar')
    await page.getByRole('heading', { name: 'Vilka som har en inloggning' }).waitFor()
    // As the only admin nobody can leave; it says what to do instead.
    await page.getByText('Du är den enda administratören', { exact: false }).waitFor()
    await press(page, 'Bjud in någon')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Användarnamn')
    await page.keyboard.type('kassör@ekby.example')
    await press(page, 'Skapa koden')
    await expect.poll(() => page.getByLabel('Användarnamn').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Användarnamn').focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('kassor')
    await look(page, 'invite')
    await press(page, 'Skapa koden')
    const code = (await page.locator('.torg-one-time-code').textContent())!.trim()
    await page.getByText('3. Användarnamn: kassor', { exact: false }).waitFor()
    await look(page, 'told')
    await inDialogue(page, 'Stäng')
    const line = page.locator('[data-member="kassor"]')
    await line.getByText('Har inte loggat in än.', { exact: false }).waitFor()
    await press(page, 'Lämna över: kassor')
    await page.getByRole('dialog').getByText('kassor får frågan i sin översikt', { exact: false }).waitFor()
    await look(page, 'hand-over')
    await inDialogue(page, 'Lämna över')
    await page.getByText('kassor är tillfrågad om att ta över', { exact: false }).waitFor()
    await look(page, 'members')

    const context = await newContext(admin.browser, admin.base, widths.telephone)
    const successor = await context.newPage()
    await successor.goto('/admin/login')
    await press(successor, 'Jag har fått en engångskod')
    await tabTo(successor, 'Användarnamn eller e-postadress')
    await successor.keyboard.type('kassor')
    await tabTo(successor, 'Engångskod')
    await successor.keyboard.type(code)
    await successor.keyboard.press('Enter')
    await tabTo(successor, 'Nytt lösenord')
    await successor.keyboard.type('en lång mening om att hålla i kassan')
    await successor.keyboard.press('Enter')
    await successor
      .getByRole('heading', { name: 'foreningsadmin vill lämna över IF Ekby till dig' })
      .waitFor()
    await look(successor, 'offered')
    await press(successor, 'Ja, jag tar över')
    await successor.waitForURL(/\/admin\/members$/)
    await successor
      .locator('[data-member="kassor"]')
      .getByText('Föreningsadministratör', { exact: true })
      .waitFor()

    // What it may do has changed, so whoever handed over logs in anew.
    const former = await admin.as('foreningsadmin', widths.telephone)
    await former.goto('/admin/members')
    await former.getByRole('heading', { name: 'Din inloggning' }).waitFor()
    expect(await former.locator('[data-member]').count()).toBe(1)
    await press(former, 'Lämna IF Ekby')
    await former.getByRole('dialog').getByText('Du loggas ut på en gång', { exact: false }).waitFor()
    await look(former, 'leave')
    await inDialogue(former, 'Lämna IF Ekby')
    await former.waitForURL(/\/admin\/login/)
    await successor.goto('/admin/members')
    await successor.locator('[data-member="kassor"]').waitFor()
    expect(await successor.locator('[data-member="foreningsadmin"]').count()).toBe(0)
    // The admin of the municipality, who answers for all of them, reaches the page by the organisation's name.
    const town = await admin.as('kommunadmin')
    await town.goto(`/admin/members?organisation=${admin.ids.organisation}`)
    await town.getByRole('button', { name: 'Gör till skribent: kassor' }).waitFor({ state: 'detached' })
    await town.locator('[data-member="kassor"]').waitFor()
    await look(town, 'members-town-1280')
    for (const one of [page, successor, former, town]) await one.context().close()
  })

  const readers = [
    { language: 'sv', width: widths.telephone, theme: 'dark' },
    { language: 'nb', width: widths.telephone, theme: 'light' },
    { language: 'en', width: widths.desk, theme: 'dark' },
  ] as const

  describe.each(readers)('in $language at $width.width pixels, $theme', ({ language, width, theme }) => {
    it('break no rule of WCAG 2.2 AA, and fit', async () => {
      const shown = async (name: string) => {
        const page = await admin.as(`${name}-${language}`, width)
        await page.context().addCookies([{ name: 'payload-theme', value: theme, url: admin.base }])
        await page.emulateMedia({ colorScheme: theme })
        return page
      }
      const good = async (page: Page) => {
        await expectAccessible(page)
        await expectToFit(page)
      }
      const page = await shown('ledare')
      await desk(page)
      await page.locator('.torg-asks').waitFor()
      await good(page)
      await page.goto('/admin/members')
      const singer = page.locator(`[data-member="sangare-${language}"]`)
      const closes = page.locator('dialog .torg-buttons button').last()
      await singer.locator('summary').click()
      await singer.locator('h3').waitFor()
      await good(page)
      for (let index = 0; index < 3; index += 1) {
        await singer.locator('.torg-next__do button').nth(index).click()
        await page.getByRole('dialog').waitFor()
        await good(page)
        await closes.click()
      }
      await singer.locator('.torg-next__do button').nth(1).click()
      await page.locator('dialog .torg-button--primary').click()
      await page.locator('.torg-offer-out').waitFor()
      await look(page, `members-${language}`)
      await page.locator('.torg-button--large', { hasText: /Bjud|Inviter|Invite/ }).click()
      await good(page)
      await page.locator('dialog input[name="member-username"]').fill(`ny-${language}`)
      await page.locator('dialog .torg-button--primary').click()
      await page.locator('.torg-one-time-code').waitFor()
      await good(page)
      const offered = await shown('sangare')
      await desk(offered)
      await offered.locator('.torg-asks').waitFor()
      await good(offered)
      await offered.goto('/admin/members')
      await offered.locator('.torg-asks').waitFor()
      await good(offered)
      for (const one of [page, offered]) await one.context().close()
    })
  })
})
