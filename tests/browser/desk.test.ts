import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  startAdmin,
  widths,
  writeEvent,
  type Admin,
} from '../support/browser.js'
import { tabTo, tabToField } from '../support/keyboard.js'
import { look } from '../support/look.js'
import { act, ask, writeChange } from '../support/queue-stage.js'
import { smallPicture } from '../support/two-municipalities.js'

let admin: Admin
let editor: Page
let author: Page

/** A whole minute some hours from now, as the API and as a form take it. */
const inHours = (hours: number): string => {
  const at = new Date(Date.now() + hours * 3_600_000)
  at.setUTCSeconds(0, 0)
  return at.toISOString().replace('.000Z', 'Z')
}

async function approved(title: string, more: object): Promise<string> {
  const id = await writeEvent(author, admin, { title, ...more })
  await act(editor, admin, `events/${id}`, 'approve')
  return id
}

const desk = async (page: Page) => {
  await page.goto('/admin')
  await page.locator('#torg-coming').waitFor()
}
const group = (page: Page, name: string) => page.locator(`[data-group="${name}"]`)

describeInBrowser('the desk of an association', () => {
  beforeAll(async () => {
    admin = await startAdmin()
    editor = await admin.as('redaktor')
    author = await admin.as('skribent')
  }, 240_000)
  afterAll(() => admin?.stop())

  it("tonight's training is called off from a telephone with three presses, and citizens see it", async () => {
    const start = inHours(4)
    const id = await approved('Innebandy', { start, end: inHours(5), recurrenceRule: 'FREQ=WEEKLY' })
    const page = await admin.as('foreningsadmin', widths.telephone)
    let questions = 0
    page.on('request', (request) => (questions += request.url().includes('/api/') ? 1 : 0))
    await desk(page)
    await page.waitForLoadState('networkidle')
    const atOpening = questions
    // The account, its preferences, the desk and how much is unread: not one more, whatever lies on it.
    expect(atOpening).toBeLessThanOrEqual(5)
    await page
      .getByRole('button', { name: /^Ställ in Innebandy/ })
      .first()
      .click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByText('Sjukdom').click()
    await dialogue.getByRole('button', { name: 'Ställ in nu' }).click()
    await dialogue.waitFor({ state: 'detached' })
    await page.locator('[data-off]', { hasText: 'Innebandy' }).getByText('Inställt').waitFor()
    const inFeed = async () => {
      const { occurrences } = await ask<{ occurrences: { start: string; status: string }[] }>(
        page,
        admin,
        'GET',
        `/feed/v1/ekby/events/${id}`,
      )
      return occurrences.slice(0, 2)
    }
    // Within a second.
    await expect
      .poll(async () => (await inFeed()).map(({ status }) => status))
      .toEqual(['cancelled', 'scheduled'])
    expect(Date.parse((await inFeed())[0]!.start)).toBe(Date.parse(start))
    await page.getByRole('button', { name: /^Blir av ändå: Innebandy/ }).click()
    await page.locator('[data-off]', { hasText: 'Innebandy' }).waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('that something is on after all is said where it is; a refusal as one, a change meanwhile as a warning', async () => {
    const id = await approved('Rundvandring', { start: inHours(28), end: null })
    await act(author, admin, `events/${id}`, 'announce', { status: 'cancelled', reason: 'illness' })
    const page = await admin.as('skribent')
    await desk(page)
    const again = page.getByRole('button', { name: /^Blir av ändå: Rundvandring/ }).first()
    const said = (kind: string) => page.locator(`.toast-${kind}, [data-type="${kind}"]`)
    const door = '**/actions/announce'
    const refuse = (status: number, code: string) =>
      page.route(door, (route) => route.fulfill({ status, json: { code, detail: 'No.' } }))
    for (const [status, code, kind, words] of [
      [503, 'unavailable', 'error', 'Servern svarar inte.'],
      [409, 'revision-conflict', 'warning', 'Någon har ändrat det under tiden.'],
    ] as const) {
      await refuse(status, code)
      const looked = page.waitForResponse((answer) => answer.url().endsWith('/api/desk'))
      await again.click()
      await said(kind).getByText(words, { exact: false }).waitFor()
      await looked
      expect(await said('success').count()).toBe(0)
      if (kind === 'error') expect(await page.getByText('Någon har ändrat det').count()).toBe(0)
      await page.unroute(door)
    }
    await again.click()
    await said('success').getByText('Blir av: Rundvandring.', { exact: false }).waitFor()
    await page.context().close()
  })

  it('an event that takes place once is called off whole, with the keyboard alone', async () => {
    const id = await approved('Loppmarknad', { start: inHours(30), end: null })
    const page = await admin.as('skribent')
    await desk(page)
    await tabTo(page, 'Ställ in Loppmarknad')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Arrangören har förhinder')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'Ställ in nu')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('[data-off]', { hasText: 'Loppmarknad' }).waitFor()
    const inFeed = async () => {
      const { status, statusReason } = await ask<{ status: string; statusReason: string }>(
        page,
        admin,
        'GET',
        `/feed/v1/ekby/events/${id}`,
      )
      return [status, statusReason]
    }
    await expect.poll(inFeed).toEqual(['cancelled', 'weather'])
    // Where somebody is who cannot see: on a button that is there, not lost.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
    await page.context().close()
  })

  it('an association submits a recurring event with a picture at the width of a telephone, with the keyboard alone', async () => {
    const page = await admin.as('skribent', widths.telephone)
    const press = (key: string) => page.keyboard.press(key)
    await desk(page)
    await tabTo(page, 'Nytt evenemang')
    await press('Enter')
    await page.locator('#field-title').waitFor()
    await tabToField(page, '#field-title')
    await page.keyboard.type('Öppen kör')
    await tabToField(page, `input[name="categories-${admin.ids.category}"]`)
    await press('Space')
    await tabToField(page, 'input[type="file"]')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')])
    await chooser.setFiles({ name: 'koren.png', mimeType: 'image/png', buffer: await smallPicture() })
    await tabToField(page, '#field-pictures-alt')
    await page.keyboard.type('Kören sjunger i parken')
    await tabTo(page, 'Lägg till bilden')
    await press('Enter')
    await page.locator('.torg-pictures li').waitFor()
    await tabTo(page, 'När', { key: 'Shift+Tab' })
    await press('Enter')
    // How the parts of a date are typed is the browser's own affair, and differs between them.
    await tabToField(page, 'input[name="start"]')
    await page.locator('input[name="start"]').fill('2027-03-02T18:00')
    await tabToField(page, 'input[name="end"]')
    await page.locator('input[name="end"]').fill('2027-03-02T19:30')
    await tabToField(page, '#field-recurrenceRule')
    const rule = page.locator('#field-recurrenceRule')
    for (let step = 0; step < 10 && (await rule.inputValue()) !== 'weekly'; step += 1)
      await press('ArrowDown')
    const said = page.locator('[data-torg-field="field-recurrenceRule"] .torg-said')
    await expect.poll(() => said.textContent()).toBe('varje tisdag 18:00–19:30')
    await tabTo(page, 'tis 9 mars 2027')
    await press('Enter')
    await tabTo(page, 'Hoppa över datumet')
    await press('Enter')
    await expect.poll(() => said.textContent()).toBe('varje tisdag 18:00–19:30, inte 9 mars 2027')
    await tabTo(page, 'tis 16 mars 2027')
    await press('Enter')
    await tabTo(page, 'Ny start')
    await page.getByLabel('Ny start').fill('2027-03-17T18:00')
    await tabTo(page, 'Anmärkning till invånarna')
    await page.keyboard.type('Hallen är upptagen på tisdagen.')
    await page.getByRole('button', { name: 'tis 16 mars 2027, flyttat' }).waitFor()
    await expectToFit(page)
    await press('Control+s')
    await page.waitForURL(/events\/[0-9a-f-]{20,}$/)
    const id = page.url().split('/').at(-1)!
    await page.locator('.torg-actions').getByRole('button', { name: 'Skicka in' }).waitFor()
    await tabTo(page, 'Skicka in', { within: '.torg-actions' })
    await press('Enter')
    const dialogue = page.getByRole('dialog')
    await dialogue.getByText('Det ska röra kommunen.').waitFor()
    await dialogue.getByText('Kommunen lovar ett beslut senast', { exact: false }).waitFor()
    await tabTo(page, 'Så kommer det att se ut')
    await press('Enter')
    await dialogue.locator('iframe').first().waitFor()
    await expectAccessible(page)
    await expectToFit(page)
    await tabTo(page, 'Skicka in', { within: 'dialog, [role="dialog"]' })
    await press('Enter')
    await page.locator('.torg-situation').getByText('Väntar på beslut', { exact: true }).waitFor()
    const stored = await ask<{
      pictures: string[]
      exceptions: string[]
      overrides: { occurrence: string; start: string; note: string }[]
      state: string
    }>(page, admin, 'GET', `/api/events/${id}?depth=0`)
    expect(stored).toMatchObject({
      state: 'in-review',
      exceptions: ['2027-03-09T17:00:00Z'],
      overrides: [
        {
          occurrence: '2027-03-16T17:00:00Z',
          start: '2027-03-17T17:00:00Z',
          note: 'Hallen är upptagen på tisdagen.',
        },
      ],
    })
    expect(stored.pictures).toHaveLength(1)
    await desk(page)
    await group(page, 'waiting').getByRole('link', { name: 'Öppen kör' }).waitFor()
    await page.context().close()
  })

  it('what was sent back is read on the desk, mended, sent in again and approved', async () => {
    const id = await writeEvent(author, admin, { title: 'Quiz' })
    await act(editor, admin, `events/${id}`, 'request-changes', { message: 'I vilken lokal är det?' })
    const page = await admin.as('skribent', widths.telephone)
    await desk(page)
    const line = group(page, 'to-do').locator('li', { hasText: 'Quiz' })
    await line.getByText('I vilken lokal är det?').waitFor()
    await page.locator('section', { hasText: 'Ändringar önskas: Quiz' }).first().waitFor()
    await line.getByRole('link', { name: 'Quiz' }).click()
    await page.locator('#field-summary').fill('I biblioteket.')
    await page.locator('.torg-actions').getByRole('button', { name: 'Skicka in' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Skicka in' }).click()
    await page.locator('.torg-situation').getByText('Väntar på beslut', { exact: true }).waitFor()
    await act(editor, admin, `events/${id}`, 'approve')
    await desk(page)
    await group(page, 'public')
      .locator('li', { hasText: 'Quiz' })
      .getByText('Invånarna ser det nu.')
      .waitFor()
    await page.context().close()
  })

  it('what citizens see now stands beside what waits, and an earlier event is used again', async () => {
    const id = await writeChange(author, editor, admin, 'Vårloppis')
    const page = await admin.as('skribent')
    await desk(page)
    await page.getByRole('button', { name: 'Jämför med det publika: Vårloppis' }).click()
    const dialogue = page.getByRole('dialog')
    const seen = page.frameLocator('dialog iframe[title="Hela sidan"]')
    await seen.getByText('Varje onsdag i Stora hallen.').waitFor()
    await dialogue.getByRole('button', { name: 'Publikt nu' }).click()
    await seen.getByText('Varje tisdag i Stora hallen.').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Använd igen: Vårloppis' }).click()
    await page.waitForURL(/collections\/events\/[0-9a-f-]{20,}$/)
    const copy = page.url().split('/').at(-1)!
    expect(copy).not.toBe(id)
    const made = await ask<Record<string, unknown>>(page, admin, 'GET', `/api/events/${copy}?depth=0`)
    expect(made).toMatchObject({
      title: 'Vårloppis',
      state: 'draft',
      summary: 'Varje onsdag i Stora hallen.',
    })
    expect(made.start ?? null).toBe(null)
    await page.context().close()
  })

  const refusal = { reason: 'local-only', message: 'Det ligger i grannkommunen.' }
  const openAppeal = async (page: Page, title: string) => {
    await page.goto('/admin/moderation?reason=appeal')
    await tabTo(page, title)
    await page.keyboard.press('Enter')
    await page.locator('#torg-appealed').waitFor()
  }

  it('a rejection is appealed against from a telephone, another editor overturns it, and it is live; by the keyboard alone', async () => {
    const id = await writeEvent(author, admin, { title: 'Nattmarsch' })
    await act(editor, admin, `events/${id}`, 'reject', refusal)
    const page = await admin.as('skribent', widths.telephone)
    await desk(page)
    await tabTo(page, 'Läs skälen, och vad du kan göra: Nattmarsch')
    await page.keyboard.press('Enter')
    await page.getByText('Det ligger i grannkommunen.').waitFor()
    await page.locator('q', { hasText: 'Det ska röra kommunen.' }).waitFor()
    await look(page, 'statement-390')
    // On paper stands the statement alone, without what can only be pressed.
    await page.emulateMedia({ media: 'print' })
    for (const part of ['.app-header', '.nav', '.torg-demo', '.torg-statement button'])
      expect(await page.locator(part).first().isVisible(), part).toBe(false)
    expect((await page.locator('.torg-statement').boundingBox())!.width).toBeGreaterThan(300)
    await look(page, 'statement-print')
    await page.emulateMedia({ media: 'screen' })
    await tabTo(page, 'Begär omprövning')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Varför ska beslutet omprövas?')
    await page.keyboard.type('Starten är på torget.')
    await look(page, 'appeal-390')
    await tabTo(page, 'Begär omprövning')
    await page.keyboard.press('Enter')
    await page.getByText('Omprövning är begärd', { exact: false }).first().waitFor()
    await look(page, 'appealed-390')

    const decided = await admin.as('redaktor', widths.desk)
    await openAppeal(decided, 'Nattmarsch')
    await decided.getByText('Du tog beslutet. Någon annan prövar det igen.').waitFor()
    expect(await decided.getByRole('button', { name: 'Ändra beslutet' }).count()).toBe(0)
    await look(decided, 'own-appeal-1280')
    await decided.context().close()

    const second = await admin.as('redaktor-2', widths.telephone)
    await openAppeal(second, 'Nattmarsch')
    await second.locator('.torg-said-by-author', { hasText: 'Starten är på torget.' }).waitFor()
    await look(second, 'item-appeal-390')
    await second.keyboard.press('a')
    await second.getByRole('dialog').waitFor()
    await tabTo(second, 'Meddelande till den som skrev')
    await second.keyboard.type('Starten ligger här. Välkomna.')
    await tabTo(second, 'Ändra beslutet')
    await second.keyboard.press('Enter')
    const shown = async () => (await page.request.get(`/feed/v1/ekby/events/${id}`)).status()
    await expect.poll(shown, { timeout: 40_000, interval: 500 }).toBe(200)
    await second.context().close()
    await page.reload()
    await page.getByText('Beslutet är ändrat.').waitFor()
    await page.getByText('Starten ligger här. Välkomna.').waitFor()
    await look(page, 'overturned-390')
    await page.context().close()
  })

  const readers = [
    { language: 'sv', width: widths.telephone, theme: 'dark' },
    { language: 'sv', width: widths.desk, theme: 'light' },
    { language: 'nb', width: widths.telephone, theme: 'light' },
    { language: 'en', width: widths.desk, theme: 'dark' },
  ] as const

  describe.each(readers)('in $language at $width.width pixels, $theme', ({ language, width, theme }) => {
    it('breaks no rule of WCAG 2.2 AA, and fits', async () => {
      const page = await admin.as(language === 'sv' ? 'skribent' : `skribent-${language}`, width)
      await page.context().addCookies([{ name: 'payload-theme', value: theme, url: admin.base }])
      await page.emulateMedia({ colorScheme: theme })
      await desk(page)
      await expectAccessible(page)
      await expectToFit(page)
      await page.locator('.torg-coming .torg-button--grave').first().click()
      await page.getByRole('dialog').waitFor()
      await expectAccessible(page)
      await expectToFit(page)
      await page.keyboard.press('Escape')

      const id = await writeEvent(author, admin, { title: `Avslag ${language} ${width.width}` })
      await act(editor, admin, `events/${id}`, 'reject', refusal)
      await page.goto(`/admin/statement/events/${id}`)
      await page.locator('#torg-appeal').waitFor()
      await expectAccessible(page)
      await expectToFit(page)
      await page.locator('.torg-button--primary').click()
      await page.getByRole('dialog').waitFor()
      await expectAccessible(page)
      await expectToFit(page)
      await page.locator('dialog textarea').fill('Jo.')
      await page.locator('dialog .torg-button--primary').click()
      await page.locator('.torg-statement time').first().waitFor()
      await expectAccessible(page)
      await page.context().close()
      const decides = await admin.as(language === 'sv' ? 'redaktor' : `editor-${language}`, width)
      await decides.context().addCookies([{ name: 'payload-theme', value: theme, url: admin.base }])
      await decides.emulateMedia({ colorScheme: theme })
      await openAppeal(decides, `Avslag ${language} ${width.width}`)
      await expectAccessible(decides)
      await expectToFit(decides)
      await look(decides, `item-appeal-${language}-${width.width}`)
      await decides.context().close()
    })
  })

  it('of what lasts all day, names the day and no clock', async () => {
    const startDate = inHours(72).slice(0, 10)
    const lasts = { title: 'Hela dagen', allDay: true, start: null, end: null, startDate }
    await writeEvent(author, admin, lasts, false)
    const page = await admin.as('skribent')
    await desk(page)
    const line = group(page, 'to-do').locator('li', { hasText: 'Hela dagen' })
    const about = await line.locator('.torg-about').first().textContent()
    expect(about).toContain(`${Number(startDate.slice(8))} `)
    expect(about).not.toMatch(/\d\d:\d\d/)
    await page.context().close()
  })
})
