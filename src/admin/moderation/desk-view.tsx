import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import type { Actor } from '../../tenancy/actor.js'
import { decidesIn, decidesOnOrganisations } from '../../tenancy/membership.js'
import { wordsIn } from '../language.js'
import type { Messages } from '../messages/en.js'
import { OwnView } from '../own-view.js'

/** For whom a part is, in which municipality, where it is not for everybody who decides there. */
const onlyFor: Record<string, (actor: Actor, municipality: string) => boolean> = {
  '/admin/moderation/invite': decidesOnOrganisations,
}

const municipalitiesOf = (href: string, actor: Actor): string[] =>
  decidesIn(actor).filter((municipality) => onlyFor[href]?.(actor, municipality) ?? true)

const parts: readonly { href: string; words: keyof Messages }[] = [
  { href: '/admin/moderation', words: 'tabQueue' },
  { href: '/admin/moderation/public', words: 'tabPublic' },
  { href: '/admin/moderation/figures', words: 'tabFigures' },
  { href: '/admin/moderation/modes', words: 'tabSwitches' },
  { href: '/admin/moderation/invite', words: 'tabInvite' },
]

interface DeskViewProps extends AdminViewServerProps {
  /** The address of this part. */
  href: string
  part: (municipalities: string[]) => ReactNode
}

/** One part of the editors' workbench inside the admin. Who decides nothing is told so. */
export const DeskView = ({ href, part, ...props }: DeskViewProps) => (
  <OwnView
    {...props}
    href={href}
    show={(actor, language) => <Desk href={href} part={part} actor={actor} language={language} />}
  />
)

interface DeskProps extends Pick<DeskViewProps, 'href' | 'part'> {
  actor: Actor
  language: string
}

function Desk({ href, part, actor, language }: DeskProps) {
  const w = wordsIn(language)
  const mine = parts.filter((one) => municipalitiesOf(one.href, actor).length > 0)
  if (mine.length === 0) {
    return (
      <>
        <h1>{w.workbench}</h1>
        <p>{w.notForYou}</p>
      </>
    )
  }
  return (
    <>
      <nav className="torg-parts" aria-label={w.workbenchParts}>
        <ul>
          {mine.map((one) => (
            <li key={one.href}>
              <a href={one.href} aria-current={one.href === href ? 'page' : undefined}>
                {String(w[one.words])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {part(municipalitiesOf(href, actor))}
    </>
  )
}
