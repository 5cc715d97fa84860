import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApprovedOrganisation } from '../support/approved.js'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  newContext,
  startAdmin,
  widths,
  writeEvent,
  type Admin,
} from '../support/browser.js'
import { makeAccount } from '../support/people.js'
import { act, ask } from '../support/queue-stage.js'
import type { Payload } from '../support/torg.js'

let admin: Admin

/** A choir beside the association, and somebody who lets organisations in. */
async function setMore(payload: Payload): Promise<void> {
  const { docs } = await payload.find({ collection: 'municipalities' as 'events', limit: 1 })
  const municipality = String(docs[0]!.id)
  const organisation = await makeApprovedOrganisation(payload, municipality, 'Kören Klang')
  await makeAccount(payload, { username: 'korist', role: 'contributor', municipality, organisation })
  await makeAccount(payload, {
    username: 'inbjudare',
    role: 'editor',
    municipality,
    approvesOrganisations: true,
  })
}

const copied = (page: Page, words: string) => page.locator('.torg-copied', { hasText: words }).waitFor()
const byHand = 'Det gick inte att kopiera. Texten är markerad'
const selected = (page: Page) => page.evaluate(() => window.getSelection()?.toString().trim() ?? '')
/** As over plain http: the browser has no clipboard there. */
const withoutClipboard = (page: Page) =>
  page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }))

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}

async function guest(): Promise<Page> {
  const context = await newContext(admin.browser, admin.base, widths.telephone)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  return context.newPage()
}

describeInBrowser('what came of it is said', () => {
  beforeAll(async () => {
    admin = await startAdmin(setMore)
  }, 400_000)
  afterAll(() => admin?.stop())

  it('of copying the reference of an application, by www in its address; and declined it is applied for again', async () => {
    const page = await guest()
    await page.goto('/admin/apply/ekby')
    await page.getByLabel('Organisationens namn').fill('Schackklubben')
    await page.getByLabel('Webbplats').fill('www.schack.example')
    await page.getByText('Till exempel www.klubben.se').waitFor()
    await page.getByLabel('Vi följer husreglerna', { exact: false }).check()
    await page.getByRole('button', { name: 'Skicka ansökan' }).click()
    const code = page.locator('.torg-one-time-code')
    await code.waitFor()
    const reference = (await code.textContent())!.trim()
    await page.getByRole('button', { name: 'Kopiera' }).click()
    await copied(page, 'Kopierat.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reference)
    await withoutClipboard(page)
    await page.getByRole('button', { name: 'Kopiera' }).click()
    await copied(page, byHand)
    expect(await selected(page)).toBe(reference)
    await expectGood(page)

    const decider = await admin.as('inbjudare')
    const { items } = await ask<{ items: { id: string; title: string }[] }>(
      decider,
      admin,
      'GET',
      '/api/moderation/queue?reason=application',
    )
    const { id } = items.find(({ title }) => title === 'Schackklubben')!
    await act(decider, admin, `organisations/${id}`, 'decline', { message: 'Ni finns i en annan kommun.' })
    await page.getByRole('link', { name: 'Följ ansökan' }).click()
    await page.getByText('Ni finns i en annan kommun.').waitFor()
    await expectGood(page)
    await page.getByRole('link', { name: 'Ansök igen' }).click()
    await page.waitForURL(/\/admin\/apply\/ekby$/)
    await page.getByRole('heading', { name: 'Ansök om att få publicera' }).waitFor()
    await decider.context().close()
    await page.context().close()
  })

  it('of copying an invitation, the references of a list, and a link to a preview', async () => {
    const page = await admin.as('foreningsadmin', widths.telephone)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/admin/members')
    await page.getByRole('button', { name: 'Bjud in någon' }).click()
    await page.getByLabel('Användarnamn').fill('ny-kassor')
    await page.getByRole('button', { name: 'Skapa koden' }).click()
    const copy = page.getByRole('dialog').getByRole('button', { name: 'Kopiera' })
    await copy.click()
    await copied(page, 'Kopierat.')
    await withoutClipboard(page)
    await copy.click()
    await copied(page, byHand)
    expect(await selected(page)).toContain('ny-kassor')
    await expectGood(page)
    await page.context().close()

    const decider = await admin.as('inbjudare')
    await decider.goto('/admin/moderation/invite')
    await decider.getByRole('link', { name: '/admin/apply/ekby' }).waitFor()
    await decider.getByLabel('Organisationer', { exact: true }).fill('Bygdegården')
    await decider.getByRole('button', { name: 'Titta igenom' }).click()
    await decider.getByRole('button', { name: /^Bjud in \d/ }).click()
    await decider.locator('.torg-invites__given').waitFor()
    await withoutClipboard(decider)
    await decider.getByRole('button', { name: 'Kopiera' }).click()
    await copied(decider, byHand)
    expect(await selected(decider)).toContain('Bygdegården')
    await decider.context().close()

    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Att dela' }, false)
    await author.goto(`/admin/collections/events/${id}`)
    await author.locator('.torg-share summary').click()
    await author.getByRole('button', { name: 'Skapa länk' }).click()
    await author.locator('.torg-share__made input').waitFor()
    await withoutClipboard(author)
    await author.locator('.torg-share__made').getByRole('button', { name: 'Kopiera' }).click()
    await copied(author, byHand)
    await author.context().close()
  })

  it('of taking the own name off: a refusal as one, in the language of the reader; done, the button is gone', async () => {
    const singer = await admin.as('korist')
    const editor = await admin.as('redaktor')
    const title = 'Tillsammans på torget'
    const event = await writeEvent(singer, admin, { title, coOrganisers: [admin.ids.organisation] })
    await act(editor, admin, `events/${event}`, 'approve')
    const page = await admin.as('foreningsadmin')
    await page.goto('/admin/notices')
    const entry = page.locator('.torg-notice', { hasText: title })
    const button = entry.getByRole('button', { name: 'Ta bort vårt namn' })
    const door = '**/actions/step-aside'
    await page.route(door, (route) =>
      route.fulfill({ status: 503, json: { code: 'unavailable', detail: 'The server is away.' } }),
    )
    await button.click()
    const refusal = page.locator('.toast-error, [data-type="error"]')
    await refusal.getByText('Servern svarar inte.', { exact: false }).waitFor()
    expect(await page.getByText('The server is away.').count()).toBe(0)
    expect(await button.count()).toBe(1)
    await page.unroute(door)
    await button.click()
    await page.getByText(`Ert namn är borttaget: ${title}`).first().waitFor()
    await button.waitFor({ state: 'detached' })
    // What was pressed is gone; whoever goes on by keyboard stands at the notice.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(title)
    await page.reload()
    await entry.waitFor()
    expect(await button.count()).toBe(0)
    await expectGood(page)
    for (const one of [singer, editor, page]) await one.context().close()
  })

  it('of saying no to an organisation that was offered, on the desk', async () => {
    const giver = await admin.as('foreningsadmin')
    const taker = await admin.as('skribent')
    const { user } = await ask<{ user: { id: string } }>(taker, admin, 'GET', '/api/accounts/me')
    const door = `/api/organisations/${admin.ids.organisation}/members/${user.id}/actions/hand-over`
    await ask(giver, admin, 'POST', door, {})
    await taker.goto('/admin')
    await taker.getByRole('button', { name: 'Nej tack' }).click()
    await taker.getByText('Du har tackat nej. Inget är ändrat.').first().waitFor()
    expect(new URL(taker.url()).pathname).toBe('/admin')
    await taker.getByRole('button', { name: 'Nej tack' }).waitFor({ state: 'detached' })
    for (const one of [giver, taker]) await one.context().close()
  })
})
