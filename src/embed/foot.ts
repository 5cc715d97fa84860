import { link, make } from './make.js'
import type { Town } from './read-feed.js'
import { words, type Language } from './words.js'

/** Where there is more, where to tell of what should not be there, and what happens to the reader's data. */
export function footOf(town: Town, subscription: string, language: Language): HTMLElement {
  const said = words[language]
  const { text } = town.privacyNotice
  const links = [
    link(`${town.url}?lang=${language}`, said.all),
    link(subscription, said.subscribe),
    link(town.reportUrl, said.report),
  ]
  return make(
    'div',
    { class: 'foot' },
    make('ul', {}, ...links.map((one) => one && make('li', {}, one))),
    make('p', {}, text[language] ?? text[town.languages[0] ?? ''] ?? said.privacy),
  )
}
