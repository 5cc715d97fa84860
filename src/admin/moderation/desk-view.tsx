import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { decidesIn } from '../../tenancy/membership.js'
import { wordsIn } from '../language.js'
import type { Messages } from '../messages/en.js'
import { OwnView } from '../own-view.js'

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
    show={(actor, language) => (
      <Desk href={href} part={part} municipalities={decidesIn(actor)} language={language} />
    )}
  />
)

interface DeskProps extends Pick<DeskViewProps, 'href' | 'part'> {
  municipalities: string[]
  language: string
}

function Desk({ href, part, municipalities, language }: DeskProps) {
  const w = wordsIn(language)
  if (municipalities.length === 0) {
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
          {parts.map((one) => (
            <li key={one.href}>
              <a href={one.href} aria-current={one.href === href ? 'page' : undefined}>
                {String(w[one.words])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {part(municipalities)}
    </>
  )
}
