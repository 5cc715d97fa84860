/**
 * The id behind a relationship, or null where none is set. Payload gives the id itself or, where it was read with
 * depth, the row; forms send an empty string for nothing.
 */
export const idOf = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'object') return String(value)
  const { id } = value as { id?: unknown }
  return id === null || id === undefined ? null : String(id)
}

/** The id behind a relationship that is always set; an empty text, which no row has as its id, where it is not. */
export const idAlways = (value: unknown): string => idOf(value) ?? ''
