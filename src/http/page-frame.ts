import { createHash } from 'node:crypto'
import { escapeHtml } from '../publication/rich-text.js'

export const html = 'text/html; charset=utf-8'

const style = `
:root{color-scheme:light dark;--ink:#16232b;--paper:#fff;--soft:#eef3f5;--band:#0b4a5e;--bandink:#fff;--link:#0b5a73;--line:#c3ced4;--quiet:#4b5c66;--off:#9b1c1c}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef1;--paper:#10181d;--soft:#1b272e;--band:#0d2b36;--link:#8fd3ea;--line:#33434c;--quiet:#a9b8c0;--off:#ffb4a8}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.05rem/1.55 system-ui,sans-serif}
header,main,footer{padding:1rem max(1.25rem,calc((100% - 46rem)/2))}
header{background:var(--band);color:var(--bandink)}header a{color:inherit}
footer{margin-top:2rem;background:var(--soft);border-top:1px solid var(--line)}
h1{line-height:1.2;margin:.5rem 0}h2{margin:2rem 0 .75rem;line-height:1.25}h3{margin:1.5rem 0 .25rem}
a{color:var(--link);padding:.15rem 0;display:inline-block}
ul{padding-left:1.2rem}.list{list-style:none;padding:0;margin:0}.list li{border-top:1px solid var(--line);padding:.75rem 0}
.day{font-size:1rem;color:var(--quiet);text-transform:none}.day::first-letter{text-transform:uppercase}
.event{display:grid;grid-template-columns:4.5rem 1fr auto;gap:.25rem 1rem;align-items:start}
.event time{font-weight:600;padding-top:.15rem;font-variant-numeric:tabular-nums}
.event img{width:6.5rem;height:4.2rem;object-fit:cover;border-radius:.4rem}
.event a{font-weight:600}.facts{color:var(--quiet);font-size:.95rem}
@media(max-width:30rem){.event{grid-template-columns:3.6rem 1fr}.event img{display:none}}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}.cards section{background:var(--soft);border-radius:.6rem;padding:.25rem 1.25rem 1rem}.cards ul{list-style:none;padding:0;margin:0}
.note{background:var(--soft);padding:.75rem 1rem;border-radius:.4rem}.off{font-weight:700;color:var(--off)}
nav ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.25rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}th code{white-space:nowrap;overflow-wrap:normal}@media(max-width:30rem){table{font-size:.85rem}}
code{font-size:.92em;overflow-wrap:anywhere}pre{background:var(--soft);padding:.75rem 1rem;border-radius:.4rem;overflow-x:auto}pre code{overflow-wrap:normal}img{max-width:100%;height:auto}article img{border-radius:.6rem}
a:focus-visible{outline:3px solid currentColor;outline-offset:2px}
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
