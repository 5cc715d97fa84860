import { meaningOf, parameters, publicName } from '../feed/parameters.js'
import { shapeSchemas } from '../feed/shapes/index.js'
import { escapeHtml } from '../publication/rich-text.js'
import {
  beginning,
  calendars,
  changes,
  embedding,
  errors,
  graphql,
  rules,
  takenDown,
  terms,
} from './docs-text.js'
import type { FeedRoute } from './feed-route.js'
import { municipalityRoutes } from './feed-routes.js'
import { addressOf } from './openapi.js'
import { link, pageFrame } from './page-frame.js'
import type { Samples } from './samples.js'

/** The documentation that people read, from the same tables as the router; its examples are links that can be opened. */
export function docsPage(baseUrl: string, samples: Samples): string {
  const feed = `${baseUrl}/feed/v1`
  const shapes = Object.entries(shapeSchemas()).map(
    ([name, schema]) => `<section id="${name}"><h3>${name}</h3>${shapeTable(schema)}</section>`,
  )
  const chapters = [
    beginning(feed, samples),
    rules,
    changes(feed),
    takenDown,
    calendars,
    embedding(baseUrl, samples),
    errors,
    graphql(feed, samples),
    terms,
    `<section id="addresses"><h2>Addresses</h2>${municipalityRoutes.map((route) => door(route, feed, samples)).join('')}</section>`,
    `<section id="answers"><h2>What is answered</h2><p>JSON objects; what is not said is <code>null</code>, and lists may be empty.</p>${shapes.join('')}</section>`,
  ]
  const contents = chapters.map((chapter) => {
    const [, id, title] = /<section id="(\w+)"><h2>([^<]+)/.exec(chapter)!
    return `<li><a href="#${id}">${title}</a></li>`
  })
  return pageFrame(
    'en',
    'Torg: the public feed',
    `<header><h1>The public feed</h1><nav aria-label="Contents"><ul>${contents.join('')}</ul></nav></header><main>${chapters.join('')}</main>`,
  )
}

function door(route: FeedRoute, feed: string, samples: Samples): string {
  const address = feed + addressOf(route.path, samples)
  const rows = route.parameters.map((name) => {
    const { example } = parameters[name] as { example?: string }
    const shown = example === undefined ? '' : ` <code>${publicName(name)}=${escapeHtml(example)}</code>`
    return `<tr><th scope="row"><code>${publicName(name)}</code></th><td>${escapeHtml(meaningOf(name))}${shown}</td></tr>`
  })
  const examples = [['As it is', ''], ...Object.entries(route.examples ?? {})].map(
    ([words, query]) => `<li>${link(query ? `${address}?${query}` : address, words!)}</li>`,
  )
  const table = `<table><thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  const shape = route.shape ? `: <a href="#${route.shape}">${route.shape}</a>` : ''
  return (
    `<section><h3><code>${escapeHtml(`/feed/v1${route.path}`)}</code></h3>` +
    `<p>${escapeHtml(route.summary)} <code>${route.type.split(';')[0]}</code>${shape}</p>` +
    `<ul>${examples.join('')}</ul>${rows.length > 0 ? table : ''}</section>`
  )
}

type Schema = Record<string, unknown>

function shapeTable({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties as Record<string, Schema>).map(([name, schema]) => {
    const always = (required as string[]).includes(name) ? '' : ', not always'
    const meaning = escapeHtml(String(schema.description ?? '')).replace(/`(\w+)`/g, '<code>$1</code>')
    return `<tr><th scope="row"><code>${name}</code></th><td>${typeOf(schema)}${always}</td><td>${meaning}</td></tr>`
  })
  return `<table><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** A type in a few words, with the way to shapes that have a table of their own. */
function typeOf(schema: Schema): string {
  const { $ref, type, items, anyOf, enum: values, properties, additionalProperties } = schema
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1)!
    return `<a href="#${name}">${name}</a>`
  }
  if ('const' in schema) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`
  if (Array.isArray(values)) return values.map((one) => `<code>${escapeHtml(String(one))}</code>`).join(' ')
  if (Array.isArray(anyOf)) return anyOf.map((one) => typeOf(one as Schema)).join(' or ')
  if (Array.isArray(type)) return type.map(String).join(' or ')
  if (type === 'array') return `list of ${typeOf(items as Schema)}`
  if (properties)
    return `{ ${Object.entries(properties as Record<string, Schema>)
      .map(([name, one]) => `<code>${name}</code>: ${typeOf(one)}`)
      .join(', ')} }`
  return additionalProperties ? `object of ${typeOf(additionalProperties as Schema)}` : String(type ?? 'any')
}
