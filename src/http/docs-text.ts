import { largestCost } from '../feed/graphql/cost.js'
import { graphqlExamples } from '../feed/graphql/examples.js'
import { largestQuery } from '../feed/graphql/limits.js'
import { errorCodes, type ErrorCode } from '../shared/errors.js'
import { escapeHtml } from '../publication/rich-text.js'
import { link } from './page-frame.js'
import type { Samples } from './samples.js'

/** The parts of the documentation that are told, beside those that are made from the tables. */
const section = (id: string, title: string, body: string): string =>
  `<section id="${id}"><h2>${title}</h2>${body}</section>`
const list = (items: string[], kind = 'ul'): string =>
  `<${kind}>${items.map((one) => `<li>${one}</li>`).join('')}</${kind}>`
const code = (text: string): string => `<code>${escapeHtml(text)}</code>`

export function beginning(feed: string, { m }: Samples): string {
  const here = `${feed}/${encodeURIComponent(m)}`
  return section(
    'start',
    'Start here',
    `<p>Events and posts of municipalities, for citizen apps, web sites, calendars and news readers. No key, no account, no cookies; any origin may read. Nothing about who reads is stored or logged.</p>` +
      list([
        `${link(feed, feed)}: the municipalities. The <code>id</code> of one stands in all other addresses, where this page writes <code>{m}</code>.`,
        `${link(here, here)}: its manifest, with names, languages, vocabularies and the addresses of the rest.`,
        `${link(`${here}/events?limit=10&collapse=series`, `${here}/events?limit=10&collapse=series`)}: what is on. A web site needs no more than this.`,
        `${link(`${here}/changes?after=0&limit=100`, `${here}/changes?after=0&limit=100`)}: everything, for an app that keeps a copy of its own.`,
        `Described for programs: ${link(`${feed}/openapi.json`, 'OpenAPI 3.1')}; ${link(`${feed}/docs#graphql`, 'GraphQL')} tells its own schema.`,
      ]),
  )
}

export const rules = section(
  'rules',
  'Rules for all addresses',
  list([
    'Times are RFC 3339 with offset, beside the IANA <code>zone</code>; all-day times are dates, the last day included.',
    'Collections answer <code>items</code> and, where there is more, <code>next</code>: an absolute address to follow as it is. What changes between two pages is neither told twice nor left out, unless it moves itself.',
    '<code>occurrence</code> names one time of an event for good: its original start, also after it was moved. Together with <code>id</code> it is the key to keep.',
    '<code>lang</code> picks the best language that an item has, and <code>language</code> says which one it is. It hides nothing.',
    'Send <code>If-None-Match</code> with the <code>ETag</code> and get 304 when nothing changed. Answers may be kept for at most 60 seconds, 404 and 410 for 10, other errors not at all.',
    'An event without areas or audiences is for everyone and always found by them.',
    'Version 1 only grows. Ignore fields, values and links that you do not know. What is to go stays beside its successor for 12 months.',
    'Searches (<code>q</code>) and positions (<code>near</code>, <code>bbox</code>) are never logged or counted. An app had better filter what it has, so that they never leave the device.',
  ]),
)

export function changes(feed: string): string {
  return section(
    'changes',
    'Keeping a copy',
    list(
      [
        `Read ${code('changes?after=0')} and follow <code>next</code>. Put each <code>updated</code> item in the place of the one with its <code>id</code>, and take each <code>deleted</code> one away; a page may be read twice without harm.`,
        'The last page has no items and its <code>next</code> is its own address. Keep that address with your copy, and ask it again when you next want to know: it brings only what has changed.',
        'After 410 with the code <code>resync-required</code> throw your copy away and begin anew: deletions are told for 90 days. A full read under way is never interrupted so.',
        'After 410 with <code>state</code> <code>closed</code> show nothing of the municipality, and keep asking: it may open again.',
        'An event carries all its times of the next 400 days, so that no app needs to work out a repetition. Hide posts whose <code>visibleUntil</code> has passed; the deletion follows within a minute.',
      ],
      'ol',
    ) +
      `<p>The list follows OpenActive RPDE 1.0: <code>modified</code> is a number that grows, each item stands once, at its latest change. GraphQL has the same as ${link(`${feed}/docs#graphql`, 'changes')}.</p>`,
  )
}

export const takenDown = section(
  'gone',
  'What was taken down',
  '<p>410 with <code>state</code> (<code>withdrawn</code>, <code>removed</code>, <code>expired</code>) and, where they were given, <code>reason</code> and <code>explanation</code>, for 90 days; then 404. <code>suspended</code> hides what belongs to a suspended organisation, <code>closed</code> what belongs to a closed municipality, until that is lifted. Erased items are 404 at once. Pictures go with the last item that used them.</p>',
)

export const calendars = section(
  'calendars',
  'Calendars and readers',
  '<p><code>calendar.ics</code> takes the filters of <code>events</code> and is meant to be subscribed to: UIDs stay, <code>SEQUENCE</code> grows, a cancelled time is kept as <code>CANCELLED</code> until it has passed, a moved one stands under its <code>RECURRENCE-ID</code>. <code>events.rss</code>, <code>.atom</code> and <code>.json</code> carry each event once, at its next time, with a word before the title where it is off. <code>.jsonld</code> is made for search engines: put it into the page that shows the event.</p>',
)

const meanings: Partial<Record<ErrorCode, string>> = {
  'bad-parameter': 'Correct what <code>errors</code> names.',
  'unknown-parameter': 'Leave it out: this address does not know it.',
  'malformed-request': 'The address or what was sent cannot be read, or is too long.',
  'not-found': 'There is nothing, or not any more.',
  gone: 'It was public: see <a href="#gone">what was taken down</a>.',
  'resync-required': 'Read everything again: see <a href="#changes">keeping a copy</a>.',
  'method-not-allowed': 'Only GET and HEAD; GraphQL takes POST too.',
  'malformed-json': 'GraphQL: what was posted is no JSON.',
  'unsupported-media-type': 'GraphQL: post <code>application/json</code> in UTF-8, uncompressed.',
  'not-acceptable': 'GraphQL: accept <code>application/json</code>.',
  'too-large': 'GraphQL: at most 64 KiB can be posted.',
  'malformed-query': 'GraphQL: the query is wrong; the message says where.',
  'query-too-large': 'GraphQL: ask for less at once.',
  internal: 'Our fault. Try again in a moment.',
  unavailable: 'Starting, or behind. Try again in a moment.',
}

export const errors = section(
  'errors',
  'Errors',
  '<p>Every error is <code>application/problem+json</code> (RFC 9457) with a <code>code</code> that stays; nothing that was typed is repeated in it. What is wrong with a query of GraphQL is in its <code>errors</code>, with the same codes.</p>' +
    `<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What to do</th></tr></thead><tbody>${Object.entries(
      meanings,
    )
      .map(
        ([name, words]) =>
          `<tr><th scope="row"><code>${name}</code></th><td>${errorCodes[name as ErrorCode]}</td><td>${words}</td></tr>`,
      )
      .join('')}</tbody></table>`,
)

export function graphql(feed: string, { m }: Samples): string {
  const { length, tokens, depth, aliases, questions } = largestQuery
  const examples = Object.entries(graphqlExamples).map(([title, written]) => {
    const query = written.replaceAll('"hagby"', JSON.stringify(m))
    const address = `${feed}/graphql?${new URLSearchParams({ query }).toString()}`
    return `<h3>${escapeHtml(title).replace(/`(\w+)`/g, '<code>$1</code>')}</h3><pre><code>${escapeHtml(query)}</code></pre><p>${link(address, 'Ask it')}</p>`
  })
  return section(
    'graphql',
    'GraphQL',
    `<p>${code(`${feed}/graphql`)} answers the same items under the same rules, by GET (which can be kept, with <code>ETag</code>) and by POST (which cannot). It tells its schema to any client that asks. There are no mutations.</p>` +
      list([
        'Arguments are called as the parameters: <code>not-category</code> is <code>notCategory</code>. <code>municipality</code> is the slug.',
        'Values with hyphens are names: <code>MOVED_ONLINE</code>, <code>IN_PERSON</code>. Words by language, addresses by width and links by name are lists of pairs.',
        'A page has <code>cursor</code> in place of <code>next</code>. <code>changes</code> has <code>next { after head }</code>: give both back; a page without items is the last.',
        'A change holds its item in the field of its kind: <code>event</code>, <code>post</code>, <code>organisation</code>, <code>place</code>, <code>category</code> or <code>municipality</code>.',
        'What REST answers with an error is <code>null</code>, with <code>code</code>, <code>status</code> and the rest in the <code>extensions</code> of an error.',
        `A query has at most ${length} characters, ${tokens} tokens, ${depth} levels, ${aliases} aliases and ${questions} fields at its top, and could answer at most ${largestCost} values: pages count with their <code>limit</code>. A page of <code>changes</code> with very many <code>occurrences</code> ends before its <code>limit</code>: go on at <code>next</code> until a page has no items. One query in each request.`,
      ]) +
      examples.join(''),
  )
}

/** A calendar on somebody else's page: what to paste, and what the page must allow. */
export function embedding(baseUrl: string, { m }: Samples): string {
  const script = `${baseUrl}/assets/torg-calendar.js`
  const paste = `<script src="${script}" async></script>\n<torg-calendar municipality="${m}" lang="sv"></torg-calendar>`
  return section(
    'embed',
    'A calendar for any web site',
    `<p>Paste this into a page, and it shows what is on, as a list and as a month:</p><pre><code>${escapeHtml(paste)}</code></pre>` +
      list([
        '<code>municipality</code>: the slug; needed. <code>category</code>: codes, with commas between. <code>lang</code>: <code>sv</code>, <code>nb</code> or <code>en</code>; else that of the page. <code>view="month"</code> begins with the month.',
        `A page with a content security policy allows ${code(baseUrl)} in <code>script-src</code>, <code>connect-src</code> and <code>img-src</code>. Nothing inline is needed.`,
        'It follows the reader into the dark. A page that is always light says <code>torg-calendar { color-scheme: light }</code>.',
        `${link(script, 'The script')} asks nobody but this feed, without credentials, and keeps nothing: no cookies, no storage.`,
      ]),
  )
}

export const terms =
  '<section id="terms"><h2>Terms of use</h2><p>Texts and pictures belong to the organisations that published them. They may be shown as they are, with the organisation named, as long as the feed carries them; take down what the feed takes down. For any other use ask the municipality.</p></section>'
