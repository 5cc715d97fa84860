'use client'

import { useEffect, useState } from 'react'
import type { Membership } from '../tenancy/actor.js'
import { membershipsOf, type AdminAccount } from './account.js'
import { fetchOnce } from './fetch-json.js'
import { useAuth } from './ui-kit.js'

const known = new Map<string, Membership[]>()

/**
 * The account that is logged in, with its memberships. They come with the page; when Payload renews the login it reads
 * the account anew without them, and then they are asked for.
 */
export function useAccount(): AdminAccount | null {
  const { user } = useAuth()
  const account = (user ?? null) as AdminAccount | null
  const id = account?.id ?? null
  const given = account?.memberships ? membershipsOf(account) : null
  if (id && given) known.set(id, given)
  const [asked, setAsked] = useState<Membership[] | null>(null)
  const missing = id !== null && !known.has(id)
  useEffect(() => {
    if (!missing || !id) return
    const url = `/api/memberships?${new URLSearchParams({ 'where[account][equals]': id, limit: '100', depth: '0' })}`
    void fetchOnce<{ docs?: Membership[] }>(url).then((found) => {
      known.set(id, found?.docs ?? [])
      setAsked(found?.docs ?? [])
    })
  }, [id, missing])
  return account && { ...account, memberships: given ?? known.get(account.id) ?? asked ?? [] }
}
