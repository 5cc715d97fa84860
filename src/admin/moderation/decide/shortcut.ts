/** What a single key does in the workbench. */
export type Shortcut =
  | 'next'
  | 'previous'
  | 'approve'
  | 'edit'
  | 'changes'
  | 'reject'
  | 'undo'
  | 'claim'
  | 'select'
  | 'back'
  | 'help'

const keys: Record<string, Shortcut> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  e: 'edit',
  c: 'changes',
  r: 'reject',
  z: 'undo',
  m: 'claim',
  x: 'select',
  u: 'back',
  '?': 'help',
}

export const shortcutKeys = Object.entries(keys).map(([key, shortcut]) => ({ key, shortcut }))

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
  isComposing: boolean
}

/** Where letters are typed, and where the browser has keys of its own. */
const typing =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"]'

/**
 * The shortcut behind a key, or null: never while somebody types, never together with Ctrl, Alt or Cmd (those belong to
 * the browser and to screen readers), never inside an open dialogue, and not again while the key is held down.
 */
export function shortcutOf(
  { key, ctrlKey, metaKey, altKey, repeat, isComposing }: Pressed,
  target: Pick<Element, 'closest'> | null,
): Shortcut | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null
  if (target?.closest(typing) || target?.closest('dialog')) return null
  const shortcut = keys[key] ?? null
  // Moving on may repeat; a decision must not.
  if (repeat && shortcut !== 'next' && shortcut !== 'previous') return null
  return shortcut
}
