type Child = Node | string | null | undefined | false
type Attributes = Record<string, string | boolean | null | undefined>

/**
 * Makes an element. Texts become text nodes and attributes are set one by one: nothing is parsed as HTML, so that it
 * works under the strictest policy of a page, Trusted Types included, and nothing that was typed can break out.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(key, value === true ? '' : value)
  element.append(...children.filter((one): one is Node | string => Boolean(one)))
  return element
}

export function button(words: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, words)
  element.addEventListener('click', act)
  return element
}

/** A link to the web; nothing where the address is of another kind. */
export function link(
  url: string | null,
  words: string,
  attributes: Attributes = {},
): HTMLAnchorElement | null {
  if (!url || !/^(https?:\/\/|mailto:)/.test(url)) return null
  return make('a', { href: url, rel: 'noopener', ...attributes }, words)
}
