import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { actorOf } from '../../accounts/standing.js'
import { decidesIn } from '../../tenancy/membership.js'
import { wordsIn } from '../language.js'
import type { Messages } from '../messages/en.js'

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

/**
 * One part of the editors' workbench inside the admin. A view of one's own is shown without Payload's check of the login,
 * so it is made here: nobody logged in is sent to the login, and who decides nothing is told so.
 */
export function DeskView({ href, part, initPageResult, params, searchParams, ...rest }: DeskViewProps) {
  const { req, permissions, locale, visibleEntities } = initPageResult
  const actor = actorOf(req)
  if (!actor) redirect(`/admin/login?redirect=${encodeURIComponent(href)}`)
  const w = wordsIn(req.i18n.language)
  const municipalities = decidesIn(actor)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      viewActions={rest.viewActions}
      visibleEntities={{
        collections: visibleEntities.collections,
        globals: visibleEntities.globals,
      }}
    >
      <div className="torg-desk">
        {municipalities.length === 0 ? (
          <>
            <h1>{w.workbench}</h1>
            <p>{w.notForYou}</p>
          </>
        ) : (
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
        )}
      </div>
    </DefaultTemplate>
  )
}
