import type { Page } from 'playwright-core'

const pictures = process.env.TORG_TEST_PICTURES

/** For whoever wants to look: a step as a picture, where a folder is named. */
export const look = async (page: Page, name: string): Promise<void> => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}
