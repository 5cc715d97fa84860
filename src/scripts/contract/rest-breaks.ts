type Json = Record<string, unknown>
interface Parameter {
  name: string
  in: string
  required?: boolean
  schema: Json
}
interface Operation {
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, Answer | { $ref: string }>
}
interface Answer {
  content?: Record<string, { schema: Json }>
}
export interface Description {
  paths: Record<string, Record<string, unknown>>
  components: {
    schemas: Record<string, Json>
    parameters?: Record<string, Parameter>
    responses?: Record<string, Answer>
  }
}
type Schemas = Record<string, Json>

/**
 * What a new description of the feed takes away from readers of the old one, in sentences; empty where it only grows.
 * Readers ignore what they do not know, so new addresses, parameters, fields and values are no breaks; a field that may
 * now be missing, null or of another type is one.
 */
export function restBreaks(before: Description, after: Description): string[] {
  return Object.entries(before.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'post'].includes(method))
      .flatMap(([method, old]) => {
        const fresh = after.paths[path]?.[method] as Operation | undefined
        const at = `${method.toUpperCase()} ${path}`
        if (!fresh) return [`${at} is gone`]
        return operationBreaks(whole(old as Operation, before), whole(fresh, after), at, {
          before: before.components.schemas,
          after: after.components.schemas,
        })
      }),
  )
}

interface Whole extends Operation {
  parameters: Parameter[]
  responses: Record<string, Answer>
}
/** An operation with the parameters and answers that it only names. */
function whole(operation: Operation, { components }: Description): Whole {
  const named = <T extends object>(one: T | { $ref: string }, all: Record<string, T> = {}): T =>
    '$ref' in one ? all[one.$ref.split('/').at(-1)!]! : one
  return {
    ...operation,
    parameters: (operation.parameters ?? []).map((one) => named(one, components.parameters)),
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, one]) => [status, named(one, components.responses)]),
    ),
  }
}

interface Names {
  before: Schemas
  after: Schemas
}

function operationBreaks(before: Whole, after: Whole, at: string, names: Names): string[] {
  const [known, fresh] = [before.parameters, after.parameters]
  const answers = Object.entries(before.responses).flatMap(([status, old]) =>
    Object.entries(old.content ?? {}).flatMap(([type, { schema }]) => {
      const now = after.responses[status]?.content?.[type]
      if (!now) return [`${at} no longer answers ${status} as ${type}`]
      return answerBreaks(schema, now.schema, `${at} ${status}`, names, new Set())
    }),
  )
  const bodies = Object.entries(before.requestBody?.content ?? {}).flatMap(([type, { schema }]) => {
    const now = after.requestBody?.content[type]
    if (!now) return [`${at} no longer takes ${type}`]
    const [old, asked] = [resolve(schema, names.before), resolve(now.schema, names.after)]
    return requiredOf(asked).flatMap((name) =>
      requiredOf(old).includes(name) ? [] : [`${at} now requires ${name}`],
    )
  })
  return [
    ...known.flatMap((one) => {
      const now = fresh.find((each) => each.name === one.name && each.in === one.in)
      return now ? parameterBreaks(one, now, at) : [`${at} no longer takes the parameter ${one.name}`]
    }),
    ...fresh.flatMap((one) =>
      one.required && !known.some((each) => each.name === one.name && each.required)
        ? [`${at} now requires the parameter ${one.name}`]
        : [],
    ),
    ...answers,
    ...bodies,
  ]
}

/** A parameter must go on taking what it took. */
function parameterBreaks(before: Parameter, after: Parameter, at: string): string[] {
  const of = `${at}: the parameter ${before.name}`
  const bound = (name: string, holds: (old: number, now: number) => boolean): string[] => {
    const [old, now] = [before.schema[name], after.schema[name]]
    if (now === undefined || (typeof old === 'number' && holds(old, Number(now)))) return []
    return [`${of} has a narrower ${name}`]
  }
  const values = (schema: Json): unknown[] | undefined =>
    (schema.enum ?? (schema.items as Json | undefined)?.enum) as unknown[] | undefined
  const lost =
    values(after.schema) &&
    (values(before.schema) ?? ['anything']).some((one) => !values(after.schema)!.includes(one))
  return [
    ...(before.schema.type === after.schema.type ? [] : [`${of} has another type`]),
    ...(lost ? [`${of} takes fewer values`] : []),
    ...bound('maximum', (old, now) => now >= old),
    ...bound('maxLength', (old, now) => now >= old),
    ...bound('minimum', (old, now) => now <= old),
    ...bound('minLength', (old, now) => now <= old),
  ]
}

function resolve(schema: Json, schemas: Schemas): Json {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1)! : null
  return name === null ? schema : resolve(schemas[name] ?? {}, schemas)
}
const requiredOf = (schema: Json): string[] => (schema.required as string[] | undefined) ?? []

/** The kinds of value that a schema allows, each by itself. */
function alternatives(schema: Json, schemas: Schemas): Json[] {
  const whole = resolve(schema, schemas)
  if (Array.isArray(whole.anyOf) && !whole.properties)
    return (whole.anyOf as Json[]).flatMap((one) => alternatives(one, schemas))
  return Array.isArray(whole.type) ? whole.type.map((type: unknown) => ({ ...whole, type })) : [whole]
}
const kindOf = ({ type, const: value }: Json): unknown => type ?? (value === undefined ? 'any' : typeof value)

/** An answer may become narrower, never wider: each kind of value that it can hold now was one before. */
function answerBreaks(before: Json, after: Json, at: string, names: Names, under: Set<string>): string[] {
  const circle = `${JSON.stringify(before)} ${JSON.stringify(after)}`
  if (under.has(circle)) return []
  const inner = new Set([...under, circle])
  const olds = alternatives(before, names.before)
  return alternatives(after, names.after).flatMap((now) => {
    const same = olds.filter((old) => kindOf(old) === kindOf(now) || kindOf(old) === 'any')
    if (same.length === 0) return [`${at} can be ${String(kindOf(now))} now`]
    const breaks = same.map((old) => objectBreaks(old, now, at, names, inner))
    // Of several kinds of object it must fit one that there was.
    return breaks.sort((a, b) => a.length - b.length)[0]!
  })
}

function objectBreaks(before: Json, after: Json, at: string, names: Names, under: Set<string>): string[] {
  const fields = Object.entries((before.properties as Record<string, Json> | undefined) ?? {})
  const now = (after.properties as Record<string, Json> | undefined) ?? {}
  const parts = (['items', 'additionalProperties'] as const).flatMap((part) => {
    const [old, fresh] = [before[part], after[part]]
    if (typeof old !== 'object' || typeof fresh !== 'object') return []
    return answerBreaks(old as Json, fresh as Json, `${at}[]`, names, under)
  })
  return [
    ...fields.flatMap(([name, old]) => {
      const fresh = now[name]
      if (!fresh) return [`${at}.${name} is gone`]
      return answerBreaks(old, fresh, `${at}.${name}`, names, under)
    }),
    ...requiredOf(before)
      .filter((name) => name in now && !requiredOf(after).includes(name))
      .map((name) => `${at}.${name} can be missing now`),
    ...parts,
  ]
}
