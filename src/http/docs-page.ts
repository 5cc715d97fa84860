import { meaningOf, publicName } from '../feed/parameters.js'
import { shapeSchemas } from '../feed/shapes/index.js'
import { escapeHtml } from '../publication/rich-text.js'
import { municipalityRoutes } from './feed-routes.js'
import { link, pageFrame } from './page-frame.js'

/** The documentation that people read, from the same table as the router. */
export function docsPage(baseUrl: string): string {
  const feed = `${baseUrl}/feed/v1`
  const doors = municipalityRoutes.map((route) => {
    const rows = route.parameters.map(
      (name) =>
        `<tr><th scope="row"><code>${publicName(name)}</code></th><td>${escapeHtml(meaningOf(name))}</td></tr>`,
    )
    const type = route.type.split(';')[0]!
    const table = `<table><thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    return `<section><h3><code>${escapeHtml(`/feed/v1${route.path}`)}</code></h3><p>${escapeHtml(route.summary)} <code>${type}</code>${route.shape ? `: <a href="#${route.shape}">${route.shape}</a>` : ''}</p>${rows.length > 0 ? table : ''}</section>`
  })
  const shapes = Object.entries(shapeSchemas()).map(
    ([name, schema]) => `<section id="${name}"><h3>${name}</h3>${shapeTable(schema)}</section>`,
  )
  return pageFrame(
    'en',
    'Torg: the public feed',
    `<header><h1>The public feed</h1></header><main>
<p>Events and posts of municipalities, for citizen apps, web sites and calendars. No key, no account, no cookies; any origin may read.</p>
<p>Machine-readable: ${link(`${feed}/openapi.json`, 'OpenAPI 3.1')}. Start at ${link(feed, feed)}, which lists the municipalities; <code>{m}</code> below is the <code>id</code> of one.</p>
<h2>Rules for all addresses</h2>
<ul>
<li>Times are RFC 3339 with offset, beside the IANA <code>zone</code>; all-day times are dates, the last day included.</li>
<li>Collections answer <code>items</code> and, where there is more, <code>next</code>: an absolute address to follow as it is.</li>
<li>Unknown and malformed parameters answer 400 with <code>errors</code> that name them (RFC 9457).</li>
<li>Send <code>If-None-Match</code> with the <code>ETag</code> and get 304 when nothing changed. Answers may be kept for at most 60 seconds.</li>
<li>What was taken down answers 410 with <code>state</code>, and sometimes <code>reason</code> and <code>explanation</code>, for 90 days; then 404.</li>
<li>Version 1 only grows. Ignore fields that you do not know.</li>
</ul>
<h2>Following changes</h2>
<p>Read <code>changes?after=0</code> and follow <code>next</code> until it repeats its own address; then ask that address again later. <code>deleted</code> means: remove it. After 410 <code>resync-required</code>, start anew.</p>
<h2 id="terms">Terms of use</h2>
<p>Texts and pictures belong to the organisations that published them. They may be shown as they are, with the organisation named, as long as the feed carries them; take down what the feed takes down. For any other use ask the municipality.</p>
<h2>Addresses</h2>${doors.join('')}
<h2>What is answered</h2>
<p>JSON objects; what is not said is <code>null</code>, and lists may be empty.</p>${shapes.join('')}
</main>`,
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
