import { entryFields, type LogEntry } from './log-entry.js'

/** Columns of an export: the entry, and where it hangs in its line. */
export const exportColumns = ['sequence', ...entryFields, 'previous', 'hash'] as const
export type ExportedEntry = LogEntry & {
  sequence: number | null
  previous: string | null
  hash: string | null
}

/**
 * One field of CSV (RFC 4180). What a spreadsheet would take for a formula is made a text: codes of house rules are the
 * municipality's own to choose.
 */
function field(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvHead = `${exportColumns.join(',')}\r\n`
export const csvLine = (entry: ExportedEntry): string =>
  `${exportColumns.map((column) => field(entry[column])).join(',')}\r\n`
