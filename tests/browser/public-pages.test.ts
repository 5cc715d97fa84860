import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  describeInBrowser,
  expectAccessible,
  expectToFit,
  launch,
  newContext,
  widths,
} from '../support/browser.js'
import { hostile, publicTown, type PublicTown } from '../support/public-town.js'

let town: PublicTown
let browser: Browser
const calendar = (more = '') => `<torg-calendar municipality="hagby" ${more}></torg-calendar>`

interface Watched {
  page: Page
  /** What the policy of the page, or its console, had to say. */
  complaints: string[]
  origins: Set<string>
}
async function foreignPage(viewport: { width: number; height: number } = widths.desk): Promise<Watched> {
  const context = await newContext(browser, town.foreign, viewport)
  const page = await context.newPage()
  const complaints: string[] = []
  const origins = new Set<string>()
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
  page.on('pageerror', (fault) => complaints.push(fault.message))
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  return { page, complaints, origins }
}
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement
    return inside?.getAttribute('data-day') ?? inside?.textContent ?? null
  })
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

describeInBrowser('what citizens see', () => {
  beforeAll(async () => {
    town = await publicTown()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    town?.stop()
  })

  describe.each([
    ['a desk, light', widths.desk, 'light'],
    ['a telephone, dark', widths.telephone, 'dark'],
  ] as const)('on %s, by WCAG 2.2 AA', (_name, viewport, colorScheme) => {
    it.each([
      ['sv', 'Viktigt just nu', 'Månad'],
      ['nb', 'Viktig akkurat nå', 'Måned'],
      ['en', 'Important right now', 'Month'],
    ])('the pages and the calendar in %s', async (lang, urgent, month) => {
      // The checker adds a script of its own, which our policies refuse.
      const context = await newContext(browser, town.base, viewport, { colorScheme, bypassCSP: true })
      const page = await context.newPage()
      await page.goto(`/hagby?lang=${lang}`)
      const alert = (await page.getByRole('heading', { name: urgent }).boundingBox())!
      const first = (await page.locator('li.event').first().boundingBox())!
      expect(alert.y).toBeLessThan(first.y)
      await expectAccessible(page)
      await expectToFit(page)
      const paths = [
        '/hagby/e/market',
        '/hagby/e/weekly',
        '/hagby/p/urgent',
        '/hagby/e/gone',
        '/hagby/privacy',
      ]
      for (const path of ['/', ...paths]) {
        await page.goto(`${path}?lang=${lang}`)
        expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        await expectAccessible(page)
        await expectToFit(page)
      }
      town.show(calendar(`lang="${lang}"`))
      await page.goto(town.foreign)
      await page.locator('torg-calendar li.event').first().waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: month }).click()
      await page.getByRole('grid').waitFor()
      await expectAccessible(page)
      await expectToFit(page)
      await context.close()
    })
  })

  it('a foreign page with the strictest policy shows the calendar, which asks nobody else and keeps nothing', async () => {
    const { page, complaints, origins } = await foreignPage()
    town.show(calendar())
    await page.goto('/')
    await page.locator('torg-calendar li.event').first().waitFor()
    expect(await page.locator('torg-calendar img').count()).toBeGreaterThan(0)
    expect(await page.getByRole('link', { name: hostile }).count()).toBe(1)
    expect(await page.title()).toBe('Grannkommunen')
    await page.getByRole('button', { name: 'Visa fler' }).click()
    await expect.poll(() => page.locator('torg-calendar li.event').count()).toBeGreaterThan(25)
    expect(await focused(page)).toMatch(/^Kväll|^Öppen/)
    expect([...origins].sort()).toEqual([town.base, town.foreign].sort())
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('the keyboard goes through the list and the days of the month, across its end', async () => {
    const { page, complaints } = await foreignPage()
    town.show(calendar())
    await page.goto('/')
    await page.locator('torg-calendar li.event').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Lista')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    // Month before, month after, and one stop for all days.
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab')
    const today = (await focused(page))!
    expect(today).toMatch(/^\d{4}-\d\d-\d\d$/)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => focused(page)).toBe(dayAfter(today, 1))
    for (let week = 1; week <= 6; week += 1) {
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => focused(page)).toBe(dayAfter(today, 1 + 7 * week))
    }
    const status = page.locator('torg-calendar [role=status]')
    const spoken = page.locator(`[data-day="${dayAfter(today, 43)}"]`)
    expect(await status.textContent()).toContain((await spoken.textContent())!)
    await page.keyboard.press('Tab')
    expect(await focused(page)).not.toMatch(/^\d{4}/)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  const ofHours = (page: Page, title: string): Promise<string | null> =>
    page.locator('torg-calendar li.event', { hasText: title }).locator('.hour').textContent()

  it.each([
    ['sv', 'till', 'Månad'],
    ['nb', 'til', 'Måned'],
    ['en', 'until', 'Month'],
  ])(
    'what goes on into the night says until when, on its day and on the next, in %s',
    async (lang, until, month) => {
      const { page, complaints } = await foreignPage()
      town.show(calendar(`lang="${lang}"`))
      await page.goto('/')
      await page.locator('torg-calendar li.event').first().waitFor()
      // 22 to 2 in winter; in summer Stockholm is an hour further on.
      const tail = new RegExp(`^${until} 0[23]:00$`)
      const evening = new RegExp(`^2[23]:00${until} 0[23]:00$`)
      expect(await ofHours(page, 'Gårdagens konsert')).toMatch(tail)
      expect(await ofHours(page, 'Nattkonsert')).toMatch(evening)
      await page.getByRole('button', { name: month }).click()
      await page.getByRole('grid').waitFor()
      expect(await ofHours(page, 'Gårdagens konsert')).toMatch(tail)
      await page.locator('torg-calendar [data-day][tabindex="0"]').focus()
      const today = (await focused(page))!
      for (const [days, words] of [
        [3, evening],
        [4, tail],
      ] as const) {
        const wished = dayAfter(today, days)
        for (let on = (await focused(page))!; on < wished; on = (await focused(page))!) {
          await page.keyboard.press('ArrowRight')
          await expect.poll(() => focused(page)).toBe(dayAfter(on, 1))
        }
        await expect.poll(() => ofHours(page, 'Nattkonsert')).toMatch(words)
      }
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  it('a category narrows the list and the month to what is in it', async () => {
    const { page } = await foreignPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    town.show(calendar('category=" music, none "'))
    await page.goto('/')
    const events = page.locator('torg-calendar li.event')
    await events.first().waitFor()
    expect(await events.locator('.name').allTextContents()).toEqual(['Gårdagens konsert', 'Nattkonsert'])
    await page.getByRole('button', { name: 'Månad' }).click()
    await page.getByRole('grid').waitFor()
    await expect.poll(() => events.locator('.name').allTextContents()).toEqual(['Gårdagens konsert'])
    const lists = asked.filter((url) => url.includes('/events?')).map((url) => new URL(url).searchParams)
    expect(lists.map((search) => search.get('category'))).toEqual(['music,none', 'music,none'])
    await page.context().close()
  })

  it.each([
    [
      'an unknown municipality',
      '<torg-calendar municipality="nowhere"></torg-calendar>',
      'finns inte i kalendern',
    ],
    ['a closed one', '<torg-calendar municipality="stangd"></torg-calendar>', 'visas inte just nu'],
    ['none', '<torg-calendar></torg-calendar>', 'attributet municipality saknas'],
    ['a category that cannot be one', calendar('category="&amp;="'), 'attributet category'],
  ])('of %s the calendar says so', async (_name, body, words) => {
    const { page } = await foreignPage(widths.telephone)
    town.show(body)
    await page.goto('/')
    expect(await page.getByRole('alert').textContent()).toContain(words)
    expect(await page.getByRole('button', { name: 'Försök igen' }).count()).toBe(0)
    await page.context().close()
  })

  it('a feed that cannot be reached is told, and tried again when asked', async () => {
    const { page } = await foreignPage(widths.telephone)
    town.show(calendar('category="sport" lang="en"'))
    await page.route('**/feed/v1/**', (route) => route.abort())
    await page.goto('/')
    expect(await page.getByRole('alert').textContent()).toContain('cannot be reached right now')
    await page.unroute('**/feed/v1/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('torg-calendar li.event').first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.context().close()
  })

  it('a page runs nothing that was typed, and its policy has nothing to complain of', async () => {
    const context = await newContext(browser, town.base, widths.desk)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
    await page.goto('/hagby/e/hostile')
    expect(await page.title()).toBe(`${hostile} · Hagby kommun`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(hostile)
    const linked = await page.locator('script[type="application/ld+json"]').textContent()
    expect((JSON.parse(linked!) as { name: string }).name).toBe(hostile)
    expect(complaints).toEqual([])
    await context.close()
  })
})
