import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  newContext,
  startAdmin,
  widths,
  type Admin,
} from '../support/browser.js'
import { makeAccount } from '../support/people.js'
import type { Payload } from '../support/torg.js'

let admin: Admin
const languages = ['sv', 'nb', 'en'] as const
const kommun = '/admin/apply/ekby'

/** Editors who invite, one in each language, and a municipality that speaks all three. */
async function setInviters(payload: Payload): Promise<void> {
  const found = await payload.find({ collection: 'municipalities' as 'events', limit: 1 })
  const municipality = String(found.docs[0]!.id)
  const asSystem = { context: { asSystem: true }, overrideAccess: true } as const
  await payload.update({
    collection: 'municipalities' as 'events',
    id: municipality,
    data: { languages: [...languages] } as never,
    ...asSystem,
  })
  for (const language of languages) {
    const username = `inbjudare-${language}`
    const role = { role: 'editor', municipality, approvesOrganisations: true } as const
    const { id } = await makeAccount(payload, { username, ...role })
    await payload.db.updateOne({ collection: 'accounts', id, data: { language } })
  }
}

/** A page of somebody who has no account. */
async function stranger(viewport: { width: number; height: number }, locale = 'sv-SE'): Promise<Page> {
  const context = await newContext(admin.browser, admin.base, viewport, { locale })
  return context.newPage()
}

/** Keeps the scripts of the next page back until they are released. */
async function holdScripts(page: Page): Promise<{ held: () => number; release: () => void }> {
  let held = 0
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js*', async (route) => {
    held += 1
    await released
    await route.continue()
  })
  return { held: () => held, release }
}

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}

describeInBrowser('applying', () => {
  beforeAll(async () => {
    admin = await startAdmin(setInviters)
  }, 400_000)
  afterAll(() => admin?.stop())

  it('an association applies from a telephone, follows it by its reference, is approved, logs in and is at its desk', async () => {
    const page = await stranger(widths.telephone)
    await page.goto(kommun)
    await page.getByRole('heading', { name: 'Ansök om att få publicera' }).waitFor()
    // Of one that is called alike it is told while it types, and of a number that cannot be.
    await page.getByLabel('Organisationens namn').fill('Ekby')
    await page.getByText('Finns redan med liknande namn: IF Ekby').waitFor()
    await page.getByLabel('Organisationens namn').fill('Kören Klang')
    await page.getByLabel('Organisationsnummer').fill('802002-4281')
    await expect.poll(() => page.getByLabel('Organisationsnummer').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Organisationsnummer').fill('802002-4280')
    await page.getByLabel('Meddelande till kommunen').fill('Vi sjunger varje tisdag.')
    await page.getByRole('button', { name: 'Skicka ansökan' }).click()
    await page.getByText('Kryssa i att ni följer husreglerna.').waitFor()
    await expectGood(page)
    await page.getByLabel('Vi följer husreglerna', { exact: false }).check()
    await page.getByRole('button', { name: 'Skicka ansökan' }).click()
    await page.getByRole('heading', { name: 'Ansökan är skickad' }).waitFor()
    await expectGood(page)
    const reference = (await page.locator('.torg-one-time-code').textContent())!.trim()
    await page.getByRole('link', { name: 'Följ ansökan' }).click()
    await page.getByText('Ansökan väntar på kommunen.').waitFor()
    await expectGood(page)

    const editor = await admin.as('inbjudare-sv')
    await editor.goto('/admin/moderation')
    await editor.locator('[data-queue-key]', { hasText: 'Kören Klang' }).click()
    await editor.locator('.torg-decide').getByRole('button', { name: 'Godkänn organisationen' }).click()
    await editor.getByRole('dialog').getByRole('button', { name: 'Godkänn organisationen' }).click()
    await expect
      .poll(
        async () => {
          const answer = await page.request.post('/api/organisations/application', {
            data: { reference },
            headers: { Origin: admin.base },
          })
          return (await answer.json()).life
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe('approved')
    await editor.context().close()

    // Another day, with nothing but the reference.
    await page.goto(`${kommun}/follow`)
    await page.getByLabel('Referens').fill(reference)
    await page.getByRole('button', { name: 'Visa' }).click()
    await page.getByText('Kommunen har godkänt er.').waitFor()
    await page.getByLabel('Användarnamn').fill('klang@ekby.example')
    await page.getByRole('button', { name: 'Skapa inloggning' }).click()
    await expect.poll(() => page.getByLabel('Användarnamn').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Användarnamn').fill('klang')
    await expectGood(page)
    await page.getByRole('button', { name: 'Skapa inloggning' }).click()
    const code = (await page.locator('.torg-one-time-code').textContent())!.trim()
    await expectGood(page)
    await page.getByRole('link', { name: 'Logga in' }).click()
    await page.getByRole('button', { name: 'Jag har fått en engångskod' }).click()
    await page.getByLabel('Användarnamn eller e-postadress').fill('klang')
    await page.getByLabel('Engångskod', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Logga in' }).click()
    await page.getByLabel('Nytt lösenord').fill('en lång mening om att sjunga')
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await page.locator('#torg-coming').waitFor()
    await page.getByRole('link', { name: 'Nytt evenemang' }).waitFor()
    await page.context().close()
  })

  it('what was typed before the page was alive stays, on a slow line', async () => {
    const page = await admin.as('inbjudare-sv', widths.telephone)
    const { held, release } = await holdScripts(page)
    await page.goto('/admin/moderation/invite', { waitUntil: 'commit' })
    const list = page.getByLabel('Organisationer', { exact: true })
    await list.fill('Bygdegården; bygd@ekby.example')
    expect(held()).toBeGreaterThan(0)
    release()
    await page.getByRole('button', { name: 'Titta igenom' }).click()
    await page.locator('tbody tr', { hasText: 'Bygdegården' }).getByText('Kan bjudas in').waitFor()
    expect(await list.inputValue()).toBe('Bygdegården; bygd@ekby.example')
    await page.context().close()
  })

  it('a reference that was never given out says so, and a municipality that there is not, too', async () => {
    const page = await stranger(widths.desk)
    await page.goto(`${kommun}/follow#${'A'.repeat(22)}`)
    await page.getByText('Det finns ingen ansökan med den referensen').waitFor()
    await page.goto('/admin/apply/ingenstans')
    await page.getByRole('heading', { name: 'Det finns ingen sådan kommun här.' }).waitFor()
    await expectGood(page)
    await page.context().close()
  })

  it('an editor pastes a list, sees how it is read, sends it, and sees of each row what became of it', async () => {
    const page = await admin.as('inbjudare-sv')
    await page.goto('/admin/moderation')
    await page.getByRole('link', { name: 'Bjud in' }).click()
    await page
      .getByLabel('Organisationer', { exact: true })
      .fill('Schacksällskapet\t556677-8899\nBygdegården; bygd@ekby.example\nIF Ekby\nRodd; 802002-4280')
    await page.getByRole('button', { name: 'Titta igenom' }).click()
    const row = (name: string) => page.locator('tbody tr', { hasText: name })
    await row('Bygdegården').getByText('Kan bjudas in').waitFor()
    await row('IF Ekby').getByText('Finns redan med liknande namn: IF Ekby').waitFor()
    await expectGood(page)
    await page.getByRole('button', { name: /^Bjud in \d/ }).click()
    await row('Bygdegården').getByText('Inbjuden').waitFor()
    await page.getByText('Referenserna visas bara nu.', { exact: false }).waitFor()
    // A number that an organisation has already is refused, in its own row; the others are sent.
    await row('Rodd').getByText('Det finns redan.').waitFor()
    await expectGood(page)
    const reference = (await row('Bygdegården').locator('code').textContent())!
    // Whoever types on loses none of them.
    await page.getByLabel('Organisationer', { exact: true }).fill('En till')
    await page.locator('.torg-invites__given', { hasText: reference }).waitFor()
    const invited = await stranger(widths.telephone)
    await invited.goto(`${kommun}/follow#${reference}`)
    await invited.getByText('Kommunen har bjudit in er.', { exact: false }).waitFor()
    await invited.context().close()
    await page.context().close()
  })

  const locales = { sv: 'sv-SE', nb: 'nb-NO', en: 'en-GB' }
  describe.each(languages)('in %s', (language) => {
    it.each([widths.telephone, widths.desk])(
      'at $width pixels each page breaks no rule of WCAG 2.2 AA, and fits',
      async (width) => {
        const page = await stranger(width, locales[language])
        for (const part of ['', '/follow']) {
          await page.goto(kommun + part)
          await page.getByRole('heading', { level: 1 }).waitFor()
          expect(await page.locator('html').getAttribute('lang')).toBe(language)
          await expectGood(page)
        }
        await page.context().close()
        const editor = await admin.as(`inbjudare-${language}`, width)
        await editor.goto('/admin/moderation/invite')
        await editor.locator('#torg-invite-list').fill('Kanotklubben; kanot@ekby.example\nA\nIF Ekby')
        await editor.locator('.torg-workbench .torg-buttons button').first().click()
        const rows = editor.locator('tbody tr')
        await rows.nth(2).waitFor()
        expect(await rows.nth(1).locator('.torg-fault').count()).toBe(1)
        await expectGood(editor)
        await editor.context().close()
      },
    )
  })
})
