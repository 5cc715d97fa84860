import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hourIn } from '../support/days.js'
import { paragraph } from '../support/paragraph.js'
import { act, ask, fillQueue, writeChange, writePost } from '../support/queue-stage.js'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  startAdmin,
  widths,
  writeEvent,
  type Admin,
} from '../support/browser.js'
import { tabTo } from '../support/keyboard.js'

let admin: Admin
let author: Page

const plainPicture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#145a6e' } })
    .png()
    .toBuffer()

const heading = (page: Page) => page.locator('.torg-item h1')
/** The title of what is open, once it is another one than before. */
async function opened(page: Page, before: string | null): Promise<string> {
  await page.waitForFunction((old) => {
    const title = document.querySelector('.torg-item h1')?.textContent ?? null
    return title !== null && title !== old
  }, before)
  return (await heading(page).textContent())!
}

async function open(page: Page, title: string): Promise<void> {
  await page.goto('/admin/moderation')
  await page.locator('[data-queue-key]', { hasText: title }).first().click()
  await heading(page).getByText(title, { exact: true }).waitFor()
}

/** Buttons of the decision that a mouse would not reach, because something lies over them. */
const covered = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.torg-decide > .torg-button')].flatMap((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      const on = document.elementFromPoint(x + width / 2, y + height / 2)
      return width === 0 || (on && button.contains(on)) ? [] : [button.textContent]
    }),
  )

const total = async (page: Page): Promise<number> => {
  const { counts } = await ask<{ counts: { count: number }[] }>(page, admin, 'GET', '/api/moderation/counts')
  return counts.reduce((sum, { count }) => sum + count, 0)
}

describeInBrowser('the workbench of editors', () => {
  beforeAll(async () => {
    admin = await startAdmin()
    author = await admin.as('foreningsadmin')
  }, 240_000)
  afterAll(() => admin?.stop())

  it('lets an editor clear forty things of every sort with the keyboard alone', async () => {
    const page = await admin.as('kommunadmin')
    const editor = await admin.as('redaktor')
    await fillQueue(author, editor, admin, 40)
    expect(await total(page)).toBe(40)
    await page.goto('/admin/moderation')
    await page.locator('[data-queue-key]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    let title: string | null = null
    const left = new Set<string>()
    for (let item = 0; item < 40; item += 1) {
      title = await opened(page, title)
      left.add(title)
      // Where somebody is who cannot see: at the heading of what was opened.
      expect(await heading(page).evaluate((element) => element === document.activeElement)).toBe(true)
      // What can be taken back never lies over what is to be decided next, on a telephone neither.
      if (item === 1 || item === 2) {
        await page.setViewportSize(item === 1 ? widths.desk : widths.telephone)
        await page.locator('.torg-held--bar').waitFor()
        await expect.poll(() => covered(page)).toEqual([])
        await page.setViewportSize(widths.desk)
      }
      if (title === 'Inlägg 3') {
        await page.keyboard.press('c')
        await tabTo(page, 'Utgå från')
        await page.keyboard.press('ArrowDown')
        await tabTo(page, 'Be om ändringar')
        await page.keyboard.press('Enter')
      } else if (title === 'Evenemang 4') {
        await page.keyboard.press('r')
        await tabTo(page, 'Skäl')
        await page.keyboard.press('ArrowDown')
        await tabTo(page, 'Avslå')
        await page.keyboard.press('Enter')
      } else {
        await page.keyboard.press('a')
        if (title === 'Överklagas') {
          await tabTo(page, 'Meddelande')
          await page.keyboard.type('Ni har rätt.')
          await tabTo(page, 'Ändra beslutet')
          await page.keyboard.press('Enter')
        } else if (title === 'Nykomlingen') {
          await tabTo(page, 'Godkänn')
          await page.keyboard.press('Enter')
        }
      }
    }
    await page.getByText('Ingenting väntar.').first().waitFor()
    expect(left.size).toBe(40)
    await expect.poll(() => total(page), { timeout: 30_000 }).toBe(0)
    const { items } = await ask<{ items: { action: string }[] }>(page, admin, 'GET', '/api/moderation/queue')
    expect(items).toEqual([])
    const log = await ask<{ docs: { action: string }[] }>(
      page,
      admin,
      'GET',
      '/api/moderation-log?limit=100&sort=-at&where[action][in]=request-changes,reject,overturn,look-over',
    )
    expect(log.docs.map(({ action }) => action).sort()).toEqual([
      'look-over',
      'overturn',
      'reject',
      'reject',
      'request-changes',
    ])
    await editor.context().close()
    await page.context().close()
  }, 240_000)

  it('says of undoing all how many were undone and how many too late, and of a lost answer that it is not known', async () => {
    const titles = ['Första', 'Andra', 'Tredje']
    const ids: string[] = []
    for (const title of titles) ids.push(await writeEvent(author, admin, { title }))
    const page = await admin.as('redaktor')
    const status = page.locator('p.torg-hidden[role="status"]')
    await open(page, 'Första')
    for (const title of titles) {
      await heading(page).getByText(title, { exact: true }).waitFor()
      await page.keyboard.press('a')
      await page.locator('.torg-held--bar').getByText(`Godkänt: ${title}.`).waitFor()
    }
    const door = (at: number) => `**/events/${ids[at]}/actions/undo`
    await page.route(door(0), (route) =>
      route.fulfill({ status: 409, json: { code: 'not-possible-in-this-state', detail: 'Too late.' } }),
    )
    // It arrives, and its answer is lost.
    await page.route(door(1), async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Ångra alla' }).click()
    await status
      .getByText(
        'Ett beslut är ångrat. Ett beslut gick inte att ångra: det hade redan trätt i kraft. Det är okänt om beslutet ångrades: inget svar kom. Det tas reda på.',
      )
      .waitFor()
    await status.getByText('Beslutet är ångrat: Andra.').waitFor()
    for (const at of [0, 1, 2]) await page.unroute(door(at))
    await page.context().close()
  })

  it('takes a decision back with one key, puts it where it was, and never decides while somebody types', async () => {
    const id = await writeEvent(author, admin, { title: 'Ångras' })
    const page = await admin.as('redaktor')
    await open(page, 'Ångras')
    await page.keyboard.press('a')
    await page.locator('.torg-held--bar').getByText('Godkänt: Ångras.').waitFor()
    await page.keyboard.press('z')
    await heading(page).getByText('Ångras', { exact: true }).waitFor()
    expect((await ask<{ pending: unknown }>(page, admin, 'GET', `/api/events/${id}/actions`)).pending).toBe(
      null,
    )
    await page.keyboard.press('c')
    const message = page.getByRole('dialog').getByLabel('Meddelande')
    await message.focus()
    await page.keyboard.type('carz?')
    expect(await message.inputValue()).toBe('carz?')
    await page.keyboard.press('Escape')
    // WCAG 2.1.4: single keys can be switched off, and stay off for the account.
    await page.keyboard.press('?')
    const saved = page.waitForResponse(
      (answer) => answer.url().includes('/payload-preferences/') && answer.request().method() === 'POST',
    )
    await page.getByRole('dialog').getByRole('checkbox').uncheck()
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).click()
    await saved
    // Not even in the time before the page knows what the account has chosen.
    await page.route('**/payload-preferences/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await route.continue()
    })
    await page.reload()
    await heading(page).waitFor()
    await page.keyboard.press('a')
    await page.waitForTimeout(1_500)
    await page.keyboard.press('a')
    await page.waitForTimeout(500)
    expect((await ask<{ pending: unknown }>(page, admin, 'GET', `/api/events/${id}/actions`)).pending).toBe(
      null,
    )
    await act(page, admin, `events/${id}`, 'reject', { reason: 'duplicate', message: 'Fanns redan.' })
    await page.context().close()
  })

  it('shows a change word by word, and from a telephone asks for changes that come back and are approved', async () => {
    const editor = await admin.as('redaktor-2', widths.telephone)
    const id = await writeChange(author, editor, admin, 'Tillbaka')
    await open(editor, 'Tillbaka')
    const diff = editor.locator('.torg-diff__words')
    expect(await diff.locator('del').textContent()).toContain('tisdag')
    expect(await diff.locator('ins').textContent()).toContain('onsdag')
    await expectToFit(editor)
    await editor.locator('.torg-decide').getByRole('button', { name: 'Be om ändringar' }).click()
    const dialogue = editor.getByRole('dialog')
    await dialogue.getByLabel('Utgå från').selectOption({ label: 'Viktiga uppgifter saknas' })
    const message = dialogue.getByLabel('Meddelande')
    expect(await message.inputValue()).toContain('Tack för ”Tillbaka”')
    await message.fill('Vilken hall är det?')
    await dialogue.locator('.torg-notice-preview').getByText('Vilken hall är det?').waitFor()
    await expectToFit(editor)
    await dialogue.getByRole('button', { name: 'Be om ändringar' }).click()
    const notice = async () =>
      (
        await ask<{ docs: { message: string }[] }>(
          author,
          admin,
          'GET',
          `/api/notices?where[document][equals]=${id}&where[action][equals]=request-changes`,
        )
      ).docs
    await expect.poll(notice, { timeout: 20_000 }).toMatchObject([{ message: 'Vilken hall är det?' }])
    const { revision } = await ask<{ revision: number }>(author, admin, 'GET', `/api/events/${id}?depth=0`)
    await ask(author, admin, 'PATCH', `/api/events/${id}`, {
      revision,
      summary: 'Varje onsdag i Lilla hallen.',
    })
    await act(author, admin, `events/${id}`, 'submit', { message: 'Den lilla.' })
    await open(editor, 'Tillbaka')
    const thread = editor.locator('.torg-thread')
    await thread.getByText('Vilken hall är det?').waitFor()
    await thread.getByText('Den lilla.').waitFor()
    await editor.locator('.torg-decide').getByRole('button', { name: 'Godkänn', exact: true }).click()
    const shown = async () =>
      (await (await editor.request.get(`/feed/v1/ekby/events/${id}`)).json()) as { summary: string }
    await expect.poll(shown, { timeout: 20_000 }).toMatchObject({ summary: 'Varje onsdag i Lilla hallen.' })
    await editor.context().close()
  })

  it('shows where a link leads before and after, pictures beside each other, and repetition in words', async () => {
    const editor = await admin.as('redaktor')
    const linked = (url: string) => {
      const [first] = paragraph('x').root.children
      const link = {
        type: 'link',
        version: 3,
        fields: { linkType: 'custom', newTab: false, url },
        children: [{ ...first!.children[0]!, text: 'Anmäl dig här' }],
      }
      return { root: { ...paragraph('x').root, children: [{ ...first!, children: [link] }] } }
    }
    const upload = async (alt: string): Promise<string> => {
      const { doc } = (await (
        await author.request.post('/api/media', {
          headers: { Origin: admin.base },
          multipart: {
            file: { name: 'bild.png', mimeType: 'image/png', buffer: await plainPicture() },
            _payload: JSON.stringify({ alt, organisation: admin.ids.organisation }),
          },
        })
      ).json()) as { doc: { id: string } }
      return doc.id
    }
    const pictures = [await upload('Planen i dag'), await upload('Planen i går')]
    const id = await writeEvent(author, admin, {
      title: 'Bytt länk',
      body: linked('https://klubben.example/'),
      pictures: [pictures[1]],
      recurrenceRule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4',
    })
    await act(editor, admin, `events/${id}`, 'approve')
    const { revision } = await ask<{ revision: number }>(author, admin, 'GET', `/api/events/${id}?depth=0`)
    await ask(author, admin, 'PATCH', `/api/events/${id}`, {
      revision,
      body: linked('https://annat.example/'),
      pictures: [pictures[0]],
      recurrenceRule: 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4',
    })
    await act(author, admin, `events/${id}`, 'submit')
    await open(editor, 'Bytt länk')
    const changed = (field: string) =>
      editor.locator('.torg-diff > div').filter({ has: editor.getByText(field, { exact: true }) })
    const body = changed('Text')
    await body.getByText('Bara formen eller en länk har ändrats').waitFor()
    expect(await body.locator('del').textContent()).toContain('https://klubben.example/')
    expect(await body.locator('ins').textContent()).toContain('https://annat.example/')
    expect(await changed('Upprepas').locator('ins').first().textContent()).toMatch(/torsdag/)
    const figures = changed('Bilder').locator('figure')
    expect(
      await figures.locator('img').evaluateAll((all) => all.map((one) => one.getAttribute('alt'))),
    ).toEqual(['Planen i går', 'Planen i dag'])
    const [before, after] = [await figures.nth(0).boundingBox(), await figures.nth(1).boundingBox()]
    expect(after!.y).toBe(before!.y)
    expect(after!.x).toBeGreaterThan(before!.x + before!.width - 1)
    await act(editor, admin, `events/${id}`, 'request-changes', { message: 'Vart leder länken?' })
    await editor.context().close()
  })

  it('shows the second of two editors what changed while she read, and decides nothing for her', async () => {
    const id = await writeEvent(author, admin, { title: 'Krock', summary: 'Först.' })
    const page = await admin.as('redaktor-2')
    await open(page, 'Krock')
    await act(author, admin, `events/${id}`, 'withdraw-submission')
    const { revision } = await ask<{ revision: number }>(author, admin, 'GET', `/api/events/${id}?depth=0`)
    await ask(author, admin, 'PATCH', `/api/events/${id}`, { revision, summary: 'Sedan.' })
    await act(author, admin, `events/${id}`, 'submit')
    await page.keyboard.press('a')
    const dialogue = page.getByRole('dialog')
    await dialogue.getByText('Sedan.').waitFor()
    expect((await ask<{ pending: unknown }>(page, admin, 'GET', `/api/events/${id}/actions`)).pending).toBe(
      null,
    )
    await dialogue.getByRole('button', { name: 'Läs in den nya versionen' }).click()
    await page.frameLocator('iframe[title="Hela sidan"]').getByText('Sedan.').waitFor()
    await page.keyboard.press('a')
    await page.locator('.torg-held--bar').getByText('Godkänt: Krock.').waitFor()
    await page.context().close()
  })

  it('decides about twenty at once, each on its own, and says which three could not be', async () => {
    const page = await admin.as('redaktor-2')
    const ids: string[] = []
    for (let index = 0; index < 20; index += 1) ids.push(await writePost(author, admin, `Många ${index}`))
    await page.goto('/admin/moderation?surface=community')
    await page.locator('[data-queue-key]', { hasText: 'Många 19' }).waitFor()
    for (const index of [2, 9]) await act(author, admin, `posts/${ids[index]!}`, 'withdraw-submission')
    const colleague = await admin.as('redaktor')
    await act(colleague, admin, `posts/${ids[15]!}`, 'approve')
    await page.getByLabel('Välj alla som visas').check()
    await page.getByRole('button', { name: 'Besluta om 20 valda' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByRole('button', { name: 'Besluta', exact: true }).click()
    await dialogue.getByText('17 klara, 3 gick inte').waitFor()
    const failed = dialogue.locator('li[data-outcome="refused"]')
    expect(await failed.count()).toBe(3)
    for (const title of ['Många 2', 'Många 9', 'Många 15'])
      await failed.filter({ hasText: new RegExp(`${title}(?!\\d)`) }).waitFor()
    await dialogue.getByRole('button', { name: 'Stäng' }).click()
    const states = async () =>
      (
        await Promise.all(
          ids.map((id) => ask<{ state: string }>(page, admin, 'GET', `/api/posts/${id}?depth=0`)),
        )
      ).map(({ state }) => state)
    await expect
      .poll(async () => (await states()).filter((state) => state === 'approved').length, { timeout: 30_000 })
      .toBe(18)
    await colleague.context().close()
    await page.context().close()
  })

  it('goes on with the next page once all that is shown is decided, and puts what is undone back in its order', async () => {
    const page = await admin.as('redaktor-2')
    for (let index = 0; index < 5; index += 1) await writePost(author, admin, `Sida ${index}`)
    // As if the pages were small: three lines each.
    await page.route('**/api/moderation/queue?*', (route) =>
      route.continue({ url: `${route.request().url()}&limit=3` }),
    )
    await page.goto('/admin/moderation?surface=community')
    const lines = () => page.locator('[data-queue-key]').allTextContents()
    await expect.poll(lines).toEqual(['Sida 0', 'Sida 1', 'Sida 2'])
    const decide = async () => {
      await page.getByLabel('Välj alla som visas').check()
      await page.getByRole('button', { name: 'Besluta om 3 valda' }).click()
      const dialogue = page.getByRole('dialog')
      await dialogue.getByRole('button', { name: 'Besluta', exact: true }).click()
      await dialogue.getByText('3 klara, 0 gick inte').waitFor()
      return dialogue
    }
    const first = await decide()
    // What the dialogue is about stays so, though the lines have left the list.
    await first.getByRole('heading', { name: 'Besluta om 3 valda' }).waitFor()
    await first.getByRole('button', { name: 'Ångra alla' }).click()
    await first.getByRole('status').getByText('3 beslut är ångrade.').waitFor()
    expect(await first.locator('li[data-outcome="undone"]').count()).toBe(3)
    await first.getByRole('button', { name: 'Stäng' }).click()
    await expect.poll(async () => (await lines()).slice(0, 3)).toEqual(['Sida 0', 'Sida 1', 'Sida 2'])
    await page.getByRole('button', { name: 'Välj inga' }).click()
    await page.reload()
    await expect.poll(lines).toEqual(['Sida 0', 'Sida 1', 'Sida 2'])
    const second = await decide()
    await second.getByRole('button', { name: 'Stäng' }).click()
    await expect.poll(lines).toEqual(['Sida 3', 'Sida 4'])
    expect(await page.getByText('Ingenting väntar').count()).toBe(0)
    await page.context().close()
  })

  it('writes to each of several authors in their language, keeps words that were typed, and forgets what another filter hides', async () => {
    const page = await admin.as('redaktor-2')
    await writePost(author, admin, 'På svenska')
    await writePost(author, admin, 'In English', { language: 'en' })
    await page.goto('/admin/moderation?surface=community')
    for (const title of ['På svenska', 'In English']) await page.getByLabel(`Välj ${title}`).check()
    await page.getByRole('button', { name: 'Besluta om 2 valda' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByLabel('Avslå').check()
    await dialogue.getByLabel('Skäl').selectOption({ label: 'Reklam' })
    const shown = (language: string) => dialogue.locator(`[data-language="${language}"] blockquote`)
    expect(await shown('sv').textContent()).toContain('”På svenska” kan inte publiceras')
    expect(await shown('en').textContent()).toContain('“In English” cannot be published')
    const message = dialogue.getByLabel('Meddelande')
    await message.fill('Ring oss om {title}.')
    await dialogue.getByLabel('Skäl').selectOption({ label: 'Finns redan' })
    await dialogue.getByLabel('Be om ändringar').check()
    await dialogue.getByLabel('Avslå').check()
    expect(await message.inputValue()).toBe('Ring oss om {title}.')
    expect(await shown('en').textContent()).toBe('Ring oss om In English.')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await dialogue.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Besluta om 2 valda' }).click()
    expect(await message.inputValue()).toBe('Ring oss om {title}.')
    await page.keyboard.press('Escape')
    await page.getByLabel('Språk').selectOption({ label: 'English' })
    await page.waitForURL(/language=en/)
    await page.locator('[data-queue-key]', { hasText: 'På svenska' }).waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: /Besluta om/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Rensa filter' }).click()
    await page.context().close()
  })

  it('lets a colleague, and whoever loads the page anew, take back what has not taken effect, and shows when it has', async () => {
    const id = await writeEvent(author, admin, { title: 'Hinner ångras' })
    const first = await admin.as('kommunadmin')
    const second = await admin.as('redaktor-2')
    const address = `/admin/moderation?open=events/${id}`
    const approve = async () => {
      await first.goto(address)
      // The letter stands on the button once it is known that this account uses single keys.
      await first.locator('.torg-decide [aria-keyshortcuts="a"]').waitFor()
      await first.keyboard.press('a')
      await first.locator('.torg-held--bar').getByText('Godkänt: Hinner ångras.').waitFor()
    }
    const pending = async () =>
      (await ask<{ pending: unknown }>(second, admin, 'GET', `/api/events/${id}/actions`)).pending
    const said = (page: Page) => page.locator('p.torg-hidden[role="status"]')
    // Both read it; the first decides, and the second cannot decide over it.
    await second.goto(address)
    await second.locator('.torg-decide [aria-keyshortcuts="a"]').waitFor()
    await approve()
    await second.keyboard.press('a')
    await second.locator('.torg-fault').waitFor()
    await second.goto(address)
    await second.locator('.torg-decide .torg-held').getByRole('button', { name: 'Ångra' }).click()
    await said(second).getByText('Beslutet är ångrat: Hinner ångras.').waitFor({ state: 'attached' })
    await second.locator('.torg-decide').getByRole('button', { name: 'Godkänn', exact: true }).waitFor()
    expect(await pending()).toBe(null)
    await approve()
    await first.goto(address)
    await first.locator('.torg-decide .torg-held').waitFor()
    const afterUndoing = async () => {
      await first.keyboard.press('z')
      return pending()
    }
    await expect.poll(afterUndoing).toBe(null)
    await first.locator('.torg-decide').getByRole('button', { name: 'Godkänn', exact: true }).waitFor()
    await approve()
    await second.goto(address)
    await second.locator('.torg-decide .torg-held').waitFor()
    // By itself, once it has.
    await second
      .locator('.torg-item__marks')
      .getByText('Publikt nu', { exact: true })
      .waitFor({ timeout: 30_000 })
    expect(await second.locator('.torg-held').count()).toBe(0)
    await first.context().close()
    await second.context().close()
  })

  it('undoes all under what went out without review, says so, and puts the lines back', async () => {
    const page = await admin.as('redaktor-2')
    const titles = ['Ute 1', 'Ute 2']
    for (const title of titles) {
      const id = await writeEvent(author, admin, { title })
      await act(page, admin, `events/${id}`, 'approve')
      await act(author, admin, `events/${id}`, 'announce', { status: 'cancelled', reason: 'weather' })
    }
    await page.goto('/admin/moderation/public?unreviewed=1')
    const lines = page.locator('[data-queue-key]')
    await lines.filter({ hasText: 'Ute' }).nth(1).waitFor()
    const before = await lines.allTextContents()
    for (const title of titles) {
      await lines.filter({ hasText: title }).click()
      await heading(page).getByText(title, { exact: true }).waitFor()
      await page.keyboard.press('r')
      const dialogue = page.getByRole('dialog')
      await dialogue.getByLabel('Skäl').selectOption({ label: 'Uppgifterna stämde inte' })
      await dialogue.getByRole('button', { name: 'Återkalla' }).click()
      await dialogue.waitFor({ state: 'detached' })
      const back = page.getByRole('button', { name: 'Till listan' })
      if (await back.isVisible()) await back.click()
    }
    expect((await lines.allTextContents()).filter((text) => text.startsWith('Ute'))).toEqual([])
    await page.getByRole('button', { name: 'Ångra alla' }).click()
    await page
      .locator('p.torg-hidden[role="status"]')
      .getByText('2 beslut är ångrade.')
      .waitFor({ state: 'attached' })
    await expect.poll(() => lines.allTextContents()).toEqual(before)
    await page.context().close()
  })

  it('gives an appeal to another editor than who decided', async () => {
    const id = await writePost(author, admin, 'Prövas om')
    const first = await admin.as('redaktor')
    await act(first, admin, `posts/${id}`, 'reject', { reason: 'commercial', message: 'Det är reklam.' })
    await act(author, admin, `posts/${id}`, 'appeal', { message: 'Ingenting säljs.' })
    await open(first, 'Prövas om')
    await first.locator('.torg-said-by-author').getByText('Ingenting säljs.').waitFor()
    expect(await first.locator('.torg-decide').getByRole('button', { name: 'Ändra beslutet' }).count()).toBe(
      0,
    )
    const second = await admin.as('redaktor-2')
    await open(second, 'Prövas om')
    await second.keyboard.press('r')
    const dialogue = second.getByRole('dialog')
    await dialogue.getByLabel('Meddelande').fill('Beslutet står fast: priset nämns tre gånger.')
    await dialogue.getByRole('button', { name: 'Låt beslutet stå' }).click()
    const last = async () =>
      (await ask<{ last: object }>(second, admin, 'GET', `/api/posts/${id}/actions`)).last
    await expect.poll(last, { timeout: 20_000 }).toMatchObject({ action: 'uphold' })
    await first.context().close()
    await second.context().close()
  })

  it('is told of by its address: filters are kept with the account, and a link opens what it names', async () => {
    const id = await writeEvent(author, admin, { title: 'Länkad' })
    const page = await admin.as('redaktor-2')
    await page.goto('/admin/moderation')
    await page.locator('[data-queue-key]').first().waitFor()
    await page.getByText('Filter', { exact: true }).click()
    await page.getByLabel('Yta').selectOption({ label: 'Kalender' })
    await page.waitForURL(/surface=calendar/)
    // Who cannot see the list is told what the filter leaves of it.
    await page
      .getByRole('status')
      .getByText(/^\d+\+? rad(er)? i listan$/)
      .waitFor({ state: 'attached' })
    await page.goto('/admin/moderation')
    await page.waitForURL(/surface=calendar/)
    await page.goto(`/admin/moderation?open=events/${id}`)
    await heading(page).getByText('Länkad', { exact: true }).waitFor()
    await page.context().close()
  })

  it('lets an admin take down what is public, saying first what will happen, and bring it back', async () => {
    const page = await admin.as('kommunadmin')
    const id = await writeEvent(author, admin, { title: 'Tas ner' })
    await act(page, admin, `events/${id}`, 'approve')
    await page.goto('/admin/moderation/public')
    await page.locator('[data-queue-key]', { hasText: 'Tas ner' }).click()
    await heading(page).getByText('Tas ner', { exact: true }).waitFor()
    await page.keyboard.press('r')
    const dialogue = page.getByRole('dialog')
    await dialogue.getByText('Det försvinner för invånarna inom en sekund').waitFor()
    await dialogue.getByLabel('Skäl').selectOption({ label: 'Uppgifterna stämde inte' })
    await dialogue.getByRole('button', { name: 'Återkalla' }).click()
    const status = async () => (await page.request.get(`/feed/v1/ekby/events/${id}`)).status()
    await expect.poll(status, { timeout: 20_000 }).toBe(410)
    await page.goto('/admin/moderation/public?publication=withdrawn')
    await page.locator('[data-queue-key]', { hasText: 'Tas ner' }).click()
    await page.locator('.torg-decide').getByRole('button', { name: 'Återställ' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Återställ' }).click()
    await expect.poll(status, { timeout: 20_000 }).toBe(200)
    await page.context().close()
  })

  it('counts in the figures what takes place on each of the coming days', async () => {
    const page = await admin.as('redaktor-2')
    const id = await writeEvent(author, admin, { title: 'I övermorgon', start: hourIn(2), end: null })
    await act(page, admin, `events/${id}`, 'approve')
    await page.goto('/admin/moderation/figures')
    const week = page.locator('.torg-chart').filter({ hasText: 'Den kommande veckan' })
    await week.locator('summary').click()
    const counts = week.locator('table tbody tr')
    expect(await counts.count()).toBe(7)
    await expect.poll(() => counts.nth(2).locator('td').last().textContent()).toBe('1')
    await page.context().close()
  })

  it('says what a switch of mode means, and switches it for whoever may', async () => {
    const editor = await admin.as('redaktor-2')
    await editor.goto('/admin/moderation/modes')
    await editor.getByText('Bara kommunens administratör byter läge.').waitFor()
    const page = await admin.as('kommunadmin')
    await page.goto('/admin/moderation/modes')
    await page
      .getByRole('button', { name: /Byt till/ })
      .nth(1)
      .click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByText('Inget som är publikt ändras.').waitFor()
    await dialogue.getByRole('button', { name: 'Byt', exact: true }).click()
    await dialogue.waitFor({ state: 'detached' })
    const mode = async () =>
      (
        await ask<{ modeCommunity: string }>(
          page,
          admin,
          'GET',
          `/api/municipalities/${admin.ids.municipality}?depth=0`,
        )
      ).modeCommunity
    expect(await mode()).toBe('post')
    await ask(page, admin, 'PATCH', `/api/municipalities/${admin.ids.municipality}`, { modeCommunity: 'pre' })
    await editor.context().close()
    await page.context().close()
  })

  it('is closed to who decides nothing, and leads who is not logged in to the login', async () => {
    await author.goto('/admin/moderation')
    await author.getByText('Granskningen är till för kommunens redaktörer.').waitFor()
    const page = await (await admin.browser.newContext({ baseURL: admin.base })).newPage()
    await page.goto('/admin/moderation/figures')
    await page.waitForURL(/\/admin\/login\?redirect=/)
    await page.context().close()
  })
})
