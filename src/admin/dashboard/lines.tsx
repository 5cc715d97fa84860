import { Badge } from '../fields/badge.js'

export interface Line {
  href: string
  title: string
  /** Time and organisation, in small print. */
  about: string
  axis?: 'state'
  value?: string
  late?: string
}

/** The way to a whole list. */
export interface SeeAll {
  href: string
  what: string
}

interface LinesProps {
  title: string
  lines: Line[]
  empty: string
  all?: SeeAll[]
  seeAll: string
}

/** One question of the overview and its answers. */
export function Lines({ title, lines, empty, all, seeAll }: LinesProps) {
  const id = `torg-${title.toLowerCase().replace(/[^a-z]+/g, '-')}`
  return (
    <section className="torg-panel" aria-labelledby={id}>
      <h2 id={id}>
        {title} {lines.length > 0 && <span className="torg-count">{lines.length}</span>}
      </h2>
      {lines.length === 0 && <p className="torg-none">{empty}</p>}
      <ul className="torg-lines">
        {lines.map((line) => (
          <li key={line.href}>
            <a href={line.href}>{line.title}</a>
            <span className="torg-about">
              {line.about}
              {line.late && <span className="torg-mark torg-mark--late">{line.late}</span>}
            </span>
            {line.axis && <Badge axis={line.axis} value={line.value} />}
          </li>
        ))}
      </ul>
      {all && lines.length > 0 && (
        <p className="torg-see-all">
          {all.map(({ href, what }) => (
            <a key={href} href={href}>{`${seeAll}: ${what}`}</a>
          ))}
        </p>
      )}
    </section>
  )
}
