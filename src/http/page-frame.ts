import { createHash } from 'node:crypto'
import { escapeHtml } from '../publication/rich-text.js'

export const html = 'text/html; charset=utf-8'

const style = `
:root{color-scheme:light dark;--ink:#16232b;--paper:#fff;--soft:#eef3f5;--band:#0b4a5e;--bandink:#fff;--link:#0b5a73;--line:#c3ced4;--quiet:#4b5c66;--off:#9b1c1c;--alert:#fdf0e3;--alertline:#b4540a;--mark:#8a3d00}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef1;--paper:#10181d;--soft:#1b272e;--band:#0d2b36;--link:#8fd3ea;--line:#33434c;--quiet:#a9b8c0;--off:#ffb4a8;--alert:#33220f;--alertline:#e9a15b;--mark:#ffc48a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.05rem/1.55 system-ui,sans-serif;overflow-wrap:break-word}
header,main,footer{padding:1rem max(1.25rem,calc((100% - 46rem)/2))}
header{background:var(--band);color:var(--bandink)}header a{color:inherit}.home{margin:.25rem 0 0;font-size:1.15rem;font-weight:600}
footer{margin-top:2rem;background:var(--soft);border-top:1px solid var(--line)}footer h2{font-size:1.1rem;margin:.5rem 0 .25rem}footer p{margin:.25rem 0 .75rem}
h1{font-size:clamp(1.4rem,7vw,2em);line-height:1.2;margin:.5rem 0}h2{margin:2rem 0 .75rem;line-height:1.25}h3{margin:1.5rem 0 .25rem}
a{color:var(--link);padding:.15rem 0;display:inline-block;overflow-wrap:anywhere}.body a{display:inline;padding:0}
ul{padding-left:1.2rem}.list{list-style:none;padding:0;margin:0}.list li{border-top:1px solid var(--line);padding:.75rem 0}
.day{font-size:1rem;color:var(--quiet);text-transform:none}.day::first-letter{text-transform:uppercase}
.event{display:grid;grid-template-columns:4.5rem minmax(0,1fr) auto;gap:.25rem 1rem;align-items:start}
.event .hour{font-weight:600;padding-top:.15rem;font-variant-numeric:tabular-nums}.is-off .hour{text-decoration:line-through;color:var(--quiet)}
.event img{width:6.5rem;height:4.2rem;object-fit:cover;border-radius:.4rem}
.event a,.post .title a{font-weight:600}.facts{color:var(--quiet);font-size:.95rem}.post p{margin:.15rem 0}
@media(max-width:30rem){.event{grid-template-columns:3.6rem minmax(0,1fr)}.event img{display:none}}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}.cards section{background:var(--soft);border-radius:.6rem;padding:.25rem 1.25rem 1rem}.cards h3{margin-top:.75rem}.cards ul{list-style:none;padding:0;margin:0}
.note{background:var(--soft);padding:.75rem 1rem;border-radius:.4rem}.off{color:var(--off)}
.alert{background:var(--alert);border:2px solid var(--alertline);border-radius:.6rem;padding:.25rem 1.25rem .5rem;margin:1rem 0}.alert h2{margin:.75rem 0}.alert .list li:first-child{border-top:0;padding-top:0}.alert .list li{border-color:var(--alertline)}.alert .facts{color:inherit}
.mark{font-size:.85rem;font-weight:700;color:var(--mark);border:1px solid;border-radius:.3rem;padding:.05rem .4rem;margin-right:.15rem;white-space:nowrap}article>.mark{display:inline-block;margin-top:.75rem}
article>.fate{font-size:1.1rem;border-left:.3rem solid var(--off);background:var(--soft);padding:.6rem 1rem;border-radius:0 .4rem .4rem 0}.before,.noted{display:block}.event .before,.event .noted,.list .before,.list .noted{font-size:.95rem}
.lead{font-size:1.15rem}
dl{margin:1rem 0}dl div{display:grid;grid-template-columns:10rem minmax(0,1fr);gap:0 1rem;padding:.5rem 0;border-top:1px solid var(--line)}dt{font-weight:600}dd{margin:0;min-width:0;overflow-wrap:anywhere}dd a{padding:0}.said::first-letter{text-transform:uppercase}
@media(max-width:30rem){dl div{grid-template-columns:minmax(0,1fr)}}
.button{background:var(--link);color:var(--paper);padding:.5rem 1rem;border-radius:.4rem;text-decoration:none;font-weight:600}.button:hover{text-decoration:underline}
summary{cursor:pointer;padding:.6rem 0;color:var(--link);font-weight:600}
figure{margin:1.25rem 0}figcaption{color:var(--quiet);font-size:.9rem;margin-top:.25rem}
nav ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.25rem}nav [aria-current]{font-weight:600}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}th code{white-space:nowrap;overflow-wrap:normal}@media(max-width:30rem){table{font-size:.85rem}}
code{font-size:.92em;overflow-wrap:anywhere}pre{background:var(--soft);padding:.75rem 1rem;border-radius:.4rem;overflow-x:auto}pre code{overflow-wrap:normal}img{max-width:100%;height:auto}article img{border-radius:.6rem;background:var(--soft)}
a:focus-visible,summary:focus-visible{outline:3px solid currentColor;outline-offset:2px}.button:focus-visible{outline-color:var(--ink)}
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
