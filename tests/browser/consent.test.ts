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
import { smallPicture } from '../support/two-municipalities.js'

let admin: Admin

/** A synthetic Norwegian number (month + 80) that Skatteetaten publishes: nobody has it. */
const number = '01914796756'
/** A telephone number that the Swedish authority keeps for films and books. */
const phone = '031-390 06 05'

/** How many places in rich texts are marked. */
const marked = (page: Page) =>
  page.evaluate(() => (CSS.highlights.get('torg-found') as Set<unknown> | undefined)?.size ?? 0)
const selected = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement
    return field instanceof HTMLInputElement
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : String(getSelection())
  })
const seen = async (page: Page, picture: string) =>
  (await page.request.get(`/media/${picture}/320.webp`)).status()

describeInBrowser('personal data and consent', () => {
  beforeAll(async () => {
    admin = await startAdmin()
  })
  afterAll(() => admin?.stop())

  it('marks personal data while somebody writes, and stops a number before it is sent in', async () => {
    const page = await admin.as('skribent')
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(admin.base) && !/^(data|blob):/.test(request.url()))
        elsewhere.push(request.url())
    })
    const id = await writeEvent(page, admin, { title: 'Sommarläger' }, false)
    await page.goto(`/admin/collections/events/${id}`)
    await page.locator('#field-title').fill(`Sommarläger ${number}`)
    const note = page
      .locator('.field-type.text', { has: page.locator('#field-title') })
      .locator('.torg-found')
    await note.getByText('Ser ut som ett norskt födelsenummer').waitFor()
    expect(await note.locator('mark').textContent()).toBe(number)
    await note.getByRole('button', { name: 'Visa i texten' }).click()
    expect(await selected(page)).toBe(number)

    const body = page.locator('.rich-text-lexical', { has: page.locator('[contenteditable="true"]') }).first()
    await body.locator('[contenteditable="true"]').click()
    // Half of the number is bold: it is one number all the same.
    await page.keyboard.type('Ring ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type(phone.slice(0, 7))
    await page.keyboard.press('Control+b')
    await page.keyboard.type(`${phone.slice(7)} före lördag.`)
    await body.getByText('Ett telefonnummer.').waitFor()
    expect(await body.locator('mark').textContent()).toBe(phone)
    expect(await marked(page)).toBe(2)
    await body.getByRole('button', { name: 'Visa i texten' }).click()
    expect(await selected(page)).toBe(phone)
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Skicka in' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByRole('button', { name: 'Skicka in' }).click()
    await dialogue.getByRole('alert').getByText('Rubrik: Ser ut som ett norskt födelsenummer').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#field-title').fill('Sommarläger')
    await note.locator('mark').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Skicka in' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Skicka in' }).click()
    // What is left is told to the author and shown to the editor.
    await page.locator('.torg-situation').getByText('Väntar på beslut', { exact: true }).waitFor()
    await page.locator('.torg-findings').getByText('Ett telefonnummer.').waitFor()
    expect(elsewhere).toEqual([])
    await page.context().close()
  })

  it('lets an editor accept a number with a reason', async () => {
    const author = await admin.as('skribent')
    const id = await writeEvent(author, admin, { title: `Film om ${number}` }, false)
    const page = await admin.as('redaktor')
    await page.goto(`/admin/collections/events/${id}`)
    await page.locator('.torg-findings').getByText('Ser ut som ett norskt födelsenummer').waitFor()
    await page.locator('.torg-actions summary').click()
    await page.getByRole('button', { name: 'Godta numret' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByLabel('Varför får det stå?').selectOption('invented')
    await dialogue.getByRole('button', { name: 'Godta numret' }).click()
    await dialogue.waitFor({ state: 'detached' })
    await page.locator('.torg-found mark').waitFor({ state: 'detached' })
    await author.context().close()
    await page.context().close()
  })

  it('asks who is to be seen in a picture, shows where it is used, and takes it back everywhere', async () => {
    const author = await admin.as('skribent', widths.telephone)
    const id = await writeEvent(author, admin, { title: 'Barnens dag' }, false)
    await author.goto(`/admin/collections/events/${id}`)
    await author.locator('.torg-situation').waitFor()
    await author.locator('input[type=file]').setInputFiles({
      name: 'IMG_1.jpg',
      mimeType: 'image/jpeg',
      buffer: await smallPicture(),
    })
    await author.getByLabel('Vad visar bilden?').fill('Barn på en scen')
    await author.getByLabel('Personer på bilden').selectOption('consent-held')
    const add = author.getByRole('button', { name: 'Lägg till bilden' })
    await add.click()
    await author.getByText('Skriv vad samtycket gäller').waitFor()
    await author.getByLabel('Omfattning').fill('Webb och app')
    await author.getByLabel('Referens').fill('Mapp 12')
    await author.getByLabel('Gäller till').fill('2030-06-30')
    await expectAccessible(author)
    await expectToFit(author)
    await add.click()
    await author.locator('.torg-pictures img').waitFor()
    await author.locator('#torg-save').click()
    await author.getByText('Sparat', { exact: true }).first().waitFor()
    const headers = { Origin: admin.base }
    const { pictures, revision } = (await (
      await author.request.get(`/api/events/${id}?depth=0`, { headers })
    ).json()) as { pictures: string[]; revision: number }
    const picture = pictures[0]!
    const act = async (page: Page, action: string, seenRevision: number) => {
      const answer = await page.request.post(`/api/events/${id}/actions/${action}`, {
        headers,
        data: { revision: seenRevision },
      })
      return ((await answer.json()) as { revision: number }).revision
    }
    const editor = await admin.as('editor-nb')
    await act(editor, 'approve', await act(author, 'submit', revision))
    await expect.poll(() => seen(editor, picture)).toBe(200)

    for (const [account, words] of [
      ['editor-nb', 'Samtykket gjelder til søn. 30. juni 2030 kl. 23.59'],
      ['editor-en', 'The consent holds until Sun 30 Jun 2030, 23:59'],
    ] as const) {
      const page = await admin.as(account)
      await page.goto(`/admin/collections/media/${picture}`)
      await page.locator('.torg-panel').getByText(words).waitFor()
      await expectAccessible(page)
      await page.context().close()
    }

    await author.goto('/admin/collections/media')
    await author.getByText('Samtycket gäller till').waitFor()
    await author.goto(`/admin/collections/media/${picture}`)
    const panel = author.locator('.torg-panel')
    await panel.getByRole('link', { name: 'Barnens dag' }).waitFor()
    await panel.getByText('visas för invånarna nu').waitFor()
    await panel.getByRole('button', { name: 'Någon vill inte längre synas' }).click()
    await author.getByRole('dialog').getByText('Det går inte att ångra').waitFor()
    await expectAccessible(author)
    await author.getByRole('button', { name: 'Ta bort bilden för gott' }).click()
    await panel.getByText('Samtycket är återkallat').waitFor()
    await panel.getByText('visas för invånarna nu').waitFor({ state: 'detached' })
    expect(await author.getByText('Barn på en scen').count()).toBe(0)
    await expectAccessible(author)
    await expectToFit(author)
    await expect.poll(() => seen(author, picture)).toBe(404)
    await author.context().close()
    await editor.context().close()
  })
})
