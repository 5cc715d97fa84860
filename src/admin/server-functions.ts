/**
 * What the admin's pages ask of the framework's server side. It knows more, such as `table-state`, which lists any
 * collection past the rules of REST and unknown to the log: what no page of ours asks for answers nobody.
 */
const asked: ReadonlySet<string> = new Set([
  'form-state',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
])

/** Throws for a server function that no page of the admin asks for. */
export function requireAsked(name: string): void {
  if (!asked.has(name)) throw new Error('No page of the admin asks for this.')
}
