import type { Page } from 'playwright-core'
import sharp from 'sharp'
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

let admin: Admin

const read = async (page: Page, id: string) =>
  (await (
    await page.request.get(`/api/events/${id}?depth=0`, { headers: { Origin: admin.base } })
  ).json()) as Record<string, unknown>

/** Takes an action over HTTP, to set the stage. */
async function act(page: Page, id: string, action: string, input: object = {}): Promise<void> {
  const headers = { Origin: admin.base }
  const { revision } = (await (await page.request.get(`/api/events/${id}/actions`, { headers })).json()) as {
    revision: number
  }
  const answer = await page.request.post(`/api/events/${id}/actions/${action}`, {
    headers,
    data: { revision, ...input },
  })
  if (!answer.ok()) throw new Error(`${action}: ${await answer.text()}`)
}

const open = async (page: Page, id: string) => {
  await page.goto(`/admin/collections/events/${id}`)
  await page.locator('.torg-situation').waitFor()
}

/** Presses the button of an action, in the row or in the menu, and returns the dialogue. */
async function choose(page: Page, action: string) {
  const actions = page.locator('.torg-actions')
  // On a telephone the first buttons are in the menu.
  await expect
    .poll(async () => (await actions.count()) > 0 && (await actions.innerText()) !== '', { timeout: 60_000 })
    .toBe(true)
  if ((await actions.getByRole('button', { name: action, exact: true }).count()) === 0)
    await actions.getByText('Mer', { exact: true }).click()
  await actions.getByRole('button', { name: action, exact: true }).first().click()
  const dialogue = page.getByRole('dialog')
  await dialogue.waitFor()
  return {
    dialogue,
    send: async () => {
      await dialogue.getByRole('button', { name: action, exact: true }).click()
      await dialogue.waitFor({ state: 'detached' })
    },
  }
}

describeInBrowser('after publication', () => {
  let author: Page
  let editor: Page

  beforeAll(async () => {
    admin = await startAdmin()
    author = await admin.as('skribent')
    editor = await admin.as('redaktor')
  })
  afterAll(() => admin?.stop())

  const live = async (title: string) => {
    const id = await writeEvent(author, admin, { title })
    await act(editor, id, 'approve')
    return id
  }

  it('an author says on a telephone that it is cancelled, and the page says so from then on', async () => {
    const id = await live('Kvällens match')
    const page = await admin.as('skribent', widths.telephone)
    await open(page, id)
    const { dialogue, send } = await choose(page, 'Meddela ändrad status')
    await dialogue.getByLabel('Vad gäller nu?').selectOption({ label: 'Inställt' })
    await dialogue.getByLabel('Skäl').selectOption({ label: 'Sjukdom' })
    await send()
    await page.locator('.torg-announced').getByText('Inställt').waitFor()
    expect(await page.locator('.torg-announced').textContent()).toContain('Sjukdom')
    await page.context().close()
  })

  it('of a series the author must say which time is cancelled, and no other is', async () => {
    const weekly = { title: 'Stolgympa', recurrenceRule: 'FREQ=WEEKLY;COUNT=6' }
    const id = await writeEvent(author, admin, weekly)
    await act(editor, id, 'approve')
    await open(author, id)
    const { dialogue, send } = await choose(author, 'Meddela ändrad status')
    await dialogue.getByLabel('Vad gäller nu?').selectOption({ label: 'Inställt' })
    await dialogue.getByLabel('Skäl').selectOption({ label: 'Sjukdom' })
    expect(await dialogue.getByRole('button', { name: 'Meddela ändrad status' }).isDisabled()).toBe(true)
    const time = dialogue.locator('select', { hasText: 'Hela serien (6)' })
    await time.selectOption({ index: 2 })
    await send()
    await author.locator('.torg-announced').getByText('Inställt').waitFor()
    expect(await author.locator('.torg-announced').textContent()).toContain('9 mars 2027')
    expect(await author.locator('.torg-announced li').count()).toBe(1)
  })

  it('what was typed in a dialogue is there again after Escape and after undoing', async () => {
    const id = await writeEvent(author, admin, { title: 'Bokcirkel' })
    await open(editor, id)
    const words = 'Skriv gärna vilken bok det blir.'
    const first = await choose(editor, 'Be om ändringar')
    await first.dialogue.getByLabel(/Meddelande/).fill(words)
    await editor.keyboard.press('Escape')
    await first.dialogue.waitFor({ state: 'detached' })
    const again = await choose(editor, 'Be om ändringar')
    expect(await again.dialogue.getByLabel(/Meddelande/).inputValue()).toBe(words)
    await editor.keyboard.press('Escape')
    const reject = await choose(editor, 'Avslå')
    await reject.dialogue.getByLabel(/Skäl/).selectOption({ index: 1 })
    await reject.dialogue.getByLabel(/Meddelande/).fill('Det hör inte hemma här.')
    await reject.send()
    await editor.getByRole('button', { name: 'Ångra' }).click()
    const undone = await choose(editor, 'Avslå')
    expect(await undone.dialogue.getByLabel(/Meddelande/).inputValue()).toBe('Det hör inte hemma här.')
    await editor.keyboard.press('Escape')
  })

  it('an editor corrects, withdraws, restores, removes and erases by the buttons', async () => {
    const id = await live('Höstloppis')
    await open(editor, id)
    await editor.locator('#field-title').fill('Vårloppis')
    const correct = await choose(editor, 'Rätta')
    await correct.dialogue.getByLabel('Vad har rättats, och varför?').fill('Fel årstid.')
    await correct.send()
    await expect.poll(async () => (await read(editor, id)).title).toBe('Vårloppis')
    const withdraw = await choose(editor, 'Återkalla')
    expect(await withdraw.dialogue.textContent()).toContain('ett av dem behövs')
    await withdraw.dialogue.getByLabel(/Förklaring/).fill('Lokalen är stängd.')
    await withdraw.send()
    await expect.poll(async () => (await read(editor, id)).publication).toBe('withdrawn')
    await (await choose(editor, 'Återställ')).send()
    await expect.poll(async () => (await read(editor, id)).publication).toBe('live')
    const remove = await choose(editor, 'Ta bort')
    await remove.dialogue.getByLabel(/Skäl/).selectOption({ label: 'Finns redan' })
    // It begins from the same text as in the workbench, and shows the message as its reader gets it.
    expect(await remove.dialogue.getByLabel(/Meddelande/).inputValue()).toContain('redan publicerat')
    await remove.dialogue.getByLabel(/Meddelande/).fill('Det stod två gånger.')
    await remove.dialogue.locator('.torg-notice-preview', { hasText: 'Det stod två gånger.' }).waitFor()
    await remove.send()
    await expect.poll(async () => (await read(editor, id)).publication).toBe('removed')
    const chief = await admin.as('kommunadmin')
    await open(chief, id)
    const erase = await choose(chief, 'Radera helt')
    await erase.dialogue.getByLabel(/Skäl/).selectOption({ index: 1 })
    await erase.send()
    await chief.getByText('Det här är raderat. Ingenting finns kvar att läsa.').waitFor()
    expect(await chief.locator('#field-title').isVisible()).toBe(false)
    await chief.context().close()
  })

  it('a place is taken out of the register, and erased, on its own page on a telephone', async () => {
    const headers = { Origin: admin.base }
    const data = { name: 'Hemma hos någon', address: 'Gatan 3' }
    const made = await editor.request.post('/api/places', { headers, data })
    const id = ((await made.json()) as { doc: { id: string } }).doc.id
    const page = await admin.as('kommunadmin', widths.telephone)
    const address = `/admin/collections/places/${id}`
    await page.goto(address)
    const taken = await choose(page, 'Ta ur registret')
    await taken.dialogue.getByText('Den försvinner ur det publika registret genast.').waitFor()
    await taken.send()
    await page.locator('.torg-actions').getByText('Mer', { exact: true }).waitFor()
    await expect.poll(() => page.locator('.torg-actions').innerText()).not.toContain('Ta ur registret')
    const erased = await choose(page, 'Radera helt')
    await expectToFit(page)
    await expectAccessible(page)
    await erased.dialogue.locator('select').selectOption('personal-data')
    await erased.send()
    await page.waitForURL(/collections\/places(\?|$)/)
    expect((await page.request.get(`/api/places/${id}`, { headers })).status()).toBe(404)
    await page.context().close()
  })

  it('edits that an editor approved with and took back are still in the form', async () => {
    const id = await writeEvent(author, admin, { title: 'Sagostund' })
    await open(editor, id)
    await editor.locator('#field-summary').fill('För de minsta.')
    const { dialogue, send } = await choose(editor, 'Ändra och godkänn')
    const message = dialogue.getByLabel(/Meddelande/)
    if ((await message.count()) > 0) await message.fill('En kort text till.')
    await send()
    await editor.getByRole('button', { name: 'Ångra' }).click()
    await editor.locator('.torg-actions').getByRole('button', { name: 'Ändra och godkänn' }).waitFor()
    expect(await editor.locator('#field-summary').inputValue()).toBe('För de minsta.')
    expect((await read(editor, id)).state).toBe('in-review')
  })

  it('of two who changed the same words the second sees both and may keep her own', async () => {
    const id = await writeEvent(author, admin, { title: 'Schack' }, false)
    const second = await admin.as('redaktor-2')
    for (const page of [editor, second]) await open(page, id)
    await second.locator('#field-title').fill('Schack för nybörjare')
    await editor.locator('#field-title').fill('Schack för alla')
    await editor.locator('#torg-save').click()
    await editor.getByText('Sparat').first().waitFor()
    await second.locator('#torg-save').click()
    const dialogue = second.getByRole('dialog')
    await dialogue.getByText('Schack för nybörjare').waitFor()
    expect(await dialogue.textContent()).toContain('Schack för alla')
    await dialogue.getByRole('button', { name: 'Spara mitt i stället' }).click()
    await dialogue.waitFor({ state: 'detached' })
    await expect.poll(async () => (await read(second, id)).title).toBe('Schack för nybörjare')
    await second.context().close()
  })

  it('no notice of the framework covers edits on a document that somebody else saved', async () => {
    const id = await writeEvent(author, admin, { title: 'Stickcafé' }, false)
    await open(editor, id)
    const { revision } = await read(editor, id)
    const saved = await author.request.patch(`/api/events/${id}`, {
      headers: { Origin: admin.base },
      data: { revision, title: 'Stickcafé på torsdagar' },
    })
    expect(saved.status()).toBe(200)
    // The form asks the server what follows from what was typed; that is when the notice would come.
    const asked = editor.waitForResponse((answer) => answer.request().headers()['next-action'] !== undefined)
    await editor.locator('#field-title').fill('Stickcafé för alla')
    await asked
    await editor.locator('#torg-save').click()
    await editor.getByText('Spara mitt i stället').waitFor()
    expect(await editor.locator('#document-stale-data, .document-stale-data').count()).toBe(0)
    expect(await editor.locator('#field-title').inputValue()).toBe('Stickcafé för alla')
  })

  it('a picture that was chosen is not dropped by a save', async () => {
    const id = await writeEvent(author, admin, { title: 'Utställning' }, false)
    await open(author, id)
    const background = { r: 20, g: 90, b: 110 }
    const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .png()
      .toBuffer()
    await author
      .locator('#field-pictures-file')
      .setInputFiles({ name: 'bild.png', mimeType: 'image/png', buffer })
    await author.locator('#field-title').fill('Utställning i biblioteket')
    await author.locator('#torg-save').click()
    await author.getByText('Bilden är vald men inte tillagd än.').first().waitFor()
    expect((await read(author, id)).title).toBe('Utställning')
    await author.getByLabel('Vad visar bilden?').fill('En blågrön yta.')
    await author.getByRole('button', { name: 'Lägg till bilden' }).click()
    await author.getByText('En blågrön yta.').waitFor()
    await author.locator('#torg-save').click()
    await expect.poll(async () => (await read(author, id)).pictures).toHaveLength(1)
  })
})
