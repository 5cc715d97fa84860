/**
 * The look. It takes the letters of the page and follows its reader into the dark; a page that knows better says so to
 * the element: `torg-calendar { color-scheme: light }`.
 */
const css = `
:host{display:block;container-type:inline-size;color-scheme:light dark;text-align:start;
--ink:light-dark(#16232b,#e8eef1);--paper:light-dark(#fff,#10181d);--soft:light-dark(#eef3f5,#1b272e);--link:light-dark(#0b5a73,#8fd3ea);
--line:light-dark(#c3ced4,#33434c);--edge:light-dark(#6b7c86,#7f919b);--quiet:light-dark(#4b5c66,#a9b8c0);--off:light-dark(#9b1c1c,#ffb4a8)}
:host([hidden]){display:none}
*{box-sizing:border-box}
.frame{background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.25rem;line-height:1.5;overflow-wrap:break-word}
.head{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between}
h2{font-size:1.35em;line-height:1.25;margin:0}h3{font-size:1em;margin:1.25rem 0 .25rem}.day::first-letter,.month::first-letter{text-transform:uppercase}h3.day{color:var(--quiet)}
button{font:inherit;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:.4rem;padding:.4rem .9rem;min-height:2.5rem;cursor:pointer}
button:hover{background:var(--soft)}
button[aria-pressed=true],.more{background:var(--link);color:var(--paper);border-color:var(--link);font-weight:600}
.views{display:flex}.views button:first-child{border-radius:.4rem 0 0 .4rem;border-inline-end:0}.views button:last-child{border-radius:0 .4rem .4rem 0}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
a{color:var(--link);overflow-wrap:anywhere}
ul{list-style:none;margin:0;padding:0}
.event{display:grid;grid-template-columns:4.5rem minmax(0,1fr) auto;gap:.25rem 1rem;align-items:start;border-top:1px solid var(--line);padding:.65rem 0}
.hour{font-weight:600;font-variant-numeric:tabular-nums}.off .hour time{text-decoration:line-through;color:var(--quiet)}
.until{display:block;font-weight:400;font-size:.85em;color:var(--quiet)}
.name{font-weight:600;display:block}.status{color:var(--off);display:block}.note,.facts{display:block;font-size:.95em}.facts{color:var(--quiet)}
img{width:6.5rem;height:4.2rem;object-fit:cover;border-radius:.4rem;background:var(--soft)}
.steps{display:grid;grid-template-columns:auto 1fr auto;align-items:center;text-align:center;margin:1rem 0 .5rem}.month{font-weight:600;margin:0}
table{border-collapse:collapse;width:100%;table-layout:fixed}th{font-size:.85em;font-weight:600;color:var(--quiet);padding:.25rem 0;text-align:center}td{padding:1px;text-align:center}
td button{position:relative;width:100%;min-height:3rem;padding:.25rem 0;border-color:transparent;display:flex;flex-direction:column;align-items:center;justify-content:center;line-height:1.2;color:var(--quiet)}
.busy button{background:var(--soft);color:var(--ink);font-weight:600}.count{font-size:.72em;font-weight:600;color:var(--link)}
td[aria-selected=true] button{border:2px solid var(--link);color:var(--ink)}button[aria-current] .number{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px}
.foot{border-top:1px solid var(--line);margin-top:1.25rem;padding-top:.75rem;font-size:.95em}.foot ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}.foot p{margin:.5rem 0 0;color:var(--quiet)}.foot a{display:inline-block;padding:.15rem 0}
.fault{border-inline-start:.3rem solid var(--off);background:var(--soft);padding:.75rem 1rem;margin:1rem 0;border-radius:.25rem}.fault p{margin:0 0 .5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;margin:0}
@container (max-width:30rem){.frame{padding:.75rem .9rem}.event{grid-template-columns:3.7rem minmax(0,1fr);gap:.25rem .6rem}.event img{display:none}td button{min-height:2.75rem}}
@media(forced-colors:active){td[aria-selected=true] button,button[aria-pressed=true]{outline:2px solid Highlight}}
`

/** A sheet that is made, not written into the page: a policy against inline styles has nothing to say against it. */
export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  return made
}
