import type { FeedIndex } from '../feed/feed-index.js'
import { docsPage } from './docs-page.js'
import { json } from './feed-route.js'
import { openApi } from './openapi.js'
import { html } from './page-frame.js'
import { readyAnswer, type ReadyAnswer } from './ready-answers.js'
import { samplesFrom } from './samples.js'

/** For so long the examples stay those of one moment: what they name may be taken down. */
const keptFor = 60_000

/** The documentation and the description, with examples of what is public now; made anew once a minute at most. */
export function createDocumentation(index: FeedIndex, baseUrl: string) {
  let made: { until: number; page: ReadyAnswer; description: ReadyAnswer } | undefined
  return (now: Date): { page: ReadyAnswer; description: ReadyAnswer } => {
    if (made && now.getTime() < made.until && now.getTime() >= made.until - keptFor) return made
    const samples = samplesFrom(index, now)
    made = {
      until: now.getTime() + keptFor,
      page: readyAnswer(html, docsPage(baseUrl, samples)),
      description: readyAnswer(json, JSON.stringify(openApi(baseUrl, samples))),
    }
    return made
  }
}
