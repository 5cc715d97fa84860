import type { CollectionConfig, Field, Tab } from 'payload'

/** Where people write what others will read. */
const written: readonly string[] = ['events', 'posts', 'organisations', 'media', 'places']
const note = '/src/admin/writing/field-note.tsx#FieldNote'
const ofText: readonly string[] = ['text', 'textarea', 'richText']

function noted(field: Field): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab): Tab => ({ ...tab, fields: tab.fields.map(noted) })) }
  if ('fields' in field) return { ...field, fields: field.fields.map(noted) } as Field
  const admin = (field.admin ?? {}) as { hidden?: boolean; components?: Record<string, unknown> }
  const shown = !admin.hidden && !('hidden' in field && field.hidden)
  if (!ofText.includes(field.type) || !shown || admin.components?.Field) return field
  return { ...field, admin: { ...admin, components: { ...admin.components, Description: note } } } as Field
}

/** Puts a note under each text field that people write in: it tells of personal data while they write. */
export const withNotes = (collection: CollectionConfig): CollectionConfig =>
  written.includes(collection.slug) ? { ...collection, fields: collection.fields.map(noted) } : collection
