import type { Page } from 'playwright-core'

/** Presses Tab until a control whose name begins like this has the focus; there is no mouse. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    const at = await page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null
      return (
        focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent ?? ''
      )
    })
    if (at.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${name}`)
}
