type Json = Record<string, unknown>
interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  example?: unknown
}
interface Operation {
  description?: string
  parameters?: (Parameter | { $ref: string })[]
}

/** The parameters of an operation, those that it only names included. */
export function parametersOf({ parameters = [] }: Operation, { components }: OpenApi): Parameter[] {
  return parameters.map((one) => ('$ref' in one ? components.parameters[one.$ref.split('/').at(-1)!]! : one))
}
export interface OpenApi {
  servers: { url: string }[]
  paths: Record<string, { servers?: { url: string }[]; get?: Operation; post?: Operation }>
  components: { schemas: Record<string, Json>; parameters: Record<string, Parameter> }
}

/** What goes together only. */
const companions: Record<string, string[]> = { within: ['near'] }

/**
 * Every request that a description of the feed gives as an example: each address with the samples in its path, that with
 * each parameter's example, and each link in the words of an operation. Absolute addresses.
 */
export function exampleRequests(api: OpenApi): string[] {
  return Object.entries(api.paths).flatMap(([path, item]) => {
    const { description = '' } = item.get!
    const parameters = parametersOf(item.get!, api)
    const server = (item.servers ?? api.servers)[0]!.url
    const filled = parameters
      .filter((one) => one.in === 'path')
      .reduce((made, one) => made.replace(`{${one.name}}`, encodeURIComponent(String(one.example))), path)
    const address = server + (path === '/' ? '' : filled)
    const inQuery = parameters.filter((one) => one.in === 'query')
    const pair = ({ name, example }: Parameter): [string, string] => [
      name,
      Array.isArray(example) ? example.join(',') : String(example),
    ]
    const needed = inQuery.filter((one) => one.required).map(pair)
    const queries = [
      needed,
      ...inQuery
        .filter((one) => one.example !== undefined && !one.required)
        .map((one) => [
          ...needed,
          ...inQuery.filter(({ name }) => companions[one.name]?.includes(name)).map(pair),
          pair(one),
        ]),
    ]
    const withQueries = queries.map((each) =>
      each.length > 0 ? `${address}?${new URLSearchParams(each).toString()}` : address,
    )
    return [...withQueries, ...[...description.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, url]) => url!)]
  })
}
