/** One field of a form as Payload keeps it. */
interface FormValue {
  value?: unknown
  initialValue?: unknown
  disableFormData?: boolean
  passesCondition?: boolean
}

/** Shown in forms and never sent: decisions set them. */
const facts = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'state',
  'publication',
  'revision',
  'submittedAt',
  'dueAt',
  'startsAt',
  'listedForReview',
  'pinned',
  'life',
  'confirmedAt',
])

const nothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Documents count by their ids, and nothing is nothing however it is spelt. */
function plain(value: unknown): unknown {
  if (nothing(value)) return null
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null && 'id' in value && Object.keys(value).length > 1) {
    return String((value as { id: unknown }).id)
  }
  return value
}

const same = (a: unknown, b: unknown) => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

/** Names of the top-level fields that differ from what was loaded. */
export function changedNames(fields: Record<string, FormValue>): string[] {
  const changed = Object.entries(fields)
    .filter(([, field]) => !field.disableFormData || Array.isArray((field as { rows?: unknown }).rows))
    .filter(([, field]) => !same(field.value, field.initialValue))
    .map(([path]) => path.split('.')[0]!)
  return [...new Set(changed)].filter((name) => !facts.has(name))
}

/**
 * What a save or a decision sends: of the form's data, only these fields, relations as ids. Payload's form says 0 for
 * a list without rows, which is no list to anybody else.
 */
export function dataOf(
  data: Record<string, unknown>,
  names: readonly string[],
  isList: (name: string) => boolean = () => false,
): Record<string, unknown> {
  const value = (name: string) =>
    isList(name) && !Array.isArray(data[name]) ? [] : relationsAsIds(data[name])
  return Object.fromEntries(names.map((name) => [name, value(name)]))
}

function relationsAsIds(value: unknown): unknown {
  if (value === undefined || value === '') return null
  if (Array.isArray(value)) {
    return value.map((each) =>
      typeof each === 'object' && each !== null && ('createdAt' in each || 'filename' in each)
        ? String((each as unknown as { id: unknown }).id)
        : each,
    )
  }
  if (typeof value === 'object' && value !== null && 'createdAt' in value && 'id' in value) {
    return String((value as { id: unknown }).id)
  }
  return value
}

/** Names of everything that a new document sends. */
export const newNames = (data: Record<string, unknown>): string[] =>
  Object.keys(data).filter((name) => !facts.has(name) && data[name] !== undefined && data[name] !== null)
