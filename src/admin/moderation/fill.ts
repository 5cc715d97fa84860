/** A sentence with its blanks (`{n}`) filled in; a blank without a value stays as it is. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : blank,
  )

/** `one thing|{n} things`: the form for this number, filled in. */
export function counted(forms: string, n: number, more = false): string {
  const [one = '', many = one] = forms.split('|')
  return fill(n === 1 && !more ? one : many, { n: more ? `${n}+` : n })
}
