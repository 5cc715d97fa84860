import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { smallPicture } from '../support/two-municipalities.js'
import { describeInBrowser, startAdmin, widths, writeEvent, type Admin } from '../support/browser.js'
import { tabTo, tabToField } from '../support/keyboard.js'

let admin: Admin

const stateOf = async (page: Page, id: string) =>
  (await (
    await page.request.get(`/api/events/${id}?depth=0`, { headers: { Origin: admin.base } })
  ).json()) as {
    state: string
    publication: string
    title: string
    exceptions?: string[]
  }

describeInBrowser('writing and deciding', () => {
  beforeAll(async () => {
    admin = await startAdmin()
  })
  afterAll(() => admin?.stop())

  it('a contributor writes and submits an event with the keyboard alone', async () => {
    const page = await admin.as('skribent')
    await page.goto('/admin/collections/events/create')
    await page.locator('#field-title').waitFor()
    await tabToField(page, '#field-title')
    await page.keyboard.type('Prova på innebandy')
    await tabToField(page, `input[name="categories-${admin.ids.category}"]`)
    await page.keyboard.press('Space')
    await page.locator('#field-title').focus()
    await page.keyboard.press('Shift+Tab')
    // Back over the tabs to the second of them: when.
    await tabTo(page, 'När', { key: 'Shift+Tab' })
    await page.keyboard.press('Enter')
    await tabToField(page, 'input[name="start"]')
    await page.locator('input[name="start"]').fill('2027-03-02T18:00')
    expect(await page.locator('#field-start-said').textContent()).toBe('tis 2 mars 2027 18:00')
    await page.keyboard.press('Control+s')
    await page.waitForURL(/events\/[0-9a-f-]{30,}$/)
    const id = page.url().split('/').at(-1)!
    await page.getByRole('button', { name: 'Skicka in' }).waitFor()
    await page.getByRole('button', { name: 'Skicka in' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Skicka in' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.torg-situation').getByText('Väntar på beslut', { exact: true }).waitFor()
    expect(await stateOf(page, id)).toMatchObject({ state: 'in-review', title: 'Prova på innebandy' })
    await page.context().close()
  })

  it('the dates that were left out of a series stay so in the form when its start is moved', async () => {
    const page = await admin.as('skribent')
    const series = { recurrenceRule: 'FREQ=WEEKLY;COUNT=4', exceptions: ['2027-03-09T17:00:00Z'] }
    const id = await writeEvent(page, admin, { title: 'Stavgång', ...series }, false)
    await page.goto(`/admin/collections/events/${id}`)
    await page.locator('#field-title').waitFor()
    await page.getByRole('button', { name: 'När', exact: true }).click()
    const left = page.locator('.torg-dates [data-mark="off"]')
    const label = async () => (await left.allTextContents()).join()
    await expect.poll(label).toBe('9')
    await page.locator('input[name="start"]').fill('2027-03-03T18:30')
    await page.locator('input[name="end"]').fill('2027-03-03T20:00')
    await expect.poll(label).toBe('10')
    // And back: what was said first is what counts.
    await page.locator('input[name="start"]').fill('2027-03-02T18:00')
    await expect.poll(label).toBe('9')
    await page.locator('input[name="start"]').fill('2027-03-03T18:30')
    await expect.poll(label).toBe('10')
    await page.keyboard.press('Control+s')
    await expect.poll(async () => (await stateOf(page, id)).exceptions).toEqual(['2027-03-10T17:30:00Z'])
    await page.context().close()
  })

  it('an editor opens what waits from the list, approves it, and the time for undoing passes', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Gå ut med hunden' })
    const page = await admin.as('redaktor')
    await page.goto('/admin/collections/events')
    await page.getByRole('link', { name: /^Väntar på beslut/ }).click()
    await page.getByRole('link', { name: 'Gå ut med hunden' }).click()
    await page.locator('.torg-actions').getByRole('button', { name: 'Godkänn', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Godkänn' }).click()
    await page.getByRole('button', { name: 'Ångra' }).waitFor()
    expect((await stateOf(page, id)).state).toBe('in-review')
    await page.locator('.torg-situation').getByText('Publikt nu').waitFor()
    expect(await stateOf(page, id)).toMatchObject({ state: 'approved', publication: 'live' })
    await author.context().close()
    await page.context().close()
  })

  it('shows everything again after a filter', async () => {
    const author = await admin.as('skribent')
    await writeEvent(author, admin, { title: 'Bara ett utkast' }, false)
    const page = await admin.as('redaktor')
    await page.goto('/admin/collections/events')
    const chosen = page.locator('.torg-filters [aria-current]')
    await page.getByRole('link', { name: /^Väntar på beslut/ }).click()
    await chosen.getByText('Väntar på beslut').waitFor()
    await page.getByRole('link', { name: 'Bara ett utkast' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Alla', exact: true }).click()
    await page.getByRole('link', { name: 'Bara ett utkast' }).waitFor()
    await chosen.getByText('Alla').waitFor()
    await author.context().close()
    await page.context().close()
  })

  it('an editor takes a rejection back while it can be undone', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Kaffe i parken' })
    const page = await admin.as('redaktor')
    await page.goto(`/admin/collections/events/${id}`)
    await page.locator('.torg-actions').getByRole('button', { name: 'Avslå' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByLabel('Skäl').selectOption({ index: 1 })
    await dialogue.getByLabel(/Meddelande/).fill('Det här hör inte hemma i kalendern.')
    await dialogue.getByRole('button', { name: 'Avslå' }).press('Enter')
    // The focus is where the next key is needed: on undoing, and then on what can be done.
    const focused = (name: string) =>
      page.waitForFunction((words) => document.activeElement?.textContent === words, name)
    await focused('Ångra')
    await page.keyboard.press('Enter')
    await focused('Be om ändringar')
    expect((await stateOf(page, id)).state).toBe('in-review')
    await author.context().close()
    await page.context().close()
  })

  it('a dialogue says what is missing, closes with Escape and gives the focus back', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Loppis' })
    const page = await admin.as('redaktor')
    await page.goto(`/admin/collections/events/${id}`)
    const opener = page.locator('.torg-actions').getByRole('button', { name: 'Avslå' })
    await opener.click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByRole('button', { name: 'Avslå' }).click()
    await dialogue.getByText('Fyll i det här.').first().waitFor()
    expect(await dialogue.getByText('Fyll i det här.').count()).toBe(2)
    expect(await dialogue.getByLabel('Skäl').getAttribute('aria-invalid')).toBe('true')
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab')
      // Focus may pass through the browser's own controls, never through the page behind.
      expect(
        await page.evaluate(
          () =>
            document.activeElement === document.body || Boolean(document.activeElement?.closest('dialog')),
        ),
      ).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialogue.waitFor({ state: 'detached' })
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true)
    expect((await stateOf(page, id)).state).toBe('in-review')
    await author.context().close()
    await page.context().close()
  })

  it('what was typed is saved and looked through before an author is asked to submit it', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Snart' }, false)
    await author.goto(`/admin/collections/events/${id}`)
    await author.getByRole('button', { name: 'När', exact: true }).click()
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    await author.locator('input[name="start"]').fill(`${tomorrow}T18:00`)
    await author.locator('input[name="end"]').fill(`${tomorrow}T19:00`)
    await author.locator('.torg-actions').getByRole('button', { name: 'Skicka in' }).click()
    const dialogue = author.getByRole('dialog')
    await dialogue.getByText('arbetsdag', { exact: false }).waitFor()
    await dialogue.getByRole('button', { name: 'Skicka in' }).click()
    await author.locator('.torg-situation').getByText('Väntar på beslut', { exact: true }).waitFor()
    expect(await stateOf(author, id)).toMatchObject({ state: 'in-review', title: 'Snart' })
    await author.context().close()
  })

  it('a price gets the currency of the country, and says at its field why it was refused', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Konsert' }, false)
    await author.goto(`/admin/collections/events/${id}`)
    await author.getByRole('button', { name: 'För vem', exact: true }).click()
    await author.locator('#field-price__from').fill('50')
    await author.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('#field-price__currency')?.value === 'SEK',
    )
    await author.locator('#field-price__to').fill('20')
    await author.locator('#torg-save').click()
    await author.locator('#field-price__to-fault').waitFor()
    await author.context().close()
  })

  it('what is missing leads to its field, in whichever tab it stands', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(
      author,
      admin,
      { title: 'Kör', start: null, end: null, categories: [] },
      false,
    )
    await author.goto(`/admin/collections/events/${id}`)
    const missing = author.locator('.torg-findings').first()
    for (const [field, focused] of [
      ['Börjar', 'input[name="start"]'],
      ['Kategorier', 'input[name^="categories-"]'],
    ] as const) {
      await missing.getByRole('button', { name: field, exact: true }).focus()
      await author.keyboard.press('Enter')
      await author.waitForFunction((wanted) => document.activeElement?.matches(wanted), focused)
    }
    await author.context().close()
  })

  it('a refused save says why until the next one, and leads to the field', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Bakvänt' }, false)
    await author.goto(`/admin/collections/events/${id}`)
    await author.getByRole('button', { name: 'När', exact: true }).click()
    await author.locator('input[name="end"]').fill('2027-03-02T17:00')
    await author.locator('#torg-save').click()
    const told = author.locator('.torg-situation').getByRole('alert')
    await told.getByText('Slutet ligger före början.').waitFor()
    await author.getByRole('button', { name: 'Vad', exact: true }).click()
    await author.waitForTimeout(1500)
    await told.getByRole('button', { name: 'Slutar' }).click()
    await author.waitForFunction(() => document.activeElement?.getAttribute('name') === 'end')
    expect(await author.locator('#field-end-fault').textContent()).toBe('Slutet ligger före början.')
    await author.locator('input[name="end"]').fill('2027-03-02T19:30')
    await author.locator('#torg-save').click()
    await told.waitFor({ state: 'detached' })
    await author.context().close()
  })

  it('a picture that was chosen is kept through the tabs, and no save drops it', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Med bild' }, false)
    await author.goto(`/admin/collections/events/${id}`)
    await author.locator('input[type="file"]').setInputFiles({
      name: 'planen.png',
      mimeType: 'image/png',
      buffer: await smallPicture(),
    })
    await author.locator('#field-pictures-alt').fill('Planen i kvällsljus')
    await author.getByRole('button', { name: 'När', exact: true }).click()
    await author.locator('input[name="end"]').fill('2027-03-02T20:00')
    await author.locator('#torg-save').click()
    // The tab of the picture is opened again, with what was typed.
    await author.locator('#field-pictures-alt').waitFor()
    expect(await author.locator('#field-pictures-alt').inputValue()).toBe('Planen i kvällsljus')
    await author.getByRole('button', { name: 'Lägg till bilden' }).click()
    await author.locator('.torg-pictures li').waitFor()
    await author.locator('#torg-save').click()
    await author.waitForFunction(
      () => document.querySelector('#torg-save')?.getAttribute('aria-disabled') === 'true',
    )
    const saved = await author.request.get(`/api/events/${id}?depth=0`, { headers: { Origin: admin.base } })
    expect(((await saved.json()) as { pictures: string[] }).pictures).toHaveLength(1)
    await author.context().close()
  })

  it('the tabs of what waits for a decision can be opened with a mouse, and nothing typed', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Väntar' })
    await author.goto(`/admin/collections/events/${id}`)
    await author.locator('html[data-torg-lock="locked"]').waitFor()
    await author.getByRole('button', { name: 'När', exact: true }).click({ timeout: 5_000 })
    const start = author.locator('input[name="start"]')
    await start.waitFor()
    expect(await start.evaluate((input) => getComputedStyle(input).pointerEvents)).toBe('none')
    await author.context().close()
  })

  it('what was taken down says so, with what was told to citizens; what is public leads to its page', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Ställs in' })
    const page = await admin.as('redaktor')
    const headers = { Origin: admin.base }
    const act = async (action: string, data: object) => {
      const list = await (await page.request.get(`/api/events/${id}/actions`, { headers })).json()
      return page.request.post(`/api/events/${id}/actions/${action}`, {
        headers,
        data: { revision: (list as { revision: number }).revision, ...data },
      })
    }
    expect((await act('approve', {})).status()).toBe(200)
    await page.goto(`/admin/collections/events/${id}`)
    const shown = page.getByRole('link', { name: 'Visa som invånarna ser det' })
    expect((await page.request.get((await shown.getAttribute('href'))!)).status()).toBe(200)
    expect((await act('withdraw', { explanation: 'Arrangören är sjuk.' })).status()).toBe(200)
    await page.reload()
    const panel = page.locator('.torg-situation')
    await panel.getByText('Till invånarna: Arrangören är sjuk.').waitFor()
    await panel.locator('.torg-decision strong', { hasText: 'Återkallat' }).waitFor()
    await author.context().close()
    await page.context().close()
  })

  it('the second of two who change the same event is shown what the first changed', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: 'Schack för alla' }, false)
    const [first, second] = [await admin.as('redaktor'), await admin.as('redaktor-2')]
    for (const page of [first, second]) {
      await page.goto(`/admin/collections/events/${id}`)
      await page.locator('.torg-situation').waitFor()
    }
    // Both have begun before either is done.
    await second.locator('#field-summary').fill('Kom som du är.')
    await first.locator('#field-title').fill('Schack för alla åldrar')
    await first.locator('#torg-save').click()
    await first.getByText('Sparat').first().waitFor()
    await second.locator('#torg-save').click()
    const dialogue = second.getByRole('dialog')
    await dialogue.getByText('Schack för alla åldrar').waitFor()
    expect(await dialogue.textContent()).toContain('Rubrik')
    expect((await stateOf(second, id)).title).toBe('Schack för alla åldrar')
    await dialogue.getByRole('button', { name: 'Läs in den nya versionen' }).click()
    await dialogue.waitFor({ state: 'detached' })
    await expect.poll(() => second.locator('#field-title').inputValue()).toBe('Schack för alla åldrar')
    for (const page of [author, first, second]) await page.context().close()
  })

  it("offers nothing that the account may not do, and never Payload's own saving", async () => {
    const author = await admin.as('skribent', widths.telephone)
    const id = await writeEvent(author, admin, { title: 'Körkväll' })
    await author.goto(`/admin/collections/events/${id}`)
    await author.locator('.torg-actions').waitFor()
    expect(await author.locator('#action-save').count()).toBe(0)
    expect(await author.getByRole('button', { name: 'Godkänn' }).count()).toBe(0)
    expect(await author.locator('#torg-save').count()).toBe(0)
    await author.context().close()
  })
})
