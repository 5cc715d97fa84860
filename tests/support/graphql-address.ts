import { everyField } from './every-field.js'

/** The address under `/feed/v1` at which GraphQL answers a query. */
export const graphqlAddress = (query: string): string =>
  `/feed/v1/graphql?${new URLSearchParams({ query: query.replace(/\s+/g, ' ') }).toString()}`

/** What GraphQL tells of a municipality, in a few questions: the lists, and what has changed. */
export function graphqlDoors(slug: string): string[] {
  const m = `municipality: ${JSON.stringify(slug)}`
  return [
    `{ events(${m}, limit: 100) { items { id title summary place { name address } organisation { id name } pictures { id } } } }`,
    `{ posts(${m}, limit: 100) { items { id title excerpt body { html } organisation { id name } pictures { id } } } }`,
    `{ manifest(${m}) { name latest } organisations(${m}) { items { ${everyField('Organisation')} } } places(${m}) { items { ${everyField('Place')} } } }`,
    `{ changes(${m}, limit: 200) { items { id kind state event { title summary place { name address } } post { title excerpt } organisation { name description } place { name } } } }`,
  ].map(graphqlAddress)
}
