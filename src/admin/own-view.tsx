import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { actorOf } from '../accounts/standing.js'
import type { Actor } from '../tenancy/actor.js'

interface OwnViewProps extends AdminViewServerProps {
  /** The address of this view. */
  href: string
  show: (actor: Actor, language: string) => ReactNode
}

/**
 * A view of our own inside the admin. It is shown without Payload's check of the login, so it is made here: nobody
 * logged in is sent to the login.
 */
export function OwnView({ href, show, initPageResult, params, searchParams, ...rest }: OwnViewProps) {
  const { req, permissions, locale, visibleEntities } = initPageResult
  const actor = actorOf(req)
  if (!actor) redirect(`/admin/login?redirect=${encodeURIComponent(href)}`)
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
      <div className="torg-desk">{show(actor, req.i18n.language)}</div>
    </DefaultTemplate>
  )
}
