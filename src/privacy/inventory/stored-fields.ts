import type { Field } from 'payload'

/** What a collection or a global of the running config has of fields, as far as this reads it. */
export interface Stored {
  slug: string
  fields: readonly Field[]
}

/**
 * The path of every field in which something may be stored: parts of groups, lists, tabs and blocks by their own path, the
 * id of each row included. What only shows something (`ui`) has none.
 */
export function storedFields({ fields }: Stored): string[] {
  return [...new Set(['id', ...fields.flatMap((field) => pathsOf(field, ''))])]
}

function pathsOf(field: Field, at: string): string[] {
  if (field.type === 'ui') return []
  if (field.type === 'tabs')
    return field.tabs.flatMap((tab) =>
      within(tab.fields, 'name' in tab && tab.name ? `${at}${tab.name}.` : at),
    )
  const own = 'name' in field && field.name ? `${at}${field.name}` : null
  if (field.type === 'blocks')
    // The list itself, too: its blocks may be defined elsewhere and only be named here.
    return [own!, ...field.blocks.flatMap((block) => within(block.fields, `${own}.${block.slug}.`))]
  if ('fields' in field && Array.isArray(field.fields)) return within(field.fields, own ? `${own}.` : at)
  return own ? [own] : []
}

const within = (fields: readonly Field[], at: string): string[] => fields.flatMap((one) => pathsOf(one, at))
