import type { ReadableField } from '../read-values.js'

const holds = (field: ReadableField, name: string): boolean =>
  field.name === name ||
  (!field.name &&
    [...(field.fields ?? []), ...(field.tabs ?? []).flatMap((tab) => tab.fields)].some((inner) =>
      holds(inner, name),
    ))

/** Which tab of the form a field stands in, from 0; null where it stands in none. */
export function tabOf(fields: readonly ReadableField[], name: string): number | null {
  const tabs = fields.find(({ type }) => type === 'tabs')?.tabs ?? []
  const index = tabs.findIndex((tab) => tab.fields.some((field) => holds(field, name)))
  return index < 0 ? null : index
}

const focusable = 'input:not([type=hidden]), textarea, select, button, [contenteditable=true]'
const mostFrames = 30

/** Opens the tab of a field and puts the focus into it. `path` is that of a fault, such as `address.name`. */
export function goToField(fields: readonly ReadableField[], path: string): void {
  const [first = '', ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part))
  const name = first === 'recurrence' ? 'recurrenceRule' : first
  const tab = tabOf(fields, name)
  if (tab !== null) document.querySelectorAll<HTMLElement>('.tabs-field__tab-button')[tab]?.click()
  const ids = [[name, ...rest].join('__'), name].map((each) => CSS.escape(`field-${each}`))
  const look = (frames: number): void => {
    const found = ids.flatMap(
      (id) => document.querySelector<HTMLElement>(`#${id}, [data-torg-field="${id}"]`) ?? [],
    )[0]
    // The tab is drawn in one of the next frames.
    if (!found) return frames > 0 ? void requestAnimationFrame(() => look(frames - 1)) : undefined
    const target = found.matches(focusable) ? found : (found.querySelector<HTMLElement>(focusable) ?? found)
    found.scrollIntoView({ block: 'center' })
    target.focus({ preventScroll: true })
  }
  look(mostFrames)
}
