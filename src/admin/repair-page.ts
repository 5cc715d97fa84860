import type { Messages } from './messages/en.js'

/** One fault of the framework's pages and its repair; each is harmless where the fault is not. */
type Repair = (page: Document, words: Messages) => void

const each = (page: Document, selector: string, repair: (element: HTMLElement) => void) =>
  page.querySelectorAll<HTMLElement>(selector).forEach(repair)
const set = (element: HTMLElement, name: string, value: string) => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
/** A name for what has none. */
const name = (element: HTMLElement, words: string) => {
  if (!element.getAttribute('aria-label') && !element.getAttribute('aria-labelledby'))
    set(element, 'aria-label', words)
}

const repairs: readonly Repair[] = [
  // aria-hidden-focus: a closed navigation can still be reached with the keyboard.
  (page) =>
    each(page, '.nav', (nav) => {
      const open = nav.classList.contains('nav--nav-open')
      if (nav.inert === open) nav.inert = !open
    }),
  // aria-hidden-focus: closed drop-downs and drawers keep their buttons in the order of focus.
  (page) =>
    each(page, '[aria-hidden="true"]', (hidden) => {
      if (hidden.tabIndex >= 0) hidden.tabIndex = -1
      hidden
        .querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')
        .forEach((inner) => {
          if (inner.tabIndex >= 0) inner.tabIndex = -1
        })
    }),
  // label: the search of lists, its filters and the choosers of relations (react-select) name nothing.
  (page, words) =>
    each(page, '.search-filter__input, #search-filter-input', (input) => name(input, words.search)),
  (page, words) =>
    each(page, '.rs__input, .react-select input', (input) => {
      const field = input.closest('.field-type')?.querySelector('.field-label')?.textContent
      name(input, field?.replace('*', '').trim() || words.choose)
    }),
  (page, words) =>
    each(
      page,
      '.per-page button, .popup-button, .account__button',
      (button) => button.textContent?.trim() || name(button, words.more),
    ),
  (page, words) =>
    each(page, '.doc-controls__popup .popup-button, .doc-controls__popup button', (button) =>
      name(button, words.more),
    ),
  // aria-input-field-name: the rich text editor.
  (page, words) =>
    each(page, '[contenteditable="true"]', (editor) => {
      const field = editor.closest('.rich-text-lexical')?.querySelector('.field-label')?.textContent
      name(editor, field?.replace('*', '').trim() || words.text)
      set(editor, 'role', 'textbox')
      set(editor, 'aria-multiline', 'true')
    }),
  // scrollable-region-focusable: wide tables and rows of tabs scroll on a telephone.
  (page, words) =>
    each(
      page,
      '.table, .collection-list__tables, .tabs-field__tabs-wrap, .tabs-field__tabs, .fixed-toolbar, .doc-tabs, .step-nav, .app-header__step-nav-wrapper',
      (region) => {
        if (region.scrollWidth <= region.clientWidth + 1) return
        if (region.tabIndex < 0) region.tabIndex = 0
        if (!region.getAttribute('role')) set(region, 'role', 'group')
        name(region, words.scrolls)
      },
    ),
  // button-name: the buttons that appear over selected text show only their pictures.
  (page, words) =>
    each(page, '.toolbar-popup__button[data-button-key]', (button) => {
      if (!button.textContent?.trim())
        name(button, words.toolbar[button.dataset.buttonKey ?? ''] ?? words.text)
    }),
  // label-content-name-mismatch: the choice of a kind of text is called something else than it shows.
  (page) =>
    each(page, '.toolbar-popup__dropdown[aria-label]', (button) => {
      if (button.textContent?.trim()) button.removeAttribute('aria-label')
    }),
  // empty-table-header: the column of boxes.
  (page, words) =>
    each(
      page,
      'th',
      (cell) => cell.textContent?.trim() || cell.querySelector('[aria-label]') || name(cell, words.choose),
    ),
  (page, words) =>
    each(
      page,
      'input[type="checkbox"]:not([id]):not([aria-label])',
      (box) => box.closest('label') || name(box, words.choose),
    ),
]

/** Repairs what axe finds on Payload's own pages. Called after each change of the page. */
export function repairPage(page: Document, words: Messages): void {
  for (const repair of repairs) repair(page, words)
}
