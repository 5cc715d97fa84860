import { addMonths, firstOf, lastOf, monthOf, sameDayIn } from './days.js'
import { daysOf, eventsOn, listOf } from './event-list.js'
import { footOf } from './foot.js'
import { button, make } from './make.js'
import { monthGrid, monthInWords } from './month-grid.js'
import { FeedFault, read, type FaultName, type Occurrence, type Page, type Town } from './read-feed.js'
import { sheet } from './style.js'
import { dayInWords, languageAmong, words, type Language } from './words.js'

const fileName = '/assets/torg-calendar.js'
const isOurs = (one: Element | null): one is HTMLScriptElement =>
  one instanceof HTMLScriptElement && one.src.includes(fileName)
/** The feed is where this script came from. A module knows no current script, but the page still names it. */
const origin = new URL([document.currentScript, ...document.scripts].find(isOurs)?.src ?? document.baseURI)
  .origin

/** A list shows so many and then more; a month asks for pages until it has all, within reason. */
const [pageOfList, pageOfMonth, mostPages] = [25, 100, 10]

/**
 * `<torg-calendar municipality="…" category="…" lang="…" view="list|month">`: the events of a municipality on any page.
 * It keeps nothing, asks nobody but the feed, and says in words what is wrong where it has nothing to show.
 */
class TorgCalendar extends HTMLElement {
  static observedAttributes = ['municipality', 'category', 'lang', 'view']

  readonly #root = this.attachShadow({ mode: 'open' })
  readonly #frame = make('section', { class: 'frame' })
  readonly #status = make('p', { class: 'unseen', role: 'status' })
  readonly #body = make('div')
  #asking = new AbortController()
  #town: Town | null = null
  #language: Language = 'sv'
  #today = ''
  #day = ''
  #isMonth = false
  #planned = false

  constructor() {
    super()
    this.#root.adoptedStyleSheets = [sheet()]
    this.#root.append(this.#frame, this.#status)
  }

  connectedCallback(): void {
    this.#begin()
  }
  disconnectedCallback(): void {
    this.#asking.abort()
  }
  attributeChangedCallback(): void {
    this.#begin()
  }

  /** Attributes that change together begin anew once. */
  #begin(): void {
    if (this.#planned || !this.isConnected) return
    this.#planned = true
    queueMicrotask(() => {
      this.#planned = false
      void this.#load()
    })
  }

  get #words() {
    return words[this.#language]
  }
  #address(path: string, query: Record<string, string | null> = {}): string {
    const url = new URL(
      `/feed/v1/${encodeURIComponent(this.getAttribute('municipality') ?? '')}${path}`,
      origin,
    )
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
    return url.href
  }
  #events(query: Record<string, string>): string {
    const category = this.getAttribute('category')?.replace(/\s+/g, '') ?? null
    return this.#address('/events', { lang: this.#language, category, ...query })
  }

  /** Runs what reads the feed; what was under way before counts no more, and a fault is shown in words. */
  async #ask(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#asking.abort()
    const mine = (this.#asking = new AbortController())
    this.#body.setAttribute('aria-busy', 'true')
    try {
      await work(mine.signal)
    } catch (fault) {
      if (mine.signal.aborted) return
      this.#explain(fault instanceof FeedFault ? fault.reason : 'unreachable')
    }
    if (!mine.signal.aborted) this.#body.removeAttribute('aria-busy')
  }

  async #load(): Promise<void> {
    const around = this.parentElement?.closest('[lang]')?.getAttribute('lang')
    this.#language = languageAmong([this.getAttribute('lang'), around])
    this.#isMonth = this.getAttribute('view') === 'month'
    this.#town = null
    this.#show()
    await this.#ask(async (signal) => {
      if (!this.getAttribute('municipality')) throw new FeedFault('unnamed')
      this.#body.replaceChildren(make('p', {}, this.#words.loading))
      this.#town = await read<Town>(this.#address(''), signal)
      this.#language = languageAmong([this.getAttribute('lang'), around, ...this.#town.languages])
      this.#today = new Intl.DateTimeFormat('sv-SE', { timeZone: this.#town.zone }).format(new Date())
      this.#day = this.#today
      this.#show()
      await this.#fill(signal)
    })
  }

  #fill(signal: AbortSignal): Promise<void> {
    return this.#isMonth ? this.#fillMonth(signal) : this.#fillList(signal)
  }

  /** Everything but the events themselves. */
  #show(): void {
    const said = this.#words
    const town = this.#town
    this.#frame.lang = this.#language
    this.#status.lang = this.#language
    const title = town ? `${said.title} · ${town.name}` : said.title
    this.#frame.setAttribute('aria-label', title)
    const view = (name: string, isMonth: boolean) =>
      button(name, () => this.#choose(isMonth), { 'aria-pressed': String(this.#isMonth === isMonth) })
    const views = make(
      'div',
      { class: 'views', role: 'group', 'aria-label': said.view },
      view(said.list, false),
      view(said.month, true),
    )
    this.#frame.replaceChildren(
      make('div', { class: 'head' }, make('h2', {}, title), town && views),
      this.#body,
      town ? footOf(town, this.#address('/calendar.ics'), this.#language) : '',
    )
  }

  #choose(isMonth: boolean): void {
    this.#isMonth = isMonth
    const buttons = this.#frame.querySelectorAll('.views button')
    buttons.forEach((one, at) => one.setAttribute('aria-pressed', String((at === 1) === isMonth)))
    void this.#ask((signal) => this.#fill(signal))
  }

  async #fillList(signal: AbortSignal): Promise<void> {
    const shown: Occurrence[] = []
    const add = async (url: string, within: AbortSignal, isMore: boolean): Promise<void> => {
      const { items, next } = await read<Page>(url, within)
      const first = shown.length
      shown.push(...items)
      const more = next
        ? button(this.#words.more, () => void this.#ask((again) => add(next, again, true)), { class: 'more' })
        : null
      this.#body.replaceChildren(
        ...(shown.length > 0
          ? daysOf(shown, this.#today, this.#language)
          : [make('p', {}, this.#words.nothing)]),
        more ?? '',
      )
      this.#status.textContent = this.#words.shown(shown.length)
      // The button that was pressed is gone: the reader goes on at the first that is new.
      if (isMore) this.#body.querySelectorAll<HTMLElement>('.name a')[first]?.focus()
    }
    await add(this.#events({ limit: String(pageOfList) }), signal, false)
  }

  /** `focus`: whether the keyboard is to stand on the day when the month is there. */
  async #fillMonth(signal: AbortSignal, focus = false): Promise<void> {
    const month = monthOf(this.#day)
    const events: Occurrence[] = []
    let next: string | undefined = this.#events({
      from: firstOf(month),
      to: lastOf(month),
      limit: String(pageOfMonth),
    })
    for (let page = 0; next && page < mostPages; page += 1) {
      const answer: Page = await read<Page>(next, signal)
      events.push(...answer.items)
      next = answer.next
    }
    this.#showMonth(month, events, next !== undefined, focus)
  }

  #showMonth(month: string, events: Occurrence[], isCut: boolean, focus: boolean): void {
    const said = this.#words
    const show = (withFocus: boolean) => this.#showMonth(month, events, isCut, withFocus)
    const go = (day: string, withFocus: boolean): void => {
      this.#day = day
      if (monthOf(day) === month) return show(withFocus)
      void this.#ask((signal) => this.#fillMonth(signal, withFocus))
    }
    const step = (months: number, name: string, sign: string): HTMLButtonElement =>
      button(
        sign,
        () => {
          // From where one stands by now, not from the month that is still shown: quick presses all count.
          this.#day = sameDayIn(addMonths(monthOf(this.#day), months), this.#day)
          void this.#ask(async (signal) => {
            await this.#fillMonth(signal)
            this.#body.querySelectorAll<HTMLElement>('.steps button')[months < 0 ? 0 : 1]?.focus()
          })
        },
        { 'aria-label': name },
      )
    const table = monthGrid({
      month,
      day: this.#day,
      today: this.#today,
      events,
      language: this.#language,
      choose: (day) => go(day, true),
      standing: () => this.#day,
      move: (day) => go(day, true),
    })
    const its = eventsOn(events, this.#day)
    const day = dayInWords(this.#day, this.#language)
    this.#body.replaceChildren(
      make(
        'div',
        { class: 'steps' },
        step(-1, said.before, '‹'),
        make('p', { class: 'month' }, monthInWords(month, this.#language)),
        step(1, said.after, '›'),
      ),
      table,
      isCut ? make('p', {}, said.tooMany) : '',
      make('h3', { class: 'day' }, day),
      its.length > 0 ? listOf(its, this.#day, this.#language) : make('p', {}, said.nothingThatDay),
    )
    if (focus) table.querySelector<HTMLElement>(`[data-day="${this.#day}"]`)?.focus()
    this.#status.textContent = `${monthInWords(month, this.#language)}, ${said.events(events.length)}. ${day}, ${said.events(its.length)}`
  }

  #explain(reason: FaultName): void {
    const said = this.#words
    const mayHelp = reason === 'unreachable'
    const again = mayHelp ? button(said.again, () => void this.#load()) : ''
    this.#body.replaceChildren(
      make('div', { class: 'fault', role: 'alert' }, make('p', {}, said[reason]), again),
    )
    this.#status.textContent = ''
  }
}

if (!customElements.get('torg-calendar')) customElements.define('torg-calendar', TorgCalendar)
