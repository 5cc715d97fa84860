import { createHash } from 'node:crypto'
import { escapeHtml } from '../publication/rich-text.js'

export const html = 'text/html; charset=utf-8'

const style = `
:root{color-scheme:light dark;--ink:#16232b;--paper:#fff;--soft:#eef3f5;--link:#0b5a73;--line:#8a9aa3}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef1;--paper:#10181d;--soft:#1b272e;--link:#8fd3ea;--line:#6b7d87}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.05rem/1.55 system-ui,sans-serif}
header,main,footer{max-width:46rem;margin:0 auto;padding:1rem 1.25rem}
h1{line-height:1.2;margin:.5rem 0}h2{margin-top:2rem}a{color:var(--link);padding:.15rem 0;display:inline-block}
ul{padding-left:1.2rem}.list{list-style:none;padding:0}.list li{border-top:1px solid var(--line);padding:.75rem 0}
.note{background:var(--soft);padding:.75rem 1rem;border-radius:.4rem}.off{font-weight:700}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}
code{font-size:.92em;overflow-wrap:anywhere}img{max-width:100%;height:auto}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
`
/** No scripts, nothing from elsewhere; our one style by its hash. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A whole page around a body that is HTML already; the title is escaped here. */
export function pageFrame(language: string, title: string, body: string, head = ''): string {
  return (
    `<!doctype html>\n<html lang="${escapeHtml(language)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title>` +
    `${head}<style>${style}</style></head><body>${body}</body></html>\n`
  )
}

export const link = (url: string, words: string): string =>
  `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`
