import type { Field } from 'payload'

const below = '/src/admin/fields/save-fault.tsx#SaveFault'

/** Fields that the framework draws itself say below them why the last save was refused, as ours do by themselves. */
export const tellingSaveFaults = (fields: Field[]): Field[] => fields.map(telling)

function telling(field: Field): Field {
  if (field.type === 'tabs')
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tellingSaveFaults(tab.fields) })),
    }
  if (field.type === 'text' || field.type === 'textarea' || field.type === 'number') {
    const components = field.admin?.components
    if (components?.Field) return field
    return {
      ...field,
      admin: { ...field.admin, components: { ...components, afterInput: [below] } },
    } as Field
  }
  if ('fields' in field) return { ...field, fields: tellingSaveFaults(field.fields) } as Field
  return field
}
