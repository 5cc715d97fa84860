import type { Page } from 'playwright-core'

const mostPresses = 200

interface Way {
  /** Selector of what the control stands in; the whole page unless said. */
  within?: string
  key?: 'Tab' | 'Shift+Tab'
}

/** Presses Tab until a control whose name begins like this has the focus; there is no mouse. */
export async function tabTo(
  page: Page,
  name: string,
  { within = 'body', key = 'Tab' }: Way = {},
): Promise<void> {
  await tabUntil(page, key, name, () =>
    page.evaluate(
      ([region, wanted]) => {
        const focused = document.activeElement as HTMLInputElement | null
        if (!focused?.closest(region)) return false
        const labelled = focused.getAttribute('aria-label') ?? focused.labels?.[0]?.textContent
        return (labelled ?? focused.textContent ?? '').trim().startsWith(wanted)
      },
      [within, name] as const,
    ),
  )
}

/** Presses Tab until the control that this selector names has the focus: for fields that share their names with others. */
export async function tabToField(page: Page, selector: string): Promise<void> {
  await tabUntil(page, 'Tab', selector, () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector),
  )
}

async function tabUntil(
  page: Page,
  key: string,
  what: string,
  isThere: () => Promise<boolean>,
): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press(key)
  }
  throw new Error(`The keyboard does not reach ${what}`)
}
